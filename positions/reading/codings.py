"""The codings kept beside a dossier, `codings/<coder>.csv`: statements as each coder made them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from positions.integrity import CODING_RULES
from positions.integrity.draft import Draft
from positions.model.dossier import Dossier
from positions.model.errors import DossierError, Finding, Notice, Repair
from positions.model.statements import OPTIONAL_COLUMNS, STATEMENT_COLUMNS, Statement
from positions.reading.heads import Columns
from positions.reading.located import Located, raw_bytes
from positions.reading.records import checked_records
from positions.reading.table import Table, read_table

CODINGS = "codings"
COLUMNS = Columns(STATEMENT_COLUMNS, OPTIONAL_COLUMNS)


@dataclass(frozen=True)
class Codings:
    """The statements of each coder, what was mended to read them, and what may not be meant."""

    statements: dict[str, tuple[Statement, ...]] = field(default_factory=dict)
    repairs: tuple[Repair, ...] = ()
    notices: tuple[Notice, ...] = ()


def coding_files(folder: Path) -> list[Path]:
    """The files of the codings beside a dossier, in alphabetical order of their coders."""
    return sorted(path for path in (folder / CODINGS).glob("*") if path.suffix.lower() == ".csv")


def load_codings(dossier: Dossier, folder: Path) -> dict[str, tuple[Statement, ...]]:
    """The codings of the dossier in that folder, by coder.

    A coder may have judged otherwise than the dossier does, but speaks of the same speakers, issues,
    sources and steps. Raises DossierError with every fault of every coding.
    """
    return read_codings(dossier, folder).statements


def read_codings(dossier: Dossier, folder: Path) -> Codings:
    """The same together with what was told while they were read."""
    codings: dict[str, tuple[Statement, ...]] = {}
    findings: list[Finding] = []
    repairs: list[Repair] = []
    notices: list[Notice] = []
    for path in coding_files(folder):
        try:
            table = read_table(raw_bytes(path, _name(path)), _name(path), COLUMNS)
        except DossierError as error:
            findings += error.findings
            continue
        repairs += table.repairs
        notices += table.notices
        statements, faults = checked_records(table.rows, Statement)
        findings += _faults(dossier, table, statements, faults)
        codings[path.stem] = tuple(statements.values())
    if findings:
        raise DossierError(findings, repairs, notices=notices)
    return Codings(codings, tuple(repairs), tuple(notices))


def _name(path: Path) -> str:
    return f"{CODINGS}/{path.name}"


def _faults(
    dossier: Dossier, table: Table, statements: dict[int, Statement], faults: list[Finding]
) -> Iterator[Finding]:
    yield from table.findings
    yield from table.own_faults(faults)
    draft = _against(dossier, table.rows, statements)
    for rule in CODING_RULES:
        yield from rule(draft)


def _against(dossier: Dossier, rows: Located, statements: dict[int, Statement]) -> Draft:
    """The dossier with the rows of a coding in the place of its own."""
    return Draft(
        described=Located("dossier.yaml", None),
        listed=Located("sources.json", [{"id": source.id} for source in dossier.sources]),
        rows=rows,
        description=dossier,
        sources=dict(enumerate(dossier.sources)),
        statements=statements,
    )
