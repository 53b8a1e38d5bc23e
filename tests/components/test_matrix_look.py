"""The matrix can draw every look and every block of a strip that there is, and knows no state by name."""

from __future__ import annotations

from pathlib import Path

import pytest

import components.matrix
from components.figures import strip
from components.theme import LOOKS
from positions.cell import STATES

STYLE = (Path(components.matrix.__file__).parent / "matrix.css").read_text(encoding="utf-8")
BLOCKS = (Path(components.matrix.__file__).parents[1] / "strip.css").read_text(encoding="utf-8")
SCRIPT = (Path(components.matrix.__file__).parent / "matrix.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("part", ["edge", "left", "fill"])
def test_every_part_of_a_look_has_a_rule(part: str) -> None:
    """No edge, side or fill of a look is drawn by default."""
    values = {getattr(one, part) for one in LOOKS.values()} - {"", "none"}

    assert [value for value in values if f"[data-{part}={value}]" not in STYLE] == []


def test_every_block_of_a_strip_has_a_rule() -> None:
    """Point, other words, doubt, age and members are each drawn in a way of their own."""
    kinds = [strip.POINT, strip.OTHER, strip.DOUBT, strip.OLD, strip.MEMBER]

    assert [kind for kind in kinds if f"[data-kind={kind}]" not in BLOCKS] == []


def test_style_and_script_know_no_state() -> None:
    """What a state looks like stands in LOOKS alone."""
    named = [state for state in STATES if state in STYLE + BLOCKS or f"'{state}'" in SCRIPT]

    assert named == []
