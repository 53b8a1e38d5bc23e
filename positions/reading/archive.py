"""A ZIP archive of a dossier's folder in, its files out; nothing is unpacked to a disk."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from functools import partial
from pathlib import PurePosixPath

from positions.model.errors import DossierError, Finding
from positions.reading.codings import CODINGS
from positions.reading.dossier import DESCRIPTION, SOURCES, STATEMENTS
from positions.reading.files import Files

MOST_UNPACKED_MB = 200
_MB = 1_000_000
TEXTS = "texts"
_THREE = (DESCRIPTION, SOURCES, STATEMENTS)
_BELOW = re.compile(rf"(?:{CODINGS}/[^/]+\.csv|{TEXTS}/[^/]+\.txt)")


def files_of_archive(raw: bytes, name: str) -> Files:
    """The files of the dossier in an archive of that file name: three, codings and texts.

    They may stand in a folder of the archive; other files are left alone, and one of the three that is
    missing raises when it is read. Raises DossierError, with
    one finding, for what is no archive, is damaged or too large, is locked or holds no dossier.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            folder = _folder(archive, name)
            unpacked = {file: archive.read(path) for file, path in _wanted(archive, folder).items()}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError):
        raise _fault(name, "a damaged archive", "a ZIP archive that can be opened") from None
    except RuntimeError:  # so zipfile calls a password
        raise _fault(name, "an archive with a password", "an archive without one") from None
    missing = {file: partial(_missing, file) for file in _THREE}
    return missing | {file: partial(bytes, content) for file, content in unpacked.items()}


def _folder(archive: zipfile.ZipFile, name: str) -> PurePosixPath:
    """The folder of the archive, nearest to its top, in which a dossier stands."""
    unpacked = sum(part.file_size for part in archive.infolist())
    if unpacked > MOST_UNPACKED_MB * _MB:
        found = f"{unpacked / _MB:,.0f} MB when unpacked"
        raise _fault(name, found, f"an archive of at most {MOST_UNPACKED_MB:,} MB")
    paths = [PurePosixPath(path) for path in archive.namelist()]
    folders = [path.parent for path in paths if path.name == DESCRIPTION]
    if not folders:
        raise _fault(name, f"an archive without {DESCRIPTION}", f"one with {', '.join(_THREE)}")
    return min(folders, key=lambda path: (len(path.parts), str(path)))


def _wanted(archive: zipfile.ZipFile, folder: PurePosixPath) -> dict[str, str]:
    """Where each file of the dossier stands in the archive; names that lead elsewhere are none of them."""
    wanted: dict[str, str] = {}
    for path in archive.namelist():
        if PurePosixPath(path).is_relative_to(folder) and not path.endswith("/"):
            file = PurePosixPath(path).relative_to(folder).as_posix()
            if file in _THREE or _BELOW.fullmatch(file):
                wanted.setdefault(file, path)
    return wanted


def _missing(file: str) -> bytes:
    raise _fault(file, None, "a file beside the others of its dossier")


def _fault(file: str, found: str | None, expected: str) -> DossierError:
    return DossierError([Finding(file, None, "", found, expected)])
