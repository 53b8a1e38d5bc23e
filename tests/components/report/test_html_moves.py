"""What moved stands in HTML where the positions were, by the geometry of the screen."""

from __future__ import annotations

from itertools import pairwise

from components.report.html.moves import MovesDrawing, RecordDrawing, moves_drawing
from tests.components.report.handed_out import istanbul_briefing, silent_briefing, small_briefing


def istanbul() -> MovesDrawing:
    """What moved in the bundled dossier."""
    made = istanbul_briefing()
    return moves_drawing(made.moves.movement, made.marks)


def records() -> list[RecordDrawing]:
    """The records of both dossiers, wide and narrow."""
    small = small_briefing()
    return [*istanbul().records, *moves_drawing(small.moves.movement, small.marks).records]


def test_a_line_begins_with_the_first_position_and_ends_with_the_day() -> None:
    """Nothing is drawn before a side has spoken; the last stroke reaches the as-of day."""
    for record in istanbul().records:
        crimea = next(one for one in record.panels if one.name == "Crimea")
        flat = [one for one in crimea.strokes if one.y1 == one.y2]

        assert flat
        assert all(one.x1 > 50 for one in flat)
        assert all(one.x2 == 100 for one in flat)


def test_higher_steps_stand_higher() -> None:
    """Step 0 is at the foot of each drawing, inside its height, and every step has its words."""
    for record in records():
        for panel in record.panels:
            assert list(panel.grid) == sorted(panel.grid, reverse=True)
            assert 0 <= panel.grid[-1] < panel.grid[0] < panel.height
            assert len(panel.steps) == len(panel.grid)


def test_every_line_that_has_not_ended_has_its_name_and_names_do_not_overlap() -> None:
    """The names at the ends of lines are as far apart as their lines of text are high."""
    for record in records():
        for panel in record.panels:
            boxes = sorted((name.top, name.top + 15 * (len(name.lines) - 1)) for name in panel.names)
            assert all(name.lines for name in panel.names)
            assert all(after[0] - before[1] >= 15 for before, after in pairwise(boxes))


def test_the_words_say_who_moved_and_who_is_silent() -> None:
    """Whoever does not see the drawing learns the same from its description."""
    words = {panel.name: panel.words for record in istanbul().records for panel in record.panels}

    assert "Ukraine: Deferred; no force from 29 Mar 2022" in words["Crimea"]
    assert "Not stated: West" in words["Crimea"]


def test_a_range_is_a_stroke_through_its_mark() -> None:
    """Words that cover two steps reach from the one to the other."""
    panel = next(one for one in istanbul().records[0].panels if one.name == "Neutrality")
    upright = [one for one in panel.strokes if one.x1 == one.x2 and one.colour]

    assert any(one.y1 > one.y2 for one in upright)
    assert all(any(mark.mark.x == one.x1 for mark in panel.marks) for one in upright if one.width == 1.4)


def test_an_arrow_row_has_both_marks_and_its_words() -> None:
    """Russia on the ceasefire: the small mark left of the large one, and the change in words."""
    ceasefire = next(one for one in istanbul().arrows if one.name == "Ceasefire")
    russia = next(one for one in ceasefire.rows if one.row.name == "Russia")

    assert russia.before is not None
    assert russia.after is not None
    assert russia.before.x < russia.after.x
    assert russia.before.size < russia.after.size
    assert russia.row.words.startswith("1 step toward Ukraine")


def test_names_of_events_stand_over_the_axis_and_days_under_it() -> None:
    """The axis is the first thing of the record, for a wide and for a narrow page."""
    for record in istanbul().records:
        assert record.axis.names
        assert all(name.y < record.axis.y for name in record.axis.names)
        assert all(day.y > record.axis.y for day in record.axis.days)


def test_before_anybody_spoke_there_are_panels_without_lines() -> None:
    """A record without a word draws its scales and says who is silent."""
    made = silent_briefing()
    drawn = moves_drawing(made.moves.movement, made.marks)

    for record in drawn.records:
        assert all(not panel.marks and not panel.names for panel in record.panels)
        assert all(panel.note for panel in record.panels)
