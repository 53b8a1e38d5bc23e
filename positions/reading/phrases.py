"""Where a phrase stands in a text, whichever way either writes quotation marks, blanks and letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

# Each first sign stands for the others behind it; what only looks like a letter is another letter.
_KINDS = ("'’ʼ‘‚‛ʹ′`´", '"“”„‟«»″', "-‐‑‒–—−")
_SAME = {ord(sign): kind[0] for kind in _KINDS for sign in kind[1:]}
_VOWELS = frozenset("аеиоуыэюяіїєѣѵАЕИОУЫЭЮЯІЇЄѢѴ")
_STRESS = "\u0300\u0301"  # grave and acute, which dictionaries put on vowels of Cyrillic words


def phrase_place(phrase: str, text: str) -> tuple[int, int] | None:
    """First character of the phrase in the text and the one after its last; None if it is not there.

    Compared without soft hyphens, unseen signs and stress marks, in one normal form, with one kind of
    apostrophe, quotation mark, dash and blank, and any number of blanks between words.
    """
    wanted = "".join(sign for sign, _, _ in _compared(phrase)).strip()
    signs = list(_compared(text))
    compared = "".join(sign for sign, _, _ in signs)
    place = compared.find(wanted) if wanted else -1
    while place >= 0:
        end = place + len(wanted)
        # A letter whose marks go on behind the phrase is another one.
        if end == len(signs) or signs[end][1] != signs[end - 1][1]:
            return signs[place][1], signs[end - 1][2]
        place = compared.find(wanted, place + 1)
    return None


def _compared(text: str) -> Iterator[tuple[str, int, int]]:
    """The signs that are compared, each with the characters of the text that it stands for."""
    blank = False
    for start, end in _letters(text):
        for sign in _plain(text[start:end]):
            is_blank = sign.isspace()
            if not (is_blank and blank):
                yield (" " if is_blank else sign), start, end
            blank = is_blank


def _letters(text: str) -> Iterator[tuple[int, int]]:
    """Ends of each letter with the marks that belong to it."""
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not unicodedata.combining(text[place]):
            yield start, place
            start = place


def _plain(letter: str) -> str:
    if letter.isascii():
        return letter.translate(_SAME)
    parts = unicodedata.normalize("NFD", letter)
    if parts[0] in _VOWELS:
        parts = parts[0] + "".join(mark for mark in parts[1:] if mark not in _STRESS)
    seen = "".join(sign for sign in parts if unicodedata.category(sign) != "Cf")
    return unicodedata.normalize("NFC", seen).translate(_SAME)
