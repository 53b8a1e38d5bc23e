"""What a mapping says in vain is told with its line, and what it calls by a whole heading is followed."""

from __future__ import annotations

import pytest

from positions.importing.example_files import MAPPING, TABLE, example_files
from positions.importing.mapping_file import located_mapping
from positions.importing.table import Imported, import_table
from tests.positions.importing.made_tables import CODES, HEAD, csv_bytes

WIDE = HEAD + CODES + 'shape: wide\ncolumns: {party: Party, value: "Q{issue}"}\n'
LONG = HEAD + CODES + "shape: long\ncolumns: {party: P, issue: I, value: V, mode: M, member: W}\n"
ROWS = [["Party", "Q1", "Q2"], ["Hill", "1", "-1"], ["Shore", "0", "1"]]
LONG_ROWS = [
    ["P", "I", "V", "M", "W"],
    ["Hill", "Toll", "1", "action", "Dale"],
    ["Shore", "Toll", "0", "action", ""],
]


def made(text: str, rows: list[list[str]]) -> tuple[Imported, list[str]]:
    """What a table and the text of a mapping make, and what is told of the mapping."""
    known = located_mapping(text.encode(), "mapping.yaml")
    found = import_table(csv_bytes(rows), known.mapping, "table.csv")
    return found, [str(one) for one in known.notices(found.without_effect)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("sheet: One", "sheet: without effect: the table is no workbook"),
        ("sql: SELECT 1", "sql: without effect: the table is no database"),
        ("decimals: 2", "decimals: without effect: no scale has ends, so nothing is rounded"),
        ('day_format: "%d.%m.%Y"', "day_format: without effect: columns name no day"),
        ("member_kind: firm", "member_kind: without effect: no row names a member"),
        ("missing: {99: {blank: declined, reason: none}}", "missing.99: without effect: no cell says so"),
        (
            "parties: [{as_written: Hil, name: H}]",
            "parties.as_written: without effect: none of the parties is called 'Hil'; parties: Hill, Shore; "
            "nearest: Hill",
        ),
        (
            "issues: [{as_written: Q9, name: N}]",
            "issues.as_written: without effect: none of the issues is called 'Q9'; issues: 1, 2",
        ),
        (
            "only: {Party: [Hill, Shore, Mill]}",
            "only.Party: 'Mill' is in no row; there: Hill, Shore; nearest: Hill",
        ),
    ],
)
def test_a_key_that_changes_nothing_is_told_with_its_line(text: str, words: str) -> None:
    """It is no fault, and nobody believes that it was followed."""
    assert made(WIDE, ROWS)[1] == []
    assert made(WIDE + text, ROWS)[1] == [f"mapping.yaml:{len(WIDE.splitlines()) + 1}: {words}"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "parties: [{as_written: Hill, kind: firm}]",
            "parties.kind: without effect: Hill has members: a grouping",
        ),
        (
            "issues: [{as_written: Toll, values: {ends: {low: 0, high: 1}}}]",
            "values: without effect: each issue has values of its own",
        ),
    ],
)
def test_what_another_key_takes_the_place_of_is_told(text: str, words: str) -> None:
    """A party with members is a grouping, and what each issue or row says for itself needs no default."""
    _, told = made(LONG + text, LONG_ROWS)

    assert {one.partition(": ")[2] for one in told} == {
        words,
        "defaults.mode: without effect: each row has its own",
    }


def test_an_issue_may_be_called_by_the_heading_of_its_column() -> None:
    """Q2 is the column of issue 2, and no other can be meant."""
    found, told = made(WIDE + "issues: [{as_written: Q2, name: Toll}]", ROWS)

    assert [one.name for one in found.dossier.issues] == ["Toll", "1"]
    assert told == []


def test_the_example_works_and_every_key_of_it_has_an_effect() -> None:
    """The table and the mapping that are handed out belong together."""
    files = example_files()
    known = located_mapping(files[MAPPING], MAPPING)
    found = import_table(files[TABLE], known.mapping, TABLE)

    assert (len(found.dossier.parties), len(found.dossier.issues), found.read) == (3, 2, 6)
    assert found.without_effect == ()
    assert found.unused == ()
