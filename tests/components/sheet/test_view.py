"""The record over time says what the view says: where lines run, end and break, and how marks look."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from hypothesis import given

from components.sheet.layout import Movement, Panel
from components.sheet.view import movement_of
from components.sheet.words import panel_sentence, record_table
from components.theme import MARKS
from positions.model.dossier import Dossier
from positions.model.fields import UNDATED, last_day
from positions.model.statements import Statement
from positions.tables import Tables
from positions.text.wording import day_of_month_words, day_words, said_on_words
from tests.positions.factories import AS_OF, FEW, STALE_AFTER, days_before, dossiers, said, view, view_at


def moved(*statements: Statement, **chosen: Any) -> Movement:
    """The record of these statements on the dam."""
    return movement_of(view(*statements, **{"issues": ("dam",), **chosen}))


def panel(*statements: Statement, **chosen: Any) -> Panel:
    """The dam's panel."""
    return moved(*statements, **chosen).panels[0]


def test_a_line_begins_with_the_first_words_and_ends_with_the_day() -> None:
    """Nothing is drawn before an actor has spoken."""
    movement = moved(said("a", "north_head", 1, said_on=days_before(10)))
    (line,) = movement.panels[0].lines

    assert line.stretches[0].left == movement.axis.place(AS_OF - dt.timedelta(days=10))
    assert line.stretches[-1].right == 1
    assert {one.point for one in line.stretches} == {1}


def test_old_words_stay_and_are_marked() -> None:
    """A line does not end for age: its old part is marked, and its name has the month of the words."""
    found = panel(said("a", "north_head", 1, said_on=days_before(STALE_AFTER + 30)))
    (line,), (label,) = found.lines, found.labels

    assert [one.old for one in line.stretches] == [False, True]
    assert line.stretches[0].until == AS_OF - dt.timedelta(days=29)
    assert label.words == "Northland, Apr 2030"


def test_a_line_that_has_ended_has_no_name_and_its_actor_is_told_below() -> None:
    """Newer words without a step end the line on their day."""
    found = panel(
        said("a", "north_head", 1, said_on=days_before(40)),
        said("b", "north_head", None, said_on=days_before(5)),
    )

    assert found.lines[0].stretches[-1].until == AS_OF - dt.timedelta(days=5)
    assert found.labels == ()
    assert "does not fit the scale: Northland" in found.note


def test_members_have_a_line_each_and_share_a_name_on_one_step() -> None:
    """Of a grouping every member is drawn thin; those on one step are named together."""
    found = panel(
        said("a", "east_head", 1, said_on=days_before(5)),
        said("b", "west_head", 1, said_on=days_before(5)),
        said("c", "isle_head", 3, said_on=days_before(5)),
    )

    assert {line.name for line in found.lines} == {"East (League)", "West (League)", "Isle (League)"}
    assert all(line.member and line.width < 1 for line in found.lines)
    assert sorted((one.words, one.point) for one in found.labels) == [
        ("East and West (League)", 1),
        ("Isle (League)", 3),
    ]


def test_marks_look_like_what_they_rest_on() -> None:
    """Filled for own words, a ring for reports, dotted for low confidence, dashed and small for drafts."""
    found = panel(
        said("a", "north_head", 1, said_on=days_before(9)),
        said("b", "north_head", 1, said_on=days_before(8), mode="reported_speech"),
        said("c", "north_head", 1, said_on=days_before(7), confidence="low"),
        said("d", "north_plan", 2, said_on=days_before(6), mode="official_text"),
    )

    assert [one.key for one in found.spoken] == ["own", "reported", "weak", "draft"]
    assert [one.look for one in found.spoken] == [MARKS[one.key] for one in found.spoken]


def test_who_cannot_lead_has_a_small_mark() -> None:
    """An adviser, an individual, and a measure that ends are smaller than the side's own words."""
    found = panel(
        said("a", "north_aide", 1, said_on=days_before(9)),
        said("b", "north_rebel", 3, said_on=days_before(8)),
        said("c", "north_head", 2, said_on=days_before(7), until=days_before(1)),
    )

    assert len(found.spoken) == 3
    assert all(one.look.size < MARKS["own"].size for one in found.spoken)


def test_what_members_said_on_one_day_is_one_mark() -> None:
    """Two members of one column on one step and day are one mark with both statements."""
    found = panel(
        said("a", "east_head", 1, said_on=days_before(5)), said("b", "west_head", 1, said_on=days_before(5))
    )
    (mark,) = found.spoken

    assert set(mark.actors) == {"east", "west"}
    assert set(mark.statements) == {"a", "b"}


def test_lines_of_different_columns_on_one_step_run_side_by_side() -> None:
    """Where two columns meet each has a lane of its own; alone none has."""
    met = panel(said("a", "north_head", 1), said("b", "south_head", 1))
    apart = panel(said("a", "north_head", 1), said("b", "south_head", 3))

    assert len(set(met.lanes.values())) == 2
    assert apart.lanes == {}


def test_the_sentence_tells_every_move_and_every_break() -> None:
    """Whoever does not see the figure reads from when an actor stood where."""
    words = panel_sentence(
        panel(
            said("a", "north_head", 1, said_on=days_before(9)),
            said("b", "north_head", 3, said_on=days_before(5)),
        )
    )

    assert "Northland: Dam half open from 21 Jun 2030, then Dam mostly open" in words
    assert words.endswith("Not researched: League and Southland.")


@FEW
@given(dossiers())
def test_any_record_lies_on_its_axis(dossier: Dossier) -> None:
    """Whatever is said: stretches follow one another, and nothing stands off the axis or the scale."""
    shown = view_at(Tables(dossier, Path()))
    movement = movement_of(shown)

    assert [one.issue for one in movement.panels] == list(shown.scaled)
    for one in movement.panels:
        for line in one.lines:
            for stretch in line.stretches:
                assert 0 <= stretch.left <= stretch.right <= 1
                assert 0 <= stretch.point <= one.issue.length
        assert all(
            0 <= mark.at <= 1 and 0 <= mark.low <= mark.high <= one.issue.length for mark in one.spoken
        )
        ends = {line.column for line in one.lines if line.stretches[-1].until == shown.day}
        assert {label.column for label in one.labels} <= ends


def test_a_month_is_never_named_as_its_last_day() -> None:
    """Neither the axis nor a table says the day on which a month counts; the line begins with the month."""
    month = days_before(40)[:7]
    earlier = said("b", "south_head", 2, said_on=days_before(100))
    movement = moved(said("a", "north_head", 1, said_on=month), earlier)
    words = said_on_words(month)
    last = last_day(month)

    assert movement.panels[0].lines[0].stretches[0].begins == words
    assert words in record_table(movement)["From"].tolist()
    assert day_of_month_words(last) not in [tick.day for tick in movement.ticks]
    assert day_words(last) not in panel_sentence(movement.panels[0])


def test_undated_words_are_placed_on_no_day() -> None:
    """They have no line and no mark; a line below says whose they are and where they stand."""
    found = panel(said("a", "north_head", 1, said_on=UNDATED), said("b", "south_head", 2))

    assert [line.actor for line in found.lines] == ["south"]
    assert {one.column for one in found.spoken} == {"south"}
    assert found.note.startswith("Undated, on no day of the axis: Northland (Dam half open)")


def test_where_nothing_has_a_day_there_is_no_axis() -> None:
    """No day is made up for words of which none is known."""
    assert not moved(said("a", "north_head", 1, said_on=UNDATED)).panels
