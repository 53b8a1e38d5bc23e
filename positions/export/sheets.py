"""What the sheets of the workbook hold, and the read me and codebook that explain them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from positions.analysis.gap import pair_gaps
from positions.distance_words import overall_words
from positions.headline import footer, headline, lede
from positions.record import Record
from positions.rows import columns, row_frame
from positions.rows.cells import CellRow, cell_rows
from positions.rows.codebook import CodebookRow, codebook_rows
from positions.rows.gaps import GapRow, gap_rows
from positions.rows.sources import SourceRow, source_rows
from positions.rows.statements import StatementRow, statement_rows
from positions.selection import Selection
from positions.tables import Tables, comparable, standing
from positions.text.tables import matrix_table
from positions.text.wording import day_words

_MEANINGS = {
    "read me": "what this file holds, and how far it can be trusted",
    "matrix": "to read: issues by parties; in a cell the position, its condition, and its evidence",
    "cells": "to sort and count: the same matrix with one row per cell",
    "gaps": "how far apart each pair stands on each issue that both can be placed on",
    "statements": "the evidence: statements on these issues by or about these parties, to the as-of day",
    "sources": "where the statements stand, how each source was read, and how many statements it gives",
    "codebook": "scales, coding rules, speakers, and what the words in the other sheets mean",
}
_ROWS: dict[str, type[Record]] = {
    "cells": CellRow,
    "gaps": GapRow,
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


def sheets(tables: Tables, selection: Selection) -> tuple[Sheet, ...]:
    """The seven sheets in their order; a sheet of which nothing is known has heads alone."""
    return (
        Sheet("read me", _read_me(tables, selection), wide=100),
        Sheet("matrix", matrix_table(tables, selection), frozen=1, wide=42),
        Sheet("cells", row_frame(cell_rows(tables, selection), CellRow)),
        Sheet("gaps", row_frame(gap_rows(tables, selection), GapRow)),
        Sheet("statements", row_frame(statement_rows(tables, selection), StatementRow), frozen=1),
        Sheet("sources", row_frame(source_rows(tables, selection), SourceRow), frozen=1),
        Sheet("codebook", row_frame(codebook_rows(tables.dossier), CodebookRow), wide=90),
    )


def _read_me(tables: Tables, selection: Selection) -> pd.DataFrame:
    rows = [
        *_view(tables, selection),
        *(("limit", str(number), words) for number, words in enumerate(tables.dossier.limits, start=1)),
        *(("sheet", name, words) for name, words in _MEANINGS.items()),
        *(
            ("column", f"{sheet}: {name}", words)
            for sheet, row in _ROWS.items()
            for name, words in columns(row).items()
        ),
    ]
    return pd.DataFrame(rows, columns=["about", "name", "words"])


def _view(tables: Tables, selection: Selection) -> Iterator[tuple[str, str, str]]:
    """What is shown, as of when, in which order and how well covered."""
    dossier, cells = tables.dossier, standing(tables, selection.day)
    holders = selection.columns(dossier)
    gaps = pair_gaps(comparable(cells, holders, selection.issues))
    told = {
        "title": dossier.title,
        "question": dossier.question,
        "as of": day_words(selection.day),
        "in one sentence": headline(gaps, dossier, selection),
        "evidence and coverage": lede(tables.statements, cells, selection, holders),
        "overall distances": overall_words(tables, selection),
        "parties in this order": ", ".join(tables.names[holder] for holder in holders),
        "issues in this order": ", ".join(tables.scales[issue].name for issue in selection.issues),
        "line under every output": footer(cells, dossier, selection, holders),
        "data version": dossier.data_version,
        "licence": dossier.licence,
        "names": dossier.naming_note,
    }
    yield from (("view", name, words) for name, words in told.items())
