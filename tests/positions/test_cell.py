"""What a cell of the matrix says, for a position and for every kind of blank."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from positions.cell import CellWords, cell_words
from positions.frames import typed_rows
from positions.models import Dossier, Statement
from positions.tables import Cell, Tables, standing
from tests.positions.factories import (
    DESCRIPTION,
    FEW,
    cell_of,
    days,
    dossier_of,
    dossiers,
    said,
    tables_of,
)

OLD = "2030-01-01"
NO_DAM = [{**dossier_of().issues[0].model_dump(), "not_applicable": ["north"]}, *dossier_of().issues[1:]]


def words(*statements: Statement, holder: str = "north", issue: str = "dam", **described: Any) -> CellWords:
    """The words of one cell over these statements."""
    tables = tables_of(*statements, **described)
    return cell_words(cell_of(tables, holder, issue), tables)


@pytest.mark.parametrize(
    ("statements", "described", "expected"),
    [
        ([], {}, CellWords("Not stated", "looked in 3 sources", "")),
        ([], {"searched": [{"source": "wire"}]}, CellWords("Not stated", "looked in 1 source", "")),
        ([], {"searched": []}, CellWords("Not researched", "", "")),
        ([], {"issues": NO_DAM}, CellWords("Does not apply", "", "")),
        (
            [said("a", "north_head")],
            {"refusals": ["a"]},
            CellWords("Declined to say", "north_head speaks.", "10 May 2030 · North head · 1 source"),
        ),
        (
            [said("a", "north_head", said_on="2030-05")],
            {},
            CellWords("Said, but not placeable", "north_head speaks.", "May 2030 · North head · 1 source"),
        ),
    ],
)
def test_blanks(statements: list[Statement], described: dict[str, Any], expected: CellWords) -> None:
    """Each kind of blank has its own words; what somebody said is shown with day, speaker and source."""
    assert words(*statements, **described) == expected


def test_a_position() -> None:
    """A position is its step, its condition, and day, speaker and sources."""
    assert words(said("a", "north_head", 2, condition="only in May")) == CellWords(
        "Dam shared to all ships", "only in May", "10 May 2030 · North head · 1 source"
    )


def test_a_position_with_a_range() -> None:
    """What else was stated in the window stands beside the condition."""
    found = words(
        said("a", "north_head", 2, condition="only in May"), said("b", "north_envoy", (1, 4), source="wire")
    )

    assert found == CellWords(
        "Dam shared to all ships",
        "only in May; also stated: “Dam half open” to “Dam open”",
        "10 May 2030 · North head · 2 sources",
    )


def test_a_position_between_two_steps() -> None:
    """A range of steps stands between them, never on one of the two."""
    assert words(said("a", "north_head", (2, 3))).title == "Between “Dam shared” and “Dam mostly open”"


def test_a_stale_position() -> None:
    """An old position is shown with its age, and says that it does not count."""
    assert words(said("a", "north_head", 2, said_on=OLD)) == CellWords(
        "Dam shared to all ships", "", "1 Jan 2030 · North head · 1 source · 180 days old, not counted"
    )


def test_a_grouping() -> None:
    """A grouping names its members and how many of how many; no one's condition is made the others'."""
    found = words(
        said("a", "east_head", 2),
        said("b", "cape_head", 4, condition="only in May", said_on="2030-06-01"),
        holder="league",
    )

    assert found == CellWords(
        "Dam mostly open to all ships",
        "Cape: only in May; also stated: “Dam shared” to “Dam open”",
        "2 of 4 members: East and Cape · 1 Jun 2030 · 1 source",
    )


def test_words_on_an_issue_without_a_scale() -> None:
    """Who spoke last leads, then what was said, then how much there is."""
    found = words(
        said("a", "north_envoy", issue="fish", said_on="2030-05-01"),
        said("b", "north_head", issue="fish", source="wire"),
        issue="fish",
    )

    assert found == CellWords("North head", "north_head speaks.", "10 May 2030 · 2 statements · 2 sources")


def test_words_of_a_grouping_without_a_scale() -> None:
    """The member that spoke last is named before its speaker."""
    found = words(said("a", "east_head", issue="fish"), holder="league", issue="fish")

    assert found == CellWords(
        "East, East head",
        "east_head speaks.",
        "1 of 4 members: East · 10 May 2030 · 1 statement · 1 source",
    )


def test_stale_words_on_an_issue_without_a_scale() -> None:
    """Old words are shown as old."""
    assert words(said("a", "north_head", issue="fish", said_on=OLD), issue="fish").evidence == (
        "1 Jan 2030 · 1 statement · 1 source · 180 days old, not counted"
    )


def test_a_family_name_is_enough_in_a_cell() -> None:
    """A speaker with a short name is shown by it."""
    speakers = [
        one | ({"short": "Frost"} if one["id"] == "north_head" else {}) for one in DESCRIPTION["speakers"]
    ]

    assert words(said("a", "north_head", 2), speakers=speakers).evidence == "10 May 2030 · Frost · 1 source"


@given(dossiers(), days)
@FEW
def test_every_cell_has_words(dossier: Dossier, as_of: dt.date) -> None:
    """No dossier has a cell without a title, and evidence stands exactly where somebody said something."""
    tables = Tables(dossier, Path())

    for cell in typed_rows(standing(tables, as_of), Cell):
        found = cell_words(cell, tables)
        assert found.title
        assert bool(found.evidence) == isinstance(cell.statement, str)
        assert "nan" not in f"{found.title} {found.evidence}".casefold().split()
