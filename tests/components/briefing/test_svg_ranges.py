"""Marks of a range drawing stand where the positions are."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

from components.briefing.shapes import SHAPES
from components.briefing.svg_ranges import range_drawing
from tests.components.briefing.handed_out import istanbul_briefing, small_briefing


def test_points_ranges_and_gap_are_shares_of_the_scale() -> None:
    """Step 3 of 0 to 4 stands at 75 per cent; the band runs from the outermost point to the other."""
    made = istanbul_briefing()
    row = next(row for row in made.gaps.ranges if row.issue.id == "ceasefire")
    drawing = range_drawing(row, made.marks)

    assert [track.x for track in drawing.tracks] == [0, 75, 75]
    assert [(track.low, track.high) for track in drawing.tracks][:2] == [(0, 25), (50, 75)]
    assert drawing.span == (0, 75)
    assert [number for _, number in drawing.ticks] == ["0", "1", "2", "3", "4"]


def test_no_two_sides_share_a_lane() -> None:
    """Names and markers lie under each other, so that none is covered."""
    made = small_briefing()

    for row in made.gaps.ranges:
        tracks = range_drawing(row, made.marks).tracks
        assert all(above.y < below.top for above, below in pairwise(tracks))


def test_the_words_name_every_side_and_every_blank() -> None:
    """Whoever does not see the drawing learns the same from its description."""
    made = small_briefing()

    for row in made.gaps.ranges:
        words = range_drawing(row, made.marks).words
        labels = [side.label for side in row.placed] + [blank.label for blank in row.blanks]
        assert [label for label in labels if label not in words] == []
        assert row.gap.words in words


def test_shapes_are_those_on_screen() -> None:
    """A party has one shape wherever it is drawn."""
    script = (Path(__file__).parents[3] / "components" / "draw.js").read_text(encoding="utf-8")

    assert dict(re.findall(r"^\s+'?([a-z-]+)'?: '(M[^']+)'", script, re.MULTILINE)) == SHAPES
