"""Figures as the browser draws them: every shape and word at the place that its figure gives it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.figures.drawing import Type, blank_paper, note, tile
from components.figures.figure_text import plain
from components.svg_figure.view import layout_of
from tests.positions.factories import FEW

NAMES = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=12)


def drawn(*steps: Any, height: float = 100.0) -> Any:
    """What the browser draws of a figure on which the steps have drawn, from 0 to 4 across."""
    paper = blank_paper("light")
    for step in steps:
        step(paper)
    axes = {"xaxis": {"range": [0, 4]}, "yaxis": {"range": [-height, 0]}}
    return layout_of(paper.figure(height=height, margin={"l": 20, "r": 5, "t": 0, "b": 0}, **axes), "wide")


def test_a_small_figure_worked_by_hand() -> None:
    """A tile around 2 that is 1 wide to each side reaches from a quarter to three quarters."""
    right = Type(10, "#222222", "right", "top", (-3, 0))
    found = drawn(
        lambda paper: tile(
            paper, (2, -40), (1, 5), "#DDDDDD", line={"color": "#111111", "width": 2, "dash": "dot"}
        ),
        lambda paper: note(paper, (4, -10), "<b>Full<br>return</b>", right),
    )

    assert (found["id"], found["height"], found["left"], found["right"]) == ("wide", 100, 20, 5)
    (cell,) = found["shapes"]
    assert (cell["x1"], cell["x2"], cell["y1"], cell["y2"], cell["dash"]) == (25, 75, 45, 35, "2 3")
    assert (cell["kind"], cell["fill"], cell["stroke"]) == ("rect", "#DDDDDD", "#111111")
    (words,) = found["words"]
    assert (words["pin"], words["x"], words["anchor"]) == (100, -3, "end")
    assert [(one["text"], one["bold"], one["y"]) for one in words["lines"]] == [
        ("Full", True, 20),  # 10 below the top, 6.5 to the middle of the line, 3.5 to its foot
        ("return", True, 33),
    ]


@FEW
@given(name=NAMES, x=st.floats(0, 4), y=st.floats(-100, 0))
def test_words_of_data_come_out_as_they_are(name: str, x: float, y: float) -> None:
    """Whatever a name holds is told as text, at its place."""
    found = drawn(
        lambda paper: note(paper, (x, y), plain(name), Type(12, "#222222")),
        lambda paper: paper.traces.append(
            {"type": "scatter", "x": [x], "y": [y], "hovertext": [f"{plain(name)}<br>step"]}
        ),
    )

    assert [one["text"] for one in found["words"][0]["lines"]] == [name]
    assert found["tips"][0]["says"] == [name, "step"]
    assert found["tips"][0]["pin"] == pytest.approx(x * 25, abs=0.001)
    assert found["tips"][0]["y"] == pytest.approx(-y, abs=0.01)
