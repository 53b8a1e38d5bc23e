"""The rows of a table file, whatever its format, or of a table of a database, as text with their numbers."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from positions.importing.annotations import annotation_rows
from positions.importing.headings import JOINED, below_titles, headings_of, plain_headings
from positions.importing.mapping import TableMapping
from positions.model.errors import DossierError, Finding, Notice, Repair
from positions.reading.csv_text import csv_rows
from positions.reading.encoding import decoded_text
from positions.reading.formulas import formulas, without_formulas
from positions.reading.located import Rows, without_text
from positions.reading.merged_cells import OF_ONE_ROW, merged_cells, with_merged
from positions.reading.parquet import is_parquet, parquet_table
from positions.reading.spreadsheet import broken_in, broken_numbers, is_workbook, sheets

MAGIC = b"SQLite format 3\x00"
_SECONDS = 20
_MOST_ROWS = 200_000
_LONGEST = 1_000_000  # bytes of a cell, and of what a function in the SELECT may make
_READS = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}
_EVERY = 10_000  # steps of the database engine between two looks at the clock


@dataclass(frozen=True)
class TableRows:
    """The rows that have text in them, headings first, and what was mended to read them.

    `numbers` are row and column of the cells that the file itself holds as numbers with a point.
    """

    rows: Rows
    repairs: tuple[Repair, ...] = ()
    numbers: frozenset[tuple[int, int]] = frozenset()
    notices: tuple[Notice, ...] = ()


def table_rows(raw: bytes, mapping: TableMapping, file: str) -> TableRows:
    """The rows of a workbook, a database, Parquet, annotations or CSV, by what the bytes are, not by a name.

    Raises DossierError for what cannot be read as a table.
    """
    if is_workbook(raw):
        return _sheet(raw, mapping, file)
    if raw.startswith(MAGIC):
        return database_rows(raw, _sql(mapping, file), file)
    if is_parquet(raw, file):
        table = parquet_table(raw, file)
        columns = [place for place, is_number in enumerate(table.numbers, start=1) if is_number]
        lines = [*table.rows()]
        return TableRows(lines, numbers=frozenset((row, one) for row, _ in lines for one in columns))
    decoded = decoded_text(raw, file)
    if decoded.findings:
        raise DossierError(list(decoded.findings), decoded.repairs)
    if not decoded.text.strip():
        raise without_text(file)
    if decoded.text.lstrip()[0] in "{[":
        return TableRows(annotation_rows(decoded.text, file), decoded.repairs)
    named = {part for text in plain_headings(mapping) for part in text.split(JOINED)}
    found, repairs, findings = csv_rows(decoded.text, file, lambda head: head.strip() in named)
    rows = list(found)
    if findings:
        raise DossierError(findings, (*decoded.repairs, *repairs))
    rows, above = below_titles(rows, mapping, file)
    return TableRows(rows, (*decoded.repairs, *repairs, *above))


def _sheet(raw: bytes, mapping: TableMapping, file: str) -> TableRows:
    found = sheets(raw, file)
    named = mapping.sheet or (next(iter(found)) if len(found) == 1 else None)
    if named in found:
        rows, above = below_titles(found[named], mapping, file)
        rows, findings = without_formulas(rows, formulas(raw).get(named, ()), file, mapping.header_lines)
        cells = merged_cells(raw).get(named, ())
        own = headings_of(rows, mapping, file).columns(OF_ONE_ROW) if cells and not findings else ()
        merged = with_merged(rows, cells, own, file, mapping.header_lines)
        if findings := [*findings, *merged.findings]:
            raise DossierError(findings, (*above, *merged.repairs))
        numbers = broken_numbers(raw, named) if mapping.decimal_comma else frozenset[tuple[int, int]]()
        return TableRows(merged.rows, (*above, *merged.repairs), numbers, merged.notices)
    expected = f"one of {', '.join(found)}, named in the mapping"
    raise DossierError([Finding(file, None, "sheet", named, expected)])


def _sql(mapping: TableMapping, file: str) -> str:
    if mapping.sql is None:
        expected = "a SELECT in the mapping, for the file is a database"
        raise DossierError([Finding(file, None, "sql", None, expected)])
    return mapping.sql


def database_rows(raw: bytes, sql: str, file: str) -> TableRows:
    """The names of the columns, then the rows of the SELECT, numbered from 1; NULL is an empty cell.

    Raises DossierError, with one finding, for anything but one SELECT, a damaged database, too many rows
    or too long a search.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "table.db"
        copy.write_bytes(raw)
        try:
            return _selected(copy, sql)
        except (sqlite3.Error, sqlite3.Warning, OverflowError) as error:
            expected = f"answered by one SELECT within {_SECONDS} seconds and {_MOST_ROWS:,} rows"
            raise DossierError([Finding(file, None, "sql", str(error), expected)]) from None


def _selected(path: Path, sql: str) -> TableRows:
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        connection.set_authorizer(_only_reads)
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
        ends = time.monotonic() + _SECONDS
        connection.set_progress_handler(lambda: int(time.monotonic() > ends), _EVERY)
        cursor = connection.execute(sql)
        rows = cursor.fetchmany(_MOST_ROWS + 1)
        if cursor.description is None or len(rows) > _MOST_ROWS:
            raise sqlite3.DataError("no rows" if cursor.description is None else "more rows")
        lines = [
            [name for name, *_ in cursor.description],
            *([_text(value) for value in row] for row in rows),
        ]
    finally:
        connection.close()
    return TableRows([*enumerate(lines, start=1)], numbers=broken_in(rows, first=2))


def _only_reads(action: int, *_: object) -> int:
    return sqlite3.SQLITE_OK if action in _READS else sqlite3.SQLITE_DENY


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bytes):
        return value.decode("utf-8", errors="replace")
    return repr(value) if isinstance(value, float) else str(value)
