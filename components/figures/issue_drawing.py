"""One issue as one drawing for every medium: steps in words above, a lane per side and member, the gap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from components.figures.figure_text import filled_lines
from components.figures.lanes import IssueScale, Lane
from components.figures.legend import legend, legend_scene, mark_key
from components.figures.range_band import Room
from components.figures.scale import Spot
from components.figures.scene import (
    BOLD,
    Anchor,
    Band,
    Bar,
    Drawing,
    Label,
    Line,
    Marker,
    Scale,
    Scene,
    Shape,
    moved,
    stacked,
)
from components.figures.step_labels import EDGE, step_labels, too_long
from components.theme import MARKS, STROKES, TYPES
from positions.text.labels import MATRIX_WORDS
from positions.text.scale import scale_marks
from positions.text.wording import short_steps

_WIDE = 36.0  # sizes of type: from here on names need a smaller share, and day and speaker have a column
_NAMES, _NARROW_NAMES, _SAID = 0.2, 0.335, 0.22  # of the width
# In sizes of type: a step to the right; a heading; a lane at least; from its line to what is below; a mark.
_INSET, _HEADING, _LEAST, _BESIDE, _MARK = 0.95, 2.0, 2.35, 0.87, 1.08
_MANY = 8  # lanes from which on the words of the steps stand below them too
_NO_BREAK = "\u00a0"


@dataclass(frozen=True)
class Pitch:
    """How close lanes stand: the share of all heights, and the room around a name in sizes of type."""

    share: float
    around: float


TOUCH = Pitch(1.0, 0.7)
PAPER = Pitch(0.78, 0.546)  # where a finger needs no room
CLOSE = Pitch(0.66, 0.15)  # where many lanes stand on one sheet


class IssueLayout:
    """The lanes of an issue in a room.

    Beside each line stand day and speaker where there is room. If `explained`, what was said is told below
    the figure: the steps have their long words, lines nothing beside them, and lanes the `pitch` of paper
    if no other is given.
    """

    def __init__(
        self, scale: IssueScale, room: Room, *, explained: bool = False, pitch: Pitch | None = None
    ) -> None:
        self.told, self.explained, self.size, self.width = scale, explained, room.size, room.width
        self.pitch = pitch or (PAPER if explained else TOUCH)
        self.high = room.size * self.pitch.share
        wide = room.width >= _WIDE * room.size
        self.left = (_NAMES if wide else _NARROW_NAMES) * room.width
        self.beside = _SAID * room.width if wide and not explained else 0.0
        self.right = room.width - self.beside
        length = (self.right - self.left) / (1 + 2 * EDGE)
        first = self.left + EDGE * length
        self.scale = Scale(first, first + length, scale.issue.length, 0.0)

    def drawing(self, *, parted: bool = False) -> Drawing:
        """Head, lanes and legend; a band holds all lanes of a side, or one and its claims if `parted`."""
        head, lanes = self._steps(), len(self.told.lanes)
        spots = [spot for lane in self.told.lanes for spot in lane.spots]
        reaches = [reach for lane in self.told.lanes for reach in lane.reaches]
        again = (self._words_of_steps(),) if lanes > _MANY and not self.explained else ()
        told = legend(spots, reaches, gap=self.told.apart, issues=[self.told.issue])
        key = legend_scene(told, self.width, self.size)
        foot = stacked((*again, Scene(self.width, 0.5 * self.size), key))
        return Drawing(self.width, self.size, head, tuple(self._bands(parted=parted)), foot)

    def _bands(self, *, parted: bool) -> Iterator[Band]:
        """Over the first lane of a grouping, and where a sheet begins with another, stands its name."""
        issue = self.told.issue
        for (inside, _), found in groupby(self.told.lanes, _side):
            lanes = list(found)
            for place, some in enumerate(_with_claims(lanes) if parted else [lanes]):
                heading = [self._heading(inside)] if inside and place == 0 else []
                opening = self._opening(inside) if inside and place else None
                words = "; ".join(lane.sentence(issue) for lane in some)
                scene = stacked((*heading, *map(self._lane, some)))
                yield Band(issue.name, words, scene, self.scale, opening)
        if self.told.apart:
            yield Band(issue.name, ", ".join(self.told.gap.lines), self._gap(), self.scale)

    def _label(
        self, role: str, place: tuple[float, float], words: str, width: float, anchor: Anchor = "start"
    ) -> Label:
        look = TYPES[role]
        size = look.size * self.size
        lines = filled_lines(words, size, width / (BOLD if look.bold else 1.0))
        return Label(role, *place, tuple(lines), size, anchor)

    def _steps(self) -> Scene:
        """The words of the steps over their lines."""
        words = self._words_of_steps()
        feet = {one.pin: one.y + one.height for one in words.shapes if isinstance(one, Label) and one.pin}
        guides = (Line("rule", x, feet.get(x, 0.0), x, words.height) for x in self._guides)
        return Scene(self.width, words.height, (*guides, *words.shapes))

    def _words_of_steps(self) -> Scene:
        issue, size, top = self.told.issue, TYPES["step"].size * self.size, 0.15 * self.size
        length, first = self.scale.end - self.scale.first, self.scale.first
        labels = [
            Label("step", x + one.shift, top + one.down, one.lines, size, "middle", pin=x)
            for one in step_labels(issue, length, self.left, size, explained=self.explained)
            for x in (first + one.share * length,)
        ]
        foot = max(one.y + one.height for one in labels)
        if self.explained and too_long(issue, length, size, explained=True):
            words = " · ".join(f"{mark.number}{_NO_BREAK}{mark.explained}" for mark in scale_marks(issue))
            labels.append(self._label("step", (0.0, foot + top), words, self.width))
            groupings = (self._continued(lane.inside).height for lane in self.told.lanes if lane.inside)
            foot = labels[-1].y + labels[-1].height + max(groupings, default=0.0)
        return Scene(self.width, foot + 0.5 * self.size, tuple(labels))

    @property
    def _guides(self) -> list[float]:
        """Where the lines of the steps stand."""
        length = self.scale.end - self.scale.first
        found = step_labels(self.told.issue, length, self.left, explained=self.explained)
        return [self.scale.first + one.share * length for one in found]

    @property
    def _around(self) -> float:
        """Over and under the words of a row."""
        return self.pitch.around * self.size

    def _row(self, height: float, shapes: Sequence[Shape]) -> Scene:
        """What stands on a row, and under it the lines of the steps, but for those that would cross words."""
        words = [one for one in shapes if isinstance(one, Label)]
        guides = (
            Line("rule", x, 0.0, x, height)
            for x in self._guides
            if not any(one.left <= x <= one.left + one.width for one in words)
        )
        return Scene(self.width, height, (*guides, *shapes))

    def _heading(self, name: str) -> Scene:
        label = self._label("lane", (0.0, 0.35 * self.size), name, self.left - 0.3 * self.size)
        return self._row(max(_HEADING * self.high, label.y + label.height), (label,))

    def _opening(self, name: str) -> Scene:
        """The name of a grouping that goes on, left of the foot of the words of the steps."""
        label = self._continued(name)
        return Scene(self.width, 0.0, (moved(label, down=-label.height),))

    def _continued(self, name: str) -> Label:
        return self._label("lane", (0.0, 0.0), f"{name}, continued", self.left - 0.3 * self.size)

    def _lane(self, lane: Lane) -> Scene:
        """A lane with its name: its line with the mark on it, or in words why it has none."""
        inset = _INSET * self.size * (bool(lane.inside) + lane.claim)
        role = "claim" if lane.claim else "name" if inset else "lane"
        name = self._label(role, (inset, 0.0), _whole_date(lane.name), self.left - inset - 0.3 * self.size)
        if lane.spot is None:
            place = (self.scale.first - 0.02 * (self.scale.end - self.scale.first), 0.0)
            beside = [self._label("unplaced", place, lane.words, (self.right - self.left) * 0.9)]
        else:
            beside = [self._said("evidence", lane.said)] if lane.said and self.beside else []
        labels = [name, *beside]
        height = max(_LEAST * self.high, *(one.height + self._around for one in labels))
        drawn = self._places(lane, height / 2) if lane.spots else ()
        return self._row(height, (*drawn, *(_in_middle(one, height / 2) for one in labels)))

    def _said(self, role: str, words: str) -> Label:
        """Words right of a line, in the column that is left for them."""
        return self._label(role, (self.right + 0.6 * self.size, 0.0), words, self.beside - 0.6 * self.size)

    def _places(self, lane: Lane, y: float) -> Iterator[Shape]:
        """The line of a lane; below it the range of its words or of its marks; then the marks."""
        at = self.scale.at
        yield Line("lane", self.scale.first, y, self.scale.end, y)
        said = () if lane.reaches else [(one.low, one.high) for one in lane.spots if not one.doubt]
        below, high = y + _BESIDE * self.high, STROKES["range"].width * self.size
        for start, end in (*((one.low, one.high) for one in lane.reaches), *said):
            if start != end:
                yield Bar("range", at(start), below - high / 2, at(end) - at(start), high, lane.column)
        for spot in lane.spots:
            yield from self._place(lane, spot, y)

    def _place(self, lane: Lane, spot: Spot, y: float) -> Iterator[Shape]:
        """A mark; below it a doubt; over it the range of all codings."""
        at, below = self.scale.at, y + _BESIDE * self.high
        if spot.doubt:
            yield Line("doubt", at(spot.low), below, at(spot.high), below, lane.column)
        if spot.coded:
            over = y - _BESIDE * self.high
            yield Line("coders", at(spot.coded[0]), over, at(spot.coded[1]), over, lane.column)
        key = mark_key(spot)
        tip = f"{lane.whole_name}\n{short_steps(self.told.issue, spot)}"
        yield Marker(key, at(spot.point), y, MARKS[key].size * _MARK * self.size, lane.column, tip)

    def _gap(self) -> Scene:
        """The widest gap as a dark line of its own below all lanes; its size beside it, or above it."""
        assert self.told.ends is not None
        start, end = map(self.scale.at, self.told.ends)
        size, pairs = self.told.gap.size, self.told.gap.pairs
        if self.beside:
            words = self._said("name", ", ".join((size, *pairs[:1])))
        else:
            words = self._label("name", ((start + end) / 2, 0.0), size, self.right - self.left, "middle")
        over = 0.0 if self.beside else words.height
        height = max(_LEAST * self.high, words.height + self._around) + over
        y = (height + over) / 2
        name = self._label("lane", (0.0, 0.0), MATRIX_WORDS["gap"], self.left)
        told = _in_middle(words, y if self.beside else y - 0.35 * self.size - words.height / 2)
        return self._row(height, (Line("gap", start, y, end, y), _in_middle(name, y), told))


def _side(lane: Lane) -> tuple[str, str]:
    """The same for all lanes of a grouping, and for a column and the claims about it."""
    return (lane.inside, "" if lane.inside else lane.column)


def _with_claims(lanes: Sequence[Lane]) -> list[list[Lane]]:
    """Each lane with the claims that follow it."""
    found: list[list[Lane]] = []
    for lane in lanes:
        if found and lane.claim:
            found[-1].append(lane)
        else:
            found.append([lane])
    return found


def _in_middle(label: Label, y: float) -> Label:
    return Label(
        label.role, label.x, y - label.height / 2, label.lines, label.size, label.anchor, label.column
    )


def _whole_date(name: str) -> str:
    """A name whose day or month, after its last comma, stays in one piece."""
    head, comma, day = name.rpartition(", ")
    return f"{head}{comma}{day.replace(' ', _NO_BREAK)}" if comma else name
