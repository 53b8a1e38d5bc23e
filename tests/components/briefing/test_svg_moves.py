"""Lines over time stand where the positions were."""

from __future__ import annotations

from itertools import pairwise

from components.briefing.svg_moves import moves_drawings
from tests.components.briefing.handed_out import istanbul_briefing, small_briefing


def test_a_line_begins_with_the_first_position_and_ends_with_the_day() -> None:
    """Nothing is drawn before a side has spoken; the last stroke reaches the as-of day."""
    made = istanbul_briefing()
    drawings = moves_drawings(made.moves.movement, made.marks)
    crimea = next(one for one in drawings if one.issue.id == "crimea")

    for line in crimea.lines:
        flat = [stroke for stroke in line.strokes if stroke.y1 == stroke.y2]
        assert flat[0].x1 > 50
        assert flat[-1].x2 == 100


def test_higher_steps_stand_higher() -> None:
    """Step 0 is at the foot of each drawing, inside its height."""
    made = small_briefing()

    for drawing in moves_drawings(made.moves.movement, made.marks):
        heights = [y for y, _ in drawing.steps]
        assert heights == sorted(heights, reverse=True)
        assert 0 <= heights[-1] < heights[0] < drawing.height


def test_every_line_has_its_name_and_names_do_not_overlap() -> None:
    """The names at the ends of lines are as far apart as a line of text is high."""
    made = istanbul_briefing()

    for drawing in moves_drawings(made.moves.movement, made.marks):
        places = sorted(line.name_at for line in drawing.lines)
        assert all(line.name for line in drawing.lines)
        assert all(after - before >= 17 for before, after in pairwise(places))


def test_the_words_say_who_moved_and_who_is_silent() -> None:
    """Whoever does not see the drawing learns the same from its description."""
    made = istanbul_briefing()
    words = {one.issue.id: one.words for one in moves_drawings(made.moves.movement, made.marks)}

    assert "Ukraine at step 2 from 29 Mar 2022" in words["crimea"]
    assert "Not stated: West (0 of 8)" in words["crimea"]


def test_a_statement_shows_the_range_of_its_words() -> None:
    """Words that cover two steps reach from the one to the other; those on one step are a point."""
    made = istanbul_briefing()
    drawings = moves_drawings(made.moves.movement, made.marks)
    spoken = [one for drawing in drawings for line in drawing.lines for one in line.spoken]

    assert all(one.high <= one.y <= one.low for one in spoken)
    assert any(one.high < one.low for one in spoken)
    assert any(one.high == one.y == one.low for one in spoken)
