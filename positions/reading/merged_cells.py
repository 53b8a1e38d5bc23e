"""Cells of a workbook that are merged down a column: the text of the first holds for each of their rows."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from positions.model.errors import Repair
from positions.reading.located import Rows

_PARTS, _TAG = "xl/worksheets/", b"<mergeCell "


@dataclass(frozen=True)
class Merged:
    """Cells of one column, from 1 on, merged from a first row to a last one."""

    column: int
    first: int
    last: int


def merged_cells(raw: bytes) -> Mapping[str, Sequence[Merged]]:
    """The cells of each sheet that are merged down a column; `raw` is a workbook that was read before."""
    if not _has_merged(raw):
        return {}
    from openpyxl import load_workbook  # noqa: PLC0415 - few workbooks have merged cells

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", module="openpyxl")
        book = load_workbook(io.BytesIO(raw))
    found = {
        sheet.title: sorted(
            (
                Merged(one.min_col, one.min_row, one.max_row)
                for one in sheet.merged_cells.ranges
                if one.max_row > one.min_row
            ),
            key=lambda one: (one.first, one.column),
        )
        for sheet in book.worksheets
    }
    return {name: cells for name, cells in found.items() if cells}


def _has_merged(raw: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return any(_TAG in archive.read(name) for name in archive.namelist() if name.startswith(_PARTS))


def with_merged(rows: Rows, found: Sequence[Merged], file: str, heads: int = 1) -> tuple[Rows, list[Repair]]:
    """The rows with the text of each merged cell below the heads in all of its rows, and one repair for all.

    Cells that have a text of their own keep it; rows without any text are none.
    """
    cells = {number: [*texts] for number, texts in rows}
    below = rows[heads][0] if len(rows) > heads else None
    filled: list[tuple[Merged, str]] = []
    for one in found:
        text = _text(cells.get(one.first, ()), one.column)
        if below is None or one.first < below or not text.strip():
            continue
        filled.append((one, text))
        for number in range(one.first + 1, one.last + 1):
            if number in cells and not _text(cells[number], one.column).strip():
                texts = cells[number]
                texts += [""] * (one.column - len(texts))
                texts[one.column - 1] = text
    return [(number, cells[number]) for number, _ in rows], _told(filled, file)


def _text(texts: Sequence[str], column: int) -> str:
    return texts[column - 1] if column <= len(texts) else ""


def _told(filled: Sequence[tuple[Merged, str]], file: str) -> list[Repair]:
    if not filled:
        return []
    one, text = filled[0]
    words = f"{text!r} stands in merged cells and is read in each of their rows, {one.first} to {one.last}"
    rows = f"{text} in rows {one.first} to {one.last}, which are merged"
    return [Repair(file, one.first, "", text, rows, times=len(filled), row=True, sentence=words)]
