"""Tables as CSV: the matrix with one row per cell, gaps, moves, changes, and the statements behind them.

UTF-8 with a byte order mark, without which spreadsheets misread names; commas, quotation marks
where needed, CR LF at the ends of lines (RFC 4180). Empty means unknown. What a spreadsheet would
run is marked as `positions.export.cell_text` says.
"""

from __future__ import annotations

import csv
import io

import pandas as pd

from positions.export.cell_text import marked
from positions.rows import row_frame
from positions.rows.cells import CellRow, cell_rows
from positions.rows.changes import MovementRow, movement_rows
from positions.rows.divergences import DivergenceRow, divergence_rows
from positions.rows.gaps import GapRow, gap_rows
from positions.rows.moves import MoveRow, move_rows
from positions.rows.statements import statement_frame
from positions.view import View

ENCODING = "utf-8-sig"


def matrix_csv(view: View) -> bytes:
    """The rows of `cell_rows`: one per issue and column of the matrix."""
    return _csv(row_frame(cell_rows(view), CellRow))


def gaps_csv(view: View) -> bytes:
    """The rows of `gap_rows`: one per issue and pair that can be compared; heads alone if none can."""
    return _csv(row_frame(gap_rows(view), GapRow))


def moves_csv(view: View) -> bytes:
    """The rows of `move_rows`: one per issue and pair that can be compared; heads alone if none can."""
    return _csv(row_frame(move_rows(view), MoveRow))


def divergences_csv(view: View) -> bytes:
    """The rows of `divergence_rows`: one per pair of statements of one side; heads alone if there is none."""
    return _csv(row_frame(divergence_rows(view), DivergenceRow))


def changes_csv(view: View) -> bytes:
    """The rows of `movement_rows`: one per actor and issue; heads alone without an earlier day."""
    return _csv(row_frame(movement_rows(view), MovementRow))


def statements_csv(view: View) -> bytes:
    """The table of `statement_frame`: the statements behind the view, and what else their file says."""
    return _csv(statement_frame(view))


def _csv(frame: pd.DataFrame) -> bytes:
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow([marked(name) for name in frame.columns])
    for values in frame.itertuples(index=False, name=None):
        writer.writerow([marked(value) if isinstance(value, str) else value for value in values])
    return written.getvalue().encode(ENCODING)
