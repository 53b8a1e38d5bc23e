"""Lines under a scale, in lanes that never touch: other words, doubts, coders, ways from the earlier day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from components.figures.scale import ScaleRow
from components.theme import Mark


@dataclass(frozen=True)
class Run:
    """A line under the scale, in steps; that of the earlier day begins there."""

    kind: Literal["range", "doubt", "coders", "earlier"]
    column: str
    start: float
    end: float

    @property
    def ends(self) -> tuple[float, float]:
        """The lower and the higher of its ends."""
        return min(self.start, self.end), max(self.start, self.end)


def lanes_of_runs(row: ScaleRow, marks: Mapping[str, Mark]) -> list[list[Run]]:
    """The runs of a row one below the other, like ones once; those that do not touch share a lane."""
    lanes: list[list[Run]] = []
    for run in _runs(row, marks):
        free = next((lane for lane in lanes if not any(_touch(run, other) for other in lane)), None)
        if free is None:
            lanes.append([run])
        else:
            free.append(run)
    return lanes


def _runs(row: ScaleRow, marks: Mapping[str, Mark]) -> Iterator[Run]:
    reached = {reach.column for reach in row.reaches}
    spots = [spot for spot in row.spots if spot.low != spot.high]
    said = [spot for spot in spots if not spot.doubt and spot.column not in reached]
    runs = [
        *(Run("range", one.column, one.low, one.high) for one in row.reaches),
        *(Run("range", one.column, one.low, one.high) for one in said),
        *(Run("doubt", one.column, one.low, one.high) for one in spots if one.doubt),
        *(Run("coders", one.column, *one.coded) for one in row.spots if one.coded),
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


def _touch(one: Run, other: Run) -> bool:
    return one.ends[0] <= other.ends[1] and other.ends[0] <= one.ends[1]
