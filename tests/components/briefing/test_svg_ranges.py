"""Marks of a range drawing stand where the positions are, and look as sure as they are."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest

from components.briefing.colours import mixed, pale
from components.briefing.range_lanes import Placed, placed_marks
from components.briefing.shapes import SHAPES
from components.briefing.svg_ranges import LETTERS, RangeDrawing, drawn_mark, range_drawing
from components.theme import MARKS, PALETTES, Mark
from tests.components.briefing.handed_out import istanbul_briefing, small_briefing, wide_briefing

LETTER = 0.02


def drawing_of(issue: str) -> RangeDrawing:
    """The drawing of an issue of the landing view."""
    made = istanbul_briefing()
    place = next(place for place, row in enumerate(made.gaps.ranges) if row.issue.id == issue)
    return range_drawing(made.gaps.ranges[place], made.gaps.sentences[place], made.marks)


def test_points_and_gap_stand_in_the_columns_of_their_steps() -> None:
    """Of five steps the first stands at a tenth, step 3 at seven; the gap runs from point to point."""
    drawing = drawing_of("ceasefire")

    assert sorted(track.mark.x for track in drawing.tracks) == pytest.approx([30, 70, 70])
    assert [track.reach for track in drawing.tracks if track.reach] == [pytest.approx((10, 30))]
    assert drawing.gap_line == pytest.approx((30, 70))
    assert drawing.ticks == pytest.approx((10, 30, 50, 70, 90))


def test_the_two_points_of_the_gap_stand_on_the_scale() -> None:
    """The dark line runs from mark to mark; whoever shares a step with one of them stands above it."""
    drawing = drawing_of("ceasefire")
    on_scale = {track.mark.x for track in drawing.tracks if track.y == drawing.axis}

    assert drawing.gap_line is not None
    assert on_scale >= set(drawing.gap_line)


def extent(one: Placed) -> tuple[float, float]:
    """From where to where a label reaches, as shares."""
    width = LETTER * max(map(len, one.lines))
    left = one.x - {"start": 0.0, "middle": width / 2, "end": width}[one.anchor]
    return left, left + width


def test_no_two_labels_touch() -> None:
    """Marks of one lane have room for their labels beside each other, and every mark is named."""
    rows = [(made.marks, row) for made in (small_briefing(), wide_briefing()) for row in made.gaps.ranges]
    for looks, row in rows:
        marks = placed_marks(row, looks, lambda line: len(line) * LETTER, LETTERS)
        told = " ".join(line for mark in marks for line in mark.lines)
        assert not [spot.label for spot in row.spots if spot.label not in told]
        for one, other in combinations(marks, 2):
            (_, high), (least, _) = sorted([extent(one), extent(other)])
            assert one.lane != other.lane or high <= least


def test_the_words_name_every_mark_and_every_blank() -> None:
    """Whoever does not see the drawing learns the same from its description."""
    made = small_briefing()

    for row, words in zip(made.gaps.ranges, made.gaps.sentences, strict=True):
        drawing = range_drawing(row, words, made.marks)
        names = {column.holder: column.name for column in made.matrix.columns}
        assert not [spot for spot in row.spots if names[spot.column] not in drawing.words]
        assert not [blank for blank in row.blanks if blank.words not in drawing.words]
        assert row.gap.size in drawing.words


def test_each_kind_of_mark_is_drawn_as_it_looks() -> None:
    """Own words are filled, reported ones a ring, old ones pale, weak ones dotted, the earlier day small."""
    mark = Mark("#2E78A6", "square")
    drawn = {name: drawn_mark(50, mark, look) for name, look in MARKS.items()}

    assert drawn["own"].fill == mark.colour
    assert drawn["reported"].fill == PALETTES["light"].paper
    assert drawn["reported"].edge > drawn["old"].edge > 0
    assert drawn["old"].fill == mixed(mark.colour, MARKS["old"].fill)
    assert drawn["weak"].dash
    assert drawn["claimed"].dash
    assert drawn["earlier"].size < 0.6 * drawn["own"].size
    assert len(set(drawn.values())) == len(drawn)


def test_pale_lines_can_be_seen() -> None:
    """A range keeps a contrast of 3 on paper, and is paler than the mark wherever that leaves room."""
    for colour in PALETTES["light"].parties:
        red, green, blue = (int(pale(colour)[place : place + 2], 16) for place in (1, 3, 5))
        parts = [one / 255 for one in (red, green, blue)]
        linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
        light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
        assert 1.05 / (light + 0.05) >= 3


def test_shapes_are_those_on_screen() -> None:
    """A party has one shape wherever it is drawn."""
    script = (Path(__file__).parents[3] / "components" / "draw.js").read_text(encoding="utf-8")

    assert dict(re.findall(r"^\s+'?([a-z-]+)'?: '(M[^']+)'", script, re.MULTILINE)) == SHAPES
