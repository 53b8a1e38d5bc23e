"""The form of a statement on the page of a reader's own dossier: what it asks, checks and keeps."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

import components.pages
from components.pages import PAGES
from positions.reading.dossier import (
    load_dossier,
)
from positions.workbook.writing import workbook_of
from tests.app.conftest import RunPage
from tests.app.test_your_data import CASE, given, loaded


def test_a_statement_is_made_beside_its_source(run_page: RunPage) -> None:
    """Nothing is chosen beforehand; once all is given the page says what it does to the cell, and adds it."""
    app = loaded(run_page, "sources", source="example-gazette")
    assert not app.exception
    chosen = ("row_side", "row_speaker", "row_issue", "row_mode", "row_confidence", "row_basis")
    assert all(app.selectbox(key=key).value is None for key in chosen)
    app.selectbox(key="row_side").select(("upland", "")).run()
    app.selectbox(key="row_speaker").select("upland-minister")
    app.selectbox(key="row_issue").select("gates")
    app.selectbox(key="row_mode").select("reported_speech")
    app.selectbox(key="row_confidence").select("high")
    app.selectbox(key="row_basis").select("explicit")
    app.text_input(key="row_said_on").set_value("2031-05-06")
    app.text_input(key="row_summary").set_value("Upland's minister would keep them open all year.")
    app.text_input(key="row_coder").set_value("ab").run()
    lacking = [one.value for one in app.caption if one.value.startswith("Still to be given")]
    assert [one.replace("\\", "") for one in lacking] == ["Still to be given: step, or that none fits."]
    app.pills(key="row_steps_gates").set_value([2]).run()

    assert not app.exception
    now, then = (one.value for one in app.markdown if one.value.startswith(("**The cell now", "**With this")))
    assert "Dry months" in now
    assert "All year" in then
    app.button(key="add_statement").click().run()
    statements = app.session_state["own_dossiers"][CASE].tables.dossier.statements
    assert (statements[-1].id, statements[-1].speaker, statements[-1].step_low, statements[-1].coder) == (
        "example-gazette-1",
        "upland-minister",
        2,
        "ab",
    )
    assert len(statements) == 4


def form_of(run_page: RunPage, said_on: str) -> AppTest:
    """The form of a statement of the new case, filled in but for its step, with that day."""
    app = loaded(run_page, "sources", source="example-gazette")
    for key, value in {
        "row_speaker": "lowland-office",
        "row_issue": "gates",
        "row_mode": "reported_speech",
        "row_confidence": "high",
        "row_basis": "explicit",
    }.items():
        app.selectbox(key=key).select(value)
    for key, text in {"row_said_on": said_on, "row_summary": "S.", "row_coder": "ab"}.items():
        app.text_input(key=key).set_value(text)
    app.run()
    app.pills(key="row_steps_gates").set_value([-1]).run()
    return app


def test_what_breaks_a_rule_is_not_added(run_page: RunPage) -> None:
    """The same rules hold as for a file; the sentence names the field."""
    app = form_of(run_page, said_on="some day")

    assert any("said_on" in one.value for one in app.text)
    assert not [one for one in app.button if one.key == "add_statement"]


def test_a_day_outside_the_period_is_told_in_the_form(run_page: RunPage) -> None:
    """Words that no day of the dossier would show are not added; the sentence says what to change."""
    app = form_of(run_page, said_on="2019-01-01")

    assert not app.exception
    assert any("said_on" in one.value and "when the dossier begins" in one.value for one in app.text)
    assert not [one for one in app.button if one.key == "add_statement"]


def test_a_half_made_statement_stays(run_page: RunPage, monkeypatch: pytest.MonkeyPatch) -> None:
    """After another page it is there again, and each source has its own; the coder is the same for all."""
    copied = given(run_page("your-data"), "case.xlsx", workbook_of(load_dossier("training-strait")))
    copied.button(key="show_own").click().run()
    app = run_page("sources", dossier="istanbul-2022")
    app.session_state["own_dossiers"] = copied.session_state["own_dossiers"]
    app.query_params.update({"dossier": "training-strait-own", "source": "gazette"})
    app.run()
    app.text_input(key="row_summary").set_value("Half a sentence")
    app.text_input(key="row_coder").set_value("ab")
    app.selectbox(key="row_issue").select("access").run()
    app.pills(key="row_steps_access").set_value([2]).run()
    for path in ("your-data", "sources"):
        page = next(page for page in PAGES if page.path == path)
        monkeypatch.setattr(components.pages, "PAGES", (page,))
        app.run()
        assert not app.exception
    filled = ("Half a sentence", "access", "ab")

    def form() -> tuple[str | None, str | None, str | None]:
        texts = [app.text_input(key=f"row_{name}").value for name in ("summary", "coder")]
        return texts[0], app.selectbox(key="row_issue").value, texts[1]

    assert form() == filled
    assert app.pills(key="row_steps_access").value == [2]
    app.query_params["source"] = "courier"
    app.run()
    assert form() == ("", None, "ab")
    app.query_params["source"] = "gazette"
    app.run()
    assert form() == filled
