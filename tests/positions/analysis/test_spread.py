"""How members spread over a scale: van der Eijk's agreement and Esteban and Ray's polarization."""

from __future__ import annotations

from math import isclose
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.analysis.spread import agreement_a, polarization
from tests.positions.factories import MODEST

counts = st.lists(st.integers(0, 9), min_size=3, max_size=7)
points = st.lists(st.integers(0, 8).map(lambda half: half / 2), min_size=1, max_size=8)


def test_agreement_of_the_published_example() -> None:
    """The example of the R package agrmt (D. Ruedin), function `agreement`, gives 0.6113333."""
    assert agreement_a([30, 40, 210, 130, 530, 50, 10]) == pytest.approx(0.6113333, abs=1e-7)


def test_agreement_worked_by_hand() -> None:
    """Counts 2 1 0 0 0 are a layer 1 1 0 0 0 (A = ¾, two thirds of all) and a layer 1 0 0 0 0 (A = 1)."""
    assert agreement_a([2, 1, 0, 0, 0]) == pytest.approx(2 / 3 * 0.75 + 1 / 3)


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ([0, 0, 6, 0, 0], 1),
        ([6, 0, 0, 0, 0], 1),
        ([2, 2, 2, 2, 2], 0),
        ([3, 0, 0, 0, 3], -1),
        ([3, 0, 3], -1),
        ([1, 1, 1], 0),
    ],
)
def test_agreement_at_its_extremes(members: list[int], expected: float) -> None:
    """All on one step is 1, evenly spread is 0, half on each end is −1 (van der Eijk 2001)."""
    assert agreement_a(members) == pytest.approx(expected)


@pytest.mark.parametrize("members", [[], [1, 2], [0, 0, 0]])
def test_agreement_needs_three_steps_and_somebody(members: list[int]) -> None:
    """Where A is not defined it is missing, never 0."""
    assert agreement_a(members) is None


@given(counts)
@MODEST
def test_agreement_runs_from_minus_one_to_one(members: list[int]) -> None:
    """A stays within its bounds, reads the same from both ends, and counts shares, not heads."""
    agreement = agreement_a(members)

    assert (agreement is None) == (sum(members) == 0)
    if agreement is not None:
        mirrored, doubled = agreement_a(members[::-1]), agreement_a([2 * count for count in members])
        assert -1 - 1e-9 <= agreement <= 1 + 1e-9
        assert mirrored == pytest.approx(agreement)
        assert doubled == pytest.approx(agreement)


def test_polarization_of_two_equal_poles() -> None:
    """Half on 0 and half on 4 with α = 1: 2 · ½² · ½ · 4 = 1 (Esteban and Ray 1994, K = 1)."""
    assert polarization([0, 4]) == pytest.approx(1)
    assert polarization([0, 0, 4, 4]) == pytest.approx(1)


def test_polarization_worked_by_hand() -> None:
    """Two thirds on 0, one third on 3, α = 1: (4/9 · 1/3 + 1/9 · 2/3) · 3 = 2/3."""
    assert polarization([0, 3, 0]) == pytest.approx(2 / 3)


def test_polarization_without_identification_is_ginis_mean_difference() -> None:
    """With α = 0 the shares weigh alike: 2 · ½ · ½ · 4 = 2 (Esteban and Ray 1994)."""
    assert polarization([0, 4], alpha=0) == pytest.approx(2)


def test_three_poles_polarize_less_than_two() -> None:
    """Moving a third of the members to the middle lowers P: two poles are the worst case."""
    apart, between = polarization([0, 0, 0, 4, 4, 4]), polarization([0, 0, 2, 2, 4, 4])

    assert apart is not None
    assert between is not None
    assert between < apart


def test_nobody_is_not_polarized() -> None:
    """Without points P is missing, not 0."""
    assert polarization([]) is None


@given(st.integers(0, 4), st.integers(1, 6))
@MODEST
def test_one_point_is_not_polarized(point: int, members: int) -> None:
    """However many stand on one point, P is 0."""
    assert polarization([point] * members) == 0


@given(points, st.randoms(use_true_random=False))
@MODEST
def test_polarization_does_not_depend_on_how_members_are_listed(shares: list[float], random: Random) -> None:
    """Equal points listed apart or together, in any order, give the same P; so does each member twice."""
    listed = sorted(shares)
    random.shuffle(shares)
    found = polarization(listed)

    assert found is not None
    assert isclose(polarization(shares) or 0, found)
    assert isclose(polarization(shares + shares) or 0, found)
    assert found >= 0
