"""Twelve years and forty columns: what the second dossier asks of the pages."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from components.pages import PAGES
from tests.app.conftest import RunPage
from tests.app.test_pages import drawn

LONG = "ukraine-2014-2026"
VIEWS: list[dict[str, str]] = [
    {},
    {"stretch": "before-2022"},
    {"stretch": "winter-2025-26", "parties": "europe,russia,ukraine,us", "unfolded": "europe"},
    {"parties": "russia,ukraine,west,istanbul-communique,plan-28,turkey", "unfolded": "west"},
    {"day": "2014-02-20"},
]


def cell(app: AppTest, holder: str, issue: str) -> dict[str, str]:
    """One cell of the matrix that was drawn."""
    view = drawn(app, "matrix")
    place = [column["id"] for column in view["columns"]].index(holder)
    found: dict[str, str] = next(row for row in view["rows"] if row["id"] == issue)["cells"][place]
    return found


@pytest.mark.parametrize("path", [page.path for page in PAGES])
@pytest.mark.parametrize("address", VIEWS, ids=str)
def test_every_page_runs_on_the_long_record(run_page: RunPage, path: str, address: dict[str, str]) -> None:
    """Any stretch, any columns, members and texts among them: a page and no error."""
    app = run_page(path, LONG, **address)

    assert not app.exception
    assert app.title[0].value


def test_the_reader_changes_the_dossier(run_page: RunPage) -> None:
    """Another dossier opens at its own landing view, on the page that was open."""
    app = run_page("compare", parties="russia", issues="crimea")
    app.selectbox(key="dossier").select(LONG).run()

    assert not app.exception
    assert app.query_params["dossier"] == LONG
    assert "parties" not in app.query_params
    assert [column["id"] for column in drawn(app, "matrix")["columns"]] == ["russia", "ukraine", "west"]


def test_europe_and_the_united_states_stand_apart_at_one_switch(run_page: RunPage) -> None:
    """One switch puts the two in West's place, and West back in theirs; the address follows."""
    app = run_page("compare", LONG)
    app.toggle(key="apart_west").set_value(True).run()

    assert app.query_params["parties"] == "europe,russia,ukraine,us"
    columns = drawn(app, "matrix")["columns"]
    assert [column["id"] for column in columns] == ["europe", "russia", "ukraine", "us"]
    assert len({(column["colour"], column["shape"]) for column in columns}) == 4

    app.toggle(key="apart_west").set_value(False).run()
    assert "parties" not in app.query_params


def test_a_stretch_ends_at_its_last_day_and_offers_only_its_own(run_page: RunPage) -> None:
    """Choosing a stretch moves the day to its end; the day can then be moved inside it only."""
    app = run_page("compare", LONG)
    app.selectbox(key="stretch").select("autumn-2022").run()

    assert app.query_params["stretch"] == "autumn-2022"
    assert str(app.select_slider(key="day").value) == "2022-12-31"
    assert app.select_slider(key="day").options[0] == "13 Sep 2022"
    assert all(option.endswith("2022") for option in app.select_slider(key="day").options)


def test_a_longer_span_lets_an_old_position_count_again(run_page: RunPage) -> None:
    """Russia's own words on neutrality of 2024 are old in 2026, and count for who allows them two years."""
    app = run_page("compare", LONG)
    assert cell(app, "russia", "neutrality")["state"] == "stale"

    app.selectbox(key="span").select(730).run()
    assert cell(app, "russia", "neutrality")["state"] == "stated"
    assert app.query_params["span"] == "730"
    assert "positions count for 730 days" in app.main.caption[-1].value


def test_a_former_governments_words_say_so(run_page: RunPage) -> None:
    """A month after the change of 2025 the earlier administration's words are shown as such."""
    app = run_page("compare", LONG, day="2025-02-11", parties="us", issues="neutrality")

    words = cell(app, "us", "neutrality")
    assert words["state"] == "stale"
    assert "by a former government, not counted" in words["evidence"]


def test_a_draft_alone_is_a_blank_of_its_own_kind(run_page: RunPage) -> None:
    """The sides' drafts are readable in the cell and set no position in it; the text has its own column."""
    app = run_page("compare", LONG, day="2025-12-01", parties="us,plan-28", issues="donbas")

    assert cell(app, "us", "donbas")["state"] == "text_only"
    assert cell(app, "us", "donbas")["title"] == "Only in a draft or shared text"
    assert cell(app, "plan-28", "donbas")["state"] == "stated"


def test_the_thin_years_stand_under_every_page(run_page: RunPage) -> None:
    """That nothing after June 2026 was found is said under the matrix and under the other views."""
    for path in ("compare", "issue", "gaps", "movement"):
        assert "Nothing dated after 24 June 2026 was found" in run_page(path, LONG).main.caption[-1].value


def test_the_method_page_accounts_for_every_record(run_page: RunPage) -> None:
    """What is left out, and where the other dossier differs, stands on the Method page with reasons."""
    app = run_page("method", LONG)
    tables = [table.value for table in app.table]

    assert any("Why it is left out" in table.columns for table in tables)
    different = next(table for table in tables if "In istanbul\\-2022" in table.columns)
    assert len(different) == 15
    assert all(different["Why"])


def test_a_click_on_a_year_narrows_the_list(run_page: RunPage) -> None:
    """Statements can be narrowed to years, and the address keeps it."""
    app = run_page("evidence", LONG, years="2023")

    dates = [card["said"] for card in drawn(app, "statements")["groups"][0]["cards"]]
    assert dates
    assert all("2023" in said for said in dates)
