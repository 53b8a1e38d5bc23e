"""Where the parts of one row of the range plot stand, so that no words touch, on a phone either.

Figures stretch with the page and their type does not, so words are laid out for the narrowest
page; places along a scale are shares of it, all else is pixels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal

from components.figure_text import lines_within, text_width, widest_word
from components.figures.alike import Alike, alike, by_place, neighbours
from components.figures.scale import ScaleRow
from components.theme import Mark
from positions.models import Issue

NARROW = 346.0  # pixels: a phone of 390 without the page's own margins
EDGE = 0.11  # what is left of the first step and right of the last one, as a share of the scale
NAME, WORDS = 13.0, 12.0  # type sizes of names above the line and of all else
NAME_LINE, WORDS_LINE, LANE, BESIDE = 17.0, 15.0, 9.0, 17.0
_SPACE, _KEY = 4.0, 16.0  # between neighbouring words; what a small mark before a name takes
_MOST_PAIRS, _LEAST_SHARE = 3, 0.35


@dataclass(frozen=True)
class StepLabel:
    """The words of a step: where they stand, `shift` pixels beside it and `down` below the first line."""

    share: float
    lines: tuple[str, ...]
    shift: float
    down: float


@dataclass(frozen=True)
class Entry:
    """The name of a drawn mark in lines."""

    drawn: Alike
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Names:
    """The names of neighbouring marks: `share` is their middle, `left` the pixels from it to the text.

    Where they are several, `keyed` says that each stands behind a small copy of its mark.
    """

    share: float
    left: float
    width: float
    entries: tuple[Entry, ...]

    @property
    def keyed(self) -> bool:
        """Whether each name needs its mark beside it."""
        return len(self.entries) > 1

    @property
    def height(self) -> float:
        """How many pixels they take."""
        return NAME_LINE * sum(len(entry.lines) for entry in self.entries)


@dataclass(frozen=True)
class Run:
    """A line under the scale: other current words, a doubt, or the way from the earlier day, in steps."""

    kind: Literal["range", "doubt", "earlier"]
    column: str
    start: float
    end: float

    @property
    def ends(self) -> tuple[float, float]:
        """The lower and the higher of its ends."""
        return min(self.start, self.end), max(self.start, self.end)


@dataclass(frozen=True)
class RowLayout:
    """One row: everything that it draws, and how high it is."""

    row: ScaleRow
    places: tuple[tuple[Alike, ...], ...]
    names: tuple[Names, ...]
    lanes: tuple[tuple[Run, ...], ...]
    steps: tuple[StepLabel, ...]
    pairs: tuple[str, ...]
    blanks: tuple[str, ...]

    @cached_property
    def line(self) -> float:
        """How far the line lies below the top of the row."""
        above = max((one.height for one in self.names), default=0.0)
        return 28 + WORDS_LINE * len(self.pairs) + 6 + above + 13

    @cached_property
    def words(self) -> float:
        """How far the words of the steps begin below the top of the row."""
        return self.line + 13 + LANE * len(self.lanes)

    @cached_property
    def below(self) -> float:
        """How far the blanks begin below the top of the row."""
        return (
            self.words + max((one.down + len(one.lines) * WORDS_LINE for one in self.steps), default=0.0) + 7
        )

    @cached_property
    def height(self) -> float:
        """The height of the row, with the room to the next one."""
        return self.below + WORDS_LINE * len(self.blanks) + 24


def row_layout(row: ScaleRow, marks: Mapping[str, Mark]) -> RowLayout:
    """The layout of one row."""
    places = by_place(alike(row.spots, marks))
    return RowLayout(
        row=row,
        places=tuple(tuple(ones) for ones in places),
        names=tuple(_names(places, row.last)),
        lanes=tuple(_lanes(list(_runs(row, marks)))),
        steps=step_labels(row.issue, NARROW / (1 + 2 * EDGE)),
        pairs=tuple(lines_within(pair_line(row), WORDS, NARROW)),
        blanks=tuple(_blank_lines(row)),
    )


def pair_line(row: ScaleRow) -> str:
    """The pairs of the widest gap, of many the first, or why nobody is compared."""
    pairs = row.gap.pairs
    if row.gap.segments and len(pairs) > _MOST_PAIRS:
        return f"{', '.join(pairs[:_MOST_PAIRS])} and {len(pairs) - _MOST_PAIRS} more pairs"
    return ", ".join(pairs) if row.gap.segments else "; ".join(pairs)


def step_labels(issue: Issue, width: float, before: float = 0.0) -> tuple[StepLabel, ...]:
    """The short words of every step under a line `width` pixels long, in one row or two in turn.

    `before` are pixels left of the figure's first step that are free for words. Where even two rows
    are too narrow for a word, steps have their numbers, and the ends words too.
    """
    room = width / (len(issue.scale) - 1) - _SPACE
    longest = max(widest_word(step.short, WORDS) for step in issue.scale)
    if longest > 2 * room + _SPACE:
        return _numbers(issue, width, before)
    levels = 1 if longest <= room + _SPACE else 2
    last = len(issue.scale) - 1
    lines = [
        lines_within(step.short, WORDS, _room(place / last, room * levels, (EDGE * width, before)))
        for place, step in enumerate(issue.scale)
    ]
    lower = max(len(one) for one in lines[::2]) * WORDS_LINE + 3
    return tuple(
        StepLabel(
            share=place / last,
            lines=tuple(one),
            shift=_inward(place / last, one, width, before),
            down=lower if levels == 2 and place % 2 else 0.0,
        )
        for place, one in enumerate(lines)
    )


def _room(share: float, room: float, free: tuple[float, float]) -> float:
    """The width of the words of a step; at an end only half of it and what is free beyond the end."""
    edge, before = free
    beyond = edge + before if share == 0 else edge if share == 1 else room
    return min(room, room / 2 + beyond)


def _numbers(issue: Issue, width: float, before: float) -> tuple[StepLabel, ...]:
    last = len(issue.scale) - 1
    found = []
    for place, step in enumerate(issue.scale):
        end = place in (0, last)
        words = [str(step.step), *(lines_within(step.short, WORDS, width / 2) if end else ())]
        found.append(StepLabel(place / last, tuple(words), _inward(place / last, words, width, before), 0.0))
    return tuple(found)


def _inward(share: float, lines: Sequence[str], width: float, before: float) -> float:
    """How far words at an end move inward, so that they stay on the page."""
    half = max(text_width(line, WORDS) for line in lines) / 2
    left, right = (share + EDGE) * width + before, (1 - share + EDGE) * width
    return max(0.0, half - left) - max(0.0, half - right)


def _names(places: Sequence[Sequence[Alike]], last: int) -> Iterator[Names]:
    """The names over the marks; neighbours share the way between them by how much they have to say."""
    groups = neighbours(places, 1.0)
    if not groups:
        return
    ends = [(ones[0].spot.point / last, ones[-1].spot.point / last) for ones in groups]
    needs = [max(text_width(one.label, NAME) for one in ones) for ones in groups]
    inner = [
        _border((_pixel(one[1]), _pixel(other[0])), (need, following))
        for (one, other), (need, following) in zip(pairwise(ends), pairwise(needs), strict=True)
    ]
    for ones, (low, high), borders in zip(groups, ends, pairwise([0.0, *inner, NARROW]), strict=True):
        yield _group_names(ones, (low + high) / 2, borders)


def _border(places: tuple[float, float], needs: tuple[float, float]) -> float:
    """Where the names of two neighbours meet: in the middle of what is free, or by their needs."""
    way, (left, right) = places[1] - places[0], needs
    if (left + right) / 2 <= way:
        return places[0] + left / 2 + (way - (left + right) / 2) / 2
    return places[0] + way * min(max(left / (left + right), _LEAST_SHARE), 1 - _LEAST_SHARE)


def _group_names(ones: Sequence[Alike], share: float, borders: tuple[float, float]) -> Names:
    key = _KEY if len(ones) > 1 else 0.0
    room = borders[1] - borders[0] - _SPACE - key
    entries = tuple(Entry(one, tuple(lines_within(_kept(one.label), NAME, room))) for one in ones)
    width = key + max(text_width(line, NAME) for entry in entries for line in entry.lines)
    middle = _pixel(share)
    left = min(max(middle - width / 2, borders[0]), max(borders[1] - width, borders[0]))
    return Names(share, left - middle, width, entries)


def _kept(label: str) -> str:
    """The label with what belongs together on one line: a short bracket, a month with its year."""
    brackets = re.sub(r"\([^()]{1,16}\)", lambda found: found[0].replace(" ", "\u00a0"), label)
    return re.sub(r"(\S) (\d{4})\b", "\\1\u00a0\\2", brackets)


def _pixel(share: float) -> float:
    return (share + EDGE) / (1 + 2 * EDGE) * NARROW


def _runs(row: ScaleRow, marks: Mapping[str, Mark]) -> Iterator[Run]:
    """What is drawn under the line, like ones once."""
    reached = {reach.column for reach in row.reaches}
    spots = [spot for spot in row.spots if spot.low != spot.high]
    said = [spot for spot in spots if not spot.doubt and spot.column not in reached]
    runs = [
        *(Run("range", one.column, one.low, one.high) for one in row.reaches),
        *(Run("range", one.column, one.low, one.high) for one in said),
        *(Run("doubt", one.column, one.low, one.high) for one in spots if one.doubt),
        *(Run("earlier", one.column, one.point, _now(row, one.column)) for one in row.earlier),
    ]
    seen: set[tuple[str, Mark, float, float]] = set()
    for run in runs:
        key = (run.kind, marks[run.column], run.start, run.end)
        if key not in seen:
            seen.add(key)
            yield run


def _now(row: ScaleRow, column: str) -> float:
    return next(spot.point for spot in row.spots if spot.column == column)


def _lanes(runs: Sequence[Run]) -> list[list[Run]]:
    """The runs one below the other; those that do not touch share a lane."""
    lanes: list[list[Run]] = []
    for run in runs:
        free = next((lane for lane in lanes if not any(_touch(run, other) for other in lane)), None)
        if free is None:
            lanes.append([run])
        else:
            free.append(run)
    return lanes


def _touch(one: Run, other: Run) -> bool:
    return one.ends[0] <= other.ends[1] and other.ends[0] <= one.ends[1]


def _blank_lines(row: ScaleRow) -> Iterator[str]:
    for blank in row.blanks:
        yield from lines_within(f"{blank.names}: {blank.words}", WORDS, NARROW)
