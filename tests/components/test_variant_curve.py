"""The specification curve shows every variant once, the widest at the left, with what it chose."""

from __future__ import annotations

from typing import Any

import pytest

from components.charts import variant_curve
from components.theme import Scheme
from positions.reading.dossier import load_dossier
from positions.selection import default_selection
from positions.tables import Tables
from positions.view import View
from tests.components.figures import notes_of, shapes_of
from tests.conftest import SMALL
from tests.positions.factories import said, view

TRAINING = Tables(load_dossier(SMALL), SMALL)


def landing() -> View:
    """What a reader sees who opens the case for training."""
    return View(TRAINING, default_selection(TRAINING.dossier))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_variant_has_a_mark_and_three_choices(scheme: Scheme) -> None:
    """Of 48 variants each is marked on the curve, and under it once per kind of choice."""
    drawn = variant_curve.draw(landing(), scheme)

    assert len(drawn.data) == 48
    assert len(shapes_of(drawn, "variant")) == 4 * 48
    names = " ".join(name.replace("<br>", " ") for name in notes_of(drawn))
    for words in ("kept coding", "coder b", "without reported speech", "ten years", "100% of the scale"):
        assert words in names


def test_the_widest_stand_at_the_left() -> None:
    """From left to right no mark of the curve rises."""
    marks: list[Any] = list(variant_curve.draw(landing(), "light").data)
    heights = [one.y[0] for one in marks]

    assert heights == sorted(heights, reverse=True)


def test_a_variant_that_compares_nothing_has_no_mark_above() -> None:
    """Northland's only words are reported: without such nothing is compared, and the table says so."""
    shown = view(said("a", "north_head", 0, mode="reported_speech"), said("b", "south_head", 2))

    assert len(variant_curve.draw(shown, "light").data) == 12
    assert list(variant_curve.table(shown)["Farthest apart"])[-4:] == ["no two firm positions"] * 4
    assert "In 4 of 16 variants no two firm positions can be compared." in variant_curve.describe(shown)


def test_without_a_scale_there_is_nothing_to_draw() -> None:
    """An issue without a scale has no variants."""
    shown = view(said("a", "north_head", issue="fish"), issues=("fish",))

    assert not variant_curve.draw(shown, "light").data
    assert variant_curve.table(shown).empty
