"""One card per issue: its scale, every side on it, and the statement behind each with its condition."""

from __future__ import annotations

from collections.abc import Sequence

from components.briefing.gaps import placed, widest_text
from components.briefing.parts import CellText, Column, IssueRow, Matrix
from components.briefing.scale_parts import IssueCard, Lane
from components.briefing.shown import Shown
from components.lanes import issue_scale_of
from positions.analysis.gap import Gap
from positions.models import Issue
from positions.tables import Cell, Tables
from positions.text.wording import gap_sentence


def issue_cards(shown: Shown, matrix: Matrix) -> tuple[IssueCard, ...]:
    """One card per row of the matrix, a lane per column."""
    return tuple(_card(row, shown, matrix.columns) for row in matrix.rows)


def _card(row: IssueRow, shown: Shown, columns: Sequence[Column]) -> IssueCard:
    issue, tables = row.issue, shown.tables
    cells = {cell.holder: cell for cell in shown.cells if cell.issue == issue.id}
    compared = [gap for gap in shown.gaps if gap.issue == issue.id]
    widest = [gap for gap in compared if gap.gap == max(one.gap for one in compared)]
    return IssueCard(
        issue=issue,
        scale=issue_scale_of(tables, issue, list(cells.values()), shown.selection.day),
        lanes=tuple(
            _lane(column, cells[column.holder], text, shown)
            for column, text in zip(columns, row.cells, strict=True)
        ),
        gap=widest_text(issue, widest, tables.names),
        gaps=tuple(_gap(gap, issue, cells, tables) for gap in compared),
    )


def _lane(column: Column, cell: Cell, text: CellText, shown: Shown) -> Lane:
    said = shown.tables.by_id[cell.statement] if isinstance(cell.statement, str) else None
    return Lane(
        column=column,
        cell=text,
        placed=placed(cell, {}) if cell.placed else None,
        note=shown.notes.of_statement(said.id) if said else None,
        ring=said is not None and said.mode == "reported_speech",
    )


def _gap(gap: Gap, issue: Issue, cells: dict[str, Cell], tables: Tables) -> tuple[str, str]:
    pair = f"{tables.names[gap.first]} – {tables.names[gap.second]}"
    return pair, gap_sentence(issue, cells[gap.first].stand, cells[gap.second].stand)
