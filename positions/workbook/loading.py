"""One file in, the files of a checked dossier out: a workbook, an archive of a folder, or exported JSON."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from pydantic import ValidationError

from positions.export.records import from_json
from positions.importing.cells import LeftOutCell
from positions.importing.mapping_file import located_mapping
from positions.importing.table import import_table
from positions.model.dossier import Dossier
from positions.model.errors import DossierError, Finding, Notice, Repair
from positions.model.statements import Statement
from positions.reading.bundle import bundle_files, zipped_workbook
from positions.reading.codings import CODINGS, load_codings
from positions.reading.dossier import DESCRIPTION, SOURCES, STATEMENTS, read_files
from positions.reading.files import Files, is_named
from positions.reading.source_lists import is_list_of_sources
from positions.reading.source_texts import TEXTS, copies_in
from positions.reading.spreadsheet import ZIP, is_workbook
from positions.reading.text_checks import text_notices
from positions.workbook.beside import (
    NamedFile,
    lists_and_texts,
    one_list,
    refuse_others,
    together,
    with_beside,
)
from positions.workbook.places import Places
from positions.workbook.reading import OpenedWorkbook, files_of_dossier, files_of_workbook
from positions.workbook.table_alone import is_table, table_alone

MAPPINGS = ("mapping.yaml", "mapping.yml")
_OF_A_DOSSIER = (DESCRIPTION, SOURCES, STATEMENTS)
_OF_A_MAPPING = re.compile(rb"^(shape|columns)[ \t]*:", re.MULTILINE)
_EXPECTED = (
    "a workbook (.xlsx), a ZIP archive of a dossier's folder, its three files together (dossier.yaml, "
    "sources.json, statements.csv), or JSON that was exported from one"
)


@dataclass(frozen=True)
class Loaded:
    """A checked dossier with its codings, the files that make it, and what was mended to read it.

    `left_out` are the cells of a table that make no statement; None for what is no table with a mapping.
    """

    dossier: Dossier
    codings: Mapping[str, tuple[Statement, ...]]
    files: Mapping[str, bytes]
    repairs: tuple[Repair, ...] = ()
    notices: tuple[Notice, ...] = ()
    left_out: tuple[LeftOutCell, ...] | None = None


def loaded_files(given: Sequence[NamedFile], answers: Mapping[str, str] = MappingProxyType({})) -> Loaded:
    """What one file holds, or those of a folder together, told by their content, each by its name.

    A file mapping.yaml, or under any other name than those of a dossier, says how the one table beside it is
    read. `answers` are readings that were chosen,
    by the key of their question. What had to be mended is written anew, so that the files answered need no
    mending again. Raises DossierError with every fault.
    """
    if mapping := _mapping_of(given):
        return _imported(mapping, [one for one in given if one is not mapping], answers)
    if len(given) == 1 and (inside := zipped_workbook(given[0][1], given[0][0])):
        given = inside
    opened = _opened_of(given, answers)
    try:
        reading = read_files(opened.files, answers, opened.before)
        files = {file: content() for file, content in opened.files.items()}
        codings = codings_of(files, reading.dossier)
    except DossierError as error:
        raise opened.places.told_by_row(error) from None
    told = opened.places.reading(reading)
    if told.repairs:
        texts = {file: raw for file, raw in files.items() if file.startswith(f"{TEXTS}/")}
        anew = files_of_dossier(reading.dossier, codings)
        files = {file: content() for file, content in anew.items()} | texts
        # Read once more, so that the version is that of the files that are kept.
        told = replace(told, dossier=read_files(anew).dossier)
    of_texts = text_notices(told.dossier, copies_in(told.dossier, files))
    return Loaded(told.dossier, codings, files, told.repairs, (*told.notices, *of_texts))


def _mapping_of(given: Sequence[NamedFile]) -> NamedFile | None:
    """The file that says how the table beside it is read: one so named, or the only YAML that says so."""
    if so_named := next((one for one in given if one[0].casefold() in MAPPINGS), None):
        return so_named
    described = [one for one in given if one[0].casefold().endswith((".yaml", ".yml"))]
    of_a_dossier = any(is_named(one[0], wanted) for one in given for wanted in _OF_A_DOSSIER)
    found = described[0] if len(described) == 1 < len(given) and not of_a_dossier else None
    return found if found and _OF_A_MAPPING.search(found[1]) else None


def _imported(mapping: NamedFile, others: Sequence[NamedFile], answers: Mapping[str, str]) -> Loaded:
    """The dossier that a table makes by the mapping given with it; what was left out is a notice."""
    lists = [one for one in others if is_list_of_sources(*one)] if len(others) > 1 else []
    tables = [one for one in others if one not in lists]
    if len(tables) != 1 or len(lists) > 1:
        expected = "one table, and at most one list of sources (RIS, BibTeX or CSL-JSON)"
        raise DossierError([Finding(mapping[0], None, "", f"{len(others)} files beside it", expected)])
    ((table, raw),) = tables
    known = located_mapping(mapping[1], mapping[0], next(iter(lists), None), answers)
    made = import_table(raw, known.mapping, table, answers)
    told = [Notice(table, None, "", f"{count:,} left out: {why}") for why, count in made.left_out.items()]
    told += [*made.notices, *known.notices(made.without_effect)]
    told += [Notice(table, 1, name, "not named in the mapping, so not read") for name in made.unused]
    return Loaded(
        made.dossier,
        {},
        made.files,
        (*known.located.repairs, *made.repairs),
        tuple(told),
        made.cells_left_out,
    )


def _opened_of(given: Sequence[NamedFile], answers: Mapping[str, str]) -> OpenedWorkbook:
    """One file that holds a whole dossier, with texts and sources beside it, or the files of a folder."""
    given = one_list(given)
    whole = [one for one in given if _is_whole(*one)]
    if not whole and len(given) > 1:
        return together(given)
    beside = lists_and_texts(given) if whole else []
    ((name, raw), *others) = [*whole, *(one for one in given if one not in (*whole, *beside))]
    refuse_others(others, given)
    opened = _opened(raw, name, answers, listed=any(is_list_of_sources(*one) for one in beside))
    return with_beside(opened, beside, name) if beside else opened


def _is_whole(name: str, raw: bytes) -> bool:
    return raw.startswith(ZIP) and not is_named(name, STATEMENTS)


def codings_of(files: Mapping[str, bytes], dossier: Dossier) -> dict[str, tuple[Statement, ...]]:
    """The codings among the files, by coder. Raises DossierError with every fault of every coding."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / CODINGS).mkdir()
        for name, content in files.items():
            if name.startswith(f"{CODINGS}/"):
                (Path(folder) / name).write_bytes(content)
        return load_codings(dossier, Path(folder))


def _opened(raw: bytes, name: str, answers: Mapping[str, str], *, listed: bool) -> OpenedWorkbook:
    if is_workbook(raw):
        return files_of_workbook(raw, name, answers, listed=listed)
    return OpenedWorkbook(_plain_files(raw, name), Places())


def _plain_files(raw: bytes, name: str) -> Files:
    if raw.startswith(ZIP):
        return bundle_files(raw, name)
    if is_table(name):
        raise DossierError([table_alone(raw, name)])
    try:
        return files_of_dossier(from_json(raw))
    except ValidationError:
        raise DossierError([Finding(name, None, "", "this content", _EXPECTED)]) from None
