"""The page Movement on the bundled dossier: what changed between two days, and nothing else."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, cast

import pytest
from streamlit.testing.v1 import AppTest

from components.app.changed_statements import MOST_CARDS
from components.app.escape import escaped
from positions.reading.dossier import dossier_folder, load_dossier
from positions.selection import default_selection
from positions.tables import Tables
from positions.text.divergence import divergence_words
from positions.view import view_of
from tests.app.conftest import RunPage, drawn
from tests.app.still_text import tables

VERDICTS = r"concession|breakthrough|harden|soften|progress made|retreat|compromise|step back|caved|flexib"
CHANGES = "Issue and actor"


def rows(app: AppTest, *heading: str) -> list[list[str]]:
    """The rows of the table whose columns begin so."""
    wanted = list(heading)
    found = next(table for table in tables(app) if list(table.columns[: len(wanted)]) == wanted)
    return cast("list[list[str]]", found.to_numpy().tolist())


def plain(text: str) -> str:
    """A text as a reader sees it."""
    return re.sub(r"\\(.)", r"\1", text)


def part(app: AppTest, kind: str) -> dict[str, Any]:
    """The statements behind the changes of a kind, with their heading."""
    found = [one for one in drawn(app, "changes")["parts"] if one["title"].startswith(f"{kind} · ")]
    return cast("dict[str, Any]", found[0])


def test_the_title_says_who_moved_toward_whom(run_page: RunPage) -> None:
    """One neutral line of at most 14 words, and in grey the two days and how many did what."""
    app = run_page("movement")

    assert plain(app.title[0].value) == "Russia moved 1 step on the ceasefire"
    assert plain(app.caption[0].value) == (
        "Between 3 Mar and 5 Apr 2022 · 14 positions compared · 1 moved · 7 first on record · "
        "6 with other newer words"
    )


def test_a_later_day_of_comparison_tells_another_story(run_page: RunPage) -> None:
    """From 29 March on nobody moved; the table says how words changed and who said them."""
    app = run_page("movement", opened=("arrows_table",), since="2022-03-29")
    table = {row[0]: row[1:] for row in rows(app, CHANGES)}

    assert plain(app.title[0].value) == "No firm move; first on record: Russia on Crimea, and 2 more"
    assert table["Security guarantees: Ukraine"] == [
        "Ratified treaty and Automatic defence (29 Mar 2022 · Delegation)",
        "Ratified treaty (30 Mar 2022 · Podolyak)",
        "covers other steps: Ratified treaty",
    ]
    assert "2022-03-29" in app.query_params["since"]


def test_the_two_days_come_before_the_record(run_page: RunPage) -> None:
    """First what changed, as arrows; then positions over time, laid out for a desk and for a phone."""
    app = run_page("movement")
    days, records = (drawn(app, name)["layouts"] for name in ("arrows", "record"))
    words = [" ".join(line["text"] for line in one["lines"]) for one in days[1]["words"]]

    assert words[0] == "Ceasefire"
    assert any(one.startswith("moved 1 step: On until aims are met →") for one in words)
    assert list(dict.fromkeys(one["id"] for one in records)) == ["wide", "narrow"]
    assert any(
        "Russia: On until aims are met from 3 Mar 2022, then Reduced in places" in one["says"]
        for one in records
    )


def test_nobody_is_left_out(run_page: RunPage) -> None:
    """Who is silent on both days is named under the rows of the issue, in the words of the figure."""
    app = run_page("movement", opened=("arrows_table",))
    wide = [one for one in drawn(app, "arrows")["layouts"] if one["id"] == "wide"]
    notes = [line["text"] for one in wide for words in one["words"] for line in words["lines"]]

    assert notes.count("Nothing on record: West") == 3
    assert len(rows(app, CHANGES)) == 14


def test_changed_positions_show_both_statements(run_page: RunPage) -> None:
    """A card group of a move holds the earlier statements and then the later, with the change in words."""
    app = run_page("movement", issues="ceasefire")
    moved = part(app, "Moved")["columns"][0][0]

    assert moved["title"] == "Ceasefire: Russia"
    assert moved["note"].startswith("moved 1 step: On until aims are met → ")
    assert next(card["id"] for card in moved["cards"]) == "001-037"
    assert moved["cards"][0]["said"].startswith("3 Mar 2022")
    assert moved["cards"][-1]["said"].startswith("29 Mar 2022")


def test_members_that_first_spoke_alike_stand_together(run_page: RunPage) -> None:
    """France and Germany first asked for a ceasefire on one day, and both statements are shown."""
    app = run_page("movement", issues="ceasefire")
    first = part(app, "First on record")["columns"][0][0]

    assert first["title"] == "Ceasefire: France and Germany (West)"
    assert [card["side"] for card in first["cards"]] == ["France", "Germany"]


def test_no_kind_of_change_has_more_cards_than_can_be_read(run_page: RunPage) -> None:
    """Of a long record each kind shows at most twelve statements, and how many more there are."""
    app = run_page("movement", dossier="ukraine-2014-2026")
    first = part(app, "First on record")
    shown = sum(len(group["cards"]) for groups in first["columns"] for group in groups)
    parts = drawn(app, "changes")["parts"]

    assert 0 < shown <= MOST_CARDS
    assert [one["left"] for one in parts if one["left"]] == [
        "22 more statements behind these changes stand under Evidence."
    ]
    assert len(parts) == 9


def test_events_are_listed_and_undated_ones_say_so(run_page: RunPage) -> None:
    """Every event up to the day stands in the table with place and sources."""
    app = run_page("movement", opened=("events_table",), day="2022-03-29")
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
    app = run_page("movement", opened=("arrows_table",), since="2022-03-29", unfolded="west")
    words = [one.value for one in (*app.title, *app.header, *app.subheader, *app.caption)]
    words += [row[0] + row[3] for row in rows(app, CHANGES)]

    assert not re.findall(VERDICTS, " ".join(words).casefold())


def test_old_words_are_never_said_to_have_lapsed(run_page: RunPage) -> None:
    """Words hold until newer ones replace them: no line is called no longer current, none stated first."""
    app = run_page("movement", dossier="ukraine-2014-2026")
    words = " ".join(
        [one.value for one in (*app.title, *app.header, *app.subheader, *app.caption)]
        + [app.get_by_key(key).proto.json for key in ("arrows", "record")]
    ).casefold()

    assert "no longer current" not in words
    assert "first stated" not in words


def test_the_charts_say_the_same_as_tables(run_page: RunPage) -> None:
    """Both drawings have their rows as a table too."""
    app = run_page("movement", opened=("arrows_table", "movement_table"), issues="crimea")

    assert rows(app, CHANGES)[0][:2] == ["Crimea: Russia", "Nothing current"]
    assert rows(app, "Issue", "Actor")[0][:4] == ["Crimea", "Russia", "30 Mar 2022", "5 Apr 2022"]


def test_an_open_cell_in_the_address_opens_its_evidence(run_page: RunPage) -> None:
    """A link with a cell shows the statements behind it."""
    app = run_page("movement", cell="ukraine.crimea")

    assert drawn(app, "drawer_statements")["groups"][0]["title"] == "What sets the cell"


def test_only_issues_without_a_scale_have_no_sheet(run_page: RunPage) -> None:
    """The page says that there is nothing to draw, and still tells what was said anew."""
    app = run_page("movement", opened=("arrows_table",), issues="sanctions")

    assert app.info[0].value.startswith("None of the chosen issues has a scale")
    for drawing in ("arrows", "record"):
        with pytest.raises(KeyError):
            drawn(app, drawing)
    assert rows(app, CHANGES)[0][3] == "newer words"


def test_other_words_of_one_side_are_told_when_they_are_asked_for(run_page: RunPage) -> None:
    """On opening, each pair of statements within 90 days, newest first; with fewer days only those."""
    dossier = load_dossier("istanbul-2022")
    view = view_of(Tables(dossier, dossier_folder(dossier.id)), default_selection(dossier))
    found = [escaped(one.sentence) for one in divergence_words(view)]

    closed, app = run_page("movement"), run_page("movement", opened=("other_words",))
    read = [" ".join(one.value for one in page.markdown) for page in (closed, app)]

    assert len(found) == 3
    assert not any(one in read[0] for one in found)
    assert [one for one in found if one in read[1]] == found
    assert app.selectbox(key="days_between").value == 90
    assert any("3 pairs of statements within 90 days" in one.value for one in app.caption)
    app.selectbox(key="days_between").set_value(30).run()
    assert any("3 pairs of statements within 30 days" in one.value for one in app.caption)


def test_no_earlier_day_is_chosen_by_moving_the_day(run_page: RunPage) -> None:
    """On Gaps arrows stay away unless they are asked for; on Movement the default day follows the day."""
    gaps = run_page("gaps", day="2022-03-03")
    gaps.select_slider(key="day").set_value(dt.date(2022, 3, 30)).run()

    assert gaps.selectbox(key="arrows").value == ""
    assert "since" not in gaps.query_params

    later = run_page("movement", dossier="ukraine-2014-2026", day="2026-06-24")
    before = later.selectbox(key="since").value
    later.select_slider(key="day").set_value(dt.date(2025, 12, 30)).run()

    assert str(later.selectbox(key="since").value) < str(before)
    assert "since" not in later.query_params


def test_an_earlier_day_that_was_chosen_stays_when_the_day_moves(run_page: RunPage) -> None:
    """The reader's choice is in the address, and neither page forgets it."""
    gaps = run_page("gaps", day="2022-03-30")
    gaps.selectbox(key="arrows").set_value("2022-03-03").run()
    gaps.select_slider(key="day").set_value(dt.date(2022, 4, 1)).run()

    assert gaps.query_params["since"] == "2022-03-03"
    assert gaps.selectbox(key="arrows").value == "2022-03-03"

    moved = run_page("movement", day="2022-03-30")
    moved.selectbox(key="since").set_value(dt.date(2022, 3, 28)).run()
    moved.select_slider(key="day").set_value(dt.date(2022, 4, 1)).run()

    assert moved.query_params["since"] == "2022-03-28"
    assert moved.selectbox(key="since").value == dt.date(2022, 3, 28)


def test_the_feed_is_linked_where_programs_are_answered(
    run_page: RunPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the days that the reader has chosen; nowhere else is a link that leads to nothing."""
    assert not run_page("movement", "training-strait").get("link_button")
    monkeypatch.setenv("POSITIONS_API", "1")
    (open_,) = run_page("movement", "training-strait").get("link_button")
    (chosen,) = run_page("movement", "training-strait", day="2031-06-12").get("link_button")

    assert open_.proto.url == "/api/feed.atom?dossier=training-strait"
    assert chosen.proto.url == "/api/feed.atom?dossier=training-strait&day=2031-06-12"
