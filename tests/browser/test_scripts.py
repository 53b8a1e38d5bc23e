"""Texts from right to left on screen: each runs its own way, and what stands beside it stays in place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.conftest import ROOT, SERVE, Open, Opened, _opener, started
from tests.conftest import Changed

NAME, SUMMARY = "الشمال (البر)", "يبقى المضيق مغلقا حتى 2031."
SPEAKER = "مرعي"
LONG = "Donaudampfschifffahrtsgesellschaftskapitaenswitwenrente"
# Words of a table that reach beyond the cell that they are in.
_OUTSIDE = """ones => ones.filter(one => {
  const ground = one.getBoundingClientRect()
  const range = document.createRange()
  range.selectNodeContents(one)
  const box = range.getBoundingClientRect()
  return box.left < ground.left - 1 || box.right > ground.right + 1
}).map(one => one.textContent)"""


@pytest.fixture
def opened_scripts(browser: Any, changed: Changed) -> Iterator[Open]:
    """The small dossier with a side and its words in Arabic."""
    folder = changed(
        dossier=[
            ("id: training-strait", "id: my-strait"),
            ("name: Northland", f"name: {NAME}"),
            ("name: Marga Quill", f"name: {SPEAKER}"),
            ("name: Tor Haldane", f"name: {SPEAKER}"),
            ("name: Patrols", f"name: {LONG}"),
            ("label: Joint teams, short: Joint teams", f"label: {LONG}"),
        ],
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
    assert seen.page.locator("bdi").filter(has_text=SPEAKER).count()
    assert seen.errors == []


def test_names_stay_whole_and_inside_what_they_are_drawn_in(opened_scripts: Open) -> None:
    """A bracket stays with its name, in a sentence and in a drawing; a word without a blank is broken."""
    for page in ("", "gaps", "movement?issues=patrols,inspection,access"):
        seen = opened_scripts(page)
        told = seen.page.evaluate(
            "() => [...document.querySelectorAll('.layout text, h1')].map(one => one.textContent)"
        )
        outside = seen.page.locator(".pin").evaluate_all(_OUTSIDE)

        cut = [one for one in seen.cut_labels() if one.startswith((LONG[:9], "\u2068"))]

        assert [*outside, *cut] == []
        assert not [one for one in told if one.count("\u2068") != one.count("\u2069")]
        assert not [one for one in told if "(البر\u2069)" in one]
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
