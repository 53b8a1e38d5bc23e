"""The strip of a cell: a block for each step of the scale, filled by what current words say of it."""

from __future__ import annotations

from positions.cell import Cell
from positions.text.stance import shown_others

POINT, OTHER, DOUBT, OLD, MEMBER, EMPTY = "point", "other", "doubt", "old", "member", ""


def strip_of(cell: Cell) -> tuple[str, ...]:
    """One of the six kinds for each step from 0 on; empty without a scale or where nobody stands on it."""
    if cell.last_step is None or not cell.placed:
        return ()
    blocks = [EMPTY] * (cell.last_step + 1)
    if cell.grouped is None and cell.position.point:
        for other in shown_others(cell.position.point, cell.position.others):
            blocks[other.low : other.high + 1] = [OTHER] * (other.high - other.low + 1)
    if cell.grouped and cell.grouped.common is not None:
        low, high = cell.grouped.common
        blocks[low : high + 1] = [_kind(cell, doubt=_unsure(cell))] * (high - low + 1)
        return tuple(blocks)
    for _, stance in cell.stances:
        kind = MEMBER if cell.state == "split" and not stance.doubt else _kind(cell, doubt=stance.doubt)
        for step in range(stance.low, stance.high + 1):
            blocks[step] = kind if blocks[step] in (EMPTY, OTHER, DOUBT) else blocks[step]
    return tuple(blocks)


def _unsure(cell: Cell) -> bool:
    return all(stance.doubt for _, stance in cell.stances)


def _kind(cell: Cell, *, doubt: bool) -> str:
    return DOUBT if doubt or cell.state == "weak" else OLD if cell.old else POINT
