"""The tables that leave the screen: matrix and gaps as plain text, ready to print or to save."""

from __future__ import annotations

import pandas as pd

from positions.analysis.gap import Gap, pair_gaps
from positions.cell import cell_words
from positions.frames import typed_rows
from positions.selection import Selection
from positions.standing import Cell, Tables, comparable, standing
from positions.wording import interval_words, number_words


def matrix_table(tables: Tables, selection: Selection) -> pd.DataFrame:
    """One row per issue, one column per party; a cell says title, detail and evidence on lines of its own."""
    cells = {(cell.holder, cell.issue): cell for cell in typed_rows(standing(tables, selection.day), Cell)}
    columns = selection.columns(tables.dossier)
    rows = [
        [tables.scales[issue].name, *(_lines(cells[column, issue], tables) for column in columns)]
        for issue in selection.issues
    ]
    return pd.DataFrame(rows, columns=["Issue", *(tables.names[column] for column in columns)])


def gap_table(tables: Tables, selection: Selection) -> pd.DataFrame:
    """One row per issue and pair that can be compared: gap and interval in steps, relation in a word."""
    cells = standing(tables, selection.day)
    gaps = pair_gaps(comparable(cells, selection.columns(tables.dossier), selection.issues))
    rows = [
        (
            tables.scales[gap.issue].name,
            tables.names[gap.first],
            tables.names[gap.second],
            number_words(gap.gap),
            interval_words(gap.least, gap.most) or number_words(gap.gap),
            number_words(gap.last_step),
            gap.relation,
        )
        for gap in typed_rows(gaps, Gap)
    ]
    return pd.DataFrame(rows, columns=["Issue", "First", "Second", "Steps", "Interval", "Of", "Relation"])


def _lines(cell: Cell, tables: Tables) -> str:
    words = cell_words(cell, tables)
    return "\n".join(line for line in (words.title, words.detail, words.evidence) if line)
