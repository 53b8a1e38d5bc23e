"""A new case validates from the first second, and its example can be deleted row by row."""

from __future__ import annotations

import io
import re
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from pydantic import TypeAdapter

from positions.model.dossier import Dossier
from positions.model.fields import SaidOn, Slug
from positions.model.parties import PartyKind
from positions.reading.dossier import DESCRIPTION, read_files
from positions.reading.source_texts import source_texts
from positions.reading.text_checks import VERIFIED, checks
from positions.start.case import EXAMPLE, new_case, new_workbook
from positions.workbook.reading import read_workbook
from positions.workbook.tables import TABLES
from tests.positions.factories import FEW

OPTIONAL = ("Limits", "Governments", "Events", "Searched", "Stretches", "Looked for", "Left out")
OWN = {
    "Parties": {"id": "red", "name": "Red side", "kind": "state"},
    "Speakers": {"id": "r1", "name": "R. One", "office": "Envoy", "authority": "delegated", "party": "red"},
    "Issues": {"id": "road", "name": "Road", "question": "Who keeps the road?", "rule": "keeping it"},
    "Sources": {
        "id": "s1",
        "type": "webpage",
        "title": "On the road",
        "custom.short_name": "Paper",
        "custom.read_in": "English",
    },
    "Statements": {
        "id": "1",
        "source": "s1",
        "party": "red",
        "speaker": "r1",
        "issue": "road",
        "said_on": "2031-05",
        "date_basis": "inferred",
        "mode": "reported_speech",
        "summary": "The envoy wants the road kept.",
        "confidence": "low",
        "coder": "me",
    },
}


def opened() -> Workbook:
    """The workbook of a new case."""
    return load_workbook(io.BytesIO(new_workbook("my-case")))


def read(book: Workbook) -> Dossier:
    """The dossier in a workbook; a repair would be a fault of the example."""
    written = io.BytesIO()
    book.save(written)
    reading = read_workbook(written.getvalue(), "my-case.xlsx")
    assert reading.repairs == ()
    return reading.dossier


def emptied(book: Workbook, name: str) -> None:
    """Take all rows but the heads out of a sheet."""
    book[name].delete_rows(2, book[name].max_row)


def test_the_folder_and_the_workbook_hold_one_case_without_a_fault() -> None:
    """No finding, no repair, no notice, and both say the same."""
    folder = read_files(new_case("my-case"))
    book = read_workbook(new_workbook("my-case"), "my-case.xlsx")

    assert (folder.repairs, folder.notices) == (book.repairs, book.notices) == ((), ())
    assert folder.dossier.id == "my-case"
    assert folder.dossier.model_copy(update={"data_version": book.dossier.data_version}) == book.dossier


def test_every_table_but_that_of_comparisons_has_an_example() -> None:
    """A row in each sheet shows how it is filled in; another case to compare with is nobody's first need."""
    book = opened()

    assert [table.name for table in TABLES if book[table.name]["A2"].value is None] == ["Differences"]


def test_its_phrases_stand_in_its_text() -> None:
    """The example can be verified at once, so that its reader sees what verifying is."""
    dossier = read_files(new_case("my-case")).dossier

    assert {one.status for one in checks(dossier, source_texts(dossier, EXAMPLE / "texts"))} == {VERIFIED}


def test_the_description_says_what_each_field_is_and_names_the_six_things() -> None:
    """Comments number what is to be filled in, and each value of a closed list is explained."""
    text = new_case("my-case")[DESCRIPTION]().decode()

    assert all(f"{number}. " in text for number in range(1, 7))
    for word in ("principal", "delegated", "adviser", "individual", "commentator", "mediator", "reference"):
        assert f"{word}" in " ".join(line for line in text.splitlines() if line.startswith("#"))


def test_every_kind_of_party_and_form_of_a_day_is_named() -> None:
    """What may be written in a closed field stands beside it, and each form of a day is one."""
    text = new_case("my-case")[DESCRIPTION]().decode()
    kinds = text.partition("# 2. The sides.")[2].partition("parties:")[0]
    days = text.partition("# said_on of a row: ")[2].partition(".\n")[0].split("; ")

    assert set(get_args(PartyKind)) <= set(kinds.replace(";", " ").split())
    assert len([TypeAdapter(SaidOn).validate_python(day.partition(" ")[0]) for day in days]) == 6


def test_every_line_that_is_commented_out_holds() -> None:
    """Handling, weights and an issue of numbers: without the sign of a comment the case has no fault."""
    files = new_case("my-case")
    text = files[DESCRIPTION]().decode()
    begun = r"(?m)^( *)# (?=handling: |weights: |weight: |- \{id: fee)"
    uncommented, count = re.subn(begun, r"\1", text)
    dossier = read_files({**files, DESCRIPTION: uncommented.encode}).dossier
    fee = dossier.issues[-1].numeric

    assert count == 4
    assert fee is not None
    assert fee.ends == (0, 50)
    assert dossier.issues[0].weighs == 2
    assert [one.weight for one in dossier.parties[0].weights] == [2]
    assert dossier.handling


@pytest.mark.parametrize("name", OPTIONAL)
def test_each_table_that_may_stay_empty_can_be_emptied(name: str) -> None:
    """The rest of the case stands without it."""
    book = opened()
    emptied(book, name)

    assert read(book).statements == read(opened()).statements


@pytest.mark.parametrize("row", [2, 3, 4])
def test_any_example_statement_can_be_deleted_alone(row: int) -> None:
    """Nothing refers to a single row of the statements."""
    book = opened()
    book["Statements"].delete_rows(row)

    assert len(read(book).statements) == 2


def test_ones_own_rows_in_place_of_the_example_validate() -> None:
    """Everything of the example goes, five rows come, and what is there is what was written."""
    book = opened()
    for table in TABLES[1:]:
        emptied(book, table.name)
    for name, values in OWN.items():
        heads = [str(cell.value) for cell in book[name][1]]
        book[name].append([values.get(head) for head in heads])
    dossier = read(book)

    assert [one.id for one in dossier.parties] == ["red"]
    assert [(one.id, one.summary) for one in dossier.statements] == [("1", OWN["Statements"]["summary"])]


@FEW
@given(st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_-]{0,30}", fullmatch=True))
def test_any_id_makes_a_case(case: Slug) -> None:
    """Words such as no, null and 1e3 are ids like any other."""
    assert read_files(new_case(case)).dossier.id == case
