"""What the sheets of the workbook hold, and the read me and codebook that explain them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from positions.model.base import Record
from positions.rows import columns, row_frame
from positions.rows.cells import CellRow, cell_rows
from positions.rows.changes import MovementRow, movement_rows
from positions.rows.codebook import CodebookRow, codebook_rows
from positions.rows.gaps import GapRow, gap_rows
from positions.rows.sources import SourceRow, source_rows
from positions.rows.statements import StatementRow, statement_frame
from positions.rows.variants import VariantRow, variant_rows
from positions.text.distance import overall_words
from positions.text.handling import handling_words
from positions.text.tables import matrix_table
from positions.text.wording import count_words, day_words
from positions.view import View

_MEANINGS = {
    "read me": "what this file holds, and how far it can be trusted",
    "matrix": "to read: issues by parties; in a cell the position, its condition, and its evidence",
    "cells": "to sort and count: the same matrix with one row per cell",
    "gaps": "how far apart each pair stands on each issue that both can be placed on",
    "variants": "what is farthest apart under each set of choices of coding, the widest first",
    "changes": "what each side and member said on an earlier day and says now",
    "statements": "the evidence: statements on these issues by or about these columns, to the as-of day",
    "sources": "where the statements stand, how each source was read, and how many statements it gives",
    "codebook": "scales, coding rules, speakers, and what the words in the other sheets mean",
}
_ROWS: dict[str, type[Record]] = {
    "cells": CellRow,
    "gaps": GapRow,
    "variants": VariantRow,
    "changes": MovementRow,
    "statements": StatementRow,
    "sources": SourceRow,
    "codebook": CodebookRow,
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
    """The nine sheets in their order; a sheet of which nothing is known has heads alone."""
    return (
        Sheet("read me", _read_me(view), wide=100),
        Sheet("matrix", matrix_table(view), frozen=1, wide=42),
        Sheet("cells", row_frame(cell_rows(view), CellRow)),
        Sheet("gaps", row_frame(gap_rows(view), GapRow)),
        Sheet("variants", row_frame(variant_rows(view), VariantRow)),
        Sheet("changes", row_frame(movement_rows(view), MovementRow)),
        Sheet("statements", statement_frame(view), frozen=1),
        Sheet("sources", row_frame(source_rows(view), SourceRow), frozen=1),
        Sheet("codebook", row_frame(codebook_rows(view.tables.dossier), CodebookRow), wide=90),
    )


def _read_me(view: View) -> pd.DataFrame:
    rows = [
        *_told(view),
        *(("limit", str(number), words) for number, words in enumerate(view.tables.dossier.limits, start=1)),
        *(("sheet", name, words) for name, words in _MEANINGS.items()),
        *(
            ("column", f"{sheet}: {name}", words)
            for sheet, row in _ROWS.items()
            for name, words in columns(row).items()
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
