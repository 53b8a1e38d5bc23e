"""The page Movement on the bundled dossier: what changed between two days, and nothing else."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.conftest import RunPage
from tests.app.test_pages import drawn

VERDICTS = r"concession|breakthrough|harden|soften|progress made|retreat|compromise|step back|caved|flexib"


def rows(app: AppTest, heading: str) -> list[list[str]]:
    """The rows of the table with that first column."""
    found = next(table.value for table in app.table if table.value.columns[0] == heading)
    return [[re.sub(r"\\(.)", r"\1", str(value)) for value in row] for row in found.to_numpy().tolist()]


def test_the_title_says_who_first_spoke_and_who_moved(run_page: RunPage) -> None:
    """One neutral sentence, party by party in alphabetical order, a grouping with n of N."""
    app = run_page("movement")

    assert app.title[0].value.replace("\\", "") == (
        "Between 3 Mar and 5 Apr 2022: Russia first stated a position on 2 issues and changed only its "
        "stated range on 1 issue; Ukraine first stated a position on 4 issues; West (2 of 8 members) "
        "first stated a position on 2 issues"
    )


def test_a_later_day_of_comparison_tells_of_moves_with_their_direction(run_page: RunPage) -> None:
    """From 29 March on Ukraine moved on two issues; the table says by how much and relative to whom."""
    app = run_page("movement", since="2022-03-29")
    table = {row[0]: row[1:] for row in rows(app, "Issue and party")}

    assert "Ukraine moved on 2 issues" in app.title[0].value
    assert table["Neutrality: Ukraine"] == [
        "1.5: Between “Permanently neutral” and “Neutral for guarantees”",
        "2: Neutral only in exchange for binding guarantees",
        "moved by 0.5 steps; away from Russia; no earlier position of West",
    ]
    assert "2022-03-29" in app.query_params["since"]


def test_every_shown_cell_is_in_the_table(run_page: RunPage) -> None:
    """Who is silent on both days is named too; nobody is left out because nothing changed."""
    app = run_page("movement")
    named = " ".join(row[0] for row in rows(app, "Issue and party"))

    assert len(rows(app, "Issue and party")) == 15
    assert "Neutrality: West" in named


def test_changed_positions_show_both_statements(run_page: RunPage) -> None:
    """A card group of a move holds the earlier and the later statement, in that order."""
    app = run_page("movement", since="2022-03-29", issues="security_guarantees")
    moved = drawn(app, "changes_moved_0")["groups"][0]

    assert moved["title"] == "Security guarantees: Ukraine"
    assert moved["note"].startswith("moved by 1 step · from “Ratified treaty” to “Automatic defence”")
    assert [card["id"] for card in moved["cards"]] == ["002-022", "004-011"]
    assert all(card["phrase"] for card in moved["cards"])


def test_a_grouping_that_first_spoke_shows_each_of_its_members(run_page: RunPage) -> None:
    """The West's first position on the ceasefire rests on two members, and both are shown."""
    app = run_page("movement", issues="ceasefire")
    first = drawn(app, "changes_first stated_0")["groups"][0]

    assert "2 of 8 members: France and Germany" in first["note"]
    assert [card["side"] for card in first["cards"]] == ["France", "Germany"]


def test_events_are_listed_and_undated_ones_say_so(run_page: RunPage) -> None:
    """Every event up to the day stands in the table with place and sources."""
    app = run_page("movement", day="2022-03-29")
    events = rows(app, "Day")

    assert ["day not printed", "First round of talks", "Belarus"] in [row[:3] for row in events]
    assert not [row for row in events if row[0].endswith("Apr 2022")]


@pytest.mark.parametrize("day", ["2022-02-24", "2022-03-03"])
def test_the_first_days_have_little_to_compare_with(run_page: RunPage, day: str) -> None:
    """Before the first position the page says what it can, and does not fail."""
    app = run_page("movement", day=day, since="2022-04-01")

    assert not app.exception
    assert "since" not in app.query_params


def test_the_page_has_no_verdict(run_page: RunPage) -> None:
    """Titles, captions, notes and tables of ours use no word that judges a movement."""
    app = run_page("movement", since="2022-03-29", unfolded="west")
    words = [one.value for one in (*app.title, *app.header, *app.subheader, *app.caption)]
    words += [" ".join(row) for row in rows(app, "Issue and party")]

    assert not re.findall(VERDICTS, " ".join(words).casefold())


def test_the_chart_says_the_same_in_words_and_as_a_table(run_page: RunPage) -> None:
    """Alt text, sentence and table go with the sheet."""
    app = run_page("movement", issues="crimea")

    assert "Russia at step 0 from 30 Mar 2022" in app.get("plotly_chart")[0].proto.alt
    assert [row[:4] for row in rows(app, "Issue") if row[1] == "Russia"][-1] == [
        "Crimea",
        "Russia",
        "30 Mar 2022",
        "5 Apr 2022",
    ]


def test_an_open_cell_in_the_address_opens_its_evidence(run_page: RunPage) -> None:
    """A link with a cell shows the statements behind it."""
    app = run_page("movement", cell="ukraine.crimea")

    assert drawn(app, "drawer_statements")["groups"][0]["title"] == "What the position rests on"


def test_only_issues_without_a_scale_have_no_sheet(run_page: RunPage) -> None:
    """The page says that there is nothing to draw, and still tells what was said anew."""
    app = run_page("movement", issues="sanctions")

    assert app.info[0].value.startswith("None of the chosen issues has a scale")
    assert not app.get("plotly_chart")
