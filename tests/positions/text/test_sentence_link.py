"""A link to the very words: what a browser reads out of it is the phrase, whatever signs are in it."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from positions.model.sources import Source, SourceDetails
from positions.text.citation import source_citation
from positions.text.sources import sentence_link, sentence_links


def source(address: str | None) -> Source:
    """A source at an address."""
    found = {"id": "s", "type": "webpage", "title": "T", "custom": {"short_name": "S"}}
    return Source.model_validate({**found, **({"URL": address} if address else {})})


PAGE = "https://example.org/a?b=c"


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=60))
def test_the_phrase_can_be_read_back(phrase: str) -> None:
    """None of the signs that part a fragment stands in it unwritten: hyphen, comma, ampersand."""
    page, _, words = str(sentence_link(source(PAGE), phrase)).partition("#:~:text=")

    assert page == PAGE
    assert unquote(words) == phrase
    assert not set(words) & set("-,& #")


@pytest.mark.parametrize(
    ("address", "phrase", "expected"),
    [
        (PAGE, None, PAGE),
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
def test_by_hand(address: str | None, phrase: str | None, expected: str | None) -> None:
    """Without words the page, without a page nothing; a fragment that is there stays."""
    assert sentence_link(source(address), phrase) == expected


def test_words_of_a_further_page_lead_to_it() -> None:
    """It comes first, at the words; the source's own page does not promise words that it lacks."""
    further, words = "https://example.org/b", "https://example.org/b#:~:text=some%20words"

    found = sentence_links(source(PAGE), "some words", at=further)
    assert found == (("page with the words", words), ("original", PAGE))
    assert sentence_link(source(None), "some words", at=further) == words


def test_an_archived_copy_is_shown_first() -> None:
    """Where one is recorded it comes before the page, with its day, both at the words."""
    custom = {"short_name": "S", "archived_url": "https://archive.example/1", "archived_on": "2031-05-10"}
    found = Source.model_validate({**source(PAGE).model_dump(by_alias=True), "custom": custom})

    assert sentence_links(found, "words") == (
        ("archived copy of 10 May 2031", "https://archive.example/1#:~:text=words"),
        ("original", f"{PAGE}#:~:text=words"),
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
