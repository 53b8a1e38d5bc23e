"""What changed between two days in words: a finding, a grey line, a row per actor; no verdict."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.analysis.change import FIRST, KINDS, MOVED, NOTHING
from positions.model.dossier import Dossier
from positions.model.statements import Statement
from positions.reading.dossier import load_dossier
from positions.tables import Tables
from positions.text.headline import MOST_WORDS
from positions.text.movement import ChangeRow, change_rows, counted_rows
from positions.text.wording import capital
from positions.view import View
from tests.components.report.handed_out import compared, view_on
from tests.positions.factories import (
    AS_OF,
    DESCRIPTION,
    FEW,
    ISSUES,
    MODEST,
    PARTIES,
    days,
    days_before,
    dossiers,
    said,
    tables_of,
    view,
    view_at,
)

TODAY, SINCE, BEFORE = AS_OF.isoformat(), AS_OF - dt.timedelta(days=10), days_before(15)


def two_days(*statements: Statement, **chosen: Any) -> View:
    """Ten days ago and today."""
    return view(*statements, since=SINCE, **chosen)


def rows(*statements: Statement) -> dict[str, ChangeRow]:
    """The rows of the dam by actor."""
    return {one.actor: one for one in change_rows(two_days(*statements))}


@given(dossiers(), days, days)
@FEW
def test_every_change_has_its_row_in_words(dossier: Dossier, first: dt.date, second: dt.date) -> None:
    """One row per actor and issue with both positions and a kind; the grey line counts what the rows say."""
    since, day = sorted((first, second))
    shown = view_at(Tables(dossier, Path()), day, since=since, parties=PARTIES, issues=ISSUES)
    found = change_rows(shown)

    assert len({(one.issue, one.column, one.actor) for one in found}) == len(found)
    for one in found:
        assert one.kind in KINDS
        assert one.before
        assert one.after
        assert one.words
        assert "None" not in one.words
    counted = counted_rows(shown)
    spoke = [one for one in counted if one.kind != NOTHING]
    moved = sum(one.kind == MOVED for one in counted)
    assert len(shown.movement_finding.split()) <= MOST_WORDS
    if shown.changes:
        assert f"{len(spoke)} position" in shown.movement_measure
        assert (f"{moved} moved" in shown.movement_measure) == bool(moved)


@given(dossiers(), days)
@FEW
def test_a_finding_of_a_move_is_one_of_the_firm_moves(dossier: Dossier, day: dt.date) -> None:
    """Whom it names moved, and neither from nor to low confidence; else it says that nobody did."""
    shown = view_at(Tables(dossier, Path()), day, parties=PARTIES, issues=ISSUES)
    firm = {
        actor
        for changed in shown.changes
        for actor, one in [*([(changed.holder, changed.change)] if changed.change else []), *changed.members]
        if one.kind == MOVED and not one.weak
    }
    told = shown.movement_finding

    if firm:
        assert any(told.startswith(f"{capital(shown.tables.in_sentence[one])} moved ") for one in firm)
    else:
        assert told.startswith(("No firm move", "No earlier day"))


hostile = st.lists(st.text("abc–'“&<", min_size=1, max_size=4), min_size=1, max_size=16).map(" ".join)


@given(hostile, hostile, hostile, st.booleans())
@MODEST
def test_hostile_names_never_make_a_finding_long(north: str, south: str, dam: str, first: bool) -> None:
    """However long names are the finding keeps to 14 words."""
    names = {"north": f"{north} x", "south": f"{south} y"}
    parties = [{**one, "name": names.get(one["id"], one["name"])} for one in DESCRIPTION["parties"]]
    issues = [{**one, "name": f"{dam} z", "in_sentence": None} for one in DESCRIPTION["issues"][:1]]
    words = [said("b", "north_head", 3, said_on=TODAY), said("c", "south_head", 4, said_on=BEFORE)]
    words += [] if first else [said("a", "north_head", 0, said_on=BEFORE)]
    shown = view_at(tables_of(*words, parties=parties, issues=issues), since=SINCE)

    assert len(shown.movement_finding.split()) <= MOST_WORDS


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        ([], "No firm move between 20 Jun and 30 Jun 2030"),
        (
            [said("b", "north_head", 3, said_on=TODAY)],
            "No firm move; first on record: Northland on the dam",
        ),
        (
            [said("a", "north_head", 0, said_on=BEFORE), said("b", "north_head", 3, said_on=TODAY)],
            "Northland moved 3 steps on the dam",
        ),
        (
            [
                said("a", "north_head", 0, said_on=BEFORE),
                said("b", "north_head", 1, said_on=TODAY),
                said("c", "south_head", 4, said_on=BEFORE),
            ],
            "Northland moved 1 step toward Southland on the dam",
        ),
        (
            [
                said("a", "east_head", 0, said_on=BEFORE),
                said("b", "east_head", 1, said_on=TODAY),
                said("c", "south_head", 4, said_on=BEFORE),
            ],
            "East moved 1 step on the dam",
        ),
        (
            [
                said("a", "north_head", 0, said_on=BEFORE),
                said("b", "north_head", (2, 3), said_on=TODAY, spread="doubt"),
            ],
            "Northland moved 2–3 steps on the dam, the coder was unsure",
        ),
        (
            [
                said("a", "north_head", 0, said_on=BEFORE),
                said("b", "north_head", (2, 3), said_on=TODAY, spread="doubt"),
                said("c", "south_head", 4, said_on=BEFORE),
                said("d", "south_head", 3, said_on=TODAY),
            ],
            "Southland moved 1 step toward Northland on the dam; 1 more move, in doubt",
        ),
        (
            [
                said("a", "north_head", 0, said_on=BEFORE, confidence="low"),
                said("b", "north_head", 3, said_on=TODAY),
            ],
            "No firm move between 20 Jun and 30 Jun 2030",
        ),
    ],
)
def test_findings_worked_by_hand(statements: list[Statement], expected: str) -> None:
    """Who moved toward whom; a member by its own name; nothing from low confidence."""
    assert two_days(*statements).movement_finding == expected


def test_the_largest_share_of_a_scale_is_told_first() -> None:
    """Two of two steps on the toll are more than three of four on the dam, which are one more move."""
    shown = two_days(
        said("a", "north_head", 0, said_on=BEFORE),
        said("b", "north_head", 3, said_on=TODAY),
        said("c", "south_head", 0, issue="toll", said_on=BEFORE),
        said("d", "south_head", 2, issue="toll", said_on=TODAY),
        issues=ISSUES,
    )

    assert shown.movement_finding == "Southland moved 2 steps on Toll; 1 more move"


THREE = ("harbour", "north", "south")


def test_of_two_sides_that_a_move_brings_as_near_both_are_named() -> None:
    """No one of them is preferred; a further move is counted before a direction is told."""
    shown = two_days(
        said("a", "north_head", 0, said_on=BEFORE),
        said("b", "north_head", 2, said_on=TODAY),
        said("c", "south_head", 4, said_on=BEFORE),
        said("d", "harbour_head", 4, said_on=BEFORE),
        parties=THREE,
    )
    more = two_days(
        said("a", "north_head", 0, said_on=BEFORE),
        said("b", "north_head", 3, said_on=TODAY),
        said("c", "south_head", 4, said_on=BEFORE),
        said("d", "harbour_head", 0, said_on=BEFORE),
        said("e", "harbour_head", 1, said_on=TODAY),
        parties=THREE,
    )

    assert shown.movement_finding == "Northland moved 2 steps toward Harbour and Southland on the dam"
    assert more.movement_finding == "Northland moved 3 steps on the dam; 1 more move"


def test_rows_worked_by_hand() -> None:
    """A move with its direction, a member by name, silence with the day since when, a first and nothing."""
    found = rows(
        said("a", "north_head", 0, said_on=BEFORE),
        said("b", "north_head", 2, said_on=TODAY),
        said("c", "south_head", 4, said_on="2030-05"),
        said("d", "east_head", 1, said_on=TODAY),
    )

    assert found["north"].words == ("2 steps toward Southland: Dam closed → Dam shared")
    assert found["north"].before == "Dam closed (15 Jun 2030 · North head)"
    assert found["north"].statements == ("a", "b")
    assert found["south"].words == "silent since May 2030: Dam open"
    assert (found["east"].name, found["east"].kind) == ("East (League)", FIRST)
    assert found["east"].before == "Nothing current"
    assert "league" not in found


def test_low_confidence_is_said_in_a_row() -> None:
    """A move that rests on low confidence says so."""
    found = rows(
        said("a", "north_head", 0, said_on=BEFORE, confidence="low"),
        said("b", "north_head", 2, said_on=TODAY),
    )

    assert found["north"].words.endswith("; rests on low confidence")


def test_words_off_the_scale_are_told_as_such() -> None:
    """The position of a day on which the newest words fit no step is these words, with day and speaker."""
    found = rows(said("a", "north_head", 0, said_on=days_before(60)), said("b", "north_envoy", said_on=TODAY))

    assert found["north"].words == "newer words that do not fit the scale"
    assert found["north"].after == (
        "Said, but does not fit the scale: north_envoy speaks (30 Jun 2030 · North envoy)"
    )


def test_silence_of_words_that_a_reader_left_out() -> None:
    """Words that the reader left out on the later day are told by the day since when there are none."""
    shown = two_days(said("a", "north_head", 0, said_on=BEFORE), span=12)
    found = {one.actor: one for one in change_rows(shown)}

    assert found["north"].words == "silent since 15 Jun 2030"


def test_without_an_earlier_day_it_says_so() -> None:
    """On the first day of the record there is nothing to compare with."""
    shown = view(day=dt.date(2029, 1, 1))

    assert shown.movement_finding == "No earlier day to compare with 1 Jan 2029"
    assert shown.movement_measure == "Stated positions over time, until 1 Jan 2029"


def test_a_name_that_begins_the_finding_has_its_article() -> None:
    """A party is named as in any other sentence, with a capital."""
    shown = compared(view_on(load_dossier("ukraine-2014-2026")))

    assert shown.movement_finding == "Ukraine moved 1 step on security guarantees; 2 more moves, 1 in doubt"
    europe = compared(view_on(load_dossier("ukraine-2014-2026"), parties=("europe",)))
    assert europe.movement_finding.startswith("The European Union moved 1–2 steps on security guarantees")
    assert europe.movement_finding.endswith(", the coder was unsure")
