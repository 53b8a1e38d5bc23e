"""Loading: a whole dossier or every fault of it, and nothing between."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from positions.export.records import from_json, to_json
from positions.model.dossier import Dossier, KeptColumn
from positions.model.errors import DossierError, Finding, UnknownDossier
from positions.model.parties import AUTHORITIES
from positions.model.statements import CONFIDENCES, MODES
from positions.reading.dossier import (
    BUNDLED,
    DESCRIPTION,
    SOURCES,
    STATEMENTS,
    bundled_dossiers,
    dossier_folder,
    folder_files,
    load_dossier,
    read_dossier,
    read_files,
)
from positions.reading.names import ACCEPT, NEAREST
from tests.conftest import Changed
from tests.positions.faults import findings_of
from tests.positions.reading.test_spreadsheet import workbook

FILES = (DESCRIPTION, SOURCES, STATEMENTS)


def test_the_small_dossier_is_whole(small: Dossier) -> None:
    """The dossier that other tests rely on holds one of everything."""
    assert [party.kind for party in small.parties] == ["state", "state", "grouping", "mediator", "reference"]
    assert [member.kind for member in small.parties[2].members] == [*["state"] * 5, "body"]
    assert [len(issue.scale) for issue in small.issues] == [5, 3, 4, 4, 3, 0]
    assert {one.mode for one in small.statements} == set(MODES)
    assert {one.authority for one in small.speakers} == set(AUTHORITIES)
    assert {one.confidence for one in small.statements} == set(CONFIDENCES)
    assert {one.spread for one in small.statements} == {None, "said", "doubt"}
    assert len(small.statements) == 34
    assert [source.id for source in small.sources] == [
        *("gazette", "courier", "wire", "bulletin"),
        *("charter", "register", "ledger"),
    ]
    assert small.speakers[0].aliases == ("President Norin",)


def test_statements_keep_the_order_of_the_file(small: Dossier, small_folder: Path) -> None:
    """What the analyst wrote first comes first."""
    lines = (small_folder / STATEMENTS).read_text(encoding="utf-8").splitlines()[1:]

    assert [one.id for one in small.statements] == [line.split(",")[0] for line in lines]


def test_a_file_without_an_optional_column_knows_nothing_of_it(changed: Changed) -> None:
    """Whoever never codes reasons of ranges and ends of measures need not write their columns."""
    folder = changed()
    with (folder / STATEMENTS).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    kept = [name for name in rows[0] if name not in ("spread", "until")]
    with (folder / STATEMENTS).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, kept, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)

    assert {(one.spread, one.until) for one in load_dossier(folder).statements} == {(None, None)}


def test_a_bundled_dossier_is_found_by_its_id() -> None:
    """An id stands for a folder inside the package."""
    assert all(dossier_folder(name) == BUNDLED / name for name in bundled_dossiers())


def test_a_fictional_case_is_offered_last() -> None:
    """Nobody lands on a case for training unasked: it stands behind every real one."""
    *real, last = bundled_dossiers()

    assert last == "training-strait"
    assert real == sorted(real)
    assert real[0] == "istanbul-2022"


def test_a_folder_is_found_by_its_path(small_folder: Path) -> None:
    """A path works as text and as a path."""
    assert dossier_folder(small_folder) == dossier_folder(str(small_folder)) == small_folder


@pytest.mark.parametrize(
    "name", ["nowhere", "", "  ", "no/such/folder", "~nobody-of-this-name/dossier", "x" * 5000, "a\0b", "~\0"]
)
def test_an_unknown_name_says_what_is_known(name: str) -> None:
    """Whatever stands in an address, the answer is the list of dossiers and no crash."""
    with pytest.raises(UnknownDossier, match=r"neither a folder nor one of the bundled dossiers: \w"):
        load_dossier(name)


def test_a_file_is_no_dossier(small_folder: Path) -> None:
    """The folder is asked for, not one of its files."""
    with pytest.raises(UnknownDossier, match="neither a folder"):
        load_dossier(small_folder / DESCRIPTION)


def test_an_empty_folder_lacks_three_files(tmp_path: Path) -> None:
    """Every missing file is named at once."""
    assert findings_of(lambda: load_dossier(tmp_path)) == [
        Finding(name, None, "", None, "a file beside the others of its dossier") for name in FILES
    ]


def test_faults_in_several_files_are_told_together(changed: Changed) -> None:
    """Syntax, cells and references in three files make one list, in order of file and line."""
    folder = changed(
        dossier=[
            ("refusals: [gazette-4]", "refusals: [gazette-44]"),
            ("{source: gazette,", "{source: gazete,"),
        ],
        sources=[('"title": "Brackmoor\'s monthly bulletin"', '"title": ""')],
        statements=[("2031-05-09", "2031-02-30"), ("commentary,northland;southland", "commentary,")],
    )

    known = "one of bulletin, charter, courier, gazette, ledger, register, wire"
    assert findings_of(lambda: load_dossier(folder)) == [
        Finding(DESCRIPTION, 140, "searched.source", "gazete", known),
        Finding(DESCRIPTION, 147, "refusals", "gazette-44", "the id of a statement"),
        Finding(SOURCES, 71, "title", None, "a value"),
        Finding(STATEMENTS, 2, "said_on", "2031-02-30", "a day that exists; 2031-02 has 28 days"),
        Finding(STATEMENTS, 13, "about", None, "the side that is described"),
    ]


def test_a_file_that_cannot_be_read_is_one_fault(changed: Changed) -> None:
    """Rows are not called wrong for naming sources in a file that nobody could read."""
    folder = changed(sources=[('"id": "gazette",', '"id": "gazette"')])

    assert findings_of(lambda: load_dossier(folder)) == [
        Finding(SOURCES, 4, "", "Expecting ',' delimiter", "valid JSON")
    ]


def as_workbook(folder: Path, name: str) -> None:
    """Put a workbook with the statements of a folder in the place of their file, under another name."""
    with (folder / STATEMENTS).open(encoding="utf-8", newline="") as file:
        raw = workbook([list(row) for row in csv.reader(file)])
    (folder / STATEMENTS).unlink()
    (folder / name).write_bytes(raw)


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        (STATEMENTS, "Statements.CSV", STATEMENTS),
        (DESCRIPTION, "dossier.yml", DESCRIPTION),
        (DESCRIPTION, "Dossier.YAML", DESCRIPTION),
        (SOURCES, "SOURCES.JSON", SOURCES),
    ],
)
def test_a_file_in_other_letters_is_read_and_told(
    changed: Changed, small: Dossier, old: str, new: str, wanted: str
) -> None:
    """What a system or a program called the file hides nothing of it."""
    folder = changed()
    (folder / old).rename(folder / new)

    reading = read_dossier(folder)

    assert reading.dossier == small
    assert [str(one) for one in reading.repairs] == [f"{new}: read as {wanted}"]


@pytest.mark.parametrize("name", ["statements.xlsx", "Statements.XLSX", STATEMENTS])
def test_a_workbook_of_statements_is_the_same_dossier(changed: Changed, small: Dossier, name: str) -> None:
    """Rows that are typed into a workbook need no detour, nor does one that was called a CSV file."""
    folder = changed()
    as_workbook(folder, name)

    reading = read_dossier(folder)

    assert reading.dossier.statements == small.statements
    assert f"{name}: a workbook, of which the sheet Statements is read" in map(str, reading.repairs)


def test_faults_in_a_workbook_are_told_by_row_and_statement(changed: Changed) -> None:
    """Whoever works in a spreadsheet finds the row by its number there."""
    folder = changed(statements=[("2031-05-09", "2031-02-30")])
    as_workbook(folder, "statements.xlsx")

    assert [str(one).split(" is not")[0] for one in findings_of(lambda: load_dossier(folder))] == [
        "statements.xlsx: row 2 (gazette-1): said_on: '2031-02-30'"
    ]


def test_of_two_files_of_statements_neither_is_believed(changed: Changed) -> None:
    """The older one is not read by chance."""
    folder = changed()
    (folder / "statements.xlsx").write_bytes(b"")

    assert [str(one) for one in findings_of(lambda: load_dossier(folder))] == [
        "statements.csv: 'statements.csv and statements.xlsx' is not one file; take away those that are not "
        "to be read"
    ]


def spreadsheet_of_elsewhere(folder: Path) -> None:
    """Save the statements as a spreadsheet on a German Windows does, with a column of the analyst's own."""
    with (folder / STATEMENTS).open(encoding="utf-8", newline="") as file:
        heads, *rows = csv.reader(file)
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow([*(head.upper() for head in heads), "Prüfung", ""])
    writer.writerows([*row, "geprüft" if place == 0 else "", ""] for place, row in enumerate(rows))
    (folder / STATEMENTS).write_bytes(written.getvalue().encode("cp1252"))


def test_everything_at_once_is_one_round(changed: Changed) -> None:
    """Encoding, delimiter, heads, own and empty columns are mended, and the fault of a row told with them."""
    folder = changed(statements=[("2031-05-09", "2031-02-30")])
    spreadsheet_of_elsewhere(folder)

    with pytest.raises(DossierError) as caught:
        load_dossier(folder)

    assert [(one.line, one.field, one.found) for one in caught.value.findings] == [
        (2, "said_on", "2031-02-30")
    ]
    assert [one.field or one.read_as[:5] for one in caught.value.repairs] == ["encoding", "comma", "heads"]
    assert [one.words for one in caught.value.notices] == [
        "the column 'Prüfung' is not known here and is kept as it is",
        "an empty 24th column is ignored",
    ]


def test_a_column_of_ones_own_is_kept_with_the_dossier(changed: Changed, small: Dossier) -> None:
    """Its cells stay with their statements, through JSON too; a dossier without one says nothing of it."""
    folder = changed()
    spreadsheet_of_elsewhere(folder)

    loaded = load_dossier(folder)

    assert loaded.statements == small.statements
    assert loaded.kept == (KeptColumn(name="Prüfung", cells={small.statements[0].id: "geprüft"}),)
    assert from_json(to_json(loaded)) == loaded
    assert b'"kept"' not in to_json(small)


def test_a_column_that_is_missing_hides_no_fault_and_makes_none(changed: Changed) -> None:
    """Rows are told for what is wrong in them, not for the column that is not there."""
    folder = changed(statements=[(",mode,", ",made,"), ("2031-05-09", "2031-02-30")])

    assert [(one.line, one.field) for one in findings_of(lambda: load_dossier(folder))] == [
        (1, "mode"),
        (2, "said_on"),
    ]


@pytest.mark.parametrize("name", bundled_dossiers())
def test_a_bundled_dossier_needs_no_repair(name: str) -> None:
    """What comes with the package is as files should be; what it holds of a grouping alone is told."""
    reading = read_dossier(name)
    of_groupings = {"istanbul-2022": ["000-059"]}  # of the West, for which no member spoke; so in 004-039

    assert reading.repairs == ()
    assert [one.statement for one in reading.notices] == of_groupings.get(name, [])


def test_unreadable_statements_are_one_fault(changed: Changed) -> None:
    """A refusal is not called unknown when nobody could read the statements."""
    folder = changed(statements=[(",coder,note", ",coders,note")])

    assert [str(finding) for finding in findings_of(lambda: load_dossier(folder))] == [
        "statements.csv: row 1: coder: missing, expected a column named coder; nearest: 'coders'"
    ]


def test_a_faulty_source_is_not_called_missing_too(changed: Changed) -> None:
    """One fault in a source is one finding, however many rows name the source."""
    folder = changed(sources=[('"title": "League states speak one by one"', '"title": 5')])

    assert findings_of(lambda: load_dossier(folder)) == [Finding(SOURCES, 53, "title", "5", "a text")]


def test_white_space_around_an_id_breaks_no_reference(changed: Changed, small: Dossier) -> None:
    """A blank in one file does not make the others wrong."""
    folder = changed(
        dossier=[("{id: opening,", '{id: " opening ",')],
        sources=[('"id": "gazette"', '"id": " gazette "')],
        statements=[("gazette-4,gazette,", " gazette-4 , gazette ,")],
    )

    loaded = load_dossier(folder)

    assert loaded.statements == small.statements
    assert loaded.sources == small.sources


def test_an_empty_list_of_sources_is_a_fault_of_every_row(changed: Changed) -> None:
    """Unlike a file that cannot be read, a list without sources proves nothing."""
    folder = changed()
    (folder / SOURCES).write_text("[]\n", encoding="utf-8")

    findings = findings_of(lambda: load_dossier(folder))

    rows = [row for one in findings if one.field == "source" for row in (one.line, *one.further)]
    assert sorted(row for row in rows if row) == [*range(2, 36)]
    assert Finding(STATEMENTS, 2, "source", "gazette", "anything known here; there is none") in findings


@pytest.mark.parametrize("name", FILES)
def test_the_files_may_have_a_byte_order_mark_and_windows_line_ends(
    name: str, changed: Changed, small: Dossier
) -> None:
    """What a spreadsheet on Windows saves is the same dossier."""
    folder = changed()
    text = (folder / name).read_text(encoding="utf-8")
    (folder / name).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())

    assert load_dossier(folder) == small


def test_windows_line_ends_keep_the_lines_of_findings(changed: Changed) -> None:
    """A finding names the same line whatever the line ends are."""
    folder = changed(statements=[("2031-05-09", "2031-02-30")], dossier=[("kind: mediator", "kind: judge")])
    for name in FILES:
        text = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_bytes(text.replace("\n", "\r\n").encode())

    assert [(one.file, one.line) for one in findings_of(lambda: load_dossier(folder))] == [
        (DESCRIPTION, 42),
        (STATEMENTS, 2),
    ]


def test_line_breaks_in_a_cell_are_kept_and_shift_no_finding(changed: Changed) -> None:
    """A note of three lines is in one row, as a spreadsheet counts."""
    folder = changed(
        statements=[("Printed as 'Norin'.", '"Printed\nas\nNorin."'), ("2031-05-11", "2031-05-32")]
    )

    assert [finding.line for finding in findings_of(lambda: load_dossier(folder))] == [4]


def test_a_party_named_na_with_the_id_no_is_kept(changed: Changed) -> None:
    """Nothing in any of the files takes a name for a missing value or an id for false."""
    folder = changed(
        dossier=[
            ("  - id: harbour\n    name: Harbour Office", "  - id: NO\n    name: NA"),
            ("not_applicable: [harbour]", "not_applicable: [NO]"),
            ("authority: principal, party: harbour", "authority: principal, party: NO"),
            ("parties: [northland, southland, harbour]", "parties: [northland, southland, NO]"),
        ],
        statements=[(",harbour,,harbour_office", ",NO,,harbour_office")],
    )

    loaded = load_dossier(folder)

    assert (loaded.parties[3].id, loaded.parties[3].name) == ("NO", "NA")
    assert loaded.statements[19].party == "NO"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("window: 20", "window: 9999999999999999", "is not 36,500 or less"),
        ("stale_after: 60", "stale_after: 36501", "is not 36,500 or less"),
        ("first: 2031-03-01", "first: 0001-01-01", "is not a day in the years 1000 to 2999"),
    ],
)
def test_a_number_or_day_that_nobody_can_count_with_is_told(
    changed: Changed, old: str, new: str, expected: str
) -> None:
    """What would end the app or a report is one finding of the file that says it."""
    folder = changed(dossier=[(old, new)])

    assert [expected in str(finding) for finding in findings_of(lambda: load_dossier(folder))] == [True]


def test_an_end_of_310_digits_is_one_finding(changed: Changed) -> None:
    """A key that was held down in a spreadsheet is told in its row."""
    folder = changed(statements=[("gazette-1,gazette,30,151", f"gazette-1,gazette,30,{'9' * 310}")])

    assert [(one.line, one.field, one.expected) for one in findings_of(lambda: load_dossier(folder))] == [
        (2, "end", "20,000,000 or less")
    ]


@pytest.mark.parametrize(("end", "faults"), [(100_030, 0), (100_031, 1)])
def test_a_passage_is_no_whole_book(changed: Changed, end: int, faults: int) -> None:
    """Statements that each claim a whole library as their passage do not hold up whoever verifies."""
    folder = changed(statements=[("gazette-1,gazette,30,151", f"gazette-1,gazette,30,{end}")])

    if not faults:
        assert load_dossier(folder).statements[0].end == end
        return
    assert [(one.line, one.field) for one in findings_of(lambda: load_dossier(folder))] == [(2, "end")]


def test_the_data_version_changes_with_the_data_and_with_nothing_else(
    changed: Changed, small: Dossier
) -> None:
    """Two readers with one version read the same words; line ends do not matter."""
    copied, other = changed(), changed(statements=[("grown again.", "grown back.")])
    renamed = copied.rename(copied.parent / "another-name")

    assert load_dossier(renamed).data_version == small.data_version
    assert load_dossier(other).data_version != small.data_version
    assert len(small.data_version) == 8


def test_the_nearest_field_of_a_description_can_be_accepted(changed: Changed) -> None:
    """A field that is named almost as one needs one click, and what it says is kept."""
    folder = changed(dossier=[("\nnaming_note:", "\nnaming_nte:")])
    reading = read_files(folder_files(folder), {NEAREST: ACCEPT})

    assert reading.dossier.naming_note == load_dossier("training-strait").naming_note
    assert [(one.found, one.read_as) for one in reading.repairs] == [("naming_nte", "naming_note")]
