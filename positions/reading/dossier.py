"""A folder in, a checked dossier out; the only module that opens dossier files.

Every fault of every file is collected and raised at once: nothing loads half.
"""

from __future__ import annotations

import codecs
import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache, partial
from pathlib import Path

from positions.integrity import integrity_findings, integrity_notices
from positions.integrity.draft import Draft
from positions.model.dossier import Description, Dossier, KeptColumn
from positions.model.errors import DossierError, Finding, Notice, Question, Repair, UnknownDossier
from positions.model.sources import Source
from positions.model.statements import Statement
from positions.reading.codings import CODINGS, COLUMNS, coding_files, coding_findings
from positions.reading.encoding import decoded_text
from positions.reading.files import Files, files_in, named_file
from positions.reading.garbage import uncollected
from positions.reading.located import Located, Path_, raw_bytes, without_text
from positions.reading.mended_description import mended_description
from positions.reading.mended_sources import mended_sources
from positions.reading.mending import STEPS, mended_rows
from positions.reading.records import completed_record, completed_records
from positions.reading.source_lists import located_sources
from positions.reading.table import Table, read_table
from positions.reading.told import Told, unless_the_same, unless_told, without_followers
from positions.reading.yaml_text import located_yaml

BUNDLED = Path(__file__).parents[1] / "dossiers"
TRAINING = "training-"  # begins the id of a fictional case, which is never the first of those offered
DESCRIPTION, SOURCES, STATEMENTS = "dossier.yaml", "sources.json", "statements.csv"
_COUNTED = 1_000_000  # characters of a text that are in memory twice while its version is made
_NAMES = (DESCRIPTION, SOURCES, STATEMENTS)


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
    """A checked dossier, what was mended to read it, and what may not be meant as it stands."""

    dossier: Dossier
    repairs: tuple[Repair, ...] = ()
    notices: tuple[Notice, ...] = ()


def load_dossier(name: str | Path) -> Dossier:
    """The dossier with that id or in that folder, statements in the order of the file.

    Raises DossierError with every fault, and UnknownDossier when there is no such place.
    """
    return read_dossier(name).dossier


def read_dossier(name: str | Path) -> Reading:
    """The same together with what was mended to read it."""
    return read_files(folder_files(dossier_folder(name)))


def dossier_files(folder: Path) -> list[Path]:
    """The files in a folder that a dossier is read from, its codings too, in a fixed order."""
    return [*files_in(folder, _NAMES), *coding_files(folder)]


def folder_files(folder: Path) -> Files:
    """How to read each file of a dossier in that folder, by its name; of those that are there."""
    paths = {path.name: path for path in files_in(folder, _NAMES)}
    paths |= {f"{CODINGS}/{path.name}": path for path in coding_files(folder)}
    return {name: partial(raw_bytes, path) for name, path in paths.items()}


@dataclass(frozen=True)
class Beforehand:
    """What was found before there were files: faults, lists that are missing, ids that belong to nothing.

    `unread` are names of lists; `elsewhere` has ids of records that no file holds, by the name of their list.
    """

    findings: tuple[Finding, ...] = ()
    repairs: tuple[Repair, ...] = ()
    notices: tuple[Notice, ...] = ()
    questions: tuple[Question, ...] = ()
    unread: frozenset[str] = frozenset()
    elsewhere: Mapping[str, frozenset[str]] = field(default_factory=dict)


def read_files(
    files: Files, answers: Mapping[str, str] | None = None, before: Beforehand | None = None
) -> Reading:
    """The dossier that the files make, with answers to questions by their keys.

    Raises DossierError with every fault, of the codings too, every repair and every question that is open.
    """
    version = hashlib.sha256()
    before = before or Beforehand()
    told = Told([*before.repairs], [*before.notices], [*before.findings])
    told.ask(before.questions)
    with uncollected():
        draft, kept = _read(files, version, answers or {}, told, before)
        told.notices += integrity_notices(draft)
        told.findings = [draft.references.told(one) for one in told.findings]
        told.findings += unless_told(told.findings, integrity_findings(draft))
        if told.findings:  # else they are read with the dossier
            told.findings += unless_the_same(told.findings, coding_findings(files, draft))
    told.findings = without_followers(told.not_asked(), before.elsewhere)
    if told.findings or told.questions or draft.description is None:
        raise told.raised()
    dossier = Dossier(
        **{name: getattr(draft.description, name) for name in Description.model_fields},
        sources=tuple(draft.sources.values()),
        statements=tuple(draft.statements.values()),
        kept=_kept(kept, draft.statements),
        data_version=_with_codings(version, files).hexdigest()[:8],
    )
    return Reading(dossier, tuple(told.repairs), tuple(told.notices))


def _folder_at(name: str | Path) -> Path | None:
    if not str(name).strip():  # Path("") would be the folder in which the program happens to run
        return None
    try:
        folder = Path(name).expanduser()
        return folder if folder.is_dir() else None
    except (OSError, RuntimeError, ValueError):  # a name too long, "~" with an unknown user, or a NUL in it
        return None


def _read(
    files: Files, version: hashlib._Hash, answers: Mapping[str, str], told: Told, before: Beforehand
) -> tuple[Draft, dict[str, dict[int, str]]]:
    """The draft of the three files and the columns kept beside it; the files join the version."""

    def content(wanted: str) -> tuple[str, bytes]:
        """Read once, so that what is loaded and its version are of one moment."""
        name, repairs = named_file(files, wanted)
        told.repairs += repairs
        return name, files[name]()

    def text(wanted: str) -> tuple[str, str]:
        name, raw = content(wanted)
        decoded = decoded_text(raw, name)
        told.take(decoded)
        if not decoded.text.strip() and not decoded.findings:
            raise without_text(name)
        _count(decoded.text, version)
        return decoded.text, name

    def table() -> Table:
        name, raw = content(STATEMENTS)
        read = read_table(raw, name, COLUMNS)
        told.take(read)
        _count(read.text, version)
        return replace(read, text="")  # as large as all rows, which it outlives

    described = told.attempt(lambda: located_yaml(*text(DESCRIPTION)))
    sources = told.attempt(lambda: mended_sources(located_sources(*text(SOURCES)), answers))
    listed = sources.located if sources else None
    if sources:
        told.ask(sources.questions, sources.asked)
    rows = None if "statements" in before.unread else told.attempt(table)
    if described:
        written = listed.value if listed else None
        mended = mended_description(described, written if isinstance(written, list) else [], answers)
        described = mended.located
        told.ask(mended.questions, mended.asked)
    draft = _drafted(described, listed, rows, told, before)
    told.repairs += (*draft.described.repairs, *draft.listed.repairs)
    if rows:
        mending = mended_rows(rows.rows, draft.description, draft.sources.values(), answers)
        draft.rows = mending.rows
        statements, faults = completed_records(mending.rows, Statement)
        draft.statements, draft.unsure_statements = statements.records, statements.unsure
        told.findings += rows.own_faults(faults)
        half = rows.lacking.intersection(STEPS)  # of a range, which is a finding
        told.repairs += (one for one in mending.repairs if one.field not in half)
        told.ask(mending.questions, mending.asked)
    return draft, rows.kept if rows else {}


def _count(text: str, version: hashlib._Hash) -> None:
    text = text.replace("\r\n", "\n")
    for first in range(0, len(text), _COUNTED):
        version.update(text[first : first + _COUNTED].encode())


def _drafted(
    described: Located | None, listed: Located | None, table: Table | None, told: Told, before: Beforehand
) -> Draft:
    """The description and the sources; what is wrong with them joins the findings."""
    if "sources" in before.unread:
        listed = None
    draft = Draft(
        described=described or Located(DESCRIPTION, {}),
        listed=listed or Located(SOURCES, None),
        rows=table.rows if table else Located(STATEMENTS, None),
        description=None,
        elsewhere=before.elsewhere,
    )
    if described:
        found, faults = completed_record(described, Description)
        draft.description, draft.unsure = found.record, found.unsure | _unread(found.record, before.unread)
        told.findings += (one for one in faults if one.field not in before.unread)
    if draft.description is None:
        found, _ = completed_record(Located(DESCRIPTION, {}), Description)
        draft.description, draft.unsure = found.record, found.unsure | {("speakers",)}
    if listed:
        sources, faults = completed_records(listed, Source)
        draft.sources, draft.unsure_sources = sources.records, sources.unsure
        told.findings += faults
    return draft


def _unread(description: Description | None, lists: frozenset[str]) -> frozenset[Path_]:
    """The places of lists that were not read, though nothing of the description is missed without them."""
    parties = range(len(description.parties)) if description else ()
    places: list[Path_] = [("speakers",)] if "speakers" in lists else []
    places += [("parties", place, "members") for place in parties if "members" in lists]
    issues = range(len(description.issues)) if description else ()
    return frozenset([*places, *(("issues", place, "scale") for place in issues if "scale" in lists)])


def _kept(cells: dict[str, dict[int, str]], statements: dict[int, Statement]) -> tuple[KeptColumn, ...]:
    """The columns that are not known, their cells by the id of the statement."""
    return tuple(
        KeptColumn(name=name, cells={statements[place].id: cell for place, cell in column.items()})
        for name, column in cells.items()
    )


def _with_codings(version: hashlib._Hash, files: Files) -> hashlib._Hash:
    """The version with every coding in it, sound or not, line ends and byte-order marks aside."""
    for name in sorted(name for name in files if name.startswith(f"{CODINGS}/")):
        version.update(os.fsencode(name.removeprefix(f"{CODINGS}/")))
        with suppress(DossierError):  # one that cannot be read is told where codings are compared
            version.update(files[name]().removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n"))
    return version
