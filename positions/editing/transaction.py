"""Several files of a folder written as one: all new or all old, also where the machine stops in between."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from positions.text.wording import joined

STAGED = ".positions.saving"
_BEGUN = f"{STAGED}.part"  # not all is written there yet, so nothing is changed yet
PART = ".part"
_OLD = "old.json"  # what each file was, as a fingerprint; null for none
_CUT_SHORT = "A save that was cut short"


@dataclass(frozen=True)
class _Staged:
    """What is about to stand in a folder: a new content of each file, and the fingerprint of the old one."""

    place: Path
    old: Mapping[str, str | None]

    @property
    def new(self) -> dict[str, bytes]:
        return {name: (self.place / name).read_bytes() for name in self.old}


def replace_together(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Put new contents in the place of files of a folder, in this order; who calls has the lock.

    All are written beside before the first is put in its place. Where the disk refuses one, those in place
    are taken back, and OSError is raised. Where the machine stops, `finish_interrupted` ends it.
    """
    before = {name: _content(folder / name) for name in contents}
    try:
        _stage(folder, contents, before)
        _place(folder, contents)
    except OSError:
        for name, content in before.items():
            _put_back(folder / name, content)
        _clear(folder)
        raise
    # Anything else than a refusal leaves what is staged, as a stop of the machine does.
    _clear(folder)


def is_interrupted(folder: Path) -> bool:
    """Whether a save into this folder goes on at this moment, or was cut short."""
    return (folder / STAGED).exists() or (folder / _BEGUN).exists()


def finish_interrupted(folder: Path, backups: Path) -> str | None:
    """End what was cut short and answer what was done, in one sentence; None where nothing was.

    Of a save of which all is written every file is put in its place; of another nothing was changed.
    Nothing is overwritten that somebody has changed since: what was to be saved then goes to `backups`.
    Who calls has the lock. Raises OSError when the folder cannot be written to.
    """
    if not is_interrupted(folder):
        return None
    staged = _staged(folder)
    if staged is None:
        _clear(folder)
        return f"{_CUT_SHORT} before it changed anything is left out."
    new = staged.new
    other = [name for name in new if not _expected(folder / name, new[name], staged.old[name])]
    if other:
        backups.mkdir(exist_ok=True)
        aside = backups / f"cut-short-{_fingerprint(json.dumps(dict(staged.old)).encode())[:8]}"
        shutil.rmtree(aside, ignore_errors=True)
        staged.place.replace(aside)
        return (
            f"{_CUT_SHORT} is not finished, because {joined(other)} has been changed since; "
            f"what was to be saved is in {backups.name}/{aside.name}."
        )
    _place(folder, new)
    _clear(folder)
    return f"{_CUT_SHORT} is finished now: {joined([*new])}."


def write_whole(path: Path, content: bytes, part: Path) -> None:
    """Put a content in the place of a file in one step, so that nobody sees half of it.

    It is written to `part` first, which is gone afterwards, also where the disk refuses.
    """
    try:
        _write(part, content)
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def _stage(folder: Path, contents: Mapping[str, bytes], before: Mapping[str, bytes | None]) -> None:
    """Write all new contents beside; that the place has its name says that they are complete."""
    begun = folder / _BEGUN
    begun.mkdir()
    for name, content in contents.items():
        _write(begun / name, content)
    old = {name: None if content is None else _fingerprint(content) for name, content in before.items()}
    _write(begun / _OLD, json.dumps(old).encode())
    begun.replace(folder / STAGED)


def _place(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Put each content in the place of its file in one step; what is staged stays, to begin anew."""
    for name, content in contents.items():
        write_whole(folder / name, content, folder / STAGED / f"{name}{PART}")


def _write(path: Path, content: bytes) -> None:
    """Write a file and wait until the disk has it."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _staged(folder: Path) -> _Staged | None:
    place = folder / STAGED
    return _Staged(place, json.loads((place / _OLD).read_bytes())) if place.exists() else None


def _clear(folder: Path) -> None:
    """Take away what was staged; by one step first, so that half of it is never taken for a whole."""
    shutil.rmtree(folder / _BEGUN, ignore_errors=True)
    with suppress(OSError):
        (folder / STAGED).replace(folder / _BEGUN)
    shutil.rmtree(folder / _BEGUN, ignore_errors=True)


def _expected(path: Path, new: bytes, old: str | None) -> bool:
    """Whether a file holds what it held before the save, or what the save was to put there."""
    content = _content(path)
    return content == new or (None if content is None else _fingerprint(content)) == old


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _fingerprint(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _put_back(path: Path, content: bytes | None) -> None:
    """What a file held before, or no file; what the disk refuses even now is in the backups."""
    with suppress(OSError):
        if content is None:
            path.unlink(missing_ok=True)
        elif _content(path) != content:
            path.write_bytes(content)
