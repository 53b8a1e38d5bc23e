"""CSV text: what is read, on which line it stands, and which faults are told."""

from __future__ import annotations

import csv

import pytest

from positions.model.errors import Finding
from positions.reading.csv_text import located_rows
from positions.reading.located import Located
from tests.positions.faults import findings_of

FILE = "statements.csv"
COLUMNS = ("id", "name", "note")


def rows_of(text: str) -> Located:
    """The rows of a CSV text with the columns id, name and note."""
    return located_rows(text, FILE, COLUMNS)


def faults_of(text: str) -> list[Finding]:
    """The findings in a CSV text with the columns id, name and note."""
    return findings_of(lambda: rows_of(text))


def test_rows_keep_the_order_of_the_file_and_leave_empty_cells_out() -> None:
    """An empty cell is unknown, not an empty text."""
    located = rows_of("id,name,note\nb,Bay,\na,  ,far\n")

    assert located.value == [{"id": "b", "name": "Bay"}, {"id": "a", "note": "far"}]
    assert [located.line((place,)) for place in range(2)] == [2, 3]


def test_na_and_no_stay_texts() -> None:
    """A party called NA is not missing, and one called NO is not false."""
    located = rows_of("id,name,note\nNO,NA,null\n")

    assert located.value == [{"id": "NO", "name": "NA", "note": "null"}]


def test_line_breaks_inside_quotes_do_not_shift_the_lines_of_later_rows() -> None:
    """A finding in a row below a cell of three lines still names the right line."""
    located = rows_of('id,name,note\na,Bay,"one\ntwo\nthree"\nb,Cape,\n')

    assert located.value[0]["note"] == "one\ntwo\nthree"
    assert [located.line((place,)) for place in range(2)] == [2, 5]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_as_on_any_system(end: str) -> None:
    """Files saved on Windows, on Linux and on an old Mac say the same."""
    located = rows_of(end.join(["id,name,note", "a,Bay,", "b,Cape,far", ""]))

    assert located.value == [{"id": "a", "name": "Bay"}, {"id": "b", "name": "Cape", "note": "far"}]
    assert located.line((1,)) == 3


def test_columns_may_stand_in_any_order() -> None:
    """A spreadsheet may move a column; the names decide."""
    assert rows_of("note,id,name\nfar,a,Bay\n").value == [{"note": "far", "id": "a", "name": "Bay"}]


def test_empty_lines_are_passed_over_wherever_they_stand() -> None:
    """Empty lines, and lines of commas alone, say nothing, not even above the header."""
    located = rows_of("\n,,\nid,name,note\n\n,,\na,Bay,\n\n")

    assert located.value == [{"id": "a", "name": "Bay"}]
    assert located.line((0,)) == 6
    assert located.line(()) == 3


def test_a_file_of_commas_alone_lacks_every_column() -> None:
    """What holds no header does not pass for a dossier without statements."""
    assert faults_of(",,\n,,\n") == [
        Finding(FILE, 1, "id", None, "a column named id"),
        Finding(FILE, 1, "name", None, "a column named name"),
        Finding(FILE, 1, "note", None, "a column named note"),
    ]


def test_a_missing_column_is_named() -> None:
    """The reader learns which column to add."""
    assert faults_of("id,note\na,far\n") == [Finding(FILE, 1, "name", None, "a column named name")]


def test_an_optional_column_may_be_missing_and_is_empty_in_every_row() -> None:
    """A file of before the column came is read as it is; where it is there it is read like any other."""
    without = located_rows("id,name\na,Bay\n", FILE, COLUMNS, ("note",))
    with_it = located_rows("id,note,name\na,far,Bay\n", FILE, COLUMNS, ("note",))

    assert without.value == [{"id": "a", "name": "Bay"}]
    assert with_it.value == [{"id": "a", "note": "far", "name": "Bay"}]


def test_an_optional_column_named_twice_or_misspelt_is_told() -> None:
    """That it may be missing does not make it free."""
    twice = findings_of(lambda: located_rows("id,name,note,note\na,b,c,d\n", FILE, COLUMNS, ("note",)))
    misspelt = findings_of(lambda: located_rows("id,name,notes\na,b,c\n", FILE, COLUMNS, ("note",)))

    assert twice == [Finding(FILE, 1, "note", "2 columns of that name", "a column named once")]
    assert misspelt == [Finding(FILE, 1, "", "notes", "one of the columns id, name, note")]


def test_an_unknown_column_is_named() -> None:
    """The reader learns which columns there may be."""
    assert faults_of("id,name,note,colour\na,Bay,far,red\n") == [
        Finding(FILE, 1, "", "colour", "one of the columns id, name, note")
    ]


def test_a_repeated_column_is_named() -> None:
    """Of two columns of one name neither is believed."""
    assert faults_of("id,name,note,name\na,Bay,far,Cape\n") == [
        Finding(FILE, 1, "name", "2 columns of that name", "a column named once")
    ]


def test_faults_of_the_header_stand_on_its_own_line() -> None:
    """A header below an empty line is told with the line on which it stands."""
    assert faults_of("\nid,note\n") == [Finding(FILE, 2, "name", None, "a column named name")]


@pytest.mark.parametrize(("row", "count"), [("a,Bay", 2), ("a,Bay,far,away", 4), ("a,Bay,,", 4)])
def test_a_row_with_too_many_or_too_few_cells_is_told(row: str, count: int) -> None:
    """No cell slides into its neighbour's column unseen."""
    assert faults_of(f"id,name,note\nb,Cape,\n{row}\n") == [
        Finding(FILE, 3, "", f"{count} cells", "3 cells, one per column")
    ]


def test_cells_parted_by_semicolons_are_one_fault() -> None:
    """A spreadsheet of a country with decimal commas is answered in one sentence."""
    assert faults_of("id;name;note\na;Bay;far, far\nb;Cape;\n") == [
        Finding(FILE, 1, "", "separated by semicolons", "cells separated by commas")
    ]


def test_an_unclosed_quotation_mark_is_told_on_the_line_where_it_opens() -> None:
    """The reader is sent to the row that opens the mark, not to the end of the file."""
    text = 'id,name,note\na,Bay,far\nb,"Cape,near\nc,Dune,\n'

    assert faults_of(text) == [
        Finding(FILE, 3, "", "unexpected end of data", "valid CSV; look for an open quotation mark")
    ]


def test_letters_behind_a_closing_quotation_mark_are_told() -> None:
    """A mark inside a quoted cell that was not doubled is a fault, not a guess."""
    assert faults_of('id,name,note\na,"Bay" of fish,far\n') == [
        Finding(FILE, 2, "", "',' expected after '\"'", "valid CSV; look for an open quotation mark")
    ]


def test_a_cell_of_ten_megabytes_is_refused() -> None:
    """A runaway cell is one finding, not a slow screen."""
    text = f"id,name,note\na,Bay,far\nb,{'x' * 10_000_000},\n"

    assert faults_of(text) == [Finding(FILE, 3, "", "a longer cell", "at most 131,072 characters in a cell")]


def test_reading_leaves_the_limits_of_the_process_alone() -> None:
    """Two readers in one process do not change each other's limits."""
    limit = csv.field_size_limit()

    rows_of("id,name,note\na,Bay,\n")

    assert csv.field_size_limit() == limit


def test_faults_of_header_and_rows_are_told_together() -> None:
    """One look at the list mends the whole file."""
    assert faults_of('id,name,remark\na,Bay\nb,"Cape\n') == [
        Finding(FILE, 1, "", "remark", "one of the columns id, name, note"),
        Finding(FILE, 1, "note", None, "a column named note"),
        Finding(FILE, 2, "", "2 cells", "3 cells, one per column"),
        Finding(FILE, 3, "", "unexpected end of data", "valid CSV; look for an open quotation mark"),
    ]
