"""Formulas in the cells of a workbook: each one finding, with the value that was stored beside it."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.model.errors import Finding
from positions.reading.located import Rows
from positions.reading.spreadsheet import cell_text

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_PARTS, _TAG = "xl/worksheets/", re.compile(rb"[<:]f[> /]")


@dataclass(frozen=True)
class Formula:
    """A formula as it is written; `stored` is its value when the workbook was saved, "" for none."""

    row: int
    column: int
    words: str
    stored: str


def formulas(raw: bytes) -> Mapping[str, Sequence[Formula]]:
    """The formulas of each sheet that has some; `raw` is a workbook that was read before."""
    if not _has_formulas(raw):
        return {}
    from openpyxl import load_workbook  # noqa: PLC0415 - few workbooks have formulas

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", module="openpyxl")
        written, stored = (load_workbook(io.BytesIO(raw), data_only=only) for only in (False, True))
    found = {sheet.title: [*_formulas(sheet, stored[sheet.title])] for sheet in written.worksheets}
    return {name: cells for name, cells in found.items() if cells}


def _formulas(written: Worksheet, stored: Worksheet) -> Iterator[Formula]:
    for number, row in enumerate(written.iter_rows(), start=1):
        for place, cell in enumerate(row, start=1):
            if cell.data_type == "f":
                value = stored.cell(number, place).value
                yield Formula(number, place, cell_text(cell.value), cell_text(value))


def _has_formulas(raw: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = (name for name in archive.namelist() if name.startswith(_PARTS))
        return any(_TAG.search(archive.read(name)) for name in parts)


def without_formulas(
    rows: Rows, found: Sequence[Formula], file: str, heads: int = 1
) -> tuple[Rows, list[Finding]]:
    """The rows with stored values in place of formulas, and a finding for each of these below the heads.

    A formula without a stored value stays as it is written.
    """
    by_place = {(one.row, one.column): one for one in found}
    names = rows[heads - 1][1] if len(rows) >= heads else []
    findings, read = list[Finding](), [*rows[:heads]]
    for number, cells in rows[heads:]:
        values = [*cells]
        for place in range(len(cells)):
            if one := by_place.get((number, place + 1)):
                values[place] = one.stored or cells[place]
                name = names[place].strip() if place < len(names) else ""
                findings.append(Finding(file, number, name, one.words, _expected(one), row=True))
        read.append((number, values))
    return read, findings


def _expected(one: Formula) -> str:
    stored = f"its stored value is {one.stored!r}" if one.stored else "no value is stored with it"
    return f"a value but a formula; {stored}; copy the cell and paste it as a value"
