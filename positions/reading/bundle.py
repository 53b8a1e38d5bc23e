"""A dossier that came as one file in, its files by name out; nothing is unpacked but what is read."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePosixPath

from positions.model.errors import DossierError, Finding
from positions.reading.codings import CODINGS
from positions.reading.dossier import DESCRIPTION
from positions.reading.files import Files, is_named
from positions.reading.located import largest
from positions.reading.source_lists import CSL_JSON, LISTS, is_list_of_sources
from positions.reading.source_texts import TEXTS
from positions.reading.spreadsheet import ZIP, is_workbook

MOST_FILES = 10_000
MOST_UNPACKED_MB = 1_000
_MB = 1_000_000
_FOLDERS = (CODINGS, TEXTS)
_OF_SYSTEMS = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)
_CONTENT = "a zip of a folder with a dossier"


def bundle_files(raw: bytes, name: str) -> Files:
    """How to read each file of the dossier in an uploaded file of that name, as `read_files` takes them.

    The files of `texts/` and `codings/` have their folder in their name. Raises DossierError, with one
    finding, for a file of no kind that is known here, and for one that must not be opened; a file inside
    that is damaged or too large raises when it is read.
    """
    for is_kind, files in KINDS:
        if is_kind(raw):
            return files(raw, name)
    raise _fault(name, "this content", _CONTENT)


def _is_zip(raw: bytes) -> bool:
    return raw.startswith(ZIP) and not is_workbook(raw)


def _zip_files(raw: bytes, name: str) -> Files:
    """The files of a zipped folder, wherever in the zip the folder stands."""
    parts = _sound_parts(raw, name)
    root = _root([_path(part) for part in parts if not part.is_dir()], name)
    found: dict[str, Callable[[], bytes]] = {}
    for part in parts:
        path = _path(part)
        if not part.is_dir() and path.is_relative_to(root) and _belongs(path.relative_to(root)):
            inside = str(path.relative_to(root))
            found[inside] = partial(_unpacked, raw, part, inside)
    return found


def zipped_workbook(raw: bytes, name: str) -> list[tuple[str, bytes]]:
    """A workbook in a zip with the lists of sources and texts beside it; none where a zip has no such one.

    Raises DossierError as `bundle_files` does.
    """
    if not _is_zip(raw):
        return []
    parts = {_path(part): part for part in _sound_parts(raw, name) if not part.is_dir()}
    books = [path for path in parts if path.suffix.casefold() == ".xlsx"]
    if len(books) != 1 or any(is_named(path.name, DESCRIPTION) for path in parts):
        return []
    found = [(path.name, _unpacked(raw, parts[path], path.name)) for path in parts if _is_beside(path)]
    beside = [one for one in found if one[0].casefold().endswith(".txt") or is_list_of_sources(*one)]
    return [(books[0].name, _unpacked(raw, parts[books[0]], books[0].name)), *beside]


def _is_beside(path: PurePosixPath) -> bool:
    """Whether a file beside a workbook may be a text or a list of sources."""
    return path.suffix.casefold() in (*LISTS, CSL_JSON, ".txt")


def _sound_parts(raw: bytes, name: str) -> list[zipfile.ZipInfo]:
    """What is in a zip, but for what systems put there. Raises DossierError if it must not be opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = [part for part in archive.infolist() if not _is_of_a_system(part)]
    except _DAMAGED:
        raise _fault(name, "a damaged zip", "one that can be unpacked; zip the folder again") from None
    fault = next(_faults(parts), None)
    if fault:
        raise _fault(name, *fault)
    return parts


# Kinds of one file that hold a dossier, each with what knows it by its content.
KINDS: tuple[tuple[Callable[[bytes], bool], Callable[[bytes, str], Files]], ...] = ((_is_zip, _zip_files),)


def _is_of_a_system(part: zipfile.ZipInfo) -> bool:
    """Whether a system put it beside the files of the user."""
    return any(name in _OF_SYSTEMS for name in _path(part).parts)


def _path(part: zipfile.ZipInfo) -> PurePosixPath:
    return PurePosixPath(part.filename.replace("\\", "/"))


def _faults(parts: list[zipfile.ZipInfo]) -> Iterator[tuple[str, str]]:
    """Why a zip must not be opened: what was found, and what was expected."""
    if len(parts) > MOST_FILES:
        yield f"{len(parts):,} files", f"at most {MOST_FILES:,} files in a zip"
    unpacked = sum(part.file_size for part in parts)
    if unpacked > MOST_UNPACKED_MB * _MB:
        yield f"{unpacked / _MB:,.0f} MB when unpacked", f"at most {MOST_UNPACKED_MB:,} MB"
    seen: set[PurePosixPath] = set()
    for part in parts:
        path = _path(part)
        if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
            yield part.filename, "a path inside the zip"
        if stat.S_ISLNK(part.external_attr >> 16):
            yield f"a link named {path}", "a file; zip the folder with the files themselves"
        if part.flag_bits & 1:
            yield "a zip with a password", "a zip without one"
        if path.suffix.lower() == ".zip":
            yield f"a zip in the zip, {path}", _CONTENT
        if path in seen:
            yield f"two files named {path}", "files of different names"
        seen.add(path)


def _root(paths: list[PurePosixPath], name: str) -> PurePosixPath:
    """The one folder of the zip in which a dossier is described."""
    found = [path.parent for path in paths if is_named(path.name, DESCRIPTION)]
    roots = sorted(set(found))
    if not roots:
        raise _fault(name, None, f"{_CONTENT}; there is no {DESCRIPTION} in it")
    if len(roots) > 1:
        raise _fault(name, f"{DESCRIPTION} in {' and in '.join(map(str, roots))}", "a zip of one dossier")
    return roots[0]


def _belongs(inside: PurePosixPath) -> bool:
    """Whether a file stands where files of a dossier do."""
    return len(inside.parts) == 1 or (len(inside.parts) == 2 and inside.parts[0] in _FOLDERS)


def _unpacked(raw: bytes, part: zipfile.ZipInfo, inside: str) -> bytes:
    """The bytes of one file; never more than the zip says, which was counted before."""
    most = largest(inside)
    if part.file_size > most * _MB:
        raise _fault(inside, f"{part.file_size / _MB:,.1f} MB", f"a file of at most {most:,} MB")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return archive.read(part)
    except _DAMAGED:
        raise _fault(inside, "a damaged file", "one that can be unpacked; zip the folder again") from None


def _fault(file: str, found: str | None, expected: str) -> DossierError:
    return DossierError([Finding(file, None, "", found, expected)])
