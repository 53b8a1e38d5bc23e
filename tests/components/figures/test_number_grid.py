"""Grids of numbers as the browser draws them: every tile and word at the place that it is given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.figures.number_grid import Edge, Grid, Type
from components.theme import PALETTES
from tests.positions.factories import FEW

NAMES = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=12)


def test_a_small_grid_worked_by_hand() -> None:
    """A tile around the second of four columns, with two lines of words, beside the name of its row."""
    grid = Grid(PALETTES["light"], 4, 20)
    grid.tile((1, 40), (0.5, 5), "#DDDDDD", Edge("#111111", 2, "2 3"), "cell")
    grid.note((1, 10), ("Full", "return"), Type(10, "#222222", over="top", shift=-3, small=8))
    grid.margin_note((5, 40), ("Crimea",), Type(10, "#222222", "start"))
    found = grid.layout(100, "wide")

    assert (found["id"], found["height"], found["left"], found["right"]) == ("wide", 100, 20, 0)
    (cell,) = found["shapes"]
    assert (cell["x1"], cell["x2"], cell["y1"], cell["y2"], cell["dash"]) == (25, 50, 35, 45, "2 3")
    words, name = found["words"]
    assert (words["pin"], words["x"], words["anchor"]) == (37.5, -3, "middle")
    assert [(one["text"], one["size"], one["y"]) for one in words["lines"]] == [
        ("Full", 10, 20),  # 10 below the top, 6.5 to the middle of the line, 3.5 to its foot
        ("return", 8, 32.3),
    ]
    assert (name["pin"], name["x"], name["lines"][0]["y"]) == (0, -15, 43.5)


@FEW
@given(name=NAMES, x=st.floats(0, 3), y=st.floats(0, 100))
def test_words_of_data_come_out_as_they_are(name: str, x: float, y: float) -> None:
    """Whatever a name holds is told as text, at its place."""
    grid = Grid(PALETTES["light"], 4, 0)
    grid.note((x, y), (name,), Type(12, "#222222"))
    grid.tip((x, y), name)
    found = grid.layout(100)

    assert [one["text"] for one in found["words"][0]["lines"]] == [name]
    assert found["tips"][0]["says"] == [name]
    assert found["tips"][0]["pin"] == pytest.approx((x + 0.5) * 25, abs=0.001)
    assert found["tips"][0]["y"] == pytest.approx(y, abs=0.01)
