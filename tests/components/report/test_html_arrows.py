"""Marks of a drawing look as sure as they are."""

from __future__ import annotations

import re
from pathlib import Path

from components.colours import mixed, pale
from components.report.html.arrows import drawn_mark
from components.report.shapes import SHAPES
from components.theme import MARKS, PALETTES, Mark


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
