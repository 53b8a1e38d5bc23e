"""The small dossier, which is the bundled fictional case for training, for tests that need a whole one."""

from __future__ import annotations

import itertools
import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from positions.model.dossier import Dossier
from positions.reading.dossier import BUNDLED, DESCRIPTION, SOURCES, STATEMENTS, load_dossier

# Tests that run side by side get a terminal of 80 columns; what is printed must not depend on it.
os.environ.pop("COLUMNS", None)
os.environ.pop("LINES", None)
SMALL = BUNDLED / "training-strait"
Replacements = Sequence[tuple[str, str]]
Changed = Callable[..., Path]


@pytest.fixture(scope="session")
def small_folder() -> Path:
    """The folder of the small dossier; read it, and change only what `changed` copies."""
    return SMALL


@pytest.fixture(scope="session")
def small(small_folder: Path) -> Dossier:
    """The small dossier, loaded."""
    return load_dossier(small_folder)


@pytest.fixture
def changed(tmp_path: Path) -> Changed:
    """A function that copies the small dossier and replaces text in it; it says where the copy is.

    `changed(statements=[("2031-05-09", "2031-05-99")])`; the names are dossier, sources,
    statements and coding, which is that of coder a. Each text to replace must stand in its file
    exactly once.
    """
    numbers = itertools.count(1)

    def change(
        *,
        dossier: Replacements = (),
        sources: Replacements = (),
        statements: Replacements = (),
        coding: Replacements = (),
    ) -> Path:
        copy = tmp_path / f"changed-{next(numbers)}"
        shutil.copytree(SMALL, copy)
        edits = {DESCRIPTION: dossier, SOURCES: sources, STATEMENTS: statements, "codings/a.csv": coding}
        for name, replacements in edits.items():
            _replace(copy / name, replacements)
        return copy

    return change


@pytest.fixture
def coded_once(changed: Changed) -> Path:
    """The folder of a copy of the small dossier without the second coding."""
    folder = changed()
    (folder / "codings" / "b.csv").unlink()
    return folder


def _replace(path: Path, replacements: Replacements) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in replacements:
        if text.count(old) != 1:
            raise ValueError(f"{old!r} stands {text.count(old)} times in {path.name}, not once")
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8", newline="")
