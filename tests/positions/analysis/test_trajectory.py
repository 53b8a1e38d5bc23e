"""Positions over time: every span says what held in it, and every statement has its mark."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.analysis.position import DRAFT
from positions.analysis.trajectory import turning_days
from positions.cell import cell_of
from positions.measures.tracks import Track
from positions.model.dossier import Dossier
from positions.model.statements import Statement
from positions.tables import Tables
from tests.positions.factories import (
    AS_OF,
    BODIES,
    FEW,
    MEMBERS,
    STALE_AFTER,
    days_before,
    dossiers,
    said,
    tables_of,
    view,
    view_at,
    with_charter,
)

COLUMNS = ("harbour", "league", "north", "south")
DAY = dt.timedelta(days=1)


def north(*statements: Statement) -> Track:
    """Northland on the dam over time."""
    (found,) = view(*statements, parties=("north",)).tracks
    return found


@given(dossiers(), st.sampled_from([None, 10, 30]))
@FEW
def test_a_span_says_what_held_on_each_of_its_days(dossier: Dossier, oldest: int | None) -> None:
    """On its first, a middle and its last day, steps, doubt, weakness and age are those of the cell."""
    tables = Tables(dossier, Path())
    shown = view_at(tables, AS_OF, parties=COLUMNS, issues=("dam", "toll"), span=oldest)

    for track in shown.tracks:
        for span in track.spans:
            length = (span.until - span.first).days
            inside = {0, length // 2, max(0, length - 1)}
            for day in {span.first + DAY * offset for offset in inside}:
                cell = cell_of(tables, track.actor, track.issue, day, oldest)
                point = cell.position.point
                assert (point is None) == (span.point is None)
                assert cell.position.weak == span.weak
                if point and span.point:
                    assert (point.low, point.high, point.doubt) == (
                        span.point.low,
                        span.point.high,
                        span.point.doubt,
                    )
                    assert cell.old == span.old


@given(dossiers())
@FEW
def test_spans_join_without_overlap_and_end_on_the_day(dossier: Dossier) -> None:
    """Each begins where the one before ends, the last ends today, and only dissent has none."""
    for track in view_at(Tables(dossier, Path()), AS_OF, parties=COLUMNS, issues=("dam",)).tracks:
        ends = [span.until for span in track.spans]
        assert [span.first for span in track.spans[1:]] == ends[:-1]
        assert ends[-1:] == [AS_OF] or {one.kind for one in track.placings} == {"individual"}


@given(dossiers())
@FEW
def test_every_placed_statement_of_an_actor_is_marked_once(dossier: Dossier) -> None:
    """Marks hold all that an actor's words placed by the day, in order of days, on their own steps."""
    tables = Tables(dossier, Path())

    for track in view_at(tables, AS_OF, parties=COLUMNS, issues=("dam", "toll")).tracks:
        words = {
            one.statement: one
            for one in tables.words[track.actor, track.issue]
            if one.placed and one.day <= AS_OF
        }
        marked = [statement for placing in track.placings for statement in placing.statements]
        assert sorted(marked) == sorted(words)
        assert [one.day for one in track.placings] == sorted(one.day for one in track.placings)
        for placing in track.placings:
            for one in (words[statement] for statement in placing.statements):
                assert (one.low, one.high, one.day, one.doubt) == (
                    placing.low,
                    placing.high,
                    placing.day,
                    placing.doubt,
                )


def test_a_grouping_has_a_line_for_each_member_and_none_of_its_own() -> None:
    """East and the Council are drawn in the League's column, and not where they have one of their own."""
    words = (said("a", "east_head", 0), said("b", "council_head", 4))
    folded = view(*words, parties=("league",))
    unfolded = view(*words, parties=("league",), unfolded=("league",))

    assert [(one.column, one.actor) for one in folded.tracks] == [("league", "east"), ("league", "council")]
    assert [(one.column, one.actor) for one in unfolded.tracks] == [("east", "east"), ("council", "council")]
    assert {one.actor for one in folded.tracks} <= {*MEMBERS, *BODIES}


def test_a_track_worked_by_hand() -> None:
    """Step 0 from its day, step 3 from the next words on, old after the dossier's age."""
    track = north(
        said("a", "north_head", 0, said_on=days_before(STALE_AFTER + 20)),
        said("b", "north_head", 3, said_on=days_before(STALE_AFTER + 10)),
    )

    assert [(one.first, one.point.low if one.point else None, one.old) for one in track.spans] == [
        (AS_OF - dt.timedelta(days=STALE_AFTER + 20), 0, False),
        (AS_OF - dt.timedelta(days=STALE_AFTER + 10), 3, False),
        (AS_OF - dt.timedelta(days=9), 3, True),
    ]


def test_a_reference_text_is_drawn_without_age() -> None:
    """A charter has one span from its day to today."""
    tables = tables_of(said("a", "charter_head", 2, said_on="2029-01-01"), **with_charter())
    (track,) = view_at(tables, AS_OF, parties=("charter",), span=5).tracks

    assert [(one.first, one.until, one.old) for one in track.spans] == [(dt.date(2029, 1, 1), AS_OF, False)]


@pytest.mark.parametrize(
    ("speaker", "mode", "kind", "own_words"),
    [
        ("north_head", "direct_quote", "", True),
        ("north_head", "official_text", "", True),
        ("north_head", "action", "", True),
        ("north_head", "reported_speech", "", False),
        ("north_aide", "direct_quote", "adviser", True),
        ("north_rebel", "direct_quote", "individual", True),
        ("north_plan", "official_text", DRAFT, True),
    ],
)
def test_a_mark_says_whose_words_it_is(speaker: str, mode: str, kind: str, own_words: bool) -> None:
    """Own words, reported speech, advisers, individuals and documents look different."""
    (placing,) = north(said("a", speaker, 2, mode=mode)).placings

    assert (placing.kind, placing.own_words) == (kind, own_words)


def test_a_lapsed_measure_has_a_mark_and_no_span() -> None:
    """A truce that is over is marked on its day; nobody stands on its step."""
    track = north(said("a", "north_head", 2, said_on=days_before(9), until=days_before(5)))

    assert [one.low for one in track.placings] == [2]
    assert [one.point for one in track.spans] == [None]


def test_turning_days_worked_by_hand() -> None:
    """The words, the end of a measure, when they are too old for a reader, when old, and today."""
    words = tables_of(said("a", "north_head", 2, said_on="2030-03-01", until="2030-03-05")).words[
        "north", "dam"
    ]

    assert turning_days(words, STALE_AFTER, AS_OF, 10) == [
        dt.date(2030, 3, 1),
        dt.date(2030, 3, 6),
        dt.date(2030, 3, 12),
        dt.date(2030, 5, 1),
        AS_OF,
    ]
    assert turning_days(words, STALE_AFTER, dt.date(2030, 2, 1)) == []


@given(dossiers())
@FEW
def test_turning_days_follow_each_other_and_end_on_the_day(dossier: Dossier) -> None:
    """No day is named twice, none is after the day, and the last span ends where it is looked from."""
    tables = Tables(dossier, Path())
    for words in tables.words.values():
        turns = turning_days(words, STALE_AFTER, AS_OF)
        assert turns == sorted(set(turns))
        assert not turns or turns[-1] == AS_OF


def test_spans_worked_by_hand() -> None:
    """Two positions, the second of them old in the end: three spans, each with the position of its days."""
    track = north(
        said("a", "north_head", 1, said_on=days_before(90)),
        said("b", "north_head", 2, said_on=days_before(70)),
    )
    days = [AS_OF - dt.timedelta(days=count) for count in (90, 70, 9, 0)]

    assert [(span.first, span.until, span.old) for span in track.spans] == [
        (days[0], days[1], False),
        (days[1], days[2], False),
        (days[2], days[3], True),
    ]
    assert [span.position.point and span.position.point.statements for span in track.spans] == [
        ("a",),
        ("b",),
        ("b",),
    ]


def test_a_mark_names_the_strongest_words_first_and_those_of_the_day_itself() -> None:
    """Of one day and step the head's own text stands before the envoy's report."""
    day = {"said_on": AS_OF.isoformat()}
    track = north(
        said("a", "north_envoy", 1, **day, mode="reported_speech"),
        said("b", "north_head", 1, **day, mode="reported_speech"),
        said("c", "north_head", 1, **day, mode="official_text"),
    )

    assert [one.statements for one in track.placings] == [("c", "b", "a")]


def test_words_older_than_a_reader_wants_end_their_span() -> None:
    """With words of more than thirty days left out, the span without a position begins on day 31."""
    (track,) = view(said("a", "north_head", 1, said_on=days_before(50)), parties=("north",), span=30).tracks

    assert [(span.first, span.point is None) for span in track.spans] == [
        (AS_OF - dt.timedelta(days=50), False),
        (AS_OF - dt.timedelta(days=19), True),
    ]
