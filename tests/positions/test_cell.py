"""A cell is a position, a split, or one of several blanks; which of them follows from the record alone."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from positions.analysis.gap import FIRM, SPLIT
from positions.cell import BLANK_STATES, PLACED_STATES, STATES, Cell
from positions.model.dossier import Dossier
from positions.model.statements import Statement
from positions.tables import Tables
from tests.positions.factories import (
    AS_OF,
    DESCRIPTION,
    FEW,
    SINGLES,
    cell,
    cell_at,
    days,
    dossier_of,
    dossiers,
    opened,
    said,
    tables_of,
)

END = dt.date(2030, 12, 31)  # when all sources are public
NO_DAM = [{**DESCRIPTION["issues"][0], "not_applicable": ["north", "league"]}, *DESCRIPTION["issues"][1:]]


def cells(dossier: Dossier, day: dt.date) -> list[Cell]:
    """Every cell of every actor on every issue."""
    tables = Tables(dossier, Path())
    return [cell_at(tables, holder, issue, day) for holder in (*SINGLES, "league") for issue in tables.scales]


def league(*statements: Statement, issue: str = "dam", day: dt.date = AS_OF) -> Cell:
    """The League's cell over these statements."""
    return cell(*statements, holder="league", issue=issue, day=day)


@given(dossiers(), days)
@FEW
def test_a_cell_is_placed_or_blank_or_words_without_a_scale(dossier: Dossier, day: dt.date) -> None:
    """A blank has no point and enters no gap; a placed cell has words that lead; nothing is both."""
    for one in cells(dossier, day):
        assert one.state in STATES
        assert one.blank == (one.state in BLANK_STATES)
        assert one.placed == (one.for_gaps is not None)
        assert bool(one.stances) == one.placed
        assert not (one.blank and one.placed)
        assert one.firm <= one.placed
        assert one.old <= (one.state in PLACED_STATES)


@given(dossiers(), days)
@FEW
def test_the_point_of_a_gap_is_the_point_of_the_cell(dossier: Dossier, day: dt.date) -> None:
    """An actor has one point, an agreed grouping the shared steps, a split one a point for each part."""
    for one in cells(dossier, day):
        placed = one.for_gaps
        if placed is None:
            continue
        steps = [(point.low, point.high) for point in placed.points]
        if one.grouped is None:
            assert one.position.point is not None
            assert steps == [(one.position.point.low, one.position.point.high)]
        elif one.state == "split":
            assert len({(point.low, point.high, point.doubt) for point in placed.points}) == len(steps) > 1
            assert placed.basis == SPLIT
        else:
            assert steps == [one.grouped.common]
        members = [member for point in placed.points for member in point.members]
        assert len(members) == len(set(members))
        assert (placed.basis == FIRM) == one.firm


@given(dossiers(), days)
@FEW
def test_a_member_never_stands_under_steps_that_it_does_not_hold(dossier: Dossier, day: dt.date) -> None:
    """In a gap each member's own words cover the steps under which it is named."""
    for one in cells(dossier, day):
        if one.grouped is None or one.for_gaps is None:
            continue
        for point in one.for_gaps.points:
            for member, stance in zip(point.members, point.stances, strict=True):
                held = one.members[member].point
                assert held == stance
                assert stance.doubt or (stance.low <= point.low and point.high <= stance.high)


@pytest.mark.parametrize(
    ("statements", "described", "state"),
    [
        ([], {}, "not_stated"),
        ([], {"searched": []}, "not_researched"),
        ([], {"searched": [{"source": "wire", "parties": ["south"]}]}, "not_researched"),
        ([], {"searched": [{"source": "wire", "issues": ["toll"]}]}, "not_researched"),
        ([], {"issues": NO_DAM}, "not_applicable"),
        ([said("a", "north_head", 1)], {"issues": NO_DAM}, "not_applicable"),
        ([said("a", "north_head")], {}, "ambiguous"),
        ([said("a", "north_head")], {"refusals": ["a"]}, "declined"),
        ([said("a", "north_plan", 1)], {}, "text_only"),
        ([said("a", "north_protocol", 1)], {}, "text_only"),
        ([said("a", "north_rebel", 1)], {}, "individuals"),
        ([said("a", "north_rebel", 1), said("b", "north_plan", 1)], {}, "text_only"),
        ([said("a", "north_head", 1, mode="attributed", about=("south",))], {}, "not_stated"),
        ([said("a", "north_head", 1, confidence="low")], {}, "weak"),
        ([said("a", "north_head", 1)], {}, "stated"),
    ],
)
def test_states_worked_by_hand(statements: list[Statement], described: dict[str, Any], state: str) -> None:
    """Northland on the dam when all sources are public."""
    found = cell_at(tables_of(*statements, **described), "north", day=END)

    assert found.state == state
    assert (found.position.point is None) == (state not in ("weak", "stated"))


def test_a_question_that_does_not_arise_has_no_position() -> None:
    """Whatever was said, a party to whom an issue does not apply is in no gap; nor are its members."""
    tables = tables_of(said("a", "north_head", 1), said("b", "east_head", 1), issues=NO_DAM)
    found = [cell_at(tables, holder) for holder in ("north", "league", "east")]

    assert {one.state for one in found} == {"not_applicable"}
    assert [one.for_gaps for one in found] == [None, None, None]
    assert [one.stances for one in found] == [(), (), ()]
    assert [one.statements for one in found] == [(), (), ()]


def test_only_sources_published_by_the_day_were_read() -> None:
    """Before the first source is public nothing was read; then each counts from its day on."""
    sources = [
        {**one, "issued": {"date-parts": [[2030, 6, day]]}}
        for one, day in zip(DESCRIPTION["sources"], (1, 10, 20), strict=True)
    ]
    tables = Tables(dossier_of(sources=sources, title="With days"), Path())
    read = [cell_at(tables, "north", day=dt.date(2030, 6, day)) for day in (9, 10, 20)]
    none = cell_at(tables, "north", day=dt.date(2030, 5, 31))

    assert [one.looked_in for one in read] == [1, 2, 3]
    assert {one.state for one in read} == {"not_stated"}
    assert (none.looked_in, none.state) == (0, "not_researched")


@pytest.mark.parametrize(
    ("openings", "state"),
    [((), "not_stated"), (("wire",), "not_stated"), (("gazette", "courier", "wire"), "not_researched")],
)
def test_of_openings_alone_nothing_is_concluded(openings: tuple[str, ...], state: str) -> None:
    """What is not in the opening of a page may stand in its rest, so that nobody is told as silent."""
    found = cell_at(tables_of(sources=opened(*openings)), "north", day=END)

    assert (found.looked_in, found.openings, found.state) == (3, len(openings), state)
    assert found.only_openings == (state == "not_researched")


def test_words_set_a_cell_though_only_an_opening_was_read() -> None:
    """What is in an opening was said all the same."""
    sources = opened("gazette", "courier", "wire")
    found = cell_at(tables_of(said("a", "north_head", 1), sources=sources), "north", day=END)

    assert (found.state, found.only_openings) == ("stated", False)
