"""Where the arrows of two days and the record over time stand in HTML; the geometry is that of the screen.

Widths are per cent of the axis or scale, heights pixels from the top of each drawing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from components.report.html.arrows import (
    DOTTED,
    ArrowsDrawing,
    DrawnMark,
    Stroke,
    arrows_drawing,
    drawn_mark,
)
from components.sheet.axis import POLE, Flag, flags, named_ticks
from components.sheet.geometry import AXIS, NARROW, WIDE, PanelPlace, Room
from components.sheet.layout import Line, Movement, Panel, Spoken
from components.sheet.words import panel_sentence
from components.theme import Mark, Scheme

_LINE, _WEAK, _MARK, _TEXT = 2.2, 1.0, 0.66, 15
_DASHED = "4 3"
_SLASHES = 14.0  # pixels that the mark of a silence takes
_SPARE = 90.0  # pixels of words beside the axis that may come out wider
_OTHER_TYPE = 1.2  # HTML is read in whatever typeface a reader has


@dataclass(frozen=True)
class PlacedMark:
    """A mark at a height, of a column."""

    mark: DrawnMark
    y: float
    column: str


@dataclass(frozen=True)
class Name:
    """A name in lines at the end of a line; `end` is where the line ends, `at` the middle of the name."""

    column: str
    mark: Mark
    lines: tuple[str, ...]
    end: float
    at: float

    @property
    def top(self) -> float:
        """Where the first line of text stands on."""
        return self.at + 4.5 - (len(self.lines) - 1) * _TEXT / 2


@dataclass(frozen=True)
class Words:
    """Lines of text at a place, the first standing on `y`; `anchor` as in SVG, `shift` in pixels."""

    x: float
    y: float
    lines: tuple[str, ...]
    anchor: str
    shift: float = 0.0


@dataclass(frozen=True)
class PanelDrawing:
    """One issue over time: steps at the left, strokes and marks, names at the right; `words` say all.

    `guides` are the places of the events that are named above.
    """

    name: str
    height: float
    steps: tuple[Words, ...]
    grid: tuple[float, ...]
    guides: tuple[float, ...]
    strokes: tuple[Stroke, ...]
    marks: tuple[PlacedMark, ...]
    names: tuple[Name, ...]
    note: str
    words: str


@dataclass(frozen=True)
class AxisDrawing:
    """The axis at `y` with days, dots of events, some with names on poles, and silences left out."""

    height: float
    y: float
    days: tuple[Words, ...]
    dots: tuple[tuple[float, str], ...]
    poles: tuple[Stroke, ...]
    names: tuple[Words, ...]
    silences: tuple[float, ...]


@dataclass(frozen=True)
class RecordDrawing:
    """The record over time for a width: `left` and `right` are the pixels beside the axis."""

    id: str
    left: float
    right: float
    axis: AxisDrawing
    panels: tuple[PanelDrawing, ...]


@dataclass(frozen=True)
class MovesDrawing:
    """All that HTML draws of what moved; the record twice, for a wide and for a narrow page."""

    ends: tuple[str, str]
    arrows: tuple[ArrowsDrawing, ...]
    records: tuple[RecordDrawing, ...]


def moves_drawing(movement: Movement, marks: Mapping[str, Mark]) -> MovesDrawing:
    """The drawings of a movement; no records where no issue has a scale."""
    return MovesDrawing(
        ends=movement.ends,
        arrows=tuple(arrows_drawing(panel, marks) for panel in movement.arrows),
        records=records_drawing(movement, marks, wider=_OTHER_TYPE),
    )


def records_drawing(
    movement: Movement, marks: Mapping[str, Mark], scheme: Scheme = "light", *, wider: float = 1.0
) -> tuple[RecordDrawing, ...]:
    """The record for a wide and for a narrow page; none where no issue has a scale.

    `wider` is how many times as wide as that of the house the reader's typeface may be.
    """
    rooms = (("wide", WIDE), ("narrow", NARROW)) if movement.panels else ()
    return tuple(_record(name, movement, room, _Look(marks, scheme, wider)) for name, room in rooms)


@dataclass(frozen=True)
class _Look:
    """Marks in a scheme, and how much wider than in the house a reader's type may be."""

    marks: Mapping[str, Mark]
    scheme: Scheme
    wider: float


def _spared(room: Room, wider: float) -> Room:
    """A room of the same width with more place for words and, on its axis, less for all else."""
    left, right = room.left + (wider - 1) * _SPARE, room.right + (wider - 1) * _SPARE
    return replace(room, width=left + right + (room.width - left - right) / wider, left=left, right=right)


def _record(name: str, movement: Movement, room: Room, look: _Look) -> RecordDrawing:
    spared = _spared(room, look.wider)
    axis = _axis(movement, spared)
    guides = tuple(pole.x1 for pole in axis.poles)
    return RecordDrawing(
        id=name,
        left=spared.left,
        right=spared.right,
        axis=axis,
        panels=tuple(
            replace(_panel(PanelPlace(panel, room), movement.since, look), guides=guides)
            for panel in movement.panels
        ),
    )


def _axis(movement: Movement, room: Room) -> AxisDrawing:
    named = flags(movement, room)
    y = room.level * (max((flag.level for flag in named), default=-1) + 1) + 10
    return AxisDrawing(
        height=y + AXIS + 2,
        y=y,
        days=tuple(
            Words(tick.at * 100, y + 18, (tick.words,), "middle") for tick in named_ticks(movement, room)
        ),
        dots=tuple((event.at * 100, event.words) for event in movement.events),
        poles=tuple(_pole(flag, y, room) for flag in named),
        names=tuple(_flag_words(flag, y, room) for flag in named),
        silences=tuple(_silences(movement, room)),
    )


def _silences(movement: Movement, room: Room) -> Iterator[float]:
    """Where a silence is marked; one mark stands for those so close that two would touch."""
    last = -_SLASHES
    for one in movement.axis.silences:
        middle = (one.left + one.right) / 2
        if (middle - last) * room.plot >= _SLASHES:
            last = middle
            yield middle * 100


def _pole(flag: Flag, y: float, room: Room) -> Stroke:
    x = flag.event.at * 100
    return Stroke(x, y, x, _foot(flag, y, room) - room.level + 6, "", 1)


def _flag_words(flag: Flag, y: float, room: Room) -> Words:
    first = _foot(flag, y, room) - (len(flag.lines) - 1) * _TEXT - 3
    side = ("end", -POLE) if flag.turned else ("start", POLE)
    return Words(flag.event.at * 100, first, flag.lines, *side)


def _foot(flag: Flag, y: float, room: Room) -> float:
    return y - 8 - room.level * flag.level


def _panel(place: PanelPlace, since: float | None, look: _Look) -> PanelDrawing:
    panel, marks = place.panel, look.marks
    earlier = [] if since is None else [_since(since, place)]
    return PanelDrawing(
        name=panel.issue.name,
        height=place.floor,
        steps=tuple(
            Words(0, place.y(rung.at) + 4 - (len(lines) - 1) * 14 / 2, lines, "end")
            for rung, lines in zip(panel.ladder.rungs, place.steps, strict=True)
        ),
        grid=tuple(place.y(rung.at) for rung in panel.ladder.rungs),
        guides=(),
        strokes=(*earlier, *_all_strokes(panel, place, marks)),
        marks=tuple(_spoken(one, place, marks[one.column], look.scheme) for one in panel.spoken),
        names=tuple(
            Name(one.label.column, marks[one.label.column], one.lines, one.end, one.middle)
            for one in place.labels
        ),
        note=panel.note,
        words=panel_sentence(panel),
    )


def _all_strokes(panel: Panel, place: PanelPlace, marks: Mapping[str, Mark]) -> Iterator[Stroke]:
    """The step lines, then the ranges of what was said on one day."""
    for line in panel.lines:
        yield from _strokes(line, place, marks[line.column])
    for one in panel.spoken:
        if one.low != one.high:
            low, high = place.y(one.low, one.column), place.y(one.high, one.column)
            colour, dash = marks[one.column].colour, DOTTED if one.doubt else ""
            yield Stroke(one.at * 100, low, one.at * 100, high, colour, 1.4, dash, one.column)


def _since(at: float, place: PanelPlace) -> Stroke:
    return Stroke(
        at * 100, place.y(place.panel.ladder.length) - 10, at * 100, place.y(0) + 10, "", 1.2, _DASHED
    )


def _strokes(line: Line, place: PanelPlace, mark: Mark) -> Iterator[Stroke]:
    """A step line: level on each point, upright where one leads on to the next."""
    for stretch, after in zip(line.stretches, (*line.stretches[1:], None), strict=True):
        y = place.y(stretch.point, line.column)
        width = (_WEAK if stretch.weak else _LINE) * line.width
        left, right, dash = stretch.left * 100, stretch.right * 100, DOTTED if stretch.old else ""
        level = Stroke(left, y, right, y, mark.colour, width, dash, line.column)
        yield level
        if stretch.joined and after and after.point != stretch.point:
            yield replace(level, x1=level.x2, y2=place.y(after.point, line.column))


def _spoken(one: Spoken, place: PanelPlace, mark: Mark, scheme: Scheme) -> PlacedMark:
    look = replace(one.look, size=one.look.size * _MARK)
    drawn = drawn_mark(one.at * 100, mark, look, scheme)
    return PlacedMark(drawn, place.y(one.point, one.column), one.column)
