"""What the sheets of the workbook hold, and the read me and codebook that explain them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from positions.model.base import Record
from positions.rows import columns, row_frame
from positions.rows.cells import CellRow, cell_rows
from positions.rows.changes import DivergenceRow, MovementRow, divergence_rows, movement_rows
from positions.rows.codebook import CodebookRow, codebook_rows
from positions.rows.coding import VariantRow, variant_rows
from positions.rows.pairs import GapRow, MoveRow, gap_rows, move_rows
from positions.rows.sources import SourceRow, source_rows
from positions.rows.statements import StatementRow, statement_frame
from positions.text.distance import overall_words
from positions.text.handling import handling_words
from positions.text.tables import matrix_table
from positions.text.wording import count_words, day_words
from positions.view import View


@dataclass(frozen=True)
class Table:
    """A sheet of rows: their type, the table of a view, what the sheet is for, and how it is laid out."""

    row: type[Record]
    frame: Callable[[View], pd.DataFrame]
    meaning: str
    frozen: int = 0
    wide: int = 48


def _table(
    row: type[Record], rows: Callable[[View], Sequence[Record]], meaning: str, frozen: int = 0, wide: int = 48
) -> Table:
    return Table(row, lambda view: row_frame(rows(view), row), meaning, frozen, wide)


TABLES: dict[str, Table] = {
    "cells": _table(CellRow, cell_rows, "to sort and count: the same matrix with one row per cell"),
    "gaps": _table(
        GapRow, gap_rows, "how far apart each pair stands on each issue that both can be placed on"
    ),
    "variants": _table(
        VariantRow,
        variant_rows,
        "what is farthest apart under each set of choices of coding, the widest first",
    ),
    "moves": _table(
        MoveRow,
        move_rows,
        "what would bring each pair to the same step: stated positions, which are no reservation points",
    ),
    "changes": _table(
        MovementRow, movement_rows, "what each side and member said on an earlier day and says now"
    ),
    "divergences": _table(
        DivergenceRow,
        divergence_rows,
        "same side, other words: statements of one side steps apart within 90 days, newest first",
    ),
    "statements": Table(
        StatementRow,
        statement_frame,
        "the evidence: statements on these issues by or about these columns, to the as-of day",
        frozen=1,
    ),
    "sources": _table(
        SourceRow,
        source_rows,
        "where the statements stand, how each source was read, and how many statements it gives",
        frozen=1,
    ),
    "codebook": _table(
        CodebookRow,
        lambda view: codebook_rows(view.tables.dossier),
        "scales, coding rules, speakers, and what the words in the other sheets mean",
        wide=90,
    ),
}
_FIRST = {
    "read me": "what this file holds, and how far it can be trusted",
    "matrix": "to read: issues by parties; in a cell the position, its condition, and its evidence",
}


@dataclass(frozen=True)
class Sheet:
    """A sheet: name, table of plain cells, columns that stay in sight, and how wide sentences run.

    Widths are in characters, as spreadsheets count them.
    """

    name: str
    frame: pd.DataFrame
    frozen: int = 0
    wide: int = 48


def sheets(view: View) -> tuple[Sheet, ...]:
    """The eleven sheets in their order; a sheet of which nothing is known has heads alone."""
    return (
        Sheet("read me", _read_me(view), wide=100),
        Sheet("matrix", matrix_table(view), frozen=1, wide=42),
        *(Sheet(name, table.frame(view), table.frozen, table.wide) for name, table in TABLES.items()),
    )


def _read_me(view: View) -> pd.DataFrame:
    rows = [
        *_told(view),
        *(("limit", str(number), words) for number, words in enumerate(view.tables.dossier.limits, start=1)),
        *(("sheet", name, words) for name, words in _FIRST.items()),
        *(("sheet", name, table.meaning) for name, table in TABLES.items()),
        *(
            ("column", f"{sheet}: {name}", words)
            for sheet, table in TABLES.items()
            for name, words in columns(table.row).items()
        ),
    ]
    return pd.DataFrame(rows, columns=["about", "name", "words"])


def _told(view: View) -> Iterator[tuple[str, str, str]]:
    """What is shown, as of when, in which order and how well covered; what says nothing is left out."""
    tables, dossier = view.tables, view.tables.dossier
    held, applies = view.coverage
    told = {
        "title": dossier.title,
        "question": dossier.question,
        "as of": day_words(view.day),
        "finding": view.finding,
        "measure": view.measure,
        "coverage": f"{held} of {count_words(applies, 'cell')} have a position",
        "overall distances": overall_words(view),
        "what changed": view.movement_finding,
        "compared days": view.movement_measure,
        "columns in this order": ", ".join(tables.names[column] for column in view.columns),
        "issues in this order": ", ".join(issue.name for issue in view.issues),
        "handling": handling_words(dossier),
        "source line": view.source_line,
        "data version": dossier.data_version,
        "licence": dossier.licence,
        "names": dossier.naming_note,
    }
    yield from (("view", name, words) for name, words in told.items() if words)
