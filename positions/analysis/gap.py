"""How far apart two columns stand on one issue, with the interval that their words allow.

Source of the formulas: codebook, section 7.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product

from positions.analysis.disagreement import Steps, shared_reach
from positions.analysis.position import DRAFT
from positions.analysis.words import Stance, ranges_of

SAME, NEAR, APART = "same", "near", "apart"
# On what a gap rests; only firm ones enter headlines and overall distances.
FIRM, BY_NAME, CONTRADICTS, WEAK, SPLIT = "firm", "by name", "contradicting", "weak", "split"
NEAR_SHARE = 0.25  # of the scale


@dataclass(frozen=True)
class Point:
    """Where a column, or a part of it, stands: a range of places on the scale, and whose words they are.

    `members` are empty for an actor; `stances` are the words, one per member that stands there. `shared`
    says that the steps are those that all members of a grouping share.
    """

    low: float
    high: float
    doubt: bool
    members: tuple[str, ...]
    stances: tuple[Stance, ...]
    shared: bool = False

    @property
    def middle(self) -> float:
        """The middle of the range, in steps or in the unit of the scale."""
        return (self.low + self.high) / 2

    @cached_property
    def ranges(self) -> tuple[Steps, ...]:
        """Each range of steps that its words name, where these have nothing in common; else all of it."""
        return ranges_of(self.low, self.high, self.stances)

    @property
    def marks(self) -> tuple[Point, ...]:
        """A point for each of the ranges, with the words that name it."""
        if len(self.ranges) == 1:
            return (self,)
        return tuple(
            Point(*ends, self.doubt, self.members, tuple(one.named[place] for one in self.stances))
            for place, ends in enumerate(self.ranges)
        )

    @cached_property
    def disputed(self) -> bool:
        """Whether a coder placed any of the words elsewhere."""
        return any(one.disputed for one in self.stances)

    @cached_property
    def coded(self) -> Point:
        """The point with every step at which a coding puts one of its words; itself where none differs.

        Where the members of an agreed grouping may stand apart in some coding, these are all their steps.
        """
        if not self.disputed:
            return self
        if self.shared and not any(map(_unsettled, self.stances)):
            each = [((one.low, one.high), *_chosen(one)) for one in self.stances]
            if reach := shared_reach(each):
                return replace(self, low=reach[0], high=reach[1])
        ends = [self, *(one.disputed or one for one in self.stances)]
        return replace(self, low=min(one.low for one in ends), high=max(one.high for one in ends))


def _chosen(stance: Stance) -> tuple[Steps, ...]:
    return stance.disputed.places if stance.disputed else ()


def _unsettled(stance: Stance) -> bool:
    """Whether some coding leaves open on which single range of steps some words are."""
    found = stance.disputed
    return stance.doubt or bool(found and (found.unsure or found.unplaced))


@dataclass(frozen=True)
class Placed:
    """A column on one issue: its points and every step of its current words.

    There is one point, but for a split grouping and for words that contradict each other.

    `few` are the members to name in the place of a grouping of whose states fewer than half spoke.
    """

    holder: str
    basis: str
    points: tuple[Point, ...]
    reach: tuple[Stance, ...] = ()
    old: bool = False
    few: tuple[str, ...] = ()


@dataclass(frozen=True)
class Gap:
    """Two columns on one issue; `share` is a part of the scale from 0 to 1.

    Lengths are in steps, or in the unit of a numeric scale.

    `gap` is None for a column of several points: then only `least` and `most` are told, with `nearest` and
    `farthest` the points that make them. Else both are the two points. `basis` is one of the five
    above, `touch` the two newest statements of the columns that name one step where the points do
    not, `old` says that one of the two is from more than a year before, `few` are the members to name
    in the place of each. `coders` are the least and most over every step at which a coding puts the words
    behind the points, None where these are `least` and `most` too.
    """

    issue: str
    first: str
    second: str
    last_step: float
    gap: float | None
    least: float
    most: float
    relation: str | None
    basis: str
    nearest: tuple[Point, Point]
    farthest: tuple[Point, Point]
    touch: tuple[str, str] | None = None
    old: bool = False
    few: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    coders: tuple[float, float] | None = None

    @cached_property
    def share(self) -> float | None:
        """The gap as a share of the scale; None where there is no single gap."""
        return None if self.gap is None else self.gap / self.last_step

    @cached_property
    def told(self) -> tuple[str, str, str, float | None]:
        """What a finding tells of it: issue, pair and share."""
        return self.issue, self.first, self.second, self.share

    @cached_property
    def whose(self) -> tuple[str, str, tuple[tuple[str, ...], tuple[str, ...]]]:
        """The two columns and the members to name in their place: the same of alike named pairs."""
        return self.first, self.second, self.few

    @property
    def reach(self) -> float:
        """How far its farthest points are apart, as a share of the scale; of single points the gap."""
        return _middle(*self.farthest) / self.last_step

    @property
    def pair(self) -> tuple[str, str]:
        """The ids of the two columns."""
        return self.first, self.second


def pair_gap(issue: str, last_step: float, first: Placed, second: Placed) -> Gap:
    """The gap of two columns that can be `compared` on an issue whose scale is `last_step` long."""
    pairs = _pairs(first, second)
    nearest = min(pairs, key=lambda pair: (_least(*pair), _middle(*pair)))
    farthest = max(pairs, key=lambda pair: (_most(*pair), _middle(*pair)))
    single = len(pairs) == 1
    relation = relation_of(*nearest, last_step) if single else None
    interval = _least(*nearest), _most(*farthest)
    return Gap(
        issue=issue,
        first=first.holder,
        second=second.holder,
        last_step=last_step,
        gap=_middle(*nearest) if single else None,
        least=interval[0],
        most=interval[1],
        relation=relation,
        basis=_basis(first.basis, second.basis),
        nearest=nearest,
        farthest=farthest,
        touch=None if relation == SAME else _touch(first, second),
        old=first.old or second.old,
        few=(first.few, second.few),
        coders=_over_codings(pairs, interval),
    )


def compared(first: Placed, second: Placed) -> bool:
    """Whether two columns have more than one and the same member to compare."""
    return bool(_pairs(first, second))


def _pairs(first: Placed, second: Placed) -> list[tuple[Point, Point]]:
    """Every two points; a member that two groupings share is not compared with itself."""
    return [
        (one, other)
        for one, other in product(first.points, second.points)
        if len(one.members) != 1 or one.members != other.members
    ]


def widest(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    """The firm gaps with the largest share of their scale, in order; ties are all kept."""
    firm = [(gap.share, gap) for gap in gaps if gap.basis == FIRM and gap.share is not None]
    most = max((share for share, _ in firm), default=0.0)
    return tuple(gap for share, gap in firm if share == most)


def farthest(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    """The widest of some gaps that a finding names: those at no common step, if there are any.

    Two doubts around one middle are no step apart and yet at no common step.
    """
    found = widest(gaps)
    return tuple(gap for gap in found if gap.relation != SAME) or found


def uncounted(gaps: Sequence[Gap]) -> tuple[Gap, ...]:
    """The gaps that are not firm and reach farther than the widest firm one, the farthest-reaching first.

    None where nothing is firm: then no gap is called the widest.
    """
    firm = [gap.share for gap in gaps if gap.basis == FIRM and gap.share is not None]
    if not firm:
        return ()
    wider = (gap for gap in gaps if gap.basis != FIRM and gap.reach > max(firm))
    return tuple(sorted(wider, key=lambda gap: -gap.reach))


def shares_a_step(one: Point | Stance, other: Point | Stance) -> bool:
    """Whether two ranges share a step for certain: of a range in doubt every step must be the other's."""
    if one.doubt and other.doubt:
        return False
    if one.doubt or other.doubt:
        unsure, sure = (one, other) if one.doubt else (other, one)
        return sure.low <= unsure.low and unsure.high <= sure.high
    return one.low <= other.high and other.low <= one.high


def relation_of(one: Point, other: Point, last_step: float) -> str:
    """Same step, near (a quarter of the scale, and never its two ends) or apart."""
    if shares_a_step(one, other):
        return SAME
    ends = {one.low, other.low} == {0, last_step} and one.low == one.high and other.low == other.high
    return NEAR if _middle(one, other) <= NEAR_SHARE * last_step and not ends else APART


def _middle(one: Point, other: Point) -> float:
    return abs(one.middle - other.middle)


def _least(one: Point, other: Point) -> float:
    return float(max(0, other.low - one.high, one.low - other.high))


def _most(one: Point, other: Point) -> float:
    return float(max(abs(one.high - other.low), abs(other.high - one.low)))


def _over_codings(
    pairs: Sequence[tuple[Point, Point]], kept: tuple[float, float]
) -> tuple[float, float] | None:
    """The interval over all codings; None where it is that of the kept one."""
    if not any(point.disputed for pair in pairs for point in pair):
        return None
    coded = [(one.coded, other.coded) for one, other in pairs]
    found = min(_least(*pair) for pair in coded), max(_most(*pair) for pair in coded)
    return None if found == kept else found


def _basis(first: str, second: str) -> str:
    """What the less certain of two columns rests on."""
    return max(first, second, key=(FIRM, BY_NAME, CONTRADICTS, WEAK, SPLIT).index)


def _touch(first: Placed, second: Placed) -> tuple[str, str] | None:
    """The newest two statements that were said to name one step, of drafts and doubts none."""
    pairs = [
        (one, other)
        for one, other in product(_sure(first.reach), _sure(second.reach))
        if shares_a_step(one, other)
    ]
    if not pairs:
        return None
    one, other = max(pairs, key=lambda pair: (min(each.day for each in pair), max(each.day for each in pair)))
    return one.statements[0], other.statements[0]


def _sure(stances: Sequence[Stance]) -> list[Stance]:
    return [one for one in stances if not one.doubt and not one.weak and one.kind != DRAFT]
