"""Where marks and their labels stand over one scale, in lanes, so that no label covers another.

Places along the scale are shares of the figure's width. Each step has a column of its own, so that
its words have room under it: step 0 of five stands at a tenth, the last at nine tenths.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from components.figures.alike import Alike, alike
from components.figures.scale import Reach, ScaleRow, Spot
from components.theme import Mark

Anchor = Literal["start", "middle", "end"]
Width = Callable[[str], float]


@dataclass(frozen=True)
class Placed:
    """A mark with its label in lines over it; lane 0 is the scale itself, the others lie above it.

    `reach` are the other current words of its column, with the first mark of the column only; `before`
    is the small mark of the earlier day.
    """

    spot: Spot
    lines: tuple[str, ...]
    lane: int
    x: float
    anchor: Anchor
    reach: Reach | None
    before: Spot | None


def place_of(step: float, last: int) -> float:
    """Where a step stands, from 0 to 1; `last` is the last step of the scale."""
    return (step + 0.5) / (last + 1)


def placed_marks(row: ScaleRow, marks: Mapping[str, Mark], width: Width, most: int) -> tuple[Placed, ...]:
    """The marks of a row, like ones at one place once; those between which the gap is drawn come first.

    `width` is that of a line as a share of the figure's, `most` says how many letters a line has.
    """
    ends = row.ends or ()
    drawn = sorted(
        (one for spots in _ranges(row) for one in alike(spots, marks)),
        key=lambda one: (one.spot.point not in ends, len(one.label)),
    )
    firsts = {id(next(spot for spot in row.spots if spot.column == one.column)) for one in row.spots}
    taken: list[list[tuple[float, float]]] = []
    placed = []
    for one in drawn:
        mark = _placed(row, one, width, most, first=id(one.spot) in firsts)
        room = _room(mark, row.last, width)
        lane = next((at for at, others in enumerate(taken) if _free(room, others)), len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane].append(room)
        placed.append(replace(mark, lane=lane))
    return tuple(placed)


def _ranges(row: ScaleRow) -> Iterator[list[Spot]]:
    """The spots that cover the same steps and have no lines of their own together, every other one alone."""
    found: dict[tuple[int, int, bool], list[Spot]] = {}
    for spot in row.spots:
        if row.before(spot.column) or any(reach.column == spot.column for reach in row.reaches):
            yield [spot]
        else:
            found.setdefault((spot.low, spot.high, spot.doubt), []).append(spot)
    yield from found.values()


def _placed(row: ScaleRow, drawn: Alike, width: Width, most: int, *, first: bool) -> Placed:
    spot, lines = drawn.spot, _wrapped(drawn.label, most)
    x, half = place_of(spot.point, row.last), max(map(width, lines)) / 2
    anchor: Anchor = "start" if x < half else "end" if x > 1 - half else "middle"
    reach = next((one for one in row.reaches if first and one.column == spot.column), None)
    return Placed(spot, lines, 0, x, anchor, reach, row.before(spot.column) if first else None)


def _wrapped(label: str, most: int) -> tuple[str, ...]:
    """A label in as few lines as it needs, of much the same length."""
    count = len(textwrap.wrap(label, most))
    ways = (textwrap.wrap(label, letters) for letters in range(-(-len(label) // max(1, count)), most + 1))
    return tuple(next((lines for lines in ways if len(lines) == count), [label]))


def _room(one: Placed, last: int, width: Width) -> tuple[float, float]:
    """From where to where a mark, its label and its lines reach, with a letter of air at both ends."""
    wide, air = max(map(width, one.lines)), width("n")
    left = one.x - {"start": 0.0, "middle": wide / 2, "end": wide}[one.anchor]
    steps: list[float] = [one.spot.low, one.spot.high]
    steps += [one.reach.low, one.reach.high] if one.reach else []
    steps += [one.before.point] if one.before else []
    places = [place_of(step, last) for step in steps]
    return min(left, *places) - air, max(left + wide, *places) + air


def _free(room: tuple[float, float], others: Sequence[tuple[float, float]]) -> bool:
    return all(room[1] <= other[0] or other[1] <= room[0] for other in others)
