"""The codings kept beside a dossier, `codings/<coder>.csv`: statements as each coder made them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from positions.analysis.matching import matched
from positions.integrity import CODING_RULES
from positions.integrity.codings import speakers_without_that_side
from positions.integrity.draft import Draft
from positions.model.choices import nearest, one_of
from positions.model.dossier import Dossier
from positions.model.errors import DossierError, Finding, Notice, Repair
from positions.model.statements import COLUMN_DEFAULTS, OPTIONAL_COLUMNS, STATEMENT_COLUMNS, Statement
from positions.reading.files import Files
from positions.reading.heads import Columns
from positions.reading.located import Located, raw_bytes
from positions.reading.records import completed_records
from positions.reading.table import read_table
from positions.reading.told import Told, unless_told

CODINGS = "codings"
COLUMNS = Columns(
    STATEMENT_COLUMNS, OPTIONAL_COLUMNS, pairs=(("step_low", "step_high"),), defaults=COLUMN_DEFAULTS
)
_MOST_NAMED = 5


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
    told = Told()
    draft, codings = _draft_of(dossier), dict[str, tuple[Statement, ...]]()
    for path in coding_files(folder):
        name = f"{CODINGS}/{path.name}"
        coding = _read(partial(raw_bytes, path, name), name, draft, told)
        codings[path.stem] = tuple(coding.values())
    if told.findings:
        raise DossierError(told.findings, told.repairs, notices=told.notices)
    return Codings(codings, tuple(told.repairs), tuple(told.notices))


def checked_codings(dossier: Dossier, folder: Path) -> Codings:
    """The same, where every coder that the dossier names has one; rows that match no statement are told."""
    lacking = list(_named_without_coding(dossier, folder))
    try:
        found = read_codings(dossier, folder)
    except DossierError as error:
        raise DossierError([*error.findings, *lacking], error.repairs, notices=error.notices) from None
    if lacking:
        raise DossierError(lacking, found.repairs, notices=found.notices)
    elsewhere = (_unknown(dossier, coder, rows) for coder, rows in found.statements.items())
    return replace(found, notices=(*found.notices, *(one for one in elsewhere if one)))


def _named_without_coding(dossier: Dossier, folder: Path) -> Iterator[Finding]:
    """The coders whom `variants` name and who have no coding beside the dossier."""
    known = [path.stem for path in coding_files(folder)]
    for coder in dossier.variants.codings or ():
        if coder not in known:
            fault = Finding("dossier.yaml", None, "variants.codings", coder, one_of(known, coder))
            yield replace(fault, nearest=nearest(coder, known))


def _unknown(dossier: Dossier, coder: str, rows: Sequence[Statement]) -> Notice | None:
    """The rows of a coding that are no statement of the dossier, which a coder may have found alone."""
    known = {one.id for one, _ in matched(rows, dossier.statements)}
    alone = [one.id for one in rows if one.id not in known]
    if not alone:
        return None
    named = ", ".join(alone[:_MOST_NAMED]) + (" …" if len(alone) > _MOST_NAMED else "")
    words = f"{len(alone):,} of {len(rows):,} rows match no statement of the dossier: {named}"
    return Notice(f"{CODINGS}/{coder}.csv", None, "", words)


def coding_findings(files: Files, draft: Draft) -> list[Finding]:
    """Every fault of every coding among the files, held against what is sound of a dossier."""
    told = Told()
    for name in sorted(name for name in files if name.startswith(f"{CODINGS}/")):
        _read(files[name], name, draft, told)
    return told.findings


def _read(content: Callable[[], bytes], name: str, draft: Draft, told: Told) -> dict[int, Statement]:
    """The statements of one coding by place; what was told while they were read joins the rest."""
    own_name = name.removeprefix(f"{CODINGS}/").rpartition(".")[0]
    columns = replace(COLUMNS, defaults={**COLUMNS.defaults, "coder": own_name})
    table = told.attempt(lambda: read_table(content(), name, columns))
    if table is None:
        return {}
    told.take(table)
    statements, faults = completed_records(table.rows, Statement)
    told.findings += table.own_faults(faults)
    own = replace(
        draft,
        rows=table.rows,
        statements=statements.records,
        unsure_statements=statements.unsure,
    )
    for rule in CODING_RULES:
        told.findings += unless_told(told.findings, rule(own))
    told.notices += speakers_without_that_side(own)
    return own.statements


def _draft_of(dossier: Dossier) -> Draft:
    """The dossier, against which the rows of a coding are held in the place of its own."""
    return Draft(
        described=Located("dossier.yaml", None),
        listed=Located("sources.json", [{"id": source.id} for source in dossier.sources]),
        rows=Located("statements.csv", None),
        description=dossier,
        sources=dict(enumerate(dossier.sources)),
    )
