"""A folder that a reader may change: drafts that stay, checks with every cell, two versions, one save."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import components.pages
from components.pages import PAGES
from positions.editing.statements import statement_rows, with_changes
from positions.editing.tables import with_table
from positions.model.errors import DossierError
from positions.reading.dossier import STATEMENTS, folder_files, load_dossier, read_files
from positions.start.case import new_workbook
from positions.tables import Tables
from positions.workbook.reading import read_workbook
from positions.workbook.rows import rows_of
from positions.workbook.writing import workbook_of
from tests.app.conftest import RunPage
from tests.app.still_text import tables
from tests.cut_short import cut_short

COPY = "training-strait-own"
AT = r"\d\d:\d\d( UTC)?"
AGAIN = rf"Read again at {AT}: "
PARTS = ("statement_table_part", "described_table_part")


def opened_for_editing(run_page: RunPage, folder: Path) -> AppTest:
    """The page after the reader opened the served dossier for editing and changed one note."""
    app = run_page("your-data", dossier=folder)
    app.button(key="edit_served").click().run()
    own = app.session_state["own_dossiers"]["training-strait-own"]
    files = with_changes(own.files, own.tables.dossier.statements[0].id, {"note": "read again"})
    app.session_state["own_dossiers"]["training-strait-own"] = type(own)(own.tables, files, own.origin)
    return app.run()


def opened_tables(run_page: RunPage, folder: Path) -> AppTest:
    """The page with both parts of tables open, on this visit's copy of the served dossier."""
    app = run_page("your-data", dossier=folder, opened=PARTS)
    app = app.button(key="edit_served").click().run()
    assert not app.exception
    return app


def written(app: AppTest, table: str, **edits: object) -> AppTest:
    """The page after cells, new rows or deletions were written in the editor of a table."""
    key = next(one.key for one in app.data_editor if f"_{table}_" in str(one.key))
    state = {"edited_rows": {}, "added_rows": [], "deleted_rows": [], **edits}
    app.session_state[str(key)] = state
    return app.run()


def turned(app: AppTest, monkeypatch: pytest.MonkeyPatch, path: str) -> AppTest:
    """The same visit on another page."""
    page = next(page for page in PAGES if page.path == path)
    monkeypatch.setattr(components.pages, "PAGES", (page,))
    return app.run()


def unkept(app: AppTest) -> list[str]:
    """What the page says of drafts."""
    return [one.value for one in app.markdown if one.value.startswith("**Written and not kept yet")]


def captions(app: AppTest) -> list[str]:
    """What the small print says, as it is read."""
    return [one.value.replace("\\", "") for one in app.caption]


def saved(app: AppTest) -> AppTest:
    """The page after the reader has saved with a name and a reason."""
    app.text_input(key="saved_by").set_value("AB")
    app.text_input(key="saved_because").set_value("second look").run()
    return app.button(key="save_statements").click().run()


def test_texts_of_the_folder_stay_at_hand(
    run_page: RunPage, edited: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Phrases are verified in the copy that is changed too, and words that are not in the text are told."""
    app = turned(opened_for_editing(run_page, edited), monkeypatch, "sources")
    assert any("of this source 2 verified, 0 failed" in one for one in captions(app))
    app.selectbox(key="row_side").select(("northland", "")).run()
    for key, value in {
        "row_speaker": "norrin",
        "row_issue": "process",
        "row_mode": "reported_speech",
        "row_confidence": "high",
        "row_basis": "explicit",
    }.items():
        app.selectbox(key=key).select(value)
    texts = {"said_on": "2031-05-09", "summary": "Norrin waits.", "coder": "ab", "phrase": "no such words"}
    for name, text in texts.items():
        app.text_input(key=f"row_{name}").set_value(text)
    app.run()

    assert not app.exception
    (told,) = (one.value for one in app.markdown if one.value.startswith("**The words are not where"))
    assert "the phrase is not in the text" in told
    assert [one for one in app.button if one.key == "add_statement"]


def test_a_served_folder_is_changed_and_saved(run_page: RunPage, edited: Path) -> None:
    """What differs is shown before it is saved; the folder has it then, and nothing differs any more."""
    app = opened_for_editing(run_page, edited)
    assert any("1 cell differs from the folder" in one.value for one in app.markdown)
    app = saved(app)

    assert not app.exception
    assert b"read again" in (edited / STATEMENTS).read_bytes()
    assert any(one.value == "Nothing differs from the folder." for one in app.caption)


def test_a_conflict_shows_both_versions(run_page: RunPage, edited: Path) -> None:
    """Nothing of either is lost, and nothing is written."""
    app = opened_for_editing(run_page, edited)
    theirs = (edited / STATEMENTS).read_bytes() + b"\r\n"
    (edited / STATEMENTS).write_bytes(theirs)
    app = saved(app)

    assert not app.exception
    assert any("has been changed by somebody else" in one.value for one in app.warning)
    assert (edited / STATEMENTS).read_bytes() == theirs
    assert {one.proto.label for one in app.get("download_button")} >= {"Theirs (CSV)", "Yours (CSV)"}


def test_two_codings_are_reconciled_and_saved(run_page: RunPage, edited: Path) -> None:
    """Side by side with both notes; nothing is chosen beforehand, and the log has the reason of each."""
    app = run_page("your-data", dossier=edited, opened=("decision_part",))
    app.button(key="edit_served").click().run()
    assert not app.exception
    assert any("4 disagreements of a and b still to be decided" in one.value for one in app.caption)
    assert app.radio(key="decision_courier-2_choice").value is None
    assert app.button(key="decision_keep").disabled
    app.radio(key="decision_courier-2_choice").set_value("b").run()
    app.text_input(key="decision_courier-2_reason").set_value("Step 4 names no fleet.").run()
    app.button(key="decision_keep").click().run()
    app.selectbox(key="decision_statement").set_value("register-3").run()
    app.radio(key="decision_register-3_choice").set_value("").run()
    app.text_input(key="decision_register-3_other").set_value("9").run()
    assert any(one.value.startswith("9 is not a or b, a step from 0 to") for one in app.caption)
    app.text_input(key="decision_register-3_other").set_value("2/3").run()
    app.text_input(key="decision_register-3_reason").set_value("Both are named.").run()
    app.button(key="decision_keep").click().run()
    assert any("2 decisions, each with its reason" in one.value for one in app.caption)
    app.text_input(key="saved_by").set_value("AB").run()
    app.button(key="save_statements").click().run()
    log = (edited / "changes.csv").read_text(encoding="utf-8")

    assert not app.exception
    assert ",AB,courier-2," in log
    assert ",AB,register-3,step_low,3,2,a: 3; b: 2–3. Both are named." in log
    assert any("2 disagreements of a and b still to be decided" in one.value for one in app.caption)


def test_a_folder_is_not_changed_unless_the_server_says_so(
    run_page: RunPage, edited: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor is a dossier that comes with the package."""
    assert "edit_served" not in [one.key for one in run_page("your-data").button]
    monkeypatch.delenv("POSITIONS_EDIT")
    assert "edit_served" not in [one.key for one in run_page("your-data", dossier=edited).button]


def test_other_tables_are_changed_and_saved(run_page: RunPage, edited: Path) -> None:
    """A party renamed: the comment above stays, the log has the cell, and a fault keeps nothing."""
    app = run_page("your-data", dossier=edited, opened=("described_table_part",))
    app.button(key="edit_served").click().run()
    assert not app.exception
    assert app.selectbox(key="described_table_name").options[:3] == ["Parties", "Members", "Speakers"]
    own = app.session_state["own_dossiers"]["training-strait-own"]
    rows = rows_of(own.tables.dossier)["Parties"]
    rows[0][1] = "Northern Land"
    files = with_table(own.files, "Parties", rows)
    made = Tables(
        read_files(files).dossier.model_copy(update={"id": "training-strait-own"}), own.tables.folder
    )
    app.session_state["own_dossiers"]["training-strait-own"] = type(own)(made, files, own.origin)
    app.run()
    assert any("1 cell differs from the folder" in one.value for one in app.markdown)
    before = (edited / "dossier.yaml").read_text(encoding="utf-8")
    app = saved(app)

    assert not app.exception
    after = (edited / "dossier.yaml").read_text(encoding="utf-8")
    assert after == before.replace("    name: Northland\n", "    name: Northern Land\n", 1)
    assert "AB,Parties: northland,name,Northland,Northern Land,second look" in (
        edited / "changes.csv"
    ).read_text(encoding="utf-8")
    assert any(one.value == "Nothing differs from the folder." for one in app.caption)


def test_what_is_written_outlives_page_and_table(
    run_page: RunPage, edited: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names written and not kept are there after another page and after another table was kept."""
    app = opened_tables(run_page, edited)
    written(app, "Parties", edited_rows={"0": {"name": "Northern Land"}})
    assert unkept(app) == ["**Written and not kept yet: Parties.**"]
    turned(app, monkeypatch, "sources")
    turned(app, monkeypatch, "your-data")
    assert unkept(app) == ["**Written and not kept yet: Parties.**"]
    written(app, "Statements", edited_rows={"0": {"note": "read again"}})
    assert unkept(app) == ["**Written and not kept yet: Parties and Statements.**"]
    app.button(key="statement_table_keep").click().run()
    assert unkept(app) == ["**Written and not kept yet: Parties.**"]
    app.button(key="described_table_keep").click().run()
    own = app.session_state["own_dossiers"][COPY].tables.dossier

    assert not app.exception
    assert not unkept(app)
    assert (own.parties[0].name, own.statements[0].note) == ("Northern Land", "read again")
    assert any("2 cells differ from the folder" in one.value for one in app.markdown)


def test_what_is_written_can_be_given_up(run_page: RunPage, edited: Path) -> None:
    """The table is then as it is kept."""
    app = written(opened_tables(run_page, edited), "Parties", edited_rows={"0": {"name": "Northern Land"}})
    app.button(key="described_table_give_up").click().run()

    assert not app.exception
    assert not unkept(app)
    assert "described_table_keep" not in [one.key for one in app.button]


def test_a_cell_is_checked_as_soon_as_it_is_written(run_page: RunPage, edited: Path) -> None:
    """At the table, with the row as it is numbered there, though another row above was taken away."""
    app = written(
        opened_tables(run_page, edited),
        "Statements",
        edited_rows={"5": {"said_on": "2031-02-31"}},
        deleted_rows=[1],
    )
    assert [
        (row["Row"].split()[0], row["Field"], row["Found"]) for row in tables(app)[0].to_dict("records")
    ] == [("7", "said_on", "2031-02-31")]
    assert any(one.value == "**1 fault; nothing is kept yet.**" for one in app.markdown)
    assert "statement_table_keep" not in [one.key for one in app.button]
    for table, cells, fault in (
        ("Parties", {"1": {"name": ""}}, ["Parties", "3", "name", "nothing"]),
        ("Issues", {"0": {"name": ""}}, ["Issues", "2", "name", "nothing"]),
        ("Steps", {"2": {"step": "x"}}, ["Steps", "4", "step", "x"]),
        ("Sources", {"0": {"issued": "soon"}}, ["Sources", "2", "issued", "soon"]),
        ("Speakers", {"0": {"party": "nowhere"}}, ["Speakers", "2", "party", "nowhere"]),
    ):
        app.selectbox(key="described_table_name").set_value(table).run()
        written(app, table, edited_rows=cells)
        assert fault in [[*row.values()][:4] for row in tables(app)[1].to_dict("records")]


def test_a_disabled_button_says_what_it_waits_for(run_page: RunPage, edited: Path) -> None:
    """Beside saving, and beside a decision."""
    app = opened_for_editing(run_page, edited)
    assert "Still to be given: who changed it, why." in captions(app)
    app.text_input(key="saved_by").set_value("AB").run()
    assert "Still to be given: why." in captions(app)
    app.session_state["decision_part"] = True
    app.run()

    assert any("what the dossier is to hold, why this and not the other" in one.value for one in app.caption)


def test_of_two_versions_each_cell_is_chosen(run_page: RunPage, edited: Path) -> None:
    """Of two cells of both one is kept from each side and logged; what another alone changed is there."""
    app = opened_tables(run_page, edited)
    written(app, "Statements", edited_rows={"0": {"note": "mine"}, "1": {"note": "mine too"}})
    app.button(key="statement_table_keep").click().run()
    first, second, third = (row["id"] for row in statement_rows(folder_files(edited))[1][:3])
    files = folder_files(edited)
    for name, note in ((first, "theirs"), (second, "theirs too"), (third, "theirs alone")):
        files = with_changes(files, name, {"note": note})
    (edited / STATEMENTS).write_bytes(files[STATEMENTS]())
    app = saved(app)
    assert not app.exception
    assert app.button(key="save_statements").disabled
    assert any("a choice between the two versions" in one.value for one in app.caption)
    one, other = (radio for radio in app.radio if str(radio.key).startswith("version_"))
    options = [words.replace("\\", "") for words in one.options]
    assert (one.value, options) == (None, ["keep yours: mine", "keep what another saved: theirs"])
    one.set_value("mine")
    other.set_value("theirs").run()
    app.button(key="save_statements").click().run()
    log = (edited / "changes.csv").read_text(encoding="utf-8")

    assert not app.exception
    notes = [row["note"] for row in statement_rows(folder_files(edited))[1][:3]]
    assert notes == ["mine", "theirs too", "theirs alone"]
    assert f",AB,{first},note,theirs,mine,kept over what another had saved meanwhile; second look" in log
    told = "kept what another had saved meanwhile instead of: mine too; second look"
    assert f",AB,{second},note,theirs too,theirs too,{told}" in log
    assert third not in log
    assert any(one.value == "Nothing differs from the folder." for one in app.caption)
    assert not app.warning


def test_a_version_with_faults_waits_until_it_is_mended(run_page: RunPage, edited: Path) -> None:
    """Its faults are told; each time it is read again what has changed since; mended it can be saved to."""
    app = opened_for_editing(run_page, edited)
    path = edited / "dossier.yaml"
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole.replace("title:", "titel:", 1), encoding="utf-8")
    app = saved(app)
    assert not app.exception
    assert any("in what both make together; nothing is saved" in one.value for one in app.markdown)
    app.button(key="read_again").click().run()
    assert any(
        re.fullmatch(rf"{AGAIN}nothing has changed in the folder since {AT}\.", one) for one in captions(app)
    )
    path.write_text(whole.replace("title:", "titles:", 1), encoding="utf-8")
    app.button(key="read_again").click().run()
    assert any(re.fullmatch(rf"{AGAIN}changed since {AT}: dossier\.yaml\.", one) for one in captions(app))
    path.write_text(whole, encoding="utf-8")
    app.button(key="read_again").click().run()
    assert any(
        one.endswith("dossier.yaml. It is as you read it here, so it can be saved to.")
        for one in captions(app)
    )
    app.button(key="save_statements").click().run()

    assert not app.exception
    assert b"read again" in (edited / STATEMENTS).read_bytes()
    assert not any(one.startswith("Read again at") for one in captions(app))


def test_a_file_that_is_gone_is_told(run_page: RunPage, edited: Path) -> None:
    """What to do is said, and it is not put back in silence."""
    app = opened_for_editing(run_page, edited)
    (edited / STATEMENTS).unlink()
    app = saved(app)

    assert not app.exception
    assert any("is gone from the folder" in one.value for one in app.caption)
    assert not (edited / STATEMENTS).exists()
    (edited / "sources.json").unlink()
    app.button(key="read_again").click().run()
    assert any(re.fullmatch(rf"{AGAIN}gone since {AT}: sources\.json\.", one) for one in captions(app))


def test_what_is_written_can_be_taken_along_with_its_faults(run_page: RunPage, edited: Path) -> None:
    """The workbook has the rows as they are written, and is told the same faults when it is loaded."""
    app = written(opened_tables(run_page, edited), "Parties", edited_rows={"0": {"name": ""}})
    assert "What is written, as a workbook (XLSX)" in [one.proto.label for one in app.get("download_button")]
    draft = app.session_state["drafts"][COPY]["Parties"].written
    book = workbook_of(load_dossier(edited), instead={"Parties": draft})

    with pytest.raises(DossierError, match="Parties: row 2: name: missing"):
        read_workbook(book, "written.xlsx")


def test_dossiers_with_changes_are_not_given_up(run_page: RunPage, edited: Path) -> None:
    """Of more than a visit keeps the first without changes goes, and that is said."""
    app = written(opened_tables(run_page, edited), "Parties", edited_rows={"0": {"name": ""}})
    for name in ("one", "two", "three", "four"):
        book = new_workbook(name)
        app.file_uploader[0].set_value([(f"{name}.xlsx", book, "application/octet-stream")]).run()
        app.button(key="show_own").click().run()

    assert not app.exception
    assert [*app.session_state["own_dossiers"]] == [COPY, "two", "three", "four"]


def test_a_changed_copy_is_gone_on_with(run_page: RunPage, edited: Path) -> None:
    """Whoever turns back to the served dossier does not read it anew over what was changed."""
    app = opened_for_editing(run_page, edited)
    app.query_params["dossier"] = "training-strait"
    app.run()
    assert app.button(key="edit_served").label == "Go on with your changes"
    app.button(key="edit_served").click().run()

    assert not app.exception
    assert any("1 cell differs from the folder" in one.value for one in app.markdown)


def test_a_save_that_was_cut_short_is_ended_at_the_next_opening(
    run_page: RunPage, edited: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reader is told in one sentence, and opens the finished files."""
    cut_short(edited, "gazette-1", "read again", monkeypatch)
    app = opened_tables(run_page, edited)

    assert [one.value.replace("\\", "") for one in app.toast] == [
        "A save that was cut short is finished now: changes.csv and statements.csv."
    ]
    assert app.session_state["own_dossiers"][COPY].tables.dossier.statements[0].note == "read again"


def test_statements_that_cannot_be_written_back_are_not_opened(run_page: RunPage, edited: Path) -> None:
    """Another delimiter is read, but would not be kept: that is said instead of a table of one column."""
    text = (edited / STATEMENTS).read_text(encoding="utf-8")
    rows = csv.reader(io.StringIO(text, newline=""))
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=";").writerows(rows)
    (edited / STATEMENTS).write_text(written.getvalue(), encoding="utf-8")
    app = run_page("your-data", dossier=edited)
    app.button(key="edit_served").click().run()

    assert not app.exception
    assert any("not comma-separated UTF-8" in one.value for one in app.warning)
    assert not app.session_state["own_dossiers"]
