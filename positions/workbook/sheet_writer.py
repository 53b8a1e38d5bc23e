"""One sheet of a workbook to be filled in: heads, cells, drop-downs, what each column means, print setup."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from positions.export.workbook import say_handling
from positions.workbook.meanings import lists
from positions.workbook.rows import FIELD, VALUE, Cells
from positions.workbook.tables import ABOUT, Column, Table

READ_ME, LISTS = "Read me", "Lists"
SPARE_ROWS = 2_000  # below those that are filled, with drop-downs
_LONGEST_TIP = 255
_FONT = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
_LOOKS = {
    "text": {**_FONT, "num_format": "@", "text_wrap": True, "quote_prefix": True},
    "blank": {**_FONT, "num_format": "@", "text_wrap": True},
    "head": {**_FONT, "num_format": "@", "bottom": 2},
    "needed": {**_FONT, "num_format": "@", "bottom": 2, "bold": True},
    "title": {**_FONT, "bold": True, "font_size": 14},
}
_WIDE = {"summary", "condition", "rule", "note", "why", "limit", "question", "title", "value", "passage"}


class SheetWriter:
    """Writes sheets of one workbook in its looks; `tables` are all that it will have, with their rows.

    `handling` stands over each printed page.
    """

    def __init__(
        self, book: xlsxwriter.Workbook, tables: Mapping[str, tuple[Table, int]], handling: str
    ) -> None:
        self._book, self._handling = book, handling
        self._tables = {table.name: (table, filled) for table, filled in tables.values()}
        self._looks: dict[str, Format] = {name: book.add_format(look) for name, look in _LOOKS.items()}
        self._lists = lists(table for table, _ in self._tables.values())
        self._ranges = self._found_ranges()

    def read_me(self, title: str, first_lines: Sequence[str]) -> None:
        """Write what the workbook is, how it is filled in, and what each sheet holds."""
        sheet = self._book.add_worksheet(READ_ME)
        sheet.set_column(0, 0, 22)
        sheet.set_column(1, 1, 100)
        sheet.write_string(0, 0, title, self._looks["title"])
        lines = [("", line) for line in first_lines]
        lines += [(table.name, table.meaning) for table, _ in self._tables.values()]
        for row, (name, words) in enumerate(lines, start=2):
            sheet.write_string(row, 0, name, self._looks["needed"] if name else self._looks["text"])
            sheet.write_string(row, 1, words, self._looks["text"])
        _for_print(sheet, READ_ME, self._handling)

    def table(self, name: str, table: Table, rows: Sequence[Cells]) -> None:
        """Write heads, rows, and what may be chosen or is meant below each head."""
        sheet = self._book.add_worksheet(name)
        if table is ABOUT:
            self._about(sheet, rows)
        else:
            for place, column in enumerate(table.all_columns):
                self._column(sheet, place, column, table, len(rows))
            self._cells(sheet, rows)
            sheet.freeze_panes(1, 2 if table.parents else 1)
        sheet.repeat_rows(0)
        _for_print(sheet, name, self._handling)

    def lists(self) -> None:
        """Write every closed list: its column, its values and what each of them means."""
        sheet = self._book.add_worksheet(LISTS)
        sheet.set_column(0, 1, 26, self._looks["blank"])
        sheet.set_column(2, 2, 90, self._looks["blank"])
        values = [(key, *pair) for key, pairs in self._lists.items() for pair in pairs]
        for place, head in enumerate(("list", "value", "meaning")):
            sheet.write_string(0, place, head, self._looks["needed"])
        self._cells(sheet, values)
        sheet.freeze_panes(1, 0)
        _for_print(sheet, LISTS, self._handling)

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

    def _found_ranges(self) -> dict[str, str]:
        """Where the values of each closed list and the ids of each sheet stand, as formulas name it."""
        found: dict[str, str] = {}
        row = 2
        for key, pairs in self._lists.items():
            found[key] = f"={LISTS}!$B${row}:$B${row + len(pairs) - 1}"
            row += len(pairs)
        for name, (table, filled) in self._tables.items():
            if "id" in table.heads:
                letter = xl_col_to_name(table.heads.index("id"))
                found[name] = f"='{name}'!${letter}$2:${letter}${filled + SPARE_ROWS + 1}"
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


def _for_print(sheet: Worksheet, name: str, handling: str) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    say_handling(sheet, handling)
    sheet.set_footer(f"&L{name}&RPage &P of &N")
