"""Rows above the headings of a table, such as a title: left out, and told."""

from __future__ import annotations

from positions.importing.headings import joined_headings, plain_headings
from positions.importing.mapping import TableMapping
from positions.model.errors import Repair
from positions.reading.heads import LOOKED_THROUGH, above_heads
from positions.reading.located import Rows


def below_titles(rows: Rows, mapping: TableMapping, file: str) -> tuple[Rows, list[Repair]]:
    """The rows from the headings on: the first row, or a later one if it alone has all that are named."""
    named = set(plain_headings(mapping))
    for place in range(min(LOOKED_THROUGH, len(rows))) if named else ():
        lines = [cells for _, cells in rows[place : place + mapping.header_lines]]
        if named <= {*joined_headings(lines)}:
            return rows[place:], above_heads(rows, place, file)
    return rows, []
