"""What the rules make of each placed statement of an actor on an issue."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from positions.analysis.why import LEADS, Reason
from positions.cell import Cell
from positions.view import View

# The rules that only ask those who may lead, on a step, for the newest and firmest words.
_AMONG_LEADERS = (LEADS, "window", "superseded", "low", "newer", "authority", "mode", "doubt")


@dataclass(frozen=True)
class Weighing:
    """The placed statements up to the day, oldest first, and the window's first and last day."""

    statements: tuple[Reason, ...]
    opens: dt.date
    newest: dt.date


def weighing(cell: Cell, view: View) -> Weighing:
    """Every placed statement of a cell that has a point: that it leads, or the rule to which it lost."""
    reasons = {one.statement: one for one in view.why(cell).reasons}
    words = view.tables.words[cell.holder, cell.issue]
    known = sorted(
        (one for one in words if one.placed and one.day <= view.day), key=lambda one: (one.day, one.order)
    )
    newest = max(one.day for one in known if reasons[one.statement].rule in _AMONG_LEADERS)
    opens = newest - dt.timedelta(days=view.tables.dossier.window)
    return Weighing(tuple(reasons[one.statement] for one in known), opens, newest)
