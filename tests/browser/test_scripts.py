"""Texts from right to left on screen: each runs its own way, and what stands beside it stays in place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.conftest import ROOT, SERVE, Open, Opened, _opener, started
from tests.conftest import Changed

NAME, SUMMARY = "الشمال", "يبقى المضيق مغلقا حتى 2031."


@pytest.fixture
def opened_scripts(browser: Any, changed: Changed) -> Iterator[Open]:
    """The small dossier with a side and its words in Arabic."""
    folder = changed(
        dossier=[("id: training-strait", "id: my-strait"), ("name: Northland", f"name: {NAME}")],
        statements=[("Norrin says that no foreign boat passes until the stocks have grown again.", SUMMARY)],
    )
    with started([*SERVE, str(folder)], ROOT) as place:
        yield from _opener(browser, place)


def direction(seen: Opened, pattern: str, text: str) -> str:
    """Which way the element that holds a text runs."""
    place = seen.page.locator(pattern).filter(has_text=text).first
    return str(place.evaluate("element => getComputedStyle(element).direction"))


def test_each_text_of_matrix_and_drawer_runs_its_own_way(opened_scripts: Open) -> None:
    """A name and a summary run left; a line in English about that name runs right."""
    seen = opened_scripts()
    seen.cell(f"{NAME}, Access").wait_for()

    assert direction(seen, "thead span[dir=auto]", NAME) == "rtl"
    assert direction(seen, "td.gap div[dir=auto]", f"Southland – {NAME}") == "ltr"

    seen.cell(f"{NAME}, Access").click()
    seen.page.get_by_role("dialog").get_by_text(SUMMARY).wait_for()

    assert direction(seen, "p.summary", SUMMARY) == "rtl"
    assert direction(seen, "p.speaker", "speaks for") == "ltr"
    assert direction(seen, "article bdi.side", NAME) == "rtl"
    assert seen.errors == []


def test_a_number_after_a_name_stays_after_it(opened_scripts: Open) -> None:
    """In the finding as it is drawn, and not only in its text, nothing changes its place."""
    seen = opened_scripts()
    places = seen.page.evaluate(
        """name => {
          const title = [...document.querySelectorAll('h1')].find(one => one.textContent.includes(name))
          const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT)
          const found = []
          while (walker.nextNode()) {
            const text = walker.currentNode.data
            for (const word of ['Southland', name, '3 of 4 steps']) {
              const start = text.indexOf(word)
              if (start < 0) continue
              const range = document.createRange()
              range.setStart(walker.currentNode, start)
              range.setEnd(walker.currentNode, start + word.length)
              found.push([word, range.getBoundingClientRect().left])
            }
          }
          return found
        }""",
        NAME,
    )
    words = [word for word, _ in sorted(places, key=lambda place: place[1])]

    assert words == ["Southland", NAME, "3 of 4 steps"]
    assert seen.errors == []
