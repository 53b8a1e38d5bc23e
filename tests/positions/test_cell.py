"""A cell is a position, a split, or one of several blanks; which of them follows from the record alone."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from positions.analysis.gap import BY_NAME, FIRM, SPLIT, WEAK
from positions.cell import BLANK_STATES, MOST_LINES, PLACED_STATES, STATES, Cell
from positions.model.dossier import Dossier
from positions.model.statements import Statement
from positions.tables import Tables
from tests.positions.factories import (
    AS_OF,
    DESCRIPTION,
    FEW,
    PARTIES,
    SINGLES,
    STALE_AFTER,
    cell,
    cell_at,
    days,
    days_before,
    dossier_of,
    dossiers,
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
    ("statements", "state", "firm", "basis"),
    [
        ([said("a", "east_head", 1), said("b", "west_head", 1)], "stated", True, FIRM),
        ([said("a", "east_head", 1)], "stated", False, BY_NAME),
        ([said("a", "council_head", 1)], "stated", False, BY_NAME),
        ([said("a", "east_head", 1), said("b", "west_head", 2)], "split", False, SPLIT),
        ([said("a", "east_head", 1, confidence="low")], "weak", False, WEAK),
        (
            [said("a", "east_head", 1, confidence="low"), said("b", "west_head", 1, confidence="low")],
            "weak",
            False,
            WEAK,
        ),
    ],
)
def test_groupings_worked_by_hand(statements: list[Statement], state: str, firm: bool, basis: str) -> None:
    """Agreed, told by name, split, weak: only the first is firm."""
    found = league(*statements)

    assert (found.state, found.firm) == (state, firm)
    assert found.for_gaps is not None
    assert found.for_gaps.basis == basis


def test_a_grouping_without_a_point_is_what_its_members_are() -> None:
    """Words off the scale come before a refusal, a draft, individuals; of nothing there is nothing."""
    spoken = [
        said("a", "east_head"),
        said("c", "west_plan", 1),
        said("d", "isle_rebel", 1),
    ]

    assert [league(*spoken[place:], day=END).state for place in range(4)] == [
        "ambiguous",
        "text_only",
        "individuals",
        "not_stated",
    ]


def test_a_grouping_told_by_name_names_all_its_members_in_every_gap() -> None:
    """Split or not, agreed or weak: those that spoke are carried along where they are fewer than half."""
    one = league(said("a", "east_head", 1), said("c", "council_head", 3)).for_gaps
    two = league(said("a", "east_head", 1), said("b", "west_head", 3)).for_gaps

    assert one is not None
    assert two is not None
    assert (one.basis, one.few) == (SPLIT, ("east", "council"))
    assert (two.basis, two.few) == (SPLIT, ())


def test_a_grouping_is_old_when_all_its_words_are() -> None:
    """One member's words of today keep it from being drawn as old."""
    old = said("a", "east_head", 1, said_on=days_before(STALE_AFTER + 1))

    assert league(old).old
    assert not league(old, said("b", "west_head", 1)).old


def test_without_a_scale_the_newest_words_of_each_speaker_are_told() -> None:
    """Newest first, each speaker's last day, and no more than three of them are shown."""
    words = [
        said("a", "north_head", issue="fish", said_on=days_before(9)),
        said("b", "north_head", issue="fish", said_on=days_before(5)),
        said("c", "north_envoy", issue="fish", said_on=days_before(1)),
    ]
    found = cell(*words, issue="fish")

    assert found.state == "stated"
    assert [line.statement for _, line in found.lines] == ["c", "b"]
    assert found.for_gaps is None


def test_without_a_scale_a_grouping_tells_one_line_of_each_member() -> None:
    """Newest first, with the member's name; three are shown, and their statements are the cell's."""
    words = [
        said(name, f"{member}_head", issue="fish", said_on=days_before(ago))
        for name, member, ago in (("a", "east", 4), ("b", "west", 3), ("c", "isle", 2), ("d", "cape", 1))
    ]
    found = league(*words, issue="fish")

    assert [(member, line.statement) for member, line in found.lines] == [
        ("cape", "d"),
        ("isle", "c"),
        ("west", "b"),
        ("east", "a"),
    ]
    assert len(found.statements) == MOST_LINES
    assert not found.by_name


def test_a_cell_knows_whose_it_is() -> None:
    """A member's cell carries its grouping and the kind of a member."""
    tables = tables_of()
    found = {one: cell_at(tables, one) for one in (*PARTIES, "east", "council")}

    assert (found["east"].party, found["east"].kind) == ("league", "member")
    assert (found["league"].party, found["league"].kind) == ("league", "grouping")
    assert {one.last_step for one in found.values()} == {4}


def test_each_part_of_a_split_grouping_enters_a_gap_with_its_words_and_doubt() -> None:
    """A part whose coder was unsure stays unsure, and keeps the words of its members."""
    found = league(said("a", "east_head", (0, 1)), said("b", "west_head", 3), said("c", "isle_head", 3))

    assert found.for_gaps is not None
    assert [(point.low, point.high, point.doubt, point.members) for point in found.for_gaps.points] == [
        (0, 1, True, ("east",)),
        (3, 3, False, ("west", "isle")),
    ]
    assert [[one.statements for one in point.stances] for point in found.for_gaps.points] == [
        [("a",)],
        [("b",), ("c",)],
    ]
