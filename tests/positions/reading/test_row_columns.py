"""Rows that are kept by column are the rows that were written, wherever a file has them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.reading.row_columns import RowColumns, RowLines
from tests.positions.factories import MODEST, by_column

Row = dict[str, str]
ROWS = st.lists(
    st.dictionaries(st.sampled_from("abc"), st.sampled_from(("x", "y z")), max_size=3), max_size=5
)


@given(ROWS)
@MODEST
def test_rows_come_back_as_they_were_written(rows: list[Row]) -> None:
    """In their order, without cells that were empty, and by column with an empty place for each of those."""
    found = by_column(rows)

    assert list(found) == rows
    assert len(found) == len(rows)
    assert found.filled == {name for row in rows for name in row}
    for name in "abcd":
        assert list(found.column(name)) == [row.get(name) for row in rows]


@given(ROWS, st.dictionaries(st.integers(0, 4), st.dictionaries(st.sampled_from("bcd"), st.just("w"))))
@MODEST
def test_changed_cells_leave_all_others(rows: list[Row], changed: dict[int, Row]) -> None:
    """The rows from which others are made stay as they are, too."""
    changed = {place: cells for place, cells in changed.items() if place < len(rows)}
    before = by_column(rows)
    after = before.with_rows(changed)

    assert list(after) == [row | changed.get(place, {}) for place, row in enumerate(rows)]
    assert list(before) == rows


def test_there_is_no_row_beyond_the_last() -> None:
    """Nor one before the first, so that no place is taken for another."""
    rows = RowColumns({"a": ["x"]}, 1)

    assert rows[0] == {"a": "x"}
    for place in (-1, 1):
        with pytest.raises(IndexError):
            rows[place]


def test_each_row_has_its_number() -> None:
    """The heads stand in row 2; of the rows below, 3 was empty."""
    lines = RowLines(2, [4, 5])

    assert dict(lines) == {(): 2, (0,): 4, (1,): 5}
    assert len(lines) == 3
    for nowhere in ((2,), (-1,), (0, "a"), ("a",)):
        assert nowhere not in lines
