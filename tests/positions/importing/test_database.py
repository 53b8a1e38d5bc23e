"""A database of a coding tool is read by one SELECT, and nothing in it can be run or written."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from positions.importing import rows
from positions.importing.rows import database_rows
from positions.importing.table import import_table
from tests.positions.faults import findings_of
from tests.positions.importing.made_tables import CODES, HEAD, mapping_of

SQL = "SELECT org, concept, answer FROM codes JOIN orgs ON orgs.id = codes.org_id ORDER BY codes.id"


@pytest.fixture
def raw(tmp_path: Path) -> bytes:
    """A database of two tables, as a coding tool keeps them."""
    path = tmp_path / "tool.db"
    with sqlite3.connect(path) as connection:
        connection.executescript(
            "CREATE TABLE orgs (id INTEGER, org TEXT);"
            "INSERT INTO orgs VALUES (1, 'Union'), (2, 'Chamber');"
            "CREATE TABLE codes (id INTEGER, org_id INTEGER, concept TEXT, answer REAL);"
            "INSERT INTO codes VALUES (1, 1, 'Levy', 1.0), (2, 2, 'Levy', -1.0), (3, 2, 'Toll', NULL);"
        )
    connection.close()
    return path.read_bytes()


def test_a_select_is_a_table(raw: bytes) -> None:
    """Headings are the names of the columns; NULL is an empty cell."""
    mapping = mapping_of(
        f"{HEAD}{CODES}shape: long\ncolumns: {{party: org, issue: concept, value: answer}}\nsql: {SQL}\n"
    )
    found = import_table(raw, mapping, "tool.db")

    assert [(one.party, one.issue, one.step_low) for one in found.dossier.statements] == [
        ("union", "levy", 2),
        ("chamber", "levy", 0),
    ]
    assert dict(found.left_out) == {"the cell is empty": 1}


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM codes",
        "UPDATE codes SET answer = 0",
        "ATTACH '/tmp/other.db' AS other",
        "PRAGMA writable_schema = 1",
        "SELECT 1; SELECT 2",
        "SELECT * FROM nothing",
        "SELECT load_extension('x')",
        "SELECT zeroblob(1000000000)",
        "CREATE TABLE more (id INTEGER)",
        "",
    ],
)
def test_anything_else_is_refused(raw: bytes, sql: str) -> None:
    """What is not one SELECT on what is there is one finding."""
    found = findings_of(lambda: database_rows(raw, sql, "tool.db"))

    assert [(one.file, one.field) for one in found] == [("tool.db", "sql")]


def test_a_search_that_does_not_end_is_ended(raw: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """A SELECT that counts for ever is stopped after its time."""
    monkeypatch.setattr(rows, "_SECONDS", 0.2)
    sql = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"

    assert "interrupted" in str(findings_of(lambda: database_rows(raw, sql, "tool.db"))[0])


def test_too_many_rows_are_refused(raw: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """More rows than a table may have are not read into memory."""
    monkeypatch.setattr(rows, "_MOST_ROWS", 2)

    assert "more rows" in str(findings_of(lambda: database_rows(raw, SQL, "tool.db"))[0])


def test_a_database_needs_a_select_and_must_be_whole(raw: bytes) -> None:
    """Without SQL in the mapping, or with half of the file, it is one finding."""
    mapping = mapping_of(
        f"{HEAD}{CODES}shape: long\ncolumns: {{party: org, issue: concept, value: answer}}\n"
    )

    assert [one.field for one in findings_of(lambda: import_table(raw, mapping, "tool.db"))] == ["sql"]
    assert len(findings_of(lambda: database_rows(raw[:3000], SQL, "tool.db"))) == 1
