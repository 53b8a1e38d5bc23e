"""The workbook of a dossier: a sheet for each table, drop-downs for closed lists, every cell a text.

Text, so that no spreadsheet turns "2022-03" into a day or runs what begins with "=".
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from positions.model.dossier import Dossier
from positions.model.errors import DossierError, Finding
from positions.model.fields import last_day
from positions.model.statements import Statement
from positions.text.handling import handling_words
from positions.workbook.rows import Cells, coding_rows, rows_of
from positions.workbook.tables import STATEMENTS, TABLES, Table, with_kept

Codings = Mapping[str, Sequence[Statement]]
NEEDS = ("xlsxwriter",)
LONGEST_CELL = 32_767  # characters that a cell of a spreadsheet holds
_HOW = (
    "Fill in six things: the title (sheet About), Parties, Issues, Steps of their scales, Sources, and a row "
    "of Statements for each thing that a side said. The other sheets may stay empty.",
    "Heads in bold are needed in every row. An empty cell means that nobody knows, or the default that the "
    "note on the column names. Ids are short names of letters, digits, - and _ by which sheets refer to "
    "each other.",
    "Delete any row that you do not need, whole. Every cell is a text: a day is written 2022-03-29, a month "
    "2022-03.",
    "positions load WORKBOOK FOLDER checks it and makes the folder of the dossier.",
)


def workbook_of(
    dossier: Dossier,
    codings: Codings | None = None,
    first_lines: Sequence[str] = (),
    instead: Mapping[str, Sequence[Mapping[str, str]]] = MappingProxyType({}),
) -> bytes:
    """The workbook as XLSX, of which `files_of_workbook` makes the same dossier and codings.

    `first_lines` stand on its first sheet below the title; `instead` has the rows that stand in the place of
    those of a sheet, by their heads. Raises DossierError for a text that no cell can hold.
    """
    rows, coded = rows_of(dossier), coding_rows(codings or {})
    sheets = {table.name: (table, rows[table.name]) for table in TABLES}
    sheets[STATEMENTS.name] = (with_kept(dossier), rows[STATEMENTS.name])
    for name, written in instead.items():
        table = sheets[name][0]
        sheets[name] = (table, [[row.get(head, "") for head in table.heads] for row in written])
    sheets |= {name: (STATEMENTS, cells) for name, cells in coded.items()}
    return workbook_of_sheets(sheets, dossier, (*first_lines, *_HOW))


def workbook_of_sheets(
    sheets: Mapping[str, tuple[Table, Sequence[Cells]]], dossier: Dossier, first_lines: Sequence[str]
) -> bytes:
    """The workbook of these sheets, after one that says how to use them and before the closed lists.

    The last day of the dossier stands as its day of making, so that bytes do not change. Raises
    DossierError for a text that no cell can hold.
    """
    # Late, because only who wants a workbook needs its writer.
    import xlsxwriter  # noqa: PLC0415

    from positions.export.workbook import AS_TEXT  # noqa: PLC0415
    from positions.workbook.sheet_writer import SheetWriter  # noqa: PLC0415

    _refuse_long(sheets)
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {**AS_TEXT, "in_memory": True}) as book:
        made_on = dt.datetime.combine(last_day(dossier.period.last), dt.time())
        handling = handling_words(dossier)
        named = {"title": dossier.title, "subject": dossier.question, "category": handling}
        book.set_properties({**named, "created": made_on})
        filled = {name: (table, len(cells)) for name, (table, cells) in sheets.items()}
        writer = SheetWriter(book, filled, handling)
        writer.read_me(dossier.title, (*filter(None, [handling]), *first_lines))
        for name, (table, cells) in sheets.items():
            writer.table(name, table, cells)
        writer.lists()
    return written.getvalue()


def _refuse_long(sheets: Mapping[str, tuple[Table, Sequence[Cells]]]) -> None:
    expected = f"at most {LONGEST_CELL:,} characters, which is what a cell of a spreadsheet holds"
    faults = [
        Finding(name, row, "", cell, expected, row=True)
        for name, (_, lines) in sheets.items()
        for row, cells in enumerate(lines, start=2)
        for cell in cells
        if len(cell) > LONGEST_CELL
    ]
    if faults:
        raise DossierError(faults)
