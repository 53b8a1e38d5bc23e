"""The words of the steps of a scale: all of them where they fit, none on another."""

from __future__ import annotations

from itertools import combinations

import pytest

from components.figures.figure_text import text_width
from components.figures.step_labels import EDGE, NARROW, WORDS, WORDS_LINE, StepLabel, step_labels
from positions.model.issues import Issue
from tests.positions.factories import DESCRIPTION, scale

LINE = NARROW / (1 + 2 * EDGE)


def box(label: StepLabel, width: float) -> tuple[float, float, float, float]:
    """Left, right, top and bottom of the words of a step, in pixels."""
    half = max(text_width(line, WORDS) for line in label.lines) / 2
    middle = (label.share + EDGE) * width + label.shift
    return middle - half, middle + half, label.down, label.down + WORDS_LINE * len(label.lines)


def issue_with(*words: str) -> Issue:
    """An issue whose steps have these words."""
    return Issue.model_validate({**DESCRIPTION["issues"][0], "scale": scale(*words)})


def test_long_words_of_steps_stand_in_two_rows_in_turn() -> None:
    """Where neighbours would touch, every second step stands lower, and all words are there."""
    labels = step_labels(issue_with(*["Unconstitutionally"] * 5), LINE)

    assert [bool(label.down) for label in labels] == [False, True, False, True, False]


def test_where_nothing_fits_steps_have_numbers_and_the_ends_their_words() -> None:
    """On a long scale of long words no word is cut; the table has them all."""
    labels = step_labels(issue_with(*["Unconstitutionally"] * 9), LINE)

    assert [label.lines[0] for label in labels] == [str(step) for step in range(9)]
    assert [len(label.lines) > 1 for label in labels] == [True, *[False] * 7, True]


@pytest.mark.parametrize(
    "words", [["Neutral and demilitarised"] * 5, ["Open"] * 7, ["Unconstitutionally"] * 6]
)
def test_words_of_steps_never_touch(words: list[str]) -> None:
    """Boxes of the words of any two steps lie apart and inside the page."""
    boxes = [box(label, LINE) for label in step_labels(issue_with(*words), LINE)]

    for one, other in combinations(boxes, 2):
        beside = one[1] <= other[0] + 1 or other[1] <= one[0] + 1
        assert beside or one[3] <= other[2] or other[3] <= one[2]
    assert all(left >= -1 and right <= NARROW + 1 for left, right, _, _ in boxes)
