"""What is loaded from a file is what its files make again, and a sheet that is missing is told as that."""

from __future__ import annotations

import io
import zipfile

import pytest
from openpyxl import Workbook, load_workbook

from positions.export.parquet import to_parquet
from positions.importing.example_files import MAPPING, TABLE, example_files
from positions.model.errors import DossierError
from positions.reading.dossier import read_files
from positions.start.case import new_case, new_workbook
from positions.workbook.loading import loaded_files
from positions.workbook.tables import TABLES
from tests.positions.reading.test_parquet import written

CASE = new_workbook("river-talks")
SAME = loaded_files([("case.xlsx", CASE)]).dossier
_BY_MAPPING = "`positions import table TABLE --mapping mapping.yaml --out FOLDER`"


def changed(**cells: str) -> bytes:
    """The new case with other values in its first statement."""
    book = load_workbook(io.BytesIO(CASE))
    heads = [cell.value for cell in book["Statements"][1]]
    for head, value in cells.items():
        book["Statements"].cell(2, heads.index(head) + 1).value = value
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def test_one_case_has_one_data_version() -> None:
    """That of the files that are kept, also where something had to be mended to read it."""
    found = loaded_files([("case.xlsx", changed(issue="Gates", date_basis="Explicit"))])
    again = read_files({name: lambda raw=raw: raw for name, raw in found.files.items()})  # type: ignore[misc]

    assert found.repairs
    assert not again.repairs
    assert again.dossier == found.dossier


def renamed(sheet: str, *heads: tuple[str, str]) -> bytes:
    """The new case with one sheet under another name and with other heads."""
    book = load_workbook(io.BytesIO(CASE))
    for cell in book[sheet][1]:
        cell.value = dict(heads).get(str(cell.value), cell.value)
    book[sheet].title = f"{sheet[:-1]}"
    return saved(book)


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


@pytest.mark.parametrize("sheet", [table.name for table in TABLES])
def test_a_sheet_under_another_name_is_known_by_its_heads(sheet: str) -> None:
    """Where they are those of the missing sheet and of no other, and that is told."""
    found = loaded_files([("case.xlsx", renamed(sheet))])
    same = found.dossier.model_copy(update={"data_version": SAME.data_version})

    assert same == SAME
    assert [str(one) for one in found.repairs] == [
        f"case.xlsx: sheet: '{sheet[:-1]}' is read as '{sheet}' (its heads are those of {sheet})"
    ]


@pytest.mark.parametrize("sheet", ["Parties", "Issues", "Sources", "Statements"])
def test_a_sheet_under_another_name_and_with_other_heads_is_told(sheet: str) -> None:
    """Nothing loads as an empty case; the sheet that is meant is named."""
    with pytest.raises(DossierError) as error:
        loaded_files([("case.xlsx", renamed(sheet, ("id", "Nummer")))])

    assert [str(one) for one in error.value.findings] == [
        f"case.xlsx: missing, expected a sheet named {sheet}; is the sheet '{sheet[:-1]}' meant? Then rename "
        f"it to {sheet}"
    ]


@pytest.mark.parametrize(
    ("sheet", "why"),
    [
        ("Speakers", "Statements names one in row 2 (speaker)"),
        ("Steps", "Statements names one in row 2 (step_low)"),
        ("Members", "Statements names one in row 4 (member)"),
    ],
)
@pytest.mark.parametrize("emptied", [False, True])
def test_a_sheet_to_which_others_refer_is_missed_once(sheet: str, why: str, emptied: bool) -> None:
    """One finding for the cause, whether the sheet is gone or empty; none for each row that names it."""
    book = load_workbook(io.BytesIO(CASE))
    if emptied:
        book[sheet].delete_rows(2, 9)
    else:
        del book[sheet]
    with pytest.raises(DossierError) as error:
        loaded_files([("case.xlsx", saved(book))])

    place, what = (sheet, "a row below the heads") if emptied else ("case.xlsx", f"a sheet named {sheet}")
    assert [str(one) for one in error.value.findings] == [f"{place}: missing, expected {what}, because {why}"]


@pytest.mark.parametrize("sheet", [table.name for table in TABLES if table.name != "About"])
def test_rows_above_the_heads_are_left_out_and_told(sheet: str) -> None:
    """A title over a table is no head, and rows keep their numbers."""
    book = load_workbook(io.BytesIO(CASE))
    book[sheet].insert_rows(1, 2)
    book[sheet]["A1"] = "What we have"
    found = loaded_files([("case.xlsx", saved(book))])
    same = found.dossier.model_copy(update={"data_version": SAME.data_version})

    assert same == SAME
    assert [str(one) for one in found.repairs] == [
        f"{sheet}: row 3: the heads stand in this row; what stands above is not read: 'What we have'"
    ]


def test_a_head_in_the_place_of_a_needed_one_is_one_fault() -> None:
    """It is told with the column that is missing, and not again for each row."""
    book = load_workbook(io.BytesIO(CASE))
    book["Speakers"]["D1"] = "Job"
    with pytest.raises(DossierError) as error:
        loaded_files([("case.xlsx", saved(book))])

    (found,) = error.value.findings
    assert str(found).startswith("Speakers: row 1: 'Job' is not one of the columns id, name, short,")
    assert str(found).endswith("; office is needed and not there: is 'Job' meant? Then rename it to office")


def test_columns_that_are_not_there_are_told_once_each() -> None:
    """Of the sheet, not of its rows."""
    book = load_workbook(io.BytesIO(CASE))
    book["Speakers"].delete_cols(4, 2)
    with pytest.raises(DossierError) as error:
        loaded_files([("case.xlsx", saved(book))])

    assert [str(one) for one in error.value.findings] == [
        f"Speakers: row 1: {head}: missing, expected a column named {head}, which every row needs"
        for head in ("authority", "office")
    ]


LISTS = {
    "talks.json": b"""[{"id": "tide", "type": "article-newspaper", "title": "The talks, day two",
        "container-title": "Tide Post", "issued": {"date-parts": [["2031", 5, 6]]}}]""",
    "talks.bib": b"""@article{tide, title = {The talks, day two}, journal = {Tide Post}, date = {2031-05-06},
        entrysubtype = {newspaper}}""",
}
RIS = b"TY  - NEWS\nID  - tide\nTI  - The talks, day two\nT2  - Tide Post\nDA  - 2031/05/06\nER  - \n"
LISTS["talks.ris"] = RIS


def with_listed(*, sheet: bool) -> bytes:
    """The new case with sources that a list beside it has; its own sheet is empty or not there."""
    book = load_workbook(io.BytesIO(CASE))
    for name, column in (("Statements", 2), ("Events", 5), ("Searched", 1)):
        for row in range(2, book[name].max_row + 1):
            if book[name].cell(row, 1).value:
                book[name].cell(row, column).value = "tide"
    if sheet:
        book["Sources"].delete_rows(2, 9)
    else:
        del book["Sources"]
    return saved(book)


def zipped(*files: tuple[str, bytes]) -> bytes:
    """The files in one archive."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in files:
            archive.writestr(name, content)
    return written.getvalue()


@pytest.mark.parametrize("listed", LISTS)
@pytest.mark.parametrize("sheet", [True, False])
@pytest.mark.parametrize("together", [True, False])
def test_a_list_of_sources_comes_beside_a_workbook(sheet: bool, together: bool, listed: str) -> None:
    """In each format, as a second file or in one ZIP with it; the sheet Sources may be empty or missing."""
    files = [(listed, LISTS[listed]), ("case.xlsx", with_listed(sheet=sheet))]
    found = loaded_files([("case.zip", zipped(*files))] if together else files)

    assert [(one.id, one.title) for one in found.dossier.sources] == [("tide", "The talks, day two")]
    assert {one.source for one in found.dossier.statements} == {"tide"}


@pytest.mark.parametrize("listed", LISTS)
@pytest.mark.parametrize("empty", [True, False])
def test_a_list_of_sources_comes_beside_the_files_of_a_folder(listed: str, empty: bool) -> None:
    """In each format, for a file of sources that is not there or empty; what is not read is told."""
    files = [
        (name, content().replace(b"example-gazette", b"tide"))
        for name, content in new_case("case").items()
        if name in ("dossier.yaml", "statements.csv")
    ]
    files += [("sources.json", b"[\n]")] if empty else []
    found = loaded_files([*files, (listed, LISTS[listed]), ("notes.docx", b"x")])

    assert [(one.id, one.title) for one in found.dossier.sources] == [("tide", "The talks, day two")]
    assert "notes.docx: none of the files of a dossier, so not read" in map(str, found.notices)
    assert {one.file for one in found.repairs} == {listed}


@pytest.mark.parametrize("listed", LISTS)
def test_a_list_of_sources_comes_beside_a_table_and_its_mapping(listed: str) -> None:
    """In each format; where the mapping has sources too, which of them hold is not guessed."""
    files = example_files()
    mapping = files[MAPPING].decode()
    bare = mapping.partition("# Where the table is from")[0].encode()
    found = loaded_files([(TABLE, files[TABLE]), (MAPPING, bare), (listed, LISTS[listed])])

    assert [(one.id, one.title) for one in found.dossier.sources] == [("tide", "The talks, day two")]
    assert {one.source for one in found.dossier.statements} == {"tide"}
    assert listed in {one.file for one in found.repairs}
    with pytest.raises(DossierError, match=f"'sources here and in {listed}' is not one of the two"):
        loaded_files([*files.items(), (listed, LISTS[listed])])


def test_a_fault_in_a_list_is_told_by_the_name_of_its_file() -> None:
    """With the line in it, and not as a row of the sheet Sources."""
    listed = LISTS["talks.json"].replace(b"article-newspaper", b"newspapers")
    with pytest.raises(DossierError) as error:
        loaded_files([("talks.json", listed), ("case.xlsx", with_listed(sheet=True))])

    assert [(one.file, one.line, one.field) for one in error.value.findings] == [("talks.json", 1, "type")]


def test_two_lists_are_refused_whatever_their_format() -> None:
    """None takes the place of the other unseen."""
    for beside in (("case.xlsx", with_listed(sheet=True)), ("dossier.yaml", b"id: x")):
        with pytest.raises(DossierError, match=r"talks\.ris' is not one list of sources"):
            loaded_files([beside, ("talks.ris", RIS), ("talks.json", LISTS["talks.json"])])


@pytest.mark.parametrize("name", ["table.csv", "other.json"])
def test_what_is_no_text_and_no_list_beside_a_workbook_is_named(name: str) -> None:
    """It is not left out unseen."""
    with pytest.raises(
        DossierError, match=rf"{name}: 'this content' is not a text \(.txt\), or a list of sources"
    ):
        loaded_files([("case.xlsx", CASE), (name, b"{}")])


def test_a_table_alone_is_told_what_to_do_with_it() -> None:
    """One with the columns of statements belongs into a folder, any other needs a mapping."""
    statements = new_case("case")["statements.csv"]()
    of_a_folder = "lies in a folder with dossier.yaml and sources.json: `positions new ID --folder` makes one"
    for name, raw, expected in (
        ("mine.csv", statements, of_a_folder),
        ("statements.csv", b"a,b", of_a_folder),
        ("mine.csv", b"Party,Toll", _BY_MAPPING),
        ("mine.parquet", to_parquet(SAME), of_a_folder),
        ("mine.parquet", written({"Party": ["A"], "Toll": [1]}), _BY_MAPPING),
    ):
        with pytest.raises(DossierError) as error:
            loaded_files([(name, raw)])
        assert expected in str(error.value)


@pytest.mark.parametrize("head", ["step_low", "step_high"])
def test_a_column_of_one_end_of_ranges_alone_is_a_fault(head: str) -> None:
    """A range that lost a column would be read as a single step, so nothing is filled in."""
    book = load_workbook(io.BytesIO(CASE))
    heads = [cell.value for cell in book["Statements"][1]]
    book["Statements"].delete_cols(heads.index(head) + 1)
    with pytest.raises(DossierError) as error:
        loaded_files([("case.xlsx", saved(book))])

    assert [(str(one.file), one.line, one.field) for one in error.value.findings] == [("Statements", 1, head)]
    assert error.value.repairs == ()


def test_a_list_beside_a_workbook_with_sources_is_refused() -> None:
    """Which of the two holds is not guessed."""
    with pytest.raises(DossierError, match="is not one list of sources; empty the sheet"):
        loaded_files([("case.xlsx", CASE), ("talks.ris", RIS)])


def test_words_that_are_not_in_a_text_given_with_them_are_told() -> None:
    """Who loads a folder with its texts hears at once of a phrase that is not in its passage."""
    files = {name: content() for name, content in new_case("river-talks").items()}
    rows = files["statements.csv"].decode().replace("open in dry months only", "open in wet months only")
    told = loaded_files([*{**files, "statements.csv": rows.encode()}.items()]).notices

    assert not [one for one in loaded_files([*files.items()]).notices if one.field == "phrase"]
    (notice,) = (one for one in told if one.field == "phrase")
    assert notice.words.startswith(
        "'open in wet months only' in texts/example-gazette.txt: the phrase is not in"
    )
    assert "open in dry months only" in notice.words


def test_a_mapping_may_bear_another_name() -> None:
    """The only YAML beside a table that is no part of a dossier says how the table is read."""
    files = example_files()
    named = loaded_files([*files.items()])
    other = loaded_files([(TABLE, files[TABLE]), ("survey.yml", files[MAPPING])])

    assert other.dossier == named.dossier
    with pytest.raises(DossierError, match=r"survey\.yml:1: "):
        loaded_files([(TABLE, files[TABLE]), ("survey.yml", b"shape: wide")])


def test_files_of_a_dossier_under_other_names_are_no_mapping() -> None:
    """As a browser names a second download: what is missing of the dossier is told."""
    files = {name: content() for name, content in new_case("river-talks").items() if "/" not in name}
    renamed = [(name.replace(".", " (1)."), raw) for name, raw in files.items()]
    with pytest.raises(DossierError) as error:
        loaded_files(renamed)

    assert not [one for one in error.value.findings if one.field in ("columns", "party_kind")]
