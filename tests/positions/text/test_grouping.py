"""What a cell of a grouping says: its members per step by name, and who spoke through whom."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from hypothesis import given

from positions.model.dossier import Dossier
from positions.model.statements import Statement
from positions.tables import Tables
from positions.text.cell_lines import CellWords
from positions.text.grouping import member_lines
from tests.positions.factories import (
    BODIES,
    FEW,
    MEMBERS,
    cell_at,
    days,
    dossiers,
    said,
    tables_of,
)
from tests.positions.text.test_cell import words


def league(*statements: Statement, issue: str = "dam") -> CellWords:
    """The words of the League's cell."""
    return words(*statements, holder="league", issue=issue)


def test_an_agreed_grouping() -> None:
    """The step, then who stands on which, the days, and how many of the states spoke."""
    found = league(
        said("a", "east_head", 2),
        said("b", "west_head", (2, 3), spread="said", said_on="2030-05", condition="only in May"),
        said("c", "council_head", 2),
    )

    assert found.lines == (
        "Dam shared",
        "Dam shared: East and Council",
        "Dam shared / Dam mostly open: West · condition: only in May",
        "10 May 2030 to May 2030",
        "2 of 4 states, 1 naming other steps too, and Council",
        "Isle and Cape through Council",
    )


def test_a_split_grouping() -> None:
    """How far apart, then every member under its own step, with its own condition."""
    found = league(
        said("a", "east_head", 0),
        said("b", "west_head", 3, condition="only in May"),
        said("c", "isle_head", 3),
    )

    assert found.lines == (
        "Split, 3 steps apart",
        "Dam closed: East",
        "Dam mostly open: West and Isle · West, condition: only in May",
        "10 May 2030",
        "3 of 4 states",
    )


def test_a_grouping_told_by_name() -> None:
    """Fewer than half of its states: the members are named in the place of the grouping."""
    assert league(said("a", "east_head", 2)).lines == (
        "East only: Dam shared",
        "10 May 2030 · East head · 1 source",
        "1 of 4 states",
    )
    assert league(said("a", "east_head", 2), said("c", "council_head", 4)).title == (
        "East and Council only, 2 steps apart"
    )


def test_weak_and_unplaced_members_stand_beside_the_firm_ones() -> None:
    """They are told with what they are, and are not counted."""
    found = league(
        said("a", "east_head", 2),
        said("b", "west_head", 2),
        said("c", "isle_head", 4, confidence="low"),
        said("d", "cape_head"),
    )

    assert found.title == "Dam shared"
    assert found.notes == (
        "2 of 4 states",
        "low confidence: Dam open: Isle",
        "words that do not fit the scale: Cape",
    )


def test_every_member_has_its_line_in_the_evidence() -> None:
    """With steps, condition, day, speaker, sources and its own other words."""
    tables = tables_of(
        said("a", "east_head", 2, condition="only in May"),
        said("b", "east_envoy", 4, said_on="2030-05-01"),
        said("c", "west_head"),
    )

    assert member_lines(cell_at(tables, "league"), tables) == (
        "East: Dam shared; condition: only in May (10 May 2030 · East head · 1 source)",
        "East, before that, 1 May 2030 · East envoy: Dam open",
        "West, 10 May 2030 · West head: west_head speaks.",
    )


@given(dossiers(), days)
@FEW
def test_every_member_that_spoke_is_named(dossier: Dossier, day: dt.date) -> None:
    """Either in the cell or, of many, in the evidence; and nobody is named who said nothing."""
    tables = Tables(dossier, Path())
    cell = cell_at(tables, "league", day=day)
    lines = member_lines(cell, tables)

    for member in (*MEMBERS, *BODIES):
        named = any(
            line.startswith((f"{tables.names[member]}:", f"{tables.names[member]},")) for line in lines
        )
        one = cell.members.get(member)
        assert named == bool(one and one.spoken)


def test_of_more_than_three_the_rest_is_a_number() -> None:
    """Four members spoke on the fish: three are told, one more is in the evidence."""
    spoken = [said(member, f"{member}_head", issue="fish") for member in MEMBERS]
    found = league(*spoken, issue="fish")

    assert len((found.title, *found.others)) == 3
    assert "1 more in the evidence" in found.notes
    assert "4 of 4 states" in found.notes
