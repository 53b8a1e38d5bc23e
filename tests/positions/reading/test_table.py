"""Tables of any shape: what is read, in which row it stands, and what is told of it."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.model.errors import DossierError, Finding
from positions.reading.heads import Columns
from positions.reading.located import Located
from positions.reading.table import Table, read_table
from tests.fuzz import cases
from tests.positions.faults import findings_of
from tests.positions.reading.test_spreadsheet import as_it_is, repacked, workbook

FILE = "statements.csv"
COLUMNS = ("id", "name", "note")


def table_of(text: str, *optional: str) -> Table:
    """The table of a CSV text with the columns id, name and note."""
    return read_table(text.encode(), FILE, Columns(COLUMNS, optional))


def rows_of(text: str, *optional: str) -> Located:
    """The rows of such a text. Raises DossierError for every fault."""
    table = table_of(text, *optional)
    if table.findings:
        raise DossierError(list(table.findings))
    return table.rows


def faults_of(text: str, *optional: str) -> list[Finding]:
    """The findings in such a text."""
    return findings_of(lambda: rows_of(text, *optional))


def test_rows_keep_the_order_of_the_file_and_leave_empty_cells_out() -> None:
    """An empty cell is unknown, not an empty text."""
    located = rows_of("id,name,note\nb,Bay,\na,  ,far\n")

    assert list(located.value) == [{"id": "b", "name": "Bay"}, {"id": "a", "note": "far"}]
    assert [located.line((place,)) for place in range(2)] == [2, 3]


def test_a_title_with_commas_above_heads_with_semicolons_hides_neither() -> None:
    """The sign that makes the heads separates the cells, whichever row they stand in."""
    table = table_of("What we have, June, in full;;\nid;name;note\na;Bay;far, and near\n")

    assert list(table.rows.value) == [{"id": "a", "name": "Bay", "note": "far, and near"}]
    assert [str(one).partition(": ")[2] for one in table.repairs] == [
        "cells are separated by semicolons",
        "row 2: the heads stand in this row; what stands above is not read: 'What we have, June, in full'",
    ]


def test_na_and_no_stay_texts() -> None:
    """A party called NA is not missing, and one called NO is not false."""
    located = rows_of("id,name,note\nNO,NA,null\n")

    assert list(located.value) == [{"id": "NO", "name": "NA", "note": "null"}]


def test_rows_are_counted_as_a_spreadsheet_counts_them() -> None:
    """A cell of three lines is in one row, and an empty line is a row."""
    located = rows_of('id,name,note\na,Bay,"one\ntwo\nthree"\n\nb,Cape,\n')

    assert located.value[0]["note"] == "one\ntwo\nthree"
    assert [located.line((place,)) for place in range(2)] == [2, 4]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_as_on_any_system(end: str) -> None:
    """Files saved on Windows, on Linux and on an old Mac say the same."""
    located = rows_of(end.join(["id,name,note", "a,Bay,", "b,Cape,far", ""]))

    assert list(located.value) == [{"id": "a", "name": "Bay"}, {"id": "b", "name": "Cape", "note": "far"}]
    assert located.line((1,)) == 3


def test_columns_may_stand_in_any_order() -> None:
    """A spreadsheet may move a column; the names decide."""
    assert list(rows_of("note,id,name\nfar,a,Bay\n").value) == [{"note": "far", "id": "a", "name": "Bay"}]


def test_empty_lines_are_passed_over_wherever_they_stand() -> None:
    """Empty lines, and lines of commas alone, say nothing, not even above the header."""
    located = rows_of("\n,,\nid,name,note\n\n,,\na,Bay,\n\n")

    assert list(located.value) == [{"id": "a", "name": "Bay"}]
    assert located.line((0,)) == 6
    assert located.line(()) == 3


def test_a_file_of_commas_alone_lacks_every_column() -> None:
    """What holds no header does not pass for a dossier without statements."""
    assert faults_of(",,\n,,\n") == [
        Finding(FILE, 1, "", None, "a row of heads, with at least id, name, note")
    ]


def test_a_file_without_heads_is_one_fault() -> None:
    """Rows under no heads are not called wrong one by one."""
    assert faults_of("\na,Bay,far\nb,Cape\n") == [
        Finding(FILE, 2, "", "a,Bay,far", "a row of heads, with at least id, name, note"),
        Finding(FILE, 3, "", "2 cells", "3 cells, one per column"),
    ]


def test_a_missing_column_is_named() -> None:
    """The reader learns which column to add."""
    assert faults_of("id,note\na,far\n") == [Finding(FILE, 1, "name", None, "a column named name")]


def test_an_optional_column_may_be_missing_and_is_empty_in_every_row() -> None:
    """A file of before the column came is read as it is; where it is there it is read like any other."""
    without = rows_of("id,name\na,Bay\n", "note")
    with_it = rows_of("id,note,name\na,far,Bay\n", "note")

    assert list(without.value) == [{"id": "a", "name": "Bay"}]
    assert list(with_it.value) == [{"id": "a", "note": "far", "name": "Bay"}]


def test_an_optional_column_named_twice_or_misspelt_is_told() -> None:
    """That it may be missing does not make it free: a column of nearly its name is kept, and asked about."""
    twice = faults_of("id,name,note,note\na,b,c,d\n", "note")
    misspelt = table_of("id,name,notes\na,b,c\n", "note")

    assert twice == [Finding(FILE, 1, "note", "2 columns of that name", "a column named once")]
    assert misspelt.kept == {"notes": {0: "c"}}
    assert [str(notice) for notice in misspelt.notices] == [
        "statements.csv: row 1: the column 'notes' is not known here and is kept as it is; "
        "if it is meant as note, rename it"
    ]


def test_an_unknown_column_is_kept_and_told() -> None:
    """An analyst's own column loses nothing, and its empty cells stay empty."""
    table = table_of("id,name,Colour ,note\na,Bay,red,far\nb,Cape,,\n")

    assert table.findings == ()
    assert table.kept == {"Colour": {0: "red"}}
    assert table.rows.value[0] == {"id": "a", "name": "Bay", "note": "far"}
    assert [str(notice) for notice in table.notices] == [
        "statements.csv: row 1: the column 'Colour' is not known here and is kept as it is"
    ]


@pytest.mark.parametrize(("head", "cell"), [("x" * 201, "a"), ("colour", "x" * 4001), ("colour", "a\x07b")])
def test_an_unknown_column_that_no_output_can_hold_is_told(head: str, cell: str) -> None:
    """What is kept can be written again."""
    findings = faults_of(f"id,name,note,{head}\na,Bay,far,{cell}\n")

    assert [(one.field, one.expected.endswith("that can be seen")) for one in findings] == [
        ("" if cell == "a" else "colour", True)
    ]


def test_a_misspelt_column_is_offered_for_the_one_that_is_missing() -> None:
    """The reader learns which head to mend."""
    assert faults_of("id,nmae,note\na,Bay,far\n") == [
        Finding(FILE, 1, "name", None, "a column named name; nearest: 'nmae'")
    ]


def test_a_repeated_column_is_named() -> None:
    """Of two columns of one name neither is believed."""
    assert faults_of("id,name,note,name\na,Bay,far,Cape\n") == [
        Finding(FILE, 1, "name", "2 columns of that name", "a column named once")
    ]


def test_faults_of_the_header_stand_on_its_own_line() -> None:
    """A header below an empty line is told with the line on which it stands."""
    assert faults_of("\nid,note\n") == [Finding(FILE, 2, "name", None, "a column named name")]


@pytest.mark.parametrize(("row", "count"), [("a,Bay", 2), ("a,Bay,far,away", 4)])
def test_a_row_with_too_many_or_too_few_cells_is_told(row: str, count: int) -> None:
    """No cell slides into its neighbour's column unseen."""
    assert faults_of(f"id,name,note\nb,Cape,\n{row}\n") == [
        Finding(FILE, 3, "", f"{count} cells", "3 cells, one per column")
    ]


@pytest.mark.parametrize(("sign", "words"), [(";", "semicolons"), ("\t", "tabs"), ("|", "vertical bars")])
def test_cells_separated_by_another_sign_are_read_and_told(sign: str, words: str) -> None:
    """What a spreadsheet of another country saves is read as it was meant, commas in its cells too."""
    table = table_of(sign.join(["id", "name", "note\na", "Bay", "far, far\n"]))

    assert list(table.rows.value) == [{"id": "a", "name": "Bay", "note": "far, far"}]
    assert [str(one) for one in table.repairs] == [f"statements.csv: cells are separated by {words}"]


def test_the_line_that_tells_a_spreadsheet_the_delimiter_is_no_row() -> None:
    """Excel writes it for itself and does not count it."""
    located = rows_of("sep=;\r\nid;name;note\r\na;Bay;far\r\n")

    assert list(located.value) == [{"id": "a", "name": "Bay", "note": "far"}]
    assert located.line((0,)) == 2


@pytest.mark.parametrize(
    "heads", ["ID,Name,NOTE", " id , name, note ", "Id,NAME,n-o-t-e", "\u00a0id,ｎａｍｅ,_note_"]
)
def test_heads_in_capitals_or_with_blanks_are_one_repair(heads: str) -> None:
    """A head means its column however it is typed."""
    table = table_of(f"{heads}\na,Bay,far\n")

    assert table.findings == ()
    assert list(table.rows.value) == [{"id": "a", "name": "Bay", "note": "far"}]
    assert [(one.line, one.found) for one in table.repairs] == [
        (1, ", ".join(head for head in heads.split(",") if head not in COLUMNS))
    ]


def test_two_heads_that_mean_one_column_are_told() -> None:
    """Of "note" and "Note" neither is believed."""
    assert faults_of("id,name,note,Note\na,Bay,far,near\n") == [
        Finding(FILE, 1, "note", "2 columns of that name", "a column named once")
    ]


def test_empty_columns_are_ignored_and_told_once() -> None:
    """Trailing commas, in the heads or in rows alone, hide no fault of the rows."""
    table = table_of("id,name,note,,\na,Bay,far,,\nb,Cape,,,,,\nc,Dune\n")

    assert [row["id"] for row in table.rows.value] == ["a", "b"]
    assert [str(one) for one in table.notices] == [
        "statements.csv: row 3: empty cells beyond column 5 are ignored in 1 of the rows",
        "statements.csv: row 1: an empty 4th column and 1 more are ignored",
    ]
    assert [str(one) for one in table.findings] == [
        "statements.csv: row 4: '2 cells' is not 5 cells, one per column"
    ]


def test_a_column_without_a_name_that_is_filled_is_told() -> None:
    """Cells that nobody can name are not dropped."""
    assert [str(one) for one in faults_of("id,name,note,\na,Bay,far,\nb,Cape,,x\n")] == [
        "statements.csv: row 1: missing, expected a name for column 4, which is filled in row 3"
    ]


def test_letters_that_were_lost_in_saving_are_asked_about() -> None:
    """A question mark inside a word is told once per word; a question or an address is none."""
    table = table_of(
        "id,name,note\na,Mr ?avu?o?lu,Why? Because.\nb,Mr Çavu?o?lu,\nc,Çavu?o?lu,https://x.example/?q=a?b\n".replace(
            "Ç", "C"
        )
    )

    assert [str(one) for one in table.notices] == [
        "statements.csv: row 2 (a): name: '?avu?o?lu' has a question mark inside, perhaps for a letter that "
        "was lost in saving",
        "statements.csv: row 3 (b): name: 'Cavu?o?lu' has a question mark inside, perhaps for a letter that "
        "was lost in saving (2 times)",
    ]


def test_where_other_letters_were_kept_a_question_mark_is_one() -> None:
    """UTF-8 loses no letter."""
    assert table_of("id,name,note\na,Çavuş,is?it\n").notices == ()


def test_a_workbook_is_read_whatever_its_file_is_called() -> None:
    """A workbook under the name of a CSV file is told as one, and its rows are those of the sheet."""
    table = read_table(workbook([["id", "name", "note"], [], ["a", "Bay"]]), FILE, Columns(COLUMNS))

    assert list(table.rows.value) == [{"id": "a", "name": "Bay"}]
    assert table.rows.line((0,)) == 3
    assert [str(one) for one in table.repairs] == [
        "statements.csv: a workbook, of which the sheet Statements is read"
    ]


def test_values_from_other_files_are_told() -> None:
    """What a workbook would fetch from elsewhere is not fetched, and its reader learns of it."""
    raw = repacked(workbook([["id", "name", "note"]]), as_it_is, xl__externalLinks__externalLink1=b"")

    assert [str(one) for one in read_table(raw, FILE, Columns(COLUMNS)).notices] == [
        "statements.csv: takes values from other files, which are not read"
    ]


def test_a_workbook_without_a_sheet_that_is_meant_is_told() -> None:
    """Of two sheets neither is guessed."""
    raw = workbook([], One=[["id"]], Two=[["id"]])

    assert findings_of(lambda: read_table(raw, FILE, Columns(COLUMNS))) == [
        Finding(FILE, None, "", "One, Two", "a sheet named statements")
    ]


ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "id": st.text("abc", min_size=1, max_size=3),
            "name": st.sampled_from(["Çavuşoğlu", "près, là", "a;b", '"no"', "one\ntwo", "tab\there"]),
            "note": st.sampled_from(["", "x|y", "ğ", "Österreich"]),
        }
    ),
    min_size=1,
    max_size=6,
)


@cases(60, 5_000)
@given(
    rows=ROWS,
    delimiter=st.sampled_from(",;\t|"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    order=st.permutations(COLUMNS),
)
def test_the_shape_of_a_file_changes_nothing_that_it_says(
    rows: list[dict[str, str]], delimiter: str, encoding: str, end: str, order: list[str]
) -> None:
    """Whatever separates cells and lines, and however letters are stored, the same rows are read."""
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, order, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows(rows)

    table = read_table(written.getvalue().encode(encoding), FILE, Columns(COLUMNS))

    assert table.findings == ()
    assert list(table.rows.value) == [{name: cell for name, cell in row.items() if cell} for row in rows]


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
    findings = table_of('id,name,remark\na,Bay\nb,"Cape\n').findings

    assert {str(finding) for finding in findings} == {
        "statements.csv: row 1: note: missing, expected a column named note",
        "statements.csv: row 2: '2 cells' is not 3 cells, one per column",
        "statements.csv: row 3: 'unexpected end of data' is not valid CSV; look for an open quotation mark",
    }


def test_a_table_that_lost_rows_says_so() -> None:
    """Nobody is told that a row is missing which could only not be read."""
    assert table_of("id,name,note\na,Bay,\n").rows.complete
    assert not table_of("id,name,note\na,Bay\n").rows.complete
    assert not table_of('id,name,note\na,"Bay\n').rows.complete
