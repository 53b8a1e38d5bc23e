"""How members spread over a scale: van der Eijk's agreement."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.analysis.spread import agreement_a, spread_of
from positions.reading.dossier import load_dossier
from positions.rows.cells import cell_rows
from positions.text.grouping import spread_words
from tests.components.report.handed_out import view_on
from tests.positions.factories import MODEST

counts = st.lists(st.integers(0, 9), min_size=3, max_size=7)


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


def test_agreement_of_a_single_member() -> None:
    """One member stands on one step, which is all the agreement there can be."""
    assert agreement_a([0, 1, 0]) == 1


def test_agreement_where_as_many_triples_agree_as_deviate() -> None:
    """11101 has three triples 110 and three 101: U = (3·3 − 4·3) / (3·6) = −1/6; A = −1/6 · (1 − 3/4)."""
    assert agreement_a([1, 1, 1, 0, 1]) == pytest.approx(-1 / 24)


def test_the_states_of_europe_on_guarantees_worked_by_hand() -> None:
    """Five states on step 2 and one on step 4 in September 2025; bodies and doubtful steps are not counted.

    The layer 0 0 1 0 1 has two triples 011 and one 101, so U = (3 · 2 − 4 · 1) / (3 · 3) and A = ¾ U; it
    holds two of the six, the layer 0 0 1 0 0 the other four.
    """
    shown = view_on(load_dossier("ukraine-2014-2026"), day=dt.date(2025, 9, 15))
    cell = shown.cell("europe", "security_guarantees")
    assert cell.grouped is not None
    found = spread_of(cell.grouped, 5)
    expected = 4 / 6 + 2 / 6 * (3 / 4) * (6 - 4) / 9

    assert found is not None
    assert found.counts == (0, 0, 5, 0, 1)
    assert found.agreement == pytest.approx(expected)
    assert spread_words(cell, shown.tables).startswith(
        "Spread of 6 states, each on one step: Form still open to Automatic defence. "
        "Agreement A 0.72 (van der Eijk: 1 all on one step,"
    )
    told = {(row.holder, row.issue): row.agreement_a for row in cell_rows(shown)}
    assert told["europe", "security_guarantees"] == pytest.approx(expected)


def test_fewer_than_five_states_or_a_single_actor_have_no_spread() -> None:
    """Of Europe on the Donbas one state spoke; Russia is no grouping: nothing is said of either."""
    shown = view_on(load_dossier("ukraine-2014-2026"))

    assert spread_words(shown.cell("europe", "donbas"), shown.tables) == ""
    assert spread_words(shown.cell("russia", "donbas"), shown.tables) == ""
    assert sum(row.agreement_a is not None for row in cell_rows(shown)) == 1


def test_a_scale_of_values_has_no_steps_to_spread_over() -> None:
    """On a numeric issue nobody stands on a step, so that nothing is said."""
    cell = view_on(load_dossier("ukraine-2014-2026")).cell("europe", "neutrality")
    assert cell.grouped is not None

    assert spread_of(cell.grouped, 0) is None
