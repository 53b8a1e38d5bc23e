"""The workbook that comes back: the faults stand in their cells, everything else is as it was."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook

from positions.model.errors import DossierError
from positions.reading.dossier import load_dossier
from positions.workbook.marking import marked_workbook
from positions.workbook.reading import read_workbook
from positions.workbook.writing import workbook_of

BOOK = workbook_of(load_dossier("training-strait"))


def broken(**cells: str) -> bytes:
    """The small case as a workbook, with other values in its first statement."""
    book = load_workbook(io.BytesIO(BOOK))
    sheet = book["Statements"]
    heads = [cell.value for cell in sheet[1]]
    for name, value in cells.items():
        sheet.cell(2, heads.index(name) + 1).value = value
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def test_each_fault_is_marked_in_its_cell() -> None:
    """The comment says what was found and expected; no other cell has one, and no value changed."""
    raw = broken(issue="nothing-like-it", said_on="soon")
    with pytest.raises(DossierError) as error:
        read_workbook(raw, "case.xlsx")
    before, after = (
        load_workbook(io.BytesIO(one))["Statements"]
        for one in (raw, marked_workbook(raw, error.value.findings))
    )
    marked = {
        (cell.row, str(after.cell(1, cell.column or 1).value)): cell.comment.text
        for row in after.iter_rows()
        for cell in row
        if cell.comment
    }

    assert set(marked) == {(2, "issue"), (2, "said_on")}
    assert marked[2, "issue"].startswith("Found: nothing-like-it\nExpected: one of ")
    assert [[cell.value for cell in row] for row in after] == [[cell.value for cell in row] for row in before]


def test_a_fault_of_several_rows_is_marked_in_each() -> None:
    """It is told once; whoever mends the workbook sees every cell."""
    book = load_workbook(io.BytesIO(BOOK))
    sheet = book["Statements"]
    column = [cell.value for cell in sheet[1]].index("issue") + 1
    for row in (3, 5, 9):
        sheet.cell(row, column).value = "nothing-like-it"
    written = io.BytesIO()
    book.save(written)
    with pytest.raises(DossierError) as error:
        read_workbook(written.getvalue(), "case.xlsx")
    (finding,) = error.value.findings
    after = load_workbook(io.BytesIO(marked_workbook(written.getvalue(), [finding])))["Statements"]

    assert (finding.line, finding.further) == (3, (5, 9))
    assert [row for row in range(1, after.max_row + 1) if after.cell(row, column).comment] == [3, 5, 9]


def test_a_marked_workbook_can_be_loaded_once_it_is_mended() -> None:
    """Marks are no content."""
    raw = broken(issue="nothing-like-it")
    with pytest.raises(DossierError) as error:
        read_workbook(raw, "case.xlsx")
    marked = load_workbook(io.BytesIO(marked_workbook(raw, error.value.findings)))
    sheet = marked["Statements"]
    heads = [cell.value for cell in sheet[1]]
    sheet.cell(2, heads.index("issue") + 1).value = load_dossier("training-strait").statements[0].issue
    written = io.BytesIO()
    marked.save(written)
    reading = read_workbook(written.getvalue(), "case.xlsx")

    assert reading.dossier.statements == load_dossier("training-strait").statements
