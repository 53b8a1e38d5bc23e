"""The handed-out HTML file in a real browser: readable for all, on a desk, a phone and paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from components.briefing.content import Briefing
from components.briefing.html import html
from tests.components.briefing.handed_out import istanbul_briefing, small_briefing, wide_briefing

_BRIEFINGS: dict[str, Callable[[], Briefing]] = {
    "istanbul": istanbul_briefing,
    "small": small_briefing,
    "wide": wide_briefing,
}
_OUTSIDE = """() => [...document.querySelectorAll(
    'figure text, figcaption, h1, .cell b, .cell span, footer p')]
  .filter(one => { const box = one.getBoundingClientRect()
    return box.width && !one.closest('.scroll') && (box.left < -1 || box.right > innerWidth + 1) })
  .map(one => one.textContent)"""


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A tab that remembers what it asked for."""
    made = browser.new_page()
    made.asked = []
    made.on("request", lambda request: made.asked.append(request.url))
    yield made
    made.close()


def shown(page: Any, name: str, folder: Path, width: int) -> Any:
    """The page with the briefing opened from a file at a width."""
    path = folder / f"{name}.html"
    path.write_bytes(html(_BRIEFINGS[name]()))
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(path.as_uri())
    return page


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", _BRIEFINGS)
def test_no_barrier_and_nothing_fetched(page: Any, name: str, width: int, tmp_path: Path) -> None:
    """axe finds no fault of any weight, and the file asks for nothing but itself."""
    faults = Axe().run(shown(page, name, tmp_path, width)).response["violations"]

    assert [(fault["id"], [node["html"][:120] for node in fault["nodes"]]) for fault in faults] == []
    assert len(page.asked) == 1


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", _BRIEFINGS)
def test_nothing_runs_over_the_edge(page: Any, name: str, width: int, tmp_path: Path) -> None:
    """The page does not scroll sideways, and no text of a drawing is cut."""
    opened = shown(page, name, tmp_path, width)

    assert opened.evaluate("document.documentElement.scrollWidth") == width
    assert opened.evaluate(_OUTSIDE) == []


def test_a_note_is_one_key_away_and_leads_back(page: Any, tmp_path: Path) -> None:
    """Enter on the number of a note shows the statement, and its link the cell again."""
    opened = shown(page, "istanbul", tmp_path, 1280)
    opened.locator(".refs a").first.press("Enter")
    assert opened.locator(".notes li:target").count() == 1

    opened.locator(".notes li:target a").last.press("Enter")
    assert opened.locator("td:target").count() == 1
