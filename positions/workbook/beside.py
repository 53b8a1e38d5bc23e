"""The files that were given together: what holds a dossier, and texts and a list of sources beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import PurePath

from positions.model.errors import DossierError, Finding, Notice
from positions.reading.dossier import DESCRIPTION, SOURCES, STATEMENTS, Beforehand
from positions.reading.files import Files, is_named
from positions.reading.source_lists import LISTED, is_empty_list, is_list_of_sources
from positions.reading.source_texts import TEXTS
from positions.reading.spreadsheet import ZIP
from positions.workbook.places import Places
from positions.workbook.reading import OpenedWorkbook
from positions.workbook.table_alone import OWN_TABLE, is_table

NamedFile = tuple[str, bytes]


def one_list(given: Sequence[NamedFile]) -> list[NamedFile]:
    """The files with at most one list of sources: an empty one gives way to another.

    Raises DossierError for several, which would take each other's place.
    """
    lists = [one for one in given if is_list_of_sources(*one)]
    filled = [one for one in lists if not is_empty_list(one[1])] or lists[:1]
    if len(filled) > 1:
        names = " and ".join(sorted(name for name, _ in filled))
        raise DossierError(
            [Finding(filled[0][0], None, "", names, "one list of sources; take the others away")]
        )
    return [one for one in given if one not in lists or one in filled]


def lists_and_texts(given: Sequence[NamedFile]) -> list[NamedFile]:
    """Those of the files that stand beside what holds a dossier."""
    return [one for one in given if one[0].casefold().endswith(".txt") or is_list_of_sources(*one)]


def together(given: Sequence[NamedFile]) -> OpenedWorkbook:
    """Files that were chosen together; other texts are sources, other lists of references list them.

    A file that is none of a dossier's is a notice.
    """
    placed = {_placed(*one): one for one in given}
    names = {file: name for file, (name, _) in placed.items() if file != name and is_named(file, SOURCES)}
    files: Files = {file: partial(bytes, raw) for file, (_, raw) in placed.items()}
    notices = tuple(Notice(name, None, "", _unread(name)) for name in files if not _belongs(name))
    return OpenedWorkbook(files, Places(given=names), Beforehand(notices=notices))


def with_beside(opened: OpenedWorkbook, beside: Sequence[NamedFile], name: str) -> OpenedWorkbook:
    """The same with files that came beside it; a list of sources takes the place of an empty one.

    Raises DossierError where the dossier has sources already.
    """
    added = together(beside)
    held = [one for one in opened.files if is_named(one, SOURCES)]
    if not any(is_named(one, SOURCES) for one in added.files):
        return replace(opened, files={**opened.files, **added.files})
    if not all(is_empty_list(opened.files[one]()) for one in held):
        names = " and ".join((name, *(one for one, _ in beside)))
        expected = "one list of sources; empty the sheet or file of sources, or take the list away"
        raise DossierError([Finding(name, None, "", names, expected)])
    files = {file: content for file, content in opened.files.items() if file not in held}
    lines = {file: lines for file, lines in opened.places.lines.items() if file not in held}
    places = replace(opened.places, lines=lines, given=added.places.given)
    return replace(opened, files={**files, **added.files}, places=places)


def refuse_others(others: Sequence[NamedFile], given: Sequence[NamedFile]) -> None:
    """Do nothing for no others beside what holds a dossier; else raise DossierError with what may be."""
    unread = [one for one in others if not one[1].startswith(ZIP)]
    if unread:
        expected = f"a text (.txt), or a list of sources in {LISTED}, for it lies beside a workbook or ZIP"
        raise DossierError([Finding(unread[0][0], None, "", "this content", expected)])
    if others:
        names = " and ".join(sorted(name for name, _ in given))
        expected = "one workbook or ZIP at a time; take the others away"
        raise DossierError([Finding(given[0][0], None, "", names, expected)])


def _belongs(file: str) -> bool:
    """Whether a file of that name is read with a dossier."""
    return "/" in file or any(is_named(file, wanted) for wanted in (DESCRIPTION, SOURCES, STATEMENTS))


def _unread(file: str) -> str:
    """Why a file is not read, and of a table how it can be."""
    return f"none of the files of a dossier, so not read{f'; {OWN_TABLE}' if is_table(file) else ''}"


def _placed(name: str, raw: bytes) -> str:
    """The name of a file among those of a dossier; one with a folder in its name stays where it is."""
    if "/" in name or is_named(name, SOURCES):
        return name
    if name.casefold().endswith(".txt"):
        return f"{TEXTS}/{name}"
    return f"sources{PurePath(name).suffix.lower()}" if is_list_of_sources(name, raw) else name
