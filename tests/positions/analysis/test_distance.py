"""The overall distance of two columns is the weighted mean of their firm gaps, with n of N."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.analysis.distance import Distance, overall_distances
from positions.analysis.gap import BY_NAME, FIRM, SPLIT, WEAK, Gap, Placed, Point, pair_gap
from tests.positions.factories import MANY

HOLDERS, ISSUES = ("a", "b", "c"), ("dam", "toll", "lock", "quay")
LAST = {"dam": 4, "toll": 2, "lock": 1, "quay": 10}


def gap(issue: str, first: str, second: str, steps: tuple[int, int], basis: str = FIRM) -> Gap:
    """The gap of two columns on single steps."""
    sides = [
        Placed(holder, basis, (Point(step, step, False, (), ()),))
        for holder, step in zip((first, second), steps, strict=True)
    ]
    return pair_gap(issue, LAST[issue], *sides)


@st.composite
def gaps(draw: st.DrawFn) -> list[Gap]:
    """Some gaps, at most one for each pair and issue."""
    places = [(issue, pair) for issue in ISSUES for pair in (("a", "b"), ("a", "c"), ("b", "c"))]
    found = []
    for issue, pair in draw(st.lists(st.sampled_from(places), unique=True)):
        steps = draw(st.tuples(*[st.integers(0, LAST[issue])] * 2))
        found.append(gap(issue, *pair, steps, draw(st.sampled_from([FIRM, FIRM, BY_NAME, WEAK]))))
    return found


weights = st.dictionaries(st.sampled_from(ISSUES), st.sampled_from([0.0, 0.5, 1.0, 2.0]))


def pair(found: tuple[Distance, ...], first: str = "a", second: str = "b") -> Distance:
    """The row of a pair."""
    return next(one for one in found if (one.first, one.second) == (first, second))


@given(gaps(), weights)
@MANY
def test_a_distance_is_a_weighted_mean_of_firm_gaps(drawn: list[Gap], weigh: dict[str, float]) -> None:
    """It lies between its nearest and its farthest gap, counts only firm ones, and order is nothing."""
    found = overall_distances(drawn, HOLDERS, ISSUES, weigh)

    assert found == overall_distances(drawn[::-1], HOLDERS, ISSUES, weigh)
    assert [(one.first, one.second) for one in found] == [("a", "b"), ("a", "c"), ("b", "c")]
    for one in found:
        firm = [each for each in drawn if each.pair == (one.first, one.second) and each.basis == FIRM]
        shares = [each.share or 0.0 for each in firm if weigh.get(each.issue, 1.0)]
        assert (one.shared, one.issues) == (len(firm), len(ISSUES))
        assert (one.distance is None) == (not shares)
        assert one.withheld == (2 * len(firm) < len(ISSUES) or not shares)
        if one.distance is not None and one.least is not None and one.most is not None:
            assert min(shares) - 1e-9 <= one.distance <= max(shares) + 1e-9
            assert one.least - 1e-9 <= one.distance <= one.most + 1e-9


@given(gaps())
@MANY
def test_without_weights_every_issue_weighs_one(drawn: list[Gap]) -> None:
    """Weights of 1, of issues or of parties, change no digit."""
    plain = overall_distances(drawn, HOLDERS, ISSUES)
    own = {(holder, issue): 1.0 for holder in HOLDERS for issue in ISSUES}

    assert all(one.unweighted == one.distance for one in plain)
    assert plain == overall_distances(drawn, HOLDERS, ISSUES, dict.fromkeys(ISSUES, 1.0), own)


def test_a_pair_weighs_an_issue_by_the_mean_of_its_two() -> None:
    """The dam weighs 3 for a and 1 for b, so 2 for the pair: two thirds of its half."""
    drawn = [gap("dam", "a", "b", (0, 2)), gap("toll", "a", "b", (1, 1))]
    found = pair(overall_distances(drawn, HOLDERS, ISSUES, None, {("a", "dam"): 3.0}))

    assert found.distance == pytest.approx(1 / 3)
    assert found.unweighted == 0.25


def test_a_distance_worked_by_hand() -> None:
    """Half of the dam's scale and none of the toll's make a quarter; with the dam twice as heavy a third."""
    drawn = [gap("dam", "a", "b", (0, 2)), gap("toll", "a", "b", (1, 1))]

    assert pair(overall_distances(drawn, HOLDERS, ISSUES)).distance == 0.25
    assert pair(overall_distances(drawn, HOLDERS, ISSUES, {"dam": 2.0})).distance == pytest.approx(1 / 3)
    assert pair(overall_distances(drawn, HOLDERS, ISSUES)).shared == 2


def test_the_interval_is_the_mean_of_the_intervals() -> None:
    """A doubt between 0 and 2 against 2: from none to half of the scale, in the middle a quarter."""
    unsure = Placed("a", FIRM, (Point(0, 2, True, (), ()),))
    drawn = [pair_gap("dam", 4, unsure, Placed("b", FIRM, (Point(2, 2, False, (), ()),)))]
    found = pair(overall_distances(drawn, HOLDERS, ("dam",)))

    assert (found.least, found.distance, found.most) == (0, 0.25, 0.5)


@pytest.mark.parametrize(("shared", "withheld"), [(1, True), (2, False), (3, False)])
def test_below_half_of_the_issues_it_is_withheld(shared: int, withheld: bool) -> None:
    """One of four issues is too few, two of four are enough; the number is there with n either way."""
    drawn = [gap(issue, "a", "b", (0, 1)) for issue in ISSUES[:shared]]
    found = pair(overall_distances(drawn, HOLDERS, ISSUES))

    assert (found.withheld, found.shared) == (withheld, shared)
    assert found.distance is not None


@pytest.mark.parametrize("basis", [BY_NAME, WEAK, SPLIT])
def test_what_is_not_firm_is_in_no_distance(basis: str) -> None:
    """Gaps by name, weak or split count neither in the mean nor in n."""
    drawn = [gap("dam", "a", "b", (0, 4), basis), gap("toll", "a", "b", (0, 1))]
    found = pair(overall_distances(drawn, HOLDERS, ISSUES))

    assert (found.distance, found.shared) == (0.5, 1)


def test_weights_of_nothing_leave_nothing() -> None:
    """Where every shared issue weighs nothing there is no distance, and it is withheld."""
    found = pair(overall_distances([gap("dam", "a", "b", (0, 4))], HOLDERS, ("dam",), {"dam": 0.0}))

    assert (found.distance, found.withheld) == (None, True)


@pytest.mark.parametrize(
    ("issues", "withheld"), [(("dam",), False), (("dam", "toll"), False), (ISSUES[:3], True)]
)
def test_a_distance_of_fewer_than_half_of_the_issues_is_withheld(
    issues: tuple[str, ...], withheld: bool
) -> None:
    """One issue of two is half and enough; one of three is not."""
    (found,) = overall_distances([gap("dam", "a", "b", (0, 2))], ("a", "b"), issues)

    assert (found.shared, found.withheld) == (1, withheld)
