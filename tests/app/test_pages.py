"""Every page runs on the bundled dossier, in any view, and says what the tables say."""

from __future__ import annotations

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components.pages import PAGES
from tests.app.conftest import RunPage

ADDRESSES: list[dict[str, str]] = [
    {},
    {"day": "2022-02-24"},
    {"day": "2022-03-29", "parties": "russia,turkey,ukraine,west", "unfolded": "west"},
    {"issues": "sanctions,process,leaders_meeting"},
    {"parties": "west", "issues": "crimea"},
]


def drawn(app: AppTest, key: str) -> Any:
    """What a component of ours was given to draw."""
    return json.loads(app.get_by_key(key).proto.json)


@pytest.mark.parametrize("path", [page.path for page in PAGES])
@pytest.mark.parametrize("address", ADDRESSES, ids=str)
def test_every_page_runs_in_every_kind_of_view(run_page: RunPage, path: str, address: dict[str, str]) -> None:
    """Whatever is chosen, also a day on which nobody had spoken, a page is shown and no error."""
    app = run_page(path, **address)

    assert not app.exception
    assert app.title[0].value
    assert app.main.caption[-1].value.startswith("As of")


def test_the_matrix_says_what_was_stated(run_page: RunPage) -> None:
    """A cell shows the step in words, its condition, and day, speaker and number of sources."""
    app = run_page("compare")

    crimea = next(row for row in drawn(app, "matrix")["rows"] if row["id"] == "crimea")
    ukraine = crimea["cells"][1]
    assert ukraine["title"] == "Status deferred, to be negotiated without force"
    assert ukraine["detail"] == "only once there is a complete ceasefire"
    assert ukraine["evidence"] == "29 Mar 2022 · Delegation · 2 sources"


def test_nothing_said_later_is_on_the_screen(run_page: RunPage) -> None:
    """On 3 March nobody had yet stated a position on Crimea in the sources."""
    app = run_page("compare", day="2022-03-03")

    crimea = next(row for row in drawn(app, "matrix")["rows"] if row["id"] == "crimea")
    assert {cell["state"] for cell in crimea["cells"]} == {"not_stated"}


def test_parties_stand_in_alphabetical_order_and_the_page_says_so(run_page: RunPage) -> None:
    """No party is first because of who it is."""
    app = run_page("compare", parties="west,ukraine,turkey,russia")

    assert [column["name"] for column in drawn(app, "matrix")["columns"]] == [
        "Russia",
        "Turkey",
        "Ukraine",
        "West",
    ]
    assert "parties in alphabetical order" in app.main.caption[-1].value


def test_a_grouping_is_never_shown_without_its_members(run_page: RunPage) -> None:
    """Where the West has a position, the cell names the members that hold it."""
    app = run_page("compare")

    ceasefire = next(row for row in drawn(app, "matrix")["rows"] if row["id"] == "ceasefire")
    assert ceasefire["cells"][2]["evidence"].startswith("2 of 8 members: France and Germany")


def test_unfolding_shows_members_and_names_the_silent_ones(run_page: RunPage) -> None:
    """Members that spoke get a column; the others are named in the head of the grouping."""
    app = run_page("compare", unfolded="west")

    columns = drawn(app, "matrix")["columns"]
    assert [column["name"] for column in columns[2:]] == ["West", "France", "Germany", "United States"]
    assert (
        columns[2]["fold"]["silent"] == "Nothing of Denmark, European Union, Italy, NATO and United Kingdom"
    )


def test_an_open_cell_shows_the_statements_behind_it(run_page: RunPage) -> None:
    """The drawer of a link with an open cell holds phrase, speaker, source and what others say."""
    app = run_page("compare", cell="ukraine.crimea")

    groups = drawn(app, "drawer_statements")["groups"]
    assert groups[0]["title"] == "What the position rests on"
    assert any("15-year consultation period" in card["phrase"] for card in groups[0]["cards"])
    assert "What others say about it" in [group["title"] for group in groups]
    assert all(card["who"] and card["source"] for group in groups for card in group["cards"])


def test_an_individual_is_shown_as_dissent_only(run_page: RunPage) -> None:
    """Who speaks for himself against his side's line sets no cell and is headed as dissent."""
    app = run_page("compare", cell="russia.ceasefire")

    groups = {group["title"]: group["cards"] for group in drawn(app, "drawer_statements")["groups"]}
    dissent = next(cards for title, cards in groups.items() if title.startswith("Dissent"))
    assert all("Kadyrov" in card["who"] for card in dissent)
    assert not any("Kadyrov" in card["who"] for card in groups["What the position rests on"])


def test_a_damaged_address_says_so_and_shows_the_rest(run_page: RunPage) -> None:
    """An old or mistyped link still opens, with one sentence about what was not read."""
    app = run_page("compare", parties="russia,atlantis", day="yesterday")

    assert not app.exception
    assert app.info[0].value.startswith("Part of this link could not be read")
    assert [column["name"] for column in drawn(app, "matrix")["columns"]] == ["Russia"]


def test_charts_carry_alt_text_a_sentence_and_their_table(run_page: RunPage) -> None:
    """Who cannot see a chart gets the same from words and from a table."""
    app = run_page("gaps")

    charts = app.get("plotly_chart")
    assert len(charts) == 2
    for chart in charts:
        assert "Russia" in chart.proto.alt
    assert len(app.table) == 3


def test_search_and_filters_narrow_the_list(run_page: RunPage) -> None:
    """A search finds what was said whatever its accents, and counts what it found."""
    app = run_page("evidence", text="cavusoglu", sides="turkey")

    groups = drawn(app, "statements")["groups"]
    assert all(card["who"].startswith("Mevlüt Çavuşoğlu") for card in groups[0]["cards"])
    assert len(groups[0]["cards"]) == 4


def test_a_search_without_a_match_says_what_to_do(run_page: RunPage) -> None:
    """An empty result is a sentence, not an empty page."""
    app = run_page("evidence", text="zebra crossing")

    assert app.info[0].value.startswith("No statement matches")


def test_a_broken_dossier_is_shown_as_its_list_of_faults(run_page: RunPage, tmp_path: Any) -> None:
    """A dossier with faults shows every one of them and nothing half loaded."""
    (tmp_path / "dossier.yaml").write_text("id: x\n", encoding="utf-8")

    app = run_page("compare", dossier=tmp_path)

    assert app.title[0].value == "This dossier cannot be shown"
    assert "dossier.yaml:1: title: missing, expected a value" in app.text[0].value
    assert "statements.csv: missing" in app.text[0].value


def test_an_unknown_dossier_is_one_sentence(run_page: RunPage) -> None:
    """A mistyped name says which dossiers there are."""
    app = run_page("compare", dossier="nowhere")

    assert "istanbul-2022" in app.text[0].value
