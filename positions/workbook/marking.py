"""A workbook as it was given, with its faults marked in their cells and the readings chosen written in."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from positions.model.errors import Finding, Repair
from positions.reading.heads import Columns, head_place
from positions.reading.located import Rows
from positions.reading.spreadsheet import cell_text
from positions.workbook.known_sheets import known_sheets
from positions.workbook.rows import FIELD, VALUE
from positions.workbook.tables import ABOUT, STATEMENTS, TABLES

_FAULT, _CHOSEN = (PatternFill("solid", fgColor=colour) for colour in ("FFE9A8", "CFE8CF"))
_AUTHOR = "positions"
_HEADS = {table.name: table.heads for table in TABLES} | {ABOUT.name: (FIELD, VALUE)}
_LOOKED_THROUGH = 60  # rows, of which one holds the heads, and those of About its fields


def marked_workbook(raw: bytes, findings: Iterable[Finding], repairs: Iterable[Repair] = ()) -> bytes:
    """The workbook with a comment and a shade in the cell of each fault, or the first cell of its row.

    Of the repairs those that the author chose are written into their cells, so that they need not be
    chosen again, with what stood there before as a comment. Everything else stays as it was. Faults of
    sheets that are not in it are not marked.
    """
    book = load_workbook(io.BytesIO(raw))
    rows = {sheet.title: _rows(sheet) for sheet in book.worksheets}
    sheets = {name: book[written] for name, written in known_sheets(rows, "").written.items()}
    for repair in repairs:
        if repair.chosen and repair.file in sheets and repair.line is not None:
            for row in (repair.line, *repair.further):
                _choose(_cell(sheets[repair.file], repair.file, row, repair), repair)
    for finding in findings:
        if finding.file in sheets and finding.line is not None:
            for row in (finding.line, *finding.further):
                _mark(_cell(sheets[finding.file], finding.file, row, finding), finding)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _cell(sheet: Worksheet, name: str, row: int, told: Finding | Repair) -> Cell | MergedCell:
    """The cell of a column; of a head that is told of the head itself; else the first of the row."""
    if not told.field and told.found is not None:
        found = (cell for cell in sheet[row] if cell_text(cell.value).strip() == told.found.strip())
        return next(found, sheet.cell(row, 1))
    columns = Columns(_HEADS.get(name, STATEMENTS.heads))
    rows = _rows(sheet)
    heads = rows[head_place(rows, columns)][1] if rows else []
    field = VALUE if name == ABOUT.name and told.field != FIELD else told.field
    places = [place for place, head in enumerate(heads, start=1) if (columns.named(head) or head) == field]
    return sheet.cell(row, places[0] if places else 1)


def _rows(sheet: Worksheet) -> Rows:
    """The rows among which the heads are, as they are read."""
    rows = enumerate(sheet.iter_rows(max_row=_LOOKED_THROUGH, values_only=True), start=1)
    return [(number, [cell_text(value) for value in values]) for number, values in rows if any(values)]


def _mark(cell: Cell | MergedCell, finding: Finding) -> None:
    found = "nothing" if finding.found is None else finding.found
    _comment(cell, f"Found: {found}\nExpected: {finding.wanted}", _FAULT)


def _choose(cell: Cell | MergedCell, repair: Repair) -> None:
    """Put what was chosen in the place of the cell, or of that part of it which was something else."""
    text = cell_text(cell.value)
    parts = re.split(r"(\s*;\s*)", text)
    cell.value = repair.read_as
    if text.strip() != repair.found.strip() and repair.found.strip() in parts:
        cell.value = "".join(repair.read_as if part == repair.found.strip() else part for part in parts)
    cell.number_format = "@"
    _comment(cell, f"Chosen: {repair.read_as} ({repair.how})\nBefore: {repair.found}", _CHOSEN)


def _comment(cell: Cell | MergedCell, words: str, fill: PatternFill) -> None:
    if cell.comment:
        words = f"{cell.comment.text}\n\n{words}"
    cell.comment = Comment(words, _AUTHOR, height=120, width=320)
    cell.fill = fill
