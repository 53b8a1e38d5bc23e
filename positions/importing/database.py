"""A table of a coding tool kept in SQLite, as rows: one SELECT of the mapping, read and never written."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from pathlib import Path

from positions.model.errors import DossierError, Finding

MAGIC = b"SQLite format 3\x00"
_SECONDS = 20
_MOST_ROWS = 200_000
_LONGEST = 1_000_000  # bytes of a cell, and of what a function in the SELECT may make
_READS = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}
_EVERY = 10_000  # steps of the database engine between two looks at the clock


def database_rows(raw: bytes, sql: str, file: str) -> list[tuple[int, list[str]]]:
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


def _selected(path: Path, sql: str) -> list[tuple[int, list[str]]]:
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
    return list(enumerate(lines, start=1))


def _only_reads(action: int, *_: object) -> int:
    return sqlite3.SQLITE_OK if action in _READS else sqlite3.SQLITE_DENY


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bytes):
        return value.decode("utf-8", errors="replace")
    return repr(value) if isinstance(value, float) else str(value)
