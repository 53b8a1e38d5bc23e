"""Pages printed by the browser: charts whole, heads with what they head, no control, no blank sheet."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from components.report.content import briefing
from components.report.html.page import html
from components.report.sections import REPORTS
from positions.reading.dossier import load_dossier
from tests.browser.conftest import Open
from tests.components.report.handed_out import compared, view_on

_LONG = "dossier=ukraine-2014-2026"
_CONTROLS = (
    "More columns",
    "Leave out words older than",
    "Compared with",
    "Arrows from",
    "Copy link",
    "Search the",
)
_DRAWN = {
    "": "table button.cell",
    "movement": ".st-key-record .layout:visible",
    "gaps": ".svg-figure text:visible",
    "briefing": ".st-key-sheet img",
    "evidence": ".st-key-source_line",
    "sources": "table tbody tr",
    "issue": ".svg-figure text:visible",
    "method": ".still-text .words-table",
}


_TAIL = 500  # letters on a sheet that holds little more than its head, a figure or what was left over

_PRINTED: dict[tuple[str, int], list[str]] = {}


def printed(opened: Open, path: str, width: int) -> list[str]:
    """The text of each page of paper; a page is printed once for all that is asked of it."""
    if (path, width) not in _PRINTED:
        seen = opened(path, width=width, height=900)
        seen.page.locator(_DRAWN[path.partition("?")[0]]).first.wait_for()
        seen.settle()
        seen.page.wait_for_timeout(1_000)
        content = seen.page.pdf(prefer_css_page_size=True)
        _PRINTED[path, width] = [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]
    return _PRINTED[path, width]


@pytest.mark.parametrize("width", [1280, 1600])
@pytest.mark.parametrize("path", ["movement", "gaps", "briefing", f"movement?{_LONG}", f"gaps?{_LONG}"])
def test_a_printed_page_has_no_control_and_no_blank_sheet(opened: Open, path: str, width: int) -> None:
    """Only what is to be read comes on paper."""
    pages = printed(opened, path, width)

    # A sheet of the briefing is a picture, so that its page has little text.
    assert all(len(text.strip()) > 40 for text in pages)
    assert not [words for words in _CONTROLS for text in pages if words in text]


def test_the_statements_are_printed_below_their_count_without_search_or_pager(opened: Open) -> None:
    """On paper nobody searches or turns to another page of the list."""
    sheets = printed(opened, "evidence", 1280)
    above, _, _ = sheets[0].partition("Russia")

    assert "statements, each with speaker, day and source" in " ".join(above.split())
    assert not [line for line in above.splitlines() if line.strip().isdigit()]
    assert not [words for words in _CONTROLS for text in sheets if words in text]
    assert len(sheets) == 2
    assert all(len(text.strip()) > 40 for text in sheets)


def test_all_sources_are_printed_on_few_upright_sheets(opened: Open) -> None:
    """Title, measure and heads on the first; the table, then the statements of the chosen source."""
    first, *others = printed(opened, "sources", 1280)

    assert "stand behind this view" in first
    assert "Outlet and title" in first
    assert len(others) < 5
    assert all(len(text.strip()) > 40 for text in others)


def test_a_long_table_of_sources_has_its_heads_on_each_sheet(opened: Open) -> None:
    """Whoever holds the ninth sheet in hand still reads what its columns are."""
    *table, _, _ = printed(opened, f"sources?{_LONG}", 1280)

    assert len(table) > 10
    assert all("Outlet and title" in text and "Used / all" in text for text in table)
    assert all(len(text.strip()) > 400 for text in table)


def test_the_sides_of_an_issue_follow_each_other_on_paper(opened: Open) -> None:
    """No sheet is left blank beside a long column; what is folded on screen is unfolded."""
    sheets = printed(opened, "issue", 1280)
    whole = " ".join(" ".join(sheets).split())

    assert len(sheets) == 3
    assert whole.index("prevent Ukraine from turning") < whole.index("adopting a neutral situation")
    assert "Every pair" in whole
    _, _, moves = whole.partition("What would have to move")
    assert "A stated position is not" in moves
    assert "Neutrality: the shortest move of either alone" in moves


def test_the_moves_of_a_view_are_printed_whole(opened: Open) -> None:
    """All issues together, then each issue; they are nowhere on screen while they are folded."""
    whole = " ".join(" ".join(printed(opened, "gaps", 1280)).split())
    seen = opened("gaps")

    for issue in ("Neutrality", "Ceasefire", "Crimea", "Donbas", "Security guarantees"):
        assert f"{issue}: where each stands" in whole
    assert "All issues, if every stated condition held" in whole
    assert not seen.page.get_by_text("Ceasefire: where each stands").is_visible()


def test_every_sheet_of_the_method_is_filled(opened: Open) -> None:
    """No sheet holds a last line alone; contents whose links lead nowhere stay on screen."""
    sheets = printed(opened, "method", 1280)

    assert all(len(text.strip()) > 700 for text in sheets)
    assert sum(text.count("How cells look") for text in sheets) == 1


@pytest.mark.parametrize("width", [1280, 1600])
def test_the_figure_of_gaps_is_printed_whole_below_its_title(opened: Open, width: int) -> None:
    """Title and every issue of the first figure stand on the first sheet, at any width of the screen."""
    first = printed(opened, "gaps", width)[0]

    assert "Farthest apart" in first
    for issue in ("Neutrality", "Ceasefire", "Crimea", "Donbas", "Security guarantees"):
        assert issue in first


@pytest.mark.parametrize("dossier", ["istanbul-2022", "ukraine-2014-2026"])
def test_the_landing_view_is_printed_on_one_sheet(opened: Open, dossier: str) -> None:
    """Title, every issue and the line of sources stand together; nothing is left for a second sheet."""
    (sheet,) = printed(opened, f"?dossier={dossier}", 1280)

    assert "Farthest apart" in sheet
    assert "Security guarantees" in " ".join(sheet.split())
    assert "equal steps are an assumption" in " ".join(sheet.split())


def test_the_bands_of_movement_begin_on_sheets_of_their_own(opened: Open) -> None:
    """Title with the two days; the record with its axis; the statements behind."""
    days, record, statements, *_ = printed(opened, "movement", 1280)

    assert "Russia moved 1 step on the ceasefire" in days
    assert "The record over time" not in days
    assert "The record over time" in record
    assert "5 Apr 2022" in record
    assert "The statements behind what changed" in statements


def test_a_briefing_is_printed_as_its_sheet_alone(opened: Open) -> None:
    """One sheet, without heads whose buttons stay on screen."""
    (sheet,) = printed(opened, "briefing", 1280)

    assert "Data and citations" not in sheet


def test_exported_reports_hold_each_figure_with_its_head_and_leave_no_sheet_blank(
    browser: Any, tmp_path: Path
) -> None:
    """A single page takes three sheets at most; a scale of many lanes and its finding are on one sheet."""
    view = compared(view_on(load_dossier("ukraine-2014-2026")))
    page = browser.new_page()
    sheets = {}
    for report in ("page", "slides", "issue"):
        file = tmp_path / f"{report}.html"
        file.write_bytes(html(briefing(view, REPORTS[report])))
        page.goto(file.as_uri())
        content = page.pdf(prefer_css_page_size=True)
        sheets[report] = [one.extract_text() for one in PdfReader(io.BytesIO(content)).pages]
    page.close()
    legends = [one.count("own words") for one in sheets["issue"]]
    heads = [one.count("Stated positions as of") - (place == 0) for place, one in enumerate(sheets["issue"])]

    assert len(sheets["page"]) <= 3
    assert "4 of 64 positions compared; the full dossier has them all" in sheets["page"][-1]
    assert "In short" in sheets["slides"][0]
    assert [one for found in sheets.values() for one in found[:-1] if len(one) < _TAIL] == []
    assert heads == legends
    assert sum(legends) == 6


def test_an_exported_page_prints_heads_with_what_they_head(browser: Any, tmp_path: Path) -> None:
    """Wherever the matrix ends, the head and the ends of the scales are on the sheet of the first scale."""
    file = tmp_path / "briefing.html"
    file.write_bytes(html(briefing(view_on(load_dossier("istanbul-2022")))))
    page = browser.new_page()
    page.goto(file.as_uri())
    split = []
    for shift in range(0, 140, 10):
        page.add_style_tag(content=f"@media print {{ #matrix {{ padding-bottom: {shift}mm }} }}")
        content = page.pdf(prefer_css_page_size=True, page_ranges="1-4")
        sheets = [one.extract_text() for one in PdfReader(io.BytesIO(content)).pages]
        (gaps,) = (text.partition("How far apart")[2] for text in sheets if "How far apart" in text)
        split += [shift] if "Permanently" not in gaps else []
    page.add_style_tag(content="@media print { #matrix { padding-bottom: 0 } }")
    whole = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    page.close()

    assert split == []
    assert [place for place, one in enumerate(whole[:-1]) if len(one.extract_text()) < _TAIL] == []
