"""Cells merged down a column hold for each of their rows, in every workbook that is read."""

from __future__ import annotations

import io
import re
import zipfile

from openpyxl import Workbook, load_workbook

from positions.model.dossier import Dossier
from positions.reading.formulas import formulas
from positions.reading.heads import Columns
from positions.reading.merged_cells import Merged, merged_cells, own_columns, with_merged
from positions.reading.table import read_table
from positions.workbook.reading import read_workbook
from positions.workbook.writing import workbook_of
from tests.positions.faults import findings_of

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
    read = with_merged(ROWS, merged, (), "t.xlsx")

    assert [cells for _, cells in read.rows[1:]] == [
        ["a", "hill"],
        ["b", "hill"],
        ["c", "hill", "seen"],
        ["d", "vale"],
    ]
    assert ROWS[2] == (3, ["b"])
    assert [(one.line, one.times) for one in read.repairs] == [(2, 1)]


def test_several_cells_are_told_with_their_rows() -> None:
    """Of five each, the others are counted."""
    rows = [(1, ["id", "party"]), *((row, [str(row), "" if row % 2 else "hill"]) for row in range(2, 16))]
    merged = [Merged(2, row, row + 1) for row in range(2, 16, 2)]
    (told,) = with_merged(rows, merged, (), "t.xlsx").repairs

    assert str(told) == (
        "t.xlsx: row 2: what stands in merged cells is read in each of their rows: 'hill' in rows 2 to 3, "
        "'hill' in rows 4 to 5, 'hill' in rows 6 to 7, 'hill' in rows 8 to 9, 'hill' in rows 10 to 11 and "
        "2 more (7 times)"
    )


def test_what_is_of_one_row_is_never_filled_down() -> None:
    """A value merged over two parties would be a statement of the second that nobody made."""
    rows = [(1, ["id", "Step low"]), (2, ["a", "1"]), (3, ["b"]), (4, ["c", "2"])]
    merged = [Merged(2, 2, 3), Merged(2, 4, 5)]
    read = with_merged(rows, merged, own_columns(rows[0][1]), "t.xlsx")

    assert read.rows == rows
    assert [str(one) for one in read.findings] == [
        "t.xlsx: row 2: Step low: '1' is not written in each row that it belongs to; it is merged over rows "
        "2 to 3: split the cells and write it there"
    ]


def test_merged_cells_are_found_whatever_their_tags_are_called() -> None:
    """Some programs write a prefix before each tag."""
    book, written = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    sheet.append(["id", "=1+1"])
    sheet.merge_cells("A1:A2")
    sheet.merge_cells("B1:C2")
    tag = re.compile(rb"<(/?)(?=[a-zA-Z])")
    with zipfile.ZipFile(io.BytesIO(saved(book))) as plain, zipfile.ZipFile(written, "w") as other:
        for name in plain.namelist():
            content = plain.read(name)
            if name.startswith("xl/worksheets/"):
                content = tag.sub(rb"<\1x:", content).replace(b" xmlns=", b" xmlns:x=")
            other.writestr(name, content)

    assert merged_cells(written.getvalue()) == {"Sheet": [Merged(1, 1, 2), Merged(2, 1, 2, "B1:C2")]}
    assert [one.words for one in formulas(written.getvalue())["Sheet"]] == ["=1+1"]


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


def test_a_step_merged_in_a_workbook_of_a_dossier(small: Dossier) -> None:
    """It is told at its row."""
    book = load_workbook(io.BytesIO(workbook_of(small)))
    sheet = book["Statements"]
    heads = [cell.value for cell in sheet[1]]
    column = heads.index("step_low") + 1
    sheet.cell(2, column).value = 1
    sheet.merge_cells(start_row=2, end_row=3, start_column=column, end_column=column)
    found = findings_of(lambda: read_workbook(saved(book), "small.xlsx"))

    assert [str(one) for one in found if "merged" in str(one)] == [
        "Statements: row 2: step_low: '1' is not written in each row that it belongs to; it is merged over "
        "rows 2 to 3: split the cells and write it there"
    ]
