"""A folder as a save leaves it that was cut short between two of its files."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from positions.editing import transaction
from positions.editing.saving import save_files
from positions.editing.statements import with_changes
from positions.reading.dossier import STATEMENTS, folder_files


def cut_short(folder: Path, statement: str, note: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Save another note of a statement and end the process when all is written and nothing in its place."""
    files = folder_files(folder)
    old = files[STATEMENTS]()
    new = with_changes(files, statement, {"note": note})[STATEMENTS]()
    with monkeypatch.context() as patched:
        patched.setattr(transaction, "_place", lambda *_: sys.exit(1))
        with pytest.raises(SystemExit):
            save_files(folder, {STATEMENTS: old}, {STATEMENTS: new}, "AB", [])
    assert (folder / STATEMENTS).read_bytes() == old
