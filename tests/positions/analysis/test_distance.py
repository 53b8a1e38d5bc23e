"""The overall distance is a weighted mean over shared issues, and is withheld where too few are shared."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.analysis.distance import DISTANCE_COLUMNS, Distance, overall_distances
from positions.analysis.gap import pair_gaps
from positions.frames import typed_rows
from tests.positions.analysis.test_gap import cells
from tests.positions.factories import MODEST, cells_frame

PAIR = ("a", "b")
FOUR = ("i", "j", "k", "l")
weights = st.dictionaries(st.sampled_from(["dam", "toll"]), st.integers(0, 3).map(float))


def gaps_on(issues: str, second: float = 3, first: float = 1) -> pd.DataFrame:
    """Gaps of a on `first` and b on `second`, the same on each issue."""
    rows = [(holder, issue, at, at, at) for issue in issues for holder, at in (("a", first), ("b", second))]
    return pair_gaps(cells_frame(*rows))


def distance(gaps: pd.DataFrame, *issues: str, weigh: dict[str, float] | None = None) -> Distance:
    """The one distance between a and b over the issues."""
    (found,) = typed_rows(overall_distances(gaps, PAIR, issues, weigh), Distance)
    return found


def test_a_weighted_distance_worked_by_hand() -> None:
    """Shares ½ (0 to ¾) and 1 (½ to 1), weights 1 and 3: 3.5/4, from 1.5/4 to 3.75/4."""
    gaps = pair_gaps(
        cells_frame(("a", "i", 1, 0, 2), ("b", "i", 3, 2, 3), ("a", "j", 0, 0, 1), ("b", "j", 4, 3, 4))
    )
    found = distance(gaps, "i", "j", weigh={"j": 3})

    assert found == Distance("a", "b", 0.875, 0.375, 0.9375, 2, 2, withheld=False)


def test_weights_default_to_one() -> None:
    """Left to itself every issue weighs the same: shares ½ and 0 make ¼."""
    gaps = pd.concat([gaps_on("i"), gaps_on("j", second=1)])

    assert distance(gaps, "i", "j").distance == 0.25
    assert distance(gaps, "i", "j") == distance(gaps, "i", "j", weigh={"i": 1, "j": 1})


@pytest.mark.parametrize(("shared", "withheld"), [("", True), ("i", True), ("ij", False), ("ijkl", False)])
def test_a_distance_is_withheld_below_half(shared: str, withheld: bool) -> None:
    """One of four shared issues is too few, two are enough; how many of how many is always said."""
    found = distance(gaps_on(shared) if shared else pair_gaps(cells_frame()), *FOUR)

    assert (found.shared, found.issues, found.withheld) == (len(shared), 4, withheld)
    assert (found.distance != found.distance) == withheld
    assert (found.least != found.least) == withheld


def test_issues_that_weigh_nothing_give_no_distance() -> None:
    """When all shared issues have weight 0 the distance is withheld, not 0."""
    found = distance(gaps_on("ij"), "i", "j", weigh={"i": 0, "j": 0})

    assert found.withheld
    assert found.distance != found.distance


def test_an_issue_of_weight_nothing_does_not_count() -> None:
    """An issue of weight 0 leaves the mean to the others."""
    gaps = pd.concat([gaps_on("i"), gaps_on("j", second=1)])

    assert distance(gaps, "i", "j", weigh={"j": 0}).distance == 0.5


def test_issues_that_are_not_asked_for_are_left_out() -> None:
    """A gap on another issue changes nothing."""
    gaps = pd.concat([gaps_on("i"), gaps_on("j", second=1)])

    assert distance(gaps, "i") == distance(gaps_on("i"), "i")


@given(cells(), weights)
@MODEST
def test_a_distance_is_the_same_both_ways(table: pd.DataFrame, weigh: dict[str, float]) -> None:
    """Who is named first is irrelevant, for the gaps as for the distances."""
    gaps = pair_gaps(table)
    holders = list(dict.fromkeys(table["holder"]))
    there = typed_rows(overall_distances(gaps, holders, ["dam", "toll"], weigh), Distance)
    back = typed_rows(overall_distances(gaps, holders[::-1], ["dam", "toll"], weigh), Distance)

    def ends(rows: list[Distance]) -> dict[frozenset[str], tuple[str, int, bool]]:
        return {
            frozenset((row.first, row.second)): (f"{row.distance:.9f}", row.shared, row.withheld)
            for row in rows
        }

    assert ends(there) == ends(back)
    assert len(there) == len(holders) * (len(holders) - 1) // 2


@given(cells(), weights)
@MODEST
def test_a_distance_lies_in_its_interval(table: pd.DataFrame, weigh: dict[str, float]) -> None:
    """A distance is from 0 to 1 and between its ends, or it is missing and says so."""
    holders = list(dict.fromkeys(table["holder"]))

    for row in typed_rows(overall_distances(pair_gaps(table), holders, ["dam", "toll"], weigh), Distance):
        assert row.withheld == (row.distance != row.distance)
        assert row.withheld or -1e-9 <= row.least <= row.distance + 1e-9
        assert row.withheld or row.distance - 1e-9 <= row.most <= 1 + 1e-9


def test_nobody_to_compare() -> None:
    """Without a pair of holders the table is empty and has all its columns."""
    found = overall_distances(gaps_on("i"), ["a"], ["i"])

    assert found.empty
    assert tuple(found.columns) == DISTANCE_COLUMNS
