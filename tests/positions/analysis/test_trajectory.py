"""Positions over time say of every day what `standing` says of it."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from pathlib import Path

from hypothesis import given

from positions.analysis.trajectory import OWN_WORDS, Placing, Span, placings, trajectory, turning_moments
from positions.fields import last_day
from positions.frames import typed_rows
from positions.models import Dossier, Statement
from positions.tables import Cell, Tables, standing, standings
from tests.positions.factories import AS_OF, FEW, ISSUES, STALE_AFTER, dossiers, said, tables_of
from tests.positions.factories import days as any_day


def spans_of(tables: Tables, as_of: dt.date = AS_OF) -> list[Span]:
    """The trajectory of the tables up to the day."""
    turns = turning_moments(tables.statements, ISSUES, tables.dossier.stale_after, as_of)
    return typed_rows(trajectory(standings(tables, turns)), Span)


def line(tables: Tables, holder: str, as_of: dt.date = AS_OF) -> list[Span]:
    """The spans of one holder on the dam."""
    return [one for one in spans_of(tables, as_of) if (one.holder, one.issue) == (holder, "dam")]


def told(one: Span | Cell) -> tuple[str, ...]:
    """What a span and a cell both say, as text, so that missing equals missing."""
    return tuple(str(value) for value in (one.state, one.point, one.low, one.high, one.statement, one.named))


@given(dossiers(), any_day)
@FEW
def test_every_day_is_as_standing_says(dossier: Dossier, day: dt.date) -> None:
    """On any day, also between statements, each holder is where `standing` puts it on that day."""
    tables, as_of = Tables(dossier, Path()), max(day, AS_OF)
    spans = {}
    for one in spans_of(tables, as_of):
        if one.first.date() <= day:
            spans[one.holder, one.issue] = one

    turns = turning_moments(tables.statements, ISSUES, dossier.stale_after, as_of)
    first = turns.groupby("issue")["as_of"].min()
    for cell in typed_rows(standing(tables, day), Cell):
        if first[cell.issue].date() <= day:
            assert told(spans[cell.holder, cell.issue]) == told(cell)
        else:
            assert cell.state not in ("stated", "stale", "declined", "ambiguous")


@given(dossiers())
@FEW
def test_spans_join_without_a_hole_and_end_with_the_day(dossier: Dossier) -> None:
    """Each span begins where the one before ends, differs from it, and the last reaches the day."""
    spans = spans_of(Tables(dossier, Path()))

    for one, other in pairwise(spans):
        if (one.holder, one.issue) == (other.holder, other.issue):
            assert one.until == other.first
            assert told(one) != told(other)
        else:
            assert one.until.date() == AS_OF


def test_a_line_worked_by_hand() -> None:
    """Silent, then 1 from 10 May, 3 from 20 May, and no longer current 61 days after that."""
    tables = tables_of(
        said("a", "south_head", 0, said_on="2030-05-01"),
        said("b", "north_head", 1, said_on="2030-05-10"),
        said("c", "north_head", 3, said_on="2030-05-20"),
    )
    spans = line(tables, "north", dt.date(2030, 7, 31))

    assert [(str(one.first.date()), one.state, str(one.point)) for one in spans] == [
        ("2030-05-01", "not_stated", "nan"),
        ("2030-05-10", "stated", "1.0"),
        ("2030-05-20", "stated", "3.0"),
        ("2030-07-20", "stale", "3.0"),
    ]
    assert (dt.date(2030, 7, 20) - dt.date(2030, 5, 20)).days == STALE_AFTER + 1
    assert [one.drawn for one in spans] == [False, True, True, True]


def test_a_grouping_carries_its_members() -> None:
    """The League's line says which members it rests on, and changes when another joins."""
    tables = tables_of(said("a", "east_head", 1), said("b", "cape_head", 3, said_on="2030-05-20"))

    assert [(one.point, one.named, one.members) for one in line(tables, "league")] == [
        (1, ("east",), 4),
        (2, ("east", "cape"), 4),
    ]


def test_nothing_later_is_on_the_line() -> None:
    """As of 15 May the statement of 20 May is unknown."""
    tables = tables_of(said("a", "north_head", 1), said("b", "north_head", 3, said_on="2030-05-20"))

    assert [one.point for one in line(tables, "north", dt.date(2030, 5, 15))] == [1]
    assert len(placings(tables.statements, dt.date(2030, 5, 15))) == 1


@given(dossiers())
@FEW
def test_every_statement_that_can_set_a_cell_is_placed_once(dossier: Dossier) -> None:
    """Dissent, claims, comments and unplaced words are in no placing; all others in exactly one."""
    frame = Tables(dossier, Path()).statements
    rows = typed_rows(placings(frame, AS_OF), Placing)
    able: list[Statement] = [
        one
        for one in dossier.statements
        if one.speaker.endswith(("_head", "_envoy"))
        and one.mode in (*OWN_WORDS, "reported_speech")
        and one.step_low is not None
        and last_day(one.said_on) <= AS_OF
    ]

    assert sorted(one for row in rows for one in row.statements) == sorted(one.id for one in able)
    modes = {one.id: one.mode for one in dossier.statements}
    for row in rows:
        assert row.own_words == any(modes[one] in OWN_WORDS for one in row.statements)
        assert row.low <= row.point <= row.high


def test_statements_on_one_day_and_step_share_a_placing() -> None:
    """A quotation and a report of the same step on the same day are one place, in the side's own words."""
    tables = tables_of(
        said("a", "north_envoy", 2, mode="reported_speech"),
        said("b", "north_head", 2),
        said("c", "north_rebel", 2),
        said("d", "north_envoy", (0, 3), mode="reported_speech"),
    )
    rows = typed_rows(placings(tables.statements, AS_OF), Placing)

    assert [(row.point, row.low, row.high, row.statements, row.own_words) for row in rows] == [
        (1.5, 0, 3, ("d",), False),
        (2, 2, 2, ("b", "a"), True),
    ]
