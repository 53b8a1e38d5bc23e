"""Tables as CSV: the matrix with one row per cell, gaps, moves, changes, the statements, every position.

UTF-8 with a byte order mark, without which spreadsheets misread names; commas, quotation marks
where needed, CR LF at the ends of lines (RFC 4180). Empty means unknown. What a spreadsheet would
run is marked as `positions.export.cell_text` says.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from functools import partial

import pandas as pd

from positions.export.cell_text import marked
from positions.export.sheets import TABLES
from positions.rows.positions import COLUMNS, position_rows
from positions.view import View

ENCODING = "utf-8-sig"


def positions_csv(view: View) -> bytes:
    """Every position of the dossier."""
    return _written(COLUMNS, position_rows(view))


def _csv(rows: Callable[[View], pd.DataFrame], view: View) -> bytes:
    """The rows of a table, as those of a sheet of the workbook; heads alone where it has none."""
    frame = rows(view)
    return _written(frame.columns, frame.itertuples(index=False, name=None))


def _written(heads: Iterable[str], rows: Iterable[Sequence[object]]) -> bytes:
    written = io.BytesIO()
    text = io.TextIOWrapper(written, ENCODING, newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow([marked(head) for head in heads])
    for values in rows:
        writer.writerow([marked(value) if isinstance(value, str) else value for value in values])
    return written.getvalue()


matrix_csv, gaps_csv, moves_csv = (partial(_csv, TABLES[name].frame) for name in ("cells", "gaps", "moves"))
changes_csv, divergences_csv, statements_csv = (
    partial(_csv, TABLES[name].frame) for name in ("changes", "divergences", "statements")
)
