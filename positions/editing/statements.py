"""Rows of a dossier's statements added, changed and left out: files in, files out; nothing is written here.

What the rows mean is not checked here: the files are read again, as those from a disk are.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from itertools import count

from positions.model.dossier import Dossier
from positions.model.statements import COLUMN_DEFAULTS, STATEMENT_COLUMNS
from positions.reading.dossier import STATEMENTS
from positions.reading.files import Files
from positions.reading.text_checks import Check

Row = dict[str, str]
REASON = "the phrase stands once in the text"


def with_row(files: Files, row: Mapping[str, str]) -> Files:
    """The files with one row more, after all others."""
    return _changed(files, lambda rows: [*rows, dict(row)])


def with_changes(files: Files, statement: str, changes: Mapping[str, str]) -> Files:
    """The files with other values in the row of a statement, in its place; "" empties a cell.

    Raises KeyError when no row has that id.
    """
    return _changed(files, lambda rows: _replaced(rows, statement, changes))


def with_rows(files: Files, rows: list[Row]) -> Files:
    """The files with these rows in the place of all; columns that the file had stay, though empty."""
    return _changed(files, lambda _: rows)


def free_id(files: Files, source: str) -> str:
    """The id of the next statement of a source: "<source>-1", or the first number that is not taken."""
    taken = {row["id"] for row in statement_rows(files)[1]}
    return next(name for number in count(1) if (name := f"{source}-{number}") not in taken)


def _changed(files: Files, change: Callable[[list[Row]], list[Row]]) -> Files:
    names, rows = statement_rows(files)
    written = _written(names, change(rows))
    return {**files, STATEMENTS: lambda: written}


def _replaced(rows: list[Row], statement: str, changes: Mapping[str, str]) -> list[Row]:
    """The rows with other values in those of a statement."""
    if all(row["id"] != statement for row in rows):
        raise KeyError(statement)
    return [{**row, **changes} if row["id"] == statement else row for row in rows]


def statement_rows(files: Files) -> tuple[list[str], list[Row]]:
    """Columns of the statements' file and its rows, as texts, in their order."""
    reader = _reader(files[STATEMENTS]())
    rows = list(reader)
    return list(reader.fieldnames or ()), rows


def readable_rows(files: Files, dossier: Dossier) -> bool:
    """Whether the statements' file, read as it is written here, has the rows that the dossier has.

    False for another delimiter, encoding or kind of file, which reading mends and writing would not keep.
    """
    try:
        _, rows = statement_rows(files)
    except (KeyError, UnicodeDecodeError, csv.Error):
        return False
    return [row.get("id") for row in rows] == [one.id for one in dossier.statements]


def rows_of(written: bytes) -> list[Row]:
    """The rows of a file of statements, as texts, in their order."""
    return list(_reader(written))


def _reader(written: bytes) -> csv.DictReader[str]:
    return csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline=""))


def _written(names: list[str], rows: list[Row]) -> bytes:
    """The rows under their columns, those that the file had first; line ends as spreadsheets write them."""
    used = [name for name in STATEMENT_COLUMNS if any(row.get(name) for row in rows)]
    columns = [*names, *(name for name in used if name not in names)]
    text = io.StringIO(newline="")
    # A column that the file has not and that is empty in every row is left out; one that is new here says
    # of all other rows what its absence said.
    said = {name: default for name, default in COLUMN_DEFAULTS.items() if name in used and name not in names}
    writer = csv.DictWriter(text, columns, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows({**said, **row} for row in rows)
    return text.getvalue().encode()


def found_passages(checks: Iterable[Check]) -> dict[str, tuple[int, int]]:
    """By statement the place of each phrase that has no recorded passage and was found once."""
    return {one.statement: one.place for one in checks if one.place}


def with_passages(files: Files, places: dict[str, tuple[int, int]]) -> Files:
    """The files with these passages, by the ids of their statements; all other rows stay as they are."""
    _, rows = statement_rows(files)
    return with_rows(files, [row | _passage(places.get(row["id"])) for row in rows])


def _passage(place: tuple[int, int] | None) -> dict[str, str]:
    return {"start": str(place[0]), "end": str(place[1])} if place else {}
