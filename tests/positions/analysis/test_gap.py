"""A gap is the distance of two points, with the interval that their words allow."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.analysis.gap import (
    APART,
    BY_NAME,
    FIRM,
    NEAR,
    SAME,
    SPLIT,
    WEAK,
    Gap,
    Placed,
    Point,
    compared,
    pair_gap,
    shares_a_step,
    uncounted,
    widest,
)
from positions.analysis.position import BOUNDED, DRAFT, EARLIER, LOW
from positions.analysis.words import Stance
from tests.positions.factories import AS_OF, MANY, MODEST

BASES = (FIRM, BY_NAME, WEAK, SPLIT)


def stance(low: int, high: int | None = None, name: str = "s", **written: Any) -> Stance:
    """Words on these steps."""
    high = low if high is None else high
    return replace(Stance(low, high, False, False, AS_OF, ("x",), (name,), 1, ()), **written)


def point(low: int, high: int | None = None, *, doubt: bool = False, members: tuple[str, ...] = ()) -> Point:
    """A point on these steps."""
    high = low if high is None else high
    return Point(low, high, doubt and low < high, members, (stance(low, high),))


def placed(holder: str, *points: Point, reach: tuple[Stance, ...] = (), basis: str = FIRM) -> Placed:
    """A column with these points and these other words."""
    own = tuple(one for each in points for one in each.stances)
    return Placed(holder, SPLIT if len(points) > 1 else basis, points, (*own, *reach))


def gap(one: Point, other: Point, last: int = 4) -> Gap:
    """The gap of two single points on a scale of `last` + 1 steps."""
    return pair_gap("dam", last, placed("a", one), placed("b", other))


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Point, Point, int]:
    """Two points on one scale of two to eleven steps."""
    last = draw(st.integers(1, 10))
    found = []
    for _ in range(2):
        low = draw(st.integers(0, last))
        found.append(point(low, draw(st.integers(low, last)), doubt=draw(st.booleans())))
    return found[0], found[1], last


@given(pairs())
@MANY
def test_a_gap_is_that_of_the_middles_inside_its_interval(drawn: tuple[Point, Point, int]) -> None:
    """Gap and interval follow the formulas, and the share runs from 0 to 1."""
    one, other, last = drawn
    found = gap(one, other, last)

    assert found.gap == abs((one.low + one.high) / 2 - (other.low + other.high) / 2)
    assert found.least == max(0, other.low - one.high, one.low - other.high)
    assert found.most == max(abs(one.high - other.low), abs(other.high - one.low))
    assert found.share is not None
    assert 0 <= found.least <= found.gap <= found.most <= last
    assert 0 <= found.share <= 1


@given(pairs())
@MANY
def test_a_gap_is_the_same_both_ways(drawn: tuple[Point, Point, int]) -> None:
    """Who is named first changes nothing but who is named first."""
    one, other, last = drawn
    there, back = gap(one, other, last), gap(other, one, last)

    assert (there.gap, there.least, there.most, there.relation) == (
        back.gap,
        back.least,
        back.most,
        back.relation,
    )


@given(pairs())
@MANY
def test_the_same_step_is_one_that_both_name(drawn: tuple[Point, Point, int]) -> None:
    """Of two sure ones a step lies in both; of a doubt every step lies in the other; two doubts never."""
    one, other, last = drawn
    steps = [set(range(int(each.low), int(each.high) + 1)) for each in (one, other)]
    if one.doubt and other.doubt:
        expected = False
    elif one.doubt or other.doubt:
        unsure, sure = steps if one.doubt else reversed(steps)
        expected = unsure <= sure
    else:
        expected = bool(steps[0] & steps[1])

    assert (gap(one, other, last).relation == SAME) == expected


@given(pairs())
@MANY
def test_near_is_at_most_a_quarter_of_the_scale(drawn: tuple[Point, Point, int]) -> None:
    """What is not at the same step is near up to a quarter of the scale, beyond it apart."""
    one, other, last = drawn
    found = gap(one, other, last)
    if found.relation != SAME:
        assert found.gap is not None
        assert (found.relation == NEAR) == (4 * found.gap <= last)


@pytest.mark.parametrize("last", range(1, 11))
def test_the_two_ends_of_a_scale_are_never_near(last: int) -> None:
    """Also not on a scale of two steps, which has nothing but ends."""
    assert gap(point(0), point(last), last).relation == APART


@pytest.mark.parametrize(
    ("steps", "last", "relation"), [(1, 4, NEAR), (2, 4, APART), (1, 3, APART), (2, 8, NEAR), (1, 1, APART)]
)
def test_a_quarter_worked_by_hand(steps: int, last: int, relation: str) -> None:
    """One of four steps is near, two are not; one of three, and one of one, are apart."""
    assert gap(point(0), point(steps), last).relation == relation


def test_a_gap_worked_by_hand() -> None:
    """Steps 0 to 1 and 3: the middles are 2.5 apart, the words 2 to 3 of 4 steps."""
    found = gap(point(0, 1), point(3))

    assert (found.gap, found.least, found.most, found.share) == (2.5, 2, 3, 0.625)
    assert (found.relation, found.basis) == (APART, FIRM)


def test_a_doubt_widens_the_interval_and_is_never_the_same_step() -> None:
    """Placed at 1 or 2 against 2: no step apart or one; near, and not the same."""
    found = gap(point(1, 2, doubt=True), point(2))

    assert (found.gap, found.least, found.most, found.relation) == (0.5, 0, 1, NEAR)
    assert not shares_a_step(point(1, 2, doubt=True), point(1, 2, doubt=True))
    assert shares_a_step(point(1, 2), point(2))


def test_opposed_members_give_an_interval_and_no_gap() -> None:
    """Members at 0 and 3 of 3 against 1: one step to two, both ends by name, no gap, no relation."""
    league = placed("league", point(0, members=("east",)), point(3, members=("west",)))
    found = pair_gap("dam", 3, league, placed("north", point(1)))

    assert (found.gap, found.share, found.relation, found.basis) == (None, None, None, SPLIT)
    assert (found.least, found.most) == (1, 2)
    assert (found.nearest[0].members, found.farthest[0].members) == (("east",), ("west",))


def test_a_split_grouping_meets_nobody() -> None:
    """Although Northland stands where East does, there is no same step and nothing that touches by points."""
    league = placed("league", point(0, members=("east",)), point(3, members=("west",)))
    found = pair_gap("dam", 3, league, placed("north", point(0)))

    assert (found.least, found.most, found.relation) == (0, 3, None)
    assert widest([found]) == ()


@given(pairs(), st.lists(st.integers(0, 10), max_size=3), st.booleans())
@MANY
def test_an_interval_of_a_split_reaches_from_the_nearest_to_the_farthest(
    drawn: tuple[Point, Point, int], more: list[int], swapped: bool
) -> None:
    """It is the widest and the narrowest of the intervals to each part."""
    one, other, last = drawn
    parts = (one, *(point(min(step, last)) for step in more))
    columns = placed("league", *parts), placed("north", other)
    found = pair_gap("dam", last, *(columns[::-1] if swapped else columns))
    each = [gap(part, other, last) for part in parts]

    assert found.least == min(single.least for single in each)
    assert found.most == max(single.most for single in each)
    assert (found.gap is None) == (len(parts) > 1)


@pytest.mark.parametrize("first", BASES)
@pytest.mark.parametrize("second", BASES)
def test_a_gap_rests_on_the_less_certain_of_two(first: str, second: str) -> None:
    """Firm, told by name, weak, split: the later of the two in that order is the gap's."""
    sides = [
        Placed(name, basis, (point(0), point(1)) if basis == SPLIT else (point(0),))
        for name, basis in (("a", first), ("b", second))
    ]

    assert pair_gap("dam", 4, *sides).basis == max(first, second, key=BASES.index)


@pytest.mark.parametrize(
    ("written", "touches"),
    [
        ({"kind": EARLIER}, True),
        ({"kind": BOUNDED}, True),
        ({"kind": DRAFT}, False),
        ({"kind": LOW, "weak": True}, False),
        ({"kind": EARLIER, "high": 3, "doubt": True}, False),
    ],
)
def test_only_what_was_said_for_certain_touches(written: dict[str, Any], touches: bool) -> None:
    """Earlier words of one side name the other's step; a draft, a doubt, low confidence do not."""
    one = placed("a", point(0), reach=(stance(2, name="t", **written),))
    found = pair_gap("dam", 4, one, placed("b", point(2, 3)))

    assert found.touch == (("t", "s") if touches else None)
    assert found.relation == APART


def test_points_at_one_step_need_no_touch() -> None:
    """Where the points share a step, nothing else is told."""
    assert gap(point(2), point(2)).touch is None


shares = st.lists(st.tuples(pairs(), st.sampled_from(BASES[:3])), max_size=6)


@given(shares)
@MODEST
def test_the_widest_are_the_firm_gaps_of_the_largest_share(drawn: list[tuple[Any, str]]) -> None:
    """All ties are kept, and what is weak, by name or split is never among them."""
    gaps = [
        pair_gap("dam", last, placed("a", one, basis=basis), placed("b", other))
        for (one, other, last), basis in drawn
    ]
    found = widest(gaps)
    firm = [each.share or 0 for each in gaps if each.basis == FIRM]

    assert [each.share for each in found] == [share for share in firm if share == max(firm)]
    assert all(each.basis == FIRM for each in found)


@given(shares)
@MODEST
def test_what_does_not_count_reaches_farther_than_the_widest(drawn: list[tuple[Any, str]]) -> None:
    """Nothing firm, nothing nearer and nothing as far is among it; the farthest-reaching comes first."""
    gaps = [
        pair_gap("dam", last, placed("a", one, basis=basis), placed("b", other))
        for (one, other, last), basis in drawn
    ]
    firm = [each.share or 0 for each in gaps if each.basis == FIRM]
    found = uncounted(gaps)

    expected = [each for each in gaps if firm and each.basis != FIRM and (each.share or 0) > max(firm)]
    assert sorted(map(repr, found)) == sorted(map(repr, expected))
    assert [one.reach for one in found] == sorted((one.reach for one in found), reverse=True)


def test_a_member_of_two_groupings_is_not_compared_with_itself() -> None:
    """Their nearest members are two; where they have only the one in common there is nothing to compare."""
    shared, other = point(1, members=("x",)), point(3, members=("y",))
    one, two = placed("g", shared, other), placed("h", shared, point(2, members=("z",)))
    gap = pair_gap("dam", 4, one, two)

    assert [first.members != second.members for first, second in (gap.nearest, gap.farthest)] == [True, True]
    assert (gap.least, gap.most) == (1, 2)
    assert not compared(placed("g", shared), placed("h", shared))


def test_a_split_grouping_reaches_to_its_farthest_member() -> None:
    """Members at 1 and 3 are 1 and 3 steps from 0: farther than a firm gap of 2."""
    split = placed("g", point(1, members=("x",)), point(3, members=("y",)))
    gaps = [
        pair_gap("dam", 4, placed("a", point(0)), placed("b", point(2))),
        pair_gap("dam", 4, placed("a", point(0)), split),
        pair_gap("dam", 4, placed("b", point(2)), split),
    ]

    assert [one.reach for one in gaps] == [0.5, 0.75, 0.25]
    assert uncounted(gaps) == (gaps[1],)
    assert uncounted(gaps[1:]) == ()
