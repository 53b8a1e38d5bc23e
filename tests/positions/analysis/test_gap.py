"""Gaps are the codebook's formula, for every pair that can be compared and no other."""

from __future__ import annotations

from itertools import combinations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from positions.analysis.gap import APART, GAP_COLUMNS, MEET, NEAR, Gap, pair_gaps, widest_gaps
from positions.frames import typed_rows
from tests.positions.factories import ISSUES, LAST_STEP, MODEST, cells_frame

NAN = float("nan")


@st.composite
def cells(draw: st.DrawFn) -> pd.DataFrame:
    """Random cells of up to five holders; some blank, fish without a scale."""
    holders = draw(st.lists(st.sampled_from("abcde"), unique=True, min_size=1))
    rows = []
    for holder in holders:
        for issue in ISSUES:
            last = LAST_STEP.get(issue)
            if last is None or draw(st.integers(0, 3)) == 0:
                rows.append((holder, issue, float(last or NAN), NAN, NAN, NAN))
                continue
            low = draw(st.integers(0, last))
            high = draw(st.integers(low, last))
            point = draw(st.integers(2 * low, 2 * high)) / 2
            rows.append((holder, issue, float(last), point, float(low), float(high)))
    return pd.DataFrame(rows, columns=["holder", "issue", "steps", "point", "low", "high"])


def naive(table: pd.DataFrame) -> dict[tuple[str, str, str], tuple[float, ...]]:
    """Codebook section 7, one pair at a time: gap, least, most, over R and not."""
    found = {}
    for left, right in combinations(table.to_dict("records"), 2):
        if left["issue"] == right["issue"] and left["point"] == left["point"] == left["point"]:
            if right["point"] != right["point"]:
                continue
            a, a1, a2 = left["point"], left["low"], left["high"]
            b, b1, b2 = right["point"], right["low"], right["high"]
            lengths = (abs(a - b), max(0, b1 - a2, a1 - b2), max(abs(a2 - b1), abs(b2 - a1)))
            key = (left["issue"], left["holder"], right["holder"])
            found[key] = (*lengths, *(length / left["steps"] for length in lengths))
    return found


@given(cells())
@MODEST
def test_gaps_follow_the_formula(table: pd.DataFrame) -> None:
    """Every comparable pair has the gap, interval and shares of the formula; no other pair has a row."""
    found = {
        (row.issue, row.first, row.second): (
            row.gap,
            row.least,
            row.most,
            row.share,
            row.share_least,
            row.share_most,
        )
        for row in typed_rows(pair_gaps(table), Gap)
    }

    assert found == naive(table)


@given(cells())
@MODEST
def test_the_order_of_holders_is_irrelevant(table: pd.DataFrame) -> None:
    """Listing the parties the other way round swaps first and second and changes nothing else."""
    back = pair_gaps(table.iloc[::-1]).rename(columns={"first": "second", "second": "first"})
    key = ["issue", "first", "second"]

    assert_frame_equal(
        pair_gaps(table).sort_values(key, ignore_index=True),
        back[list(GAP_COLUMNS)].sort_values(key, ignore_index=True),
    )


@given(cells())
@MODEST
def test_a_gap_lies_in_its_interval_and_on_the_scale(table: pd.DataFrame) -> None:
    """least ≤ gap ≤ most, and every share is from 0 to 1; nothing is missing."""
    gaps = pair_gaps(table)
    shares = gaps[["share", "share_least", "share_most"]]

    assert (gaps["least"] <= gaps["gap"]).all()
    assert (gaps["gap"] <= gaps["most"]).all()
    assert ((shares >= 0) & (shares <= 1)).all(axis=None)
    assert gaps.notna().all(axis=None)


@given(cells())
@MODEST
def test_equal_positions_have_no_gap(table: pd.DataFrame) -> None:
    """A holder compared with a twin is 0 steps away and meets it."""
    twins = pd.concat([table, table.assign(holder=table["holder"] + "-twin")])
    gaps = pair_gaps(twins)
    own = gaps[gaps["second"] == gaps["first"] + "-twin"]

    assert len(own) == table["point"].notna().sum()
    assert (own["gap"] == 0).all()
    assert (own["relation"] == MEET).all()


@given(cells())
@MODEST
def test_the_widest_gaps_are_the_widest_of_their_issue(table: pd.DataFrame) -> None:
    """No pair of an issue is farther apart than the widest, and every pair as far apart is there."""
    gaps, widest = pair_gaps(table), widest_gaps(pair_gaps(table))

    assert set(widest["issue"]) == set(gaps["issue"])
    for issue, rows in gaps.groupby("issue"):
        kept = widest[widest["issue"] == issue]
        assert set(kept["gap"]) == {rows["gap"].max()}
        assert len(kept) == (rows["gap"] == rows["gap"].max()).sum()


def test_a_gap_worked_by_hand() -> None:
    """North on 1 (stated 0 to 2), South on 4 (stated 3 to 4), R = 4: gap 3, from 1 to 4; ¾, ¼ to 1; near."""
    gaps = typed_rows(pair_gaps(cells_frame(("north", "dam", 1, 0, 2), ("south", "dam", 4, 3, 4))), Gap)

    assert gaps == [Gap("dam", "north", "south", 4, 3, 1, 4, 0.75, 0.25, 1, NEAR)]


@pytest.mark.parametrize(("between", "relation"), [(0, MEET), (1, NEAR), (2, APART)])
def test_meet_near_and_apart(between: int, relation: str) -> None:
    """Ranges that touch meet, with one step between they are near, with two they are apart."""
    gaps = pair_gaps(cells_frame(("a", "dam", 0, 0, 1), ("b", "dam", 4, 1 + between, 4)))

    assert gaps["relation"].tolist() == [relation]


def test_a_missing_side_makes_no_row() -> None:
    """Nobody is compared with a blank, and a blank is not 0."""
    gaps = pair_gaps(cells_frame(("a", "dam", 4, 4, 4), ("b", "dam", NAN, NAN, NAN)))

    assert gaps.empty


@pytest.mark.parametrize("table", [cells_frame(), cells_frame(("a", "dam", NAN, NAN, NAN))])
def test_nothing_to_compare(table: pd.DataFrame) -> None:
    """Without a pair the table is empty, has its columns and numbers, and has no widest gap."""
    gaps = pair_gaps(table)

    assert gaps.empty
    assert tuple(gaps.columns) == GAP_COLUMNS
    assert set(gaps.loc[:, "last_step":"share_most"].dtypes) == {pd.Series(dtype="float64").dtype}
    assert_frame_equal(widest_gaps(gaps), gaps, check_index_type=False)


def test_one_holder_alone_has_no_gap() -> None:
    """A single position makes no pair."""
    gaps = pair_gaps(cells_frame(("a", "dam", 2, 2, 2)))

    assert gaps.empty
    assert widest_gaps(gaps).empty


def test_ties_keep_all_their_pairs() -> None:
    """With a on 0 and b and c on 4 both pairs of a are the widest."""
    widest = widest_gaps(
        pair_gaps(cells_frame(("a", "dam", 0, 0, 0), ("b", "dam", 4, 4, 4), ("c", "dam", 4, 4, 4)))
    )

    assert widest[["first", "second"]].to_numpy().tolist() == [["a", "b"], ["a", "c"]]
