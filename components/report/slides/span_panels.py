"""One issue of the record on a slide: a native chart of its lines and marks, its steps and names beside it.

In the chart x is the place on the axis from 0 to 1, y counts the steps; lines that share a step run beside
each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from math import cos, pi, sin

from lxml import etree
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Emu, Pt

from components.colours import Inks, mixed
from components.figures.figure_text import text_width
from components.figures.marker_shapes import corners
from components.report.slides.chart_look import DASHES, Drawn, add_scatter, draw_rule, has_marker, mark_series
from components.report.slides.look import MARGIN, PALETTE, Words, add_text, colour, describe
from components.report.slides.span_axis import POINT, across, down
from components.sheet.geometry import NAME, WORDS, LabelPlace, PanelPlace
from components.sheet.layout import Line, Movement, Spoken
from components.theme import MarkLook
from positions.text.wording import count_words

_CUT = 3.0  # of the head, which on a slide holds one line of words
_EDGE, _MARK = 10.0, 8.0  # around the plot; a mark; in pixels of the layout
_STROKE = 1.7  # points
_Series = Iterator[Drawn]


def panel_height(place: PanelPlace) -> float:
    """How high an issue is on a slide, in pixels of the layout."""
    return place.floor - _CUT


def add_panel(slide: Slide, place: PanelPlace, top: float, movement: Movement, inks: Inks) -> None:
    """An issue whose upper edge lies `top` pixels of the layout below that of what the slide shows."""
    top -= _CUT
    panel, room = place.panel, place.room
    _add_head(slide, place, top + _CUT)
    for rung, lines in zip(panel.ladder.rungs, place.steps, strict=True):
        height = len(lines) * room.leading * WORDS
        box = (
            MARGIN,
            Emu(down(top + place.zero - rung.step * place.step - height / 2)),
            Emu(Pt((room.left - 12) * POINT)),
            Emu(Pt(height * POINT)),
        )
        add_text(slide, box, [Words(line, colour=PALETTE.mute, align="right") for line in lines])
    _add_chart(slide, place, top, movement, inks)
    for label in place.labels:
        _add_name(slide, place, label, top, inks)


def _add_head(slide: Slide, place: PanelPlace, top: float) -> None:
    """The issue, and who stands on no step."""
    panel, size = place.panel, NAME * POINT
    words = [Words(panel.issue.name, size, bold=True)]
    wide = text_width(panel.issue.name, NAME) * 1.2 + 12
    line = Emu(Pt(place.room.leading * NAME * POINT))
    add_text(slide, (MARGIN, Emu(down(top)), Emu(Pt(wide * POINT)), line), words)
    if panel.note:
        left, room = MARGIN + Pt(wide * POINT), (place.room.width - wide) * POINT
        add_text(
            slide, (Emu(left), Emu(down(top)), Emu(Pt(room)), line), [Words(panel.note, colour=PALETTE.mute)]
        )


def _add_chart(slide: Slide, place: PanelPlace, top: float, movement: Movement, inks: Inks) -> None:
    room, last = place.room, place.panel.ladder.last
    edge, rise = _EDGE / room.plot, _EDGE / place.step
    left, right = across(room, -edge), across(room, 1 + edge)
    first, end = down(top + place.zero - last * place.step - _EDGE), down(top + place.zero + _EDGE)
    series = [*_guides(place, movement), *_lines(place, inks), *_marks(place, inks)]
    name = f"Positions over time: {place.panel.issue.name}"
    box = (Emu(left), Emu(first), Emu(right - left), Emu(end - first))
    add_scatter(slide, box, series, ((-edge, 1 + edge), (-rise, last + rise)), (name, _described(place)))
    for (column, look), spoken in _grouped(place.panel.spoken).items():
        if not has_marker(inks.mark(column), look):
            _add_marks(slide, place, top, spoken, inks)


def _described(place: PanelPlace) -> str:
    """What the chart shows, for whoever does not see it."""
    lines = count_words(len(place.panel.lines), "line")
    return f"{place.panel.issue.name}: {lines} over time; the notes say each in words"


def _guides(place: PanelPlace, movement: Movement) -> _Series:
    """A thin line for each step, and the earlier day."""
    hair = partial(draw_rule, colour=PALETTE.line, points=0.75)
    for rung in place.panel.ladder.rungs:
        yield Drawn(f"Step: {rung.short}", ((0.0, rung.step), (1.0, rung.step)), hair)
    if movement.since is not None:
        ends = ((movement.since, 0.0), (movement.since, float(place.panel.ladder.last)))
        yield Drawn(
            f"Earlier day: {movement.days[0]}",
            ends,
            partial(draw_rule, colour=PALETTE.mute, points=1, dash="dashed"),
        )


def _up(place: PanelPlace, point: float, column: str) -> float:
    """The height of a point in the chart, in steps."""
    return round((place.zero - place.y(point, column)) / place.step, 3)


def _lines(place: PanelPlace, inks: Inks) -> _Series:
    """The lines of every side, a series for as long as one runs on in one look."""
    for line in place.panel.lines:
        for points, weak, old in _runs(place, line):
            width = _STROKE * line.width * (0.5 if weak else 1)
            ink = inks.mark(line.column).colour
            look = partial(draw_rule, colour=ink, points=width, dash="dotted" if old else "solid")
            yield Drawn(f"{line.name}, {place.panel.issue.name}", tuple(points), look)


def _runs(place: PanelPlace, line: Line) -> Iterator[tuple[list[tuple[float, float]], bool, bool]]:
    """The corners of a line, anew where it breaks or looks otherwise."""
    points: list[tuple[float, float]] = []
    for stretch, following in zip(line.stretches, [*line.stretches[1:], None], strict=False):
        y = _up(place, stretch.point, line.column)
        points += [(stretch.left, y), (stretch.right, y)]
        joined = stretch.joined and following is not None
        if joined and following is not None:
            points.append((stretch.right, _up(place, following.point, line.column)))
        alike = (
            joined
            and following is not None
            and (following.weak, following.old) == (stretch.weak, stretch.old)
        )
        if not alike:
            yield points, stretch.weak, stretch.old
            points = []


def _grouped(spoken: tuple[Spoken, ...]) -> dict[tuple[str, MarkLook], list[Spoken]]:
    found: dict[tuple[str, MarkLook], list[Spoken]] = {}
    for one in spoken:
        found.setdefault((one.column, one.look), []).append(one)
    return found


def _marks(place: PanelPlace, inks: Inks) -> _Series:
    """What was said: the range of steps where it is one, and marks in the look of each side."""
    for one in place.panel.spoken:
        if one.low != one.high:
            ends = tuple((one.at, _up(place, point, one.column)) for point in (one.low, one.high))
            dash = "dotted" if one.doubt else "solid"
            drawn = partial(draw_rule, colour=inks.mark(one.column).colour, points=1.0, dash=dash)
            yield Drawn(f"{'Doubt' if one.doubt else 'Range'}: {one.day.isoformat()}", ends, drawn)
    names = {line.column: line.name for line in place.panel.lines}
    for (column, look), spoken in _grouped(place.panel.spoken).items():
        party, size = inks.mark(column), _MARK * POINT * look.size
        if has_marker(party, look):
            points = tuple((one.at, _up(place, one.point, column)) for one in spoken)
            yield from mark_series(
                f"{names.get(column, column)}, {place.panel.issue.name}: {look.words}",
                points,
                (party, look),
                size,
                inks,
            )


def _add_marks(slide: Slide, place: PanelPlace, top: float, spoken: list[Spoken], inks: Inks) -> None:
    """The marks of a side in one look as one shape, where a chart has none like them."""
    column, look = spoken[0].column, spoken[0].look
    party, half = inks.mark(column), Pt(_MARK * POINT * look.size / 2)
    around = corners(party.shape) or tuple((sin(pi * one / 8), cos(pi * one / 8)) for one in range(16))
    builder = None
    for one in spoken:
        x, y = across(place.room, one.at), down(top + place.y(one.point, column))
        first, *rest = [(x + right * half, y - up * half) for right, up in around]
        if builder is None:
            builder = slide.shapes.build_freeform(*first)
        else:
            builder.move_to(*first)
        builder.add_line_segments(rest)
    assert builder is not None
    shape = builder.convert_to_shape()
    shape._element.remove(shape._element.find(qn("p:style")))
    shape.fill.solid()
    shape.fill.fore_color.rgb = colour(mixed(party.colour, look.fill, inks.palette.paper))
    shape.line.color.rgb = colour(party.colour if look.edge else inks.palette.paper)
    shape.line.width = Pt(max(0.5, inks.edge(look, _MARK * POINT * look.size)))
    etree.SubElement(shape.line._get_or_add_ln(), qn("a:prstDash"), val=DASHES[look.dash])
    describe(shape, f"Marks: {look.words}", f"{look.words}: {count_words(len(spoken), 'mark')}")


def _add_name(slide: Slide, place: PanelPlace, label: LabelPlace, top: float, inks: Inks) -> None:
    """The name at the end of a line, with its sign."""
    room, height = place.room, len(label.lines) * place.room.leading * NAME
    left = across(room, 1) + Pt(14 * POINT)
    words = [
        Words(
            line.replace("\u00a0", " "),
            NAME * POINT,
            mark=inks.mark(label.label.column) if number == 0 else None,
        )
        for number, line in enumerate(label.lines)
    ]
    box = (
        Emu(left),
        Emu(down(top + label.middle - height / 2)),
        Emu(Pt((room.right - 14) * POINT)),
        Emu(Pt(height * POINT)),
    )
    add_text(slide, box, words)
