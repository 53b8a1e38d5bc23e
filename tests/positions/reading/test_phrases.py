"""Phrases are found however marks, blanks and letters are written, and another word is never found."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.reading.phrases import phrase_place
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
