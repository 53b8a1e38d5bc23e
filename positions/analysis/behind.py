"""The statements behind one cell, by the part that each plays in it."""

from __future__ import annotations

import datetime as dt

from positions.cell import Cell
from positions.model.fields import last_day
from positions.model.parties import AUTHORITIES
from positions.model.statements import CELL_MODES, MODES, Statement
from positions.tables import Tables

# In the order in which a reader meets them; each statement plays one part only.
PARTS: dict[str, str] = {
    "point": "What sets the cell",
    "current": "Other current words",
    "earlier": "Own words that the cell does not show: older, replaced, or on the same step",
    "dissent": "Dissent: said by one who speaks for himself or herself",
    "by_others": "What others say about it",
    "of_others": "What this side says about others",
    "commentary": "Commentary, nobody's position",
}


def leading_statements(cell: Cell) -> tuple[str, ...]:
    """Ids of the statements that give a cell its words: of the point, else of the newest line that leads.

    For a grouping those of each member. Empty where nothing was said by those who may set the cell.
    """
    if cell.stances:
        return tuple(dict.fromkeys(one for _, stance in cell.stances for one in stance.statements))
    spoken = cell.members.values() if cell.grouped else (cell.position,)
    # Without a scale the first line is the cell's; what fits no step leads with all of its newest day.
    most = 1 if cell.state == "stated" else None
    lines = [line for one in spoken for line in one.lines[:most] if line.day == one.lines[0].day]
    return tuple(dict.fromkeys(line.statement for line in lines))


def statements_behind(cell: Cell, tables: Tables) -> dict[str, tuple[Statement, ...]]:
    """The statements on the cell's issue by or about its column, up to its day, by key of PARTS.

    Every part is there, empty where it has none. Within a part the newest comes first, and of one day
    the higher authority. For a grouping those of its members count, and what was ascribed to it
    without naming one.
    """
    inside = {cell.holder, *tables.members.get(cell.holder, ())}
    leading = set(leading_statements(cell))
    last = {
        one
        for spoken in (*cell.members.values(), cell.position)
        if spoken.last
        for one in spoken.last.statements
    }
    current = set(cell.statements) - last
    found: dict[str, list[Statement]] = {part: [] for part in PARTS}
    for one in _said(cell.issue, cell.as_of, tables):
        part = "point" if one.id in leading else _part(one, inside, one.id in current, tables)
        if part:
            found[part].append(one)
    return {part: tuple(sorted(rows, key=lambda one: _newest(one, tables))) for part, rows in found.items()}


def _said(issue: str, as_of: dt.date, tables: Tables) -> list[Statement]:
    return [one for one in tables.by_issue.get(issue, ()) if last_day(one.said_on) <= as_of]


def _part(one: Statement, inside: set[str], current: bool, tables: Tables) -> str | None:
    """The part of a statement that does not set the cell; None where it is no business of the cell."""
    mine = one.member in inside or one.party in inside
    if mine and one.mode == "attributed":
        return "of_others"
    if mine and one.mode in CELL_MODES:
        if tables.speaker_of(one).authority == "individual":
            return "dissent"
        return "current" if current else "earlier"
    about = not inside.isdisjoint(one.about)
    return {"attributed": "by_others", "commentary": "commentary"}.get(one.mode) if about else None


def _newest(one: Statement, tables: Tables) -> tuple[int, int, int, str, str]:
    """Sorts by day, newest first, then authority, mode and what is said; never by id."""
    authority = AUTHORITIES.index(tables.speaker_of(one).authority)
    return (-last_day(one.said_on).toordinal(), authority, MODES.index(one.mode), one.source, one.summary)
