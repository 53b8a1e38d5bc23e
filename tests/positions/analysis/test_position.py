"""The position of an actor follows from its own current words, and leads back to them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given

from positions.analysis.position import BOUNDED, DRAFT, EARLIER, LOW, Position, position_of
from positions.analysis.words import Stance, Words
from positions.cell import cell_of
from positions.model.dossier import Dossier
from positions.model.fields import first_day
from positions.model.statements import CELL_MODES, Statement
from positions.tables import Tables
from tests.positions.factories import (
    AS_OF,
    MANY,
    STALE_AFTER,
    WINDOW,
    cell,
    cell_at,
    days,
    days_before,
    dossiers,
    parties_with,
    position,
    said,
    tables_of,
    with_charter,
)

ADVISER = 2
TODAY = AS_OF.isoformat()
END = dt.date(2030, 12, 31)  # when all sources are public


def each(dossier: Dossier, as_of: dt.date) -> list[tuple[Position, tuple[Words, ...]]]:
    """The position of every actor on every issue, with the words known by the day."""
    tables = Tables(dossier, Path())
    return [
        (
            cell_of(tables, holder, issue, as_of).position,
            tuple(one for one in words if one.day <= as_of),
        )
        for (holder, issue), words in tables.words.items()
    ]


def own(words: tuple[Words, ...], as_of: dt.date) -> list[Words]:
    """The words that may lead: of the government in office, no document, no measure with an end, no adviser.

    An adviser's may where nobody higher has any.
    """
    office = [one for one in words if one.ends is None or one.ends > as_of]
    rest = [one for one in office if one.authority <= ADVISER and not one.document and one.until is None]
    return [one for one in rest if one.authority < ADVISER] or rest


def only(*statements: Statement) -> tuple[float, float] | None:
    """The steps of Northland's point on the dam over these statements."""
    point = position(*statements).point
    return (point.low, point.high) if point else None


def others(*statements: Statement) -> list[tuple[str, float, float, str]]:
    """Northland's other current words: kind, steps and the statement that leads them."""
    return [(one.kind, one.low, one.high, one.statements[0]) for one in position(*statements).others]


@given(dossiers(), days)
@MANY
def test_a_point_is_what_the_newest_firm_words_say(dossier: Dossier, as_of: dt.date) -> None:
    """Its words may lead, were said by the day and on one day, and no other words that may lead are newer."""
    for found, words in each(dossier, as_of):
        if found.point is None:
            continue
        leaders = [one for one in own(words, as_of) if one.placed]
        behind = [one for one in leaders if one.statement in found.point.statements]
        assert len(behind) == len(found.point.statements)
        assert {one.day for one in behind} == {found.point.day}
        assert found.point.low == min(one.low for one in behind if one.low is not None)
        assert found.point.high == max(one.high for one in behind if one.high is not None)
        assert set(found.point.speakers) == {one.speaker for one in behind}
        assert found.point.sources == len({one.source for one in behind})
        latest = {
            one.speaker: max(other.day for other in leaders if other.speaker == one.speaker)
            for one in leaders
        }
        strong = [one.day for one in leaders if one.day == latest[one.speaker] and not one.weak]
        assert found.weak == found.point.weak
        assert found.weak or max(strong) == found.point.day


def outside(point: Stance, one: Words) -> bool:
    """Whether words name a step that a point does not."""
    return one.placed and not (point.low <= (one.low or 0) and (one.high or 0) <= point.high)


@given(dossiers(), days)
@MANY
def test_what_stands_below_the_point_is_current_and_names_another_step(
    dossier: Dossier, as_of: dt.date
) -> None:
    """Other words lie in the window before the newest or after it; lapsed and gone ones are not there."""
    for found, words in each(dossier, as_of):
        if found.point is None:
            assert found.others == ()
            continue
        newest = max(one.day for one in own(words, as_of) if one.placed)
        by_id = {one.statement: one for one in words}
        for stance in found.others:
            behind = [by_id[one] for one in stance.statements]
            texts = {other.speech for other in words if other.document and outside(found.point, other)}
            assert any(outside(found.point, one) or one.speech in texts for one in behind)
            assert {(one.low, one.high, one.day) for one in behind} == {(stance.low, stance.high, stance.day)}
            assert stance.day >= newest - dt.timedelta(days=WINDOW)
            assert all(one.until is None or one.until >= as_of for one in behind)
            assert all(one.ends is None or one.ends > as_of for one in behind)
            assert all(one.authority <= ADVISER for one in behind)
        assert [one.day for one in found.others] == sorted((one.day for one in found.others), reverse=True)


@pytest.mark.parametrize("oldest", [None, 0, 120])
def test_nobodys_words_are_no_position(oldest: int | None) -> None:
    """The rules make of no words what a cell without any has: nothing that was said, and nothing left out."""
    assert position_of([], AS_OF, window=WINDOW, oldest=oldest) == Position()


@given(dossiers(), days)
@MANY
def test_the_future_counts_for_nothing(dossier: Dossier, as_of: dt.date) -> None:
    """A position as of a day is the same whether or not later words are on record."""
    tables = Tables(dossier, Path())
    known = [one for one in dossier.statements if first_day(one.said_on) <= as_of]
    earlier = Tables(dossier.model_copy(update={"statements": tuple(known)}), Path())

    for holder, issue in tables.words:
        assert (
            cell_of(tables, holder, issue, as_of).position == cell_of(earlier, holder, issue, as_of).position
        )


@given(dossiers(), days)
@MANY
def test_doubt_and_weakness_come_from_the_words_alone(dossier: Dossier, as_of: dt.date) -> None:
    """A point is in doubt only if the words that lead are; a range that was said is not."""
    for found, words in each(dossier, as_of):
        by_id = {one.statement: one for one in words}
        for stance in (*([found.point] if found.point else []), *found.others):
            behind = [by_id[one] for one in stance.statements]
            assert not stance.doubt or any(one.doubt for one in behind)
            assert not stance.weak or any(one.weak for one in behind)
            assert stance.weak or not all(one.weak for one in behind)


def test_newer_words_of_a_delegate_lead_and_the_head_stands_below() -> None:
    """The envoy's words of today lead; the head's of five days ago stand below with their own day."""
    found = position(
        said("a", "north_head", 0, said_on=days_before(5)), said("b", "north_envoy", 1, said_on=TODAY)
    )

    assert found.point is not None
    assert (found.point.low, found.point.speakers, found.point.day) == (1, ("north_envoy",), AS_OF)
    assert [(one.low, one.speakers, one.day) for one in found.others] == [
        (0, ("north_head",), AS_OF - dt.timedelta(days=5))
    ]
    assert (found.weak, found.lines, found.last) == (False, (), None)


@pytest.mark.parametrize(("before", "kept"), [(WINDOW - 1, True), (WINDOW, True), (WINDOW + 1, False)])
def test_the_window_counts_its_first_day(before: int, kept: bool) -> None:
    """Words said exactly the window's days before the newest are current; a day earlier they are not."""
    found = others(
        said("a", "north_head", 0, said_on=days_before(before)), said("b", "north_envoy", 1, said_on=TODAY)
    )

    assert found == ([(EARLIER, 0, 0, "a")] if kept else [])


def test_of_each_speaker_the_latest_day_counts() -> None:
    """What a speaker said before is gone; several words of the speaker's last day all count."""
    found = others(
        said("a", "north_head", 4, said_on=days_before(9)),
        said("b", "north_head", 0, said_on=days_before(5)),
        said("c", "north_head", 3, said_on=days_before(5)),
        said("d", "north_envoy", 1, said_on=TODAY),
    )

    assert found == [(EARLIER, 0, 0, "b"), (EARLIER, 3, 3, "c")]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (said("a", "north_head", 0), said("b", "north_envoy", 3), (0, 0)),
        (said("a", "north_envoy", 0), said("b", "north_envoy", 3, mode="official_text"), (3, 3)),
        (
            said("a", "north_head", 0, mode="action"),
            said("b", "north_envoy", 3, mode="official_text"),
            (0, 0),
        ),
        (
            said("a", "north_head", 2, mode="reported_speech"),
            said("b", "north_head", 3, mode="action"),
            (2, 2),
        ),
        (said("a", "north_head", 2), said("b", "north_head", 3), (2, 3)),
        (said("a", "north_head", 0, said_on="2030-05-11"), said("b", "north_head", 3), (0, 0)),
    ],
)
def test_ties_of_one_day(first: Statement, second: Statement, expected: tuple[int, int]) -> None:
    """Higher authority, then stronger mode; what is still tied stands together; a later day beats all."""
    assert only(first, second) == only(second, first) == expected


def test_tied_words_stand_together_with_every_condition() -> None:
    """Rows of one document are one position: every step, every condition, each source counted once."""
    found = position(
        said("a", "north_head", 2, condition="only in May"),
        said("b", "north_head", 3, condition="once the fish return"),
        said("c", "north_head", 3, source="wire", mode="reported_speech", condition="with pilots"),
    ).point

    assert found is not None
    assert (found.low, found.high, found.doubt, found.sources) == (2, 3, False, 2)
    assert set(found.conditions) == {"only in May", "once the fish return", "with pilots"}
    assert set(found.statements) == {"a", "b", "c"}


def test_sources_are_counted_beside_the_words_that_they_report() -> None:
    """Another day's report of the same step is no source for today's words."""
    found = position(
        said("a", "north_head", 2, said_on=days_before(3), source="wire"),
        said("b", "north_head", 2, said_on=TODAY),
    ).point

    assert found is not None
    assert (found.statements, found.sources) == (("b",), 1)


def test_a_doubt_does_not_cover_what_was_placed_for_certain() -> None:
    """Of tied words the certain ones lead; the coder's doubt about the others does not widen them."""
    found = position(said("a", "north_head", 2), said("b", "north_head", (1, 3), spread="doubt"))

    assert found.point is not None
    assert (found.point.low, found.point.high, found.point.doubt) == (2, 2, False)
    assert [(one.low, one.high, one.doubt) for one in found.others] == [(1, 3, True)]


def test_a_range_is_doubt_unless_it_was_said() -> None:
    """A range without a word on why is the coder's doubt; one step never is."""
    ranges = [said("a", "north_head", (1, 2), spread=spread) for spread in (None, "doubt", "said")]
    points = [position(one).point for one in (*ranges, said("a", "north_head", 1, spread="doubt"))]

    assert [one.doubt for one in points if one] == [True, True, False, False]


def test_low_confidence_does_not_lead_where_firm_words_are_current() -> None:
    """Low-confidence words of today stand below firm ones of last week, and are marked as such."""
    words = (
        said("a", "north_head", 0, said_on=days_before(7)),
        said("b", "north_envoy", 3, said_on=TODAY, confidence="low"),
    )

    assert (only(*words), position(*words).weak) == ((0, 0), False)
    assert others(*words) == [(LOW, 3, 3, "b")]


def test_only_low_confidence_is_weak() -> None:
    """Where nothing else is current, low-confidence words are the position, and it is weak."""
    late = said("b", "north_envoy", 3, said_on=TODAY, confidence="low")
    long_ago = said("a", "north_head", 0, said_on=days_before(WINDOW + 1))

    assert (only(late), position(late).weak) == ((3, 3), True)
    assert (only(long_ago, late), position(long_ago, late).weak) == ((3, 3), True)
    assert position(said("a", "north_head", 1, confidence="medium")).weak is False


@pytest.mark.parametrize("document", ["plan", "protocol"])
def test_a_draft_or_shared_text_never_leads_and_never_stands_alone(document: str) -> None:
    """It stands below own words, however much newer it is, and without own words there is no position."""
    text = said("b", f"north_{document}", 3, said_on=TODAY, mode="official_text")
    words = said("a", "north_head", 0, said_on=days_before(40))

    assert only(words, text) == (0, 0)
    assert others(words, text) == [(DRAFT, 3, 3, "b")]
    assert only(text) is None
    assert cell(text).state == "text_only"
    assert [line.statement for _, line in cell(text).lines] == ["b"]


@pytest.mark.parametrize("document", ["plan", "protocol"])
def test_a_text_is_told_whole_or_not_at_all(document: str) -> None:
    """A step of it that own words name is told beside one that they do not; alone it says nothing new."""
    same, other = (
        said(name, f"north_{document}", step, said_on=TODAY, mode="official_text")
        for name, step in (("b", 1), ("c", 3))
    )
    words = said("a", "north_head", 1, said_on=days_before(40))

    assert others(words, same) == []
    assert others(words, same, other) == [(DRAFT, 1, 1, "b"), (DRAFT, 3, 3, "c")]


def test_a_bounded_measure_never_leads_nor_stands_alone() -> None:
    """A truce stands below, with its end, until its last day; alone it is no position."""
    truce = said("b", "north_envoy", 2, said_on=days_before(3), until=TODAY, mode="action")
    words = said("a", "north_head", 0, said_on=days_before(10))

    assert only(words, truce) == (0, 0)
    assert [(one.kind, one.low, one.until) for one in position(words, truce).others] == [(BOUNDED, 2, AS_OF)]
    assert position(words, truce, day=AS_OF + dt.timedelta(days=1)).others == ()
    assert only(truce) is None
    assert cell(truce).blank
    assert cell(truce).for_gaps is None


def test_a_lapsed_measure_sets_nothing_at_all() -> None:
    """The day after its last, a cell with a truce alone is as if nothing had been said."""
    truce = said("b", "north_envoy", 2, until=days_before(1), mode="action")

    assert position(truce) == Position()
    assert cell(truce, day=END).state == "not_stated"


def test_an_adviser_leads_only_where_nobody_higher_has_spoken() -> None:
    """Older words of the head outrank newer ones of an adviser, which stand below."""
    aide = said("b", "north_aide", 3, said_on=TODAY)

    assert only(aide) == (3, 3)
    assert only(said("a", "north_head", 0, said_on=days_before(200)), aide) == (0, 0)
    assert others(said("a", "north_head", 0, said_on=days_before(200)), aide) == [("adviser", 3, 3, "b")]
    assert position(said("a", "north_envoy", said_on=days_before(200)), aide).point is None
    assert only(said("a", "north_plan", 0), aide) == (3, 3)


def test_an_individual_never_sets_a_cell() -> None:
    """A rebel's words are dissent: below nothing, and alone no position but a blank of their own."""
    rebel = said("b", "north_rebel", 4, said_on=TODAY)

    assert only(said("a", "north_head", 0), rebel) == (0, 0)
    assert others(said("a", "north_head", 0), rebel) == []
    assert only(rebel) is None
    assert cell(rebel).state == "individuals"
    assert [line.statement for _, line in cell(rebel).lines] == ["b"]


@pytest.mark.parametrize("mode", CELL_MODES)
def test_four_modes_set_a_cell(mode: str) -> None:
    """Own words in any of the four modes are a position."""
    assert only(said("a", "north_head", 1, mode=mode)) == (1, 1)


def test_what_is_said_of_others_sets_nobodys_cell() -> None:
    """A claim about Southland places neither Northland, who says it, nor Southland."""
    claim = said("a", "north_head", 1, mode="attributed", about=("south",))

    states = {cell(claim, holder=holder, day=END).state for holder in ("north", "south")}
    assert states == {"not_stated"}


@pytest.mark.parametrize(("later", "leads"), [(WINDOW, False), (WINDOW + 1, True)])
def test_newer_words_off_the_scale_lead_only_beyond_the_window(later: int, leads: bool) -> None:
    """Exactly the window later they are told beside the point; a day more and they lead in its stead."""
    found = position(
        said("a", "north_head", 1, said_on=days_before(later)), said("b", "north_envoy", said_on=TODAY)
    )
    point = found.last if leads else found.point

    assert (found.point is None, found.last is None) == (leads, not leads)
    assert point is not None
    assert (point.low, point.day) == (1, AS_OF - dt.timedelta(days=later))
    assert [line.statement for line in found.lines] == ["b"]


def test_a_new_government_silences_the_old_one() -> None:
    """From its first day on words of the one before are not current; on the day before they still are."""
    since = [{"since": "2029-01-01", "name": "The old one"}, {"since": "2030-06-10", "name": "The new one"}]
    tables = tables_of(
        said("a", "north_head", 0, said_on="2030-06-09"), parties=parties_with("north", governments=since)
    )
    before, after = (cell_at(tables, "north", day=dt.date(2030, 6, day)).position for day in (9, 10))
    last = cell_at(tables, "north", day=END)

    assert before.point is not None
    assert after.point is None
    assert after.former is not None
    assert after.former.statement == "a"
    assert (last.state, last.statements) == ("not_stated", ("a",))


def test_words_of_the_first_day_are_the_new_governments() -> None:
    """A government's own first day is its own."""
    since = [{"since": "2029-01-01", "name": "The old one"}, {"since": "2030-06-10", "name": "The new one"}]
    tables = tables_of(
        said("a", "north_head", 0, said_on="2030-06-10"), parties=parties_with("north", governments=since)
    )

    assert cell_at(tables, "north").state == "stated"


@pytest.mark.parametrize(("age", "old"), [(STALE_AFTER, False), (STALE_AFTER + 1, True)])
def test_old_words_stay_and_are_drawn_as_old(age: int, old: bool) -> None:
    """Beyond the dossier's age a cell is old, and still a position with a point for its gaps."""
    found = cell(said("a", "north_head", 2, said_on=days_before(age)))

    assert (found.state, found.old) == ("stated", old)
    assert found.for_gaps is not None
    assert found.for_gaps.old == old


def test_a_reference_text_never_grows_old() -> None:
    """A charter of long ago stands, also as a shared text, and whatever a reader leaves out."""
    tables = tables_of(
        said("a", "charter_protocol", 2, said_on="2029-01-01", mode="official_text"), **with_charter()
    )
    found = cell_of(tables, "charter", "dam", AS_OF, 10)

    assert (found.state, found.old) == ("stated", False)


def test_words_older_than_a_reader_wants_are_left_out() -> None:
    """Words of exactly that age stay; older ones are left out, and the blank says why."""
    tables = tables_of(said("a", "north_head", 2, said_on=days_before(30)))

    assert cell_of(tables, "north", "dam", AS_OF, 30).state == "stated"
    assert cell_of(tables, "north", "dam", AS_OF, 29).state == "left_out"


def test_a_refusal_is_told_as_one() -> None:
    """Where all newest words refuse, the cell is declined; beside other unplaced words it is ambiguous."""
    words = [said("a", "north_head"), said("b", "north_envoy")]

    assert cell_at(tables_of(words[0], refusals=["a"]), "north").state == "declined"
    assert cell_at(tables_of(*words, refusals=["a"]), "north").state == "ambiguous"


def test_a_month_counts_from_its_end() -> None:
    """Words of May stand on 31 May: before that day they are not known."""
    month = said("a", "north_head", 1, said_on="2030-05")

    assert position(month, day=dt.date(2030, 5, 30)) == Position()
    assert cell(month, day=dt.date(2030, 5, 31)).state == "stated"
