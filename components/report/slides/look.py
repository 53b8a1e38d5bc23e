"""The deck itself: size, theme, one layout, and slides with title, footer, number and notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.text import PP_ALIGN
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Emu, Inches, Length, Pt

from components.figures.marker_shapes import sign_of
from components.report.records import Head
from components.report.slides.room import line_count
from components.theme import PALETTES, Mark

WIDTH, HEIGHT, MARGIN = Inches(13.333), Inches(7.5), Inches(0.6)
TOP, BOTTOM = Inches(1.5), Inches(6.76)  # between them stands what a slide shows
BODY = Emu(WIDTH - 2 * MARGIN)
FONT = "Calibri"  # comes with every office program that opens slides, or has a twin there
LEAST = 12  # points; smaller is not read from the back of a room
_FOOT = 11
PALETTE = PALETTES["light"]


@dataclass(frozen=True)
class Words:
    """A paragraph: one text in one look, after the sign of a side or a strip if any; sizes in points.

    `after` follows the text in the same size and colour, neither bold nor italic.
    """

    text: str
    size: float = LEAST
    bold: bool = False
    italic: bool = False
    colour: str = PALETTE.ink
    align: str = "left"
    mark: Mark | None = None
    strip: str = ""
    after: str = ""

    @property
    def whole(self) -> str:
        """Everything that stands in the paragraph."""
        before = f"{sign_of(self.mark)} " if self.mark else ""
        return f"{before}{self.strip}{'  ' if self.strip and self.text else ''}{self.text}{self.after}"


PartT = TypeVar("PartT")


def numbered(parts: Sequence[PartT]) -> Iterator[tuple[str, PartT]]:
    """Each part with its number behind a title, as " (2 of 3)"; "" where it is the only one."""
    for place, part in enumerate(parts, start=1):
        yield f" ({place} of {len(parts)})" if len(parts) > 1 else "", part


def add_slide(
    deck: Deck, head: Head, titles: tuple[str, str], notes: Sequence[str] = (), *, over: str = ""
) -> Slide:
    """A slide with its title, a line beneath it, the footer, its number, and notes for the speaker.

    `over` says in a quieter line of the title what the slide shows, where the title is a finding. How the
    deck may be handled stands before it.
    """
    slide: Slide = deck.slides.add_slide(deck.slide_layouts[0])
    title, notes_frame = slide.shapes.title, slide.notes_slide.notes_text_frame
    assert title is not None
    assert notes_frame is not None
    above = " · ".join(one for one in (head.handling, over) if one)
    ink = PALETTE.ink if head.handling else PALETTE.mute
    eyebrow = [Words(above, 14, colour=ink)] if above else []
    fill(title.text_frame, [*eyebrow, Words(titles[0], _title_size(titles[0]), bold=True)])
    if titles[1]:
        # Two lines have room under a title only in the least size, three in that of the foot.
        fits = {14: 1, LEAST: 2}
        lines = {size: line_count(titles[1], size, BODY / Pt(1)) for size in fits}
        size = next((size for size, most in fits.items() if lines[size] <= most), _FOOT)
        add_text(
            slide, (MARGIN, Inches(0.98), BODY, Inches(0.5)), [Words(titles[1], size, colour=PALETTE.mute)]
        )
    foot = (MARGIN, Inches(6.84), Emu(BODY - Inches(0.8)), Inches(0.45))
    add_text(slide, foot, [Words(head.footer, _FOOT, colour=PALETTE.mute)]).name = "Footer"
    _add_number(slide)
    told = (over, *titles, *notes, head.footer, f"Licence: {head.licence}")
    notes_frame.text = "\n".join(line for line in told if line)
    return slide


def _title_size(title: str) -> int:
    """The size in which a title keeps to one line, if one of these lets it."""
    fits = {24: 74, 22: 81, 20: 89}
    return next((size for size, letters in fits.items() if len(title) <= letters), 18)


def add_text(
    slide: Slide, box: tuple[Length, Length, Length, Length], words: Sequence[Words], *, after: float = 0
) -> Shape:
    """A text box at left, top, width, height without inner margins; `after` are points between paragraphs."""
    shape = slide.shapes.add_textbox(*box)
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    fill(frame, words)
    for paragraph in frame.paragraphs if after else ():
        paragraph.space_after = Pt(after)
    return shape


def fill(frame: TextFrame, words: Sequence[Words]) -> None:
    """Put paragraphs into an empty frame; texts wrap and stand as they are."""
    frame.word_wrap = True
    for place, one in enumerate(words):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        _write(paragraph, one)


def colour(hexadecimal: str) -> RGBColor:
    """A colour of the theme, written as six hexadecimal digits after a sign."""
    made: RGBColor = RGBColor.from_string(hexadecimal.lstrip("#"))
    return made


def describe(shape: BaseShape, name: str, words: str) -> None:
    """Name an object and give it the words that a screen reader says."""
    named = shape._element.xpath(".//p:cNvPr")[0]  # python-pptx offers no way of its own
    named.set("name", name)
    named.set("descr", words)


def _write(paragraph: _Paragraph, words: Words) -> None:
    paragraph.alignment = {"left": PP_ALIGN.LEFT, "right": PP_ALIGN.RIGHT, "center": PP_ALIGN.CENTER}[
        words.align
    ]
    if words.mark:
        sign = paragraph.add_run()
        sign.text = f"{sign_of(words.mark)} "
        sign.font.size, sign.font.color.rgb = Pt(words.size), colour(words.mark.colour)
    if words.strip:
        strip = paragraph.add_run()
        strip.text = f"{words.strip}  " if words.text else words.strip
        strip.font.size, strip.font.color.rgb = Pt(words.size), colour(words.colour)
    _add_run(paragraph, words)
    if words.after:
        _add_run(paragraph, replace(words, text=words.after, bold=False, italic=False))


def _add_run(paragraph: _Paragraph, words: Words) -> None:
    run = paragraph.add_run()
    run.text = words.text
    run.font.size, run.font.bold, run.font.italic = Pt(words.size), words.bold, words.italic
    run.font.color.rgb = colour(words.colour)


def _add_number(slide: Slide) -> None:
    box = (Emu(WIDTH - MARGIN - Inches(0.7)), Inches(6.84), Inches(0.7), Inches(0.25))
    shape = add_text(slide, box, [Words("0", _FOOT, colour=PALETTE.mute, align="right")])
    shape.name = "Slide number"
    run = shape.text_frame.paragraphs[0].runs[0]._r
    field = etree.SubElement(
        run.getparent(), qn("a:fld"), id="{5B9F7D0B-3A4E-4D3B-9B1B-6C1B5A0E0001}", type="slidenum"
    )
    field.extend(list(run))
    run.getparent().replace(run, field)
