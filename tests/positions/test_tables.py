"""A dossier's tables are made once and say what the record says."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from hypothesis import given

from positions.model.dossier import Dossier
from positions.model.fields import last_day
from positions.model.statements import CELL_MODES
from positions.tables import Tables
from tests.positions.factories import (
    BODIES,
    DESCRIPTION,
    MEMBERS,
    MODEST,
    dossier_of,
    dossiers,
    parties_with,
    said,
    tables_of,
    with_charter,
)


@given(dossiers())
@MODEST
def test_words_are_the_statements_that_can_set_a_cell_or_dissent(dossier: Dossier) -> None:
    """Each of them once under its member or party; claims, commentary and a grouping's own are not there."""
    tables = Tables(dossier, Path())
    found = {one.statement: key for key, words in tables.words.items() for one in words}
    expected = {
        one.id: (one.member or one.party, one.issue)
        for one in dossier.statements
        if one.mode in CELL_MODES and one.speaker not in ("pundit", "league_office")
    }

    assert found == expected
    assert sum(map(len, tables.words.values())) == len(found)


@given(dossiers())
@MODEST
def test_words_keep_what_was_written(dossier: Dossier) -> None:
    """Day, steps, doubt, weakness, document and end of a measure are those of the statement."""
    tables = Tables(dossier, Path())

    for words in tables.words.values():
        for one in words:
            statement = tables.by_id[one.statement]
            assert one.day == last_day(statement.said_on)
            assert (one.low, one.high) == (statement.step_low, statement.step_high)
            assert one.placed == (statement.step_low is not None)
            assert one.weak == (statement.confidence == "low")
            assert one.doubt == (statement.step_low != statement.step_high and statement.spread != "said")
            assert one.document == statement.speaker.endswith(("_plan", "_protocol"))
            assert one.until == (last_day(statement.until) if statement.until else None)
            assert one.refusal == (statement.id in dossier.refusals)


def test_ranks_run_from_the_highest() -> None:
    """A principal in an official text stands before an adviser who takes a measure."""
    tables = tables_of(
        said("a", "north_head", mode="official_text"),
        said("b", "north_aide", mode="action"),
        said("c", "north_rebel"),
    )
    found = {one.statement: (one.authority, one.mode) for one in tables.words["north", "dam"]}

    assert found == {"a": (0, 0), "b": (2, 3), "c": (3, 1)}


def test_nothing_that_orders_words_is_an_id() -> None:
    """Two statements that differ in their id alone are ordered alike."""
    first, second = (tables_of(said(name, "north_head", 1)).words["north", "dam"][0] for name in "ab")

    assert first.order == second.order
    assert first.statement != second.statement


def test_a_texts_own_words_are_no_draft() -> None:
    """A shared text is a document for a side, and for itself the thing it is."""
    tables = tables_of(said("a", "charter_protocol", 1), said("b", "north_protocol", 1), **with_charter())

    assert [tables.words[holder, "dam"][0].document for holder in ("charter", "north")] == [False, True]
    assert tables.lasting == {"charter"}


def test_states_and_bodies_are_told_apart() -> None:
    """A grouping's states are counted, its bodies named; a body knows for whom it speaks."""
    league = tables_of().memberships["league"]

    assert (league.states, league.bodies) == (MEMBERS, BODIES)
    assert league.speaks_for == {"council": ("isle", "cape")}
    assert set(tables_of().memberships) == {"league"}


def test_a_government_ends_when_the_next_takes_office() -> None:
    """Words of a government end on the next one's first day; those of the last one never."""
    since = [{"since": "2030-06-10", "name": "The new one"}, {"since": "2029-01-01", "name": "The old one"}]
    tables = tables_of(
        said("a", "north_head", 1, said_on="2030-06-09"),
        said("b", "north_head", 1, said_on="2030-06-10"),
        parties=parties_with("north", governments=since),
    )

    assert [one.ends for one in tables.words["north", "dam"]] == [dt.date(2030, 6, 10), None]


def test_a_source_without_a_day_was_public_by_its_last_statement() -> None:
    """Of a source that prints no day the last statement in it says when it was there."""
    sources = [{**one, "issued": None} for one in DESCRIPTION["sources"]]
    tables = Tables(
        dossier_of([said("a", "north_head"), said("b", "north_head", said_on="2030-06")], sources=sources),
        Path(),
    )

    assert tables.published["gazette"] == dt.date(2030, 6, 30)
    assert (
        tables.sources_read("north", "dam", dt.date(2030, 6, 29)) == 2
    )  # courier and wire, of no day at all
    assert tables.sources_read("north", "dam", dt.date(2030, 6, 30)) == 3


def test_a_part_was_searched_with_its_whole() -> None:
    """Sources searched for the League were searched for a part of it as well."""
    inner = {"id": "inner", "name": "Inner", "kind": "grouping", "part_of": "league", "includes": ["east"]}
    searched = [{"source": "wire", "parties": ["league"]}]
    tables = Tables(dossier_of(parties=[*DESCRIPTION["parties"], inner], searched=searched), Path())

    assert [tables.sources_read(one, "dam", dt.date(2031, 1, 1)) for one in ("league", "inner", "north")] == [
        1,
        1,
        0,
    ]
