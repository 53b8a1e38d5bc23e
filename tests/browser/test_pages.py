"""Evidence in a real browser, and accessibility of every page."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from components.pages import PAGES
from components.server import LANDING
from tests.browser.conftest import ROOT, SERVE, Open, started

_SERIOUS = ("serious", "critical")


def test_a_word_is_searched_from_every_page(opened: Open) -> None:
    """Hits are counted beside the page and lead to their list; the word leaves the address with its page."""
    seen = opened("gaps")
    box = seen.page.get_by_label("Search the statements")
    box.fill("15-year consultation")
    box.press("Enter")
    hits = seen.page.get_by_role("link", name="1 statement found: show")
    hits.wait_for()
    seen.settle()
    assert "text=" not in seen.page.url

    hits.click()
    seen.page.wait_for_url("**/evidence?**text=15-year**")
    seen.settle()
    assert seen.page.locator("article").count() == 1
    assert seen.page.get_by_label("Search the statements").input_value() == "15-year consultation"

    seen.page.get_by_role("link", name="Compare", exact=True).click()
    seen.page.locator("table button.cell").first.wait_for()
    seen.settle()
    assert "text=" not in seen.page.url
    assert seen.page.get_by_role("link", name="1 statement found: show").is_visible()

    seen.page.get_by_role("link", name="Evidence", exact=True).click()
    seen.page.wait_for_url("**text=15-year**")
    seen.settle()
    assert seen.page.locator("article").count() == 1


def test_old_and_weak_positions_lead_to_their_statements(opened: Open) -> None:
    """The folded list names side, issue and reason; a chosen row leaves the statements of that cell."""
    seen = opened("evidence")
    seen.page.get_by_text("2 of low confidence among the").click()
    table = seen.page.get_by_role("table", name="Positions that rest on old words")
    table.wait_for()
    assert table.get_by_role("row").count() == 3

    table.get_by_role("button", name="Russia on Crimea").click()
    seen.page.wait_for_url("**sides=russia**topics=crimea**")
    seen.settle()
    heads = [one.inner_text() for one in seen.page.locator("article").all()]

    assert seen.page.get_by_text("Filtered by side: Russia; issue: Crimea").is_visible()
    assert heads != []
    assert all("Crimea" in head and "Russia" in head for head in heads)
    assert seen.errors == []


def test_filters_are_folded(opened: Open) -> None:
    """On a phone the first statement is in the first screen; nothing stands out sideways when they open."""
    seen = opened("evidence", width=390, height=844)
    top = seen.page.locator("article").first.bounding_box()
    assert top is not None
    assert top["y"] < 700

    seen.page.get_by_text("Filter by side").click()
    seen.page.get_by_label("Kind of words").wait_for()
    assert seen.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_search_finds_a_phrase(opened: Open) -> None:
    """Typing words of a phrase leaves the statements that hold them, and the address says so."""
    seen = opened("evidence")

    box = seen.page.get_by_label("Search the statements")
    box.fill("15-year consultation")
    box.press("Enter")
    seen.page.wait_for_url("**text=**")
    seen.settle()

    assert seen.page.locator("article").count() == 1
    assert "Crimea" in seen.page.locator("article").inner_text()


@pytest.mark.parametrize(
    ("button", "expected"),
    [("Copy citation", "In: "), ("Copy as sentence", "official text, in Opinion article, ")],
)
def test_a_statement_can_be_copied(opened: Open, button: str, expected: str) -> None:
    """One click puts an attributed sentence or a full citation on the clipboard."""
    seen = opened("evidence?text=15-year")
    seen.page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    seen.page.get_by_role("button", name=button).first.click()
    seen.page.get_by_role("button", name="Copied").wait_for()
    copied = seen.page.evaluate("navigator.clipboard.readText()")

    assert expected in copied
    assert "29 Mar 2022" in copied
    assert "Opinion article" in copied or "15-year consultation period" in copied
    assert "original language not known" in copied


def test_statements_are_turned_by_the_sheet(opened: Open) -> None:
    """A long list comes in sheets, newest first."""
    seen = opened("evidence")
    first = seen.page.locator("article").first.inner_text()

    seen.page.get_by_role("button", name="Page 2", exact=True).click()
    seen.settle()

    assert seen.page.locator("article").first.inner_text() != first
    assert seen.page.locator("article").count() == 20


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [page.path for page in PAGES])
def test_no_serious_barrier_on_any_page(opened: Open, path: str, scheme: str) -> None:
    """An automated check finds no serious or critical accessibility fault, in light and in dark."""
    seen = opened("" if path == PAGES[0].path else path, scheme=scheme)
    seen.page.wait_for_timeout(400)

    faults = _faults(seen.page)
    assert faults == []


def test_no_serious_barrier_in_the_evidence_drawer(opened: Open) -> None:
    """The same holds while the evidence of a cell is open."""
    seen = opened("?cell=ukraine.crimea")
    seen.page.get_by_role("dialog").get_by_text("What sets the cell").wait_for()

    assert _faults(seen.page) == []


@pytest.mark.parametrize("path", ["", *(page.path for page in PAGES[1:])])
def test_an_unknown_dossier_leads_to_those_that_are_here(opened: Open, path: str) -> None:
    """On every path the id, links to the dossiers that are here, and nothing else; a link opens it."""
    seen = opened(f"{path}?dossier=istanbul-20")
    seen.page.get_by_role("heading", name="This dossier cannot be shown").wait_for()
    shown = seen.page.get_by_test_id("stMain").inner_text().split("\n")

    assert [line for line in shown if line] == [
        "This dossier cannot be shown",
        "The link names the dossier 'istanbul-20', which is not here.",
        "Here are:",
        "istanbul-2022",
        "ukraine-2014-2026",
        "training-strait",
    ]
    assert seen.page.get_by_role("dialog").count() == 0

    seen.page.get_by_role("link", name="ukraine-2014-2026").click()
    seen.page.wait_for_url("**dossier=ukraine-2014-2026**")
    seen.page.locator(".st-key-source_line").wait_for()

    assert "2014" in seen.page.get_by_test_id("stSidebar").inner_text()
    assert seen.page.get_by_role("dialog").count() == 0


def test_serve_works_from_any_folder_on_a_folder(browser: Any, small_folder: Path, tmp_path: Path) -> None:
    """A dossier of one's own opens from anywhere, with the look and settings of the project."""
    relative = os.path.relpath(small_folder, tmp_path)
    environment = os.environ.get("PYTHONPATH", "")
    os.environ["PYTHONPATH"] = f"{ROOT}{os.pathsep}{environment}"
    try:
        with started([*SERVE, relative], tmp_path) as place:
            page = browser.new_page()
            page.goto(place)
            page.locator("button.cell").first.wait_for(timeout=20_000)
            sidebar = page.get_by_test_id("stSidebar").evaluate("e => getComputedStyle(e).backgroundColor")
            title = page.get_by_test_id("stSidebar").inner_text()
            page.close()
    finally:
        os.environ["PYTHONPATH"] = environment

    assert sidebar == "rgb(246, 247, 248)"
    assert "fictional" in title


def _faults(page: Any) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{fault['id']}: {node['html'][:160]}"
        for fault in found
        if fault["impact"] in _SERIOUS
        for node in fault["nodes"]
    ]


_FAINT = """() => {
  const linear = c => (c /= 255) <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4
  const light = ([r, g, b]) => .2126 * linear(r) + .7152 * linear(g) + .0722 * linear(b)
  const dot = document.createElement('canvas').getContext('2d', {willReadFrequently: true})
  const rgba = words => {
    dot.clearRect(0, 0, 1, 1); dot.fillStyle = words; dot.fillRect(0, 0, 1, 1)
    const [r, g, b, a] = dot.getImageData(0, 0, 1, 1).data
    return [r, g, b, a / 255]
  }
  const over = (one, ground) => ground.map((c, place) => one[place] * one[3] + c * (1 - one[3]))
  const upwards = element => element ? [element, ...upwards(element.parentElement)] : []
  const texts = '[data-testid=stCaptionContainer] :is(p, li), [data-tag] span'
  return [...document.querySelectorAll(texts)].map(text => {
    const above = upwards(text), grounds = above.map(one => rgba(getComputedStyle(one).backgroundColor))
    const ground = grounds.reverse().reduce((under, one) => over(one, under), [255, 255, 255])
    const opacity = above.reduce((all, one) => all * getComputedStyle(one).opacity, 1)
    const [r, g, b, a] = rgba(getComputedStyle(text).color)
    const both = [light(over([r, g, b, a * opacity], ground)), light(ground)].sort((x, y) => y - x)
    return [text.textContent, (both[0] + .05) / (both[1] + .05)]
  }).filter(([words, ratio]) => words.trim() && ratio < 4.5)
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["gaps", "movement"])
def test_captions_and_chosen_columns_can_be_read(opened: Open, path: str, scheme: str) -> None:
    """Grey caveats reach the contrast that WCAG AA asks of small text, as do the names of chosen columns."""
    seen = opened(f"{path}?dossier=ukraine-2014-2026", scheme=scheme)
    seen.page.locator("[data-testid=stCaptionContainer]").first.wait_for()
    seen.settle()

    assert seen.page.locator("[data-testid=stCaptionContainer] p").count() > 2
    assert seen.page.evaluate(_FAINT) == []


def test_the_landing_page_is_found_by_its_own_name(opened: Open) -> None:
    """Whoever types /compare is shown the view of the address, without a message."""
    seen = opened(f"{LANDING}?day=2022-03-10&cell=ukraine.crimea")
    seen.page.get_by_role("dialog").get_by_text("As of 10 Mar 2022").first.wait_for()

    assert PAGES[0].path == LANDING
    assert not seen.page.get_by_text("Page not found").count()
    assert "day=2022-03-10" in seen.page.url
    assert seen.errors == []
