"""Issues on scales of values, of two steps and of 21, on every page."""

from __future__ import annotations

from pathlib import Path

import pytest

from components.own_case.dossiers import Own
from components.pages import PAGES, Page
from positions.reading.dossier import folder_files, load_dossier
from positions.tables import Tables
from tests.app.conftest import RunPage
from tests.app.test_briefing import names
from tests.numeric_case import ISSUES, numeric_folder

SHOWN = ",".join(ISSUES)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dossier with issues of every kind."""
    return numeric_folder(tmp_path_factory.mktemp("numeric") / "dossier")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_every_page_shows_scales_of_every_kind(page: Page, run_page: RunPage, folder: Path) -> None:
    """No page fails on a value, and none shows an error."""
    app = run_page(page.path, folder, issues=SHOWN)

    assert not app.exception
    assert not app.error


def test_an_issue_of_values_is_told_in_its_unit(run_page: RunPage, folder: Path) -> None:
    """Finding and pairs say the unit, the relation and the value of each."""
    app = run_page("issue", folder, issues=SHOWN, issue="toll")

    told = " ".join(one.value.replace("\\", "") for one in app.main.caption)
    assert "81.25 of 100 per cent" in told


def test_a_value_is_written_where_an_issue_has_no_steps(run_page: RunPage, folder: Path) -> None:
    """The form of a new statement asks for it in its unit, and for no step."""
    dossier = load_dossier(folder).model_copy(update={"id": "mine"})
    app = run_page("sources")
    app.session_state["own_dossiers"] = {"mine": Own(Tables(dossier, folder), folder_files(folder))}
    app.query_params["dossier"] = "mine"
    app.run()
    app.selectbox(key="row_issue").select("toll").run()

    assert not app.exception
    assert app.text_input(key="row_value").label.startswith("Value in per cent: 12.5")
    assert not [one for one in app.pills if str(one.key).startswith("row_steps")]


def test_weights_of_the_dossier_stand_on_the_page_of_gaps(run_page: RunPage, folder: Path) -> None:
    """Which issue weighs what, by which source, and the distance without weights beside it."""
    app = run_page("gaps", folder, issues=SHOWN)

    assert "weights: 2 for Toll (Northern Gazette), 1 for others" in names(app)
    assert "3 for Northland on Mesh of nets (Northern Gazette)" in names(app)
