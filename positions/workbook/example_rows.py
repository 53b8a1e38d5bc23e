"""The rows of the example that a new workbook is handed out with, told from a user's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from positions.model.errors import Notice
from positions.reading.dossier import read_files
from positions.reading.heads import Columns
from positions.reading.located import Rows
from positions.start.case import new_case
from positions.workbook.rows import rows_of
from positions.workbook.tables import ABOUT, ISSUES, PARTIES, SOURCES, STATEMENTS, TABLES

_OWN_CASE = (PARTIES, ISSUES, SOURCES, STATEMENTS)
_OF_THE_CASE = {"title", "question", "period.first", "period.last", "low_end", "high_end", "notice"}
_Filled = frozenset[tuple[str, str]]
_Lines = dict[_Filled, Counter[str]]


@dataclass(frozen=True)
class _Row:
    """A row of a sheet: number, id, what it belongs to, and all that may be the id of another row."""

    sheet: str
    number: int
    id: str
    parent: str
    words: frozenset[str]


def without_example(found: Mapping[str, Rows], file: str) -> tuple[dict[str, Rows], tuple[Notice, ...]]:
    """The sheets without the rows of the example that are as they were handed out, and a notice of these.

    As long as there is no party, issue, source or statement beside those of the example, it is the example
    that is meant, and all stays. Rows to which one's own refer stay too, with what these need. A column that
    was taken away or has another head makes no row of the example one's own.
    """
    if not any(_has_own(found.get(table.name, []), table.name) for table in _OWN_CASE):
        return dict(found), ()
    own: set[str] = set()
    handed_out: list[_Row] = []
    for sheet in _example():
        rows = found.get(sheet, [])
        lines = _lines(rows, sheet)
        for number, cells in _filled(rows, sheet):
            row = _row(sheet, number, cells)
            if _is_in(cells, lines):
                handed_out.append(row)
            else:
                own |= row.words
    left = _unused(handed_out, own)
    kept = {
        sheet: [row for row in rows if row[0] not in left.get(sheet, ())] for sheet, rows in found.items()
    }
    stay = Counter(row.sheet for row in handed_out if row.number not in left.get(row.sheet, ()))
    return kept, (*_told(left, kept, file), *_told_to_stay(stay, file))


@cache
def _example() -> dict[str, frozenset[_Filled]]:
    """The rows of each sheet but About, as they are handed out."""
    rows = rows_of(read_files(new_case("example")).dossier)
    return {
        table.name: frozenset(
            frozenset((head, cell) for head, cell in zip(table.heads, cells, strict=True) if cell)
            for cells in rows[table.name]
        )
        for table in TABLES
        if table is not ABOUT
    }


@cache
def _example_of_about() -> _Filled:
    rows = rows_of(read_files(new_case("example")).dossier)[ABOUT.name]
    return frozenset((head, value) for head, value in rows if value and head in _OF_THE_CASE)


def _heads(rows: Rows, sheet: str) -> list[str]:
    """The columns that the heads of a sheet mean; a head that means none as it is written."""
    known = Columns(next(table.heads for table in TABLES if table.name == sheet))
    return [known.named(cell) or cell.strip() for cell in rows[0][1]] if rows else []


def _filled(rows: Rows, sheet: str) -> Iterator[tuple[int, _Filled]]:
    """Each row below the heads: its number, and the cells with something in them by the columns they mean."""
    heads = _heads(rows, sheet)
    for number, cells in rows[1:]:
        pairs = zip(heads, (cell.strip() for cell in cells), strict=False)
        yield number, frozenset((head, cell) for head, cell in pairs if cell)


def _lines(rows: Rows, sheet: str) -> _Lines:
    """The rows of the example in the columns that a sheet has, each with what it says in all others."""
    heads = {*_heads(rows, sheet)}
    found: _Lines = {}
    for line in _example()[sheet]:
        there = frozenset((head, cell) for head, cell in line if head in heads)
        if there:
            found[there] = Counter(cell for head, cell in line if head not in heads)
    return found


def _is_in(cells: _Filled, lines: _Lines) -> bool:
    """Whether a row says what one of the example does; under another head what this says in a column gone."""
    return any(
        line <= cells and Counter(cell for _, cell in cells - line) <= gone for line, gone in lines.items()
    )


def _has_own(rows: Rows, sheet: str) -> bool:
    """Whether a sheet has a row that is none of the example and has no id of one."""
    lines, ids = _lines(rows, sheet), {dict(cells).get("id") for cells in _example()[sheet]}
    return any(
        dict(cells).get("id", "") not in ids and not _is_in(cells, lines) for _, cells in _filled(rows, sheet)
    )


def _row(sheet: str, number: int, cells: _Filled) -> _Row:
    parents = {table.name: table.parents.head for table in TABLES if table.parents}
    by_head = dict(cells)
    words = frozenset(word.strip() for cell in by_head.values() for word in cell.split(";"))
    return _Row(sheet, number, by_head.get("id", ""), by_head.get(parents.get(sheet, ""), ""), words)


def _unused(handed_out: list[_Row], own: set[str]) -> dict[str, set[int]]:
    """The numbers of the rows, by sheet, to which neither one's own nor another that stays refers."""
    words, kept = set(own), set[str]()
    left = handed_out
    while True:
        stay = [row for row in left if row.id in words - {""} or row.parent in kept]
        if not stay:
            break
        left = [row for row in left if row not in stay]
        kept |= {row.id for row in stay if row.id}
        words |= {word for row in stay for word in row.words}
    found: dict[str, set[int]] = {}
    for row in left:
        found.setdefault(row.sheet, set()).add(row.number)
    return found


def _told_to_stay(stay: Mapping[str, int], file: str) -> Iterator[Notice]:
    """One notice of the rows of the example to which one's own refer, so that they are shown with these."""
    if stay:
        where = ", ".join(f"{sheet} {count}" for sheet, count in stay.items())
        words = f"rows of the example that stay, because your own refer to them: {where}"
        yield Notice(file, None, "", words)


def _told(left: Mapping[str, set[int]], kept: Mapping[str, Rows], file: str) -> Iterator[Notice]:
    """One notice of all rows that are left out, and one of what About still says of the example."""
    count = sum(map(len, left.values()))
    if count:
        rows = "row is left out: it is" if count == 1 else "rows are left out: they are"
        where = ", ".join(f"{sheet} {len(numbers)}" for sheet, numbers in left.items())
        words = f"{count} {rows} the example as it was handed out ({where})"
        yield Notice(file, None, "", words)
    pairs = (tuple(cell.strip() for cell in cells[:2]) for _, cells in kept.get(ABOUT.name, []))
    same = [pair[0] for pair in pairs if pair in _example_of_about()]
    if same:
        words = f"still as in the example: {', '.join(same)}"
        yield Notice(ABOUT.name, None, "", words)
