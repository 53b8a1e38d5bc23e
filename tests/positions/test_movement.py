"""Two days are compared that can be, and what is said of them is said in plain words."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from positions.analysis.change import Change, Direction, directions
from positions.frames import typed_rows
from positions.movement import changes_between, default_since, earlier_days, positions_over_time
from positions.movement_words import Compared, change_note, change_table, movement_headline
from positions.selection import default_selection
from positions.tables import Tables
from tests.positions.factories import said, tables_of

SINCE, UNTIL = dt.date(2030, 5, 10), dt.date(2030, 6, 20)
TABLES = tables_of(
    said("z", "north_head", said_on="2030-05-01"),
    said("a", "north_head", 3),
    said("b", "south_head", 0),
    said("c", "north_head", 1, said_on="2030-06-20"),
    said("d", "south_envoy", 1, said_on="2030-05-20"),
    said("e", "east_head", 2, said_on="2030-06-20"),
    said("f", "east_head", 2),
    said("g", "cape_head", 4, said_on="2030-06-20"),
)


def compared(tables: Tables = TABLES, since: dt.date = SINCE, until: dt.date = UNTIL) -> Compared:
    """The dam on both days, in alphabetical order of parties."""
    selection = replace(default_selection(tables.dossier), issues=("dam",), day=until)
    table = changes_between(tables, since, until)
    known = {row.holder: row for row in typed_rows(table, Change) if row.issue == "dam"}
    rows = [known[party] for party in selection.parties]
    told = typed_rows(directions(table, selection.parties), Direction)
    return Compared(tables, selection, since, selection.parties, rows, told)


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        (UNTIL, dt.date(2030, 5, 10)),
        (dt.date(2030, 5, 10), dt.date(2030, 5, 1)),
        (dt.date(2030, 5, 1), None),
    ],
)
def test_the_default_earlier_day_is_the_first_with_a_position(
    until: dt.date, expected: dt.date | None
) -> None:
    """On 1 May nothing could be placed; without a day with a position the first day serves, or none."""
    assert default_since(TABLES, until) == expected
    assert all(day < until for day in earlier_days(TABLES, until))


def test_the_headline_names_each_party_once() -> None:
    """Parties in order, each with what it did, a grouping with n of N, and no verdict."""
    assert movement_headline(compared()) == (
        "Between 10 May and 20 Jun 2030: League (2 of 4 members) rests on other members on 1 issue; "
        "Northland moved on 1 issue; Southland changed only its stated range on 1 issue"
    )


def test_a_view_without_a_change_says_so() -> None:
    """Between two days on which nobody said anything new the title says that, with both years."""
    told = movement_headline(compared(since=UNTIL, until=dt.date(2030, 6, 21)))

    assert told == "Between 20 Jun and 21 Jun 2030: no shown party moved or first stated a position"


def test_a_move_is_told_with_steps_and_direction() -> None:
    """Northland went from 3 to 1: toward Southland at 0, and neither way from the League at 2."""
    view = compared()
    north = next(row for row in view.rows if row.holder == "north")

    assert change_note(north, view) == (
        "moved by 2 steps · from “Dam mostly open” to “Dam half open” · "
        "did not move relative to League (1 of 4 members); toward Southland"
    )


def test_the_table_has_both_days_and_the_ranges() -> None:
    """The row of a range that changed says both ranges; that of a grouping names its members."""
    rows = {row[0]: row[1:] for row in change_table(compared()).to_numpy().tolist()}

    assert rows["Dam: Southland"][2] == "range changed only: 0 before, 0–1 now"
    assert rows["Dam: League"] == [
        "2: Dam shared to all ships (1 of 4 members: East)",
        "3: Dam mostly open to all ships (2 of 4 members: East and Cape)",
        "other members counted",
    ]


def test_silent_parties_share_a_row() -> None:
    """Nobody is left out of the table because nothing was found; the silent stand last, together."""
    table = change_table(compared(tables_of(said("a", "north_head", 1))))

    assert table["Issue and party"].tolist() == ["Dam: Northland", "Dam: League and Southland"]


def test_positions_over_time_are_computed_once() -> None:
    """A page that is drawn again gets the same table."""
    assert positions_over_time(TABLES, UNTIL) is positions_over_time(TABLES, UNTIL)
