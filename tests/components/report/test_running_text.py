"""A view in words leaves as Markdown and rich text with footnotes that are there, and as text alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from components.report.content import Briefing
from components.report.running_text import html_of, markdown_of, text_markdown
from positions.reading.dossier import load_dossier
from positions.text.paragraphs import MOVED, running_text
from positions.text.sentences import in_list
from tests.components.report.handed_out import (
    compared,
    hostile_briefing,
    istanbul_briefing,
    silent_briefing,
    small_briefing,
    view_on,
    wide_briefing,
)
from tests.components.report.test_markdown import shown
from tests.positions.export.hostile import HOSTILE

VIEWS: dict[str, Callable[[], Briefing]] = {
    "small": small_briefing,
    "istanbul": istanbul_briefing,
    "wide": wide_briefing,
    "hostile": hostile_briefing,
    "silent": silent_briefing,
}


class Reader(HTMLParser):
    """Collects the texts, tags and anchors of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.tags: set[str] = set()
        self.anchors: list[str] = []
        self.leads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what is opened, and what it is called and leads to."""
        self.tags.add(tag)
        written = dict(attrs)
        self.anchors += [written["name"] or ""] if "name" in written else []
        self.leads += [(written["href"] or "").removeprefix("#")] if "href" in written else []

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.texts.append(data)


def read(html: str) -> Reader:
    """A page, read."""
    reader = Reader()
    reader.feed(html)
    return reader


def sentences(made: Briefing) -> list[str]:
    """All sentences of a briefing's text."""
    return [one.words for each in made.text.passages for part in each.paragraphs for one in part]


def plain(words: str) -> str:
    """Words on one line."""
    return " ".join(words.split())


@pytest.mark.parametrize("view", VIEWS)
def test_markdown_has_every_sentence_and_defines_each_footnote_once(view: str) -> None:
    """A renderer finds a footnote for every number, in the order in which the text names them."""
    made = VIEWS[view]()
    written = text_markdown(made).decode()
    defined = re.findall(r"^\[\^(\d+)\]: ", written, re.MULTILINE)
    named = re.findall(r"\[\^(\d+)\](?!:)", written)
    text = re.sub(r"\[\^\d+\]:? ?", "", shown(re.sub(r"\[\^\d+\](?!:)", "", written)))

    assert defined == list(dict.fromkeys(named)) == [str(one) for one in made.text.numbers.values()]
    assert not [one for one in sentences(made) if plain(one) not in text]
    assert not [words for _, words in made.text.notes if plain(words) not in text]
    assert "  " not in re.sub(r"\n", "", written)


@pytest.mark.parametrize("view", VIEWS)
def test_rich_text_has_every_sentence_and_each_number_leads_to_its_note_and_back(view: str) -> None:
    """Nothing of a dossier is read as markup, and no link leads nowhere."""
    made = VIEWS[view]()
    page = read(html_of(made.text))
    text = plain("".join(page.texts))
    bare = plain(re.sub(r"<sup>\d+</sup>", "", html_of(made.text)))

    assert page.tags <= {"h2", "p", "ul", "li", "i", "a", "sup", "div", "hr"}
    assert sorted(page.anchors) == sorted(page.leads)
    assert len(page.anchors) == len(set(page.anchors)) == 2 * len(made.text.notes)
    assert not [words for _, words in made.text.notes if plain(words) not in text]
    assert "<script" not in bare


def test_a_passage_alone_begins_with_note_one() -> None:
    """What is copied stands by itself, with its day and its source line."""
    made = istanbul_briefing().text
    moved = next(one for one in made.passages if one.id == MOVED)
    written = markdown_of(made.alone(moved))

    assert written.startswith("## What moved since 3 Mar 2022, as of 5 Apr 2022\n\n")
    assert re.findall(r"\[\^(\d+)\]", written)[0] == "1"
    assert "Toward and away from compare" in written
    assert "*As of 5 Apr 2022 · " in written


def test_hostile_texts_stay_text() -> None:
    """Formulas and markup in a dossier are shown as they were written."""
    made = hostile_briefing()
    text, page = shown(text_markdown(made).decode()), plain("".join(read(html_of(made.text)).texts))

    told = [
        one
        for one in HOSTILE
        if any(one in words for words in (*sentences(made), *dict(made.text.notes).values()))
    ]
    assert told
    assert not [one for one in told if plain(one) not in text or plain(one) not in page]


def test_a_long_paragraph_is_a_list_of_all_its_sentences() -> None:
    """Eleven members in one block cannot be read; below each other nothing of them is lost."""
    made = running_text(compared(view_on(load_dossier("ukraine-2014-2026"))))
    (says, *_) = made.passages
    long = [paragraph for paragraph in says.paragraphs if in_list(paragraph)]
    written = markdown_of(made)

    assert len(long) >= 1
    assert written.count("\n* ") == sum(
        len(paragraph) for passage in made.passages for paragraph in passage.paragraphs if in_list(paragraph)
    )
    assert len(read(html_of(made)).tags & {"ul", "li"}) == 2
