"""The workbook of a dossier: a sheet for each table, drop-downs for closed lists, every cell a text.

Text, so that no spreadsheet turns "2022-03" into a day or runs what begins with "=".
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping, Sequence

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from positions.export.workbook import AS_TEXT
from positions.model.dossier import Dossier
from positions.model.errors import DossierError, Finding
from positions.model.fields import last_day
from positions.model.statements import Statement
from positions.workbook.meanings import lists
from positions.workbook.rows import FIELD, VALUE, Cells, coding_rows, rows_of
from positions.workbook.tables import ABOUT, STATEMENTS, TABLES, Column, Table

Codings = Mapping[str, Sequence[Statement]]
READ_ME, LISTS = "Read me", "Lists"
SPARE_ROWS = 2_000  # below those that are filled, with drop-downs
LONGEST_CELL = 32_767  # characters that a cell of a spreadsheet holds
_LONGEST_TIP = 255
_FONT = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
_LOOKS = {
    "text": {**_FONT, "num_format": "@", "text_wrap": True, "quote_prefix": True},
    "blank": {**_FONT, "num_format": "@", "text_wrap": True},
    "head": {**_FONT, "num_format": "@", "bottom": 2},
    "needed": {**_FONT, "num_format": "@", "bottom": 2, "bold": True},
    "title": {**_FONT, "bold": True, "font_size": 14},
}
_WIDE = {"summary", "condition", "rule", "note", "why", "limit", "question", "title", "value"}


def workbook_of(
    dossier: Dossier,
    codings: Codings | None = None,
    first_lines: Sequence[str] = (),
) -> bytes:
    """The workbook as XLSX, of which `files_of_workbook` makes the same dossier and codings.

    `first_lines` stand on its first sheet below the title. The last day of the dossier stands as its
    day of making, so that bytes do not change. Raises DossierError for a text that no cell can hold.
    """
    rows = rows_of(dossier)
    coded = coding_rows(codings or {})
    _refuse_long({**rows, **coded})
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {**AS_TEXT, "in_memory": True}) as book:
        made_on = dt.datetime.combine(last_day(dossier.period.last), dt.time())
        book.set_properties({"title": dossier.title, "subject": dossier.question, "created": made_on})
        sheet = _Sheets({name: book.add_format(look) for name, look in _LOOKS.items()}, rows)
        sheet.read_me(book.add_worksheet(READ_ME), dossier.title, first_lines)
        for table in TABLES:
            sheet.table(book.add_worksheet(table.name), table, rows[table.name])
        for name, cells in coded.items():
            sheet.table(book.add_worksheet(name), STATEMENTS, cells)
        sheet.lists(book.add_worksheet(LISTS))
    return written.getvalue()


def _refuse_long(rows: Mapping[str, Sequence[Cells]]) -> None:
    expected = f"at most {LONGEST_CELL:,} characters, which is what a cell of a spreadsheet holds"
    faults = [
        Finding(name, row, "", cell, expected)
        for name, lines in rows.items()
        for row, cells in enumerate(lines, start=2)
        for cell in cells
        if len(cell) > LONGEST_CELL
    ]
    if faults:
        raise DossierError(faults)


class _Sheets:
    """Writes sheets of one workbook in its looks."""

    def __init__(self, looks: dict[str, Format], rows: Mapping[str, Sequence[Cells]]) -> None:
        self._looks = looks
        self._ranges = _ranges({name: len(cells) for name, cells in rows.items()})

    def read_me(self, sheet: Worksheet, title: str, first_lines: Sequence[str]) -> None:
        """What the workbook is, how it is filled in, and what each sheet holds."""
        sheet.set_column(0, 0, 22)
        sheet.set_column(1, 1, 100)
        sheet.write_string(0, 0, title, self._looks["title"])
        lines = [("", line) for line in (*first_lines, *_HOW)]
        lines += [(table.name, table.meaning) for table in TABLES]
        for row, (name, words) in enumerate(lines, start=2):
            sheet.write_string(row, 0, name, self._looks["needed"] if name else self._looks["text"])
            sheet.write_string(row, 1, words, self._looks["text"])
        _for_print(sheet, READ_ME)

    def table(self, sheet: Worksheet, table: Table, rows: Sequence[Cells]) -> None:
        """Heads, rows, and what may be chosen or is meant below each head."""
        if table is ABOUT:
            self._about(sheet, rows)
        else:
            for place, column in enumerate(table.all_columns):
                self._column(sheet, place, column, table, len(rows))
            self._cells(sheet, rows)
            sheet.freeze_panes(1, 2 if table.parents else 1)
        sheet.repeat_rows(0)
        _for_print(sheet, table.name)

    def lists(self, sheet: Worksheet) -> None:
        """Every closed list: its column, its values and what each of them means."""
        sheet.set_column(0, 1, 26, self._looks["blank"])
        sheet.set_column(2, 2, 90, self._looks["blank"])
        values = [(key, *pair) for key, pairs in lists().items() for pair in pairs]
        for place, head in enumerate(("list", "value", "meaning")):
            sheet.write_string(0, place, head, self._looks["needed"])
        self._cells(sheet, values)
        sheet.freeze_panes(1, 0)
        _for_print(sheet, LISTS)

    def _about(self, sheet: Worksheet, rows: Sequence[Cells]) -> None:
        for place, (head, width) in enumerate(((FIELD, 20), (VALUE, 70), ("meaning", 80))):
            sheet.set_column(place, place, width, self._looks["blank"])
            sheet.write_string(0, place, head, self._looks["needed"])
        for row, (column, (_, value)) in enumerate(zip(ABOUT.columns, rows, strict=True), start=1):
            sheet.write_string(row, 0, column.head, self._looks["needed" if column.required else "text"])
            sheet.write_string(row, 1, value, self._looks["text"]) if value else None
            sheet.write_string(row, 2, _tip(column), self._looks["text"])
        sheet.freeze_panes(1, 1)

    def _column(self, sheet: Worksheet, place: int, column: Column, table: Table, filled: int) -> None:
        width = 50 if column.head in _WIDE else max(14, len(column.head) + 2)
        sheet.set_column(place, place, width, self._looks["blank"])
        sheet.write_string(0, place, column.head, self._looks["needed" if column.required else "head"])
        allowed = self._ranges.get(column.ids or f"{table.name}: {column.head}")
        tip = _tip(column)
        rule: dict[str, object] = {"validate": "list", "source": allowed} if allowed else {"validate": "any"}
        if column.ids and allowed:
            rule |= {
                "error_type": "warning",
                "error_message": f"This is no id of the sheet {column.ids} yet.",
            }
        elif allowed:
            rule |= {"error_message": f"Choose one of the list; the sheet {LISTS} says what each means."}
        if tip:
            rule |= {"input_title": column.head[:32], "input_message": tip[:_LONGEST_TIP]}
        if tip or allowed:
            sheet.data_validation(1, place, filled + SPARE_ROWS, place, rule)

    def _cells(self, sheet: Worksheet, rows: Sequence[Sequence[str]]) -> None:
        for row, cells in enumerate(rows, start=1):
            for place, cell in enumerate(cells):
                if cell:
                    sheet.write_string(row, place, cell, self._looks["text"])


def _ranges(filled: Mapping[str, int]) -> dict[str, str]:
    """Where the values of each closed list and the ids of each sheet stand, as a spreadsheet writes it."""
    found: dict[str, str] = {}
    row = 2
    for key, pairs in lists().items():
        found[key] = f"={LISTS}!$B${row}:$B${row + len(pairs) - 1}"
        row += len(pairs)
    for table in TABLES:
        if "id" in table.heads:
            letter = xl_col_to_name(table.heads.index("id"))
            found[table.name] = f"='{table.name}'!${letter}$2:${letter}${filled[table.name] + SPARE_ROWS + 1}"
    return found


def _tip(column: Column) -> str:
    words = [column.meaning]
    if column.choices:
        words.append(f"The sheet {LISTS} says what each value means.")
    if column.kind in ("ids", "people"):
        words.append("Several are separated by semicolons.")
    if column.default is not None:
        words.append(f"Empty means {str(column.default).lower()}.")
    return " ".join(filter(None, words))


def _for_print(sheet: Worksheet, name: str) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&L{name}&RPage &P of &N")


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
