"""Files of a command: each is written whole or not at all, and what the system refuses is one sentence."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from components.cli.output import refused, warn
from positions.reading.source_lists import LISTED, is_list_of_sources

_MOST_MB = 200
_MB = 1_000_000


def folder_made(folder: Path) -> Path:
    """The folder, made if it was not there; where it cannot be, the command ends with 1."""
    with refused_by_the_system(f"'{folder}' cannot be a folder to write into"):
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def write_file(path: Path, content: bytes) -> Path:
    """The path, at which the content stands now; if it cannot be written, the command ends with 1.

    It is written under a passing name beside it and then renamed: whoever looks at any moment, while
    the disk fills up or another command writes the same file, finds the old file or the new one.
    """
    passing = path.with_name(f".{secrets.token_hex(8)}.part")
    with refused_by_the_system(f"'{path}' was not written"):
        try:
            passing.write_bytes(content)
            passing.replace(path)
        finally:
            with suppress(OSError):
                passing.unlink(missing_ok=True)
    return path


def content_of(path: Path) -> bytes:
    """What the file holds; one that cannot be read or is too large ends the command with 1."""
    with refused_by_the_system(f"'{path}' cannot be read"), path.open("rb") as opened:
        raw = opened.read(_MOST_MB * _MB + 1)
    if len(raw) > _MOST_MB * _MB:
        refused(f"'{path}' is larger than {_MOST_MB:,} MB.")
    return raw


def listed_sources(path: Path) -> list[tuple[str, bytes]]:
    """A list of sources with its name; for any other file the command ends with 1."""
    raw = content_of(path)
    if not is_list_of_sources(path.name, raw):
        refused(f"'{path}' is not a list of sources in {LISTED}.")
    return [(path.name, raw)]


def new_path(path: Path) -> Path:
    """The path, at which nothing stands yet; else the command ends with 1, and nothing is overwritten."""
    with refused_by_the_system(f"'{path}' cannot be written"):
        if path.exists() and not (path.is_dir() and not any(path.iterdir())):
            refused(f"'{path}' is there already and is left as it is; choose another name.")
    return path


def write_folder(folder: Path, files: Mapping[str, bytes]) -> Path:
    """The new folder with all of these files; where it cannot be written, the command ends with 1.

    The files are written into a passing folder beside it, which is then renamed.
    """
    passing = new_path(folder).with_name(f".{secrets.token_hex(8)}.part")
    with refused_by_the_system(f"'{folder}' was not written"):
        try:
            for name, content in files.items():
                (passing / name).parent.mkdir(parents=True, exist_ok=True)
                (passing / name).write_bytes(content)
            folder.parent.mkdir(parents=True, exist_ok=True)
            if folder.is_dir():
                folder.rmdir()
            passing.replace(folder)
        finally:
            shutil.rmtree(passing, ignore_errors=True)
    return folder


@contextmanager
def refused_by_the_system(what: str) -> Iterator[None]:
    """What the system refuses meanwhile ends the command with 1 and one sentence that begins with `what`."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        refused(f"{what}: {reason[:1].lower()}{reason[1:]}.")


def say_finished(folder: Path) -> None:
    """End a save into a folder that was cut short and say what was done; nothing where none was."""
    # Imported late: only who changes a folder needs it.
    from positions.editing.saving import finish_save  # noqa: PLC0415

    with refused_by_the_system(f"'{folder}' was not changed"):
        if told := finish_save(folder):
            warn(told)
