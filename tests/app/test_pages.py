"""Every page runs on the bundled dossier, in any view, and says what the tables say."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components.app.escape import escaped
from components.figures.strip import strip_of
from components.pages import PAGES
from components.theme import look
from positions.address import selection_at
from positions.analysis.behind import PARTS
from positions.reading.dossier import dossier_folder, load_dossier
from positions.selection import default_selection
from positions.tables import Tables
from positions.text.cell import cell_words
from positions.text.gaps import widest_words
from positions.text.grouping import member_lines
from positions.text.meeting import RULE
from positions.text.meeting_lines import meeting_lines, tally_entries
from positions.text.robustness import robustness_words
from positions.view import View, view_of
from tests.app.conftest import RunPage, drawn
from tests.app.still_text import tables
from tests.conftest import Changed

ADDRESSES: list[dict[str, str]] = [
    {},
    {"day": "2022-02-24"},
    {"day": "2022-03-29", "parties": "russia,turkey,ukraine,west", "unfolded": "west"},
    {"issues": "sanctions,process,leaders_meeting"},
    {"parties": "west", "issues": "crimea"},
]


def links(app: AppTest) -> list[str]:
    """The labels of the links to pages."""
    return [one.proto.label.replace("\\", "") for one in app.main.get("page_link")]


def box(app: AppTest, holder: str, issue: str) -> Any:
    """One cell of the matrix that was drawn."""
    grid = drawn(app, "matrix")
    place = [column["id"] for column in grid["columns"]].index(holder)
    return next(row for row in grid["rows"] if row["id"] == issue)["boxes"][place]


def view_at(address: dict[str, str], dossier: str = "istanbul-2022") -> View:
    """The view that an address stands for."""
    tables = Tables(load_dossier(dossier), dossier_folder(dossier))
    return view_of(tables, selection_at(address, tables.dossier)[0])


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

    words = box(app, "ukraine", "crimea")["words"]
    assert words["title"] == "Deferred; no force"
    assert words["body"] == ["condition: only once there is a complete ceasefire"]
    assert words["evidence"] == "29 Mar 2022 · Delegation · 1 source"


@pytest.mark.parametrize("address", ADDRESSES, ids=str)
def test_the_screen_shows_the_view_and_nothing_else(run_page: RunPage, address: dict[str, str]) -> None:
    """Finding, measure, source line, columns, looks, words and gaps of the screen are those of the view."""
    app = run_page("compare", **address)

    view = view_at(address)
    grid = drawn(app, "matrix")
    assert app.title[0].value == escaped(view.finding)
    assert app.main.caption[0].value == escaped(view.measure)
    assert app.main.caption[-1].value == escaped(view.source_line)
    assert [column["id"] for column in grid["columns"]] == list(view.columns)
    boxes = [one for row in grid["rows"] for one in row["boxes"]]
    for shown, cell in zip(boxes, view.cells, strict=True):
        words = cell_words(cell, view.tables)
        assert (shown["words"]["title"], shown["words"]["evidence"]) == (words.title, words.evidence)
        assert shown["words"]["body"] + shown["words"]["others"] + shown["words"]["notes"] == [
            *words.body,
            *words.others,
            *words.notes,
        ]
        assert shown["look"] == asdict(look(cell.state, old=cell.old, by_name=cell.by_name))
        assert tuple(shown["strip"]) == strip_of(cell)
    for row in grid["rows"]:
        assert row["gap"] == json.loads(json.dumps(asdict(widest_words(view, row["id"]))))


def test_the_legend_names_what_is_used_and_nothing_else(run_page: RunPage) -> None:
    """On a day without a word there is one look; on the last day there are doubt, weakness and blanks."""
    nothing = drawn(run_page("compare", day="2022-02-24"), "matrix")["legend"]
    last = drawn(run_page("compare"), "matrix")["legend"]

    assert nothing["strips"] == []
    assert nothing["direction"] == ""
    assert [one["words"] for one in nothing["looks"]] == ["not researched"]
    assert [words for _, words in last["strips"]] == [
        "what the newest words say",
        "other current words",
        "doubt or low confidence",
    ]
    assert [one["words"] for one in last["looks"]] == [
        "low confidence",
        "fewer than half of the states: told by name",
        "said, but does not fit the scale",
        "not stated",
    ]
    assert "direction carries no merit" in last["direction"]


def test_nothing_said_later_is_on_the_screen(run_page: RunPage) -> None:
    """On 3 March nobody had yet stated a position on Crimea in the sources."""
    app = run_page("compare", day="2022-03-03")

    crimea = next(row for row in drawn(app, "matrix")["rows"] if row["id"] == "crimea")
    assert {cell["state"] for cell in crimea["boxes"]} == {"not_researched"}


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

    words = box(app, "west", "ceasefire")["words"]
    assert words["title"] == "France and Germany only: General ceasefire first"
    assert words["notes"][0] == "2 of 6 states"


def test_unfolding_shows_members_and_names_the_silent_ones(run_page: RunPage) -> None:
    """Members that spoke get a column; the others are named in the head of the grouping."""
    app = run_page("compare", unfolded="west")

    columns = drawn(app, "matrix")["columns"]
    assert [column["name"] for column in columns[2:]] == ["West", "France", "Germany", "United States"]
    assert columns[2]["fold"]["silent"] == (
        "nothing found of Denmark, European Union, Italy, NATO and United Kingdom"
    )
    assert [column["under"] for column in columns[2:]] == ["", "West", "West", "West"]


def test_an_open_cell_shows_the_statements_behind_it(run_page: RunPage) -> None:
    """The drawer of a link with an open cell holds phrase, speaker, source and what others say."""
    app = run_page("compare", cell="ukraine.crimea")

    groups = drawn(app, "drawer_statements")["groups"]
    assert groups[0]["title"] == PARTS["point"]
    assert any("15-year consultation period" in card["phrase"] for card in groups[0]["cards"])
    assert "What others say about it" in [group["title"] for group in groups]
    assert all(card["who"] and card["source"] for group in groups for card in group["cards"])


def test_an_individual_is_shown_as_dissent_only(run_page: RunPage) -> None:
    """Who speaks for himself against his side's line sets no cell and is headed as dissent."""
    app = run_page("compare", cell="russia.ceasefire")

    groups = {group["title"]: group["cards"] for group in drawn(app, "drawer_statements")["groups"]}
    dissent = next(cards for title, cards in groups.items() if title.startswith("Dissent"))
    assert all("Kadyrov" in card["who"] for card in dissent)
    assert not any("Kadyrov" in card["who"] for card in groups[PARTS["point"]])


def test_the_words_stand_before_the_codes(run_page: RunPage) -> None:
    """A card says phrase, speaker with office and authority, day and source; codes are folded below."""
    app = run_page("compare", cell="ukraine.crimea")

    card = drawn(app, "drawer_statements")["groups"][0]["cards"][0]
    assert card["who"].endswith(" · speaks for the side")
    assert card["said"].startswith("29 Mar 2022")
    assert card["translated"] == "translated, original language not known"
    assert [name for name, _ in card["facts"]] == ["Condition"]
    assert [name for name, _ in card["codes"]] == [
        "Placed at",
        "Confidence",
        "Coder's note",
        "Coders",
        "Statement",
        "Place in the text",
    ]
    assert "characters" not in card["source"]


def test_the_drawer_says_why_when_it_is_asked(run_page: RunPage) -> None:
    """The rule, what leads and what lost stand in a part of its own, made only when it is opened."""
    closed = run_page("compare", cell="russia.ceasefire")
    opened = run_page("compare", opened=("drawer_why",), cell="russia.ceasefire")

    assert not any(one.value.startswith("**Leads") for one in closed.markdown)
    assert any(one.value.startswith("**Leads") for one in opened.markdown)
    assert any("Dissent" in one.value and "statement" in one.value for one in opened.markdown)


def test_every_statement_with_an_address_links_to_its_words(run_page: RunPage) -> None:
    """The link that a card shows first can be copied as well."""
    app = run_page("compare", "ukraine-2014-2026", cell="ukraine.crimea")

    cards = [card for group in drawn(app, "drawer_statements")["groups"] for card in group["cards"]]
    linked = [card for card in cards if card["links"]]
    assert any(":~:text=" in address for card in linked for _, address in card["links"])
    assert all(["Copy link to the words", card["links"][0][1]] in card["copies"] for card in linked)


def test_of_a_grouping_every_member_is_told_in_the_drawer(run_page: RunPage) -> None:
    """Who opens the cell of a grouping reads each member with its own step, day, speaker and sources."""
    app = run_page("compare", cell="west.ceasefire")

    view = view_at({})
    lines = member_lines(view.cell("west", "ceasefire"), view.tables)
    assert len(lines) == 3
    for line in lines:
        assert any(escaped(line) in one.value for one in app.markdown)


def test_a_damaged_address_says_so_and_shows_the_rest(run_page: RunPage) -> None:
    """An old or mistyped link still opens, with one sentence about what was not read."""
    app = run_page("compare", parties="russia,atlantis", day="yesterday")

    assert not app.exception
    assert app.info[0].value.startswith("Part of this link could not be read")
    assert [column["name"] for column in drawn(app, "matrix")["columns"]] == ["Russia"]


def test_charts_carry_alt_text_a_sentence_and_their_table(run_page: RunPage) -> None:
    """Who cannot see a chart gets the same from words and from a table, which is sent when it is opened."""
    closed = run_page("gaps")
    app = run_page("gaps", opened=("range_plot_table", "pair_map_table"))

    charts = [drawn(app, key) for key in ("range_plot", "pair_map")]
    assert [[one["id"] for one in chart["layouts"]] for chart in charts] == [["wide", "narrow"]] * 2
    for chart in charts:
        assert "Russia" in chart["words"]
    assert not app.get("plotly_chart")
    assert len(tables(closed)) == 1  # overall distance
    assert len(tables(app)) == 3


def test_every_variant_is_drawn_when_it_is_asked_for(run_page: RunPage) -> None:
    """Gaps says in how many variants the finding holds; on opening, all of them and what changes it."""
    dossier = load_dossier("istanbul-2022")
    view = view_of(Tables(dossier, dossier_folder(dossier.id)), default_selection(dossier))
    found = robustness_words(view)

    closed = run_page("gaps")
    app = run_page("gaps", opened=("variants", "variant_curve_table", "left_out_one"))
    read = [" ".join(one.value for one in page.markdown) for page in (closed, app)]

    assert all(escaped(words) in read[0] for words in found.sentences)
    assert not any(escaped(words) in read[0] for words in found.removals)
    assert all(escaped(words) in read[1] for words in found.removals)
    assert [one["id"] for one in drawn(app, "variant_curve")["layouts"]] == ["wide", "narrow"]
    assert len(tables(closed)) == 1  # overall distance
    assert any(len(table) == len(found.rows) == 48 for table in tables(app))


def test_what_would_have_to_move_is_told_when_it_is_asked_for(run_page: RunPage) -> None:
    """Gaps says at once what a stated position is not; on opening, the whole and each pair on each issue."""
    dossier = load_dossier("istanbul-2022")
    view = view_of(Tables(dossier, dossier_folder(dossier.id)), default_selection(dossier))
    found = meeting_lines(view, "ceasefire")
    lines = (*tally_entries(view), *found.stands, *found.pairs)

    closed = run_page("gaps")
    app = run_page("gaps", opened=("whole_negotiation", "moves_ceasefire"))
    read = [" ".join(one.value for one in page.markdown) for page in (closed, app)]

    for page in (closed, app, run_page("issue", issue="ceasefire")):
        assert escaped(RULE) in [one.value for one in page.caption]
    assert len(lines) == 10
    assert not any(escaped(one.words) in read[0] for one in lines)
    assert all(f"* **{escaped(one.lead)}:** {escaped(one.words)}" in read[1] for one in lines)


@pytest.mark.parametrize("path", [page.path for page in PAGES])
def test_no_heading_has_a_link_to_itself(run_page: RunPage, path: str) -> None:
    """For each such link a browser styles the whole page anew before it shows it."""
    app = run_page(path)
    headings = (*app.title, *app.header, *app.subheader)

    assert len(headings) > 1
    assert all(one.proto.hide_anchor for one in headings)


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


def test_a_link_to_a_dossier_that_is_not_here_shows_no_other(run_page: RunPage) -> None:
    """A truncated id is named with the dossiers that are here; there is no finding and no matrix."""
    app = run_page("compare")
    app.query_params["dossier"] = "istanbul-20"
    app = app.run()

    assert [one.value for one in app.title] == ["This dossier cannot be shown"]
    assert "'istanbul-20', which is not here" in app.text[0].value
    assert links(app) == ["istanbul-2022", "ukraine-2014-2026", "training-strait"]
    assert not app.sidebar.caption


def test_a_link_that_a_mail_program_has_changed_opens_its_view(run_page: RunPage) -> None:
    """Trackers, encoded commas and a glued full stop leave the view as it was, without a remark."""
    damaged = {"amp;day": "2022-03-29.", "parties": "russia%2Cukraine", "utm_source": "mail"}
    app = run_page("compare", **damaged)

    assert any("29 Mar 2022" in one.value for one in app.caption)
    assert not app.info
    assert app.query_params["day"] == "2022-03-29"
    assert "utm_source" not in app.query_params


def test_a_copy_of_a_bundled_dossier_that_keeps_its_id_stays_itself(
    run_page: RunPage, changed: Changed
) -> None:
    """On the first page, after a reload and through a copied link it is the folder that is served."""
    folder = changed(dossier=[("title: The strait talks", "title: MY COPY of the strait talks")])
    app = run_page("compare", dossier=folder)
    again = run_page("compare", dossier=folder)
    again.query_params["dossier"] = "training-strait"
    again = again.run()

    assert app.query_params["dossier"] == "training-strait"
    for one in (app, again):
        assert any("MY COPY" in caption.value for caption in one.sidebar.caption)
        assert one.sidebar.selectbox(key="dossier").options.count("training-strait") == 1


def test_a_served_folder_is_named_by_its_id(run_page: RunPage, changed: Changed) -> None:
    """Whoever follows a wrong link reads no path of the machine that serves the dossier."""
    folder = changed(dossier=[("id: training-strait", "id: my-strait")])
    app = run_page("compare", dossier=folder)
    app.query_params["dossier"] = "elsewhere"
    app = app.run()

    assert "'elsewhere', which is not here" in app.text[0].value
    assert "my-strait" in links(app)
    assert not any(str(folder) in one for one in (app.text[0].value, *links(app)))


@pytest.mark.parametrize("path", ["compare", "briefing", "method"])
def test_a_marked_dossier_says_at_the_top_of_a_page_how_it_may_be_handled(
    run_page: RunPage, changed: Changed, path: str
) -> None:
    """One line before anything else of the page, as text."""
    title = "title: The strait talks (a fictional case for training)\n"
    handling = "handling: {mark: 'TLP:AMBER+STRICT', status: draft, distribution: the *delegation*}\n"
    app = run_page(path, changed(dossier=[(title, f"{title}{handling}")]))

    assert not app.exception
    assert app.main.text[0].value == "TLP:AMBER+STRICT · draft · distribution: the *delegation*"


def test_a_dossier_without_a_mark_has_no_such_line(run_page: RunPage) -> None:
    """Nothing is printed where nothing is said."""
    assert not [one.value for one in run_page("compare", "training-strait").main.text if "TLP" in one.value]
