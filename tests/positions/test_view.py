"""A view is one set of columns, cells, gaps and sentences; whoever reads it reads the same."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.analysis.gap import FIRM, SAME
from positions.model.dossier import Dossier
from positions.selection import default_selection
from positions.tables import Tables
from positions.text.cell import cell_words
from positions.text.distance import overall_words
from positions.text.gaps import gap_sentence, pair_words, touch_words, widest_words
from positions.text.grouping import member_lines
from positions.text.movement import change_rows
from positions.text.scale import row_sentence
from positions.text.tables import gap_table, matrix_table
from positions.view import View, cell_at, view_of
from tests.positions.factories import (
    AS_OF,
    DESCRIPTION,
    FEW,
    ISSUES,
    MEMBERS,
    PARTIES,
    days,
    days_before,
    dossier_of,
    dossiers,
    said,
    tables_of,
    view,
    view_at,
)

WHOLE = {"parties": PARTIES, "issues": ISSUES}


def whole(dossier: Dossier, day: dt.date, **chosen: Any) -> View:
    """All columns and issues of a dossier, the League folded."""
    return view_at(Tables(dossier, Path()), day, **{**WHOLE, **chosen})


def told(shown: View) -> list[Any]:
    """All that a view says and counts, without ids."""
    tables = shown.tables
    return [
        shown.finding,
        shown.measure,
        shown.source_line,
        shown.movement_finding,
        shown.movement_measure,
        overall_words(shown),
        matrix_table(shown).to_numpy().tolist(),
        gap_table(shown).to_numpy().tolist(),
        [row_sentence(shown, issue) for issue in shown.scaled],
        [(cell.state, cell.old, cell.by_name, cell_words(cell, tables)) for cell in shown.cells],
        [member_lines(cell, tables) for cell in shown.cells if cell.grouped],
        [(gap.gap, gap.least, gap.most, gap.relation, gap.basis, gap.old) for gap in shown.gaps],
        [
            (gap_sentence(gap, tables), pair_words(gap, tables), touch_words(gap, tables))
            for gap in shown.gaps
        ],
        [replace(row, statements=()) for row in change_rows(shown)],
        [
            (track.actor, [(one.first, one.until, one.weak, one.old) for one in track.spans])
            for track in shown.tracks
        ],
        [
            [(one.day, one.low, one.high, one.doubt, one.own_words, one.kind) for one in track.placings]
            for track in shown.tracks
        ],
        shown.distances,
        shown.coverage,
        shown.columns,
    ]


@given(dossiers(), days, st.randoms(use_true_random=False))
@FEW
def test_neither_ids_nor_the_order_of_rows_change_what_is_told(
    dossier: Dossier, day: dt.date, random: Any
) -> None:
    """Rows in another order under other ids give the same cells, words, gaps, sentences and changes."""
    numbers = list(range(len(dossier.statements)))
    random.shuffle(numbers)
    ids = {one.id: f"x{number:02}" for one, number in zip(dossier.statements, numbers, strict=True)}
    rows = [one.model_copy(update={"id": ids[one.id]}) for one in dossier.statements]
    random.shuffle(rows)
    changed = {"statements": tuple(rows), "refusals": tuple(ids[one] for one in dossier.refusals)}
    since = day - dt.timedelta(days=30)

    assert told(whole(dossier, day, since=since)) == told(
        whole(dossier.model_copy(update=changed), day, since=since)
    )


@given(dossiers(), days)
@FEW
def test_every_number_is_that_of_one_set_of_gaps(dossier: Dossier, day: dt.date) -> None:
    """Widest, same step, tables, sentences and distances are read from the gaps of the view."""
    shown = whole(dossier, day, unfolded=("league",))
    firm = [gap for gap in shown.gaps if gap.basis == FIRM]

    assert len({(gap.issue, frozenset(gap.pair)) for gap in shown.gaps}) == len(shown.gaps)
    assert set(shown.same) == {gap for gap in firm if gap.relation == SAME}
    assert all(gap in firm for gap in shown.widest)
    assert len(gap_table(shown)) == len(shown.gaps)
    for issue in shown.scaled:
        on = [gap for gap in firm if gap.issue == issue.id]
        widest = shown.widest_on(issue.id)
        words = widest_words(shown, issue.id)
        assert {gap.gap for gap in widest} == ({max(gap.gap or 0 for gap in on)} if on else set())
        assert (words.segments, words.filled) == ((len(issue.scale) - 1, widest[0].gap) if on else (0, 0))
    for one in shown.distances:
        shared = [gap for gap in firm if set(gap.pair) == {one.first, one.second}]
        assert one.shared == len(shared)
        if shared and one.distance is not None:
            assert one.distance == pytest.approx(sum(gap.share or 0 for gap in shared) / len(shared))


@given(dossiers(), days)
@FEW
def test_what_is_not_firm_is_in_no_finding(dossier: Dossier, day: dt.date) -> None:
    """Weak, by name and split cells are in neither widest, same nor distances, and split ones in no gap."""
    shown = whole(dossier, day, unfolded=("league",))

    for gap in shown.gaps:
        cells = [shown.cell(holder, gap.issue) for holder in gap.pair]
        assert (gap.basis == FIRM) == all(cell.firm for cell in cells)
        assert (gap.gap is None) == any(cell.state == "split" for cell in cells)
        assert not any(cell.blank for cell in cells)
        assert (gap.relation is None) == (gap.gap is None)
    assert all(
        shown.cell(holder, gap.issue).firm for gap in (*shown.widest, *shown.same) for holder in gap.pair
    )


@given(dossiers(), days)
@FEW
def test_there_is_a_gap_for_every_two_placed_columns(dossier: Dossier, day: dt.date) -> None:
    """And none for a blank, none between a grouping and its own member, none on an issue without a scale."""
    shown = whole(dossier, day, unfolded=("league",))
    expected = {
        (issue.id, frozenset(pair))
        for issue in shown.scaled
        for pair in shown.pairs
        if all(shown.cell(holder, issue.id).placed for holder in pair)
    }

    assert {(gap.issue, frozenset(gap.pair)) for gap in shown.gaps} == expected
    assert not any(
        {"league", member} == set(pair) for pair in shown.pairs for member in (*MEMBERS, "council")
    )


@given(dossiers(), days)
@FEW
def test_every_statement_shown_was_said_by_the_day_and_has_one_number(dossier: Dossier, day: dt.date) -> None:
    """Numbers run from 1 without a gap; sources are those of the statements shown."""
    shown = whole(dossier, day)
    said_by = {one: shown.tables.by_id[one] for one in shown.statements}

    assert list(shown.numbers.values()) == list(range(1, len(shown.statements) + 1))
    assert set(shown.sources) == {one.source for one in said_by.values()}
    for cell in shown.cells:
        for _, stance in cell.stances:
            assert stance.day <= day
            assert set(stance.statements) <= set(shown.statements)


@given(dossiers(), days)
@FEW
def test_what_a_cell_tells_is_among_its_statements(dossier: Dossier, day: dt.date) -> None:
    """Every summary that a cell's words hold is of a statement that the cell leads back to."""
    shown = whole(dossier, day)

    for cell in shown.cells:
        lines = "\n".join(cell_words(cell, shown.tables).lines)
        summaries = {shown.tables.by_id[one].summary for one in cell.statements}
        quoted = {one.summary for one in dossier.statements if one.summary in lines}
        assert quoted <= summaries


def test_a_view_is_made_once() -> None:
    """The same question has the same answer, and so has a cell."""
    tables = tables_of(said("a", "north_head", 1))
    selection = default_selection(tables.dossier, AS_OF)

    assert view_of(tables, selection) is view_of(tables, replace(selection))
    assert cell_at(tables, "north", "dam", AS_OF, None) is view_of(tables, selection).cell("north", "dam")


def test_an_unfolded_grouping_shows_the_members_that_spoke() -> None:
    """East spoke and has a column; who said nothing on the issues shown is named as silent."""
    shown = view(said("a", "east_head", 1), said("b", "west_head", 1, issue="toll"), unfolded=("league",))

    assert shown.columns == ("league", "east", "north", "south")
    assert set(shown.silent["league"]) >= {"west", "isle", "cape", "council"}
    assert "east" not in shown.silent["league"]


def test_gaps_worked_by_hand() -> None:
    """Northland at 0, Southland and half of the League at 3: two gaps of three steps, one same step."""
    shown = view(
        said("a", "north_head", 0),
        said("b", "south_head", 3),
        said("c", "east_head", 3),
        said("d", "west_head", 3),
    )

    assert [(gap.pair, gap.gap, gap.relation) for gap in shown.gaps] == [
        (("league", "north"), 3, "apart"),
        (("league", "south"), 0, "same"),
        (("north", "south"), 3, "apart"),
    ]
    assert shown.widest == shown.gaps[::2]
    assert shown.same == shown.gaps[1:2]
    assert shown.gap("dam", "south", "north") == shown.gaps[2]
    assert shown.gap("toll", "south", "north") is None


def test_issues_by_gap_stand_by_the_share_of_their_scale() -> None:
    """Two of two steps are more than three of four; what is not compared comes last."""
    words = [
        said("a", "north_head", 0),
        said("b", "south_head", 3),
        said("c", "north_head", 0, issue="toll"),
        said("d", "south_head", 2, issue="toll"),
    ]

    assert [one.id for one in view(*words, issues=ISSUES).by_gap] == ["toll", "dam"]
    assert [one.id for one in view(*words[:3], issues=("toll", "dam")).by_gap] == ["dam", "toll"]


def test_a_split_is_a_finding_of_its_own() -> None:
    """Members at 0 and 4: one split, named in the measure line, and nothing to compare."""
    shown = view(said("a", "east_head", 0), said("b", "west_head", 4), said("c", "north_head", 0))

    assert [cell.holder for cell in shown.splits] == ["league"]
    assert "League split on the dam" in shown.measure
    assert (shown.widest, shown.same) == ((), ())
    assert shown.finding == "No two firm positions to compare by 30 Jun 2030"
    assert [(gap.gap, gap.least, gap.most) for gap in shown.gaps] == [(None, 0, 4)]


def test_old_words_stay_in_gaps_and_are_marked() -> None:
    """The gap of old words counts, says so, and the headline says from when they are."""
    shown = view(said("a", "north_head", 0, said_on=days_before(90)), said("b", "south_head", 3))

    assert [gap.old for gap in shown.widest] == [True]
    assert shown.finding == "Farthest apart: the dam, Northland (Apr 2030) and Southland, 3 of 4 steps"


def test_a_reader_may_leave_out_old_words() -> None:
    """What is left out is in no gap, the cell says why it is blank, and the foot says from when on."""
    shown = view(said("a", "north_head", 0, said_on=days_before(90)), said("b", "south_head", 3), span=89)

    assert shown.cell("north", "dam").state == "left_out"
    assert shown.gaps == ()
    assert "words older than 89 days left out" in shown.source_line


def test_changes_use_the_columns_of_the_later_day() -> None:
    """A member that spoke only later has its column on both days."""
    shown = view(
        said("a", "north_head", 0, said_on=days_before(30)),
        said("b", "east_head", 1, said_on=days_before(1)),
        unfolded=("league",),
    )

    assert {one.holder for one in shown.changes} == set(shown.columns) == {"league", "east", "north", "south"}


def test_a_part_is_not_compared_with_its_whole() -> None:
    """A grouping and its part, and either and their member, are no pair."""
    inner = {
        "id": "inner",
        "name": "Inner",
        "kind": "grouping",
        "part_of": "league",
        "includes": ["east", "west"],
    }
    tables = Tables(
        dossier_of(
            [said("a", "east_head", 0), said("b", "west_head", 0), said("c", "north_head", 1)],
            parties=[*DESCRIPTION["parties"], inner],
        ),
        Path(),
    )
    shown = view_at(tables, parties=("inner", "league", "east", "north"))

    assert {frozenset(gap.pair) for gap in shown.gaps} == {
        frozenset({one, "north"}) for one in ("inner", "league", "east")
    }


def test_the_default_earlier_day_is_of_the_last_year() -> None:
    """It is the first day with a placed statement, of those within a year; on the first day there is none."""
    words = [
        said("z", "north_head", said_on="2030-05-01"),
        said("a", "north_head", 3),
        said("b", "south_head", 0, said_on=days_before(1)),
    ]

    assert view(*words).since == dt.date(2030, 5, 10)
    assert view(*words, since=dt.date(2030, 5, 1)).since == dt.date(2030, 5, 1)
    assert view(*words, day=dt.date(2030, 5, 1)).since is None
    assert view(*words, day=dt.date(2030, 5, 1)).changes == ()
