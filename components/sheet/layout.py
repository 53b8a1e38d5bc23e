"""The record over time, laid out once: lines, marks, labels, events and days on one shared axis.

Places on the axis run from 0 to 1, heights are steps of each issue's own scale; a medium adds sizes.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from components.figures.arrows import ArrowPanel
from components.figures.ladder import Ladder, ladder
from components.sheet.timeline import Timeline
from components.theme import MarkLook
from positions.model.issues import Issue


@dataclass(frozen=True)
class Stretch:
    """An actor on one point from one place to another; `joined` leads on to the next stretch.

    `words` say the steps, `begins` and `ends` its days as precisely as they are known; `old` is drawn
    dotted, `weak` thin.
    """

    left: float
    right: float
    first: dt.date
    until: dt.date
    begins: str
    ends: str
    point: float
    words: str
    weak: bool
    old: bool
    joined: bool


@dataclass(frozen=True)
class Line:
    """One actor in a panel; of a grouping the members have a line each, in the grouping's colour."""

    actor: str
    name: str
    column: str
    member: bool
    stretches: tuple[Stretch, ...]

    @property
    def width(self) -> float:
        """How wide the line is, as a part of a state's own."""
        return 0.6 if self.member else 1.0


@dataclass(frozen=True)
class Spoken:
    """What a column's actors said on one day on one range of steps: a mark in its look.

    `actors` and `statements` are ids; with `doubt` the coder was unsure between the steps. `key` names
    the meaning of the look in the legend.
    """

    at: float
    day: dt.date
    column: str
    actors: tuple[str, ...]
    low: float
    high: float
    doubt: bool
    look: MarkLook
    key: str
    statements: tuple[str, ...]

    @property
    def point(self) -> float:
        """Where the mark stands, in steps."""
        return (self.low + self.high) / 2


@dataclass(frozen=True)
class Label:
    """The name at the end of the lines of a column that have not ended and stand on one point."""

    column: str
    words: str
    point: float


@dataclass(frozen=True)
class Panel:
    """One issue: its lines, marks and labels, and in a line who stands on no step."""

    issue: Issue
    lines: tuple[Line, ...]
    spoken: tuple[Spoken, ...]
    labels: tuple[Label, ...]
    note: str

    @cached_property
    def ladder(self) -> Ladder:
        """The scale from the bottom up."""
        return ladder(self.issue)

    @cached_property
    def lanes(self) -> dict[str, float]:
        """By column, how many widths of a lane its lines stand above their step, so that they do not meet."""
        columns = dict.fromkeys(line.column for line in self.lines)
        met = {
            line.column
            for pair in combinations(self.lines, 2)
            for line in pair
            if pair[0].column != pair[1].column and _meet(*pair)
        }
        order = [column for column in columns if column in met]
        return {column: (len(order) - 1) / 2 - place for place, column in enumerate(order)}


def _meet(one: Line, other: Line) -> bool:
    """Whether two lines are on one point on the same days."""
    return any(
        a.point == b.point and a.left <= b.right and b.left <= a.right
        for a in one.stretches
        for b in other.stretches
    )


@dataclass(frozen=True)
class Tick:
    """A day that may be named on the axis, if there is room."""

    at: float
    day: str
    year: str

    @property
    def words(self) -> str:
        """The day with its year."""
        return f"{self.day} {self.year}"


@dataclass(frozen=True)
class EventMark:
    """A day with events: a short name, and everything that happened."""

    at: float
    day: str
    name: str
    words: str


@dataclass(frozen=True)
class Movement:
    """What moved: the two days as arrows, and the record up to the day. `since` is a place on the axis.

    `ticks` and `events` stand in the order in which they deserve a name; `ends` say what lies at the
    first and the last step of every scale.
    """

    panels: tuple[Panel, ...]
    arrows: tuple[ArrowPanel, ...]
    axis: Timeline
    ticks: tuple[Tick, ...]
    events: tuple[EventMark, ...]
    since: float | None
    days: tuple[str, str]
    ends: tuple[str, str]
