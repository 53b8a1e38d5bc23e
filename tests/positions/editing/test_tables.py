"""Tables changed by rows: records are those of the rows, what did not change stays letter by letter."""

from __future__ import annotations

import difflib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.editing.merging import merged_json, merged_yaml
from positions.editing.tables import EDITABLE, table_changes, with_table
from positions.model.errors import DossierError
from positions.reading.dossier import (
    DESCRIPTION,
    SOURCES,
    bundled_dossiers,
    dossier_folder,
    folder_files,
    read_files,
)
from positions.reading.files import Files
from positions.workbook.rows import Cells, rows_of
from tests.positions.factories import FEW

CASE = "training-strait"
FILES: Files = folder_files(dossier_folder(CASE))
FREE = {"Parties": "note", "Speakers": "office", "Issues": "rule", "Steps": "rule", "Sources": "title"}


def rows(files: Files, name: str) -> list[Cells]:
    """The rows of a table, to be changed."""
    return [list(row) for row in rows_of(read_files(files).dossier)[name]]


def changed_lines(before: Files, after: Files, file: str) -> list[str]:
    """The lines of a file that came or went, without those that stayed."""
    old, new = (files[file]().decode().splitlines() for files in (before, after))
    return [line for line in difflib.ndiff(old, new) if line[0] in "+-"]


@pytest.mark.parametrize("name", bundled_dossiers())
def test_what_is_not_changed_stays_letter_by_letter(name: str) -> None:
    """Every table of every bundled dossier kept as it is: not a byte of a file is another."""
    files = folder_files(dossier_folder(name))
    table = "Speakers" if name != CASE else "Steps"
    same = with_table(files, table, rows(files, table))

    assert [file for file in files if same[file]() != files[file]()] == []


@given(
    st.sampled_from(sorted(FREE)),
    st.integers(0, 4),
    st.from_regex(r"[a-z]+(: #[a-z]+|'s| - [a-z\"]+)?", fullmatch=True),
)
@FEW
def test_a_cell_that_is_written_is_read_and_nothing_else_is(table: str, place: int, text: str) -> None:
    """Whatever a text looks like in YAML: the record has it, and only the lines of that record differ."""
    changed = rows(FILES, table)
    changed[place][EDITABLE[table].heads.index(FREE[table])] = text
    files = with_table(FILES, table, changed)
    before, after = (read_files(each).dossier for each in (FILES, files))
    file = SOURCES if table == "Sources" else DESCRIPTION

    assert rows_of(after)[table] == changed
    assert {change[1] for change in table_changes(before, after)} <= {FREE[table]}
    assert len(changed_lines(FILES, files, file)) <= 4


def test_comments_and_layout_survive() -> None:
    """By hand: a value, a new record and one that is taken away, between comments and in either style."""
    head = "# ours\nparties:  # sides\n  - id: a  # first\n    name: A"
    text = f"{head}\n\n  # the second\n  - {{id: b, name: B}}\n  - id: c\n    name: C\n"
    old = {"parties": [{"id": one, "name": one.upper()} for one in "abc"]}
    new = {"parties": [{"id": "a", "name": "Aa"}, {"id": "b", "name": "B"}, {"id": "d", "name": "D"}]}

    assert merged_yaml(text, old, new) == (
        f"{head}a\n\n  # the second\n  - {{id: b, name: B}}\n  - id: d\n    name: D\n"
    )
    assert merged_yaml(text.replace("\n", "\r\n"), old, old) == text.replace("\n", "\r\n")


def test_a_source_that_is_not_changed_is_not_written_anew() -> None:
    """Its layout stays; days of the changed one stand on one line, fields that nobody knows stay."""
    second = '{"id": "b", "z": [[2031,5]], "issued": {"date-parts": [[2031, 5]]}}'
    text = f'[\n  {{"id": "a", "x":  1}},\n  {second}\n]\n'
    old: list[dict[str, Any]] = [{"id": "a"}, {"id": "b", "issued": {"date-parts": [[2031, 5]]}}]
    new: list[dict[str, Any]] = [{"id": "a"}, {"id": "b", "issued": {"date-parts": [[2031, 6, 1]]}}]
    written = merged_json(text, old, new)

    assert written.startswith('[\n  {"id": "a", "x":  1},\n  {\n    "id": "b",\n    "z": [[2031, 5]],\n')
    assert '"date-parts": [[2031, 6, 1]]' in written
    assert merged_json(text, old, old) == text


def test_faults_are_told_by_table_and_row() -> None:
    """A kind that is none of the list, and a party that statements name and that is gone."""
    wrong = rows(FILES, "Parties")
    wrong[1][EDITABLE["Parties"].heads.index("kind")] = "kingdom"
    with pytest.raises(DossierError, match="Parties: row 3"):
        with_table(FILES, "Parties", wrong)
    with pytest.raises(DossierError, match="northland"):
        with_table(FILES, "Parties", rows(FILES, "Parties")[1:])


def test_what_came_and_went_is_told() -> None:
    """A new record by all that it holds, one that is gone once."""
    table = rows(FILES, "Speakers")
    new = ["isle-office", *table[0][1:]]
    heads = EDITABLE["Speakers"].heads
    new[heads.index("name")], new[heads.index("aliases")] = "Isle Office", ""
    files = with_table(FILES, "Speakers", [*table, new])
    before, after = (read_files(each).dossier for each in (FILES, files))

    assert {change[0] for change in table_changes(before, after)} == {"Speakers: isle-office"}
    assert table_changes(after, before) == [("Speakers: isle-office", "id", "isle-office", "")]
