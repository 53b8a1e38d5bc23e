"""Cells, rows and deletions of an editor laid on the rows that it was given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from positions.editing.statements import Row

Edits = Mapping[str, Any]  # edited_rows by place, added_rows, deleted_rows by place, as Streamlit has them


def with_edits(rows: Sequence[Row], columns: Sequence[str], edits: Edits) -> list[tuple[int, Row]]:
    """The rows as they are written, each with its place in the editor; those in which nothing stands are out.

    New rows stand after all that were given, and count on from these. A cell that was emptied is "".
    """
    gone = {int(place) for place in edits.get("deleted_rows") or ()}
    changed = {int(place): cells for place, cells in (edits.get("edited_rows") or {}).items()}
    found = [
        (place, _cells(columns, {**row, **changed.get(place, {})}))
        for place, row in enumerate(rows)
        if place not in gone
    ]
    added = enumerate(edits.get("added_rows") or (), start=len(rows))
    found += [(place, _cells(columns, row)) for place, row in added]
    return [(place, row) for place, row in found if any(row.values())]


def _cells(columns: Sequence[str], row: Mapping[str, Any]) -> Row:
    cells = {column: row.get(column) for column in columns}
    return {column: "" if cell is None else str(cell) for column, cell in cells.items()}
