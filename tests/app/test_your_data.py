"""Your data: a case of one's own from a file to its matrix, faults at once, changes kept in this visit."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from positions.export.parquet import to_parquet
from positions.reading.dossier import (
    DESCRIPTION,
    SOURCES,
    STATEMENTS,
    dossier_folder,
    load_dossier,
    read_files,
)
from positions.start.case import new_case, new_workbook
from positions.workbook.writing import workbook_of
from tests.app.conftest import RunPage, drawn
from tests.app.still_text import tables
from tests.positions.importing.test_as_people_save_them import LONG, book
from tests.positions.importing.test_as_people_save_them import ROWS as LONG_TABLE

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CASE = "river-talks"


def given(app: AppTest, name: str, content: bytes) -> AppTest:
    """The page after a file was dropped on it."""
    app.file_uploader[0].set_value([(name, content, XLSX)])
    return app.run()


def loaded(run_page: RunPage, path: str, **address: str) -> AppTest:
    """A page on a new case that this visit has loaded."""
    app = given(run_page("your-data"), "case.xlsx", new_workbook(CASE))
    app.button(key="show_own").click().run()
    kept = app.session_state["own_dossiers"]
    other = run_page(path, dossier="istanbul-2022")
    other.session_state["own_dossiers"] = kept
    for name, value in {"dossier": CASE, **address}.items():
        other.query_params[name] = value
    return other.run()


def packed(**changes: bytes) -> bytes:
    """A new case as a ZIP, with other contents of some of its files."""
    files = {name: content() for name, content in new_case(CASE).items()}
    files |= {name.replace("_", "."): content for name, content in changes.items()}
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return written.getvalue()


@pytest.mark.parametrize(
    ("name", "content"), [("case.xlsx", new_workbook(CASE)), ("case.zip", packed())], ids=["workbook", "zip"]
)
def test_a_new_case_is_loaded_and_shown(run_page: RunPage, name: str, content: bytes) -> None:
    """It reads without a fault, and the visit has it from then on."""
    app = given(run_page("your-data"), name, content)

    assert not app.exception
    assert any(
        "reads without a fault: 3 statements, 1 source, 3 parties, 1 issue" in one.value
        for one in app.markdown
    )
    app.button(key="show_own").click().run()
    assert not app.exception
    assert list(app.session_state["own_dossiers"]) == [CASE]


def test_faults_are_told_at_once_and_nothing_is_loaded(run_page: RunPage) -> None:
    """One row per fault with file, row, statement, field, what was found and expected."""
    rows = new_case(CASE)[STATEMENTS]().decode().replace(",gates,2031-05-05,", ",gatess,2031-02-31,")
    app = given(run_page("your-data"), "case.zip", packed(statements_csv=rows.encode()))
    table = tables(app)[0]

    assert not app.exception
    assert any(one.value == "**2 faults; nothing is loaded until they are mended.**" for one in app.markdown)
    assert list(table["Field"]) == ["issue", "said_on"]
    assert list(table["Row"]) == ["2 (example-1)"] * 2
    assert not app.session_state["own_dossiers"]
    assert not [one for one in app.button if one.key == "show_own"]


def test_nearest_values_are_accepted_with_one_click(run_page: RunPage) -> None:
    """What was accepted is told as mended, and what is kept needs no mending again."""
    rows = new_case(CASE)[STATEMENTS]().decode().replace(",gates,2031-05-05,", ",gatess,2031-05-05,")
    app = given(run_page("your-data"), "case.zip", packed(statements_csv=rows.encode()))
    app.button(key="accept_nearest").click().run()

    assert not app.exception
    assert any("reads without a fault" in one.value for one in app.markdown)
    assert "gatess" in list(tables(app)[0]["Written"])
    app.button(key="show_own").click().run()
    assert app.session_state["own_dossiers"][CASE].tables.dossier.statements[0].issue == "gates"


def test_an_accepted_workbook_comes_back_with_what_was_chosen(run_page: RunPage) -> None:
    """Offered beside the way to its matrix, so that the same need not be chosen again."""
    book = load_workbook(io.BytesIO(new_workbook(CASE)))
    issues = next(column for column in book["Statements"].iter_cols() if column[0].value == "issue")
    issues[1].value = "gatess"
    written = io.BytesIO()
    book.save(written)
    app = given(run_page("your-data"), "case.xlsx", written.getvalue())
    app.button(key="accept_nearest").click().run()

    assert not app.exception
    labels = [one.proto.label for one in app.get("download_button")]
    assert "Your workbook with what you chose in its cells (XLSX)" in labels


def test_nearest_words_of_the_parties_are_accepted_too(run_page: RunPage) -> None:
    """A kind that is none of the list, with the faults of every other file beside it."""
    described = new_case(CASE)[DESCRIPTION]().decode().replace("kind: grouping", "kind: groupping")
    rows = new_case(CASE)[STATEMENTS]().decode().replace(",gates,2031-05-05,", ",gatess,2031-05-05,")
    changed = packed(dossier_yaml=described.encode(), statements_csv=rows.encode())
    app = given(run_page("your-data"), "case.zip", changed)
    assert list(tables(app)[0]["Field"]) == ["parties.kind", "issue"]
    app.button(key="accept_nearest").click().run()

    assert any("reads without a fault" in one.value for one in app.markdown)


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("talks.bib", b"@online{example-gazette, title = {The river talks}, date = {2031-05-06}}"),
        ("zotero.json", b'[{"id": "example-gazette", "type": "webpage", "title": "The river talks"}]'),
    ],
)
def test_a_list_of_references_is_the_list_of_sources(run_page: RunPage, name: str, listed: bytes) -> None:
    """BibTeX or CSL-JSON beside the files of a folder; what was proposed for it is told."""
    app = run_page("your-data")
    files = [(file, content(), "") for file, content in new_case(CASE).items() if "/" not in file]
    files = [one for one in files if one[0] != SOURCES]
    app.file_uploader(key="own_files").set_value([*files, (name, listed, "")]).run()

    assert not app.exception
    assert any("reads without a fault" in one.value for one in app.markdown)
    assert name in " ".join(tables(app)[0].to_numpy().flatten())


def test_statements_may_be_parquet(run_page: RunPage) -> None:
    """Given with the other files of a folder; how its rows are counted is told, and it can be changed."""
    files = {name: content() for name, content in new_case(CASE).items() if name != STATEMENTS}
    files["statements.parquet"] = to_parquet(read_files(new_case(CASE)).dossier)
    app = run_page("your-data")
    app.file_uploader[0].set_value([(name, content, "") for name, content in files.items()]).run()

    assert any("reads without a fault: 3 statements" in one.value for one in app.markdown)
    assert "Parquet a table with its first row as row 2" in " ".join(tables(app)[0].to_numpy().flatten())
    app.button(key="show_own").click().run()
    assert not app.exception
    assert STATEMENTS in app.session_state["own_dossiers"][CASE].files


def test_a_day_that_can_be_read_two_ways_is_asked_once(run_page: RunPage) -> None:
    """The answer holds for the whole file."""
    rows = new_case(CASE)[STATEMENTS]().decode()
    for day, written in {"2031-05-05": "04.05.2031", "2031-05-06": "03.05.2031"}.items():
        rows = rows.replace(f",{day},", f",{written},")
    app = given(run_page("your-data"), "case.zip", packed(statements_csv=rows.encode()))
    (question,) = app.radio
    assert question.value is None
    question.set_value("day-month").run()

    assert not app.exception
    app.button(key="show_own").click().run()
    statements = app.session_state["own_dossiers"][CASE].tables.dossier.statements
    assert [one.said_on for one in statements] == ["2031-05-04", "2031-05-03", "2031-05-03"]


def test_a_table_comes_in_by_its_mapping(run_page: RunPage) -> None:
    """The two blocks of the README, given together; what was left out is told."""
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    table, mapping = (readme.partition(f"```{kind}\n")[2].partition("```")[0] for kind in ("csv", "yaml"))
    app = run_page("your-data", opened=("cells_left_out",))
    files = [("valley.csv", table.replace("-1", ""), "text/csv"), ("mapping.yaml", mapping, "text/yaml")]
    app.file_uploader[0].set_value([(name, text.encode(), kind) for name, text, kind in files]).run()

    assert not app.exception
    assert any("reads without a fault" in one.value for one in app.markdown)
    assert any("2 left out: the cell is empty" in one.value.replace("\\", "") for one in app.markdown)
    preview, dropped = tables(app)[:2]
    assert preview.iloc[0].tolist()[:5] == ["r2c2", "Hill List", "Bridge", "undated", "2"]
    assert dropped.to_numpy().tolist() == [
        ["2", "Toll", "the cell is empty"],
        ["3", "Bridge", "the cell is empty"],
    ]
    app.button(key="show_own").click().run()
    assert list(app.session_state["own_dossiers"]) == ["valley"]
    assert app.session_state["own_dossiers"]["valley"].given_words == "valley.csv and 1 more"


def test_what_was_mended_in_a_table_is_told_as_it_is_read(run_page: RunPage) -> None:
    """A title above the headings, and a cell that is merged down the side."""
    lines = [["Answers of June"], *LONG_TABLE]
    files = [("t.xlsx", book(lines, "A3:A4"), XLSX), ("mapping.yaml", LONG.encode(), "text/yaml")]
    app = run_page("your-data")
    app.file_uploader[0].set_value(files).run()

    assert not app.exception
    assert any("reads without a fault: 3 statements" in one.value for one in app.markdown)
    assert [row.tolist() for row in tables(app)[1].to_numpy()] == [
        ["t.xlsx", "2", "", "Answers of June", "left out above the heads"],
        ["t.xlsx", "3", "", "Hill", "Hill in rows 3 to 4, which are merged"],
    ]


def test_the_page_says_what_was_opened(run_page: RunPage, edited: Path) -> None:
    """Two copies of a dossier have one id; the name of the file or folder tells which is meant."""
    for app, words in (
        (run_page("your-data"), "the bundled dossier istanbul-2022"),
        (run_page("your-data", dossier=edited), "the folder case"),
        (loaded(run_page, "your-data"), "case.xlsx"),
    ):
        assert any(f"(from {words}): change it here" in one.value.replace("\\", "") for one in app.caption)


def test_a_text_beside_a_workbook_belongs_to_its_source(run_page: RunPage) -> None:
    """It is shown on the page of its source, and taken along with the other files."""
    text = new_case(CASE)["texts/example-gazette.txt"]()
    app = run_page("your-data")
    files = [("case.xlsx", new_workbook(CASE), XLSX), ("example-gazette.txt", text, "text/plain")]
    app.file_uploader[0].set_value(files).run()
    app.button(key="show_own").click().run()
    own = app.session_state["own_dossiers"][CASE]

    assert (own.tables.folder / "texts" / "example-gazette.txt").read_bytes() == text
    assert own.files["texts/example-gazette.txt"]() == text


def test_two_workbooks_are_one_sentence(run_page: RunPage) -> None:
    """Nobody has to guess which of the two was meant."""
    app = run_page("your-data")
    book = new_workbook(CASE)
    app.file_uploader[0].set_value([("old.xlsx", book, XLSX), ("new.xlsx", book, XLSX)]).run()
    (row,) = tables(app)[0].to_dict("records")

    assert row["Found"].replace("\\", "") == "new.xlsx and old.xlsx"
    assert row["Expected"].replace("\\", "") == "one workbook or ZIP at a time; take the others away"


def without_passages(run_page: RunPage, *replaced: tuple[str, str]) -> Any:
    """The dossiers of a visit in which the new case was loaded without any passage."""
    rows = new_case(CASE)[STATEMENTS]().decode()
    for old, new in ((",26,131,", ",,,"), (",133,234,", ",,,"), (",236,297,", ",,,"), *replaced):
        assert old in rows
        rows = rows.replace(old, new)
    app = given(run_page("your-data"), "case.zip", packed(statements_csv=rows.encode()))
    app.button(key="show_own").click().run()
    return app.session_state["own_dossiers"]


def test_passages_that_were_found_are_recorded_at_one_click(run_page: RunPage) -> None:
    """Each card says where its phrase was found or what is nearest; the click marks those found once."""
    kept = without_passages(run_page, ("left to a joint", "left to the joint"))
    other = run_page("sources", dossier="istanbul-2022")
    other.session_state["own_dossiers"] = kept
    other.query_params["dossier"] = CASE
    other.run()
    proofs = [dict(card["codes"]).get("Proof") for card in drawn(other, "reader")["cards"]]
    captions = [one.value.replace("\\", "") for one in other.main.caption]
    reasons = [one.value.replace("\\", "") for one in other.markdown if "nearest" in one.value]
    other.button(key="record_passages").click().run()
    rows = other.session_state["own_dossiers"][CASE].tables.dossier.statements
    pieces = drawn(other, "reader")["pieces"]

    assert not other.exception
    assert proofs == [
        "found at characters 92 to 115; no passage is recorded",
        "found at characters 169 to 198; no passage is recorded",
        "the phrase is not in the text; nearest: “left to a joint board.” at characters 275 to 297",
    ]
    assert (
        "of this source 0 verified, 2 found once in the text (no passage recorded), 1 failed, 0 not verified"
        in captions
    )
    assert reasons == [f"* “left to the joint board” {proofs[2]}"]
    assert [(row.start, row.end) for row in rows] == [(92, 115), (169, 198), (None, None)]
    assert [piece["text"] for piece in pieces if piece["ids"]] == [
        "open in dry months only",
        "gates that stay open all year",
    ]
    assert "record_passages" not in [one.key for one in other.button]


def test_a_pasted_text_can_be_marked_where_no_passage_is_coded(run_page: RunPage) -> None:
    """The box stands there for every source of an own case, and what was pasted is taken along."""
    kept = without_passages(run_page)
    text = kept[CASE].files.pop("texts/example-gazette.txt")()
    (kept[CASE].tables.folder / "texts" / "example-gazette.txt").unlink()
    other = run_page("sources", dossier="istanbul-2022")
    other.session_state["own_dossiers"] = kept
    other.query_params["dossier"] = CASE
    other.run()
    other.text_area(key="pasted_example-gazette").set_value(text.decode()).run()

    assert not other.exception
    assert other.session_state["own_dossiers"][CASE].files["texts/example-gazette.txt"]() == text
    assert not [one for one in other.text_area if one.key == "pasted_example-gazette"]


def test_a_copy_of_a_bundled_dossier_gets_an_id_of_its_own(run_page: RunPage) -> None:
    """A link never means two dossiers."""
    book = workbook_of(load_dossier("training-strait"))
    app = given(run_page("your-data"), "case.xlsx", book)
    app.button(key="show_own").click().run()

    assert list(app.session_state["own_dossiers"]) == ["training-strait-own"]


def test_another_visit_does_not_see_it(run_page: RunPage) -> None:
    """What one reader has loaded is no dossier for the next; a link to it says so."""
    app = given(run_page("your-data"), "case.xlsx", new_workbook(CASE))
    app.button(key="show_own").click().run()

    assert run_page("compare", dossier="istanbul-2022").selectbox(key="dossier").options == [
        "istanbul-2022",
        "ukraine-2014-2026",
        "training-strait",
    ]


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is served and may be changed."""
    monkeypatch.setenv("POSITIONS_EDIT", "1")
    return Path(shutil.copytree(dossier_folder("training-strait"), tmp_path / "case"))


def test_only_what_two_persons_cleared_is_shown(run_page: RunPage, served: Path) -> None:
    """Offered where the dossier asks for clearing; the line below counts, and cells say what is left out."""
    path = served / "dossier.yaml"
    assert "cleared" not in [one.key for one in run_page("compare", dossier=served).toggle]
    path.write_text(f"clearing: true\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    app = run_page("compare", dossier=served)
    assert any("0 of 34 statements cleared" in one.value for one in app.caption)
    app.toggle(key="cleared").set_value(True).run()

    assert not app.exception
    assert any("cleared statements only\\: 0 of 34 statements" in one.value for one in app.caption)
    assert app.query_params["cleared"] in ("1", ["1"])
    assert "Only words that you left out" in str(app.get_by_key("matrix").proto.json)
