"""The example in a new workbook is left out as soon as there are rows of one's own, and told once."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from positions.reading.dossier import Reading
from positions.reading.spreadsheet import sheets
from positions.start.case import new_workbook
from positions.workbook.example_rows import without_example
from positions.workbook.reading import read_workbook
from tests.positions.factories import FEW
from tests.positions.start.test_case import OPTIONAL, OWN, emptied

TABLES_OF_EXAMPLE = ("Parties", "Members", "Speakers", "Issues", "Steps", "Sources", "Statements", *OPTIONAL)


def with_own(book: Workbook) -> Workbook:
    """The workbook with one's own rows below the example."""
    for name, values in OWN.items():
        heads = [str(cell.value) for cell in book[name][1]]
        book[name].append([values.get(head) for head in heads])
    return book


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def read(book: Workbook) -> Reading:
    """What a workbook holds."""
    return read_workbook(saved(book), "my-case.xlsx")


def opened() -> Workbook:
    """The workbook of a new case."""
    return load_workbook(io.BytesIO(new_workbook("my-case")))


@pytest.mark.parametrize("sheet", ["Parties", "Speakers", "Statements"])
def test_heads_in_capitals_do_not_hide_the_example(sheet: str) -> None:
    """A head that is only written otherwise means the same column, also when the example is looked for."""
    plain, book = with_own(opened()), with_own(opened())
    for cell in book[sheet][1]:
        cell.value = str(cell.value).replace("_", " ").upper()

    assert read(book).dossier.parties == read(plain).dossier.parties
    assert read(book).dossier.speakers == read(plain).dossier.speakers
    assert read(book).dossier.statements == read(plain).dossier.statements
    assert str(read(book).notices[0]) == str(read(plain).notices[0])


@pytest.mark.parametrize("renamed", [True, False])
@pytest.mark.parametrize("place", [1, 2, 3])
def test_a_column_less_does_not_bring_back_the_example(place: int, renamed: bool) -> None:
    """Taken away or under another head: rows that nobody changed are still those of the example."""
    plain, book = with_own(opened()), with_own(opened())
    for table in TABLES_OF_EXAMPLE:
        if place <= book[table].max_column and table != "Limits":
            if renamed:
                book[table].cell(1, place).value = f"My {book[table].cell(1, place).value}"
            else:
                book[table].delete_cols(place)

    assert left_out(book) == left_out(plain)


def test_a_cell_beside_the_example_makes_its_row_ones_own() -> None:
    """What is written under a head that is not known, or over the words of the example, is not lost."""
    book = with_own(opened())
    book["Statements"].cell(1, book["Statements"].max_column + 1).value = "Seen by"
    book["Statements"].cell(2, book["Statements"].max_column).value = "me"
    book["Speakers"]["D1"], book["Speakers"]["D2"] = "Job", "King"
    rows = left_out(with_own(opened())) - left_out(book)

    assert {("Statements", 2), ("Speakers", 2)} <= rows


def left_out(book: Workbook) -> set[tuple[str, int]]:
    """Sheet and row of all that is taken for the example."""
    found = sheets(saved(book), "my-case.xlsx")
    kept, _ = without_example(found, "my-case.xlsx")
    return {(name, row) for name, rows in found.items() for row, _ in rows if row not in dict(kept[name])}


def test_rows_of_the_example_that_are_used_are_told() -> None:
    """A source of the example that one's own statement names stays, and that is told."""
    book = with_own(opened())
    heads = [str(cell.value) for cell in book["Statements"][1]]
    used = book["Sources"].cell(2, 1).value
    book["Statements"].cell(book["Statements"].max_row, heads.index("source") + 1).value = used

    told = [str(one) for one in read(book).notices if "stay" in str(one)]

    assert len(told) == 1
    assert "rows of the example that stay, because your own refer to them: " in told[0]
    assert "Sources 1" in told[0]


def test_rows_below_the_example_are_the_case() -> None:
    """Nobody has to delete the example; it is told that it was left out, in one notice."""
    reading = read(with_own(opened()))
    dossier = reading.dossier

    assert [one.id for one in dossier.parties] == ["red"]
    assert [one.id for one in dossier.issues] == ["road"]
    assert [one.id for one in dossier.sources] == ["s1"]
    assert [one.id for one in dossier.statements] == ["1"]
    assert {*dossier.events, *dossier.searched, *dossier.limits, *dossier.stretches} == set()
    assert [str(one) for one in reading.notices] == [
        "my-case.xlsx: 22 rows are left out: they are the example as it was handed out (Limits 1, Parties 3, "
        "Members 1, Governments 1, Speakers 3, Issues 1, Steps 3, Sources 1, Statements 3, Events 1, "
        "Searched 1, Stretches 1, Looked for 1, Left out 1)",
        "About: still as in the example: title, question, period.first, period.last, low_end, high_end, "
        "notice",
        "Searched: no search is recorded, so a blank says 'Not researched' and never 'Not stated'; a row for "
        "each source tells what was looked for in it",
    ]


def test_nothing_but_the_example_is_the_example() -> None:
    """Also where a cell of it was changed to try it out."""
    book = opened()
    heads = [cell.value for cell in book["Statements"][1]]
    book["Statements"].cell(2, heads.index("summary") + 1).value = "Other words."
    reading = read(book)

    assert reading.notices == ()
    assert len(reading.dossier.statements) == 3


def test_what_ones_own_rows_refer_to_stays_with_what_it_needs() -> None:
    """A statement of one's own by the example's minister keeps the minister, Upland and its government."""
    book = with_own(opened())
    values = OWN["Statements"] | {"id": "2", "speaker": "upland-minister", "party": "upland"}
    heads = [str(cell.value) for cell in book["Statements"][1]]
    book["Statements"].append([values.get(head) for head in heads])
    dossier = read(book).dossier

    assert [one.id for one in dossier.parties] == ["upland", "red"]
    assert [one.id for one in dossier.speakers] == ["upland-minister", "r1"]
    assert dossier.parties[0].governments
    assert [one.id for one in dossier.statements] == ["1", "2"]


@FEW
@given(st.sets(st.sampled_from(TABLES_OF_EXAMPLE)))
def test_however_much_of_the_example_was_deleted_the_case_is_the_same(names: set[str]) -> None:
    """Deleting it and leaving it in place come to one dossier."""
    book = opened()
    for name in names:
        emptied(book, name)
    found = read(with_own(book)).dossier
    whole = read(with_own(opened())).dossier

    assert found == whole.model_copy(update={"data_version": found.data_version})
