"""A table is the same whatever kind of file it is saved in."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook

from positions.importing.table import Imported, import_table
from tests.positions.faults import findings_of
from tests.positions.importing.made_tables import (
    MadeTable,
    csv_bytes,
    imported,
    mapping_of,
    two_header_lines,
    voting_advice,
)


def workbook(made: MadeTable, *titles: str) -> bytes:
    """A workbook of which the last sheet is the table, its numbers as numbers."""
    book = Workbook(write_only=True)
    for title in titles:
        sheet = book.create_sheet(title)
        for line in made.lines if title == titles[-1] else [["a note"]]:
            sheet.append([int(cell) if cell.lstrip("-").isdecimal() else cell or None for cell in line])
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def read(made: MadeTable, raw: bytes, more: str = "") -> Imported:
    """What the bytes make under the mapping of a table."""
    return import_table(raw, mapping_of(made.mapping + more), "table")


@pytest.mark.parametrize("made", [voting_advice(5, 4), two_header_lines()], ids=["one line", "two lines"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_delimiter_encoding_and_line_ends_change_nothing(
    made: MadeTable, delimiter: str, encoding: str, ends: str
) -> None:
    """The files of the dossier are the same, byte for byte."""
    text = csv_bytes(made.lines).decode().replace("\r\n", ends).replace(",", delimiter)
    found = read(made, text.encode(encoding))

    assert found.files == imported(made).files
    assert bool(found.repairs) == (delimiter != "," or encoding == "utf-16")


@pytest.mark.parametrize("made", [voting_advice(5, 4), two_header_lines()], ids=["one line", "two lines"])
def test_a_workbook_is_read_as_well(made: MadeTable) -> None:
    """One sheet needs no name; numbers are read as they are typed."""
    assert read(made, workbook(made, "answers")).files == imported(made).files
    assert read(made, workbook(made, "about", "answers"), "sheet: answers\n").files == imported(made).files


def test_of_several_sheets_one_is_named() -> None:
    """Which of them is the table is not guessed."""
    made = voting_advice(5, 4)
    found = findings_of(lambda: read(made, workbook(made, "about", "answers")))

    assert [str(one) for one in found] == [
        "table: sheet: missing, expected one of about, answers, named in the mapping"
    ]


@pytest.mark.parametrize("raw", [b"", b"  \n", b"\x00\x01", b'Party,"Tax\n', b"PK\x03\x04xl/workbook.xml"])
def test_what_is_no_table_is_told(raw: bytes) -> None:
    """Empty, binary and broken files are findings, and never a traceback."""
    assert findings_of(lambda: read(voting_advice(5, 4), raw))
