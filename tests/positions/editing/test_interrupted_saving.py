"""A save that the machine cuts short, at each of its steps: ended at the next opening, all new or all old."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from positions.editing.saving import BACKUPS, LOG, finish_save, save_files
from positions.editing.transaction import STAGED
from positions.reading.dossier import DESCRIPTION, SOURCES, STATEMENTS, dossier_folder

NAMES = (DESCRIPTION, SOURCES, STATEMENTS)
LINES = [("northland", "name", "Northland", "Northern Land", "its name in the papers")]
# A backup of each file, the place of what is staged, the log, each file, and what was staged taken away.
STEPS = len(NAMES) + 1 + 1 + len(NAMES) + 1


class Killed(BaseException):
    """The process is gone: nothing of it runs any more."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A user's own copy of a small dossier."""
    return Path(shutil.copytree(dossier_folder("training-strait"), tmp_path / "case"))


def _contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in NAMES}


def _new(old: Mapping[str, bytes]) -> dict[str, bytes]:
    return {name: content + b"\n" for name, content in old.items()}


def _killed_at(step: int, monkeypatch: pytest.MonkeyPatch, save: Callable[[], object]) -> None:
    """Run a save in a process that is killed as it renames for the n-th time."""
    calls: list[object] = []
    replace = os.replace

    def killing(source: str | Path, target: str | Path) -> None:
        calls.append(target)
        if len(calls) == step:
            raise Killed
        replace(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", killing)
        with pytest.raises(Killed):
            save()


@pytest.mark.parametrize("step", range(1, STEPS + 1))
def test_a_save_that_is_killed_is_finished_or_never_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """Whichever rename it is killed at, files and log are afterwards those of one moment, and it is told."""
    old = _contents(folder)
    new = _new(old)
    _killed_at(step, monkeypatch, lambda: save_files(folder, old, new, "AB", LINES))
    told = finish_save(folder)

    begun = step > len(NAMES) + 1
    assert _contents(folder) == (new if begun else old)
    assert (folder / LOG).exists() is begun
    finished = f"A save that was cut short is finished now: {LOG}, {DESCRIPTION}, {SOURCES} and {STATEMENTS}."
    left_out = "A save that was cut short before it changed anything is left out."
    assert told == (None if step <= len(NAMES) else finished if begun else left_out)
    assert finish_save(folder) is None
    assert not [one for one in folder.iterdir() if one.name.startswith(STAGED)]


def test_ending_it_can_be_cut_short_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed again while it is finished, it is finished the time after."""
    old = _contents(folder)
    new = _new(old)
    _killed_at(6, monkeypatch, lambda: save_files(folder, old, new, "AB", LINES))
    _killed_at(2, monkeypatch, lambda: finish_save(folder))

    assert finish_save(folder) is not None
    assert _contents(folder) == new


def test_what_was_changed_since_is_not_overwritten(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It stays as it is, and what was to be saved lies beside the backups, whole."""
    old = _contents(folder)
    _killed_at(6, monkeypatch, lambda: save_files(folder, old, _new(old), "AB", LINES))
    (folder / SOURCES).write_bytes(b"[]")
    told = finish_save(folder)

    assert (folder / SOURCES).read_bytes() == b"[]"
    assert (folder / STATEMENTS).read_bytes() == old[STATEMENTS]
    (aside,) = (folder / BACKUPS).glob("cut-short-*")
    assert (aside / SOURCES).read_bytes() == old[SOURCES] + b"\n"
    assert told == (
        f"A save that was cut short is not finished, because {SOURCES} has been changed since; "
        f"what was to be saved is in {BACKUPS}/{aside.name}."
    )


def test_the_next_save_ends_it_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was cut short is there when the next save compares the files, and its lines stay in the log."""
    old = _contents(folder)
    new = _new(old)
    _killed_at(7, monkeypatch, lambda: save_files(folder, old, new, "AB", LINES))
    save_files(folder, new, {STATEMENTS: old[STATEMENTS]}, "CD", LINES)

    assert [line.split(",")[1] for line in (folder / LOG).read_text("utf-8").splitlines()] == [
        "who",
        "AB",
        "CD",
    ]
