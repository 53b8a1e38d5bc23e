"""Why each cell says what it says, as rows: one per statement behind it, with what decided about it."""

from __future__ import annotations

from collections.abc import Sequence

from positions.analysis.why import LEADS
from positions.cell import Cell
from positions.model.base import Record
from positions.rows import row_of
from positions.text.why import reason_words
from positions.view import View


class ReasonRow(Record):
    """One statement behind one cell: that it leads, or the rule to which it lost."""

    issue: str
    """Id of the issue."""
    holder: str
    """Id of the column."""
    statement: str
    """Id of the statement."""
    actor: str | None
    """Id of the party or member whose words were weighed; empty for what is nobody's own words."""
    leads: bool
    """Whether it sets the cell, alone or with others."""
    rule: str
    """leads, or the rule to which it lost; the meanings stand in the codebook."""
    words: str
    """The same in words."""
    lost_to: tuple[str, ...]
    """Ids of the statements that took its place, where they can be named."""
    shown: bool
    """Whether the cell tells it, leading or below what leads."""


def reason_rows(view: View, cells: Sequence[Cell] | None = None) -> list[ReasonRow]:
    """A row per cell and statement behind it, of some cells or all: what leads first, then rule by rule."""
    return [
        row_of(
            ReasonRow,
            one,
            cell,
            actor=one.actor or None,
            leads=one.rule == LEADS,
            words=reason_words(one),
            lost_to=one.to,
        )
        for cell in (view.cells if cells is None else cells)
        for one in view.why(cell).reasons
    ]
