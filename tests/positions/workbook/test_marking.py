"""The workbook that comes back: the faults stand in their cells, everything else is as it was."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from positions.model.errors import DossierError
from positions.reading.dossier import load_dossier
from positions.reading.names import ACCEPT, NEAREST
from positions.workbook.loading import loaded_files
from positions.workbook.marking import marked_workbook
from positions.workbook.reading import read_workbook
from positions.workbook.writing import workbook_of
from tests.positions.factories import MODEST

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


ACCEPTING = {NEAREST: ACCEPT, "statements.csv:day-order": "day-month", "Sources:day-order": "day-month"}
CHOICES: dict[tuple[str, int, str], str] = {
    ("Statements", 2, "issue"): "acces",
    ("Statements", 3, "issue"): "acces",
    ("Statements", 2, "said_on"): "09.05.2031",
    ("Sources", 2, "custom.site"): "pres",
    ("Sources", 2, "custom.read_on"): "01.07.2031",
    ("Issues", 2, "core"): "ture",
    ("Parties", 1, "aliases"): "alises",
    ("Members", 2, "party"): "cost",
    ("Members", 2, "kind"): "stat",
    ("About", 5, "field"): "period.frst",
    ("Searched", 2, "parties"): "coast; nortland",
}


@MODEST
@given(st.sets(st.sampled_from(sorted(CHOICES)), min_size=1), st.booleans())
def test_what_was_chosen_is_written_into_its_cell(places: set[tuple[str, int, str]], titled: bool) -> None:
    """Accepted values and answered days need no second choice; a second load tells nothing at all."""
    raw = with_cells({place: CHOICES[place] for place in places}, titled=titled)
    first = loaded_files([("case.xlsx", raw)], ACCEPTING)
    marked = marked_workbook(raw, (), first.repairs)
    second = loaded_files([("case.xlsx", marked)])

    assert second.dossier.model_copy(update={"data_version": ""}) == first.dossier.model_copy(
        update={"data_version": ""}
    )
    assert any(one.chosen for one in first.repairs)
    assert not any(one.chosen for one in second.repairs)
    assert len(second.repairs) == (2 if titled else 0)


def test_what_stood_there_before_is_kept_as_a_comment() -> None:
    """Whoever opens the workbook sees what was put in the place of what."""
    raw = with_cells({("Sources", 2, "custom.site"): "pres"})
    repairs = loaded_files([("case.xlsx", raw)], ACCEPTING).repairs
    sheet = load_workbook(io.BytesIO(marked_workbook(raw, (), repairs)))["Sources"]
    (cell,) = [cell for row in sheet.iter_rows() for cell in row if cell.comment]

    assert (cell.value, sheet.cell(1, cell.column or 1).value) == ("press", "custom.site")
    assert cell.comment
    assert cell.comment.text == "Chosen: press (nearest value, accepted)\nBefore: pres"


def with_cells(cells: dict[tuple[str, int, str], str], *, titled: bool = False) -> bytes:
    """The small case with other words in cells, each by sheet, row and head; with a title over two sheets."""
    book = load_workbook(io.BytesIO(BOOK))
    for (name, row, head), value in cells.items():
        column = [cell.value for cell in book[name][1]].index(head) + 1
        book[name].cell(row, column).value = value
    for name in ("Statements", "Sources") if titled else ():
        book[name].insert_rows(1)
        book[name]["A1"] = "A title"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def test_a_fault_of_a_source_is_marked_in_its_own_cell() -> None:
    """Also below a head with a dot in it, and of About beside the field."""
    raw = with_cells({("Sources", 2, "custom.site"): "moon", ("About", 5, "value"): "soon"})
    with pytest.raises(DossierError) as error:
        read_workbook(raw, "case.xlsx")
    book = load_workbook(io.BytesIO(marked_workbook(raw, error.value.findings)))
    marked = [
        (sheet.title, str(cell.value))
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    ]

    assert marked == [("About", "soon"), ("Sources", "moon")]
