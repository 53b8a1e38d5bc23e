"""The end of an address that leads to the words: told apart from the same words elsewhere, or a page."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from positions.analysis.data_change import said_since
from positions.export.view_json import view_json
from positions.feed import atom_feed
from positions.model.sources import Source, SourceDetails
from positions.reading.source_texts import TEXTS, TEXTS_VARIABLE
from positions.tables import Tables
from positions.text.citation import source_citation
from positions.text.source_links import Place, fragment, link_to_words, sentence_link, sentence_links
from tests.positions.factories import MODEST, dossier_of, said, view_at

PAGE = "https://example.org/a"
TEXT = "They want peace now. He said: they want peace soon.\nThe talks, they say,\nwant peace."
GAZETTE = "https://example.org/gazette"
GAZETTE_TEXT = "The dam stays closed, he wrote. In the evening he said that the dam stays closed."


def place(words: str, after: str = "") -> Place:
    """The words in TEXT, behind others."""
    start = TEXT.index(words, TEXT.index(after))
    return Place(TEXT, start, start + len(words))


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (place("He said"), ":~:text=He%20said"),
        (place("want peace"), ":~:text=They-,want%20peace,-now."),
        (place("want peace", "said"), ":~:text=they-,want%20peace,-soon."),
        (place("want peace", "say"), ":~:text=want%20peace,-."),
        (place("ant peac", "say"), ":~:text=want%20peace,-."),  # a browser finds whole words alone
        (place("they say,\nwant"), ":~:text=they%20say%2C,want"),
    ],
)
def test_by_hand(at: Place, expected: str) -> None:
    """As few words before and behind as tell it apart; words of two lines are named by first and last."""
    assert fragment(PAGE, "", at) == expected


@pytest.mark.parametrize(
    ("address", "text", "expected"),
    [
        ("https://example.org/a.pdf", "one\fand two\fthree", "page=2"),
        ("https://example.org/a.PDF?x=1", "and two", ""),
        (PAGE, "one\fand two\fthree", ":~:text=two"),
    ],
)
def test_a_page_of_a_pdf(address: str, text: str, expected: str) -> None:
    """Form feeds end the pages of a copy; without them no page is made up."""
    start = text.index("two")

    assert fragment(address, "two", Place(text, start, start + 3)) == expected


def test_without_a_copy_the_phrase_stands_alone() -> None:
    """Nobody knows then whether it occurs once; of a PDF no page is known."""
    assert fragment(PAGE, "cease-fire, now", None) == ":~:text=cease%2Dfire%2C%20now"
    assert fragment(f"{PAGE}.pdf", "now", None) == ""


_WORDS = st.lists(
    st.sampled_from(["we", "want", "peace", "now,", "peace-now", "“soon”"]), min_size=1, max_size=14
)


@given(_WORDS, st.data())
@MODEST
def test_the_words_with_their_neighbours_stand_once_if_that_is_possible(
    words: list[str], data: st.DataObject
) -> None:
    """Read back, a fragment is what stands around the place, and no shorter one would do where it is long."""
    text = " ".join(words)
    first = data.draw(st.integers(0, len(words) - 1))
    start = len(" ".join(words[:first])) + (1 if first else 0)
    found = fragment(PAGE, "", Place(text, start, start + len(words[first])))
    prefix, exact, suffix = _read(found)
    whole = " ".join(part for part in (prefix, exact, suffix) if part)

    assert exact == words[first]
    assert whole in text
    assert text.startswith(whole, max(0, start - len(prefix) - (1 if prefix else 0)))
    assert not prefix + suffix or len(re.findall(f"(?={re.escape(exact)})", text)) > 1


def _read(found: str) -> tuple[str, str, str]:
    parts = [*found.removeprefix(":~:text=").split(",")]
    prefix = parts.pop(0).removesuffix("-") if parts[0].endswith("-") else ""
    suffix = parts.pop().removeprefix("-") if parts[-1].startswith("-") else ""
    assert len(parts) == 1
    return unquote(prefix), unquote(parts[0]), unquote(suffix)


@pytest.fixture
def tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tables:
    """One statement whose words stand twice in its source, of which a copy is kept."""
    monkeypatch.delenv(TEXTS_VARIABLE, raising=False)
    start = GAZETTE_TEXT.rindex("the dam stays")
    one = said("a", "north_head", 0, phrase="dam stays closed", start=start, end=len(GAZETTE_TEXT))
    dossier = dossier_of([one])
    sources = [source.model_copy(update={"url": GAZETTE}) for source in dossier.sources]
    (tmp_path / TEXTS).mkdir()
    (tmp_path / TEXTS / "gazette.txt").write_text(GAZETTE_TEXT, encoding="utf-8")
    return Tables(dossier.model_copy(update={"sources": tuple(sources)}), tmp_path)


def test_record_and_feed_lead_to_the_sentence_that_was_coded(tables: Tables) -> None:
    """Both have the words before the phrase, without which a browser stops at the first of the two."""
    (one,) = tables.dossier.statements
    (row,) = json.loads(view_json(view_at(tables), "statements"))["statements"]
    feed = ET.fromstring(atom_feed(said_since(tables.dossier, dt.date.min), tables, dt.date(2030, 6, 1)))

    (link,) = [node.get("href") for node in feed.iter() if node.get("href")]

    assert link_to_words(one, tables) == row["link"] == link
    assert unquote(link or "") == f"{GAZETTE}#:~:text=the-,dam stays closed,-."


def test_without_a_copy_the_words_alone_are_named(tables: Tables, tmp_path: Path) -> None:
    """No copy, another copy, and a dossier that has no folder lead to the phrase as before."""
    (one,) = tables.dossier.statements
    plain = sentence_link(tables.sources["gazette"], one.phrase)
    (tmp_path / TEXTS / "gazette.txt").write_text("Something else.", encoding="utf-8")

    assert link_to_words(one, Tables(tables.dossier, tmp_path)) == plain
    assert link_to_words(one, Tables(tables.dossier, tmp_path / "gone")) == plain


def test_a_copy_that_is_put_there_later_is_read(tables: Tables, tmp_path: Path) -> None:
    """Nobody has to start anew for an address at the sentence."""
    (one,) = tables.dossier.statements
    copy = tmp_path / TEXTS / "gazette.txt"
    with_copy = link_to_words(one, tables)
    copy.unlink()
    without = link_to_words(one, tables)
    copy.write_text(GAZETTE_TEXT, encoding="utf-8")

    assert without == sentence_link(tables.sources["gazette"], one.phrase) != with_copy
    assert link_to_words(one, tables) == with_copy


def source(address: str | None) -> Source:
    """A source at an address."""
    found = {"id": "s", "type": "webpage", "title": "T", "custom": {"short_name": "S"}}
    return Source.model_validate({**found, **({"URL": address} if address else {})})


QUERY_PAGE = "https://example.org/a?b=c"


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=60))
def test_the_phrase_can_be_read_back(phrase: str) -> None:
    """None of the signs that part a fragment stands in it unwritten: hyphen, comma, ampersand."""
    page, _, words = str(sentence_link(source(QUERY_PAGE), phrase)).partition("#:~:text=")

    assert page == QUERY_PAGE
    assert unquote(words) == phrase
    assert not set(words) & set("-,& #")


@pytest.mark.parametrize(
    ("address", "phrase", "expected"),
    [
        (QUERY_PAGE, None, QUERY_PAGE),
        (None, "some words", None),
        ("ftp://example.org", "some words", None),
        (
            "https://example.org/a#part",
            "cease-fire, now",
            "https://example.org/a#part:~:text=cease%2Dfire%2C%20now",
        ),
        (
            "https://example.org/a",
            "«нейтралитет»",
            "https://example.org/a#:~:text=%C2%AB%D0%BD%D0%B5%D0%B9%D1%82%D1%80%D0%B0%D0%BB%D0%B8%D1%82%D0%B5%D1%82%C2%BB",
        ),
    ],
)
def test_addresses_by_hand(address: str | None, phrase: str | None, expected: str | None) -> None:
    """Without words the page, without a page nothing; a fragment that is there stays."""
    assert sentence_link(source(address), phrase) == expected


def test_words_of_a_further_page_lead_to_it() -> None:
    """It comes first, at the words; the source's own page does not promise words that it lacks."""
    further, words = "https://example.org/b", "https://example.org/b#:~:text=some%20words"

    found = sentence_links(source(QUERY_PAGE), "some words", at=further)
    assert found == (("page with the words", words), ("original", QUERY_PAGE))
    assert sentence_link(source(None), "some words", at=further) == words


def test_an_archived_copy_is_shown_first() -> None:
    """Where one is recorded it comes before the page, with its day, both at the words."""
    custom = {"short_name": "S", "archived_url": "https://archive.example/1", "archived_on": "2031-05-10"}
    found = Source.model_validate({**source(QUERY_PAGE).model_dump(by_alias=True), "custom": custom})

    assert sentence_links(found, "words") == (
        ("archived copy of 10 May 2031", "https://archive.example/1#:~:text=words"),
        ("original", f"{QUERY_PAGE}#:~:text=words"),
    )
    assert "archived 10 May 2031 at https://archive.example/1" in source_citation(found)


@pytest.mark.parametrize(
    "custom",
    [
        {"archived_url": "archive.example/1"},
        {"archived_url": "javascript:alert(1)"},
        {"archived_url": "https://archive.example/1", "archived_on": "2031-05"},
        {"archived_url": "https://archive.example/1", "archived_on": "10 May"},
        {"archived_on": "2031-05-10"},
    ],
)
def test_an_archived_copy_has_an_address_of_the_web_and_a_day(custom: dict[str, str]) -> None:
    """Anything else is a fault of the record."""
    with pytest.raises(ValidationError, match="archived"):
        SourceDetails.model_validate({"short_name": "S", **custom})
