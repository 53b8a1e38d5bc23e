"""The record over time and what changed between two days, from the view that the movement page reads."""

from __future__ import annotations

from components.briefing.scale_parts import Moves
from components.figures.changed import change_heads
from components.sheet.view import movement_of
from positions.analysis.change import CHANGED
from positions.text.movement import ChangeRow, change_rows
from positions.view import View


def moves_part(view: View, *, brief: bool = False) -> Moves:
    """The input of the movement sheet, its title and grey line, and the changes since the earlier day.

    A `brief` one has only what changed, moves first.
    """
    rows = change_rows(view)
    if brief:
        rows = tuple(sorted((row for row in rows if row.kind in CHANGED), key=_rank))
    return Moves(
        movement=movement_of(view),
        title=view.movement_finding,
        measure=view.movement_measure,
        heads=change_heads(view),
        changes=rows,
    )


def _rank(row: ChangeRow) -> int:
    return CHANGED.index(row.kind)
