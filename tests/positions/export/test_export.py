"""Every data format is registered, named and the same each time it is made."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from positions import export
from positions.export import EXPORTS, FORMATS, Export
from positions.export.schema import statements_schema
from positions.export.table import statements_csv
from positions.export.view_json import view_json
from positions.model.dossier import Dossier
from positions.model.statements import Statement
from positions.workbook.writing import workbook_of
from tests.positions.export.hostile import hostile_view, view_of

# What the formats share; everything else in the folder makes files.
SHARED = {"__init__", "names", "cell_text", "sheets", "manifest"}


def test_no_format_is_forgotten() -> None:
    """A module that makes files is offered, or it is forgotten work."""
    modules = {path.stem for path in Path(str(export.__file__)).parent.glob("*.py")} - SHARED

    assert {one.made.__module__.rsplit(".", 1)[1] for one in EXPORTS} == modules


def test_formats_can_be_told_apart() -> None:
    """Ids, titles and file names are used once."""
    assert len({one.id for one in EXPORTS}) == len(EXPORTS)
    assert len({one.title for one in EXPORTS}) == len(EXPORTS)
    assert {one.id for one in EXPORTS} | {one.suffix for one in EXPORTS} == set(FORMATS)


@pytest.mark.parametrize("one", EXPORTS, ids=lambda one: one.id)
def test_the_same_view_makes_the_same_bytes(one: Export, small: Dossier) -> None:
    """Two files of one day can be compared, and no clock is inside."""
    first, again = one.made(view_of(small)), one.made(view_of(small))

    assert first
    assert first == again


@pytest.mark.parametrize("one", EXPORTS, ids=lambda one: one.id)
def test_a_silent_dossier_has_its_files_too(one: Export, small: Dossier) -> None:
    """Where nothing has been said, a format holds heads or an empty list and does not fail."""
    silent = small.model_copy(update={"statements": (), "refusals": ()})

    assert one.made(view_of(silent))


@pytest.mark.parametrize("one", EXPORTS, ids=lambda one: one.id)
def test_hostile_texts_do_not_stop_a_format(one: Export) -> None:
    """Formulas, markup and TeX in a dossier are text."""
    assert one.made(hostile_view())


def test_a_field_of_statements_stands_in_every_table(small: Dossier) -> None:
    """A column is described once, with the statements; files, workbooks, rows and schemas have it then."""
    fields = list(Statement.model_fields)
    view = view_of(small)
    heads = next(csv.reader(io.StringIO(statements_csv(view).decode("utf-8-sig"))))
    book = load_workbook(io.BytesIO(workbook_of(small, {})), read_only=True)
    row = json.loads(view_json(view))["statements"][0]

    assert [one for one in heads if one in fields] == fields
    assert {cell.value for cell in next(book["Statements"].iter_rows())} >= set(fields)
    assert set(row) >= set(fields)
    assert set(statements_schema()["$defs"]["Statement"]["properties"]) == set(fields)
