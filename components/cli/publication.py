"""Folders that are published, and what may not be written into one.

A folder is published if it, or a folder in which it lies, holds a file named `.published`; the option
`--public` puts one there.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from components.cli.files import folder_made, write_file
from components.cli.output import refused
from positions.model.dossier import Dossier
from positions.text.handling import withheld_words

MARKER = ".published"
Public = Annotated[bool, typer.Option("--public", help="the folder is published: mark it so (.published)")]


def publishable(dossier: Dossier, folder: Path, *, public: bool = False) -> None:
    """Do nothing where files of a dossier may be written into a folder; else the command ends with 1.

    With `public` a folder into which they may be written is made and marked as published.
    """
    if not public and not published(folder):
        return
    if reason := withheld_words(dossier, today()):
        refused(f"Nothing was written: {reason}, and '{folder}' is a folder that is published.")
    if public:
        write_file(folder_made(folder) / MARKER, b"")


def published(folder: Path) -> bool:
    """Whether a folder is marked as published, or lies in one that is; it need not be there yet."""
    whole = folder.resolve()
    return any((one / MARKER).is_file() for one in (whole, *whole.parents))


def today() -> dt.date:
    """The day on which the command runs, which no file that is written bears."""
    return dt.datetime.now(dt.UTC).date()
