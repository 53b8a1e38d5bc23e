"""A scene on a page stretches with it, and its words and marks keep their size and their distances."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from components.colours import Inks, mixed, pale
from components.figures.marker_shapes import SHAPES
from components.figures.scene import Bar, Label, Line, Marker, Scene, Shape
from components.figures.scene_page import Page, scene_page
from components.svg_figure.view import Layout
from components.theme import MARKS, PALETTES, Mark

SIDE = Mark("#2E78A6", "square")
INKS = Inks({"a": SIDE}, "light", 10)


def drawn(*shapes: Shape, left: float = 0.0, right: float = 0.0) -> Layout:
    """Shapes on a ground of 200 by 50."""
    return scene_page(Scene(200, 50, shapes), Page("wide", INKS, left, right))


def test_what_lies_beside_the_part_that_stretches_keeps_its_distance() -> None:
    """With 40 at the left and 60 at the right, 100 stretch: 65 is a quarter, 30 is 10 before the start."""
    found = drawn(
        Line("stand", 65, 5, 90, 5, "a"),
        Label("step", 30, 0, ("Step",), 9.6, "end"),
        Line("leader", 144, 5, 153, 9, "a", pin=140),
        left=40,
        right=60,
    )
    line, leader = found["shapes"]

    assert (line["x1"], line["x2"]) == (25, 50)
    assert (found["words"][0]["pin"], found["words"][0]["x"]) == (0, -10)
    assert (leader["pin"], leader["x1"], leader["x2"]) == (100, 4, 13)
    assert (found["left"], found["right"]) == (40, 60)


def test_a_bar_is_a_line_as_thick_as_it_is_high_and_a_way_an_arrow() -> None:
    """A range has its height, from end to end; a way stops short of the mark that it leads to."""
    bar, way = drawn(Bar("range", 20, 10, 40, 4, "a"), Line("earlier", 20, 30, 60, 30, "a"))["shapes"]

    assert (bar["kind"], bar["wide"], bar["y1"], bar["y2"]) == ("line", 4, 12, 12)
    assert bar["stroke"] == pale(SIDE.colour)
    assert (way["kind"], way["stroke"]) == ("arrow", SIDE.colour)
    assert way["short"] > 0


def test_each_kind_of_mark_is_drawn_as_it_looks() -> None:
    """Own words are filled, reported ones a ring, old ones pale, weak ones dotted; no two look alike."""
    shapes = drawn(*(Marker(role, 50, 20, 15 * MARKS[role].size, "a") for role in MARKS))["shapes"]
    looks = dict(zip(MARKS, shapes, strict=True))

    assert looks["own"]["fill"] == SIDE.colour
    assert looks["reported"]["fill"] == PALETTES["light"].paper
    assert looks["reported"]["wide"] > looks["old"]["wide"] > 0
    assert looks["old"]["fill"] == mixed(SIDE.colour, MARKS["old"].fill)
    assert looks["weak"]["dash"]
    assert looks["claimed"]["dash"]
    assert len({(one["path"], one["fill"], one["wide"], one["dash"]) for one in shapes}) == len(MARKS)


def test_a_mark_tells_its_words_line_by_line_and_what_it_opens() -> None:
    """One without words answers no pointer."""
    told = Marker("own", 50, 20, 10, "a", "Who\nWhat", opens="a.dam.2030-01-01")
    tips: Any = drawn(told, Marker("own", 90, 20, 10, "a"))["tips"]

    assert [one["says"] for one in tips] == [["Who", "What"]]
    assert (tips[0]["pin"], tips[0]["y"], tips[0]["opens"]) == (25, 20, "a.dam.2030-01-01")


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
