"""What changed between two days, actor by actor; nobody moves because another did."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.analysis.change import (
    AGAIN,
    AWAY,
    CHANGED,
    ENDED,
    FIRST,
    KINDS,
    MOVED,
    NEITHER,
    NOTHING,
    PLACED,
    RANGE,
    RESTATED,
    SILENT,
    TOWARD,
    UNCHANGED,
    UNDATED,
    UNPLACED,
    WITHIN,
    WORDS,
    Change,
    Record,
    change,
    direction,
)
from positions.analysis.words import Stance
from positions.measures.cell_change import CellChange
from positions.model.dossier import Dossier
from positions.model.fields import last_day
from positions.model.parties import CELL_AUTHORITIES
from positions.model.statements import CELL_MODES, Statement
from positions.tables import Tables
from positions.text.cell import blank_words
from positions.text.movement import change_rows
from positions.text.movement_sentences import movement_sentences
from tests.positions.factories import (
    AS_OF,
    FEW,
    ISSUES,
    PARTIES,
    WINDOW,
    days,
    days_before,
    dossiers,
    parties_with,
    said,
    tables_of,
    view,
    view_at,
)

TODAY, SINCE = AS_OF.isoformat(), AS_OF - dt.timedelta(days=10)
BEFORE = days_before(15)
GOVERNMENTS = [
    {"since": "2029-01-01", "name": "The old one"},
    {"since": days_before(5), "name": "The new one"},
]


def changes(
    *statements: Statement, since: dt.date = SINCE, holders: Sequence[str] = ("north", "south", "league")
) -> dict[str, CellChange]:
    """What changed on the dam between the two days, by column."""
    shown = view(*statements, since=since, parties=tuple(holders))
    return {one.holder: one for one in shown.changes}


def north(*statements: Statement) -> Change:
    """What changed for Northland on the dam."""
    found = changes(*statements)["north"].change
    assert found is not None
    return found


@given(dossiers(), days, days)
@FEW
def test_a_change_follows_from_the_two_positions(dossier: Dossier, first: dt.date, second: dt.date) -> None:
    """Both are those of the two days, a move needs newer words, and first means that nothing is on record."""
    since, day = sorted((first, second))
    if since == day:
        return
    tables = Tables(dossier, Path())
    shown = view_at(tables, day, since=since, parties=PARTIES, issues=ISSUES)
    earlier = shown.on(shown.since) if shown.since else shown

    for one in shown.changes:
        assert one.after == shown.cell(one.holder, one.issue)
        assert one.before == earlier.cell(one.holder, one.issue)
        told = [(one.holder, one.change)] if one.change else list(one.members)
        for actor, made in told:
            assert made.kind in KINDS
            _check(made, dossier, actor, one.issue, earlier.day)


def _check(change: Change, dossier: Dossier, actor: str, issue: str, since: dt.date) -> None:
    before, after = change.before.point, change.after.point
    on_record = _own_before(dossier, actor, issue, since)
    if change.kind == MOVED:
        assert before
        assert after
        assert after.day > before.day
        assert change.moved == after.middle - before.middle != 0
        assert not ((before.doubt or after.doubt) and before.low <= after.high and after.low <= before.high)
    if change.kind == FIRST:
        assert not on_record
    if change.kind == PLACED:
        assert on_record
        assert all(one.step_low is None for one in on_record)
    if change.kind == RESTATED:
        assert before
        assert after
        assert (before.low, before.high) == (after.low, after.high)
        assert after.day > before.day
    if change.kind in (MOVED, FIRST, PLACED, RANGE, RESTATED, AGAIN):
        assert after is not None
    if change.kind == NOTHING:
        assert not after


def _own_before(dossier: Dossier, actor: str, issue: str, since: dt.date) -> list[Statement]:
    """Own words of an actor by a day: no claims, no dissent, no documents; whoever governed."""
    speakers = {one.id: one for one in dossier.speakers}
    return [
        one
        for one in dossier.statements
        if (one.member or one.party) == actor
        and one.issue == issue
        and one.mode in CELL_MODES
        and speakers[one.speaker].authority in CELL_AUTHORITIES
        and not speakers[one.speaker].document
        and last_day(one.said_on) <= since
    ]


def test_every_kind_is_told_once() -> None:
    """What counts as a change is a kind, and no kind is listed twice."""
    assert set(CHANGED) < set(KINDS)
    assert len(set(CHANGED)) == len(CHANGED)


OLD = said("a", "north_head", 0, said_on=BEFORE)


@pytest.mark.parametrize(
    ("statements", "kind", "moved"),
    [
        ([], NOTHING, None),
        ([said("b", "north_head", 3, said_on=TODAY)], FIRST, None),
        ([OLD], SILENT, None),
        ([OLD, said("b", "north_head", 3, said_on=TODAY)], MOVED, 3),
        ([OLD, said("b", "north_head", 0, said_on=TODAY)], RESTATED, None),
        ([OLD, said("b", "north_envoy", said_on=TODAY)], UNCHANGED, None),
        ([OLD, said("b", "north_envoy", 3, said_on=TODAY, confidence="low")], UNCHANGED, None),
        ([OLD, said("b", "north_envoy", 0, said_on=TODAY, confidence="low")], UNCHANGED, None),
        ([OLD, said("b", "north_aide", 0, said_on=TODAY)], UNCHANGED, None),
        ([OLD, said("b", "north_head", 0, said_on=days_before(4), until=days_before(2))], UNCHANGED, None),
        ([said("a", "north_head", said_on=BEFORE), said("b", "north_head", 3, said_on=TODAY)], PLACED, None),
        ([said("a", "north_head", said_on=BEFORE), said("b", "north_head", said_on=TODAY)], WORDS, None),
        ([said("a", "north_head", said_on=TODAY), said("b", "north_envoy", 3, said_on=TODAY)], FIRST, None),
        ([said("a", "north_head", said_on=BEFORE)], SILENT, None),
        ([said("a", "north_head", 1, said_on="undated")], UNDATED, None),
        (
            [
                OLD,
                said("b", "north_head", 1, said_on=TODAY),
                said("c", "north_head", 3, said_on=TODAY, source="wire"),
            ],
            RANGE,
            None,
        ),
        (
            [said("a", "north_plan", 1, said_on=BEFORE), said("b", "north_head", 3, said_on=TODAY)],
            FIRST,
            None,
        ),
        (
            [said("a", "north_rebel", 1, said_on=BEFORE), said("b", "north_head", 3, said_on=TODAY)],
            FIRST,
            None,
        ),
        (
            [said("a", "north_head", (1, 3), said_on=BEFORE), said("b", "north_head", 2, said_on=TODAY)],
            RANGE,
            None,
        ),
        (
            [said("a", "north_head", (0, 1), said_on=BEFORE), said("b", "north_head", 1, said_on=TODAY)],
            RANGE,
            None,
        ),
        (
            [said("a", "north_head", (0, 1), said_on=BEFORE), said("b", "north_head", 2, said_on=TODAY)],
            MOVED,
            1.5,
        ),
        (
            [
                said("a", "north_head", (0, 1), said_on=BEFORE, spread="said"),
                said("b", "north_head", 1, said_on=TODAY),
            ],
            RANGE,
            None,
        ),
        (
            [
                said("a", "north_head", (0, 1), said_on=BEFORE, spread="said"),
                said("b", "north_head", 3, said_on=TODAY),
            ],
            MOVED,
            2.5,
        ),
    ],
)
def test_kinds_worked_by_hand(statements: list[Statement], kind: str, moved: float | None) -> None:
    """Northland on the dam ten days ago and today."""
    found = north(*statements)

    assert (found.kind, found.moved) == (kind, moved)


def test_words_that_stopped_fitting_the_scale() -> None:
    """More than the window after the last placed words, newer ones that fit no step lead."""
    placed = said("a", "north_head", 1, said_on=days_before(WINDOW + 11))
    found = north(placed, said("b", "north_head", said_on=TODAY))

    assert found.kind == UNPLACED
    assert found.after.last is not None
    assert found.after.last.statements == ("a",)


def test_placed_again_after_words_off_the_scale() -> None:
    """What stands on a step again is compared with the last that did."""
    found = north(
        said("a", "north_head", 1, said_on=days_before(60)),
        said("b", "north_head", said_on=BEFORE),
        said("c", "north_head", 3, said_on=TODAY),
    )

    assert (found.kind, found.moved) == (AGAIN, 2)


def test_a_new_government_ends_what_the_old_one_said() -> None:
    """Without words of the one in office the change says so; its first words are not first on record."""
    parties = parties_with("north", governments=GOVERNMENTS)
    silent = view_at(tables_of(OLD, parties=parties), since=SINCE)
    spoke = view_at(tables_of(OLD, said("b", "north_head", 3, said_on=TODAY), parties=parties), since=SINCE)
    kinds = [one.change.kind for shown in (silent, spoke) for one in shown.changes if one.change]

    assert kinds == [ENDED, NOTHING, MOVED, NOTHING]


def test_words_of_an_earlier_government_between_the_days_are_told_as_such() -> None:
    """Nothing of the government in office is no blank record: what came before it is named."""
    words = [said("a", "north_head", 1, said_on=days_before(8))]
    seen = view_at(tables_of(*words, parties=parties_with("north", governments=GOVERNMENTS)))
    compared = replace(seen, selection=replace(seen.selection, since=SINCE))
    (row,) = [one for one in change_rows(compared) if (one.actor, one.issue) == ("north", "dam")]
    sentences = " ".join(one.words for each in movement_sentences(compared) for one in each)

    assert (row.words, row.statements) == ("nothing by the government in office", ("a",))
    assert "has said nothing on record; before it: north_head speaks" in sentences
    assert blank_words(seen.cell("north", "dam")) == row.words


def test_words_left_out_for_their_age_are_no_change_of_government() -> None:
    """A reader who leaves out old words sees silence, not the end of a government."""
    shown = view_at(tables_of(OLD), since=SINCE, span=12)
    found = next(one.change for one in shown.changes if one.holder == "north")

    assert found is not None
    assert found.kind == SILENT


def test_nobody_moves_back_to_older_words() -> None:
    """Newer low-confidence words let another's older ones lead: told as other steps, not as a move."""
    found = north(
        said("a", "north_envoy", 2, said_on=days_before(18)),
        said("b", "north_head", 0, said_on=BEFORE),
        said("c", "north_head", 3, said_on=TODAY, confidence="low"),
    )

    assert found.after.point is not None
    assert found.after.point.statements == ("a",)
    assert (found.kind, found.moved) == (RANGE, None)


def test_a_change_says_where_it_rests_on_low_confidence() -> None:
    """A move from or to words of low confidence alone is weak."""
    low = said("b", "north_head", 3, said_on=TODAY, confidence="low")

    assert north(OLD, said("b", "north_head", 3, said_on=TODAY)).weak is False
    assert north(low).weak is True
    assert north(OLD.model_copy(update={"confidence": "low"}), said("b", "north_head", 3, said_on=TODAY)).weak


def test_a_grouping_never_moves_and_its_members_do() -> None:
    """East went from 0 to 3, West stays at 3, and the League has no change of its own."""
    found = changes(
        said("a", "east_head", 0, said_on=BEFORE),
        said("b", "east_head", 3, said_on=TODAY),
        said("c", "west_head", 3, said_on=BEFORE),
    )["league"]

    assert found.change is None
    assert [(member, one.kind, one.moved) for member, one in found.members] == [
        ("east", MOVED, 3),
        ("west", SILENT, None),
    ]
    assert found.directions == ()


def test_opposed_members_do_not_move_when_one_of_them_falls_silent() -> None:
    """East at 0 and West at 4 before and after: nothing about the League is a move."""
    found = changes(said("a", "east_head", 0, said_on=BEFORE), said("b", "west_head", 4, said_on=BEFORE))

    assert {one.kind for _, one in found["league"].members} == {SILENT}


steps = st.integers(0, 4)


@given(steps, steps, steps)
def test_a_direction_is_toward_where_the_other_stood(earlier: int, later: int, anchor: int) -> None:
    """Nearer than before is toward, farther is away, and the same distance is neither."""
    found = direction(_stance(earlier), _stance(later), "other", anchor)
    nearer = abs(earlier - anchor) - abs(later - anchor)

    assert found.word == (TOWARD if nearer > 0 else AWAY if nearer < 0 else NEITHER)


def _stance(step: int) -> Stance:
    return Stance(step, step, False, False, AS_OF, ("x",), ("s",), 1, ())


def test_a_move_is_measured_against_where_the_other_stood_before() -> None:
    """Southland moved away in the meantime; Northland still moved toward where it stood."""
    found = changes(
        OLD,
        said("b", "north_head", 2, said_on=TODAY),
        said("c", "south_head", 2, said_on=BEFORE),
        said("d", "south_head", 4, said_on=TODAY),
    )

    assert [(one.other, one.word) for one in found["north"].directions] == [("south", TOWARD)]
    assert [(one.other, one.word) for one in found["south"].directions] == [("north", AWAY)]


@pytest.mark.parametrize(
    "other",
    [
        [said("c", "south_head", 2, said_on=BEFORE, confidence="low")],
        [said("c", "south_head", (2, 3), said_on=BEFORE)],
        [said("c", "east_head", 2, said_on=BEFORE)],
        [said("c", "east_head", 0, said_on=BEFORE), said("d", "west_head", 4, said_on=BEFORE)],
    ],
    ids=["weak", "doubt", "by name", "split"],
)
def test_no_direction_is_taken_from_what_is_not_firm(other: list[Statement]) -> None:
    """Toward low confidence, a doubt, a grouping of which few spoke or a split one nobody moves."""
    found = changes(OLD, said("b", "north_head", 2, said_on=TODAY), *other)

    assert found["north"].change is not None
    assert found["north"].change.kind == MOVED
    assert found["north"].directions == ()


def test_words_of_a_later_day_do_not_end_a_silence() -> None:
    """What is said only after the compared day is not known on it."""
    later = (AS_OF + dt.timedelta(days=5)).isoformat()

    assert north(OLD, said("b", "north_head", 0, said_on=later)).kind == SILENT
    assert north(OLD, said("b", "north_envoy", said_on=later)).kind == SILENT


@pytest.mark.parametrize(("day", "kind"), [(SINCE, AGAIN), (SINCE + dt.timedelta(days=1), WITHIN)])
def test_words_on_the_earlier_day_itself_are_on_record(day: dt.date, kind: str) -> None:
    """Placed words of that day, even if they did not lead then, keep the later ones from being the first."""
    after = north(said("b", "north_head", 3, said_on=TODAY)).after
    before = north().before

    assert change(before, after, Record((day, AS_OF)), SINCE).kind == kind


def test_a_position_of_low_confidence_that_came_between_is_weak() -> None:
    """What was first said after the earlier day and then again is as weak as its newest words."""
    first = {"said_on": days_before(5)}
    firm = north(said("a", "north_head", 1, **first), said("b", "north_head", 3, said_on=TODAY))
    weak = north(
        said("a", "north_head", 1, **first, confidence="low"),
        said("b", "north_head", 3, said_on=TODAY, confidence="low"),
    )

    assert [(one.kind, one.weak) for one in (firm, weak)] == [(WITHIN, False), (WITHIN, True)]
