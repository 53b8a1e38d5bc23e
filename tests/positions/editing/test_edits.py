"""Edits of an editor laid on its rows: places stay those that a reader sees."""

from __future__ import annotations

from positions.editing.edits import with_edits

ROWS = [{"id": "a", "note": "one"}, {"id": "b", "note": ""}, {"id": "c", "note": "three"}]
COLUMNS = ("id", "note")


def test_cells_rows_and_deletions_are_laid_on_the_rows() -> None:
    """An emptied cell is empty, a deleted row leaves its place, new ones count on from the last."""
    edits = {
        "edited_rows": {"0": {"note": None}, 2: {"note": 4}},
        "deleted_rows": [1],
        "added_rows": [{"id": "d"}, {}],
    }

    assert with_edits(ROWS, COLUMNS, edits) == [
        (0, {"id": "a", "note": ""}),
        (2, {"id": "c", "note": "4"}),
        (3, {"id": "d", "note": ""}),
    ]
    assert ROWS[0] == {"id": "a", "note": "one"}


def test_without_edits_the_rows_are_as_they_were() -> None:
    """But for those in which nothing stands."""
    assert with_edits([*ROWS, {"id": "", "note": ""}], COLUMNS, {}) == [*enumerate(ROWS)]
