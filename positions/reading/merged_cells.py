"""Cells of a workbook that are merged down a column: the text of the first holds for each of their rows."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from positions.model.errors import Finding, Notice, Repair
from positions.reading.heads import Columns
from positions.reading.located import Rows

_PARTS, _TAG = "xl/worksheets/", re.compile(rb"[<:]mergeCell ")
_MOST_NAMED = 5  # cells
# What a row says by itself; the same in the next row would be a statement that nobody made.
OF_ONE_ROW = (
    "value", "weight", "step_low", "step_high", "spread", "summary", "condition", "phrase", "phrase_at",
    "start", "end",
)  # fmt: skip


@dataclass(frozen=True)
class Merged:
    """Cells of a column, from 1 on, merged from a first row to a last one.

    `wide` is the place "B3:C4" of cells that are merged over further columns, "" for others.
    """

    column: int
    first: int
    last: int
    wide: str = ""


@dataclass(frozen=True)
class Filled:
    """The rows of a table whose merged cells are read, and what was told of them."""

    rows: Rows
    repairs: tuple[Repair, ...]
    notices: tuple[Notice, ...]
    findings: tuple[Finding, ...]


def merged_cells(raw: bytes) -> Mapping[str, Sequence[Merged]]:
    """The merged cells of each sheet that has some, by row; `raw` is a workbook that was read before."""
    if not _has_merged(raw):
        return {}
    from openpyxl import load_workbook  # noqa: PLC0415 - few workbooks have merged cells

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", module="openpyxl")
        book = load_workbook(io.BytesIO(raw))
    found = {
        sheet.title: sorted(
            (
                Merged(one.min_col, one.min_row, one.max_row, one.coord if one.max_col > one.min_col else "")
                for one in sheet.merged_cells.ranges
            ),
            key=lambda one: (one.first, one.column),
        )
        for sheet in book.worksheets
    }
    return {name: cells for name, cells in found.items() if cells}


def _has_merged(raw: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return any(_TAG.search(archive.read(name)) for name in archive.namelist() if name.startswith(_PARTS))


def own_columns(heads: Sequence[str]) -> frozenset[int]:
    """The columns, from 1 on, of a table of statements whose heads name what is of one row."""
    known = Columns(OF_ONE_ROW)
    return frozenset(place for place, head in enumerate(heads, start=1) if known.named(head))


def with_merged(
    rows: Rows, found: Sequence[Merged], own: Collection[int], file: str, heads: int = 1
) -> Filled:
    """The rows with the text of each merged cell below the heads in all of its rows, and one repair for all.

    Cells that have a text of their own keep it; rows without any text are none. In the columns that are
    `own` to each row nothing is filled in, and what is merged is a finding. Cells that are merged over
    several columns stay as they are, each with a notice.
    """
    cells = {number: [*texts] for number, texts in rows}
    names = rows[heads - 1][1] if len(rows) > heads else []
    below = rows[heads][0] if len(rows) > heads else None
    filled: list[tuple[Merged, str]] = []
    notices, findings = list[Notice](), list[Finding]()
    for one in found:
        text = _text(cells.get(one.first, ()), one.column)
        if below is None or one.first < below or not text.strip():
            continue
        name = _text(names, one.column).strip()
        empty = [
            number
            for number in range(one.first + 1, one.last + 1)
            if number in cells and not _text(cells[number], one.column).strip()
        ]
        if one.wide:
            notices.append(Notice(file, one.first, name, _read_once(one, text), row=True))
        elif empty and one.column in own:
            over = f"it is merged over rows {one.first} to {one.last}"
            expected = f"written in each row that it belongs to; {over}: split the cells and write it there"
            findings.append(Finding(file, one.first, name, text, expected, row=True))
        elif empty:
            filled.append((one, text))
            for number in empty:
                texts = cells[number]
                texts += [""] * (one.column - len(texts))
                texts[one.column - 1] = text
    read = [(number, cells[number]) for number, _ in rows]
    return Filled(read, tuple(_told(filled, file)), tuple(notices), tuple(findings))


def _text(texts: Sequence[str], column: int) -> str:
    return texts[column - 1] if column <= len(texts) else ""


def _read_once(one: Merged, text: str) -> str:
    first = one.wide.partition(":")[0]
    return f"{text!r} in the merged cells {one.wide} is read in {first} alone; write it where else it belongs"


def _told(filled: Sequence[tuple[Merged, str]], file: str) -> list[Repair]:
    if not filled:
        return []
    one, text = filled[0]
    named, quoted = (
        ", ".join(f"{text} in rows {at.first} to {at.last}" for at, text in some[:_MOST_NAMED])
        for some in (filled, [(at, repr(text)) for at, text in filled])
    )
    more = f" and {len(filled) - _MOST_NAMED:,} more" if len(filled) > _MOST_NAMED else ""
    told = f"what stands in merged cells is read in each of their rows: {quoted}{more}"
    if len(filled) == 1:
        told = f"{text!r} stands in merged cells and is read in each of their rows, {one.first} to {one.last}"
    read = f"{named}{more}, which are merged"
    return [Repair(file, one.first, "", text, read, times=len(filled), row=True, sentence=told)]
