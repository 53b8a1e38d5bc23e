"""One file in, the files of a checked dossier out: a workbook, an archive of a folder, or exported JSON."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from positions.export.records import from_json
from positions.model.dossier import Dossier
from positions.model.errors import DossierError, Finding, Notice, Repair
from positions.model.statements import Statement
from positions.reading.archive import files_of_archive
from positions.reading.codings import CODINGS, load_codings
from positions.reading.dossier import read_files
from positions.reading.files import Files
from positions.reading.spreadsheet import ZIP, is_workbook
from positions.workbook.places import Places
from positions.workbook.reading import OpenedWorkbook, files_of_dossier, files_of_workbook

_EXPECTED = "a workbook (.xlsx), a ZIP archive of a dossier's folder, or JSON that was exported from one"


@dataclass(frozen=True)
class Loaded:
    """A checked dossier with its codings, the files that make it, and what was mended to read it."""

    dossier: Dossier
    codings: Mapping[str, tuple[Statement, ...]]
    files: Mapping[str, bytes]
    repairs: tuple[Repair, ...] = ()
    notices: tuple[Notice, ...] = ()


def loaded_file(raw: bytes, name: str) -> Loaded:
    """What a file of that name holds, told by its content. Raises DossierError with every fault."""
    opened = _opened(raw, name)
    try:
        reading = read_files(opened.files)
        files = {file: content() for file, content in opened.files.items()}
        codings = codings_of(files, reading.dossier)
    except DossierError as error:
        raise opened.places.told_by_row(error) from None
    told = opened.places.reading(reading)
    return Loaded(told.dossier, codings, files, told.repairs, told.notices)


def codings_of(files: Mapping[str, bytes], dossier: Dossier) -> dict[str, tuple[Statement, ...]]:
    """The codings among the files, by coder. Raises DossierError with every fault of every coding."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / CODINGS).mkdir()
        for name, content in files.items():
            if name.startswith(f"{CODINGS}/"):
                (Path(folder) / name).write_bytes(content)
        return load_codings(dossier, Path(folder))


def _opened(raw: bytes, name: str) -> OpenedWorkbook:
    if is_workbook(raw):
        return files_of_workbook(raw, name)
    return OpenedWorkbook(_plain_files(raw, name), Places())


def _plain_files(raw: bytes, name: str) -> Files:
    if raw.startswith(ZIP):
        return files_of_archive(raw, name)
    try:
        return files_of_dossier(from_json(raw))
    except ValidationError:
        raise DossierError([Finding(name, None, "", "this content", _EXPECTED)]) from None
