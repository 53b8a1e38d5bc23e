"""The latest own words of each side, placed on a scale or not."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given

from positions.analysis.latest import latest_words, own_statements
from positions.fields import last_day
from positions.frames import POSITION_COLUMNS, statement_frame
from positions.models import Dossier
from tests.positions.factories import AS_OF, MODEST, STALE_AFTER, days, dossier_of, dossiers, rows_of, said


@given(dossiers(), days)
@MODEST
def test_own_words_are_own_and_known_by_then(dossier: Dossier, as_of: dt.date) -> None:
    """Own words come from four modes and two authorities, name their holder, and are not from later."""
    authority = {speaker.id: speaker.authority for speaker in dossier.speakers}
    expected = {
        one.id
        for one in dossier.statements
        if one.mode in ("official_text", "direct_quote", "reported_speech", "action")
        and authority[one.speaker] in ("principal", "delegated")
        and one.speaker != "league_office"
        and last_day(one.said_on) <= as_of
    }

    assert set(own_statements(statement_frame(dossier), as_of)["id"]) == expected


@given(dossiers(), days)
@MODEST
def test_the_latest_words_are_whole_statements(dossier: Dossier, as_of: dt.date) -> None:
    """Each row names a statement that nothing of the same holder and issue follows, and has no steps."""
    own = own_statements(statement_frame(dossier), as_of)
    spoken = {one.id: one for one in dossier.statements}
    words = latest_words(own, dossier.stale_after)

    assert words[["point", "low", "high"]].isna().all(axis=None)
    for row in rows_of(words):
        one = spoken[row.statement]
        mine = own[(own["holder"] == row.holder) & (own["issue"] == row.issue)]
        assert (row.holder, row.issue, row.said_on) == (one.member or one.party, one.issue, one.said_on)
        assert row.day == mine["day"].max()
        assert (row.statements, row.sources) == (len(mine), mine["source"].nunique())


def test_latest_words_worked_by_hand() -> None:
    """Of three words on fish the head's of the last day is shown; all three, from two sources, count."""
    frame = statement_frame(
        dossier_of(
            [
                said("a", "north_head", issue="fish", said_on="2030-06-20"),
                said("b", "north_envoy", issue="fish", said_on="2030-06-20"),
                said("c", "north_envoy", issue="fish", said_on="2030-01-01", source="wire"),
                said("d", "north_rebel", issue="fish", said_on="2030-06-29"),
            ]
        )
    )
    row = latest_words(own_statements(frame, AS_OF), STALE_AFTER).iloc[0]

    assert (row["statement"], row["said_on"], row["age"]) == ("a", "2030-06-20", 10)
    assert (row["statements"], row["sources"]) == (3, 2)


@pytest.mark.parametrize(("age", "stale"), [(STALE_AFTER, False), (STALE_AFTER + 1, True)])
def test_words_are_stale_only_after_the_limit(age: int, stale: bool) -> None:
    """Words exactly `stale_after` days old still count; a day later they do not."""
    as_of = dt.date(2030, 5, 10) + dt.timedelta(days=age)
    own = own_statements(statement_frame(dossier_of([said("a", "north_head", issue="fish")])), as_of)

    assert bool(latest_words(own, STALE_AFTER)["stale"].iloc[0]) == stale


def test_no_words_no_rows() -> None:
    """Without statements the table is empty and has all its columns."""
    words = latest_words(own_statements(statement_frame(dossier_of()), AS_OF), STALE_AFTER)

    assert words.empty
    assert tuple(words.columns) == POSITION_COLUMNS
