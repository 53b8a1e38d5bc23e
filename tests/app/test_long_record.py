"""Twelve years and forty columns: what the second dossier asks of the pages."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from components.pages import PAGES
from tests.app.conftest import RunPage, drawn
from tests.app.still_text import tables
from tests.app.test_pages import box

LONG = "ukraine-2014-2026"
VIEWS: list[dict[str, str]] = [
    {},
    {"stretch": "before-2022"},
    {"stretch": "winter-2025-26", "parties": "europe,russia,ukraine,us", "unfolded": "europe"},
    {"parties": "russia,ukraine,west,istanbul-communique,plan-28,turkey", "unfolded": "west"},
    {"day": "2014-02-20"},
]


APART = ["europe", "russia", "ukraine", "us"]
TOGETHER = ["russia", "ukraine", "west"]


def columns(app: AppTest) -> list[str]:
    """Ids of the columns of the matrix that was drawn."""
    return [column["id"] for column in drawn(app, "matrix")["columns"]]


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
    assert columns(app) == APART


def test_europe_and_the_united_states_stand_together_at_one_switch(run_page: RunPage) -> None:
    """The record opens with the two apart; one switch puts West in their place, and the address follows."""
    app = run_page("compare", LONG)
    assert columns(app) == APART
    heads = drawn(app, "matrix")["columns"]
    assert len({(column["colour"], column["shape"]) for column in heads}) == 4
    assert app.toggle(key="apart_west").value is True

    app.toggle(key="apart_west").set_value(False).run()
    assert app.query_params["parties"] == "russia,ukraine,west"
    assert columns(app) == TOGETHER

    app.toggle(key="apart_west").set_value(True).run()
    assert "parties" not in app.query_params
    assert columns(app) == APART


def test_columns_follow_the_day_over_which_a_grouping_parts(run_page: RunPage) -> None:
    """Before 20 January 2025 West stands together, from then on its parts do, with what else was chosen."""
    app = run_page("compare", LONG)
    app.pills(key="parties").set_value(["russia", "ukraine"]).run()
    app.selectbox(key="stretch").select("autumn-2022").run()

    assert columns(app) == TOGETHER
    assert app.toggle(key="apart_west").value is False
    assert "parties" not in app.query_params

    app.selectbox(key="stretch").select("whole").run()
    assert columns(app) == APART
    assert "parties" not in app.query_params


def test_chosen_columns_stay_when_the_day_changes(run_page: RunPage) -> None:
    """Who put West together on a late day, or took it away on an early one, keeps what was chosen."""
    app = run_page("compare", LONG, parties="russia,ukraine,west")
    app.selectbox(key="stretch").select("autumn-2022").run()
    assert columns(app) == TOGETHER

    app = run_page("compare", LONG, stretch="autumn-2022", parties="russia,ukraine")
    app.selectbox(key="stretch").select("whole").run()
    assert columns(app) == ["russia", "ukraine"]


@pytest.mark.parametrize(
    ("grouping", "address"), [("europe", {}), ("west", {"parties": "russia,ukraine,west"})]
)
def test_any_grouping_unfolds_and_folds(run_page: RunPage, grouping: str, address: dict[str, str]) -> None:
    """The members that spoke get a column each, also those that another grouping lists."""
    app = run_page("compare", LONG, **address)
    before = columns(app)

    app.toggle(key=f"unfold_{grouping}").set_value(True).run()
    after = columns(app)
    assert {"france", "germany", "eu"} < set(after)
    assert len(after) == len(set(after))
    assert app.query_params["unfolded"] == grouping

    app.toggle(key=f"unfold_{grouping}").set_value(False).run()
    assert columns(app) == before


def test_a_stretch_ends_at_its_last_day_and_offers_only_its_own(run_page: RunPage) -> None:
    """Choosing a stretch moves the day to its end; the day can then be moved inside it only."""
    app = run_page("compare", LONG)
    app.selectbox(key="stretch").select("autumn-2022").run()

    assert app.query_params["stretch"] == "autumn-2022"
    assert str(app.select_slider(key="day").value) == "2022-12-31"
    assert app.select_slider(key="day").options[0] == "13 Sep 2022"
    assert all(option.endswith("2022") for option in app.select_slider(key="day").options)


def test_a_reader_leaves_out_old_words(run_page: RunPage) -> None:
    """Old words stay, marked, unless the reader leaves out what is older than an age of his choice."""
    app = run_page("compare", LONG, day="2024-12-12")
    assert box(app, "ukraine", "donbas")["state"] == "stated"
    assert box(app, "ukraine", "donbas")["words"]["notes"][-1] == "15 months old, nothing newer found"
    assert app.selectbox(key="span").value == 0
    assert app.selectbox(key="span").options[0] == "never"

    app.selectbox(key="span").select(365).run()
    assert box(app, "ukraine", "donbas")["state"] == "left_out"
    assert app.query_params["span"] == "365"
    assert "words older than 365 days left out" in app.main.caption[-1].value

    app.selectbox(key="span").select(730).run()
    assert box(app, "ukraine", "donbas")["state"] == "stated"

    app.selectbox(key="span").select(0).run()
    assert "span" not in app.query_params


def test_an_age_of_ones_own_stands_in_the_address(run_page: RunPage) -> None:
    """An age that is not among those offered is kept as the link has it."""
    app = run_page("compare", LONG, span="400")

    assert app.selectbox(key="span").value == 400
    assert "400 days" in app.selectbox(key="span").options


def test_a_former_governments_words_say_so(run_page: RunPage) -> None:
    """A month after the change of 2025 the earlier administration's words are told and set no cell."""
    app = run_page("compare", LONG, day="2025-02-11", parties="us", issues="neutrality")

    found = box(app, "us", "neutrality")
    assert found["state"] == "not_stated"
    assert found["strip"] == []
    assert found["words"]["notes"][-1].startswith("before the government in office, 28 May 2024 · Biden: ")


def test_a_draft_alone_is_a_blank_of_its_own_kind(run_page: RunPage) -> None:
    """The sides' drafts are readable in the cell and set no position in it; the text has its own column."""
    app = run_page("compare", LONG, day="2025-08-18", parties="us,us-proposal", issues="donbas")

    draft = box(app, "us", "donbas")
    assert draft["state"] == "text_only"
    assert draft["words"]["title"] == "Only a draft or shared text"
    assert draft["words"]["body"][0].startswith("17 Apr 2025 · US proposal: ")
    assert box(app, "us-proposal", "donbas")["state"] == "stated"


def test_the_thin_years_stand_under_every_page(run_page: RunPage) -> None:
    """That nothing said after June 2026 was coded is told under the matrix and under the other views."""
    told = "Coded to 24 June 2026, without speeches of 28 June"
    for path in ("compare", "issue", "gaps", "movement"):
        assert told in run_page(path, LONG).main.caption[-1].value


def test_the_method_page_accounts_for_every_record(run_page: RunPage) -> None:
    """What is left out, and where the other dossier differs, stands on the Method page with reasons."""
    app = run_page("method", LONG, opened=("left_out", "differences"))

    assert any("Why it is left out" in table.columns for table in tables(app))
    different = next(table for table in tables(app) if "In istanbul-2022" in table.columns)
    assert len(different) == 21
    assert all(different["Why"])


def test_a_click_on_a_year_narrows_the_list(run_page: RunPage) -> None:
    """Statements can be narrowed to years, and the address keeps it."""
    app = run_page("evidence", LONG, years="2023")

    dates = [card["said"] for card in drawn(app, "statements")["groups"][0]["cards"]]
    assert dates
    assert all("2023" in said for said in dates)


def test_the_page_counts_where_coders_differ_and_the_list_has_the_reason(run_page: RunPage) -> None:
    """The grey line counts positions; the cell has the steps; the label has them in words."""
    app = run_page("compare", LONG, day="2026-06-24")
    boxes = {one["id"]: one for row in drawn(app, "matrix")["rows"] for one in row["boxes"]}
    ukraine = boxes["ukraine.crimea"]

    assert any("coders differ in 4 of 22 positions they coded" in one.value for one in app.main.caption)
    assert ukraine["tight"]["lines"][-1].endswith("1 source · coders: steps 3 or 3–4")
    assert "coders differ: ‘Ukrainian in law’ (3)" in ukraine["label"]
    assert "coders differ on the words of" in boxes["europe.security_guarantees"]["label"]
    told = [id_ for id_, one in boxes.items() if id_.startswith("russia.") and "coders" in one["label"]]
    assert told == ["russia.withdrawal"]
