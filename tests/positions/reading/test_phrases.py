"""Phrases are found however marks, blanks and letters are written, and another word is never found."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.reading.phrases import ComparedText, phrase_place
from tests.positions.factories import MANY


def found(phrase: str, text: str) -> str | None:
    """The characters of the text that the phrase stands for."""
    place = phrase_place(phrase, text)
    return text[place[0] : place[1]] if place else None


@pytest.mark.parametrize(
    ("phrase", "text", "characters"),
    [
        ("обов'язки сторін", "Про обов\u02bcязки сторін.", "обов\u02bcязки сторін"),
        ("здоров\u02bcя", "за здоров\u2019я!", "здоров\u2019я"),
        ("здоров\u2019я", "за здоров\u2018я!", "здоров\u2018я"),
        ("замок", "старый за\u0301мок", "за\u0301мок"),
        ("майно", "все маи\u0306но", "маи\u0306но"),
        ("маи\u0306но", "все майно", "майно"),
        ("café", "un cafe\u0301 noir", "cafe\u0301"),
        ("ceasefire", "the cease\u00adfire holds", "cease\u00adfire"),
        ("ceasefire", "the cease\u200bfire holds", "cease\u200bfire"),
        ("no troops", "with no\u00a0\u202f\n troops", "no\u00a0\u202f\n troops"),
        ("non-nuclear", "a non\u2011nuclear state", "non\u2011nuclear"),
        ('said "no"', "he said «no» twice", "said «no»"),
        ("said “no”", "he said \u201eno\u201c twice", "said \u201eno\u201c"),
        ("  no troops ", "no troops", "no troops"),
    ],
)
def test_a_phrase_is_found_whichever_signs_are_used(phrase: str, text: str, characters: str) -> None:
    """The match is told in the text's own characters."""
    assert found(phrase, text) == characters


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("все", "всё"),
        ("мои", "мой"),
        ("open", "\u043epen"),
        ("resume", "résumé"),
        ("ќе", "ке"),
        ("no troops", "notroops"),
        ("", "text"),
        ("\u00ad", "text"),
        ("text", ""),
    ],
)
def test_another_word_is_not_found(phrase: str, text: str) -> None:
    """Letters that only look alike, and accents that make another letter, are not the same."""
    assert found(phrase, text) is None


texts = st.text(st.sampled_from("abé є'’ʼ“\" \u00a0\n-–\u00ad\u0301ійо"), max_size=30)


@MANY
@given(texts, st.data())
def test_what_was_cut_from_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    """A passage of the text stands in it, in either normal form."""
    cut = data.draw(st.integers(0, len(text)))
    phrase = text[cut : cut + 8].strip()
    for form in ("NFC", "NFD"):
        assert found(unicodedata.normalize(form, text), text) is not None or found(text, text) is None
    place = phrase_place(phrase, text)

    assert place is None or 0 <= place[0] < place[1] <= len(text)


def test_every_place_of_a_phrase_is_found() -> None:
    """In the order of the text, those that share a letter too."""
    text = ComparedText("an ana\u00adnas, an\u00a0an")

    assert list(text.places("ana")) == [(3, 6), (5, 9)]
    assert list(text.places("an an")) == [(0, 5), (12, 17)]
    assert list(text.places("no")) == list(text.places(" ")) == []


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("gates which stay open", "gates  that stay open,"),
        ("Stays shut for now", "stays shut for now"),
        ("the keepers of bridges", "the keepers of “bridges”."),
        ("We want gatez", "We want gates"),
        ("a fleet of nine grey ships", None),
        ("", None),
    ],
)
def test_the_nearest_words_are_whole_words_of_the_text(phrase: str, words: str | None) -> None:
    """Where letters differ the words that are meant are shown as they are printed; else none are."""
    text = "We want gates  that stay open, it stays shut for now and pay the keepers of “bridges”."
    near = ComparedText(text).nearest(phrase)

    assert (text[slice(*near)] if near else None) == words


def test_words_that_are_not_set_apart_have_a_nearest_place_too() -> None:
    """A script without blanks is cut where the letters agree, and an empty text has nothing near."""
    text = "水门在旱季开放由守门人管理其余时间关闭所有人都同意这一点并且签字。" * 3
    near = ComparedText(text).nearest("由守门人们管理")

    assert near is not None
    assert "守门人管理" in text[slice(*near)]
    assert len(text[slice(*near)]) < 20
    assert ComparedText("").nearest("by nobody") is None


@given(st.text(max_size=80), st.text(max_size=30))
@MANY
def test_the_nearest_place_lies_in_the_text(text: str, phrase: str) -> None:
    """Whatever is compared, what is told as near is a part of the text and not empty."""
    near = ComparedText(text).nearest(phrase)

    assert near is None or 0 <= near[0] < near[1] <= len(text)


@pytest.mark.parametrize(
    ("text", "phrase", "found"),
    [
        ("a firm com-\nmitment was made", "firm commitment was", "firm com-\nmitment was"),
        ("a well-\r\n  known stand", "well-known stand", "well-\r\n  known stand"),
        ("no re-\nturn", "no re- turn", "no re-\nturn"),
        (
            "cease-\nfire in self-\nproclaimed",
            "ceasefire in self-proclaimed",
            "cease-\nfire in self-\nproclaimed",
        ),
        ("a cease\u00ad\nfire", "a ceasefire", "a cease\u00ad\nfire"),
        ("мои\u0306-\nпример", "мойпример", "мои\u0306-\nпример"),
        ("a firm com-\nmitment", "irm commit", "irm com-\nmit"),
        ("no re- turn", "no return", None),  # in one line a hyphen is one
        ("talks -\nfor good", "talksfor", None),
        ("10-\n20 boats", "1020 boats", None),
    ],
)
def test_a_word_that_is_parted_at_the_end_of_a_line_is_read_in_one(
    text: str, phrase: str, found: str | None
) -> None:
    """With its hyphen or without, for nobody can tell which of them the writer meant."""
    place = phrase_place(phrase, text)

    assert (text[slice(*place)] if place else None) == found
