"""An empty deck: 16:9, the colours and fonts of the theme, and one layout that has a title only."""

from __future__ import annotations

from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.util import Inches

from components.report.records import Head
from components.report.slides.look import BODY, FONT, HEIGHT, MARGIN, PALETTE, WIDTH

_ACCENTS = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6")


def new_deck(head: Head) -> Deck:
    """An empty deck, 16:9, with the colours of the theme and one layout that has a title only."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    _set_theme(deck)
    layout = deck.slide_layouts.get_by_name("Title Only")
    for other in list(deck.slide_layouts):
        if other is not layout:
            deck.slide_layouts.remove(other)
    for place in (deck.slide_master, deck.slide_layouts[0]):
        _set_placeholders(place.placeholders)
    properties = deck.core_properties
    properties.title, properties.subject = head.subject, head.question
    properties.author = properties.last_modified_by = "Positions"
    properties.comments = head.remarks
    if head.handling:
        properties.category = head.handling
    return deck


def _set_placeholders(placeholders: Any) -> None:
    """Put the title where it stands on every slide, and take the other placeholders away."""
    for shape in list(placeholders):
        if shape.placeholder_format.type is not None and shape.placeholder_format.idx == 0:
            shape.left, shape.top, shape.width, shape.height = MARGIN, Inches(0.26), BODY, Inches(0.7)
            shape.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
            frame = shape.text_frame
            frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        else:
            shape._element.getparent().remove(shape._element)


def _set_theme(deck: Deck) -> None:
    """Replace colours and fonts of the theme by ours."""
    part = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = etree.fromstring(part.blob)
    colours = {"dk1": PALETTE.ink, "lt1": PALETTE.paper, "dk2": PALETTE.mute, "lt2": PALETTE.line}
    accents = (*PALETTE.parties, PALETTE.other, PALETTE.steps[1], PALETTE.steps[3])
    colours |= dict(zip(_ACCENTS, accents, strict=True)) | {"hlink": PALETTE.ink, "folHlink": PALETTE.mute}
    for name, value in colours.items():
        place = theme.find(f".//{qn('a:clrScheme')}/{qn(f'a:{name}')}")
        for old in list(place):
            place.remove(old)
        etree.SubElement(place, qn("a:srgbClr"), val=value.lstrip("#"))
    for latin in theme.findall(f".//{qn('a:fontScheme')}//{qn('a:latin')}"):
        latin.set("typeface", FONT)
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)
