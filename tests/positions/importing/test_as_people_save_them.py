"""Tables as people save them: a title above, cells merged down the side, no weight here and there."""

from __future__ import annotations

import io
import json
import sqlite3
from collections.abc import Callable, Sequence

import pytest
from openpyxl import Workbook

from positions.importing.table import Imported, import_table
from tests.positions.faults import findings_of
from tests.positions.importing.made_tables import CODES, HEAD, csv_bytes, mapping_of
from tests.positions.reading.test_parquet import written

LONG = f"{HEAD}{CODES}shape: long\ncolumns: {{party: who, issue: what, value: answer}}\n"
WIDE = f'{HEAD}{CODES}shape: wide\ncolumns: {{issue: what, value: "{{party}}"}}\n'
TITLE = "Answers, as of 30 June"
ROWS = [["who", "what", "answer"], ["Hill", "Toll", "1"], ["", "Tax", "0"], ["Vale", "Toll", "-1"]]


def read(lines: Sequence[Sequence[str]], mapping: str = LONG) -> Imported:
    """What a table makes."""
    return import_table(csv_bytes([*map(list, lines)]), mapping_of(mapping), "table.csv")


def book(lines: Sequence[Sequence[str | float]], *merged: str) -> bytes:
    """A workbook of these rows with cells that are merged."""
    made, saved = Workbook(), io.BytesIO()
    sheet = made.active
    assert sheet is not None
    for line in lines:
        sheet.append([*line])
    for cells in merged:
        sheet.merge_cells(cells)
    made.save(saved)
    return saved.getvalue()


def test_a_title_above_the_headings_is_left_out_and_told() -> None:
    """In a workbook and in text with semicolons, where the comma is one of the title."""
    lines = [[TITLE, "", ""], ROWS[0], ROWS[1], ROWS[3]]
    text = "\r\n".join(";".join(line) for line in lines).encode()
    made = [import_table(raw, mapping_of(LONG), "table") for raw in (book(lines), text)]
    told = f"table: row 2: the heads stand in this row; what stands above is not read: {TITLE!r}"

    assert made[0].files == made[1].files
    assert all(len(one.dossier.statements) == 2 for one in made)
    assert [str(one.repairs[-1]) for one in made] == [told, told]


def test_headings_that_no_row_has_are_told_of_the_first() -> None:
    """A later row that has only some of them holds no headings."""
    lines = [["who", "what", "Antwort"], ["who", "what", "reply"], ["Hill", "Toll", "1"]]
    found = findings_of(lambda: read(lines))

    assert [str(one) for one in found] == [
        "table.csv: row 1: 'answer' is not one of the headings who, what, Antwort"
    ]


def test_a_cell_merged_down_the_side_is_read_in_each_of_its_rows() -> None:
    """As it is seen on the screen; what is merged above the headings or across one row is left as it is."""
    lines = [[TITLE, "", ""], *ROWS]
    made = import_table(book(lines, "A1:C1", "A3:A4"), mapping_of(LONG), "table.xlsx")

    assert [one.id for one in made.dossier.statements] == ["r3c3", "r4c3", "r5c3"]
    assert {one.party for one in made.dossier.statements[:2]} == {"hill"}
    assert not made.cells_left_out
    assert str(made.repairs[-1]) == (
        "table.xlsx: row 3: 'Hill' stands in merged cells and is read in each of their rows, 3 to 4"
    )


@pytest.mark.parametrize(
    ("mapping", "lines", "cells", "field"),
    [
        (LONG, [*ROWS[:2], ["Vale", "Toll", ""]], "C2:C3", "answer"),
        (WIDE, [["what", "Hill", "Vale"], ["Toll", "1", "0"], ["Tax", "", "1"]], "B2:B3", "Hill"),
    ],
)
def test_a_value_merged_down_is_a_finding(
    mapping: str, lines: list[list[str]], cells: str, field: str
) -> None:
    """The row below has no value of its own, and nobody can tell whether it is meant to have this one."""
    found = findings_of(lambda: import_table(book(lines, cells), mapping_of(mapping), "t"))

    assert [str(one) for one in found] == [
        f"t: row 2: {field}: '1' is not written in each row that it belongs to; it is merged over rows 2 to "
        "3: split the cells and write it there"
    ]


def test_cells_merged_over_columns_are_told() -> None:
    """They are read in their first cell alone, as the spreadsheet keeps them."""
    lines = [[TITLE, "", ""], ["what", "Hill", "Vale"], ["Toll", "1", ""], ["Tax", "0", "1"]]
    made = import_table(book(lines, "A1:C1", "B3:C3"), mapping_of(WIDE), "t")

    assert made.read == 3
    assert [str(one) for one in made.notices] == [
        "t: row 3: Hill: '1' in the merged cells B3:C3 is read in B3 alone; write it where else it belongs"
    ]


def test_a_merged_formula_is_told_once() -> None:
    """It is no text that could hold for the rows below."""
    lines = [ROWS[0], ["=A9", "Toll", "1"], ["", "Tax", "0"]]
    found = findings_of(lambda: import_table(book(lines, "A2:A3"), mapping_of(LONG), "t"))

    assert [(one.line, one.field, one.found) for one in found] == [(2, "who", "=A9")]


def test_two_lines_of_headings_stay_as_they_are_where_cells_are_merged() -> None:
    """A heading over both lines is one heading."""
    lines = [["who", "Toll", "", "Tax", ""], ["", "yes", "why", "yes", "why"], ["Hill", "1", "so", "0", ""]]
    mapping = f'{HEAD}{CODES}shape: wide\nheader_lines: 2\ncolumns: {{party: who, value: "{{issue}} / yes", '
    mapping += 'comment: "{issue} / why"}\n'
    made = import_table(book(lines, "A1:A2", "B1:C1", "D1:E1"), mapping_of(mapping), "table.xlsx")

    assert {one.issue for one in made.dossier.statements} == {"toll", "tax"}
    assert not made.repairs


def test_a_title_above_two_lines_of_headings_is_none_of_them() -> None:
    """Below an empty cell of the title the named heading of the first line would stand alone."""
    lines = [
        ["", "Survey 2022", "", "", ""],
        ["who", "Toll", "", "Tax", ""],
        ["", "yes", "why", "yes", "why"],
        ["Hill", "1", "so", "0", ""],
    ]
    mapping = f'{HEAD}{CODES}shape: wide\nheader_lines: 2\ncolumns: {{party: who, value: "{{issue}} / yes", '
    mapping += 'comment: "{issue} / why"}\n'
    made = import_table(book(lines), mapping_of(mapping), "t")

    assert {one.issue for one in made.dossier.statements} == {"toll", "tax"}
    assert [str(one) for one in made.repairs] == [
        "t: row 2: the heads stand in this row; what stands above is not read: 'Survey 2022'"
    ]


def test_a_column_without_any_value_is_one_finding() -> None:
    """It says what to do if the column is no party; a single fault in another column is told as ever."""
    lines = [["what", "No.", "Hill", "Vale"], ["Toll", "a", "1", "0"], ["Tax", "b", "0", "maybe"]]
    found = [str(one) for one in findings_of(lambda: read(lines, WIDE))]

    assert found == [
        "table.csv: row 2: No.: 'a' is not one of the codes -1, 0, 1; nor is any of the 2 texts of this "
        "column: if it is no party, name it under ignored in the mapping",
        "table.csv: row 3: Vale: 'maybe' is not one of the codes -1, 0, 1",
    ]


def test_where_no_column_can_be_read_each_text_is_told() -> None:
    """Then it is the values that are not understood."""
    lines = [["what", "Hill", "Vale"], ["Toll", "yes", "no"], ["Tax", "no", "no"]]

    assert len(findings_of(lambda: read(lines, WIDE))) == 3


def test_an_empty_cell_needs_no_day() -> None:
    """It makes no statement; a value without a day is a fault."""
    mapping = LONG.replace("value: answer", "value: answer, day: when").replace(", day: 2031-05-01", "")
    lines = [["who", "what", "answer", "when"], ["Hill", "Toll", "1", "2031-05-01"], ["Hill", "Tax", "", ""]]

    assert [one.why for one in read(lines, mapping).cells_left_out] == ["the cell is empty"]
    assert [one.field for one in findings_of(lambda: read([*lines, ["Vale", "Tax", "0", ""]], mapping))] == [
        "day"
    ]


@pytest.mark.parametrize("more", [[], [["Vale", "Toll", "1"], ["Vale", "Toll", "-1"]]])
def test_rows_of_a_long_table_that_nothing_tells_apart_are_told_once(more: list[list[str]]) -> None:
    """The same value twice contradicts nothing, and a remark of its own tells a row apart."""
    rows = [["who", "what", "answer"], ["Hill", "Toll", "1"], ["Hill", "Toll", "0"], *more]
    (told,) = map(str, read(rows).notices)
    apart = read(
        [[*line, str(place)] for place, line in enumerate(rows)],
        LONG.replace("answer}", "answer, comment: '0'}"),
    )

    assert told == (
        "table.csv: row 3: answer: rows 2, 3 are of Hill on Toll, and nothing tells them apart, "
        f"so the position holds each of their values{'; so are those of 1 more' if more else ''}"
    )
    assert not apart.notices
    assert not read([*rows[:2], rows[1]]).notices


def test_a_weight_that_is_not_there_is_told_where_others_are() -> None:
    """It counts as 1 beside weights up to 100, which nobody may believe to be meant."""
    mapping = LONG.replace("value: answer", "value: answer, weight: salience")
    lines = [["who", "what", "answer", "salience"], ["Hill", "Toll", "1", "90"], ["Hill", "Tax", "1", "20.5"]]
    found = read([*lines, ["Vale", "Toll", "0", ""], ["Vale", "Tax", "", ""]], mapping)

    assert [str(one) for one in found.notices] == [
        "table.csv: row 4: weight: no weight for Vale on Toll, so it counts as 1; those that are there are "
        "20.5 to 90"
    ]
    assert not read(lines, mapping).notices


def test_capitals_make_no_other_code() -> None:
    """The one code that is meant is told; of two that are alike in small letters none is taken."""
    codes = CODES.replace("-1: 0, 0: 1, 1: 2", "No: 0, y: 1, Y: 2")
    mapping = f"{LONG.replace(CODES, codes)}missing: {{n. a.: {{blank: declined, reason: no answer}}}}\n"
    rows = [
        ["who", "what", "answer"],
        ["Hill", "Toll", "NO"],
        ["Vale", "Toll", "Y"],
        ["Hill", "Tax", "N. A."],
    ]
    made = read([*rows, ["Vale", "Tax", "no"]], mapping)

    assert [str(one) for one in made.repairs] == [
        "table.csv: row 2: answer: 'NO' is read as 'No'",
        "table.csv: row 4: answer: 'N. A.' is read as 'n. a.'",
        "table.csv: row 5: answer: 'no' is read as 'No'",
    ]
    assert [one.step_low for one in made.dossier.statements] == [0, 2, None, 0]
    twice = mapping.replace("y: 1", "nO: 1")
    assert [one.found for one in findings_of(lambda: read([rows[0], ["Vale", "Tax", "NO"]], twice))] == ["NO"]


@pytest.mark.parametrize(
    ("role", "several", "first", "second", "row"),
    [
        ("party", "parties", "Hill", "hill", ["hill", "Tax", "0"]),
        ("party", "parties", "Hill", "HILL", ["HILL", "Toll", "0"]),
        ("issue", "issues", "Toll", "toll", ["Vale", "toll", "0"]),
    ],
)
def test_two_spellings_of_a_name_are_told_at_their_rows(
    role: str, several: str, first: str, second: str, row: list[str]
) -> None:
    """Whether they are one is for the author to say; names of their own in the mapping tell them apart."""
    lines = [*ROWS[:2], row]

    assert [str(one) for one in findings_of(lambda: read(lines))] == [
        f"table.csv: row 3: {role}: {second!r} is not written as in row 2, {first!r}; if it is another "
        f"{role}, give each a name of its own under {several} in the mapping"
    ]
    assert read(lines, f"{LONG}{several}: [{{as_written: {second}, name: Dale}}]\n").read == 2


def test_a_row_or_column_without_a_value_is_told() -> None:
    """A line of remarks below a table is hardly an issue."""
    lines = [["what", "Hill", "Vale"], ["Toll", "1", ""], ["Source: letters", "", ""]]

    assert [str(one) for one in read(lines, WIDE).notices] == [
        "table.csv: row 2: party: no cell of 'Vale' has a value; each stands as one of the parties, of which "
        "nothing is stated",
        "table.csv: row 3: issue: no cell of 'Source: letters' has a value; each stands as one of the issues"
        ", of which nothing is stated",
    ]


@pytest.mark.parametrize(
    ("values", "is_told"), [(("0.7", "1"), True), (("0.7", "2"), False), (("0", "1"), False)]
)
def test_shares_on_a_scale_of_hundreds_are_told(values: tuple[str, str], is_told: bool) -> None:
    """A spreadsheet shows 70% and keeps 0.7; whole numbers and numbers beyond 1 are what they are."""
    mapping = LONG.replace(CODES, "values: {ends: {low: 0, high: 100}}\n")
    rows = [["who", "what", "answer"], *([who, "Toll", one] for who, one in zip("AB", values, strict=True))]
    told = (
        "table.csv: row 2: answer: all values are from 0.7 to 1 on a scale from 0 to 100; a spreadsheet "
        "keeps 70% as 0.7: if shares are meant, write the ends 0 and 1"
    )

    assert [str(one) for one in read(rows, mapping).notices] == ([told] if is_told else [])


def test_shares_are_told_for_each_scale() -> None:
    """An issue with other ends does not hide them."""
    mapping = LONG.replace(CODES, "values: {ends: {low: 0, high: 100}}\n")
    mapping += "issues: [{as_written: Tax, values: {ends: {low: 0, high: 10}}}]\n"
    rows = [*ROWS[:1], ["Hill", "Toll", "0.7"], ["Hill", "Tax", "8"], ["Vale", "Toll", "0.2"]]

    assert [str(one) for one in read(rows, mapping).notices] == [
        "table.csv: row 2: answer: all values are from 0.2 to 0.7 on a scale from 0 to 100; a spreadsheet "
        "keeps 70% as 0.7: if shares are meant, write the ends 0 and 1"
    ]


@pytest.mark.parametrize(
    ("text", "plain", "broken"),
    [("1.000", "1000", "1,000"), ("-1.250", "-1250", "-1,250"), ("1.125", "1125", "1,125")],
)
def test_a_point_beside_a_decimal_comma_is_never_guessed(text: str, plain: str, broken: str) -> None:
    """A thousand would be read as one; a workbook keeps 1.125 as a number, and nothing else can be meant."""
    ends = "values: {ends: {low: -2000, high: 2000}}\ndecimal_comma: true\n"
    mapping, lines = LONG.replace(CODES, ends), [["who", "what", "answer"], ["Hill", "Toll", text]]
    found = [str(one) for one in findings_of(lambda: read(lines, mapping))]

    assert found == [
        f"table.csv: row 2: answer: {text!r} is not written so that one can tell: {plain}, or {broken} with "
        "a decimal comma"
    ]
    assert read([lines[0], ["Hill", "Toll", "1.25"]], mapping).dossier.statements[0].value == "1.25"
    assert read([lines[0], ["Hill", "Toll", broken]], mapping).dossier.statements[0].value == text


def database(answer: str | float) -> bytes:
    """A database of one row, whose columns take whatever they are given."""
    made = sqlite3.connect(":memory:")
    made.execute("CREATE TABLE t (who, what, answer)")
    made.execute("INSERT INTO t VALUES ('Hill', 'Toll', ?)", (answer,))
    made.commit()
    return made.serialize()


@pytest.mark.parametrize(
    "table",
    [
        lambda one: book([ROWS[0], ["Hill", "Toll", one]]),
        database,
        lambda one: written({"who": ["Hill"], "what": ["Toll"], "answer": [one]}),
    ],
    ids=["workbook", "database", "Parquet"],
)
def test_a_number_is_read_though_it_has_a_point_and_a_text_is_not(
    table: Callable[[str | float], bytes],
) -> None:
    """Each cell is asked for itself: the same digits as a text can be a thousand."""
    ends = "values: {ends: {low: 0, high: 2000}}\ndecimal_comma: true\nsql: SELECT * FROM t\n"
    mapping = mapping_of(LONG.replace(CODES, ends))

    assert import_table(table(1.125), mapping, "t").dossier.statements[0].value == "1.125"
    for text in ("1.125", "1.000"):
        assert [one.found for one in findings_of(lambda: import_table(table(text), mapping, "t"))] == [text]  # noqa: B023


def test_a_number_of_json_may_be_a_thousand() -> None:
    """Annotations hold texts, whoever wrote them."""
    ends = "values: {ends: {low: 0, high: 2000}}\ndecimal_comma: true\n"
    tags = ["who:Hill", "what:Toll", "answer:1.125"]
    raw = json.dumps([{"uri": "https://example.org/a", "text": "", "tags": tags}]).encode()
    found = findings_of(lambda: import_table(raw, mapping_of(LONG.replace(CODES, ends)), "t.json"))

    assert [one.found for one in found] == ["1.125"]


def test_a_weight_is_asked_in_its_own_column_of_a_wide_table() -> None:
    """The value beside it is a number, the weight is a text."""
    columns = 'columns: {party: who, value: "{issue}", weight: "{issue} weight"}\n'
    ends = "values: {ends: {low: 0, high: 2000}}\ndecimal_comma: true\n"
    mapping = mapping_of(f"{HEAD}{ends}shape: wide\n{columns}")
    heads = ["who", "Toll", "Toll weight"]
    found = findings_of(lambda: import_table(book([heads, ["Hill", 1.125, "1.125"]]), mapping, "t"))

    assert [(one.field, one.found) for one in found] == [("weight", "1.125")]
    assert import_table(book([heads, ["Hill", 1.125, 1.125]]), mapping, "t").read == 1


def test_no_thousand_begins_with_0() -> None:
    """0.125 has one meaning, whatever the decimal sign is."""
    ends = "values: {ends: {low: 0, high: 1}}\ndecimal_comma: true\n"

    made = read([ROWS[0], ["Hill", "Toll", "0.125"]], LONG.replace(CODES, ends))
    assert made.dossier.statements[0].value == "0.125"
