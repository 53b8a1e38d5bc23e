"""All statements as Parquet: a folder that holds it is the same dossier."""

from __future__ import annotations

import io
import re
from functools import partial

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow.parquet import read_schema, read_table

from positions.export.parquet import to_parquet
from positions.model.dossier import Dossier, KeptColumn
from positions.model.handling import Handling
from positions.model.statements import STATEMENT_COLUMNS, Statement
from positions.reading.codings import COLUMNS
from positions.reading.dossier import BUNDLED, STATEMENTS, folder_files, load_dossier, read_files
from positions.reading.files import Files
from positions.reading.table import read_table as checked_table
from positions.workbook.reading import files_of_dossier
from tests.positions.factories import MODEST, dossiers
from tests.positions.workbook.test_round_trip import TEXTS, same

FILE = "statements.parquet"
_WHOLE = re.compile(r"\bint\b")


def with_parquet(files: Files, raw: bytes) -> Files:
    """The files with Parquet in the place of the statements."""
    return {name: content for name, content in files.items() if name != STATEMENTS} | {
        FILE: partial(bytes, raw)
    }


@pytest.mark.parametrize("name", ["training-strait", "istanbul-2022"])
def test_a_folder_with_it_is_the_same_dossier(name: str) -> None:
    """All its fields are; the version is another where the file of plain text lacks a column."""
    dossier = load_dossier(name)

    found = read_files(with_parquet(folder_files(BUNDLED / name), to_parquet(dossier))).dossier

    assert same(found, dossier)


@MODEST
@given(dossiers(), st.lists(TEXTS, min_size=4, max_size=4))
def test_plain_text_comes_back_letter_by_letter(dossier: Dossier, words: list[str]) -> None:
    """From CSV to Parquet and back nothing changes, whatever was said and however it was put."""
    first = dict(zip(("summary", "condition", "note"), words, strict=False))
    said = [
        one.model_copy(update=first if place == 0 else {}) for place, one in enumerate(dossier.statements)
    ]
    own = KeptColumn(name="Prüfung", cells={one.id: words[3] for one in said[1:]})
    written = dossier.model_copy(update={"statements": tuple(said), "kept": (own,)})

    found = checked_table(to_parquet(written), FILE, COLUMNS)

    assert found.text == files_of_dossier(written)[STATEMENTS]().decode()
    assert not found.findings


def test_texts_are_not_marked_and_other_columns_stay(small: Dossier) -> None:
    """No spreadsheet runs a cell of Parquet, so nothing is put before one; what is not known here is kept."""
    first = small.statements[0].model_copy(update={"summary": "=1+1", "note": "'=1"})
    own = KeptColumn(name="Prüfung", cells={first.id: "geprüft"})
    dossier = small.model_copy(update={"statements": (first, small.statements[1]), "kept": (own,)})

    table = read_table(pa.BufferReader(to_parquet(dossier)))

    assert table.column_names == [*STATEMENT_COLUMNS, "Prüfung"]
    assert table.select(["summary", "note", "Prüfung"]).to_pylist()[0] == {
        "summary": "=1+1",
        "note": "'=1",
        "Prüfung": "geprüft",
    }
    assert table["Prüfung"].to_pylist() == ["geprüft", None]


def test_whole_numbers_are_numbers_and_all_else_is_text(small: Dossier) -> None:
    """Also where no row has one, so that files of two dossiers can be put below each other."""
    whole = {name for name, field in Statement.model_fields.items() if _WHOLE.search(str(field.annotation))}
    for statements in (small.statements, ()):
        schema = read_schema(
            io.BytesIO(to_parquet(small.model_copy(update={"statements": statements, "refusals": ()})))
        )

        assert {field.name: field.type for field in schema} == {
            name: pa.int64() if name in whole else pa.string() for name in STATEMENT_COLUMNS
        }


def test_the_file_says_what_it_is_of(small: Dossier) -> None:
    """Who finds it without its folder learns the dossier, its licence and how it may be handled."""
    handled = small.model_copy(update={"handling": Handling(mark="TLP:AMBER")})
    properties = read_schema(io.BytesIO(to_parquet(handled))).metadata

    assert properties[b"title"].decode() == small.title
    assert properties[b"licence"].decode() == small.licence
    assert b"TLP:AMBER" in properties[b"handling"]
    assert properties[b"data version"].decode() == small.data_version
