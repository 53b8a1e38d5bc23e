"""The workbook helps whoever fills it in: drop-downs, meanings, heads that stay, cells that stay texts."""

from __future__ import annotations

import io
from typing import Any, get_args

import pytest
from openpyxl import load_workbook

from positions.model.dossier import Dossier
from positions.model.parties import Authority, DocumentKind, MemberKind, PartyKind
from positions.model.sources import Extent, Site
from positions.model.statements import Confidence, DateBasis, Mode, Spread
from positions.start.case import new_workbook
from positions.workbook.meanings import lists
from positions.workbook.sheet_writer import LISTS, READ_ME
from positions.workbook.tables import TABLES
from positions.workbook.writing import workbook_of
from tests.positions.export.hostile import HOSTILE, hostile_dossier

BOOK = load_workbook(io.BytesIO(new_workbook("case")))
CLOSED: dict[tuple[str, str], Any] = {
    ("Parties", "kind"): PartyKind,
    ("Members", "kind"): MemberKind,
    ("Speakers", "authority"): Authority,
    ("Speakers", "document"): DocumentKind,
    ("Sources", "custom.site"): Site,
    ("Sources", "custom.extent"): Extent,
    ("Statements", "date_basis"): DateBasis,
    ("Statements", "mode"): Mode,
    ("Statements", "spread"): Spread,
    ("Statements", "confidence"): Confidence,
}
IDS = {
    ("Statements", "party"): "Parties",
    ("Statements", "member"): "Members",
    ("Statements", "speaker"): "Speakers",
    ("Statements", "issue"): "Issues",
    ("Statements", "source"): "Sources",
    ("Steps", "issue"): "Issues",
    ("Members", "party"): "Parties",
    ("Speakers", "party"): "Parties",
    ("Searched", "source"): "Sources",
}


def offered(sheet: str, head: str) -> list[object]:
    """What the drop-down below a head offers in the second row, read from the cells that it points to."""
    heads = [cell.value for cell in BOOK[sheet][1]]
    place = BOOK[sheet].cell(2, heads.index(head) + 1).coordinate
    (rule,) = [one for one in BOOK[sheet].data_validations.dataValidation if place in one.sqref]
    assert rule.type == "list"
    name, _, cells = str(rule.formula1).partition("!")
    (*column,) = BOOK[name.strip("='")][cells.replace("$", "")]
    return [cell.value for (cell,) in column if cell.value]


@pytest.mark.parametrize("column", CLOSED)
def test_each_drop_down_offers_what_the_record_allows(column: tuple[str, str]) -> None:
    """The values and their order are those of the record, none more and none less."""
    assert offered(*column) == [*get_args(CLOSED[column])]


@pytest.mark.parametrize("column", IDS)
def test_ids_are_offered_from_the_sheet_that_lists_them(column: tuple[str, str]) -> None:
    """Whoever adds a party finds it in the drop-down of statements."""
    sheet = BOOK[IDS[column]]
    place = [cell.value for cell in sheet[1]].index("id")

    assert offered(*column) == [
        row[place] for row in sheet.iter_rows(min_row=2, values_only=True) if row[place]
    ]


def test_every_value_and_every_column_has_a_meaning() -> None:
    """No list and no head leaves a reader to guess."""
    assert all(meaning for pairs in lists(TABLES).values() for _, meaning in pairs)
    assert not [
        f"{table.name}: {one.head}" for table in TABLES for one in table.all_columns if not one.meaning
    ]
    assert all(table.meaning for table in TABLES)


def test_every_sheet_stays_readable_and_prints() -> None:
    """Heads are frozen, and a printed page is as wide as the paper."""
    assert BOOK.sheetnames == [READ_ME, *(table.name for table in TABLES), LISTS]
    for sheet in BOOK.worksheets[1:]:
        assert sheet.freeze_panes
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.fitToHeight == 0


def test_cells_stay_texts_also_those_that_are_still_empty() -> None:
    """No spreadsheet turns 2022-03 into a day, and nothing is run."""
    book = load_workbook(io.BytesIO(workbook_of(hostile_dossier())))
    sheet = book["Statements"]
    heads = [cell.value for cell in sheet[1]]
    summaries = [row[heads.index("summary")] for row in sheet.iter_rows(min_row=2, values_only=True)]

    assert [*HOSTILE] == summaries
    written = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {(cell.data_type, cell.number_format) for cell in written} == {("s", "@")}
    assert {column.number_format for column in sheet.column_dimensions.values()} == {"@"}


def test_defaults_are_told_and_none_stands_for_a_step_a_day_or_a_speaker() -> None:
    """About holds the defaults as numbers; of a statement only its own words decide."""
    about = {row[0]: row for row in BOOK["About"].iter_rows(min_row=2, values_only=True)}
    statements = next(table for table in TABLES if table.name == "Statements")

    assert about["window"][1] == "45"
    assert "Empty means 45." in str(about["window"][2])
    assert all(column.default is None for column in statements.columns)


def test_a_column_of_ones_own_is_written_too(small: Dossier) -> None:
    """What the dossier keeps of columns that nothing here knows stands behind the others."""
    kept = {"name": "mood", "cells": {small.statements[1].id: "calm"}}
    whole = Dossier.model_validate({**small.model_dump(by_alias=True), "kept": [kept]})
    sheet = load_workbook(io.BytesIO(workbook_of(whole)))["Statements"]

    assert [row[-1] for row in sheet.iter_rows(max_row=3, values_only=True)] == ["mood", None, "calm"]
