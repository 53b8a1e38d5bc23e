"""Widths of the type of slides: as wide as the letters are, so that slides are filled and none runs over."""

from __future__ import annotations

import pytest

from components.report.slides.room import line_count, text_width


# Widths in the face whose letters are as wide as Calibri's (Carlito), measured once at 1000 points.
@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("‘Left outside’ (0–1)", 7.63),
        ("déclaration à l’Élysée", 8.52),
        ("продолжала враждебные действия", 15.04),
        ("1 step → 2 steps … № 3", 9.56),
    ],
)
def test_a_text_is_measured_close_to_its_width(text: str, wide: float) -> None:
    """No narrower than a twentieth of it, and no wider than a tenth."""
    assert wide * 0.95 <= text_width(text, 1) <= wide * 1.1


def test_a_mark_over_a_letter_takes_no_room() -> None:
    """However it is written."""
    assert text_width("é", 10) == text_width("e\u0301", 10) == text_width("e", 10)


def test_lines_are_broken_at_blanks() -> None:
    """Three words of 20 points each on two lines of 45."""
    word = "n" * 4
    width = text_width(word, 10)

    assert line_count(" ".join([word] * 3), 10, 2.2 * width) == 2
    assert line_count(" ".join([word] * 3), 10, 1.1 * width) == 3
