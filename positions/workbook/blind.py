"""A workbook for a second coder: what was said and where, without what the first coder made of it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import replace

from positions.model.dossier import Dossier
from positions.model.errors import DossierError, Finding
from positions.model.statements import STATEMENT_COLUMNS, Statement
from positions.reading.codings import CODINGS
from positions.reading.located import Rows
from positions.reading.source_texts import SourceText, passage
from positions.reading.spreadsheet import sheets
from positions.workbook.loading import codings_of
from positions.workbook.places import Places
from positions.workbook.rows import rows_of
from positions.workbook.tables import ISSUES, SOURCES, STATEMENTS, STEPS, Column, Table
from positions.workbook.writing import LONGEST_CELL, workbook_of_sheets

# What the second coder fills in; everything else of a statement was given.
FILLED = ("step_low", "step_high", "value", "spread", "condition", "confidence", "note")
_HIDDEN = (*FILLED, "summary", "coder", "status", "by", "checked_by")
_PASSAGE = Column("passage", (), "text", "The passage in the source, where its text is kept.", required=False)
_GIVEN = tuple(column for column in STATEMENTS.columns if column.head not in _HIDDEN)
_TO_FILL = tuple(
    replace(column, required=column.head == "confidence")
    for column in STATEMENTS.columns
    if column.head in FILLED
)
BLIND = Table(
    STATEMENTS.name,
    "One row for each statement that was found. Fill in the last seven columns; leave the others alone.",
    (),
    (*_GIVEN, _PASSAGE, *_TO_FILL),
)
_HOW = (
    "Place each statement on the steps of its issue (sheets Issues and Steps): step_low and step_high are "
    "the same number for one step, and both stay empty where the words name no step. An issue with values "
    "takes a value instead, such as 12.5, or 10/20 for a range.",
    "Write your confidence in every row that you code. A row in which nothing is filled in is not coded.",
    "Say in the note which neighbouring step you rejected, and why. Do not look at the first coding.",
)


def blind_workbook(dossier: Dossier, texts: Mapping[str, SourceText]) -> bytes:
    """The workbook as XLSX: statements with phrases and passages, issues with their steps, and sources.

    Placements, conditions, confidences, notes, summaries and coders are left out. `texts` are the user's
    copies by source id; where one is not there, the passage stays empty.
    """
    rows = rows_of(dossier)
    heads = list(STATEMENTS.heads)
    shown = [heads.index(column.head) for column in _GIVEN]
    blind = [
        [*(cells[place] for place in shown), _words(statement, texts)]
        for statement, cells in zip(dossier.statements, rows[STATEMENTS.name], strict=True)
    ]
    kept = {table.name: (table, rows[table.name]) for table in (ISSUES, STEPS, SOURCES)}
    return workbook_of_sheets({BLIND.name: (BLIND, blind), **kept}, dossier, _HOW)


def coded_statements(raw: bytes, name: str, dossier: Dossier, coder: str) -> tuple[Statement, ...]:
    """What a second coder of that name filled in, in the order of the rows, without rows that were not coded.

    What was given is taken from the dossier, whatever became of it in the file. Raises DossierError
    with every fault, told by row and column.
    """
    rows = sheets(raw, name).get(BLIND.name)
    if not rows:
        expected = "a workbook as `positions blind` writes it"
        raise DossierError([Finding(name, None, "", f"a workbook without a sheet {BLIND.name}", expected)])
    file = f"{CODINGS}/{coder}.csv"
    coded = list(_coded(rows, dossier))
    if not coded:
        expected = f"a row in which one of {', '.join(FILLED)} is filled in"
        raise DossierError([Finding(BLIND.name, None, "", None, expected)])
    places = Places({file: [(1, BLIND.name, rows[0][0])]}, {BLIND.name: BLIND.heads})
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(STATEMENT_COLUMNS)
    for row, cells in coded:
        places.lines[file].append((len(places.lines[file]) + 1, BLIND.name, row))
        writer.writerow([coder if head == "coder" else cells.get(head, "") for head in STATEMENT_COLUMNS])
    try:
        return codings_of({file: lines.getvalue().encode()}, dossier)[coder]
    except DossierError as error:
        raise places.told_by_row(error) from None


def _coded(rows: Rows, dossier: Dossier) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row in which something was filled in, with what the dossier gives of its statement."""
    heads = [cell.strip() for cell in rows[0][1]]
    given = dict(zip((one.id for one in dossier.statements), rows_of(dossier)[STATEMENTS.name], strict=True))
    faults = [
        Finding(BLIND.name, rows[0][0], head, None, f"a column named {head}", row=True)
        for head in ("id", *FILLED)
        if head not in heads
    ]
    for row, cells in rows[1:]:
        written = dict(zip(heads, (cell.strip() for cell in cells), strict=False))
        filled = {head: written.get(head, "") for head in FILLED}
        if not any(filled.values()):
            continue
        if (known := given.get(written.get("id", ""))) is None:
            expected = "the id of a statement of the dossier"
            faults.append(Finding(BLIND.name, row, "id", written.get("id") or None, expected, row=True))
            continue
        yield row, {**dict(zip(STATEMENTS.heads, known, strict=False)), **filled}
    if faults:
        raise DossierError(faults)


def _words(statement: Statement, texts: Mapping[str, SourceText]) -> str:
    """The passage of a statement; nothing where its text is not at hand or no cell holds it."""
    text = texts.get(statement.source)
    found = passage(statement, text) if text else None
    words = f"{found.before}{found.phrase}{found.after}" if found else ""
    return words if len(words) <= LONGEST_CELL else ""
