"""Files of a command: each is written whole or not at all, and what the system refuses is one sentence."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from components.cli.view import refused


def folder_made(folder: Path) -> Path:
    """The folder, made if it was not there; where it cannot be, the command ends with 1."""
    with _refused_by_the_system(f"'{folder}' cannot be a folder to write into"):
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def write_file(path: Path, content: bytes) -> Path:
    """The path, at which the content stands now; if it cannot be written, the command ends with 1.

    It is written under a passing name beside it and then renamed: whoever looks at any moment, while
    the disk fills up or another command writes the same file, finds the old file or the new one.
    """
    passing = path.with_name(f".{secrets.token_hex(8)}.part")
    with _refused_by_the_system(f"'{path}' was not written"):
        try:
            passing.write_bytes(content)
            passing.replace(path)
        finally:
            with suppress(OSError):
                passing.unlink(missing_ok=True)
    return path


@contextmanager
def _refused_by_the_system(what: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        refused(f"{what}: {reason[:1].lower()}{reason[1:]}.")
