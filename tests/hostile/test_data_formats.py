"""Hostile words leave as data: read back they are the same letters, and no program runs or follows them."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import openpyxl
import pytest
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from hypothesis import strategies as st

from components.report.files import named_files
from components.report.presets import PRESETS
from positions.export import EXPORTS, Export
from positions.export.cell_text import marked, unmarked
from positions.export.citations import bibtex, csl_json
from positions.export.names import file_name
from positions.export.sheets import sheets
from positions.export.table import ENCODING
from positions.export.view_json import view_json
from positions.export.web_annotations import annotations_json
from positions.export.workbook import workbook
from positions.rows.cells import cell_rows
from positions.rows.statements import statement_rows
from positions.text.source_links import page_link
from tests.hostile.conftest import HostileView
from tests.hostile.fuzz import FUZZ
from tests.hostile.words import SIGNS, WORDS
from tests.positions.export.hostile import hostile_view

_TABLES = [one for one in EXPORTS if one.suffix == "csv"]
_JSON = [one for one in EXPORTS if one.suffix.endswith("json") or one.suffix == "jsonld"]
VIEW = hostile_view()
_RUN = re.compile(r"[\s\ufeff\u200b]*[=+\-@＝＋－＠]|[\t\r\n]")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _texts(inner)


@pytest.mark.parametrize("export", _TABLES, ids=lambda one: one.id)
def test_no_cell_of_a_csv_runs(shown: HostileView, export: Export) -> None:
    """No cell begins as a formula does, with or without blanks before it, and no row is torn."""
    rows = list(csv.reader(io.StringIO(export.made(shown.view).decode(ENCODING), newline="")))

    assert len({len(row) for row in rows}) == 1
    assert [cell for row in rows for cell in row if _RUN.match(cell) and not _number(cell)] == []


def _number(cell: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?", cell) is not None


def test_csv_gives_the_words_back(shown: HostileView) -> None:
    """Summary, condition, phrase and note of every statement come back letter by letter."""
    export = next(one for one in _TABLES if one.id == "statements")
    rows = list(csv.DictReader(io.StringIO(export.made(shown.view).decode(ENCODING), newline="")))
    wanted = [row.model_dump() for row in statement_rows(shown.view)]

    assert wanted
    for row, want in zip(rows, wanted, strict=True):
        assert {name: unmarked(row[name]) for name in want if isinstance(want[name], str)} == {
            name: value for name, value in want.items() if isinstance(value, str)
        }


@FUZZ
@given(st.lists(st.sampled_from([*SIGNS, "\r", "\n", "\u3000", "＝", "-1"])).map("".join) | st.text())
def test_any_text_in_a_csv_is_text(text: str) -> None:
    """Marking loses nothing, and nothing that is marked would run."""
    assert unmarked(marked(text)) == text
    assert not _RUN.match(marked(text))


def test_every_cell_of_the_workbook_is_text(shown: HostileView) -> None:
    """No formula, no link, no part outside; every sheet holds its table letter by letter."""
    written = workbook(shown.view)
    book = openpyxl.load_workbook(io.BytesIO(written))
    with zipfile.ZipFile(io.BytesIO(written)) as package:
        xml = {name: package.read(name).decode() for name in package.namelist()}

    assert not [name for name, text in xml.items() if re.search(r"<f[ >]|<hyperlink|TargetMode", text)]
    assert not [name for name in xml if "external" in name.lower() or "vba" in name.lower()]
    for sheet in sheets(shown.view):
        rows = list(book[sheet.name].iter_rows(min_row=2, values_only=True))
        for row, want in zip(rows, sheet.frame.itertuples(index=False, name=None), strict=True):
            assert [(one or "") for one, value in zip(row, want, strict=True) if isinstance(value, str)] == [
                value for value in want if isinstance(value, str)
            ]


@pytest.mark.parametrize("export", _JSON, ids=lambda one: one.id)
def test_json_is_json(shown: HostileView, export: Export) -> None:
    """Every JSON file is read again, whatever quotation marks and braces stand in the words."""
    assert json.loads(export.made(shown.view))


def test_json_gives_the_words_back(shown: HostileView) -> None:
    """Cells in the file of the view have the words of the view."""
    written = json.loads(view_json(shown.view))["cells"]

    assert written == [row.model_dump(mode="json") for row in cell_rows(shown.view)]
    assert any(word in text for text in _texts(written) for word in WORDS)


def test_only_addresses_of_the_web_are_followed(shown: HostileView) -> None:
    """javascript:, data:, file: and torn addresses are no target of an annotation and no url of BibTeX."""
    targets = [one["target"]["source"] for one in json.loads(annotations_json(shown.view))["first"]["items"]]
    entries = parse_string(bibtex(shown.view).decode()).entries
    links = [page_link(one) for one in shown.view.tables.dossier.sources]

    assert "https://y.invalid/a_(b)?c=d&amp;e=%20#f" in links
    assert sum(link is not None for link in links) == 1
    assert targets
    assert all(one.startswith(("https://", "urn:positions:")) for one in targets)
    assert [one["url"] for one in entries if "url" in one.fields_dict] == [link for link in links if link]


def test_bibtex_is_read_again(shown: HostileView) -> None:
    """Braces stay in balance and no command of TeX is left: one entry per source, none broken."""
    written = bibtex(shown.view).decode()
    library = parse_string(written)
    bare = re.sub(
        r"\\(textbackslash|textbraceleft|textbraceright|textasciitilde|textasciicircum)\{\}", "", written
    )

    assert not library.failed_blocks
    assert len(library.entries) == len(shown.view.tables.dossier.sources)
    assert not re.search(r"\\[a-zA-Z]", bare)


def test_csl_gives_the_sources_back(shown: HostileView) -> None:
    """What a reference manager reads is what the dossier was given."""
    given = json.loads((shown.hostile.folder / "sources.json").read_text(encoding="utf-8"))

    assert json.loads(csl_json(shown.view)) == given


@FUZZ
@given(st.text(min_size=1) | st.sampled_from([*WORDS, "CON", "NUL.txt", "..", "a" * 400, "x." * 90]))
def test_any_name_of_a_file_is_safe(name: str) -> None:
    """Letters, digits, dots and hyphens, no folder, no two dots, not too long, never a reserved name."""
    made = file_name(VIEW, name, "csv")

    assert re.fullmatch(r"positions_[A-Za-z0-9_.-]+\.csv", made)
    assert ".." not in made
    assert len(made.encode()) <= 255


def test_long_names_stay_apart(shown: HostileView) -> None:
    """Two long views of one beginning have two names."""
    names = {file_name(shown.view, f"{'a' * 200}-{place}", "csv") for place in range(9)}

    assert len(names) == 9


def test_names_of_all_exports_are_safe(shown: HostileView) -> None:
    """Of its words the mark alone gets into the name of a file, as letters, digits and hyphens."""
    names = [file.name for one in EXPORTS for file in named_files(one, shown.briefed, PRESETS["slide"])]

    assert all(re.fullmatch(r"positions_hostile_[A-Za-z0-9_.-]+", name) for name in names)
