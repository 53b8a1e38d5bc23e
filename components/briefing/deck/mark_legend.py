"""The legend of a gap chart: each mark and line that is used, drawn as a shape, with its words."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.util import Emu, Inches, Pt

from components.briefing.colours import mixed, pale
from components.briefing.deck.look import (
    BODY,
    BOTTOM,
    LEAST,
    MARGIN,
    PALETTE,
    Words,
    add_text,
    colour,
    describe,
)
from components.briefing.deck.type_width import text_width
from components.theme import MARKS

LEGEND = Inches(0.62)  # two lines
_LINE, _SIGN, _AIR = Inches(0.29), Inches(0.34), Inches(0.2)
_MARK = Inches(0.15)
# Width in points, colour and dash of each line; those of sides are drawn in grey here.
_LINES = {
    "gap": (3.5, PALETTE.ink, "solid"),
    "range": (6.0, pale(PALETTE.other), "solid"),
    "doubt": (2.25, PALETTE.other, "sysDot"),
}
_DASHES = {"solid": "solid", "dashed": "sysDash", "dotted": "sysDot"}


def add_mark_legend(slide: Slide, marks: Sequence[tuple[str, str]], lines: Sequence[tuple[str, str]]) -> None:
    """The legend at the foot of what the slide shows, on as many lines as it needs."""
    left, top = int(MARGIN), BOTTOM - LEGEND + Inches(0.06)
    for name, words in (*marks, *lines):
        width = int(_SIGN + Pt(text_width(words, LEAST)) + _AIR)
        if left + width > MARGIN + BODY:
            left, top = int(MARGIN), top + _LINE
        if name in _LINES:
            _add_line(slide, name, left, top)
        else:
            _add_mark(slide, name, left, top)
        box = (Emu(left + _SIGN), Emu(top), Emu(width - _SIGN), _LINE)
        add_text(slide, box, [Words(words, colour=PALETTE.mute)])
        left += width


def _add_mark(slide: Slide, name: str, left: int, top: int) -> None:
    look = MARKS[name]
    size = int(_MARK * look.size)
    corner = Emu(left + (_SIGN - size) // 2), Emu(top + (Inches(0.22) - size) // 2)
    shape = slide.shapes.add_shape(MSO_SHAPE.OVAL, *corner, Emu(size), Emu(size))
    _plain(shape)
    shape.fill.solid()
    shape.fill.fore_color.rgb = colour(mixed(PALETTE.other, look.fill))
    describe(shape, "Legend", look.words)
    if not look.edge:
        shape.line.fill.background()
        return
    shape.line.color.rgb = colour(PALETTE.other)
    shape.line.width = Pt(max(1.25, 13 * look.edge))
    etree.SubElement(shape.line._get_or_add_ln(), qn("a:prstDash"), val=_DASHES[look.dash])


def _add_line(slide: Slide, name: str, left: int, top: int) -> None:
    points, hexadecimal, dash = _LINES[name]
    y = Emu(top + Inches(0.11))
    ends = Emu(left + Inches(0.02)), y, Emu(left + _SIGN - Inches(0.06)), y
    shape = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)
    shape.line.color.rgb, shape.line.width = colour(hexadecimal), Pt(points)
    etree.SubElement(shape.line._get_or_add_ln(), qn("a:prstDash"), val=dash)
    _plain(shape)
    describe(shape, "Legend", name)


def _plain(shape: BaseShape) -> None:
    """Without the shadow and the colours that the theme gives to shapes."""
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)
