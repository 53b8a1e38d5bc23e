"""Tables as CSV: the matrix with one row per cell, gaps, moves, changes, the statements, every position.

UTF-8 with a byte order mark, without which spreadsheets misread names; commas, quotation marks
where needed, CR LF at the ends of lines (RFC 4180). Empty means unknown. What a spreadsheet would
run is marked as `positions.export.cell_text` says.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from functools import partial

import pandas as pd

from positions.export.cell_text import marked
from positions.export.sheets import TABLES
from positions.rows.positions import position_frame
from positions.view import View

ENCODING = "utf-8-sig"


def _csv(rows: Callable[[View], pd.DataFrame], view: View) -> bytes:
    """The rows of a table, as those of a sheet of the workbook; heads alone where it has none."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    frame = rows(view)
    writer.writerow([marked(head) for head in frame.columns])
    for values in frame.itertuples(index=False, name=None):
        writer.writerow([marked(value) if isinstance(value, str) else value for value in values])
    return written.getvalue().encode(ENCODING)


matrix_csv, gaps_csv, moves_csv = (partial(_csv, TABLES[name].frame) for name in ("cells", "gaps", "moves"))
changes_csv, divergences_csv, statements_csv = (
    partial(_csv, TABLES[name].frame) for name in ("changes", "divergences", "statements")
)
positions_csv = partial(_csv, position_frame)
