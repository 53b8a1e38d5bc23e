"""What a briefing is made from: a view of a dossier with its cells, gaps and numbered notes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from components.briefing.notes import Notes, numbered_notes
from positions.analysis.gap import Gap, pair_gaps
from positions.frames import typed_rows
from positions.models import Issue
from positions.selection import Selection
from positions.tables import Cell, Tables, comparable, speaking_columns, standing


@dataclass(frozen=True, eq=False)
class Shown:
    """One view: its columns as ids, and cells and gaps issue by issue in the shown order."""

    tables: Tables
    selection: Selection
    since: dt.date | None
    holders: tuple[str, ...]
    cells: Sequence[Cell]
    gaps: Sequence[Gap]
    notes: Notes

    @property
    def issues(self) -> list[Issue]:
        """The issues of the selection, in its order."""
        return [self.tables.scales[issue] for issue in self.selection.issues]

    def cells_on(self, day: dt.date) -> list[Cell]:
        """The cells of the view as of another day, in the same order."""
        return _cells(self.tables, self.selection, day, self.holders)


def shown_view(tables: Tables, selection: Selection, since: dt.date | None) -> Shown:
    """The view, without those members of unfolded groupings of whom nothing is known on the issues."""
    table = standing(tables, selection.day)
    holders = speaking_columns(table, selection.columns(tables.dossier), selection.issues)
    cells = _cells(tables, selection, selection.day, holders)
    return Shown(
        tables=tables,
        selection=selection,
        since=since,
        holders=holders,
        cells=cells,
        gaps=typed_rows(pair_gaps(comparable(table, holders, selection.issues)), Gap),
        notes=numbered_notes(tables, selection, cells),
    )


def _cells(tables: Tables, selection: Selection, day: dt.date, holders: Sequence[str]) -> list[Cell]:
    known = {(cell.holder, cell.issue): cell for cell in typed_rows(standing(tables, day), Cell)}
    return [known[holder, issue] for issue in selection.issues for holder in holders]
