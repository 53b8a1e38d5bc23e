"""What commands change in the statements of a folder: read once, checked, and saved over nobody's work."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from components.cli.files import refused_by_the_system
from components.cli.output import refused
from components.cli.view import without_faults
from positions.editing.saving import Conflict, Reasons, save_statements
from positions.editing.statements import readable_rows
from positions.model.dossier import Dossier
from positions.reading.dossier import BUNDLED, STATEMENTS, dossier_folder, folder_files, read_files
from positions.reading.files import Files


def own_folder(name: str, dossier: Dossier) -> Path:
    """The folder of a dossier that its user may change; for a bundled one the command ends with 1."""
    folder = dossier_folder(name)
    if folder.resolve().is_relative_to(BUNDLED.resolve()):
        refused(
            f"'{dossier.id}' is a bundled dossier and stays as it is; copy its folder to record your own."
        )
    return folder


def read_once(folder: Path, dossier: Dossier) -> Files:
    """The files of the folder as they are at this moment.

    Where its statements cannot be written back as they are, the command ends with 1.
    """
    contents = {name: content() for name, content in folder_files(folder).items()}
    files: Files = {name: partial(bytes, content) for name, content in contents.items()}
    if not readable_rows(files, dossier):
        refused(f"The statements in '{folder}' are not comma-separated UTF-8; load it into a new one.")
    return files


def saved(folder: Path, files: Files, changed: Files, who: str, why: str | Reasons) -> Path | None:
    """The backup of the statements that stood in the folder; None where nothing had to be written.

    Faults in the changed files, another writer and the system end the command with 1; nothing is changed.
    """
    without_faults(lambda: read_files(changed))
    with refused_by_the_system(f"'{folder}' was not changed"):
        try:
            return save_statements(folder, files[STATEMENTS](), changed[STATEMENTS](), who, why)
        except Conflict as conflict:
            refused(f"Nothing is changed: {conflict} Run the command again.")
