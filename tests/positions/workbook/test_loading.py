"""What is loaded from a file is what its files make again, and a sheet that is missing is told as that."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook

from positions.model.errors import DossierError
from positions.reading.dossier import read_files
from positions.start.case import new_workbook
from positions.workbook.loading import loaded_file

CASE = new_workbook("river-talks")


def changed(**cells: str) -> bytes:
    """The new case with other values in its first statement."""
    book = load_workbook(io.BytesIO(CASE))
    heads = [cell.value for cell in book["Statements"][1]]
    for head, value in cells.items():
        book["Statements"].cell(2, heads.index(head) + 1).value = value
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def test_one_case_has_one_data_version() -> None:
    """That of the files that are kept, also where something had to be mended to read it."""
    found = loaded_file(changed(issue="Gates", date_basis="Explicit"), "case.xlsx")
    again = read_files({name: lambda raw=raw: raw for name, raw in found.files.items()})  # type: ignore[misc]

    assert found.repairs
    assert not again.repairs
    assert again.dossier == found.dossier


@pytest.mark.parametrize("sheet", ["Parties", "Issues", "Sources", "Statements"])
def test_a_sheet_under_another_name_is_told(sheet: str) -> None:
    """Nothing loads as an empty case."""
    book = load_workbook(io.BytesIO(CASE))
    book[sheet].title = f"{sheet[:-1]}"
    written = io.BytesIO()
    book.save(written)
    with pytest.raises(DossierError) as error:
        loaded_file(written.getvalue(), "case.xlsx")

    assert [str(one) for one in error.value.findings] == [
        f"case.xlsx: 'a workbook without a sheet {sheet}' is not one of that name; is '{sheet[:-1]}' meant?"
    ]
