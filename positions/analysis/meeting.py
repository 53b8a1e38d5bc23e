"""What would bring two sides to the same step: the shortest moves, in both directions, from what was said.

A move is arithmetic on a scale and no forecast: a stated position is not the least that a side would accept.
Points and relations are those of codebook, section 7; conditions stand beside the words and shorten nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from positions.analysis.gap import (
    APART,
    CONTRADICTS,
    NEAR,
    SAME,
    SPLIT,
    WEAK,
    Gap,
    Point,
    relation_of,
)

Places = tuple[float, float]
UNKNOWN = "unknown"


@dataclass(frozen=True)
class Move:
    """One side alone, from places of its own to places of the other.

    `start` and `end` are single places, ranges where the coder was unsure or where no move is needed.
    `least` and `most`, in steps or in the unit of the scale, differ only where the coder was unsure.
    """

    start: Places
    end: Places
    least: float
    most: float


@dataclass(frozen=True)
class Meeting:
    """Two points and the shortest move of each to the other; both are as long, and mirror each other."""

    points: tuple[Point, Point]
    moves: tuple[Move, Move]

    @property
    def met(self) -> bool:
        """Whether the points share a step for certain, so that no move is needed."""
        return self.moves[0].most == 0

    @property
    def between(self) -> Places | None:
        """The places that the two would pass, if the coder was sure of both; None where they touch."""
        low, high = sorted((self.moves[0].start[0], self.moves[1].start[0]))
        doubt = any(point.doubt for point in self.points)
        return None if doubt or self.moves[0].least == 0 else (low, high)


def meeting(one: Point, other: Point) -> Meeting:
    """The shortest moves between two points; of a range that was said its nearest place counts.

    Where the coder was unsure between places, the length runs from the shortest to the longest way
    that any of them would need.
    """
    least = _apart((one.low, one.high), (other.low, other.high))
    most = max(_apart(first, second) for first, second in product(_readings(one), _readings(other)))
    near, far = _near(one, other), _near(other, one)
    return Meeting((one, other), (Move(near, far, least, most), Move(far, near, least, most)))


def meetings(gap: Gap) -> tuple[Meeting, ...]:
    """The meeting of a gap's points; of several points those of the nearest and of the farthest ones."""
    pairs = (gap.nearest,) if gap.nearest == gap.farthest else (gap.nearest, gap.farthest)
    return tuple(meeting(*pair) for pair in pairs)


def _readings(point: Point) -> tuple[Places, ...]:
    """What a point may be: all of a range that was said; of a doubt its ends, between which the rest lies."""
    if point.doubt:
        return (point.low, point.low), (point.high, point.high)
    return ((point.low, point.high),)


def _apart(one: Places, other: Places) -> float:
    return float(max(0, other[0] - one[1], one[0] - other[1]))


def _near(point: Point, other: Point) -> Places:
    """The place of a point that lies nearest to another; all of it in doubt, or where the two overlap."""
    if point.doubt or (point.low <= other.high and other.low <= point.high):
        return point.low, point.high
    edge = point.high if point.high < other.low else point.low
    return edge, edge


@dataclass(frozen=True)
class Tally:
    """Where two columns would meet if every stated condition held, issue by issue; every issue stands once.

    `same`, `near` and `apart` are the relations of the gaps, where it is certain whether they share a step;
    `unsure` are those that a doubt of the coder leaves open, `weak` rest on low confidence, of `split`
    ones a grouping has no step of its own; on `contradicted` ones words of one of the two contradict each
    other. On `unknown` issues one of the two
    stands on no step; on those that are `beside` the question does not arise for one of them.
    """

    pair: tuple[str, str]
    same: tuple[Gap, ...]
    near: tuple[Gap, ...]
    apart: tuple[Gap, ...]
    unsure: tuple[Gap, ...]
    weak: tuple[Gap, ...]
    split: tuple[Gap, ...]
    contradicted: tuple[Gap, ...]
    unknown: tuple[str, ...]
    beside: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many issues there are."""
        gaps = (self.same, self.near, self.apart, self.unsure, self.weak, self.split, self.contradicted)
        return sum(map(len, gaps)) + len(self.unknown) + len(self.beside)


def tally(
    pair: tuple[str, str], gaps: Mapping[str, Gap], issues: Sequence[str], beside: Collection[str] = ()
) -> Tally:
    """The issues of a pair by what is known of them; `gaps` are its own, by issue."""
    found = {issue: gaps[issue] for issue in issues if issue in gaps}
    kinds: dict[str, list[Gap]] = {}
    for gap in found.values():
        kinds.setdefault(_kind(gap), []).append(gap)
    blank = [issue for issue in issues if issue not in found]
    return Tally(
        pair=pair,
        same=tuple(kinds.get(SAME, ())),
        near=tuple(kinds.get(NEAR, ())),
        apart=tuple(kinds.get(APART, ())),
        unsure=tuple(kinds.get(UNKNOWN, ())),
        weak=tuple(kinds.get(WEAK, ())),
        split=tuple(kinds.get(SPLIT, ())),
        contradicted=tuple(kinds.get(CONTRADICTS, ())),
        unknown=tuple(issue for issue in blank if issue not in beside),
        beside=tuple(issue for issue in blank if issue in beside),
    )


def _kind(gap: Gap) -> str:
    """The relation of a gap, unknown where its points may share a step; or on what it rests instead."""
    if gap.basis in (WEAK, SPLIT, CONTRADICTS):
        return gap.basis
    return gap.relation if gap.relation and (gap.relation == SAME or gap.least > 0) else UNKNOWN


def together(gaps: Iterable[Gap], pairs: int) -> str:
    """Whether all columns are at one step on an issue: same, near, apart, split or unknown.

    `pairs` is how many pairs the columns make for which the question arises. Two that are apart settle
    it, whatever is unknown of others; so does a split grouping, and then two that are near. Low confidence
    settles nothing.
    """
    found = list(gaps)
    kinds = {_kind(gap) for gap in found}
    if APART in kinds or any(_members_apart(gap) for gap in found):
        return APART
    for kind in (SPLIT, NEAR):
        if kind in kinds:
            return kind
    return SAME if len(found) == pairs and kinds == {SAME} else UNKNOWN


def _members_apart(gap: Gap) -> bool:
    """Whether even the nearest of several points of a side are apart from the other column for certain."""
    weak = any(stance.weak for point in gap.nearest for stance in point.stances)
    apart = gap.least > 0 and relation_of(*gap.nearest, gap.last_step) == APART
    return gap.basis in (SPLIT, CONTRADICTS) and apart and not weak
