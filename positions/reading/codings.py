"""The codings kept beside a dossier, `codings/<coder>.csv`: statements as each coder made them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from positions.integrity import CODING_RULES
from positions.integrity.draft import Draft
from positions.model.dossier import Dossier
from positions.model.errors import DossierError, Finding
from positions.model.statements import OPTIONAL_COLUMNS, STATEMENT_COLUMNS, Statement
from positions.reading.csv_text import located_rows
from positions.reading.located import Located, decoded
from positions.reading.records import checked_records

CODINGS = "codings"


def coding_files(folder: Path) -> list[Path]:
    """The files of the codings beside a dossier, in alphabetical order of their coders."""
    return sorted((folder / CODINGS).glob("*.csv"))


def load_codings(dossier: Dossier, folder: Path) -> dict[str, tuple[Statement, ...]]:
    """The codings of the dossier in that folder, by coder.

    A coder may have judged otherwise than the dossier does, but speaks of the same speakers, issues,
    sources and steps. Raises DossierError with every fault of every coding.
    """
    codings: dict[str, tuple[Statement, ...]] = {}
    findings: list[Finding] = []
    for path in coding_files(folder):
        try:
            codings[path.stem] = _coding(path, dossier)
        except DossierError as error:
            findings += error.findings
    if findings:
        raise DossierError(findings)
    return codings


def _coding(path: Path, dossier: Dossier) -> tuple[Statement, ...]:
    file = f"{CODINGS}/{path.name}"
    try:
        text = decoded(path)
    except DossierError as error:
        raise DossierError([replace(finding, file=file) for finding in error.findings]) from None
    rows = located_rows(text, file, STATEMENT_COLUMNS, OPTIONAL_COLUMNS)
    statements, findings = checked_records(rows, Statement)
    draft = _against(dossier, rows, statements)
    findings += [finding for rule in CODING_RULES for finding in rule(draft)]
    if findings:
        raise DossierError(findings)
    return tuple(statements.values())


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
