"""A link to a sentence leads there: every coded phrase, in local copies of the texts, in Chromium."""

from __future__ import annotations

import html
import os
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from positions.model.dossier import Dossier
from positions.model.sources import Source
from positions.model.statements import Statement
from positions.reading.dossier import load_dossier
from positions.reading.source_texts import TEXTS_VARIABLE, SourceText, phrase_in, source_texts
from positions.text.source_links import Place, sentence_link
from tests.conftest import SMALL

# Istanbul's texts belong to their papers: they are tested where a folder with copies is named.
TEXTS = os.environ.get(TEXTS_VARIABLE, "")
# Waits until the words between two places, each a paragraph and a sign in it, are in the window.
_LANDED = """(places) => new Promise(done => {
  const range = document.createRange(), lines = document.getElementById('text').children
  const at = ([line, sign]) => [lines[line].firstChild ?? lines[line], sign]
  range.setStart(...at(places[0])); range.setEnd(...at(places[1]))
  const look = tries => {
    const box = range.getBoundingClientRect()
    const landed = scrollY > 0 && box.top >= 0 && box.bottom <= innerHeight
    if (landed || tries === 0) done(landed); else setTimeout(look, 20, tries - 1)
  }
  look(25)
})"""


def page_of(text: str) -> bytes:
    """A text as a page: a paragraph for each line, and for an empty one more than a window is high."""
    lines = "".join(f"<p>{html.escape(line, quote=False)}</p>" for line in text.split("\n"))
    look = "p { white-space: pre-wrap; margin: 0 } p:empty { height: 120vh } #text { padding: 200vh 0 }"
    return f"<!doctype html><meta charset=utf-8><style>{look}</style><div id=text>{lines}</div>".encode()


@pytest.fixture(scope="module")
def pages() -> Iterator[tuple[dict[str, bytes], str]]:
    """Pages by path, to be filled by a test, and where they are served."""
    found: dict[str, bytes] = {}

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            content = found.get(self.path.strip("/"))
            self.send_response(200 if content else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(content or b"")

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield found, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def window(browser: Any) -> Iterator[Any]:
    """One window for all links."""
    made = browser.new_page()
    yield made
    made.close()


def links_of(
    dossier: Dossier, texts: dict[str, SourceText], address: str
) -> Iterator[tuple[Statement, Place, str]]:
    """Every statement whose phrase stands in its copy, where, and the link to it; each place once."""
    seen = set()
    for one in dossier.statements:
        text = texts[one.source]
        place = phrase_in(one, text)
        if place and text.text and (one.source, place) not in seen:
            seen.add((one.source, place))
            at = Place(text.text, *place)
            source = next(each for each in dossier.sources if each.id == one.source)
            link = sentence_link(_served(source, address), one.phrase, at)
            yield one, at, str(link)


def _served(source: Source, address: str) -> Source:
    return source.model_copy(update={"url": f"{address}/{source.id}"})


@pytest.mark.parametrize("name", ["training-strait", "istanbul-2022"])
def test_every_coded_phrase_is_in_the_window(name: str, window: Any, pages: Any) -> None:
    """Opened at its link the page is scrolled to the very words, those that occur twice too."""
    dossier = load_dossier(name)
    folder = SMALL / "texts" if name == "training-strait" else Path(TEXTS)
    texts = source_texts(dossier, folder)
    if not TEXTS and name != "training-strait":
        pytest.skip(f"{TEXTS_VARIABLE} names no folder with copies of the texts")
    found, address = pages
    found |= {one.source: page_of(one.text) for one in texts.values() if one.text}
    links = list(links_of(dossier, texts, address))
    missed = [(one.id, link) for one, at, link in links if not _lands(window, link, at)]

    assert links
    assert not missed


def _lands(page: Any, link: str, at: Place) -> bool:
    """Whether the page at a link, loaded anew, comes to rest with the words in its window."""
    page.goto("about:blank")
    page.goto(link)
    return bool(page.evaluate(_LANDED, [_line_and_sign(at.text, place) for place in (at.start, at.end)]))


def _line_and_sign(text: str, place: int) -> list[int]:
    return [text.count("\n", 0, place), place - text.rfind("\n", 0, place) - 1]


def test_a_phrase_that_occurs_twice_lands_on_its_own_place(window: Any, pages: Any) -> None:
    """The second of two equal phrases is found, in the middle and at the ends of a paragraph."""
    text = "They want peace now. He said: they want peace soon.\n\nThey want peace\n\nand they want peace"
    found, address = pages
    found["twice"] = page_of(text)
    source = Source.model_validate(
        {
            "id": "twice",
            "type": "webpage",
            "title": "T",
            "URL": f"{address}/twice",
            "custom": {"short_name": "T"},
        }
    )
    places = [Place(text, start, start + 10) for start in (5, 35)]

    for at in (*places, Place(text, text.rindex("want"), len(text))):
        assert _lands(window, str(sentence_link(source, "want peace", at)), at)
