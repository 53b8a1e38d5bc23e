"""Where the parts of one row of the range plot stand, from its head to what nobody says; in pixels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from components.figure_text import lines_within
from components.figures.alike import Alike, alike, by_place
from components.figures.name_blocks import Names, names_over
from components.figures.scale import ScaleRow
from components.figures.step_labels import EDGE, NARROW, WORDS, WORDS_LINE, StepLabel, step_labels
from components.theme import Mark

LANE, BESIDE = 9.0, 17.0  # from one line below the scale to the next, and from mark to mark at one place
_MOST_PAIRS = 3


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
        names=tuple(names_over(places, row.last)),
        lanes=tuple(tuple(lane) for lane in _lanes(list(_runs(row, marks)))),
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
