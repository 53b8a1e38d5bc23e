"""A folder in, a checked dossier out; the only module that opens dossier files.

Every fault of every file is collected and raised at once: nothing loads half.
"""

from __future__ import annotations

import codecs
import gc
import hashlib
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

from positions.integrity import integrity_findings
from positions.integrity.draft import Draft
from positions.model.dossier import Description, Dossier
from positions.model.errors import DossierError, Finding, Repair, UnknownDossier
from positions.model.sources import Source
from positions.model.statements import OPTIONAL_COLUMNS, STATEMENT_COLUMNS, Statement
from positions.reading.codings import CODINGS, coding_files
from positions.reading.csv_text import located_rows
from positions.reading.json_text import located_json_list
from positions.reading.located import Located, raw_bytes, text_of
from positions.reading.mending import Mending, mended_rows
from positions.reading.records import checked_record, checked_records
from positions.reading.yaml_text import located_yaml

BUNDLED = Path(__file__).parents[1] / "dossiers"
OPENED = "POSITIONS_DOSSIER"  # the variable that names the dossier, by id or folder, that the app opens first
TRAINING = "training-"  # begins the id of a fictional case, which is never the first of those offered
DESCRIPTION, SOURCES, STATEMENTS = "dossier.yaml", "sources.json", "statements.csv"
ReadT = TypeVar("ReadT")
Files = Mapping[str, Callable[[], bytes]]


@cache
def bundled_dossiers() -> tuple[str, ...]:
    """Ids of the dossiers that come with the package, in alphabetical order, cases for training last."""
    found = (path.parent.name for path in BUNDLED.glob(f"*/{DESCRIPTION}"))
    return tuple(sorted(found, key=lambda name: (name.startswith(TRAINING), name)))


def dossier_folder(name: str | Path) -> Path:
    """The folder of a bundled dossier's id or of a path. Raises UnknownDossier for neither."""
    if str(name) in bundled_dossiers():
        return BUNDLED / str(name)
    folder = _folder_at(name)
    if folder:
        return folder
    known = ", ".join(bundled_dossiers()) or "none"
    raise UnknownDossier(f"'{name}' is neither a folder nor one of the bundled dossiers: {known}")


@dataclass(frozen=True)
class Reading:
    """A checked dossier, and what was mended to read it."""

    dossier: Dossier
    repairs: tuple[Repair, ...] = ()


def load_dossier(name: str | Path) -> Dossier:
    """The dossier with that id or in that folder, statements in the order of the file.

    Raises DossierError with every fault, and UnknownDossier when there is no such place.
    """
    return read_dossier(name).dossier


def read_dossier(name: str | Path) -> Reading:
    """The same together with what was mended to read it."""
    return read_files(folder_files(dossier_folder(name)))


def folder_files(folder: Path) -> Files:
    """How to read each file of a dossier in that folder, by its name; a missing one raises when read."""
    paths = {name: folder / name for name in (DESCRIPTION, SOURCES, STATEMENTS)}
    paths |= {f"{CODINGS}/{path.name}": path for path in coding_files(folder)}
    return {name: partial(raw_bytes, path) for name, path in paths.items()}


def read_files(files: Files, answers: Mapping[str, str] | None = None) -> Reading:
    """The dossier that the files make, with answers to questions by their keys.

    Raises DossierError with every fault, every repair and every question that is open.
    """
    version = hashlib.sha256()
    with _uncollected():
        draft, findings, mending = _read(files, version, answers or {})
        findings = mending.without_asked([*findings, *integrity_findings(draft)])
    repairs = mending.repairs
    if findings or mending.questions or draft.description is None:
        raise DossierError(findings, repairs, mending.questions)
    dossier = Dossier(
        **{field: getattr(draft.description, field) for field in Description.model_fields},
        sources=tuple(draft.sources.values()),
        statements=tuple(draft.statements.values()),
        data_version=_with_codings(version, files).hexdigest()[:8],
    )
    return Reading(dossier, repairs)


@contextmanager
def _uncollected() -> Iterator[None]:
    """A while without garbage collection, which would look at every record again and find none to drop."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _folder_at(name: str | Path) -> Path | None:
    if not str(name).strip():  # Path("") would be the folder in which the program happens to run
        return None
    try:
        folder = Path(name).expanduser()
        return folder if folder.is_dir() else None
    except (OSError, RuntimeError, ValueError):  # a name too long, "~" with an unknown user, or a NUL in it
        return None


def _read(
    files: Files, version: hashlib._Hash, answers: Mapping[str, str]
) -> tuple[Draft, list[Finding], Mending]:
    """The draft of what stands in the three files, its faults, what was mended; files join the version."""
    findings: list[Finding] = []

    def text(name: str) -> str:
        """Read once, so that what is loaded and its version are of one moment."""
        content = text_of(files[name](), Path(name))
        version.update(content.replace("\r\n", "\n").encode())
        return content

    described = _attempt(lambda: located_yaml(text(DESCRIPTION), DESCRIPTION), findings)
    listed = _attempt(lambda: located_json_list(text(SOURCES), SOURCES), findings)
    rows = _attempt(
        lambda: located_rows(text(STATEMENTS), STATEMENTS, STATEMENT_COLUMNS, OPTIONAL_COLUMNS),
        findings,
    )
    draft = _drafted(described, listed, rows, findings)
    mending = Mending(draft.rows)
    if rows:
        mending = mended_rows(rows, draft.description, draft.sources.values(), answers)
        draft.rows = mending.rows
        draft.statements, faults = checked_records(mending.rows, Statement)
        findings += faults
    return draft, findings, mending


def _drafted(
    described: Located | None, listed: Located | None, rows: Located | None, findings: list[Finding]
) -> Draft:
    """The description and the sound sources; what is wrong with the others joins the findings."""
    draft = Draft(
        described=described or Located(DESCRIPTION, {}),
        listed=listed or Located(SOURCES, None),
        rows=rows or Located(STATEMENTS, None),
        description=None,
    )
    if described:
        draft.description, faults = checked_record(described, Description)
        findings += faults
    if listed:
        draft.sources, faults = checked_records(listed, Source)
        findings += faults
    return draft


def _attempt(read: Callable[[], ReadT], findings: list[Finding]) -> ReadT | None:
    try:
        return read()
    except DossierError as error:
        findings += error.findings
        return None


def _with_codings(version: hashlib._Hash, files: Files) -> hashlib._Hash:
    """The version with every coding in it, sound or not, line ends and byte-order marks aside."""
    for name in sorted(name for name in files if name.startswith(f"{CODINGS}/")):
        version.update(os.fsencode(name.removeprefix(f"{CODINGS}/")))
        with suppress(DossierError):  # one that cannot be read is told where codings are compared
            version.update(files[name]().removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n"))
    return version
