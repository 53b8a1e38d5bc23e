"""Every cell is a position or says which kind of blank it is; only positions are compared."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from pandas.testing import assert_frame_equal

from positions.analysis.gap import pair_gaps
from positions.fields import last_day
from positions.frames import typed_rows
from positions.models import Dossier, Statement
from positions.tables import STATES, Cell, Tables, comparable, speaking_columns, standing
from tests.positions.factories import (
    AS_OF,
    FEW,
    ISSUES,
    MEMBERS,
    SINGLES,
    cell_of,
    days,
    dossier_of,
    dossiers,
    said,
    tables_of,
)

HOLDERS = ("north", "south", "league", *MEMBERS, "harbour")
BLANKS = ("declined", "ambiguous", "not_stated", "not_researched", "not_applicable")


def not_applying(*parties: str) -> list[dict[str, Any]]:
    """The issues, the dam being no question for these parties."""
    issues = [one.model_dump() for one in dossier_of().issues]
    return [{**issues[0], "not_applicable": parties}, *issues[1:]]


@pytest.mark.parametrize(
    ("statements", "described", "state"),
    [
        ([], {}, "not_stated"),
        ([], {"searched": []}, "not_researched"),
        ([said("a", "north_head")], {"refusals": ["a"]}, "declined"),
        ([said("a", "north_head")], {}, "ambiguous"),
        ([], {"issues": not_applying("north")}, "not_applicable"),
        ([said("a", "north_head", 0)], {}, "stated"),
        ([said("a", "north_head", 0, said_on="2030-01-01")], {}, "stale"),
    ],
)
def test_each_state_has_its_own_smallest_dossier(
    statements: list[Statement], described: dict[str, Any], state: str
) -> None:
    """Nothing found, not looked for, refused, unclear, no question, a position, an old one: all differ."""
    assert cell_of(tables_of(*statements, **described), "north").state == state


@pytest.mark.parametrize(
    ("search", "state"),
    [
        ({"source": "wire", "parties": ["south"]}, "not_researched"),
        ({"source": "wire", "issues": ["toll"]}, "not_researched"),
        ({"source": "wire", "parties": ["north"], "issues": ["dam"]}, "not_stated"),
    ],
)
def test_a_search_counts_for_what_was_looked_for(search: dict[str, Any], state: str) -> None:
    """A source searched for another party or issue says nothing about this one."""
    cell = cell_of(tables_of(searched=[search]), "north")

    assert (cell.state, cell.looked_in) == (state, int(state == "not_stated"))


@pytest.mark.parametrize(
    "statement",
    [
        said("a", "north_rebel", 1),
        said("a", "north_head", 1, mode="attributed", about=("south",)),
        said("a", "south_head", 1, mode="attributed", about=("north",)),
        said("a", "pundit", mode="commentary", about=("north",)),
        said("a", "north_head", 1, said_on="2030-07-01"),
    ],
    ids=["dissent", "claim", "claimed", "comment", "later"],
)
def test_what_is_not_a_sides_own_word_leaves_the_cell_blank(statement: Statement) -> None:
    """Dissent, claims of and about a side, comments and later words are no position of the side."""
    assert cell_of(tables_of(statement), "north").state == "not_stated"


def test_a_refusal_does_not_undo_an_earlier_position() -> None:
    """Who placed himself in May and declines in June still stands where he stood."""
    tables = tables_of(
        said("a", "north_head", 3), said("b", "north_head", said_on="2030-06-01"), refusals=["b"]
    )

    assert (cell_of(tables, "north").state, cell_of(tables, "north").point) == ("stated", 3)


def test_the_latest_of_unplaced_words_tells_the_blank() -> None:
    """After a refusal, words that cannot be placed make the cell ambiguous; the other way round, declined."""
    early, late = (
        said("a", "north_head", said_on="2030-05-01"),
        said("b", "north_head", said_on="2030-06-01"),
    )

    assert cell_of(tables_of(early, late, refusals=["a"]), "north").state == "ambiguous"
    assert cell_of(tables_of(early, late, refusals=["b"]), "north").state == "declined"


def test_words_on_an_issue_without_a_scale_are_stated() -> None:
    """Fish has no scale: words on it fill the cell, grow old, and are never measured."""
    tables = tables_of(
        said("a", "north_head", issue="fish"), said("b", "south_head", issue="fish", said_on="2030-01-01")
    )
    north, south = cell_of(tables, "north", "fish"), cell_of(tables, "south", "fish")

    assert (north.state, south.state) == ("stated", "stale")
    assert north.point != north.point
    assert not north.placed


def test_a_question_that_does_not_arise_for_a_grouping_does_not_for_its_members() -> None:
    """Not applicable to the League means not applicable to East, whatever East said."""
    tables = tables_of(said("a", "east_head", 1), issues=not_applying("league"))

    assert {cell_of(tables, holder).state for holder in ("league", *MEMBERS)} == {"not_applicable"}
    assert cell_of(tables, "north").state == "not_stated"


def test_a_grouping_without_placed_members_shows_their_latest_words() -> None:
    """East's unclear words make the League's cell ambiguous, named and sourced, without a step."""
    cell = cell_of(tables_of(said("a", "east_head")), "league")

    assert (cell.state, cell.statement, cell.named, cell.members) == ("ambiguous", "a", ("east",), 4)
    assert cell.point != cell.point


def test_a_cell_worked_by_hand() -> None:
    """Two members of four: the League's cell names them, its day, age, sources and what was searched."""
    tables = tables_of(
        said("a", "east_head", 1, said_on="2030-06-10"), said("b", "cape_head", (2, 4), source="wire")
    )

    assert cell_of(tables, "league") == Cell(
        holder="league",
        name="League",
        party="league",
        kind="grouping",
        issue="dam",
        issue_name="Dam",
        steps=4,
        state="stated",
        point=2,
        point_low=1.5,
        point_high=2.5,
        low=1,
        high=4,
        statement="a",
        said_on="2030-06-10",
        age=20,
        former=False,
        statements=2,
        sources=2,
        named=("east", "cape"),
        members=4,
        thin=False,
        looked_in=3,
    )


@given(dossiers(), days)
@FEW
def test_every_holder_has_one_cell_on_every_issue(dossier: Dossier, as_of: dt.date) -> None:
    """Cells stand in the dossier's order, each once, each in a known state with whole counts."""
    cells = standing(Tables(dossier, Path()), as_of)

    assert list(zip(cells["holder"], cells["issue"], strict=True)) == [
        (holder, issue) for holder in HOLDERS for issue in ISSUES
    ]
    assert set(cells["state"]) <= set(STATES)
    assert (cells["statements"] >= cells["sources"]).all()
    assert ((cells["sources"] > 0) == cells["statement"].notna()).all()


@given(dossiers(), days)
@FEW
def test_the_state_of_a_cell_is_what_was_said(dossier: Dossier, as_of: dt.date) -> None:
    """A single side's state follows from its own words by the day: placed, refused, unclear or none."""
    authority = {one.id: one.authority for one in dossier.speakers}
    tables = Tables(dossier, Path())

    for cell in typed_rows(standing(tables, as_of), Cell):
        if cell.holder not in SINGLES:
            continue
        own = [
            one
            for one in dossier.statements
            if (one.member or one.party) == cell.holder and one.issue == cell.issue
            if one.mode in ("official_text", "direct_quote", "reported_speech", "action")
            if authority[one.speaker] in ("principal", "delegated") and last_day(one.said_on) <= as_of
        ]
        placed = [one for one in own if one.step_low is not None]
        newest = max((last_day(one.said_on) for one in placed or own), default=as_of)
        age_state = "stale" if (as_of - newest).days > dossier.stale_after else "stated"
        if not own:
            assert cell.state == "not_stated"
        elif placed:
            assert cell.state == age_state
        elif cell.statement in dossier.refusals:
            assert cell.state == "declined"
        else:
            assert cell.state == (age_state if cell.issue == "fish" else "ambiguous")


@given(dossiers(), days)
@FEW
def test_missing_stays_missing_and_enters_no_gap(dossier: Dossier, as_of: dt.date) -> None:
    """A blank has no step, not even 0; gaps join current positions only."""
    cells = standing(Tables(dossier, Path()), as_of)
    blank = cells[cells["state"].isin(["declined", "ambiguous", "not_stated", "not_researched"])]
    gaps = pair_gaps(comparable(cells, HOLDERS, ISSUES))
    current = {
        (cell.holder, cell.issue)
        for cell in typed_rows(cells, Cell)
        if cell.state == "stated" and cell.point == cell.point
    }

    assert blank[["point", "low", "high"]].isna().all(axis=None)
    for side in ("first", "second"):
        assert set(zip(gaps[side], gaps["issue"], strict=True)) <= current
    assert len(gaps) == sum(
        (a, issue) in current and (b, issue) in current
        for issue in ISSUES
        for place, a in enumerate(HOLDERS)
        for b in HOLDERS[place + 1 :]
    )


@given(dossiers(), days)
@FEW
def test_nothing_said_after_the_day_is_in_a_cell(dossier: Dossier, as_of: dt.date) -> None:
    """The whole table as of a day is the same with and without what was said later."""
    by_then = tuple(one for one in dossier.statements if last_day(one.said_on) <= as_of)
    earlier = dossier.model_copy(update={"statements": by_then})

    assert_frame_equal(
        standing(Tables(dossier, Path()), as_of), standing(Tables(earlier, Path()), as_of), check_dtype=False
    )


def test_comparable_cells_stand_in_the_order_asked_for() -> None:
    """Issues and holders stand as the view shows them, even where the first holder is silent on an issue."""
    tables = tables_of(
        said("a", "north_head", 1, issue="toll"),
        said("b", "south_head", 1, issue="toll"),
        said("c", "south_head", 1),
        said("d", "harbour_head", 1),
    )
    rows = comparable(standing(tables, AS_OF), ("north", "harbour", "south"), ("dam", "toll"))
    gaps = pair_gaps(rows)

    assert list(zip(gaps["issue"], gaps["first"], gaps["second"], strict=True)) == [
        ("dam", "harbour", "south"),
        ("toll", "north", "south"),
    ]


@pytest.mark.parametrize("state", ["stale", *BLANKS])
def test_only_current_positions_are_comparable(state: str) -> None:
    """Old positions and every kind of blank stay out of gaps."""
    tables = tables_of(said("a", "north_head", 1), said("b", "south_head", 2))
    cells = standing(tables, AS_OF)
    cells = cells.assign(state=cells["state"].mask(cells["holder"] == "south", state))

    assert comparable(cells, ("north", "south"), ("dam",))["holder"].tolist() == ["north"]


def test_members_of_whom_nothing_is_known_need_no_column() -> None:
    """A silent member's column is left out; a silent party's stays, for its silence is compared."""
    cells = standing(tables_of(said("a", "east_head"), said("b", "west_head", issue="toll")), AS_OF)

    assert speaking_columns(cells, HOLDERS, ("dam",)) == ("north", "south", "league", "east", "harbour")
