"""A dossier of 38 parties and 38 issues: first a part of it, all of it one click away."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.app.paging import MOST_CELLS, MOST_PARTIES
from components.pages import PAGES
from components.pages.sources import PER_SHEET
from positions.reading.dossier import load_dossier
from tests.app.conftest import RunPage, drawn
from tests.benchmarks.synthetic import write_square


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up table of 38 parties and 38 issues."""
    folder = tmp_path_factory.mktemp("wide")
    write_square(folder, parties=38, issues=38)
    return folder


def button(app: AppTest, label: str) -> None:
    """Press the button with these words."""
    next(one for one in app.button if one.label == label).click().run()


@pytest.mark.parametrize("path", [page.path for page in PAGES])
def test_every_page_runs_on_a_wide_dossier(run_page: RunPage, wide: Path, path: str) -> None:
    """Each has a title and throws nothing."""
    app = run_page(path, wide)

    assert not app.exception
    assert app.title[0].value


def test_all_of_a_wide_dossier_is_one_click_away(run_page: RunPage, wide: Path) -> None:
    """The landing view has six parties and ten issues; all of them come in sheets, and back again."""
    app = run_page("compare", wide)
    first = drawn(app, "matrix")

    assert (len(first["columns"]), len(first["rows"])) == (6, 10)
    assert any("32 more parties and 28 more issues" in one.value for one in app.caption)

    button(app, "Show all")
    sheet = drawn(app, "matrix")

    assert app.query_params["parties"].count(",") == app.query_params["issues"].count(",") == 37
    assert len(sheet["columns"]) <= MOST_PARTIES
    assert len(sheet["columns"]) * len(sheet["rows"]) <= MOST_CELLS
    assert any("1 to 10 of 38 parties" in one.value for one in app.caption)

    button(app, "Back to the first of them")

    assert drawn(app, "matrix")["columns"] == first["columns"]
    assert "parties" not in app.query_params


def test_a_party_is_found_by_typing(run_page: RunPage, wide: Path) -> None:
    """More parties than fit as buttons stand in a field that is searched; a chosen one joins the columns."""
    app = run_page("compare", wide)
    app.multiselect(key="parties").select("p37").run()

    assert "p37" in [column["id"] for column in drawn(app, "matrix")["columns"]]
    assert len(drawn(app, "matrix")["columns"]) == 7


def test_everybody_is_seen_at_a_glance(run_page: RunPage, wide: Path) -> None:
    """All cells stand below the matrix; the chosen party is first, and the address keeps it."""
    app = run_page("compare", wide, near="p5")
    glance = drawn(app, "overview")

    assert glance["rows"][0]["id"] == "p5"
    assert len(glance["rows"]) == len(glance["issues"]) == 38
    assert all(len(row["tiles"]) == 38 for row in glance["rows"])
    assert any(one.value.startswith("Nearest to Party 5") for one in app.caption)
    assert app.query_params["near"] == "p5"


def test_a_source_of_many_statements_comes_in_sheets(run_page: RunPage, tmp_path: Path) -> None:
    """Of a table with one source for all a hundred statements are drawn at once, and none is lost."""
    write_square(tmp_path, parties=38, issues=10, sources=1)
    app = run_page("sources", tmp_path)
    count = len(load_dossier(tmp_path).statements)
    seen = [card["id"] for card in drawn(app, "reader")["cards"]]

    assert len(seen) == PER_SHEET < count
    assert f"1 to {PER_SHEET} of {count}" in [one.value for one in app.caption]

    for sheet in range(2, -(-count // PER_SHEET) + 1):
        app.session_state["sheet_src0"] = sheet
        app.run()
        seen += [card["id"] for card in drawn(app, "reader")["cards"]]

    assert sorted(seen) == sorted(one.id for one in load_dossier(tmp_path).statements)


def test_many_weights_are_one_sentence_and_a_folded_table(run_page: RunPage, wide: Path) -> None:
    """Seven weights are told by their range; the table of them is made when it is opened."""
    app = run_page("gaps", wide, weights=",".join(f"i{place}:{place + 2}" for place in range(7)))
    told = [one.value.replace("\\", "") for one in app.caption]

    assert [one.label for one in app.expander if "weights" in one.label] == ["All 7 weights"]
    assert any("weights: from 2 to 8 for 7 issues, 1 for others" in one for one in told)


def test_a_dossier_of_few_has_nothing_to_add(run_page: RunPage) -> None:
    """Where the landing view leaves nothing out there is no overview and no word of it."""
    app = run_page("compare")

    assert "All parties at a glance" not in [one.value for one in app.header]
    assert not [one for one in app.button if one.label == "Show all"]
