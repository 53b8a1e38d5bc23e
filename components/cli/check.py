"""`positions check`: what was changed since a report was made: the file, the data, the program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from components.cli.files import content_of
from components.cli.output import refused, say
from components.cli.view import opened_place, without_faults
from positions.analysis.data_change import DataChange, print_changes
from positions.export.manifest import SUFFIX, MadeFile, Manifest, of_file, program_version, read_manifest
from positions.model.dossier import Dossier
from positions.model.errors import UnknownDossier
from positions.reading.dossier import load_dossier
from positions.tables import Tables
from positions.text.data_changes import change_title
from positions.text.wording import count_words

Report = Annotated[Path, typer.Argument(metavar="FILE", help="a report that has its manifest beside it")]
Data = Annotated[
    str | None,
    typer.Option(
        "--dossier",
        help="the dossier as it is now, by id or folder; else the bundled one of its id, or the folder of "
        "that name where the command runs",
    ),
]


def check(file: Report, dossier: Data = None) -> None:
    """Tell what was changed since a report was made: the file itself, the data, or the program.

    Exit code 1: something was changed or could not be compared, or no manifest beside the file names it.
    """
    content = content_of(file)
    found = of_file(_manifests(file.parent), file.name, content)
    if found is None:
        refused(f"No manifest (*.{SUFFIX}) beside '{file}' names it.")
    manifest, made = found
    same = [_same_file(file, content, made), _same_data(manifest, dossier), _same_program(made)]
    say(f"View: {made.address}")
    if manifest.handling:
        say(f"Handling: {manifest.handling}")
    if not all(same):
        raise typer.Exit(1)


def manifest_at(path: Path) -> Manifest | None:
    """The manifest in a file; None where there is no such file, or it is something else."""
    return read_manifest(content_of(path)) if path.is_file() else None


def _manifests(folder: Path) -> Iterator[Manifest]:
    """The manifests of a folder in the order of their names."""
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        if manifest := read_manifest(content_of(path)):
            yield manifest


def _same_file(file: Path, content: bytes, made: MadeFile) -> bool:
    """Tell whether the file is as it was made, and under which name; answer whether its bytes are."""
    renamed = f"; it was made as {made.name}" if made.name != file.name else ""
    same = made.fits(content)
    say(f"File: {'unchanged' if same else 'changed since it was made'}{renamed}.")
    return same


def _same_program(made: MadeFile) -> bool:
    """Tell of another version of the program; answer whether it is the same."""
    same = made.made_with == program_version()
    if not same:
        say(f"Program: made with version {made.made_with}; this is {program_version()}.")
    return same


def _same_data(manifest: Manifest, named: str | None) -> bool:
    """Tell what differs in the data since then; answer whether nothing does."""
    name = named or manifest.dossier
    now = _dossier(name)
    if now is None:
        say(f"Data: not compared; name the folder of {manifest.dossier} with --dossier.")
    elif now.id != manifest.dossier:
        say(f"Data: not compared; the report is of {manifest.dossier}, and this is {now.id}.")
    elif now.data_version == manifest.data_version:
        say(f"Data: unchanged, version {now.data_version}, compared with {opened_place(name)}.")
        return True
    else:
        _say_changes(manifest, now, opened_place(name))
    return False


def _dossier(name: str) -> Dossier | None:
    """The dossier as it is now; None where there is none of that id or folder."""

    def read() -> Dossier | None:
        try:
            return load_dossier(name)
        except UnknownDossier:
            return None

    return without_faults(read)


def _say_changes(manifest: Manifest, now: Dossier, place: str) -> None:
    """Tell statement by statement what is new, corrected or left out; nothing more of what is left out."""
    found, tables = print_changes(manifest.statements, now), Tables(now, Path())
    kinds = {"new": found.new, "corrected": found.corrected}
    counts = [(words, len(statements)) for words, statements in kinds.items()]
    counts += [("left out", len(found.left_out))]
    told = ", ".join(f"{count_words(count, 'statement')} {words}" for words, count in counts if count)
    versions = f"from version {manifest.data_version} to {now.data_version}, which is that of {place}"
    say(f"Data: changed, {versions}: {told or 'in no statement, but in what else the files hold'}.")
    for words, statements in kinds.items():
        for one in statements:
            title = change_title(DataChange(words, one), tables).partition(": ")[2]
            say(f"  {words}: {title} ({one.id})")
    for name in found.left_out:
        say(f"  left out: {name}")
