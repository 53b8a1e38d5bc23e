"""`positions new`, `workbook`, `load`: a case of one's own, as a folder and as a workbook."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from components.cli.files import content_of, folder_made, listed_sources, new_path, write_file, write_folder
from components.cli.output import refused, say, wrong_usage
from components.cli.publication import publishable
from components.cli.view import (
    ANSWER_DAYS,
    DayOrder,
    DossierName,
    Folder,
    NewFile,
    answered,
    checked_id,
    loaded,
    say_mended,
    without_faults,
)
from positions.libraries import missing_words
from positions.reading.codings import load_codings
from positions.reading.dossier import bundled_dossiers, dossier_files, dossier_folder
from positions.reading.source_texts import TEXTS
from positions.start.case import new_case, new_workbook
from positions.workbook.loading import Loaded, loaded_files
from positions.workbook.writing import NEEDS, workbook_of

Case = Annotated[str, typer.Argument(metavar="ID", help="id of the case: letters, digits, - and _")]
OnlyFolder = Annotated[bool, typer.Option("--folder", help="the folder alone")]
OnlyWorkbook = Annotated[bool, typer.Option("--workbook", help="the workbook alone")]
Given = Annotated[
    Path, typer.Argument(metavar="FILE", help="workbook, folder, ZIP of a folder, or exported JSON")
]
Sources = Annotated[
    Path | None,
    typer.Option(
        "--sources", help="list of sources beside it: RIS (.ris), BibTeX (.bib) or CSL-JSON (.json)"
    ),
]
NewFolder = Annotated[Path, typer.Argument(metavar="FOLDER", help="folder to write; must not be there yet")]


def new(
    case: Case, folder: OnlyFolder = False, workbook: OnlyWorkbook = False, output: Folder = Path()
) -> None:
    """Begin a case: a folder ID and a workbook ID.xlsx with an invented example to be replaced.

    Both validate as they are; fill in the one that suits you. Nothing is overwritten: exit code 1 where
    one of the two is there already, and nothing is written then.
    """
    _own_id(case)
    both = folder == workbook
    if workbook or both:
        needs_writer()
    place = folder_made(output)
    made_folder, made_book = new_path(place / case), new_path(place / f"{case}.xlsx")
    if folder or both:
        write_folder(made_folder, {name: content() for name, content in new_case(case).items()})
        say(f"{made_folder}: edit its files, then `positions validate {made_folder}`")
    if workbook or both:
        write_file(made_book, new_workbook(case))
        say(f"{made_book}: fill it in, then `positions load {made_book} FOLDER`")
    say("A table that is there already: `positions import table --example` prints one with its mapping")


def workbook(dossier: DossierName, output: NewFile) -> None:
    """Write a dossier with its codings as one workbook, which `positions load` reads back."""
    needs_writer()
    checked = loaded(dossier)
    publishable(checked, output.parent)
    codings = without_faults(lambda: load_codings(checked, dossier_folder(dossier)))
    say(str(write_file(new_path(output), without_faults(lambda: workbook_of(checked, codings)))))


def load(file: Given, folder: NewFolder, days: DayOrder = None, sources: Sources = None) -> None:
    """Check a workbook, a folder, an archive or exported JSON and write it as the folder of a dossier.

    What is asked about days is answered for all tables at once with --days, and each day that was read so
    is told. Exit code 1: there are faults, all of which are told, or the folder is there already; nothing is
    written then.
    """
    new_path(folder)
    given = [*_contents(file), *(listed_sources(sources) if sources else ())]
    found: Loaded = without_faults(answered(partial(loaded_files, given), days), ANSWER_DAYS)
    say_mended(found.repairs, found.notices)
    publishable(found.dossier, folder.parent)
    write_folder(folder, found.files)
    say(f"{folder}: no fault found; `positions serve {folder}` shows it")


def _contents(file: Path) -> list[tuple[str, bytes]]:
    """What was named: a file, or those of a dossier in a folder with its texts, each by its name."""
    if not file.is_dir():
        return [(file.name, content_of(file))]
    found = [*dossier_files(file), *sorted((file / TEXTS).glob("*.txt"))]
    return [(path.relative_to(file).as_posix(), content_of(path)) for path in found]


def needs_writer() -> None:
    """Do nothing where workbooks can be written; else the command ends with 1 and what to install."""
    if lacking := missing_words("The workbook", NEEDS):
        refused(lacking)


def _own_id(case: str) -> None:
    checked_id(case)
    if case in bundled_dossiers():
        wrong_usage(f"'{case}' is the id of a bundled dossier; choose another one.")
