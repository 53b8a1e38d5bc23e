"""One row of the figure of ranges and gaps laid out: its scale, marks, names, and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from components.figures.figure_text import filled_lines
from components.figures.flags import Flag, flags_over
from components.figures.mark_groups import Alike, alike, by_place
from components.figures.name_blocks import KEY, Ground, Names, names_over
from components.figures.runs import Run, lanes_of_runs
from components.figures.scale import ScaleRow
from components.figures.scene import (
    BOLD,
    LEADING,
    Anchor,
    Band,
    Bar,
    Label,
    Line,
    Marker,
    Scale,
    Scene,
    Shape,
)
from components.figures.step_labels import EDGE, step_labels, too_long, with_room
from components.theme import MARKS, STROKES, TYPES, Mark
from positions.text.labels import MARK_WORDS
from positions.text.scale import scale_marks
from positions.text.wording import short_steps

_WIDE = 56.0  # sizes of type: from here on issue, scale and gap stand beside each other
_ISSUE, _GAP, _GUTTER = 11.0, 11.5, 1.2  # columns of a wide figure, in sizes of type
_NO_BREAK = "\u00a0"
_MARK, _BESIDE = 1.08, 1.3


@dataclass(frozen=True)
class Room:
    """How wide a figure is and the size of its type, in points, and how many pairs of a gap it names.

    A `brief` figure names sides in legends and has issue and gap in a line over the scale; with `flags` each
    name stands at its mark or is joined to it.
    """

    width: float
    size: float
    pairs: int = 3
    brief: bool = False
    flags: bool = False

    @property
    def wide(self) -> bool:
        """Whether issue and gap have columns of their own beside the scale."""
        return not self.brief and self.width >= _WIDE * self.size


def scale_span(room: Room) -> tuple[float, float]:
    """From where to where the scale of a band has room."""
    if not room.wide:
        return 0.0, room.width
    return (_ISSUE + _GUTTER) * room.size, room.width - (_GAP + _GUTTER) * room.size


class BandLayout:
    """One row in a room: what is drawn, from its head to what nobody says."""

    # In sizes of type: from lane to lane; what is free over the words, under the row, over bare marks.
    lane, over_words, below, bare = 0.7, 0.95, 1.6, _MARK / 2

    def __init__(self, row: ScaleRow, marks: Mapping[str, Mark], room: Room) -> None:
        self.row, self.marks, self.room, self.size = row, marks, room, room.size
        self.left, self.right = scale_span(room)
        length = (self.right - self.left) / (1 + 2 * EDGE)
        self.length = length
        self.scale = Scale(self.left + EDGE * length, self.left + (1 + EDGE) * length, row.last, 0)

    def band(self, words: str) -> Band:
        """The row as a band as high as its highest column, in the order in which it is read."""
        beside, below = self._sides()
        named = self._flags() if self.flags else (*self._marks(), *self._names())
        marks = [*self._scale(), *self._runs(), *named]
        shapes = [*beside, *marks, *self._steps(), *below]
        y = self.axis
        scale = Scale(self.scale.first, self.scale.end, self.scale.last, y)
        height = max(map(foot_of, shapes)) + self.below * self.size
        return Band(self.row.issue.name, words, Scene(self.room.width, height, tuple(shapes)), scale)

    @cached_property
    def places(self) -> list[list[Alike]]:
        """The drawn marks, those of one place together."""
        return by_place(alike(self.row.spots, self.marks))

    @cached_property
    def names(self) -> list[Names]:
        """The names over the marks."""
        size = TYPES["name"].size * self.size
        return list(names_over(self.places, Ground(self.left, self.right, size, self.scale.at)))

    @cached_property
    def lanes(self) -> list[list[Run]]:
        """The lines under the scale."""
        return lanes_of_runs(self.row, self.marks)

    @cached_property
    def flags(self) -> tuple[Flag, ...]:
        """Each mark with its name; none where names stand in blocks."""
        if not self.room.flags:
            return ()
        ground = Ground(self.left, self.right, TYPES["name"].size * self.size, self.scale.at)
        return flags_over(self.places, ground, short=not self.room.wide)

    @cached_property
    def across(self) -> int:
        """How many marks of one place stand beside each other; more stand in rows above."""
        points = [ones[0].spot.point for ones in self.places]
        ways = [other - one for one, other in pairwise(points)]
        way = self.scale.at(min([1.0, *ways])) - self.scale.first
        return max(1, int(way / (_BESIDE * self.size)))

    @cached_property
    def rise(self) -> float:
        """How far the marks reach over the line."""
        rows = max((-(-len(ones) // self.across) for ones in self.places), default=1)
        return ((rows - 1) * _BESIDE + _MARK / 2) * self.size

    @cached_property
    def heads(self) -> list[Label]:
        """In a narrow figure the issue and its gap, over everything else."""
        return [] if self.room.wide else list(self._narrow_head())

    @cached_property
    def axis(self) -> float:
        """How far the line lies below the top of the band."""
        top = max((foot_of(one) for one in self.heads), default=0.0) + 0.3 * self.size
        if self.flags:
            return top + max(one.top for one in self.flags) + (_MARK / 2 + 0.3) * self.size
        above = [_height(names, self.size) + 0.3 * self.size for names in self.names]
        return top + self.rise + max(above, default=self.bare * self.size)

    @cached_property
    def words(self) -> float:
        """How far the words of the steps begin below the top of the band."""
        return self.axis + (self.over_words + self.lane * len(self.lanes)) * self.size

    def _label(
        self, role: str, place: tuple[float, float], words: str, width: float, anchor: Anchor = "start"
    ) -> Label:
        look = TYPES[role]
        lines = filled_lines(words, look.size * self.size, width / (BOLD if look.bold else 1))
        return Label(role, *place, tuple(lines), look.size * self.size, anchor)

    def _scale(self) -> Iterator[Shape]:
        """The line with its steps, and the gap, dark and on top of it."""
        scale, y, half = self.scale, self.axis, 0.35 * self.size
        yield Line("axis", scale.first, y, scale.end, y)
        for mark in scale_marks(self.row.issue):
            x = scale.at(mark.at)
            tip = mark.explained if self.row.issue.numeric else f"Step {mark.number}: {mark.explained}"
            yield Line("step", x, y - half, x, y + half, tip=tip)
        ends = self.row.ends
        if ends and ends[0] != ends[1]:
            yield Line("gap", scale.at(ends[0]), y, scale.at(ends[1]), y)

    def _steps(self) -> Iterator[Label]:
        """The words of every step below the line; where they are too long numbers, and the words below."""
        issue, size = self.row.issue, TYPES["step"].size * self.size
        if not too_long(issue, self.length, size):
            for label in step_labels(issue, self.length, size=size):
                x = self.scale.first + label.share * self.length
                place = (x + label.shift, self.words + label.down)
                yield Label("step", *place, label.lines, size, "middle", pin=x)
            return
        marks = scale_marks(issue)
        for mark in with_room(marks, self.length, size):
            yield Label("step", self.scale.at(mark.at), self.words, (mark.number,), size, "middle")
        told = [f"{mark.number}\u00a0{mark.short}" for mark in marks]
        place = (self.left, self.words + LEADING * size)
        yield self._label("step", place, " · ".join(told), self.right - self.left)

    def _runs(self) -> Iterator[Shape]:
        for place, lane in enumerate(self.lanes):
            y = self.axis + (0.8 + self.lane * place) * self.size
            for run in lane:
                yield from self._run(run, y)

    def _run(self, run: Run, y: float) -> Iterator[Shape]:
        start, end = self.scale.at(run.start), self.scale.at(run.end)
        if run.kind == "range":
            height = STROKES["range"].width * self.size
            yield Bar("range", start, y - height / 2, end - start, height, run.column)
        elif run.kind in ("doubt", "coders"):
            yield Line(run.kind, start, y, end, y, run.column)
        else:
            spot = self.row.before(run.column)
            size = _MARK * MARKS["earlier"].size * self.size
            way = 1 if start < end else -1
            yield Line("earlier", start + way * size * 0.7, y, end, y, run.column)
            tip = f"{spot.label}, {MARK_WORDS['earlier']}" if spot else ""
            yield Marker("earlier", start, y, size, run.column, tip)

    def _marks(self) -> Iterator[Marker]:
        """The marks of a place side by side around it, in rows from the line up."""
        for ones in self.places:
            for place, one in enumerate(ones):
                row, number = divmod(place, self.across)
                count = min(self.across, len(ones) - row * self.across)
                x = self.scale.at(one.spot.point)
                beside = (number - (count - 1) / 2) * _BESIDE * self.size
                yield self._mark(one, (x + beside, self.axis - row * _BESIDE * self.size), x)

    def _flags(self) -> Iterator[Shape]:
        """Lines from the marks to their names, then the marks on the line, then the names."""
        foot, size = self.axis - (_MARK / 2 + 0.3) * self.size, TYPES["name"].size * self.size
        for one in self.flags:
            if one.base:
                yield Line("leader", one.x, self.axis, one.x, foot - one.base, pin=one.pin)
        for one in self.flags:
            yield self._mark(one.drawn, (one.x, self.axis), one.pin)
        for one in self.flags:
            column = one.drawn.spot.column
            yield Label("name", one.at, foot - one.top, one.lines, size, one.anchor, column, one.pin)

    def _counted(self) -> Iterator[str]:
        """Below a narrow figure the names of those whom a name over the line counts."""
        for one in self.flags if not self.room.wide else ():
            if one.drawn.counted:
                yield f"{one.drawn.short}, {short_steps(self.row.issue, one.drawn.spot)}: {one.drawn.counted}"

    def _mark(self, one: Alike, place: tuple[float, float], pin: float, tip: bool = True) -> Marker:
        spot = one.spot
        words = short_steps(self.row.issue, spot)
        size = MARKS[one.role].size * _MARK * self.size
        return Marker(one.role, *place, size, spot.column, f"{one.label}: {words}" if tip else "", pin)

    def _names(self) -> Iterator[Shape]:
        """Names in a block above their marks, the last line nearest to the scale."""
        size = TYPES["name"].size * self.size
        for names in self.names:
            y = self.axis - self.rise - 0.3 * self.size - _height(names, self.size)
            for entry in names.entries:
                column = entry.drawn.spot.column
                if names.keyed:
                    place = (names.left + _MARK / 2 * self.size, y + LEADING * size / 2)
                    yield self._mark(entry.drawn, place, names.x, tip=False)
                    x = names.left + KEY * size
                    yield Label("name", x, y, entry.lines, size, "start", column, names.x)
                else:
                    x = names.left + names.width / 2
                    yield Label("name", x, y, entry.lines, size, "middle", column, names.x)
                y += LEADING * size * len(entry.lines)

    def _sides(self) -> tuple[list[Label], Sequence[Shape]]:
        """The issue and its gap, beside the scale or over it; and who stands on no step, if that is below."""
        told = [*self._counted(), *(one for one in self._blanks() if one not in self.row.gap.pairs)]
        foot = max(map(foot_of, self._steps())) + 0.3 * self.size
        below = [*self._column([("blank", one) for one in told], self.left, self.right - self.left, foot)]
        if not self.room.wide:
            return self.heads, below
        top = self.axis - LEADING * TYPES["heading"].size * self.size / 2
        left = [
            ("heading", self.row.issue.name),
            *([("question", asks)] if (asks := self.row.issue.asks) else []),
        ]
        issue = [*self._column(left, 0, _ISSUE * self.size, top)]
        right = [("size", self._gap_size), *(("pair", one) for one in self._pairs())]
        with_blanks = [*right, *(("blank", one) for one in told)]
        x, width = self.right + _GUTTER * self.size, _GAP * self.size
        gap = [*self._column(with_blanks, x, width, top)]
        if max(map(foot_of, gap)) <= foot + self.size:
            return [*issue, *gap], []
        return [*issue, *self._column(right, x, width, top)], below

    @property
    def _gap_size(self) -> str:
        """The size of the gap, whose brackets stay in one piece."""
        size, bracket, interval = self.row.gap.size.partition(" (")
        return f"{size}{bracket}{interval.replace(' ', _NO_BREAK)}"

    def _blanks(self) -> Iterator[str]:
        """Those of whom nobody stands on a step, each kind once."""
        for one in self.row.blanks:
            yield f"{one.names}: {one.words}"

    def _column(
        self, words: Sequence[tuple[str, str]], x: float, width: float, top: float
    ) -> Iterator[Label]:
        for role, text in words:
            label = self._label(role, (x, top), text, width)
            yield label
            top += label.height + 0.15 * self.size

    def _narrow_head(self) -> Iterator[Label]:
        width = self.room.width
        issue = self._label("heading", (0, 0), self.row.issue.name, width * 0.58)
        size = self._label("size", (width, 0.05 * self.size), self._gap_size, width * 0.4, "end")
        yield issue
        yield size
        y = max(issue.height, foot_of(size))
        for words in self._pairs():
            pair = self._label("pair", (width, y), words, width, "end")
            yield pair
            y += pair.height

    def _pairs(self) -> Iterator[str]:
        """The pairs of the widest gap, and what is wider; or why nobody is compared."""
        yield from self._named_pairs()
        yield from self.row.gap.wider

    def _named_pairs(self) -> Iterator[str]:
        """The pairs of the widest gap, of many the first; or why nobody is compared."""
        pairs, most = self.row.gap.pairs, self.room.pairs
        yield from pairs[:most] if self.row.gap.segments else pairs
        more = len(pairs) - most
        if self.row.gap.segments and more > 0:
            yield f"and {more} more {'pair' if more == 1 else 'pairs'}"


def _height(names: Names, size: float) -> float:
    return LEADING * TYPES["name"].size * size * sum(len(entry.lines) for entry in names.entries)


def foot_of(shape: Shape) -> float:
    """How far down a shape reaches."""
    if isinstance(shape, Line):
        return max(shape.y1, shape.y2)
    return shape.y + (shape.size / 2 if isinstance(shape, Marker) else shape.height)
