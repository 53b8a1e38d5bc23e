"""Parquet to rows of text: what a cell says, which row it stands in, and what is not opened."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pytest
from pyarrow.parquet import write_table

from positions.model.dossier import Dossier
from positions.model.errors import Finding
from positions.reading import parquet
from positions.reading.dossier import STATEMENTS, load_dossier, read_dossier
from positions.reading.located import NumberedRow
from positions.reading.parquet import parquet_table
from tests.conftest import Changed
from tests.positions.faults import findings_of

FILE = "statements.parquet"
_EXPECTED = "a Parquet file that pandas or DuckDB opens"
_TEXT = "a column of texts, whole or broken numbers, or days"


def written(columns: dict[str, Any], **options: Any) -> bytes:
    """A Parquet file of these columns, given as Arrow or as lists of values."""
    raw = io.BytesIO()
    write_table(pa.table(columns), raw, **options)
    return raw.getvalue()


def rows(raw: bytes) -> list[NumberedRow]:
    """The rows below the heads."""
    return list(parquet_table(raw, FILE).rows())[1:]


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        (["Çavuş, 北\n"], "Çavuş, 北\n"),
        (pa.array(["12"], pa.large_string()), "12"),
        (pa.array(["12"], pa.string_view()), "12"),
        (pa.array(["12"]).dictionary_encode(), "12"),
        ([3], "3"),
        (pa.array([2**64 - 1], pa.uint64()), "18446744073709551615"),
        ([3.0], "3"),
        ([2.5], "2.5"),
        (pa.array([0.1], pa.float32()), "0.1"),
        (pa.array([0.7], pa.float32()), "0.7"),
        (pa.array([3.0], pa.float32()), "3"),
        ([Decimal("3.00")], "3"),
        ([Decimal("2.50")], "2.50"),
        ([True], "TRUE"),
        ([dt.date(2017, 6, 29)], "2017-06-29"),
        ([dt.datetime(2017, 6, 29)], "2017-06-29"),
        (pa.array([dt.datetime(2017, 6, 29)], pa.timestamp("ns")), "2017-06-29"),
        ([dt.datetime(2017, 6, 29, 14, 30)], "2017-06-29 14:30:00"),
    ],
)
def test_a_cell_is_the_text_that_would_be_typed(cells: Any, text: str) -> None:
    """Whatever type a program gave a column, a day reads as a day and a whole number as its digits."""
    assert rows(written({"id": cells})) == [(2, [text])]


@pytest.mark.parametrize(
    "cells",
    [["a", None], pa.array(["a", None]).dictionary_encode(), [1, None], [1.5, None], [1.5, float("nan")]],
)
def test_nothing_is_an_empty_cell(cells: Any) -> None:
    """A null, or what is no number, is a cell with nothing in it; a column of nothing else is empty."""
    assert rows(written({"id": ["x", "y"], "of": cells, "nil": pa.nulls(2)}))[1] == (3, ["y", "", ""])


def test_rows_are_numbered_as_a_spreadsheet_does() -> None:
    """The heads would be row 1, empty rows are passed over, and several parts of a file are one table."""
    raw = written({"id": ["a", None, " ", "c"]}, row_group_size=1)

    assert list(parquet_table(raw, FILE).rows()) == [(1, ["id"]), (2, ["a"]), (5, ["c"])]


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ([["north", "south"]], "lists or records inside its cells"),
        ([{"north": 1}], "lists or records inside its cells"),
        ([b"north"], "cells of the kind binary"),
        ([dt.time(12, 30)], "times without a day"),
        ([dt.timedelta(1)], "cells of the kind duration[us]"),
    ],
)
def test_a_column_of_another_kind_is_one_finding(cells: Any, kind: str) -> None:
    """Each column that is no text is named once, with what is in it and what could be."""
    raw = written({"id": ["a"], "about": cells, "note": cells})

    assert findings_of(lambda: parquet_table(raw, FILE)) == [
        Finding(FILE, None, name, kind, _TEXT) for name in ("about", "note")
    ]


def cut(raw: bytes) -> bytes:
    """The file without its middle."""
    return raw[:40] + raw[-40:]


def turned(raw: bytes) -> bytes:
    """The file with one byte of a text changed, which its checksum tells."""
    return raw.replace(b"a mill", b"a hill")


SOUND = written({"id": ["a mill"]}, compression="none", use_dictionary=False, write_page_checksum=True)
NO_UTF_8 = written({"id": ["a mill"]}, compression="none").replace(b"mill", b"mi\xffl")


@pytest.mark.parametrize(
    ("raw", "found", "expected"),
    [
        (b"", "this content", _EXPECTED),
        (b"id,name\n", "this content", _EXPECTED),
        (b"PAR1", "a damaged Parquet file", _EXPECTED),
        (SOUND[:-1], "a damaged Parquet file", _EXPECTED),
        (cut(SOUND), "a damaged Parquet file", _EXPECTED),
        (turned(SOUND), "a damaged Parquet file", _EXPECTED),
        (NO_UTF_8, "a damaged Parquet file", _EXPECTED),
        (
            written({"id": pa.array([2**62], pa.timestamp("us"))}),
            "a damaged Parquet file",
            _EXPECTED,
        ),
        (b"PARE and more PARE", "an encrypted Parquet file", "one without encryption"),
        (
            written({"id": ["a"]}, use_dictionary=False, column_encoding={"id": "DELTA_BYTE_ARRAY"}),
            "pages of the kind delta",
            "plain or dictionary pages, as pandas, DuckDB and R write",
        ),
    ],
)
def test_what_cannot_be_opened_is_told_in_one_sentence(raw: bytes, found: str, expected: str) -> None:
    """Nobody is shown a traceback, whatever befell the file."""
    assert findings_of(lambda: parquet_table(raw, FILE)) == [Finding(FILE, None, "", found, expected)]


@pytest.mark.parametrize(
    ("limit", "columns", "told"),
    [
        (
            "MOST_ROWS",
            {"id": pa.nulls(1_000, pa.string())},
            "'1,000 rows of 1 columns' is not at most 1 rows and 60,000,000 cells",
        ),
        (
            "MOST_CELLS",
            {f"c{n}": [None] for n in range(1_000)},
            "'1 rows of 1,000 columns' is not at most 2,000,000 rows and 1 cells",
        ),
        (  # which its footer says
            "MOST_UNPACKED_MB",
            {"id": [f"{n}{' ' * 1_000}" for n in range(3_000)]},
            "'3 MB when unpacked' is not at most 1 MB",
        ),
        (  # which it does not: each row is a number that stands for one long text
            "MOST_UNPACKED_MB",
            {"id": [" " * 1_000] * 3_000},
            "'3 MB when unpacked' is not at most 1 MB",
        ),
    ],
)
def test_a_file_that_swells_is_refused(
    limit: str, columns: Any, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A small file of millions of rows, or of one text a million times, is one finding, not a full memory."""
    monkeypatch.setattr(parquet, limit, 1)
    raw = written(columns, compression="zstd")

    assert len(raw) < 300_000
    assert [str(one) for one in findings_of(lambda: parquet_table(raw, FILE))] == [f"{FILE}: {told}"]


def as_parquet(folder: Path, change: Callable[[list[str]], list[str]] = list) -> None:
    """Put a Parquet file of its statements, each column changed, in the place of the CSV file."""
    frame = pd.read_csv(folder / STATEMENTS, dtype="str", keep_default_na=False)
    (folder / STATEMENTS).unlink()
    (folder / FILE).write_bytes(written({head: change([*frame[head]]) for head in frame.columns}))


def test_a_table_whose_first_word_begins_as_a_locked_file_is_plain_text() -> None:
    """Only what begins and ends so, or is named so, is Parquet."""
    assert not parquet.is_parquet(b"PARENT,ISSUE\nA,1\n", "table.csv")
    assert parquet.is_parquet(b"PARE, of which all else is missing, PARE", "table.csv")


def test_a_folder_may_hold_parquet(changed: Changed, small: Dossier) -> None:
    """It is the same dossier of the same version, and how its rows are counted is told."""
    folder = changed()
    as_parquet(folder)

    reading = read_dossier(folder)

    assert reading.dossier == small
    assert list(map(str, reading.repairs)) == [
        f"{FILE}: a Parquet file, which has no row of heads; its first row is told as row 2, as in a "
        "spreadsheet"
    ]


def test_faults_are_told_as_those_of_plain_text(changed: Changed) -> None:
    """The same row, statement, field and words, but for the name of the file."""
    folder = changed(statements=[("2031-05-09", "2031-02-30")])
    told = [str(one) for one in findings_of(lambda: load_dossier(folder))]
    as_parquet(folder)

    assert [str(one) for one in findings_of(lambda: load_dossier(folder))] == [
        one.replace(STATEMENTS, FILE) for one in told
    ]
    assert told[0].startswith(f"{STATEMENTS}: row 2 (gazette-1): said_on: '2031-02-30'")


def test_of_parquet_and_plain_text_neither_is_believed(changed: Changed) -> None:
    """The older one is not read by chance."""
    folder = changed()
    (folder / FILE).write_bytes(b"")

    assert [str(one) for one in findings_of(lambda: load_dossier(folder))] == [
        f"{STATEMENTS}: 'statements.csv and {FILE}' is not one file; take away those that are not to be read"
    ]
