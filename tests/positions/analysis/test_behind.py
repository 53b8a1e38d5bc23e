"""The statements behind a cell, each by the part that it plays there."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given

from positions.analysis.behind import PARTS, statements_behind
from positions.analysis.current import current_statements
from positions.fields import last_day
from positions.frames import statement_frame
from positions.models import Dossier, Statement
from tests.positions.factories import AS_OF, MEMBERS, MODEST, days, dossier_of, dossiers, said

LEAGUE = ("league", *MEMBERS)


def parts(dossier: Dossier, holders: tuple[str, ...], as_of: dt.date = AS_OF) -> list[tuple[str, str]]:
    """Part and id of each statement behind the holders' cell on the dam, in the order shown."""
    frame = statement_frame(dossier)
    current = current_statements(frame, as_of, dossier.window)
    behind = statements_behind(frame, current, holders=holders, issue="dam", as_of=as_of)
    return [(str(part), str(one)) for part, one in zip(behind["part"], behind["id"], strict=True)]


@pytest.mark.parametrize(
    ("statement", "part"),
    [
        (said("a", "north_head", 1), "position"),
        (said("a", "north_head"), "other"),
        (said("a", "north_rebel", 1), "dissent"),
        (said("a", "south_head", mode="attributed", about=("north",)), "by_others"),
        (said("a", "north_head", mode="attributed", about=("south",)), "of_others"),
        (said("a", "pundit", mode="commentary", about=("north",)), "commentary"),
        (said("a", "south_head", 1), None),
        (said("a", "north_head", 1, issue="toll"), None),
        (said("a", "pundit", mode="commentary", about=("south",)), None),
        (said("a", "south_head", mode="attributed", about=("harbour",)), None),
        (said("a", "north_head", 1, said_on="2030-07-01"), None),
    ],
)
def test_the_part_of_each_statement(statement: Statement, part: str | None) -> None:
    """Each kind of statement stands under its own heading, and what is no business of the cell is absent."""
    expected = [(part, "a")] if part else []

    assert parts(dossier_of([statement]), ("north",)) == expected


def test_older_words_are_not_what_the_position_rests_on() -> None:
    """What fell out of the window or was replaced is shown, as another statement of this side."""
    dossier = dossier_of(
        [
            said("old", "north_head", 0, said_on="2030-01-01"),
            said("replaced", "north_head", 1, said_on="2030-05-09"),
            said("new", "north_head", 2),
        ]
    )

    assert parts(dossier, ("north",)) == [("position", "new"), ("other", "replaced"), ("other", "old")]


def test_the_newest_comes_first_within_its_part() -> None:
    """Parts follow the reader's order; within a part the newest leads, and of one day the higher rank."""
    dossier = dossier_of(
        [
            said("a", "north_rebel", 1, said_on="2030-06-01"),
            said("b", "north_envoy", 1, said_on="2030-05-20"),
            said("c", "north_head", 1, said_on="2030-05-20"),
            said("d", "pundit", mode="commentary", about=("north",), said_on="2030-06-02"),
        ]
    )

    assert parts(dossier, ("north",)) == [
        ("position", "c"),
        ("position", "b"),
        ("dissent", "a"),
        ("commentary", "d"),
    ]


def test_a_grouping_shows_its_members_and_its_own_communiques() -> None:
    """The League's cell leads to its members' words; the communiqué is there but is not the position."""
    dossier = dossier_of(
        [said("a", "east_head", 1), said("b", "league_office", 3), said("c", "south_head", 1)]
    )

    assert parts(dossier, LEAGUE) == [("position", "a"), ("other", "b")]


def test_a_member_does_not_show_its_grouping() -> None:
    """The communiqué of the League is nobody's in particular, and East's words are not West's."""
    dossier = dossier_of([said("a", "east_head", 1), said("b", "league_office", 3)])

    assert parts(dossier, ("east",)) == [("position", "a")]
    assert parts(dossier, ("west",)) == []


@given(dossiers(), days)
@MODEST
def test_everything_a_side_said_plays_one_part(dossier: Dossier, as_of: dt.date) -> None:
    """No own word, dissent or claim of a side by the day is missing, shown twice or from later."""
    shown = [one for _, one in parts(dossier, LEAGUE, as_of)]
    known = {
        one.id: one for one in dossier.statements if one.issue == "dam" and last_day(one.said_on) <= as_of
    }
    expected = {one.id for one in known.values() if one.party == "league" and one.mode != "commentary"}

    assert len(set(shown)) == len(shown)
    assert set(shown) <= set(known)
    assert {
        one for one in shown if known[one].party == "league" and known[one].mode != "commentary"
    } == expected


@given(dossiers(), days)
@MODEST
def test_the_position_part_is_the_current_statements(dossier: Dossier, as_of: dt.date) -> None:
    """What a cell says it rests on is exactly what its point and range were computed from."""
    current = current_statements(statement_frame(dossier), as_of, dossier.window)
    mine = current[(current["holder"] == "north") & (current["issue"] == "dam")]
    shown = parts(dossier, ("north",), as_of)

    assert {one for part, one in shown if part == "position"} == set(mine["id"])
    assert {part for part, _ in shown} <= set(PARTS)
