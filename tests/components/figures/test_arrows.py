"""The rows of two days say what the changes say: where each actor stood, what moved, who is silent."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from hypothesis import given

from components.figures.arrows import ArrowPanel, ArrowRow, arrow_panels
from positions.model.dossier import Dossier
from positions.model.fields import UNDATED
from positions.model.statements import Statement
from positions.tables import Tables
from positions.text.movement import change_rows
from positions.view import View
from tests.positions.factories import AS_OF, FEW, days_before, dossiers, said, view, view_at

SINCE = AS_OF - dt.timedelta(days=30)
BEFORE, AFTER = days_before(40), days_before(5)


def compared(*statements: Statement, **chosen: Any) -> View:
    """These statements on the last day, compared with a month before."""
    return view(*statements, **{"since": SINCE, "issues": ("dam",), **chosen})


def panel(*statements: Statement, **chosen: Any) -> ArrowPanel:
    """The rows on the dam."""
    return arrow_panels(compared(*statements, **chosen))[0]


def row(*statements: Statement, **chosen: Any) -> ArrowRow:
    """The only row on the dam."""
    (found,) = panel(*statements, **chosen).rows
    return found


def test_a_move_goes_from_the_earlier_point_to_the_later() -> None:
    """The small mark is where the earlier words put the actor, the large one where the newer do."""
    found = row(said("a", "north_head", 1, said_on=BEFORE), said("b", "north_head", 3, said_on=AFTER))

    assert found.before is not None
    assert found.after is not None
    assert (found.before.point, found.after.point) == (1, 3)
    assert found.words.startswith("moved 2 steps")
    assert not found.new


def test_who_did_not_move_has_one_mark() -> None:
    """Restated or silent: nothing is drawn under the mark of the later day."""
    restated = row(said("a", "north_head", 1, said_on=BEFORE), said("b", "north_head", 1, said_on=AFTER))
    silent = row(said("a", "north_head", 1, said_on=BEFORE))

    for found in (restated, silent):
        assert found.trail is None
        assert found.before == found.after
        assert found.after is not None
        assert found.after.point == 1
    assert restated.words.startswith("restated")
    assert silent.words.startswith("silent since")


def test_the_first_on_record_is_new() -> None:
    """New is only who said nothing on the scale before."""
    found = row(said("a", "north_head", 1, said_on=AFTER))

    assert found.new
    assert found.before is None


def test_newer_words_without_a_step_leave_the_small_mark_alone() -> None:
    """What no longer fits the scale has no large mark, and the row says so."""
    found = row(said("a", "north_head", 1, said_on=BEFORE), said("b", "north_head", None, said_on=AFTER))

    assert found.before is not None
    assert found.before.point == 1
    assert found.after is None
    assert found.words == "newer words that do not fit the scale"


def test_words_without_a_day_have_no_age() -> None:
    """An undated mark is drawn as its cell is, which calls it not old."""
    found = row(said("a", "north_head", 1, said_on=UNDATED))

    assert found.after is not None
    assert not found.old
    assert not compared(said("a", "north_head", 1, said_on=UNDATED)).cell("north", "dam").old


def test_weak_old_and_reported_words_keep_their_looks() -> None:
    """The large mark says on what it rests."""
    weak = row(said("a", "north_head", 1, said_on=AFTER, confidence="low"))
    reported = row(said("a", "north_head", 1, said_on=AFTER, mode="reported_speech"))
    old = row(said("a", "north_head", 1, said_on=days_before(70)))

    assert (weak.weak, weak.old) == (True, False)
    assert reported.role == "reported"
    assert (old.weak, old.old) == (False, True)


def test_members_that_say_the_same_share_a_row() -> None:
    """Two members on one step are named together; one on another has a row of its own."""
    found = panel(
        said("a", "east_head", 1, said_on=AFTER),
        said("b", "west_head", 1, said_on=AFTER),
        said("c", "isle_head", 3, said_on=AFTER),
    )

    assert sorted(one.name for one in found.rows) == ["East and West (League)", "Isle (League)"]


def test_a_member_with_a_column_of_its_own_has_one_row() -> None:
    """With its grouping unfolded, a member is drawn in its own column; the grouping is not called silent."""
    found = panel(
        said("a", "east_head", 1, said_on=AFTER),
        parties=("league",),
        unfolded=("league",),
    )

    assert [(one.name, one.column) for one in found.rows] == [("East", "east")]
    assert "League" not in found.note


def test_who_is_silent_on_both_days_is_named_in_a_line() -> None:
    """A column without a row is no column that is left out."""
    found = panel(said("a", "north_head", 1, said_on=AFTER))

    assert [one.column for one in found.rows] == ["north"]
    assert found.note.startswith("Nothing on record: ")
    assert "League" in found.note
    assert "Southland" in found.note


def test_an_issue_without_a_scale_has_no_rows_but_words() -> None:
    """Nothing is drawn where there is no scale; what was said newly is told."""
    found = panel(said("a", "north_head", issue="fish", said_on=AFTER), issues=("fish",))

    assert found.rows == ()
    assert "Newer words: Northland" in found.note


def test_one_day_alone_has_no_rows() -> None:
    """Where nothing lies before the day, nothing is compared."""
    first = view(said("a", "north_head", 1), issues=("dam",), day=dt.date(2030, 1, 1))

    assert first.since is None
    assert arrow_panels(first) == ()


@FEW
@given(dossiers())
def test_every_change_is_in_a_row_or_a_line(dossier: Dossier) -> None:
    """No actor is lost, and each row has a mark on one of the two days."""
    shown = view_at(Tables(dossier, Path()), since=SINCE)
    panels = arrow_panels(shown)

    assert [one.issue for one in panels] == list(shown.issues)
    assert all(one.before or one.after for panel in panels for one in panel.rows)
    for change in change_rows(shown):
        found = next(one for one in panels if one.issue.id == change.issue)
        rows = [one for one in found.rows if one.column == change.column and one.words == change.words]
        assert rows or change.words.casefold() in found.note.casefold()
