"""A grouping stands where its members stand, and says which of them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from statistics import median

import pandas as pd
import pytest
from hypothesis import given
from pandas.testing import assert_frame_equal

from positions.analysis.current import current_positions, current_statements
from positions.analysis.grouping import GROUPING_COLUMNS, grouping_positions
from positions.models import Dossier, Statement
from positions.tables import Tables
from tests.positions.factories import (
    AS_OF,
    MEMBERS,
    MODEST,
    cell_of,
    days,
    dossiers,
    rows_of,
    said,
    tables_of,
)


def both(tables: Tables, as_of: dt.date) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Positions of members, positions of groupings, and the statements on which they rest."""
    dossier = tables.dossier
    current = current_statements(tables.statements, as_of, dossier.window)
    positions = current_positions(current, dossier.stale_after)
    return positions, grouping_positions(positions, current, tables.membership), current


def tables_for(dossier: Dossier) -> Tables:
    """The tables of a random dossier."""
    return Tables(dossier, Path())


@given(dossiers(), days)
@MODEST
def test_a_grouping_is_the_median_and_range_of_its_members(dossier: Dossier, as_of: dt.date) -> None:
    """Point, range, counts and names come from the members that count, and from them alone."""
    positions, groups, current = both(tables_for(dossier), as_of)
    held = positions[positions["holder"].isin(MEMBERS)]

    assert set(groups["issue"]) == set(held["issue"])
    for row in rows_of(groups):
        on_issue = held[held["issue"] == row.issue]
        fresh = on_issue[~on_issue["stale"].astype(bool)]
        counted = on_issue if fresh.empty else fresh
        behind = current[(current["issue"] == row.issue) & current["holder"].isin(counted["holder"])]
        assert row.holder == "league"
        assert row.stale == fresh.empty
        assert row.point == median(counted["point"])
        assert (row.low, row.high) == (counted["low"].min(), counted["high"].max())
        assert row.low <= row.point <= row.high
        assert row.named == tuple(member for member in MEMBERS if member in set(counted["holder"]))
        assert (row.age, row.statements) == (counted["age"].min(), counted["statements"].sum())
        assert row.sources == behind["source"].nunique()
        assert row.statement in set(counted["statement"])
        assert row.day == counted["day"].max()


@given(dossiers(), days)
@MODEST
def test_words_of_the_grouping_as_such_count_for_no_member(dossier: Dossier, as_of: dt.date) -> None:
    """A statement that names no member moves neither the grouping nor any member."""
    named = tuple(one for one in dossier.statements if one.speaker != "league_office")
    without = dossier.model_copy(update={"statements": named})

    before, after = both(tables_for(dossier), as_of), both(tables_for(without), as_of)

    assert_frame_equal(before[0], after[0])
    assert_frame_equal(before[1], after[1])


def league(*statements: Statement) -> dict[str, object]:
    """What the matrix says of the League on the dam."""
    cell = cell_of(tables_of(*statements), "league")
    return {
        "state": cell.state,
        "point": cell.point,
        "range": (cell.low, cell.high),
        "named": cell.named,
        "thin": cell.thin,
        "sources": cell.sources,
    }


def test_a_grouping_worked_by_hand() -> None:
    """Three of four members on 1, 2 and 3 to 4: median 2, range 1 to 4, two sources, not thin."""
    assert league(
        said("a", "cape_head", (3, 4), source="wire"),
        said("b", "west_head", 2),
        said("c", "east_envoy", 1),
    ) == {
        "state": "stated",
        "point": 2,
        "range": (1, 4),
        "named": ("east", "west", "cape"),
        "thin": False,
        "sources": 2,
    }


def test_an_even_number_of_members_gives_a_half_step() -> None:
    """Members on steps 1 and 2 put the grouping between them."""
    assert league(said("a", "east_head", 1), said("b", "west_head", 2))["point"] == 1.5


@pytest.mark.parametrize(("speaking", "thin"), [(1, True), (2, False), (4, False)])
def test_a_grouping_is_thin_below_half(speaking: int, thin: bool) -> None:
    """One of four members is too few, two of four are not."""
    spoken = [said(member, f"{member}_head", 3) for member in MEMBERS[:speaking]]

    assert league(*spoken)["thin"] == thin


def test_stale_members_are_left_out() -> None:
    """A member whose position is too old is neither counted nor named."""
    found = league(said("a", "east_head", 0, said_on="2030-01-01"), said("b", "west_head", 4))

    assert (found["state"], found["point"], found["range"], found["named"]) == (
        "stated",
        4,
        (4, 4),
        ("west",),
    )


def test_a_grouping_is_stale_when_all_its_members_are() -> None:
    """Where every member's position is old, it is shown as old, not as nothing."""
    found = league(
        said("a", "east_head", 0, said_on="2030-01-01"), said("b", "west_head", 2, said_on="2030-02-01")
    )

    assert (found["state"], found["point"], found["named"]) == ("stale", 1, ("east", "west"))


def test_one_source_with_two_members_is_one_source() -> None:
    """Two members quoted in one report make one source, not two."""
    found = league(said("a", "east_head", 1), said("b", "west_head", 2))

    assert found["sources"] == 1


def test_a_communique_without_a_member_is_no_position() -> None:
    """The League Office alone leaves the League's cell blank."""
    assert league(said("a", "league_office", 3))["state"] == "not_stated"


def test_no_positions_no_groupings() -> None:
    """Without members' positions the table is empty and has all its columns."""
    _, groups, _ = both(tables_of(), AS_OF)

    assert groups.empty
    assert tuple(groups.columns) == GROUPING_COLUMNS
