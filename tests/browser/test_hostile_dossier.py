"""Every page of the app shows hostile words letter by letter, and nothing but text comes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from components.pages import PAGES
from positions.model.dossier import Dossier
from positions.reading.dossier import load_dossier
from positions.text.direction import bare
from tests.browser.conftest import ROOT, SERVE, Open, Opened, _opener, started
from tests.hostile.dossier import hostile_dossier

SOURCE = (
    "https://y.invalid/a_(b)?c=d&amp;e=%20#f"  # the one address of the hostile dossier that may be a link
)
# The words, links and other elements of a page, also inside components, whose pages are of their own.
_SEEN = """() => {
  const seen = { text: '', links: [], marked: [], pictures: [], handlers: [], ran: window.hostile ?? null }
  const visit = (root) => {
    for (const one of root.querySelectorAll('*')) {
      if (one.shadowRoot) { seen.text += one.shadowRoot.textContent; visit(one.shadowRoot) }
      if (one.localName === 'a' && one.hasAttribute('href')) seen.links.push(one.href)
      if (one.localName === 'img') seen.pictures.push(one.src)
      for (const { name } of one.attributes) if (name.startsWith('on')) seen.handlers.push(one.outerHTML)
      const text = ["stMarkdownContainer", "stCaptionContainer", "stHtml"]
      const markdown = one.closest(text.map((kind) => `[data-testid=${kind}]`).join(", "))
      const other = 'img, code, pre, del, sup, em, hr, blockquote, ol ol, .katex, [role=img]'
      // Links of headings whose words are ours, and from the contents to them.
      const link = 'a:not([aria-label="Link to heading"], nav.contents a[href^="#section-"])'
      if (markdown && one.matches(`${link}, ${other}`)) seen.marked.push(one.outerHTML)
    }
  }
  seen.text += document.body.textContent
  visit(document)
  return seen
}"""

_UNFOLD = """() => {
  const folded = '[data-testid=stExpander] details:not([open]) > summary'
  for (const one of document.querySelectorAll(folded)) one.click()
}"""


@dataclass(frozen=True)
class HostileApp:
    """The app on the hostile dossier: what opens a page of it, and the dossier."""

    open: Open
    dossier: Dossier


@pytest.fixture(scope="module")
def hostile(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[HostileApp]:
    """The app, serving a dossier whose every text is hostile."""
    folder: Path = tmp_path_factory.mktemp("hostile") / "dossier"
    hostile_dossier(folder)
    with started([*SERVE, str(folder)], ROOT) as place:
        opener = _opener(browser, place)
        yield HostileApp(next(opener), load_dossier(folder))
        next(opener, None)


def letters(text: str) -> str:
    """A text without blanks and signs of direction."""
    return "".join(bare(text).split())


def lacking(text: str, words: list[str]) -> list[str]:
    """The words that do not stand in a text letter by letter."""
    seen = letters(text)
    return [one for one in words if letters(one) not in seen]


def only_text(opened: Opened) -> Any:
    """What is seen on the page, once it is sure that nothing in it was read as anything but text."""
    seen = opened.page.evaluate(_SEEN)
    here = opened.page.url.split("/", 3)[:3]
    outside = {one.partition(":~:text=")[0] for one in seen["links"] if one.split("/", 3)[:3] != here}

    assert outside <= {SOURCE}
    assert seen["marked"] == []
    assert seen["handlers"] == []
    assert seen["ran"] is None
    assert all(one.startswith(("data:image/", "/".join(here))) for one in seen["pictures"])
    assert opened.errors == []
    assert [one for one in opened.requests if "invalid" in one.split("?")[0]] == []
    return seen


def _names(dossier: Dossier) -> list[str]:
    return [issue.name for issue in dossier.issues]


def _sides(dossier: Dossier) -> list[str]:
    return [party.name for party in dossier.parties if party.kind == "state"]


WORDS: dict[str, Callable[[Dossier], list[str]]] = {
    "compare": lambda dossier: [dossier.title, *_names(dossier), *_sides(dossier)],
    "issue": lambda dossier: [dossier.issues[0].name, dossier.issues[0].question, *_sides(dossier)],
    "gaps": lambda dossier: [*_names(dossier)[:5], *_sides(dossier)],
    "movement": lambda dossier: [*_names(dossier)[:5], *_sides(dossier)],
    "briefing": lambda dossier: [dossier.title, *_names(dossier)],
    "evidence": lambda dossier: [one.name for one in dossier.speakers if one.id in ("norrin", "sudby")],
    "sources": lambda dossier: [one.title for one in dossier.sources],
    "method": lambda dossier: [*dossier.limits, dossier.naming_note, dossier.licence],
    "your-data": lambda dossier: [dossier.title],
}


@pytest.mark.parametrize("page", [page.path for page in PAGES])
def test_a_page_shows_hostile_words_letter_by_letter(hostile: HostileApp, page: str) -> None:
    """What stands in the dossier stands on the page, its folded parts opened too, and nothing comes of it."""
    opened = hostile.open("" if page == PAGES[0].path else page)
    opened.page.evaluate(_UNFOLD)
    opened.settle()
    seen = only_text(opened)

    assert lacking(seen["text"], WORDS[page](hostile.dossier)) == []


def test_the_evidence_of_a_cell_is_text(hostile: HostileApp) -> None:
    """Title, question, summary and speaker in the drawer are those of the dossier."""
    statement = next(one for one in hostile.dossier.statements if one.id == "gazette-1")
    speaker = next(one for one in hostile.dossier.speakers if one.id == statement.speaker)
    opened = hostile.open("?cell=northland.access")
    opened.page.get_by_role("dialog").wait_for()
    opened.settle()
    seen = only_text(opened)

    assert lacking(seen["text"], [statement.summary, speaker.name, speaker.office]) == []


def test_a_hint_under_the_pointer_is_text(hostile: HostileApp) -> None:
    """The name of the next issue stands in its hint letter by letter."""
    opened = hostile.open("issue")
    opened.page.get_by_role("button", name="→").hover()
    hint = opened.page.get_by_role("tooltip")
    hint.wait_for()

    assert lacking(hint.inner_text(), [hostile.dossier.issues[1].name]) == []
    only_text(opened)


def test_options_of_a_list_are_text(hostile: HostileApp) -> None:
    """The names of the issues stand in the list that opens as they are."""
    opened = hostile.open("issue")
    opened.page.locator("[data-testid=stSelectbox]").last.click()
    options = opened.page.get_by_role("option")
    options.first.wait_for()

    assert lacking(" ".join(options.all_inner_texts()), _names(hostile.dossier)) == []
    only_text(opened)


def test_a_view_alone_is_text(hostile: HostileApp) -> None:
    """The picture of a view, for a screenshot, makes nothing of its words."""
    only_text(hostile.open("?view=matrix"))
