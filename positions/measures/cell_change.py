"""What changed in a cell between two days: in that of an actor, or for each member of a grouping."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.analysis.change import MOVED, Change, Direction, Record, change, direction
from positions.analysis.gap import FIRM, Placed
from positions.cell import Cell

if TYPE_CHECKING:
    from positions.tables import Tables
    from positions.view import View


@dataclass(frozen=True)
class CellChange:
    """A column on an issue between two days; `change` is None for a grouping, whose members are told.

    `directions` relate a move to the other columns' points on the earlier day.
    """

    holder: str
    issue: str
    before: Cell
    after: Cell
    change: Change | None
    members: tuple[tuple[str, Change], ...] = ()
    directions: tuple[Direction, ...] = ()


def cell_changes(view: View, before: View) -> tuple[CellChange, ...]:
    """The change of each cell of a view since the same view of an earlier day, issue by issue."""
    return tuple(
        _cell_change(view, before, holder, issue.id) for issue in view.issues for holder in view.columns
    )


def _cell_change(view: View, before: View, holder: str, issue: str) -> CellChange:
    first, second = before.cell(holder, issue), view.cell(holder, issue)
    inside = view.tables.memberships.get(holder)
    if inside is None:
        found = _actor_change(first, second, holder, view.tables)
        return CellChange(
            holder, issue, first, second, found, directions=_directions(view, before, second, found)
        )
    members = tuple(
        (one, _actor_change(first, second, one, view.tables))
        for one in (*inside.states, *inside.bodies)
        if one not in view.columns and (one in first.members or one in second.members)
    )
    return CellChange(holder, issue, first, second, None, members)


def _actor_change(first: Cell, second: Cell, actor: str, tables: Tables) -> Change:
    before, after = (
        cell.position if cell.grouped is None else cell.members.get(actor, cell.position)
        for cell in (first, second)
    )
    words = tables.words.get((actor, first.issue), ())
    own = [one for one in words if one.authority <= 2 and not one.document and one.day <= second.as_of]
    record = Record(
        placed=tuple(one.day for one in own if one.placed),
        loose=tuple(one.day for one in own if not one.placed),
    )
    return change(before, after, record, first.as_of)


def _directions(view: View, before: View, cell: Cell, found: Change) -> tuple[Direction, ...]:
    """Toward or away from whom a move of a cell went, by where the others stood on the earlier day."""
    earlier, later = found.before.point, found.after.point
    if found.kind != MOVED or earlier is None or later is None:
        return ()
    anchors = []
    for other in view.columns:
        placed = before.cell(other, cell.issue).for_gaps
        if placed and _certain(placed) and not view.overlap(cell.holder, other):
            anchors.append(direction(earlier, later, other, placed.points[0].middle))
    return tuple(anchors)


def _certain(placed: Placed) -> bool:
    """Whether a column has one firm position, of whose steps the coder was sure."""
    return placed.basis == FIRM and len(placed.points) == 1 and not placed.points[0].doubt
