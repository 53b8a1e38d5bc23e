"""Gaps on scales of values: as on steps, in the unit of the scale."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.analysis.gap import APART, NEAR, SAME, Gap
from positions.text.distance import overall_words, weights_words
from positions.text.gaps import gap_sentence
from positions.view import View
from tests.positions.factories import DESCRIPTION, ISSUES, LAST_STEP, MANY, said, tables_of, view_at

Range = tuple[float, float]
tenths = st.integers(0, 1000).map(lambda number: number / 10)
ranges = st.tuples(tenths, tenths).map(lambda ends: (min(ends), max(ends)))


def fee_view(north: Range, south: Range, low: float = 0, high: float = 100, **numeric: Any) -> View:
    """Northland and Southland on a fee, each with the values from one to another."""
    fee = {"id": "fee", "name": "Fee", "question": "Which fee?", "rule": "fees"}
    fee["numeric"] = {"low": low, "high": high, "unit": "points", "one": "point", **numeric}  # type: ignore[assignment]
    spoken = [
        said(side, f"{side}_head", issue="fee", value=f"{ends[0]:.1f}/{ends[1]:.1f}", spread="said")
        for side, ends in (("north", north), ("south", south))
    ]
    tables = tables_of(*spoken, issues=[*DESCRIPTION["issues"], fee])
    return view_at(tables, issues=("fee",), parties=("north", "south"))


def fee_gap(north: Range, south: Range, low: float = 0, high: float = 100) -> Gap:
    """The gap of the two on the fee."""
    (found,) = fee_view(north, south, low, high).gaps
    return found


def test_a_gap_worked_by_hand() -> None:
    """From 12.5 of 100 to the range from 40 to 60: 37.5 between the middles, from 27.5 to 47.5."""
    shown = fee_view((12.5, 12.5), (40, 60), anchors=[{"value": 50, "label": "half"}])
    (gap,) = shown.gaps

    assert (gap.gap, gap.share, gap.least, gap.most, gap.relation) == (37.5, 0.375, 27.5, 47.5, APART)
    assert (
        gap_sentence(gap, shown.tables)
        == "37.5 of 100 points (27.5–47.5): between 12.5 points and 40 to 60 points"
    )


@pytest.mark.parametrize(
    ("north", "south", "relation"),
    [
        ((10, 10), (10, 10), SAME),
        ((10, 20), (20, 30), SAME),
        ((10, 10), (10.1, 10.1), NEAR),
        ((10, 10), (35, 35), NEAR),
        ((10, 10), (35.1, 35.1), APART),
        ((0, 0), (100, 100), APART),
    ],
)
def test_same_near_and_apart(north: Range, south: Range, relation: str) -> None:
    """The same value or ranges that touch; at most a quarter of the scale; more."""
    assert fee_gap(north, south).relation == relation


@given(ranges, ranges)
@MANY
def test_a_numeric_gap_is_that_of_the_definition(north: Range, south: Range) -> None:
    """Brute force: middles, and the least and the greatest distance of any two ends."""
    gap = fee_gap(north, south)
    middles = abs(sum(north) - sum(south)) / 2
    least = (
        0
        if max(north[0], south[0]) <= min(north[1], south[1])
        else min(abs(one - other) for one in north for other in south)
    )

    assert gap.gap == pytest.approx(middles, abs=1e-9)
    assert gap.least == pytest.approx(least, abs=1e-9)
    assert gap.most == pytest.approx(max(abs(north[0] - south[1]), abs(north[1] - south[0])), abs=1e-9)
    assert 0 <= (gap.share or 0.0) <= 1
    assert gap.least <= (gap.gap or 0.0) <= gap.most


@given(ranges, ranges)
@MANY
def test_a_numeric_gap_is_alike_from_both_sides_and_both_ends(north: Range, south: Range) -> None:
    """Whoever comes first, and whichever end of the scale does, the numbers are the same."""
    gap = fee_gap(north, south)

    for other in (fee_gap(south, north), fee_gap(north, south, 100, 0)):
        assert other.relation == gap.relation
        assert [other.gap, other.least, other.most] == pytest.approx([gap.gap, gap.least, gap.most], abs=1e-9)


steps = st.tuples(st.integers(0, 4), st.integers(0, 4)).map(lambda ends: (min(ends), max(ends)))


@given(steps, steps)
@MANY
def test_steps_and_values_with_the_same_numbers_give_the_same_gap(
    north: tuple[int, int], south: tuple[int, int]
) -> None:
    """The five steps of the dam are the values from 0 to 4."""
    spoken = [
        said(side, f"{side}_head", placed, spread="said" if placed[0] < placed[1] else None)
        for side, placed in (("north", north), ("south", south))
    ]
    shown = view_at(tables_of(*spoken), issues=("dam",), parties=("north", "south"))
    (ordinal,), numeric = shown.gaps, fee_gap(north, south, 0, LAST_STEP["dam"])

    for name in ("gap", "least", "most", "relation", "share", "basis"):
        assert getattr(numeric, name) == getattr(ordinal, name)


def test_weights_of_an_issue_and_of_a_party_are_told() -> None:
    """A pair weighs an issue by the mean of its two, and the words say all of it."""
    issues = [
        dict(one, weight=4, weight_source="wire") if one["id"] == "toll" else one
        for one in DESCRIPTION["issues"]
    ]
    parties = [
        dict(one, weights=[{"issue": "dam", "weight": 3, "source": "gazette"}])
        if one["id"] == "north"
        else one
        for one in DESCRIPTION["parties"]
    ]
    spoken = [
        said("a", "north_head", 0),
        said("b", "south_head", 4),
        said("c", "north_head", 0, issue="toll"),
        said("d", "south_head", 0, issue="toll"),
    ]
    tables = tables_of(*spoken, issues=issues, parties=parties)
    shown = view_at(tables, issues=ISSUES, parties=("north", "south"))
    (weighed,) = shown.distances
    (chosen,) = View(tables, replace(shown.selection, weights=(("dam", 1.0), ("toll", 1.0)))).distances

    # The dam weighs (3 + 1) / 2 and is 1 apart, the toll weighs 4 and is 0 apart.
    assert weighed.distance == pytest.approx(1 / 3)
    assert weighed.unweighted == 0.5
    assert chosen.distance == chosen.unweighted == 0.5
    assert overall_words(shown).startswith("Overall distance: Northland – Southland 33%, unweighted 50% (")
    assert weights_words(shown) == (
        "weights: 4 for Toll (Wire), 1 for others; of parties, of which a pair has the mean: "
        "3 for Northland on the dam (Gazette)"
    )
