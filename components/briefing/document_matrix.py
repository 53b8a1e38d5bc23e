"""The matrix of the text document: issues by sides, in groups of columns where it has many."""

from __future__ import annotations

from docx.document import Document as Paper
from docx.shared import Mm

from components.briefing.content import Briefing
from components.briefing.document_parts import Line, Lines, Run, add_table, named, tint, write
from components.briefing.parts import CellText, IssueRow

MOST_COLUMNS = 5  # sides that can be read beside each other on A4 across
_ACROSS, _ISSUE, _GAP = 265, 38, 32  # mm: between the margins, and of the first and last column


def add_matrix(paper: Paper, briefing: Briefing) -> None:
    """The legend, then as many tables as the columns need; each repeats its heads on every page."""
    paper.add_heading("Who stands where", 1)
    legend = briefing.matrix.legend
    told = f"Tints run from {legend.low} to {legend.high}; they repeat the words."
    write(paper.add_paragraph(), (Run(told, mute=True),))
    for first in range(0, len(briefing.matrix.columns), MOST_COLUMNS):
        _add_group(paper, briefing, first)


def _add_group(paper: Paper, briefing: Briefing, first: int) -> None:
    columns, rows = briefing.matrix.columns, briefing.matrix.rows
    shown = columns[first : first + MOST_COLUMNS]
    last = first + MOST_COLUMNS >= len(columns)
    heads = ["Issue", *(one.name for one in shown), *(["Widest gap"] if last else [])]
    room = (_ACROSS - _ISSUE - (_GAP if last else 0)) / len(shown)
    widths = [Mm(_ISSUE), *[Mm(room)] * len(shown), *([Mm(_GAP)] if last else [])]
    cells = [row.cells[first : first + len(shown)] for row in rows]
    lines = [_row(row, texts, last=last) for row, texts in zip(rows, cells, strict=True)]
    table = add_table(paper, widths, [(Run(head, bold=True),) for head in heads], lines)
    for line, texts in zip(table.rows[1:], cells, strict=True):
        for cell, text in zip(line.cells[1:], texts, strict=False):
            if text.tint:
                tint(cell, text.tint, 0.1)


def _row(row: IssueRow, cells: tuple[CellText, ...], *, last: bool) -> list[Lines]:
    gap = [named(row.gap.words, *row.gap.pairs)] if last else []
    return [named(row.issue.name, row.issue.question), *map(_cell, cells), *gap]


def _cell(cell: CellText) -> Lines:
    evidence: Line = (Run(cell.evidence, mute=True),) if cell.evidence else ()
    notes = tuple(
        run for number in cell.notes for run in (Run(" "), Run(f"[{number}]", anchor=f"note{number}"))
    )
    lines: list[Line] = [(Run(cell.title, bold=not cell.blank, italic=cell.blank),)]
    lines += [(Run(cell.detail),)] if cell.detail else []
    lines += [(*evidence, *notes)] if evidence or notes else []
    return tuple(lines)
