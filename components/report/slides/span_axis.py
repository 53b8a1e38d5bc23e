"""The axis of the record on slides: named events over the issues, days below them, silences cut."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.enum.shapes import MSO_CONNECTOR
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Emu, Pt

from components.figures.figure_text import text_width
from components.report.slides.look import LEAST, MARGIN, PALETTE, TOP, Words, add_text, colour, describe
from components.sheet.axis import Flag, named_ticks
from components.sheet.geometry import WORDS, Room
from components.sheet.layout import Movement

POINT = LEAST / WORDS  # points for a pixel of the layout, whose words then have the least size of a slide
DAYS = 24.0  # the height of the axis with its days
_SPARE, _SLASH = 1.2, 4.0  # of words, of which the reader's typeface may be wider; half of a slash


def across(room: Room, at: float) -> int:
    """Where a place of the axis lies on the slide, in EMU."""
    return MARGIN + Pt((room.left + room.plot * at) * POINT)


def down(top: float) -> int:
    """Where a height of the layout lies on the slide, in EMU."""
    return TOP + Pt(top * POINT)


def add_events(slide: Slide, named: Sequence[Flag], room: Room, foot: float) -> None:
    """The names of events, each beside a pole at its day."""
    for one in named:
        x, top = across(room, one.event.at), down(foot - 2 - room.level * (one.level + 1))
        _line(slide, (x, top, x, down(foot)), PALETTE.connector, f"Event: {one.event.words}")
        start, end = (across(room, place / room.plot) for place in one.text)
        spare = int((_SPARE - 1) * (end - start))
        start, end = (start - spare, end) if one.turned else (start, end + spare)
        align = "right" if one.turned else "left"
        words = [Words(line, colour=PALETTE.ink, align=align) for line in one.lines]
        add_text(slide, (Emu(start), Emu(top), Emu(end - start), Emu(Pt(room.level * POINT))), words)


def add_days(slide: Slide, movement: Movement, room: Room, top: float) -> None:
    """The axis with those of its days that have room for a name, cut where a silence is shortened."""
    y = down(top + 3)
    ends = [0.0, *(at for one in movement.axis.silences for at in _cut(one.left, one.right, room)), 1.0]
    for start, end in zip(ends[::2], ends[1::2], strict=True):
        _line(slide, (across(room, start), y, across(room, end), y), PALETTE.mute, "Axis of days")
    slash = Pt(_SLASH * POINT)
    for one in movement.axis.silences:
        for at in _cut(one.left, one.right, room):
            x = across(room, at)
            _line(slide, (x - slash, y + slash, x + slash, y - slash), PALETTE.mute, f"Left out: {one.words}")
    for tick in named_ticks(movement, room):
        half = Pt(text_width(tick.words, WORDS) * POINT * _SPARE / 2)
        box = (
            Emu(across(room, tick.at) - half),
            Emu(down(top + 6)),
            Emu(2 * half),
            Emu(Pt(room.leading * WORDS * POINT)),
        )
        add_text(slide, box, [Words(tick.words, colour=PALETTE.mute, align="center")])


def _cut(left: float, right: float, room: Room) -> tuple[float, float]:
    """The two places beside the middle of a silence at which the axis ends and goes on."""
    middle, half = (left + right) / 2, _SLASH / 2 / room.plot
    return middle - half, middle + half


def _line(slide: Slide, ends: tuple[int, int, int, int], ink: str, words: str) -> None:
    shape = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *map(Emu, ends))
    shape._element.remove(shape._element.find(qn("p:style")))
    shape.line.color.rgb, shape.line.width = colour(ink), Pt(0.75)
    describe(shape, "Axis", words)
