"""Streamlit shows texts letter by letter in every kind of element that reads Markdown."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from components.app.escape import escaped
from tests.browser.conftest import ROOT, Opened, _opener, started
from tests.hostile.fuzz import LONG
from tests.hostile.words import SIGNS, WORDS

PER_PAGE = 100  # texts that are drawn at once
PAGES = 100 if LONG else 1
SCRIPT = Path(__file__).parent / "every_widget.py"
OPTIONS = ("--server.headless=true", "--server.address=127.0.0.1", "--browser.gatherUsageStats=false")
BESIDE = ("pills", "segments")  # labels that are not from data
_READ = """number => {
  const drawn = document.querySelector(`.st-key-text_${number}`)
  const still = '.still-text :is(h2, p, li, caption, th, td)'
  const places = `[data-testid=stMarkdownContainer], [data-testid=stCaptionContainer], ${still}`
  const other = 'img, .katex, code, del, sup, em, hr, blockquote, ol, li li, [role=img]'
  return {
    texts: [...drawn.querySelectorAll(places)].map((one) => one.textContent.replace(/\\n/g, '')),
    links: [...drawn.querySelectorAll('a')].map((one) => one.href),
    other: drawn.querySelectorAll(other).length,
  }
}"""


class _Widgets(started):
    """The page of `every_widget.py` for a file of texts."""

    def __init__(self, texts: Path) -> None:
        super().__init__([], ROOT)
        run = [sys.executable, "-m", "streamlit", "run", str(SCRIPT), *OPTIONS]
        self.command = [*run, f"--server.port={self.port}", "--", str(texts)]


@pytest.fixture
def drawn(browser: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A function that draws texts on a page and opens it."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    texts = tmp_path / "texts.json"
    texts.write_text("[]", encoding="utf-8")
    with _Widgets(texts) as place:
        open_path = next(opener := _opener(browser, place))

        def draw(words: list[str]) -> Opened:
            texts.write_text(json.dumps(words), encoding="utf-8")
            opened: Opened = open_path()
            opened.page.locator(f".st-key-text_{len(words) - 1} [data-testid=stPageLink]").wait_for()
            return opened

        yield draw
        next(opener, None)  # closes its pages


def _misread(opened: Opened, number: int, text: str) -> list[object]:
    """What stands on the page for a text but is not its letters; links and other elements made of it."""
    found = opened.page.evaluate(_READ, number)
    line = " ".join(text.split())
    right = {line, f"first{line}", *BESIDE}
    links = [one for one in found["links"] if one != "https://h.invalid/"]
    wrong = [one for one in found["texts"] if one not in right]
    few = [] if len(found["texts"]) == 25 else [len(found["texts"])]
    return [*wrong, *links, *few, *([found["other"]] if found["other"] else [])]


def test_hostile_words_are_shown_letter_by_letter(drawn: Any) -> None:
    """No word becomes a link, formula, icon, emoji, colour, arrow or list in any kind of element."""
    opened = drawn(list(WORDS))

    assert {
        text: wrong for number, text in enumerate(WORDS) if (wrong := _misread(opened, number, text))
    } == {}
    assert opened.errors == []
    assert not [one for one in opened.requests if "invalid" in one]


def test_any_signs_are_shown_letter_by_letter(drawn: Any) -> None:
    """Signs of Markdown, addresses and emoji in any order stay the signs they are."""
    chosen = random.Random(7)
    for _ in range(PAGES):
        texts = ["".join(chosen.choices(SIGNS, k=chosen.randint(1, 9))) for _ in range(PER_PAGE)]
        texts = [text if text.strip() else "a" for text in texts]
        opened = drawn(texts)
        wrong = [(text, one) for number, text in enumerate(texts) if (one := _misread(opened, number, text))]
        opened.page.close()

        assert wrong == []


def test_a_bare_backslash_would_not_do(drawn: Any) -> None:
    """The page can tell: a link made of text that is not escaped is seen."""
    opened = drawn(["plain"])

    assert _misread(opened, 0, "other") != []
    assert escaped("www.x.org") != r"www\.x\.org"
