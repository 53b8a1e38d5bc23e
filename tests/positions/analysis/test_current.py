"""A position is computed from the party's own statements as codebook section 6 says."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from random import Random

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from positions.analysis.current import current_positions, current_statements
from positions.fields import last_day
from positions.frames import POSITION_COLUMNS, statement_frame
from positions.models import CELL_MODES, MODES, Dossier, Statement
from tests.positions.factories import (
    AS_OF,
    MODEST,
    SINGLES,
    STALE_AFTER,
    WINDOW,
    days,
    dossier_of,
    dossiers,
    rows_of,
    said,
)

STRENGTH = {"head": 2, "envoy": 1}


def positions_of(dossier: Dossier, as_of: dt.date = AS_OF) -> pd.DataFrame:
    """Positions of the dossier as of the day."""
    current = current_statements(statement_frame(dossier), as_of, dossier.window)
    return current_positions(current, dossier.stale_after)


def only(*statements: Statement, as_of: dt.date = AS_OF) -> pd.Series:
    """The one position that these statements make."""
    positions = positions_of(dossier_of(statements), as_of)
    assert len(positions) == 1
    return positions.iloc[0]


def voice(one: Statement) -> tuple[str, str]:
    """Side and office of who speaks, from the fictional speaker's id."""
    side, _, office = one.speaker.partition("_")
    return side, office


def by_hand(dossier: Dossier, holder: str, issue: str, as_of: dt.date) -> dict[str, object] | None:
    """The codebook's rule in plain Python, statement by statement."""
    said_by_then = [
        one
        for one in dossier.statements
        if voice(one)[0] == holder and voice(one)[1] in STRENGTH
        if one.issue == issue and one.mode in CELL_MODES
        if one.step_low is not None and last_day(one.said_on) <= as_of
    ]
    if not said_by_then:
        return None
    said_by_then.sort(
        key=lambda one: (last_day(one.said_on), STRENGTH[voice(one)[1]], -MODES.index(one.mode), one.id)
    )
    newest = last_day(said_by_then[-1].said_on)
    latest: dict[str, Statement] = {}
    for one in said_by_then:
        if (newest - last_day(one.said_on)).days <= dossier.window:
            latest[one.speaker] = one
    principal = latest.get(f"{holder}_head")
    point = principal if principal else latest[f"{holder}_envoy"]
    assert point.step_low is not None
    assert point.step_high is not None
    age = (as_of - newest).days
    return {
        "statement": point.id,
        "point": (point.step_low + point.step_high) / 2,
        "low": min(one.step_low for one in latest.values() if one.step_low is not None),
        "high": max(one.step_high for one in latest.values() if one.step_high is not None),
        "age": age,
        "stale": age > dossier.stale_after,
        "statements": len(latest),
        "sources": len({one.source for one in latest.values()}),
    }


@given(dossiers(), days)
@MODEST
def test_positions_follow_the_codebook(dossier: Dossier, as_of: dt.date) -> None:
    """Every position is what a patient coder finds by the rules of section 6, and no other exists."""
    positions = positions_of(dossier, as_of).set_index(["holder", "issue"])
    expected = {
        (holder, issue): found
        for holder in SINGLES
        for issue in ("dam", "toll", "fish")
        if (found := by_hand(dossier, holder, issue, as_of))
    }

    assert set(positions.index) == set(expected)
    for key, found in expected.items():
        assert positions.loc[key, list(found)].to_dict() == found


@given(dossiers(), days, st.randoms(use_true_random=False))
@MODEST
def test_the_order_of_the_file_is_irrelevant(dossier: Dossier, as_of: dt.date, random: Random) -> None:
    """Sorting the statements file otherwise changes no position."""
    shuffled = list(dossier.statements)
    random.shuffle(shuffled)
    other = dossier.model_copy(update={"statements": tuple(shuffled)})

    assert_frame_equal(positions_of(dossier, as_of), positions_of(other, as_of))


@given(dossiers(), days)
@MODEST
def test_nothing_from_after_the_day_counts(dossier: Dossier, as_of: dt.date) -> None:
    """A position as of a day is the same before and after later statements are added."""
    by_then = tuple(one for one in dossier.statements if last_day(one.said_on) <= as_of)
    earlier = dossier.model_copy(update={"statements": by_then})
    positions = positions_of(dossier, as_of)

    assert_frame_equal(positions, positions_of(earlier, as_of))
    assert (positions["day"] <= pd.Timestamp(as_of)).all()
    assert (positions["age"] >= 0).all()


@given(dossiers(), days)
@MODEST
def test_every_position_is_a_statement_somebody_made(dossier: Dossier, as_of: dt.date) -> None:
    """No row joins the step of one statement to the day, party or issue of another."""
    spoken = {one.id: one for one in dossier.statements}

    for row in rows_of(positions_of(dossier, as_of)):
        one = spoken[row.statement]
        assert one.step_low is not None
        assert one.step_high is not None
        assert row.point == (one.step_low + one.step_high) / 2
        assert (row.said_on, row.issue) == (one.said_on, one.issue)
        assert row.holder == (one.member or one.party)
        assert row.day.date() == last_day(one.said_on)


@given(dossiers(), days)
@MODEST
def test_only_own_modes_and_bound_speakers_set_a_position(dossier: Dossier, as_of: dt.date) -> None:
    """Attributed claims, commentary and those who speak for themselves leave every position as it is."""
    authority = {speaker.id: speaker.authority for speaker in dossier.speakers}
    own = tuple(
        one
        for one in dossier.statements
        if one.mode in ("official_text", "direct_quote", "reported_speech", "action")
        and authority[one.speaker] in ("principal", "delegated")
    )

    assert_frame_equal(
        positions_of(dossier, as_of), positions_of(dossier.model_copy(update={"statements": own}), as_of)
    )


@given(dossiers(), days)
@MODEST
def test_the_range_contains_the_point(dossier: Dossier, as_of: dt.date) -> None:
    """What a party stated last by its highest voice lies within all that it currently states."""
    positions = positions_of(dossier, as_of)

    assert (positions["low"] <= positions["point"]).all()
    assert (positions["point"] <= positions["high"]).all()


@given(dossiers(), days)
@MODEST
def test_a_position_depends_on_its_own_party_and_issue_alone(dossier: Dossier, as_of: dt.date) -> None:
    """Statements of other parties and on other issues move nobody."""
    positions = positions_of(dossier, as_of)

    for row in positions.to_dict("records"):
        mine = tuple(
            one
            for one in dossier.statements
            if (one.member or one.party) == row["holder"] and one.issue == row["issue"]
        )
        alone = positions_of(dossier.model_copy(update={"statements": mine}), as_of)
        assert alone.to_dict("records") == [row]


@given(dossiers(), days)
@MODEST
def test_the_statements_are_left_as_they_were(dossier: Dossier, as_of: dt.date) -> None:
    """Computing positions changes nothing in the table of statements."""
    frame = statement_frame(dossier)
    before = frame.copy(deep=True)
    current = current_statements(frame, as_of, dossier.window)
    kept = current.copy(deep=True)
    current_positions(current, dossier.stale_after)

    assert_frame_equal(frame, before)
    assert_frame_equal(current, kept)


def test_no_statements_no_positions() -> None:
    """An empty dossier gives an empty table with all its columns."""
    positions = positions_of(dossier_of())

    assert positions.empty
    assert tuple(positions.columns) == POSITION_COLUMNS


def test_point_and_range_worked_by_hand() -> None:
    """The head's older word is the point, the envoy's newer one widens the range, what is older falls out.

    Window 20 days, newest 30 May: 10 May is in, 9 May is out; the head's 12 May replaces his 11 May.
    """
    position = only(
        said("a", "north_envoy", 4, said_on="2030-05-30", source="courier"),
        said("b", "north_head", (1, 2), said_on="2030-05-12", source="wire"),
        said("c", "north_head", 0, said_on="2030-05-11"),
        said("d", "north_envoy", 0, said_on="2030-05-10"),
    )

    assert (position["statement"], position["point"]) == ("b", 1.5)
    assert (position["low"], position["high"]) == (1, 4)
    assert (position["statements"], position["sources"]) == (2, 2)
    assert position["age"] == 31  # from 30 May, the newest, to 30 June


@pytest.mark.parametrize(("day", "low"), [("2030-05-10", 0), ("2030-05-09", 3)])
def test_the_window_includes_its_last_day(day: str, low: int) -> None:
    """A statement exactly `window` days before the newest still counts, one day more and it does not."""
    position = only(
        said("a", "north_head", 3, said_on="2030-05-30"), said("b", "north_envoy", 0, said_on=day)
    )

    assert WINDOW == 20
    assert position["low"] == low


def test_an_envoy_speaks_where_the_head_is_silent() -> None:
    """Without a word of the principal in the window, the delegate's latest is the point."""
    position = only(
        said("a", "north_head", 0, said_on="2030-03-01"), said("b", "north_envoy", 3, said_on="2030-05-30")
    )

    assert (position["statement"], position["low"], position["high"]) == ("b", 3, 3)


@pytest.mark.parametrize(
    ("loser", "winner"),
    [
        (said("z", "north_envoy", 0, mode="official_text"), said("a", "north_head", 4, mode="action")),
        (said("z", "north_head", 0, mode="reported_speech"), said("a", "north_head", 4, mode="direct_quote")),
        (said("a", "north_head", 0), said("z", "north_head", 4)),
    ],
    ids=["authority before mode", "mode before id", "id last"],
)
def test_ties_of_one_day(loser: Statement, winner: Statement) -> None:
    """Of one day the higher authority counts, then the stronger mode, then the higher id."""
    for order in ((loser, winner), (winner, loser)):
        assert only(*order)["statement"] == winner.id


def test_a_mode_outranks_by_the_codebooks_order() -> None:
    """Official text, direct quote, reported speech, action: each beats the next on one day."""
    for stronger, weaker in pairwise(MODES[:4]):
        position = only(said("a", "north_head", 1, mode=stronger), said("b", "north_head", 2, mode=weaker))
        assert position["statement"] == "a"


@pytest.mark.parametrize(("as_of", "known"), [(dt.date(2030, 5, 30), False), (dt.date(2030, 5, 31), True)])
def test_a_bare_month_counts_from_its_end(as_of: dt.date, known: bool) -> None:
    """ "May 2030" is not known on 30 May; it is on the 31st."""
    positions = positions_of(dossier_of([said("a", "north_head", 2, said_on="2030-05")]), as_of)

    assert len(positions) == known


def test_a_bare_month_beats_the_days_within_it() -> None:
    """A statement of "May" follows one of 30 May."""
    position = only(
        said("a", "north_head", 2, said_on="2030-05"), said("b", "north_head", 3, said_on="2030-05-30")
    )

    assert position["statement"] == "a"


@pytest.mark.parametrize(("age", "stale"), [(STALE_AFTER, False), (STALE_AFTER + 1, True)])
def test_a_position_is_stale_only_after_the_limit(age: int, stale: bool) -> None:
    """A position exactly `stale_after` days old still counts; a day later it does not."""
    position = only(said("a", "north_head", 2), as_of=dt.date(2030, 5, 10) + dt.timedelta(days=age))

    assert (position["age"], bool(position["stale"])) == (age, stale)


@pytest.mark.parametrize(
    "statement",
    [
        said("a", "north_head", 2, mode="attributed", about=("south",)),
        said("a", "north_head", 2, mode="commentary", about=("south",)),
        said("a", "north_rebel", 2),
        said("a", "pundit", 2),
        said("a", "league_office", 2),
        said("a", "north_head"),
    ],
    ids=["attributed", "commentary", "individual", "commentator", "unnamed member", "unplaced"],
)
def test_who_and_what_sets_no_position(statement: Statement) -> None:
    """A claim, a comment, a lone voice, an unnamed member and unplaced words set no position."""
    assert positions_of(dossier_of([statement])).empty
