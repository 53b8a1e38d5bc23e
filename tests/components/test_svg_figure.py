"""Figures as the browser draws them: every shape and word at the place that its figure gives it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.figures.drawing import Pen, Stamp, Type, answer, blank_paper, line, mark, note, tile
from components.figures.figure_text import plain
from components.svg_figure.view import layout_of
from components.theme import MARKS, Mark
from tests.positions.factories import FEW

NAMES = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=12)


def drawn(*steps: Any, height: float = 100.0) -> Any:
    """What the browser draws of a figure on which the steps have drawn, from 0 to 4 across."""
    paper = blank_paper({}, "light")
    for step in steps:
        step(paper)
    axes = {"xaxis": {"range": [0, 4]}, "yaxis": {"range": [-height, 0]}}
    return layout_of(paper.figure(height=height, margin={"l": 20, "r": 5, "t": 0, "b": 0}, **axes), "wide")


def test_a_small_figure_worked_by_hand() -> None:
    """A line from step 1 to 3 reaches from a quarter to three quarters; a mark keeps its pixels."""
    right = Type(10, "#222222", "right", "top", (-3, 0))
    found = drawn(
        lambda paper: line(paper, ((1, -40), (3, -40)), Pen("#111111", 2, "2px,3px"), "gap"),
        lambda paper: mark(paper, (2, -40), Stamp(Mark("#35318C", "square"), MARKS["own"], "own russia")),
        lambda paper: note(paper, (4, -10), "<b>Full<br>return</b>", right),
    )

    assert (found["id"], found["height"], found["left"], found["right"]) == ("wide", 100, 20, 5)
    gap, own = found["shapes"]
    assert (gap["x1"], gap["x2"], gap["y1"], gap["y2"], gap["dash"]) == (25, 75, 40, 40, "2 3")
    assert (own["pin"], own["y"], own["fill"]) == (50, 40, "#35318C")
    (words,) = found["words"]
    assert (words["pin"], words["x"], words["anchor"]) == (100, -3, "end")
    assert [(one["text"], one["bold"], one["y"]) for one in words["lines"]] == [
        ("Full", True, 20),  # 10 below the top, 6.5 to the middle of the line, 3.5 to its foot
        ("return", True, 33),
    ]


def test_tiles_lie_under_lines() -> None:
    """The order of layers is kept whatever was drawn first."""
    found = drawn(
        lambda paper: line(paper, ((0, -5), (4, -5)), Pen("#111111", 1)),
        lambda paper: tile(paper, (1, -5), (0.4, 3), "#DDDDDD", line={"width": 0}),
    )

    assert [one["kind"] for one in found["shapes"]] == ["rect", "line"]


@FEW
@given(name=NAMES, x=st.floats(0, 4), y=st.floats(-100, 0))
def test_words_of_data_come_out_as_they_are(name: str, x: float, y: float) -> None:
    """Whatever a name holds is told as text, at its place."""
    found = drawn(
        lambda paper: note(paper, (x, y), plain(name), Type(12, "#222222")),
        lambda paper: answer(paper, (x, y), plain(name), f"{plain(name)}<br>step"),
    )

    assert [one["text"] for one in found["words"][0]["lines"]] == [name]
    assert found["tips"][0]["says"] == [name, "step"]
    assert found["tips"][0]["pin"] == pytest.approx(x * 25, abs=0.001)
    assert found["tips"][0]["y"] == pytest.approx(-y, abs=0.01)
