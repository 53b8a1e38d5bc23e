"""Every fault of every sheet is told in the first pass, one finding for each, whatever else is wrong."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from positions.model.errors import DossierError, Finding
from positions.reading.dossier import read_files
from positions.reading.located import Rows
from positions.reading.spreadsheet import sheets
from positions.start.case import new_workbook
from positions.workbook.reading import files_of_sheets, read_workbook
from positions.workbook.tables import ABOUT, DIFFERENCES, TABLES, Column
from tests.positions.factories import MODEST

SHEETS = sheets(new_workbook("case"), "case.xlsx")
Cells = Mapping[tuple[str, int, str], str]
Place = tuple[str, int, str]
# Ids are tried apart; the upper end of a range is told with the lower one, whose fault it shares.
_LEFT = ("id", "custom.exported_id", "step_high")


def wrong(column: Column, sheet: str) -> str:
    """What cannot stand in a column: nothing where it is needed, no word of a list, no id, an unseen sign."""
    if column.choices or column.ids:
        return "nobody"
    return "" if column.required and column.kind == "text" and column.path else f"\u202e{sheet} {column.head}"


def wrong_cells() -> Iterator[tuple[Place, str]]:
    """Each column of each sheet with a row of the example in which it is wrong; ids stay as they are."""
    for table in TABLES:
        for place, column in enumerate(table.all_columns):
            if column.head in _LEFT or table is DIFFERENCES:
                continue
            row = place + 2 if table is ABOUT else 2
            yield (table.name, row, "value" if table is ABOUT else column.head), wrong(column, table.name)


FAULTS = dict(wrong_cells())


def changed(cells: Cells) -> dict[str, Rows]:
    """The sheets of a new case with other words in cells, each by sheet, row and head."""
    found = {name: [(row, list(line)) for row, line in rows] for name, rows in SHEETS.items()}
    for (name, row, head), words in cells.items():
        heads = found[name][0][1]
        line = next(line for number, line in found[name] if number == row)
        line += [""] * (len(heads) - len(line))
        line[heads.index(head)] = words
    return found


def findings(cells: Cells) -> list[Finding]:
    """All that is told of the case with these cells."""
    opened = files_of_sheets(changed(cells))
    try:
        read_files(opened.files, before=opened.before)
    except DossierError as error:
        return opened.places.told_by_row(error).findings
    return []


def place_of(finding: Finding) -> tuple[str, str]:
    """Sheet and head of a finding."""
    return finding.file, finding.field


@cache
def alone(place: Place) -> frozenset[tuple[str, str]]:
    """Where something is told if one cell alone is wrong."""
    return frozenset(map(place_of, findings({place: FAULTS[place]})))


def heads(faults: Iterable[Place]) -> list[tuple[str, str]]:
    """Sheet and head of each place, as a finding tells them."""
    return sorted(
        (sheet, ABOUT.columns[row - 2].head if sheet == ABOUT.name else head) for sheet, row, head in faults
    )


def test_one_fault_in_every_column_of_every_sheet_is_one_finding_each() -> None:
    """Nothing hides anything: each cell is told once, and nothing but these cells."""
    told = [*map(place_of, findings(FAULTS))]

    assert sorted(told) == heads(FAULTS)
    assert len(FAULTS) > 120


@pytest.mark.parametrize("sheet", ["Parties", "Members"])
@pytest.mark.parametrize("words", ["", "\u202eturned"])
def test_a_faulty_id_is_one_finding_where_the_name_leads_to_the_row(sheet: str, words: str) -> None:
    """The row counts as there, and what names it is not called wrong beside it."""
    assert [*map(place_of, findings({(sheet, 2, "id"): words}))] == [(sheet, "id")]


def test_the_sheet_of_a_coder_is_checked_where_another_has_a_fault() -> None:
    """A coder's rows are held against all that is sound."""
    found = changed({("Parties", 2, "kind"): "realm"})
    found["Coding a"] = changed({("Statements", 2, "issue"): "nobody"})["Statements"]
    opened = files_of_sheets(found)
    with pytest.raises(DossierError) as raised:
        read_files(opened.files, before=opened.before)

    told = opened.places.told_by_row(raised.value).findings
    assert [*map(place_of, told)] == [("Coding a", "issue"), ("Parties", "kind")]


@MODEST
@given(st.sets(st.sampled_from(sorted(FAULTS)), min_size=2, max_size=6))
def test_faults_together_are_the_faults_alone(places: set[Place]) -> None:
    """What is told of several faults is what is told of each."""
    together = findings({place: FAULTS[place] for place in places})

    assert set(map(place_of, together)) == set().union(*map(alone, places))


@pytest.mark.parametrize("sheet", ["Parties", "Issues", "Sources", "Statements"])
def test_a_missing_sheet_hides_no_other(sheet: str) -> None:
    """What is in it is not called unknown, and every other sheet is checked."""
    book = load_workbook(io.BytesIO(new_workbook("case")))
    del book[sheet]
    book["Events"]["B2"] = None
    written = io.BytesIO()
    book.save(written)
    with pytest.raises(DossierError) as raised:
        read_workbook(written.getvalue(), "case.xlsx")

    assert [*map(place_of, raised.value.findings)] == [
        ("Events", "name"),
        ("case.xlsx", ""),
    ]


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2031-07-20", "2031-06-15 or earlier, when the dossier ends; if it ends later, change period.last"),
        (
            "2031-06",
            "2031-06-15 or earlier, when the dossier ends; a month or year counts from its end; if it ends "
            "later, change period.last",
        ),
    ],
)
def test_a_statement_that_no_day_of_the_case_shows_is_told(day: str, why: str) -> None:
    """Said after the last day of the period its words would never be seen."""
    cells = {("About", 6, "value"): "2031-06-15", ("Sources", 2, "issued"): ""}
    told = findings({**cells, ("Statements", 2, "said_on"): day})

    assert [str(one) for one in told] == [f"Statements: row 2 (example-1): said_on: '{day}' is not {why}"]


def test_a_day_in_the_last_month_of_a_case_is_no_fault() -> None:
    """A period that ends with a month ends with its last day."""
    cells = {("About", 6, "value"): "2031-06", ("Sources", 2, "issued"): ""}

    assert findings({**cells, ("Statements", 2, "said_on"): "2031-06-30"}) == []
    assert findings({**cells, ("Statements", 2, "said_on"): "2031-06"}) == []


@pytest.mark.parametrize(
    ("cells", "place"),
    [
        (
            {
                ("Members", 2, "party"): "River Grup",
                ("Speakers", 4, "member"): "Fenmark",
                ("Statements", 4, "member"): "FENMARK",
            },
            ("Members", "party"),
        ),
        ({("Steps", 4, "issue"): "Gates of the wier"}, ("Steps", "issue")),
        (
            {("Governments", 2, "holder"): "Uplnd", ("Governments", 2, "since"): "5/6/2031"},
            ("Governments", "holder"),
        ),
    ],
)
def test_a_row_that_belongs_to_nothing_is_one_fault(cells: Cells, place: tuple[str, str]) -> None:
    """What names it, the scale that it ends, and a day in another form are no faults beside it."""
    assert [*map(place_of, findings(cells))] == [place]


def test_nothing_is_held_against_a_day_that_nobody_has_chosen() -> None:
    """Whether the source came out on 5 April or 4 May is asked, and no statement is called too late."""
    assert findings({("Sources", 2, "issued"): "05.04.2031"}) == []


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({("Statements", 2, "step_low"): "1-2"}, "a whole number; write 1 in step_low and 2 in step_high"),
        ({("Looked for", 2, "quarter"): "Q1 2040"}, "a quarter, such as 2022-Q1, or a year"),
        ({("Steps", 2, "rule"): ""}, "a value: When a statement is placed there."),
        ({("Events", 2, "sources"): "a, b"}, "one of example-gazette; several are separated by semicolons"),
    ],
)
def test_what_is_expected_is_said_so_that_it_can_be_written(cells: Cells, words: str) -> None:
    """A person who never saw the program knows what to put into the cell."""
    assert words in [one.expected for one in findings(cells)]
