"""What is wrong in a workbook is told by sheet, row and column, all at once."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pytest
from openpyxl import Workbook, load_workbook

from positions.model.errors import DossierError
from positions.start.case import new_workbook
from positions.workbook.loading import loaded_files
from positions.workbook.reading import read_workbook

Cells = Mapping[tuple[str, int, str], str | None]


def changed(cells: Cells) -> bytes:
    """The workbook of a new case with other words in cells, each by sheet, row and head."""
    book = load_workbook(io.BytesIO(new_workbook("case")))
    for (name, row, head), value in cells.items():
        sheet = book[name]
        heads = [cell.value for cell in sheet[1]]
        column = heads.index(head) + 1 if head in heads else len(heads) + 1
        sheet.cell(row, column).value = value
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def told(raw: bytes) -> list[str]:
    """The findings of a workbook, each as it is printed."""
    with pytest.raises(DossierError) as raised:
        read_workbook(raw, "case.xlsx")
    return [str(finding) for finding in raised.value.findings]


@pytest.mark.parametrize(
    ("cells", "place"),
    [
        (
            {("Statements", 3, "mode"): "gossip"},
            "Statements: row 3 (example-2): mode: 'gossip' is not",
        ),
        ({("Parties", 3, "kind"): "realm"}, "Parties: row 3: kind: 'realm' is not one of"),
        ({("Members", 2, "kind"): "realm"}, "Members: row 2: kind: 'realm' is not one of"),
        ({("Members", 2, "party"): "nobody"}, "Members: row 2: party: 'nobody' is not one of"),
        ({("Steps", 4, "step"): "7"}, "Steps: row 2: scale: '0, 1, 7' is not"),
        ({("Speakers", 2, "party"): "nobody"}, "Speakers: row 2: party: 'nobody' is not one of"),
        ({("Sources", 2, "issued"): "spring"}, "Sources: row 2: issued: 'spring' is not a day (2022-03-29)"),
        (
            {("Sources", 2, "custom.site"): "moon"},
            "Sources: row 2 (example-gazette): custom.site: 'moon' is not one of",
        ),
        ({("Events", 2, "sources"): "nothing"}, "Events: row 2: sources: 'nothing' is not one of"),
        ({("Parties", 1, "colour"): "red"}, "Parties: row 1: 'red' is not one of the columns id"),
        ({("About", 2, "value"): "—"}, "About: row 2: id: '—' is not an id"),
        ({("About", 5, "value"): "2031-13"}, "About: row 5: period.first: '2031-13' is not a day"),
        ({("About", 3, "value"): None}, "title: missing, expected a value"),
        ({("About", 3, "field"): "titel"}, "About: row 3: field: 'titel' is not one of id, title"),
    ],
)
def test_a_fault_is_told_where_it_stands(cells: Cells, place: str) -> None:
    """Sheet, row as the spreadsheet counts, column, what was found and what was expected."""
    assert any(place in sentence for sentence in told(changed(cells)))


def test_faults_of_several_sheets_are_told_at_once() -> None:
    """One pass finds what is wrong with parties, sources and statements."""
    sentences = told(
        changed(
            {
                ("Speakers", 2, "authority"): "boss",
                ("Sources", 2, "type"): None,
                ("Statements", 4, "confidence"): "sure",
            }
        )
    )

    assert {sentence.partition(":")[0] for sentence in sentences} >= {"Speakers", "Sources", "Statements"}


def test_rows_count_as_the_spreadsheet_counts_behind_blank_rows_and_line_breaks() -> None:
    """Row 7 is row 7, also behind cells of several lines and a row in which nothing stands."""
    cells = {("Statements", 2, "note"): "one\ntwo\nthree"}
    heads = ("id", "source", "party", "speaker", "issue", "said_on", "date_basis", "mode", "summary")
    values = ("own", "example-gazette", "upland", "nobody", "gates", "2031-05-05", "explicit", "action", "x")
    cells |= {("Statements", 7, head): value for head, value in zip(heads, values, strict=True)}
    cells |= {("Statements", 7, "confidence"): "high", ("Statements", 7, "coder"): "a"}

    assert "Statements: row 7 (own): speaker: 'nobody'" in "\n".join(told(changed(cells)))


def test_a_workbook_of_something_else_is_one_sentence() -> None:
    """It says what was expected; a text file is refused likewise."""
    book, written = Workbook(), io.BytesIO()
    book.save(written)

    assert len(told(written.getvalue())) == 1
    with pytest.raises(DossierError, match=r"notes\.txt: 'this content' is not a workbook"):
        loaded_files([("notes.txt", b"some words")])


def test_an_id_that_is_there_twice_names_both_rows() -> None:
    """As a spreadsheet counts them, with an empty row between; of another sheet with its name."""
    book = load_workbook(io.BytesIO(new_workbook("case")))
    book["Statements"].insert_rows(3)
    book["Statements"]["A5"] = "example-1"
    book["Members"]["B2"] = "upland"
    written = io.BytesIO()
    book.save(written)

    found = told(written.getvalue())

    assert (
        "Statements: row 5 (example-1): id: 'example-1' is not an id used once among the rows; the other is "
        "in row 2" in found
    )
    assert any(
        one.endswith("that no other party or member has; the other is in Parties: row 2") for one in found
    )
