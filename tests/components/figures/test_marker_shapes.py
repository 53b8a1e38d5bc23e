"""Marks are drawn as outlines: closed, of the size they should have, every shape of the house."""

from __future__ import annotations

import re

import pytest

from components import theme
from components.colours import Inks
from components.figures.marker_shapes import outline
from components.figures.scene import Marker, Scene
from components.figures.scene_page import Page, scene_page
from components.theme import MARKS, party_marks
from positions.reading.dossier import load_dossier

SHAPES = sorted(
    {
        mark.shape
        for name in ("istanbul-2022", "ukraine-2014-2026")
        for mark in party_marks(load_dossier(name)).values()
    }
)


def points(path: str) -> list[tuple[float, float]]:
    """The pairs of numbers in a path."""
    numbers = [float(one) for one in re.findall(r"-?\d+\.?\d*", path)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_of_a_party_has_an_outline_of_like_size(shape: str) -> None:
    """No shape is twice as large as another, and moving one moves all of it."""
    here, moved = points(outline(shape, 7.0)), points(outline(shape, 7.0, (10.0, 4.0)))

    assert all(abs(x) <= 8.5 and abs(y) <= 8.5 for x, y in here)
    assert max(x for x, _ in here) >= 6
    assert moved == [pytest.approx((x + 10, y + 4)) for x, y in here]


def test_all_shapes_that_the_theme_gives_can_be_drawn() -> None:
    """Also those that no bundled dossier has so many parties for."""
    known = (*theme._SHAPES, *theme._APART_SHAPES, *theme._OTHER_SHAPES)

    assert all(outline(shape, 7.0).endswith("Z") for shape in known)
    with pytest.raises(KeyError, match="blob"):
        outline("blob", 7.0)


@pytest.mark.parametrize("key", list(MARKS))
def test_a_mark_keeps_within_its_size(key: str) -> None:
    """A thick ring is not larger than a filled mark."""
    size = 14 * MARKS[key].size
    scene = Scene(100, 20, (Marker(key, 50, 10, size),))
    (shape,) = scene_page(scene, Page("wide", Inks({}, "light", 13)))["shapes"]
    reach = max(x for x, _ in points(str(shape["path"])))

    assert reach + (shape["wide"] / 2 if MARKS[key].edge else 0) <= size / 2 + 0.1
