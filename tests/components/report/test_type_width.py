"""Widths of the type of slides: as wide as the letters are, so that slides are filled and none runs over."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.report.slides.look import BODY, Words
from components.report.slides.room import fitting_groups, full_groups, line_count, text_width
from components.report.slides.table import Box, best_widths, row_height
from tests.positions.factories import FEW

heights = st.lists(st.integers(1, 120), max_size=40)


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


@given(heights, st.integers(40, 200), st.integers(1, 2))
@FEW
def test_groups_hold_every_row_once_and_fit(rows: list[int], room: int, columns: int) -> None:
    """In their order; only a row that is too high for any group stands beyond the room, alone."""
    for groups in (fitting_groups(rows, room, columns), full_groups(rows, room)):
        assert [place for group in groups for place in group] == list(range(len(rows)))
        assert all(len(group) == 1 or sum(rows[one] for one in group) <= room for group in groups)
        assert all(one.stop == other.start for one, other in pairwise(groups))


@given(heights, st.integers(40, 200))
@FEW
def test_no_way_takes_fewer_groups(rows: list[int], room: int) -> None:
    """Filling one after the other takes as few as there can be, and even groups are no more."""
    assert len(fitting_groups(rows, room)) == len(full_groups(rows, room))


def test_the_last_slide_has_as_much_as_the_others() -> None:
    """Ten rows of which four fit stand as four, three and three, not as four, four and two."""
    assert sorted(map(len, fitting_groups([10] * 10, 40))) == [3, 3, 4]
    assert [len(one) for one in full_groups([10] * 10, 40)] == [4, 4, 2]


def test_both_columns_of_a_slide_are_filled() -> None:
    """Five rows that fit one column stand in two, and of six columns none stays empty."""
    assert [len(one) for one in fitting_groups([10] * 5, 60, columns=2)] in ([2, 3], [3, 2])
    assert len(fitting_groups([10] * 18, 40, columns=2)) == 6


@given(st.lists(st.tuples(st.integers(1, 30), st.integers(1, 30)), min_size=1, max_size=6))
@FEW
def test_columns_fill_the_table_and_need_no_more_height(
    counts: list[tuple[int, int]],
) -> None:
    """Whatever the words, the widths add up, and they are no higher than in equal columns."""
    rows = [tuple(Box((Words("step by step " * count),)) for count in row) for row in counts]
    widths = best_widths(rows, BODY)
    equal = (BODY // 2, BODY // 2)

    assert sum(widths) == BODY
    assert sum(row_height(row, widths) for row in rows) <= sum(row_height(row, equal) for row in rows)
