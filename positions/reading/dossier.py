"""A folder in, a checked dossier out; the only module that opens dossier files.

Every fault of every file is collected and raised at once: nothing loads half.
"""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from positions.integrity import integrity_findings
from positions.integrity.draft import Draft
from positions.model.dossier import Description, Dossier
from positions.model.errors import DossierError, Finding, UnknownDossier
from positions.model.sources import Source
from positions.model.statements import OPTIONAL_COLUMNS, STATEMENT_COLUMNS, Statement
from positions.reading.csv_text import located_rows
from positions.reading.json_text import located_json_list
from positions.reading.located import Located, decoded
from positions.reading.records import checked_record, checked_records
from positions.reading.yaml_text import located_yaml

BUNDLED = Path(__file__).parents[1] / "dossiers"
TRAINING = "training-"  # begins the id of a fictional case, which is never the first of those offered
DESCRIPTION, SOURCES, STATEMENTS = "dossier.yaml", "sources.json", "statements.csv"
ReadT = TypeVar("ReadT")


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


def load_dossier(name: str | Path) -> Dossier:
    """The dossier with that id or in that folder, statements in the order of the file.

    Raises DossierError with every fault, and UnknownDossier when there is no such place.
    """
    folder = dossier_folder(name)
    with _uncollected():
        draft, findings = _read(folder)
        findings += integrity_findings(draft)
    if findings or draft.description is None:
        raise DossierError(findings)
    return Dossier(
        **{field: getattr(draft.description, field) for field in Description.model_fields},
        sources=tuple(draft.sources.values()),
        statements=tuple(draft.statements.values()),
        data_version=_data_version(folder),
    )


def load_codings(folder: Path) -> dict[str, tuple[Statement, ...]]:
    """The codings kept beside a dossier, by coder: `codings/<coder>.csv`, as they were made.

    Raises DossierError when a file cannot be read or a row is not a statement.
    """
    codings = {}
    for path in sorted((folder / "codings").glob("*.csv")):
        rows = located_rows(decoded(path), path.name, STATEMENT_COLUMNS, OPTIONAL_COLUMNS)
        statements, findings = checked_records(rows, Statement)
        if findings:
            raise DossierError(findings)
        codings[path.stem] = tuple(statements.values())
    return codings


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
    try:
        folder = Path(name).expanduser()
        return folder if folder.is_dir() else None
    except (OSError, RuntimeError):  # a name too long for the system, or "~" with an unknown user
        return None


def _read(folder: Path) -> tuple[Draft, list[Finding]]:
    findings: list[Finding] = []
    described = _attempt(lambda: located_yaml(decoded(folder / DESCRIPTION), DESCRIPTION), findings)
    listed = _attempt(lambda: located_json_list(decoded(folder / SOURCES), SOURCES), findings)
    rows = _attempt(
        lambda: located_rows(decoded(folder / STATEMENTS), STATEMENTS, STATEMENT_COLUMNS, OPTIONAL_COLUMNS),
        findings,
    )
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
    if rows:
        draft.statements, faults = checked_records(rows, Statement)
        findings += faults
    return draft, findings


def _attempt(read: Callable[[], ReadT], findings: list[Finding]) -> ReadT | None:
    try:
        return read()
    except DossierError as error:
        findings += error.findings
        return None


def _data_version(folder: Path) -> str:
    """Eight hexadecimal digits that change when a file of the dossier does, line ends aside."""
    digest = hashlib.sha256()
    for name in (DESCRIPTION, SOURCES, STATEMENTS):
        digest.update(decoded(folder / name).replace("\r\n", "\n").encode())
    return digest.hexdigest()[:8]
