"""Rows added, changed and left out leave every other row and column as it was."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from positions.editing.statements import free_id, with_changes, with_row
from positions.reading.dossier import STATEMENTS, dossier_folder, folder_files, read_files
from positions.reading.files import Files

CASE = "training-strait"
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=30)


@pytest.fixture(scope="module")
def files() -> Files:
    """The files of a small dossier."""
    return folder_files(dossier_folder(CASE))


def test_a_row_that_is_added_is_read_last(files: Files) -> None:
    """The others stay as they were, and in their order."""
    before = read_files(files).dossier.statements
    row = {**_row(files, before[0].id), "id": free_id(files, before[0].source), "summary": "One more."}
    after = read_files(with_row(files, row)).dossier.statements

    assert after[:-1] == before
    assert after[-1] == before[0].model_copy(update={"id": row["id"], "summary": "One more."})


def test_a_row_is_changed_in_its_place(files: Files) -> None:
    """An empty cell stands for unknown, as in the file."""
    before = read_files(files).dossier.statements
    place = next(number for number, one in enumerate(before) if one.note)
    after = read_files(with_changes(files, before[place].id, {"note": ""})).dossier.statements

    assert after[place] == before[place].model_copy(update={"note": None})
    assert (*after[:place], *after[place + 1 :]) == (*before[:place], *before[place + 1 :])


def test_an_unknown_row_is_told(files: Files) -> None:
    """Nothing is changed in silence."""
    with pytest.raises(KeyError, match="no-such-row"):
        with_changes(files, "no-such-row", {})


def test_own_columns_and_other_files_stay(files: Files) -> None:
    """Files but that of the statements are the very same; a column of the user's own is kept."""
    first, *rest = files[STATEMENTS]().decode("utf-8-sig").splitlines()
    text = "\n".join([f"{first},my own", *(f"{line},x" for line in rest)]).encode()
    changed = with_row({**files, STATEMENTS: lambda: text}, {"id": "new-1", "my own": "y, z"})
    lines = changed[STATEMENTS]().decode().splitlines()

    assert lines[0] == f"{first},my own"
    assert lines[-1].endswith('"y, z"')
    assert all(changed[name] is files[name] for name in files if name != STATEMENTS)


@settings(deadline=None, max_examples=40)
@given(TEXTS, TEXTS)
def test_any_text_comes_back(summary: str, note: str) -> None:
    """Commas, quotation marks and leading signs of formulas are texts like any other."""
    files = folder_files(dossier_folder(CASE))
    before = read_files(files).dossier.statements[0]
    changed = with_changes(files, before.id, {"summary": f"x{summary}", "note": f"{note}x"})
    after = read_files(changed).dossier.statements[0]

    assert (after.summary, after.note) == (f"x{summary}".strip(), f"{note}x".strip())


def _row(files: Files, statement: str) -> dict[str, str]:
    text = files[STATEMENTS]().decode("utf-8-sig")
    return next(row for row in csv.DictReader(io.StringIO(text, newline="")) if row["id"] == statement)
