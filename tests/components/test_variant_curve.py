"""The specification curve shows every variant once, the widest at the left, with what it chose."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.charts import variant_curve
from components.figures.range_band import Room
from components.figures.ranges import PHONE, SCREEN
from components.figures.scene import Label, Line, Marker
from components.figures.variant_curve import FARTHEST, VariantCurve, choices_of
from positions.reading.dossier import load_dossier
from positions.selection import default_selection
from positions.tables import Tables
from positions.text.robustness import CHOICES, RobustnessWords, robustness_words
from positions.view import View
from tests.conftest import SMALL
from tests.positions.factories import FEW, said, view

TRAINING = Tables(load_dossier(SMALL), SMALL)


def landing() -> View:
    """What a reader sees who opens the case for training."""
    return View(TRAINING, default_selection(TRAINING.dossier))


FOUND = robustness_words(landing())


def marks_of(curve: VariantCurve, *, told: bool) -> list[Marker]:
    """The marks on the curve, which tell their variant, or those of the choices."""
    return [one for one in curve.scene.shapes if isinstance(one, Marker) and bool(one.tip) == told]


@pytest.mark.parametrize("room", [SCREEN, PHONE], ids=["screen", "phone"])
def test_every_variant_has_a_mark_and_three_choices(room: Room) -> None:
    """Of 48 variants each is marked on the curve, and below it once per kind of choice."""
    shapes = VariantCurve(FOUND, room.width, room.size).scene.shapes
    widest = sum(len(one.places) for one in choices_of(FOUND)[FARTHEST])

    assert len([one for one in shapes if isinstance(one, Marker)]) == 48 + 3 * 48 + widest
    names = " ".join(" ".join(one.lines) for one in shapes if isinstance(one, Label))
    for words in (
        "kept coding",
        "coder b",
        "without reported speech",
        "ten years",
        "whole scale",
        "as coded",
    ):
        assert words in names


@given(st.floats(200, 1400), st.floats(7, 20))
@FEW
def test_the_widest_stand_at_the_left_and_all_stay_inside(width: float, size: float) -> None:
    """From left to right no mark of the curve rises; marks, lines and names stay in the scene."""
    curve = VariantCurve(FOUND, width, size)
    marks = marks_of(curve, told=True)

    assert [one.y for one in marks] == sorted(one.y for one in marks)
    assert [one.x for one in marks] == sorted({one.x for one in marks})
    for shape in curve.scene.shapes:
        if isinstance(shape, Label):
            assert shape.y >= 0
            assert shape.y + shape.height <= curve.scene.height + size
            assert shape.left >= -1
            assert shape.left + shape.width <= max(width, curve.names + shape.width)
        elif isinstance(shape, Marker):
            assert curve.names <= shape.x - shape.size / 2 <= shape.x + shape.size / 2 <= width + 0.01
            assert 0 <= shape.y <= curve.scene.height
        elif isinstance(shape, Line):
            assert curve.names <= shape.x1 <= shape.x2 <= width + 0.01


def test_marks_stand_at_what_their_variant_chose() -> None:
    """Under each mark of the curve stand exactly the coding, the statements and the window of its words."""
    curve = VariantCurve(FOUND, 900, 12)
    for place, mark in enumerate(marks_of(curve, told=True)):
        below = [choice.name for choice, _, _ in curve.rows if place in choice.places]
        chosen = [one for one in below if one in FOUND.rows[place].texts]

        assert chosen == list(FOUND.rows[place].texts[:3])
        assert mark.tip == " · ".join(FOUND.rows[place].texts)


def test_what_is_farthest_is_counted_as_in_the_sentence() -> None:
    """The numbers behind the names are those of the sentence, the row as coded is the one of the finding."""
    farthest = choices_of(FOUND)[FARTHEST]

    assert [len(one.places) for one in farthest][: len(FOUND.counted)] == [
        times for _, times in FOUND.counted
    ]
    assert FOUND.rows[FOUND.coded].texts[:2] == ("kept coding", "all statements")
    assert FOUND.rows[FOUND.coded].window.startswith("as coded")
    assert sum(int(one[2].split()[0]) for one in FOUND.outcomes) == len(FOUND.rows)
    assert FOUND.options[1][0] == "all statements"


def test_choices_stand_in_the_order_of_the_dossier() -> None:
    """The window as coded comes before half and double of it, whatever variant stands first."""
    windows = choices_of(replace(FOUND, rows=FOUND.rows[::-1]))[CHOICES[2]]

    assert [one.name.split(" (")[0] for one in windows] == ["as coded", "half", "double", "ten years"]


def test_of_many_the_rarest_share_a_row() -> None:
    """Eight issues have a row of their own, what else is ever farthest stands in one."""
    rows = tuple(
        replace(FOUND.rows[place], widest=(f"issue {place}", "issue 0") if place else ("issue 0",))
        for place in range(12)
    )
    counted = (("issue 0", 12), *((f"issue {place}", 1) for place in range(1, 12)))
    first = choices_of(replace(FOUND, rows=rows, counted=counted))[FARTHEST]

    assert len(first) == 9
    assert first[-1].name.startswith("4 others")
    assert first[-1].places == (8, 9, 10, 11)


def test_a_variant_that_compares_nothing_has_no_mark_above() -> None:
    """Northland's only words are reported: without such nothing is compared, and table and row say so."""
    shown = view(said("a", "north_head", 0, mode="reported_speech"), said("b", "south_head", 2))
    curve = VariantCurve(robustness_words(shown), 840, 13)

    assert len(marks_of(curve, told=True)) == 12
    assert list(variant_curve.table(shown)["Farthest apart"])[-4:] == ["no two firm positions"] * 4
    assert "In 4 of 16 variants no two firm positions can be compared." in variant_curve.describe(shown)
    assert choices_of(robustness_words(shown))[FARTHEST][-1].places == (12, 13, 14, 15)


def test_without_a_scale_there_is_nothing_to_draw() -> None:
    """An issue without a scale has no variants."""
    shown = view(said("a", "north_head", issue="fish"), issues=("fish",))

    assert not VariantCurve(robustness_words(shown), 840, 13).scene.shapes
    assert not variant_curve.draw(shown, "light", "wide", SCREEN)["shapes"]
    assert variant_curve.table(shown).empty
    assert robustness_words(shown) == RobustnessWords((), (), ())
