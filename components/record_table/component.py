"""The table on screen: a row per record; it answers with the row that was chosen."""

from __future__ import annotations

from pathlib import Path

from components.register_component import component, no_answer
from positions.text.record_table import RecordTable

_TABLE = component("record_table", Path(__file__).parent, "table")


def record_table(table: RecordTable, *, key: str, opened: str | None = None) -> str | None:
    """Draw the rows, one of them as `opened`; the answer is the id of the row just chosen, or None."""
    chosen = _TABLE(key=key, data={**table.plain, "opened": opened}, on_row_change=no_answer).row
    return str(chosen) if chosen else None
