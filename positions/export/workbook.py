"""The view as a workbook: read me, matrix, cells, gaps, variants, changes, statements, sources, codebook.

Each sheet has one row of heads, frozen and with filters; texts wrap. Every text is stored as a
string and marked as quoted, so that no spreadsheet runs it, now or after it has been edited.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from math import ceil

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from positions.export.sheets import Sheet, sheets
from positions.text.handling import handling_words
from positions.view import View

_FONT = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
_HEAD = {**_FONT, "bold": True, "text_wrap": True, "bottom": 2}
_TEXT = {**_FONT, "text_wrap": True, "quote_prefix": True, "bottom": 7}
_NUMBER = {**_FONT, "align": "left", "bottom": 7}
AS_TEXT = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
NARROW, MIDDLE = 13, 26
LINE_HEIGHT, HIGHEST = 15, 405  # points; a spreadsheet's row ends at 409
LONGEST_HEADER = 255  # characters of the line over a printed page
MOST_PRINTED = 16  # columns that can still be read on one sheet of paper


def workbook(view: View) -> bytes:
    """The workbook as XLSX; the as-of day stands as its day of making, so that bytes do not change."""
    written, dossier = io.BytesIO(), view.tables.dossier
    with xlsxwriter.Workbook(written, {**AS_TEXT, "in_memory": True}) as book:
        book.set_properties(
            {
                "title": dossier.title,
                "subject": dossier.question,
                "comments": f"Data version {dossier.data_version}",
                "category": handling_words(dossier),
                "created": dt.datetime.combine(view.day, dt.time()),
            }
        )
        looks = tuple(book.add_format(look) for look in (_HEAD, _TEXT, _NUMBER))
        for sheet in sheets(view):
            _write(book.add_worksheet(sheet.name), sheet, looks, handling_words(dossier))
    return written.getvalue()


def _write(worksheet: Worksheet, sheet: Sheet, looks: tuple[Format, Format, Format], handling: str) -> None:
    head, text, number = looks
    widths = [_width(sheet.frame[name], str(name), sheet.wide) for name in sheet.frame.columns]
    for column, (name, width) in enumerate(zip(sheet.frame.columns, widths, strict=True)):
        worksheet.set_column(column, column, width)
        worksheet.write_string(0, column, str(name), head)
    for row, values in enumerate(sheet.frame.itertuples(index=False, name=None), start=1):
        worksheet.set_row(row, _height(values, widths))
        for column, value in enumerate(values):
            _write_cell(worksheet, (row, column), value, text if isinstance(value, str) else number)
    worksheet.freeze_panes(1, sheet.frozen)
    worksheet.autofilter(0, 0, len(sheet.frame), len(widths) - 1)
    _for_print(worksheet, sheet, handling)


def _write_cell(worksheet: Worksheet, place: tuple[int, int], value: object, look: Format) -> None:
    if isinstance(value, str):
        worksheet.write_string(*place, value, look)
    elif value is None:
        worksheet.write_blank(*place, None, look)
    else:
        worksheet.write_number(*place, value, look)


def _for_print(worksheet: Worksheet, sheet: Sheet, handling: str) -> None:
    """A4 across, on as few pages side by side as can be read, heads and handling on every page."""
    worksheet.set_landscape()
    worksheet.set_paper(9)
    worksheet.fit_to_pages(ceil(len(sheet.frame.columns) / MOST_PRINTED), 0)
    worksheet.repeat_rows(0)
    say_handling(worksheet, handling)
    worksheet.set_footer(f"&L{sheet.name}&RPage &P of &N")


def say_handling(worksheet: Worksheet, handling: str) -> None:
    """Set what stands over every printed page of a sheet; nothing where the dossier says nothing."""
    if handling:
        worksheet.set_header(f"&R{handling.replace('&', '&&')}"[:LONGEST_HEADER])


def _width(column: pd.Series, head: str, wide: int) -> int:
    """Wide for sentences, narrow for ids and numbers."""
    longest = max([len(head), *(len(str(value)) for value in column if value is not None)])
    return NARROW if longest <= NARROW else MIDDLE if longest <= MIDDLE else wide


def _height(values: Sequence[object], widths: Sequence[int]) -> int:
    """Room for the longest wrapped text of a row, because not every program makes room by itself."""
    lines = [
        sum(len(line) * 1.15 // width + 1 for line in str(value).split("\n"))
        for value, width in zip(values, widths, strict=True)
    ]
    return min(HIGHEST, int(max(lines)) * LINE_HEIGHT + 3)
