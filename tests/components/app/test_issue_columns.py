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
    few = len(lengths) < 3 or (len(lengths) == 3 and 1 not in lengths)
    assert len(columns) == (len(lengths) if few else 2)


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


def test_a_side_without_a_statement_has_no_column_of_its_own() -> None:
    """Four of Russia stand beside six of Ukraine with what the West left unsaid below them."""
    assert in_columns([4, 6, 1]) == [range(1), range(1, 3)]
    assert in_columns([4, 1]) == [range(1), range(1, 2)]
