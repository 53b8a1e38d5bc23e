"""Sides of an issue in columns: each once, in their order, two columns as even as can be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from components.pages.issue import in_columns

LENGTHS = st.lists(st.integers(1, 9), max_size=12)


@given(LENGTHS)
def test_every_side_has_one_place_and_keeps_its_order(lengths: list[int]) -> None:
    """Read column by column, the sides come as they came in."""
    columns = in_columns(lengths)

    assert [side for column in columns for side in column] == list(range(len(lengths)))
    assert all(columns)
    assert len(columns) == (len(lengths) if len(lengths) <= 3 else 2)


@given(st.lists(st.integers(1, 9), min_size=4, max_size=12))
def test_no_other_cut_leaves_less_blank(lengths: list[int]) -> None:
    """The two columns differ by no more than at any other place of the cut."""
    first, second = (sum(lengths[side] for side in column) for column in in_columns(lengths))

    assert all(
        abs(first - second) <= abs(sum(lengths[:cut]) - sum(lengths[cut:])) for cut in range(1, len(lengths))
    )


def test_a_long_side_stands_beside_three_short_ones() -> None:
    """Seven of Europe beside two of Russia, three of Ukraine and four of the United States."""
    assert in_columns([7, 2, 3, 4]) == [range(1), range(1, 4)]
    assert in_columns([7, 2, 3]) == [range(1), range(1, 2), range(2, 3)]
