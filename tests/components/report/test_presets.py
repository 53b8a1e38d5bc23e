"""The sizes of sheets are those of their uses, with type that can be read there."""

from __future__ import annotations

import pytest

from components.report.presets import PRESETS


def test_sizes_are_what_their_uses_ask_for() -> None:
    """A slide, A4 both ways at 300 dots per inch, a card for the web, a square for a post."""
    assert {one.id: (one.width, one.height) for one in PRESETS.values()} == {
        "slide": (1920, 1080),
        "a4-portrait": (2480, 3508),
        "a4-landscape": (3508, 2480),
        "card": (850, 600),
        "square": (1080, 1080),
    }


def test_an_a4_sheet_is_an_a4_sheet() -> None:
    """Printed at its size it covers 210 by 297 millimetres."""
    width, height = PRESETS["a4-portrait"].size

    assert width / 72 * 25.4 == pytest.approx(210, abs=0.1)
    assert height / 72 * 25.4 == pytest.approx(297, abs=0.1)


def test_type_can_be_read() -> None:
    """Nothing on a slide is below 14 points, but for 12 in its cells; nothing on paper is below 8."""
    slide = PRESETS["slide"]
    paper = [PRESETS[one] for one in ("a4-portrait", "a4-landscape")]

    assert slide.points(min(slide.type.body[0], slide.type.small, slide.type.foot)) >= 14
    assert slide.points(slide.type.cell) >= 12
    assert all(min(one.type.body[0], one.type.small, one.type.cell, one.type.foot) >= 8 for one in paper)


@pytest.mark.parametrize("preset", PRESETS)
def test_type_has_an_order(preset: str) -> None:
    """Title over body over evidence over what stands in cells and at the foot."""
    type_ = PRESETS[preset].type

    assert type_.title > type_.body[1] >= type_.body[0] > type_.small >= max(type_.cell, type_.foot)
