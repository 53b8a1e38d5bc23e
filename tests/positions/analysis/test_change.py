"""What changed between two days is told of everybody, and never by what another did."""

from __future__ import annotations

import datetime as dt
from math import isnan
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given

from positions.analysis.change import (
    AGAIN,
    AWAY,
    CHANGED,
    FIRST,
    GONE,
    KINDS,
    MOVED,
    NEITHER,
    NEW_WORDS,
    NO_POSITION,
    OLD,
    OTHERS,
    RANGE,
    SAME,
    SAME_WORDS,
    SILENT,
    TOWARD,
    Change,
    Direction,
    changes,
    directions,
    new_at_ends,
)
from positions.analysis.current import current_statements
from positions.frames import typed_rows
from positions.models import Dossier, Statement
from positions.tables import Tables, standing
from tests.positions.factories import FEW, WINDOW, days, dossiers, said, tables_of

EARLY, LATE = dt.date(2030, 5, 15), dt.date(2030, 6, 30)
PARTIES = ("harbour", "league", "north", "south")


def between(tables: Tables, since: dt.date = EARLY, until: dt.date = LATE) -> pd.DataFrame:
    """The changes of the tables between the days."""
    return changes(standing(tables, since), standing(tables, until))


def change_of(tables: Tables, holder: str = "north", issue: str = "dam") -> Change:
    """The change of one holder on one issue between the two days."""
    table = between(tables)
    return typed_rows(table[(table["holder"] == holder) & (table["issue"] == issue)], Change)[0]


@pytest.mark.parametrize(
    ("statements", "kind"),
    [
        ([], SILENT),
        ([said("a", "north_head")], NO_POSITION),
        ([said("a", "north_head", 1, said_on="2030-06-01")], FIRST),
        ([said("a", "north_head", 1), said("b", "north_head", 3, said_on="2030-06-20")], MOVED),
        ([said("a", "north_head", 1)], SAME),
        ([said("a", "north_head", 1), said("b", "north_envoy", 2, said_on="2030-05-20")], RANGE),
        ([said("a", "north_head", 1, said_on="2030-04-20")], GONE),
        (
            [
                said("a", "north_head", 1, said_on="2030-03-01"),
                said("b", "north_head", 1, said_on="2030-06-01"),
            ],
            AGAIN,
        ),
        ([said("a", "north_head", 1, said_on="2030-01-01")], OLD),
    ],
)
def test_each_kind_has_its_own_smallest_dossier(statements: list[Statement], kind: str) -> None:
    """Silence, a first word, a move, another range, the same, and age on either day all differ."""
    assert change_of(tables_of(*statements)).kind == kind


def test_another_member_is_no_movement() -> None:
    """When Cape joins East, the League's median shifts, and nobody is said to have moved."""
    tables = tables_of(said("a", "east_head", 1), said("b", "cape_head", 3, said_on="2030-06-01"))
    change = change_of(tables, "league")

    assert (change.kind, change.point_before, change.point_after) == (OTHERS, 1, 2)
    assert change.moved != change.moved


def test_words_without_a_scale_are_not_measured() -> None:
    """On fish a later statement is new words, an older one the same words, and none has steps."""
    old, new = (
        said("a", "north_head", issue="fish"),
        said("b", "north_head", issue="fish", said_on="2030-06-01"),
    )

    assert change_of(tables_of(old), issue="fish").kind == SAME_WORDS
    assert change_of(tables_of(old, new), issue="fish").kind == NEW_WORDS
    assert change_of(tables_of(new), issue="fish").kind == FIRST
    assert between(tables_of(old, new)).query("issue == 'fish'")["moved"].isna().all()


def test_a_change_worked_by_hand() -> None:
    """North goes from 3 to 1: toward South, which was at 0, and away from Harbour, which was at 4."""
    tables = tables_of(
        said("a", "north_head", 3),
        said("b", "south_head", 0),
        said("c", "harbour_head", 4),
        said("d", "north_head", 1, said_on="2030-06-20"),
        said("e", "south_head", 2, said_on="2030-06-20"),
    )
    north = change_of(tables)
    rows = typed_rows(directions(between(tables), PARTIES), Direction)
    found = {(row.holder, row.other): (row.nearer, row.direction) for row in rows}

    assert (north.kind, north.moved, north.statement_before, north.statement_after) == (MOVED, -2, "a", "d")
    assert found == {
        ("north", "south"): (2, TOWARD),
        ("north", "harbour"): (-2, AWAY),
        ("south", "north"): (2, TOWARD),
        ("south", "harbour"): (2, TOWARD),
        ("harbour", "north"): (0, NEITHER),
        ("harbour", "south"): (0, NEITHER),
    }


def test_a_side_does_not_move_because_another_did() -> None:
    """South comes all the way to North, who stays: North did not move relative to South."""
    tables = tables_of(
        said("a", "north_head", 4),
        said("b", "south_head", 0),
        said("c", "south_head", 4, said_on="2030-06-20"),
    )
    rows = typed_rows(directions(between(tables), PARTIES), Direction)

    assert {(row.holder, row.direction) for row in rows} == {("north", NEITHER), ("south", TOWARD)}


def test_who_said_nothing_on_the_earlier_day_gives_no_direction() -> None:
    """South spoke too late to be moved toward, and a member does not move toward its own grouping."""
    tables = tables_of(
        said("a", "east_head", 4),
        said("b", "east_head", 2, said_on="2030-06-20"),
        said("c", "south_head", 0, said_on="2030-06-20"),
    )

    assert directions(between(tables), PARTIES).empty


@given(dossiers(), days, days)
@FEW
def test_every_cell_has_one_kind_and_steps_only_where_both_days_count(
    dossier: Dossier, one: dt.date, other: dt.date
) -> None:
    """One row per holder and issue; `moved` is later minus earlier, or missing."""
    tables = Tables(dossier, Path())
    since, until = sorted((one, other))
    rows = typed_rows(between(tables, since, until), Change)

    assert len(rows) == len(standing(tables, until))
    for row in rows:
        assert row.kind in KINDS
        counts = row.state_before == row.state_after == "stated" and row.point_before == row.point_before
        known = row.moved == row.moved
        assert known == (counts and row.point_after == row.point_after and row.kind != OTHERS)
        if known:
            assert row.moved == row.point_after - row.point_before
            assert (row.kind == MOVED) == (row.moved != 0)


@given(dossiers(), days)
@FEW
def test_between_a_day_and_itself_nothing_changes(dossier: Dossier, day: dt.date) -> None:
    """The same day twice has no change and no direction but "did not move"."""
    table = between(Tables(dossier, Path()), day, day)

    assert not table["kind"].isin(CHANGED).any()
    assert set(directions(table, PARTIES)["direction"]) <= {NEITHER}


@given(dossiers(), days, days)
@FEW
def test_directions_follow_the_rule(dossier: Dossier, one: dt.date, other: dt.date) -> None:
    """Toward means nearer to where the other stood on the earlier day, pair by pair."""
    since, until = sorted((one, other))
    table = between(Tables(dossier, Path()), since, until)
    rows = {(row.holder, row.issue): row for row in typed_rows(table, Change)}
    expected = {}
    for mover in rows.values():
        for fixed in rows.values():
            if fixed.issue != mover.issue or fixed.holder not in PARTIES or fixed.party == mover.party:
                continue
            anchor = fixed.point_before
            if isnan(mover.moved) or isnan(anchor) or fixed.state_before != "stated":
                continue
            nearer = abs(mover.point_before - anchor) - abs(mover.point_after - anchor)
            words = TOWARD if nearer > 0 else AWAY if nearer < 0 else NEITHER
            expected[mover.issue, mover.holder, fixed.holder] = (nearer, words)

    found = typed_rows(directions(table, PARTIES), Direction)
    assert {(row.issue, row.holder, row.other): (row.nearer, row.direction) for row in found} == expected


def test_the_ends_of_a_range_lead_to_their_statements() -> None:
    """The newest current statement at each end, once when it is the same, none for who is silent."""
    tables = tables_of(
        said("a", "north_head", (0, 2)), said("b", "north_envoy", 3), said("c", "south_head", 1)
    )
    current = current_statements(tables.statements, EARLY, WINDOW)

    assert new_at_ends(current, ["north"], "dam") == ("a", "b")
    assert new_at_ends(current, ["south"], "dam") == ("c",)
    assert new_at_ends(current, ["harbour"], "dam") == ()
