"""A workbook as it was given, with the cells marked in which faults were found."""

from __future__ import annotations

import io
from collections.abc import Iterable

from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from positions.model.errors import Finding

_FILL = PatternFill("solid", fgColor="FFE9A8")
_AUTHOR = "positions"


def marked_workbook(raw: bytes, findings: Iterable[Finding]) -> bytes:
    """The workbook with a comment and a shade in the cell of each fault, or the first cell of its row.

    Faults of sheets that are not in it are not marked. What was in the cells stays as it was.
    """
    book = load_workbook(io.BytesIO(raw))
    for finding in findings:
        if finding.file in book.sheetnames and finding.line is not None:
            for row in (finding.line, *finding.further):
                _mark(book[finding.file], row, finding)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _mark(sheet: Worksheet, row: int, finding: Finding) -> None:
    heads = [str(cell.value or "").strip().casefold() for cell in sheet[1]]
    field = finding.field.rpartition(".")[2].casefold()
    cell = sheet.cell(row, heads.index(field) + 1 if field in heads else 1)
    found = "nothing" if finding.found is None else finding.found
    words = f"Found: {found}\nExpected: {finding.expected}"
    if finding.nearest:
        words += f"\nNearest: {finding.nearest}"
    if cell.comment:
        words = f"{cell.comment.text}\n\n{words}"
    cell.comment = Comment(words, _AUTHOR, height=120, width=320)
    cell.fill = _FILL
