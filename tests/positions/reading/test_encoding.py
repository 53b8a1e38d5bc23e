"""Bytes to text: which encodings are certain, which are told, and what is no text at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.reading.encoding import Decoded, decoded_text
from tests.fuzz import cases

FILE = "statements.csv"
TEXTS = {
    "cp1252": "Le président à Genève, près de la frontière: « c'est sûr », déjà.",
    "cp1250": "Minister powiedział, że gwarancje są konieczne.",
    "cp1251": "Міністр сказав, що гарантії потрібні.",
    "cp1253": "Ο υπουργός είπε ότι οι εγγυήσεις είναι αναγκαίες.",
    "cp1254": "Çavuşoğlu garantilerin süreceğini söyledi.",
    "cp1257": "Ministras pasakė, kad būtina užtikrinti, ėjo.",
    "mac_roman": "Le président à Genève, près de la frontière.",
    "cp850": "Le président à Genève, près de la frontière.",
    "cp866": "Министр сказал, что гарантии необходимы.",
}


def told(decoded: Decoded) -> list[str]:
    """All that is told of a text."""
    return [str(one) for one in (*decoded.repairs, *decoded.findings)]


@cases(100, 5_000)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff")), st.booleans())
def test_text_in_utf_8_comes_back_as_it_was_written(text: str, marked: bool) -> None:
    """Letters of every script and line ends of every system are kept; a byte-order mark is passed over."""
    assert decoded_text(text.encode("utf-8-sig" if marked else "utf-8"), FILE) == Decoded(text)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("marked", [True, False])
def test_utf_16_is_read_with_and_without_its_mark(encoding: str, marked: bool) -> None:
    """What a spreadsheet calls "Unicode text" is read and told."""
    mark = "\ufeff" if marked and encoding.startswith("utf-16-") else ""
    decoded = decoded_text(f"{mark}id,name\na,Çavuş, 北\n".encode(encoding), FILE)

    assert decoded.text == "id,name\na,Çavuş, 北\n"
    assert told(decoded) == [f"statements.csv: encoding: {encoding.upper()[:6]}"]


@pytest.mark.parametrize("encoding", TEXTS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_text_of_whole_sentences_proves_its_encoding(encoding: str, end: str) -> None:
    """A text that a spreadsheet of another country saved is read letter by letter, and one word is shown."""
    text = f"id,name{end}a,{TEXTS[encoding]}{end}"
    decoded = decoded_text(text.encode(encoding), FILE)
    first = next(word.strip(",.:") for word in TEXTS[encoding].split() if not word.isascii())

    assert decoded.text == text
    assert [one.read_as for one in decoded.repairs] == [f"{first} ({encoding})"]
    assert decoded.findings == ()


@pytest.mark.parametrize(
    ("text", "sample"),
    [("Mr Çavusoglu", "Çavusoglu"), ("Paris’s “no”", "Paris’s"), ("Müller", "Müller")],
)
def test_where_all_that_is_possible_says_the_same_the_text_is_certain(text: str, sample: str) -> None:
    """A letter or mark that has one byte in the code pages of western and middle Europe needs no choice."""
    decoded = decoded_text(text.encode("cp1252"), FILE)

    assert decoded.text == text
    assert told(decoded) == [
        f"statements.csv: encoding: read as cp1252, for it is not UTF-8; a word of it is '{sample}'"
    ]


def test_two_readings_that_differ_are_both_told() -> None:
    """One word proves nothing: the reader, not the program, knows which of two it is."""
    decoded = decoded_text("id,name\na,Genève\n".encode("cp1252"), FILE)

    assert told(decoded) == [
        "statements.csv:2: 'text that says Genève in cp1252 and Genčve in cp1250' is not certain; "
        "save the file as UTF-8"
    ]


def test_bytes_that_are_no_text_in_any_encoding_are_told_with_what_was_tried() -> None:
    """The reader learns where the bytes stand and how to save the file."""
    (line,) = told(decoded_text(b"id,name\na,b\x81\x01\xfe\xf0\xa4c\n", FILE))

    assert line.startswith("statements.csv:2: 'the bytes ")
    assert "is not text in UTF-8, UTF-16, cp1252" in line
    assert line.endswith("; save the file as UTF-8")


def test_utf_8_with_a_broken_byte_is_told_where_it_is_broken() -> None:
    """One damaged letter does not make another encoding of all the others."""
    decoded = decoded_text("id,name\na,Çavuşoğlu, Genève\n".encode() + b"b,Bay\xe9 north\n", FILE)

    assert told(decoded) == [
        "statements.csv:3: '1 broken letters, the first in b,Bay\ufffd' is not UTF-8; save the file as UTF-8"
    ]
    assert decoded.text.startswith("id,name\na,Çavuşoğlu")


def test_a_nul_character_is_told_with_its_line() -> None:
    """No text has it, and no record either."""
    decoded = decoded_text(b"id,name\na,b\0\n", FILE)

    assert told(decoded) == ["statements.csv:2: 'a NUL character' is not UTF-8; save the file as UTF-8"]
    assert decoded.text == "id,name\na,b\n"


@cases(200, 20_000)
@given(st.binary(max_size=60))
def test_any_bytes_give_a_text_and_are_told_unless_they_are_utf_8(raw: bytes) -> None:
    """Nothing is read otherwise than as UTF-8 in silence."""
    decoded = decoded_text(raw, FILE)

    assert decoded.text.encode("utf-8").decode() == decoded.text
    assert "\0" not in decoded.text
    if not decoded.repairs and not decoded.findings:
        assert decoded.text == raw.decode("utf-8-sig")
