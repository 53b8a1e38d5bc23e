"""Saving: nothing half, nothing lost, nothing over another's work."""

from __future__ import annotations

import csv
import os
import shutil
from pathlib import Path

import pytest

from positions.editing.saving import BACKUPS, LOG, Conflict, changes_between, save_files, save_statements
from positions.editing.statements import rows_of, with_changes, with_row
from positions.reading.dossier import (
    DESCRIPTION,
    SOURCES,
    STATEMENTS,
    dossier_folder,
    folder_files,
    load_dossier,
)
from positions.reading.files import Files

CASE = "training-strait"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A user's own copy of a small dossier."""
    return Path(shutil.copytree(dossier_folder(CASE), tmp_path / "case"))


def _changed(folder: Path) -> tuple[bytes, bytes, str]:
    """The file as it was read, as it is after one change, and the statement that changed."""
    files = folder_files(folder)
    name = load_dossier(folder).statements[0].id
    return files[STATEMENTS](), with_changes(files, name, {"note": "looked at again"})[STATEMENTS](), name


def test_a_save_leaves_file_backup_and_log(folder: Path) -> None:
    """The file is the changed one, the backup the one before, the log names cell, person, day and reason."""
    read, changed, name = _changed(folder)
    backup = save_statements(folder, read, changed, "AB", "second look")

    assert (folder / STATEMENTS).read_bytes() == changed
    assert backup is not None
    assert backup.parent == folder / BACKUPS
    assert backup.read_bytes() == read
    (row,) = csv.DictReader((folder / LOG).read_text(encoding="utf-8").splitlines())
    assert (row["who"], row["statement"], row["column"], row["after"], row["why"]) == (
        "AB",
        name,
        "note",
        "looked at again",
        "second look",
    )
    assert next(one.note for one in load_dossier(folder).statements if one.id == name) == "looked at again"


def test_the_log_grows(folder: Path) -> None:
    """What was logged before stays as it is."""
    read, changed, name = _changed(folder)
    save_statements(folder, read, changed, "AB", "one")
    first = (folder / LOG).read_bytes()
    again = with_changes(folder_files(folder), name, {"note": ""})[STATEMENTS]()
    save_statements(folder, changed, again, "CD", "two")

    log = (folder / LOG).read_bytes()
    assert log.startswith(first)
    assert [row["why"] for row in csv.DictReader(log.decode().splitlines())] == ["one", "two"]


def test_nothing_is_written_where_nothing_differs(folder: Path) -> None:
    """No backup and no line in the log for a change that is none."""
    before = sorted(folder.rglob("*"))
    read = (folder / STATEMENTS).read_bytes()

    assert save_statements(folder, read, read, "AB", "") is None
    assert sorted(folder.rglob("*")) == before


def test_another_s_change_is_a_conflict_and_stays(folder: Path) -> None:
    """Both versions are at hand afterwards: theirs in the file, mine with whoever saved."""
    read, changed, _ = _changed(folder)
    theirs = read.replace(b"\n", b"\r\n")
    (folder / STATEMENTS).write_bytes(theirs)

    with pytest.raises(Conflict) as conflict:
        save_statements(folder, read, changed, "AB", "second look")
    assert conflict.value.theirs == theirs
    assert (folder / STATEMENTS).read_bytes() == theirs
    assert not (folder / LOG).exists()


def test_a_file_that_was_taken_away_is_a_conflict(folder: Path) -> None:
    """It is not put back in silence."""
    read, changed, _ = _changed(folder)
    (folder / STATEMENTS).unlink()

    with pytest.raises(Conflict) as conflict:
        save_statements(folder, read, changed, "AB", "")
    assert conflict.value.theirs is None


@pytest.mark.parametrize("fails_at", [1, 2, 3])
def test_a_save_that_fails_leaves_the_file_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int
) -> None:
    """Whichever of the three files the disk refuses, the statements are the old ones and can be loaded."""
    read, changed, _ = _changed(folder)
    calls = []
    replace = Path.replace

    def refusing(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == fails_at:
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refusing)
    with pytest.raises(OSError, match="No space"):
        save_statements(folder, read, changed, "AB", "")

    assert (folder / STATEMENTS).read_bytes() == read
    assert load_dossier(folder).statements
    assert not (folder / LOG).exists()
    assert not list(folder.rglob("*.part"))


@pytest.mark.parametrize("refused", [SOURCES, STATEMENTS])
def test_files_in_place_are_taken_back_where_another_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    """A folder never holds the new one of two files beside the old other; the log tells of no change."""
    names = (DESCRIPTION, SOURCES, STATEMENTS)
    read = {name: (folder / name).read_bytes() for name in names}
    (folder / LOG).write_bytes(b"when,who\n")
    replace = Path.replace

    def refusing(self: Path, target: Path) -> Path:
        if target == folder / refused:
            raise PermissionError(13, "Permission denied")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refusing)
    with pytest.raises(PermissionError):
        save_files(folder, read, {name: content + b"\n" for name, content in read.items()}, "AB", [])

    assert {name: (folder / name).read_bytes() for name in names} == read
    assert (folder / LOG).read_bytes() == b"when,who\n"
    assert not [*folder.rglob("*.part")]


def test_a_save_of_several_files_that_fails_changes_none(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there is no room for the last of them, the others and the log stay as they were."""
    names = (DESCRIPTION, SOURCES, STATEMENTS)
    read = {name: (folder / name).read_bytes() for name in names}
    synced: list[int] = []
    sync = os.fsync

    def full(descriptor: int) -> None:
        synced.append(descriptor)
        if len(synced) == 2 * len(names) + 1:  # backups of all three, the log, and the third file
            raise OSError(28, "No space left on device")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        save_files(folder, read, {name: content + b"\n" for name, content in read.items()}, "AB", [])

    assert {name: (folder / name).read_bytes() for name in names} == read
    assert not (folder / LOG).exists()
    assert not [*folder.rglob("*.part")]


def test_rows_that_come_and_go_are_told() -> None:
    """A new row by all that it holds, one that is gone once."""
    files: Files = folder_files(dossier_folder(CASE))
    rows = rows_of(files[STATEMENTS]())
    new = {"id": "new-1", "summary": "S."}
    gone = rows[0]
    after = [*rows[1:], *rows_of(with_row(files, new)[STATEMENTS]())[-1:]]

    assert [one for one in changes_between(rows, after) if one[3]] == [
        ("new-1", "id", "", "new-1"),
        ("new-1", "summary", "", "S."),
    ]
    assert [one[0] for one in changes_between(rows, after) if not one[3]] == [gone["id"]]
    assert changes_between(rows, rows) == []
