"""The page Briefing: every choice bears on what is seen and handed out; a view shown alone."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components.app import cache
from components.app.downloads import FORMS, briefed, shown_sheets
from components.report import BRIEFINGS
from components.report.docx import document
from components.report.files import named_files, packed
from components.report.presets import PRESETS
from components.report.sections import VIEWS
from positions.address import VIEWS as ALONE
from positions.reading.dossier import dossier_folder, load_dossier
from positions.selection import default_selection
from positions.tables import Tables
from positions.view import view_of
from tests.app.conftest import RunPage
from tests.app.still_text import tables
from tests.components.report.scripts import NOWHERE
from tests.conftest import Changed

LONG = "ukraine-2014-2026"  # has pairs with a firm point on more than half of the issues


def preview(app: AppTest) -> str:
    """What the sheet that is looked at shows, in words."""
    proto: Any = app.get("image")[0].proto
    return str(proto.imgs[0].alt)


def look_at(app: AppTest, shown: str) -> AppTest:
    """The page with the sheets of another view."""
    control: Any = app.get_by_key("shown")
    return control.set_value(shown).run()  # type: ignore[no-any-return]


def downloads(app: AppTest) -> dict[str, Any]:
    """The download buttons by key."""
    return {str(one.key): one for one in app.get("download_button")}


def text_of(app: AppTest) -> dict[str, Any]:
    """The passage of running text that the page shows."""
    found: Any = app.get_by_key("running_text")
    return json.loads(found.proto.json)[0]  # type: ignore[no-any-return]


def read_passage(app: AppTest, passage: str) -> AppTest:
    """The page with another passage."""
    control: Any = app.get_by_key("passage")
    return control.set_value(passage).run()  # type: ignore[no-any-return]


def names(app: AppTest) -> str:
    """Everything that the page says in captions and information."""
    return " ".join(one.value.replace("\\", "") for one in (*app.main.caption, *app.main.info))


def test_every_format_can_be_taken_along(run_page: RunPage) -> None:
    """One button for each format, one for the sheet on screen, one for everything; data when it is opened."""
    closed, app = run_page("briefing"), run_page("briefing", opened=("data_formats",))
    pages, offered = ({f"hand_out_{one.id}" for one in forms} for forms in (BRIEFINGS, FORMS))

    assert not app.exception
    assert set(downloads(app)) == offered | {"hand_out_everything", "this_sheet"}
    assert set(downloads(closed)) == pages | {"hand_out_everything", "this_sheet"}


def test_a_format_that_fails_says_why_under_its_button(
    run_page: RunPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A click on it leads to one sentence with format and reason; the other formats are made."""

    def torn(*_: object) -> None:
        raise ValueError("the sheet is too narrow")

    cache._FILES.clear()
    monkeypatch.setattr(document, "document", torn)
    app = run_page("briefing")
    downloads(app)["hand_out_docx"].click().run()
    downloads(app)["hand_out_md"].click().run()
    cache._FILES.clear()

    title = next(one.title for one in FORMS if one.id == "docx")
    assert not app.exception
    assert names(app).count("could not be made") == 1
    assert f"{title}: could not be made. the sheet is too narrow." in names(app)


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        ("matrix", "Russia: Neutral and demilitarised"),
        ("ranges", "Ceasefire"),
        ("pairs", "Overall distance: Russia – Ukraine withheld (2 of 5 issues)"),
        ("movement", "Between 3 Mar and 5 Apr 2022"),
        ("issue", "What alignment may Ukraine have?"),
    ],
)
def test_every_view_can_be_looked_at(run_page: RunPage, shown: str, words: str) -> None:
    """The preview is a sheet of the chosen view, told in words to whoever does not see it."""
    app = run_page("briefing", report="full")
    look_at(app, shown)

    assert not app.exception
    assert words in preview(app)


def test_sheets_are_turned_one_by_one(run_page: RunPage) -> None:
    """On from the first card to the second and back; the ends lead nowhere."""
    app = run_page("briefing", report="full")
    look_at(app, "issue")
    buttons = {one.label: one for one in app.main.button}
    first = preview(app)
    assert buttons["←"].disabled

    buttons["→"].click().run()
    assert "Who holds Crimea" in preview(app)
    assert "Page 2 of 5" in [one.value for one in app.main.markdown]

    next(one for one in app.main.button if one.label == "←").click().run()
    assert preview(app) == first


def test_each_passage_can_be_read_and_copied(run_page: RunPage) -> None:
    """The text on the page is the one that is copied, with as many notes as it names."""
    app = run_page("briefing", since="2022-03-03", day="2022-04-05")
    for passage, begins in (
        ("says", "What each side says, as of 5 Apr 2022"),
        ("moved", "What moved since 3 Mar 2022, as of 5 Apr 2022"),
        ("same-step", "Where they are at the same step, as of 5 Apr 2022"),
    ):
        app = read_passage(app, passage)
        shown = text_of(app)
        parts = [part for paragraph in shown["paragraphs"] for part in paragraph]

        assert not app.exception
        assert shown["title"] == begins
        assert {number for part in parts for number in part["notes"]} == set(
            range(1, len(shown["notes"]) + 1)
        )
        assert all(f"[^{number}]: " in shown["markdown"] for number in range(1, len(shown["notes"]) + 1))
        assert shown["html"].startswith(f"<h2>{begins}</h2>")


def test_the_passages_follow_the_language_of_dates(run_page: RunPage) -> None:
    """Days in the text are written as on the sheets."""
    shown = text_of(run_page("briefing", dates="fr"))

    assert shown["title"] == "What each side says, as of 5 avr. 2022"
    assert " Mar 2022" not in shown["markdown"].partition("[^1]: ")[0]


def test_weights_are_named_here_on_gaps_and_in_the_address(run_page: RunPage) -> None:
    """A weight changes the distance that is handed out and the one on the page Gaps, and is said on both."""
    app = run_page("briefing", LONG, report="full")
    look_at(app, "pairs")
    assert "Russia – Ukraine 75% (5 of 6 issues)" in preview(app)

    app.number_input(key="weight_donbas").set_value(50.0).run()
    gaps = run_page("gaps", LONG, weights="donbas:50")

    assert app.query_params["weights"] in ("donbas:50", ["donbas:50"])
    assert "Russia – Ukraine 86%, unweighted 75% (5 of 6 issues)" in preview(app)
    assert "weights: 50 for Donbas, 1 for others" in preview(app)
    assert "weights: 50 for Donbas, 1 for others" in names(app)
    assert "weights: 50 for Donbas, 1 for others" in names(gaps)
    assert any("86% of the scale" in one.to_string() for one in tables(gaps))
    assert "every issue weighs the same" in names(run_page("gaps", LONG))


def test_only_shown_issues_with_a_scale_have_a_weight(run_page: RunPage) -> None:
    """There is nothing to weigh on an issue without steps, and others keep the weight they had."""
    app = run_page("briefing", report="full", issues="crimea,sanctions", weights="donbas:2")

    assert [one.key for one in app.number_input] == ["weight_crimea"]
    assert app.query_params["weights"] in ("donbas:2", ["donbas:2"])
    assert "weights" not in names(app)


def test_dates_change_and_nothing_else(run_page: RunPage) -> None:
    """In French the days of the sheet are French; the page around it and all other words stay."""
    app = run_page("briefing")
    english = preview(app)
    app.selectbox(key="dates").set_value("fr").run()

    assert app.query_params["dates"] in ("fr", ["fr"])
    assert preview(app) == english.replace("5 Apr 2022", "5 avr. 2022")
    assert app.title[0].value == "Briefing as of 5 Apr 2022"


def test_the_compared_day_is_on_the_sheet(run_page: RunPage) -> None:
    """Another earlier day is another movement."""
    app = run_page("briefing", report="full", since="2022-03-29")
    look_at(app, "movement")

    assert "Between 29 Mar and 5 Apr 2022" in preview(app)


def test_the_size_is_the_one_that_is_handed_out(run_page: RunPage) -> None:
    """Another size has other sheets, and stands in the names of those files on which it bears."""
    app = run_page("briefing", report="matrix")
    app.selectbox(key="size").set_value("card").run()

    assert "Page 1 of 2" in [one.value for one in app.main.markdown]


def test_the_preview_is_the_file_itself() -> None:
    """Byte for byte what the PNG of the format is, for every view and size."""
    tables = Tables(load_dossier("istanbul-2022"), dossier_folder("istanbul-2022"))
    view = briefed(view_of(tables, default_selection(tables.dossier)))
    png = next(one for one in BRIEFINGS if one.id == "png")
    for preset in (PRESETS["card"], PRESETS["slide"]):
        looked_at = tuple(sheet for shown in VIEWS for sheet in shown_sheets(view, shown, preset))

        assert looked_at == named_files(png, view, preset)


def test_what_is_packed_is_the_same_each_time() -> None:
    """Pictures come as one ZIP with fixed days inside, so that two downloads can be compared."""
    tables = Tables(load_dossier("istanbul-2022"), dossier_folder("istanbul-2022"))
    view = briefed(view_of(tables, default_selection(tables.dossier)))
    sheets = shown_sheets(view, "issue", PRESETS["card"])
    content = packed(sheets)
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        members = opened.infolist()

    assert content == packed(sheets)
    assert [one.filename for one in members] == [sheet.name for sheet in sheets]
    assert {one.date_time for one in members} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    ("module", "library", "lost"),
    [("pptx", "python-pptx", {"pptx"}), ("typst", "typst", {"pdf", "png", "svg"})],
)
def test_a_missing_library_is_said_and_the_rest_works(
    run_page: RunPage, monkeypatch: pytest.MonkeyPatch, module: str, library: str, lost: set[str]
) -> None:
    """The page says what to install; only the formats that need it cannot be pressed."""
    monkeypatch.setitem(sys.modules, module, None)
    app = run_page("briefing", opened=("data_formats",))
    pressed = {key for key, one in downloads(app).items() if not one.proto.disabled}

    assert not app.exception
    assert f"pip install {library}" in names(app)
    assert not {f"hand_out_{one}" for one in lost} & pressed
    assert {"hand_out_html", "hand_out_workbook", "hand_out_everything"} <= pressed


def told(app: AppTest) -> str:
    """The paragraphs of the page, as they are read."""
    return " ".join(one.value.replace("\\", "") for one in app.main.markdown)


def test_letters_without_a_typeface_are_said(run_page: RunPage, changed: Changed) -> None:
    """Above the sheet stands of which script they are and what to do; nothing where none lacks."""
    app = run_page("briefing", changed(dossier=[("name: Northland", f"name: {NOWHERE}")]))

    assert not app.exception
    assert "No typeface here for Egyptian Hieroglyphs (2 letters)" in told(app)
    assert "No typeface" not in told(run_page("briefing", changed()))


def test_without_names_of_months_dates_are_english(
    run_page: RunPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A link in French still opens where the library of month names is missing, and says so."""
    monkeypatch.setitem(sys.modules, "babel", None)
    app = run_page("briefing", dates="fr")

    assert not app.exception
    assert "pip install babel. They are in English." in names(app)
    assert "5 Apr 2022" in preview(app)


@pytest.mark.parametrize("view", ALONE)
@pytest.mark.parametrize("path", ["compare", "gaps"])
def test_a_view_alone_has_nothing_to_press(run_page: RunPage, view: str, path: str) -> None:
    """Whatever page the link leads to: one picture, no sidebar, no button, no control."""
    app = run_page(path, view=view, issue="crimea", dates="fr", unfolded="west")

    assert not app.exception
    assert "avr. 2022" in preview(app) or "mars 2022" in preview(app) or view == "issue"
    assert len(app.get("image")) == 1
    assert not [
        *app.button,
        *app.selectbox,
        *app.expander,
        *app.get("download_button"),
        *app.sidebar.children,
    ]
    assert app.query_params["view"] in (view, [view])
    assert app.query_params["unfolded"] in ("west", ["west"])


def test_a_view_that_cannot_be_read_falls_back(run_page: RunPage) -> None:
    """A mistyped view shows the page itself and says so."""
    app = run_page("compare", view="poster")

    assert app.info[0].value.startswith("Part of this link could not be read \\(view\\)")
    assert app.title[0].value


def test_a_report_of_one_page_comes_first(run_page: RunPage) -> None:
    """Without a choice the preview is the single page, the address is short, and there is nothing to turn."""
    app = run_page("briefing")

    assert "report" not in app.query_params
    assert [one.label for one in app.main.button if one.label in ("←", "→")] == []
    assert app.main.get("image")[0].proto.imgs[0].alt.startswith("Farthest apart: neutrality")


@pytest.mark.parametrize(
    ("report", "pages"), [("slides", 6), ("full", None), ("movement", None), ("issue", 5), ("cell", 1)]
)
def test_every_report_is_chosen_by_the_address(run_page: RunPage, report: str, pages: int | None) -> None:
    """A link shows the report that it names, and keeps it."""
    app = run_page("briefing", report=report, cell="russia.crimea")

    assert not app.exception
    assert app.query_params["report"] in (report, [report])
    if pages and pages > 1:
        assert f"Page 1 of {pages}" in [one.value for one in app.main.markdown]


def test_report_size_and_page_stand_in_the_address(run_page: RunPage) -> None:
    """Six slides at another size, turned to the third, are in the link; another report begins anew."""
    app = run_page("briefing")
    control: Any = app.get_by_key("report_length")
    control.set_value("slides").run()
    app.selectbox(key="size").set_value("a4-portrait").run()
    for _ in range(2):
        next(one for one in app.main.button if one.label == "→").click().run()

    found = {name: app.query_params[name] for name in ("report", "size", "sheet")}
    assert found in (
        {"report": "slides", "size": "a4-portrait", "sheet": "3"},
        {"report": ["slides"], "size": ["a4-portrait"], "sheet": ["3"]},
    )
    assert "Page 3 of 6" in [one.value for one in app.main.markdown]

    again: Any = app.get_by_key("report_length")
    again.set_value("full").run()
    assert "sheet" not in app.query_params


def test_a_cell_is_chosen_by_party_and_issue(run_page: RunPage) -> None:
    """A report of one cell shows that cell, with its doubt in the title."""
    app = run_page("briefing", report="cell", cell="russia.crimea")
    assert preview(app).startswith("Russia on Crimea: Russian; closed (low confidence)")

    app.selectbox(key="onecell_party").set_value("ukraine").run()
    assert preview(app).startswith("Ukraine on Crimea: ")
    assert app.query_params["cell"] in ("ukraine.crimea", ["ukraine.crimea"])


def test_a_preview_that_fails_says_why_and_formats_stay(
    run_page: RunPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What goes wrong while pages are set is told in one sentence; every button is still there."""

    def torn(*_: object) -> None:
        raise ValueError("the paper is torn")

    monkeypatch.setattr("components.pages.briefing.shown_sheets", torn)
    app = run_page("briefing", opened=("data_formats",))

    assert not app.exception
    told = [one.value.replace("\\", "") for one in app.main.warning]
    assert told == ["The preview: could not be made. the paper is torn."]
    assert {f"hand_out_{one.id}" for one in FORMS} <= set(downloads(app))
