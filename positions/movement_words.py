"""What changed between two days, in words: a title, a table, a note per change; no verdict."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from positions.analysis.change import AGAIN, FIRST, GONE, MOVED, OTHERS, RANGE, SILENT, Change, Direction
from positions.cell import cell_words, members_words
from positions.frames import typed_rows
from positions.models import Issue
from positions.selection import Selection
from positions.standing import Cell, Tables, standing
from positions.wording import (
    count_words,
    day_words,
    interval_words,
    joined,
    number_words,
    step_words,
)

DIRECTION_RULE = (
    "“Toward” and “away from” compare a party's two positions with the other's position on the "
    "earlier day, so that nobody moves because another did."
)
_VERBS = {
    FIRST: "first stated a position on",
    MOVED: "moved on",
    RANGE: "changed only its stated range on",
    OTHERS: "rests on other members on",
    AGAIN: "stated a position anew on",
    GONE: "has no current position any more on",
}


@dataclass(frozen=True)
class Compared:
    """Two days of one view: its columns, its changes and directions, all in the shown order."""

    tables: Tables
    selection: Selection
    since: dt.date
    columns: tuple[str, ...]
    rows: Sequence[Change]
    directions: Sequence[Direction]

    @cached_property
    def before(self) -> Mapping[tuple[str, str], Cell]:
        """The cells as of the earlier day, by holder and issue."""
        return _cells(self.tables, self.since)

    @cached_property
    def after(self) -> Mapping[tuple[str, str], Cell]:
        """The cells as of the later day, by holder and issue."""
        return _cells(self.tables, self.selection.day)


def movement_headline(compared: Compared) -> str:
    """Who first stated a position and who moved, on how many of the shown issues, party by party."""
    span = _span(compared.since, compared.selection.day)
    said = [_said_of(party, compared.rows) for party in compared.selection.parties]
    told = "; ".join(one for one in said if one)
    return f"{span}: {told or 'no shown party moved or first stated a position'}"


def change_table(compared: Compared) -> pd.DataFrame:
    """One row per issue and holder: position on both days, kind of change, and relative to whom.

    Holders who are silent on both days share the last row of their issue.
    """
    rows: dict[tuple[str, ...], list[str]] = {}
    for issue in compared.selection.issues:
        told = [row for row in compared.rows if row.issue == issue]
        for row in sorted(told, key=lambda one: one.kind == SILENT):
            before = _position(compared.before[row.holder, issue], compared.tables)
            after = _position(compared.after[row.holder, issue], compared.tables)
            change = "; ".join(one for one in (change_words(row), relative_words(row, compared)) if one)
            alone = "" if row.kind == SILENT else row.holder
            rows.setdefault((issue, before, after, change, alone), []).append(row.name)
    days = [day_words(compared.since), day_words(compared.selection.day)]
    return pd.DataFrame(
        [
            (f"{compared.tables.scales[issue].name}: {joined(names)}", *words[:3])
            for (issue, *words), names in rows.items()
        ],
        columns=["Issue and party", *days, "Change"],
    )


def change_words(row: Change) -> str:
    """The kind of change, with its steps or ranges: "moved by 1 step"."""
    if row.kind == MOVED:
        return f"moved by {count_words(abs(row.moved), 'step')}"
    if row.kind == RANGE:
        before = _range(row.low_before, row.high_before)
        return f"{RANGE}: {before} before, {_range(row.low_after, row.high_after)} now"
    return row.kind


def relative_words(row: Change, compared: Compared) -> str:
    """Toward whom and away from whom one has moved; empty for who has not moved."""
    if row.kind != MOVED:
        return ""
    known = {
        one.other: one.direction
        for one in compared.directions
        if (one.issue, one.holder) == (row.issue, row.holder)
    }
    cells = compared.before
    others = [other for other in compared.selection.parties if other != row.party]
    told = [f"{known[other]} {_name(cells[other, row.issue])}" for other in others if other in known]
    silent = joined([cells[other, row.issue].name for other in others if other not in known])
    absent = f"no earlier position of {silent}" if silent else ""
    return "; ".join(one for one in (*told, absent) if one)


def change_note(row: Change, compared: Compared) -> str:
    """One line on a change: its kind, from which step to which or at which, and relative to whom."""
    issue = compared.tables.scales[row.issue]
    cells = compared.before if row.kind == GONE else compared.after
    cell = cells[row.holder, row.issue]
    at = cell_words(cell, compared.tables).title if issue.scale else ""
    if row.kind == MOVED:
        before, after = (known[row.holder, row.issue] for known in (compared.before, compared.after))
        at = f"from {_step(issue, before)} to {_step(issue, after)}"
    members = members_words(cell, compared.tables) if cell.members and cell.named else ""
    parts = (change_words(row), at, members, relative_words(row, compared))
    return " · ".join(part for part in parts if part)


def _cells(tables: Tables, day: dt.date) -> Mapping[tuple[str, str], Cell]:
    return {(cell.holder, cell.issue): cell for cell in typed_rows(standing(tables, day), Cell)}


def _said_of(party: str, rows: Sequence[Change]) -> str:
    """What one party did, in counts of issues; empty when nothing of it changed."""
    mine = [row for row in rows if row.holder == party and row.kind in _VERBS]
    counts = {kind: sum(row.kind == kind for row in mine) for kind in _VERBS}
    if any(count for kind, count in counts.items() if kind != OTHERS):
        counts.pop(OTHERS)  # who counts is told in the table; the title has no room for it
    told = [f"{_VERBS[kind]} {count_words(count, 'issue')}" for kind, count in counts.items() if count]
    if not told:
        return ""
    named = {member for row in mine for member in row.named_after or row.named_before}
    members = f" ({len(named)} of {mine[0].members} members)" if mine[0].members else ""
    return f"{mine[0].name}{members} {joined(told)}"


def _position(cell: Cell, tables: Tables) -> str:
    """A position as "0: Neutral and demilitarised", a blank in the words of the matrix."""
    words = cell_words(cell, tables).title
    step = f"{number_words(cell.point)}: " if cell.point == cell.point else ""
    members = f" ({members_words(cell, tables)})" if cell.members and cell.named else ""
    stale = ", no longer current" if cell.state == "stale" else ""
    return f"{step}{words}{stale}{members}"


def _step(issue: Issue, cell: Cell) -> str:
    words = step_words(issue, cell.stand, short=True)
    return words.replace("Between", "between", 1) if words.startswith("Between “") else f"“{words}”"


def _range(low: float, high: float) -> str:
    return interval_words(low, high) or number_words(low)


def _name(cell: Cell) -> str:
    return f"{cell.name} ({len(cell.named)} of {cell.members} members)" if cell.members else cell.name


def _span(since: dt.date, until: dt.date) -> str:
    """Two days as "Between 3 Mar and 5 Apr 2022"."""
    first = day_words(since)
    if since.year == until.year:
        first = first.removesuffix(f" {since.year}")
    return f"Between {first} and {day_words(until)}"
