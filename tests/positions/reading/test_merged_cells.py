"""Cells merged down a column hold for each of their rows, in every workbook that is read."""

from __future__ import annotations

import io

from openpyxl import Workbook, load_workbook

from positions.model.dossier import Dossier
from positions.reading.heads import Columns
from positions.reading.merged_cells import Merged, merged_cells, with_merged
from positions.reading.table import read_table
from positions.workbook.reading import read_workbook
from positions.workbook.writing import workbook_of

COLUMNS = Columns(("id", "party", "note"), optional=("note",))
ROWS = [(1, ["id", "party"]), (2, ["a", "hill"]), (3, ["b"]), (5, ["c", "", "seen"]), (6, ["d", "vale"])]


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def test_the_text_of_the_first_row_is_that_of_all() -> None:
    """Rows that are not there stay so, a text of its own stays, and what was given is not changed."""
    merged = [Merged(2, 2, 6), Merged(3, 1, 3)]
    rows, told = with_merged(ROWS, merged, "t.xlsx")

    assert [cells for _, cells in rows[1:]] == [
        ["a", "hill"],
        ["b", "hill"],
        ["c", "hill", "seen"],
        ["d", "vale"],
    ]
    assert ROWS[2] == (3, ["b"])
    assert [(one.line, one.times) for one in told] == [(2, 1)]


def test_a_table_of_statements_in_a_workbook() -> None:
    """The sheet is read with what is merged in it, and says so; one without any says nothing."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["id", "party", "note"], ["a", "hill", None], ["b", None, "seen"]):
        sheet.append(row)
    plain = saved(book)
    sheet.merge_cells("B2:B3")
    table = read_table(saved(book), "statements.xlsx", COLUMNS)

    assert [row["party"] for row in table.rows.value] == ["hill", "hill"]
    assert "'hill' stands in merged cells and is read in each of their rows, 2 to 3" in str(table.repairs[-1])
    assert merged_cells(plain) == {}


def test_a_workbook_of_a_dossier(small: Dossier) -> None:
    """The words of two issues with one cell of their speaker, and one of their party, are both that one's."""
    book = load_workbook(io.BytesIO(workbook_of(small)))
    sheet = book["Statements"]
    heads = [cell.value for cell in sheet[1]]
    row = 1 + len(small.statements)
    sheet.append([cell.value for cell in sheet[row]])
    sheet.cell(row + 1, heads.index("id") + 1).value = "one-more"
    for name in ("party", "speaker"):
        column = heads.index(name) + 1
        sheet.merge_cells(start_row=row, end_row=row + 1, start_column=column, end_column=column)
    reading = read_workbook(saved(book), "small.xlsx")
    *_, before, last = reading.dossier.statements

    assert (last.id, last.party, last.speaker) == ("one-more", before.party, before.speaker)
    assert any("merged cells" in str(one) and one.times == 2 for one in reading.repairs)
