"""How the record over time fits a width: panels from the top down, step words, names, flags of events.

All lengths are pixels and count down from the top; a figure stretches with its page and its type does
not, so everything is laid out for the narrowest page that a room is meant for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from components.figures.figure_text import filled_lines
from components.sheet.layout import Label, Panel

NAME, WORDS = 12.5, 11.5  # type sizes of names at the lines' ends and of all else
HEAD, PAD, LANE = 20.0, 10.0, 4.0
AXIS = 22.0  # from the axis to what stands below the days


@dataclass(frozen=True)
class Room:
    """A page's width and how it is shared: `left` for the words of steps, `right` for names.

    `step` is the least height of a step; names of events have up to so many `lines` on so many `levels`.
    `leading` is how far a line of words stands from the next, as a part of their size.
    """

    width: float
    left: float
    right: float
    step: float
    levels: int
    lines: int
    leading: float = 1.3

    @property
    def plot(self) -> float:
        """The length of the axis."""
        return self.width - self.left - self.right

    @property
    def level(self) -> float:
        """The height of a row of names of events."""
        return self.lines * self.leading * WORDS + 4


@dataclass(frozen=True)
class LabelPlace:
    """A name at the end of a line: its lines of text, where the line ends, and where the name has room."""

    label: Label
    lines: tuple[str, ...]
    end: float
    middle: float


@dataclass(frozen=True)
class PanelPlace:
    """One issue in a room."""

    panel: Panel
    room: Room

    @cached_property
    def steps(self) -> tuple[tuple[str, ...], ...]:
        """The words of every rung in lines, from the first end on."""
        width = self.room.left - 14
        return tuple(tuple(filled_lines(one.short, WORDS, width)) for one in self.panel.ladder.rungs)

    @cached_property
    def step(self) -> float:
        """The height of a step: its words have room in it, and lanes that run side by side on it."""
        line = self.room.leading * WORDS
        both = zip(pairwise(self.panel.ladder.rungs), pairwise(map(len, self.steps)), strict=True)
        words = max(((sum(n) / 2 * line + sum(n)) / (b.step - a.step) for (a, b), n in both), default=0.0)
        lanes = len(self.panel.lanes) * LANE + 3
        return max(self.room.step, words, lanes)

    @property
    def low(self) -> float:
        """The highest place that a name may have."""
        return HEAD - 8

    @property
    def zero(self) -> float:
        """Where step 0 stands."""
        words = len(self.steps[-1]) * self.room.leading * WORDS / 2
        return HEAD + max(PAD, words) + self.step * self.panel.ladder.last

    def y(self, point: float, column: str = "") -> float:
        """Where a point of the scale stands, or the lines of a column on it."""
        return (
            self.zero - self.panel.ladder.step(point) * self.step - LANE * self.panel.lanes.get(column, 0.0)
        )

    @cached_property
    def _names(self) -> list[tuple[str, ...]]:
        width = self.room.right - 33
        return [tuple(filled_lines(held(label.words), NAME, width)) for label in self.panel.labels]

    @cached_property
    def _heights(self) -> list[float]:
        """How high each name is, with what is free between two."""
        return [len(lines) * self.room.leading * NAME + 2 for lines in self._names]

    @property
    def floor(self) -> float:
        """Where lines and names end."""
        words = len(self.steps[0]) * self.room.leading * WORDS / 2 + 3
        return max(self.zero + PAD, self.zero + words, self.low + sum(self._heights))

    @cached_property
    def labels(self) -> tuple[LabelPlace, ...]:
        """The names, moved as little as need be until none covers another."""
        ends = [self.y(label.point, label.column) for label in self.panel.labels]
        middles = stacked(ends, self._heights, self.low, self.floor)
        told = zip(self.panel.labels, self._names, ends, middles, strict=True)
        return tuple(LabelPlace(*one) for one in told)


def stacked(places: Sequence[float], heights: Sequence[float], low: float, high: float) -> list[float]:
    """Middles of boxes moved as little as need be until none covers another, inside both ends, in order.

    Boxes that would overlap share the room around the middle of what they want.
    """
    order = sorted(range(len(places)), key=lambda one: places[one])
    groups: list[list[int]] = []
    for one in order:
        groups.append([one])
        while len(groups) > 1 and _top(groups[-1], places, heights) < _end(groups[-2], places, heights):
            groups[-2:] = [groups[-2] + groups[-1]]
    tops = [0.0] * len(places)
    for group in groups:
        at = _top(group, places, heights)
        for one in group:
            tops[one], at = at, at + heights[one]
    free = low
    for one in order:
        tops[one] = max(tops[one], free)
        free = tops[one] + heights[one]
    limit = high
    for one in reversed(order):
        tops[one] = min(tops[one], limit - heights[one])
        limit = tops[one]
    return [top + height / 2 for top, height in zip(tops, heights, strict=True)]


def _top(group: Sequence[int], places: Sequence[float], heights: Sequence[float]) -> float:
    """Where a group of boxes begins when each is as near its place as the others let it."""
    wanted, before = 0.0, 0.0
    for one in group:
        wanted += places[one] - heights[one] / 2 - before
        before += heights[one]
    return wanted / len(group)


def _end(group: Sequence[int], places: Sequence[float], heights: Sequence[float]) -> float:
    return _top(group, places, heights) + sum(heights[one] for one in group)


def held(words: str) -> str:
    """A label with a month and its year on one line."""
    return re.sub(r"(\S) (\d{4})\b", "\\1\u00a0\\2", words)
