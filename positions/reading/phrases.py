"""Where a phrase stands in a text, whichever way either writes quotation marks, blanks and letters."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import product

from rapidfuzz.fuzz import partial_ratio_alignment, ratio

# Each first sign stands for the others behind it; what only looks like a letter is another letter.
_KINDS = ("'’ʼ‘‚‛ʹ′`´", '"“”„‟«»″', "-‐‑‒–—−")
_SAME = {ord(sign): kind[0] for kind in _KINDS for sign in kind[1:]}
_VOWELS = frozenset("аеиоуыэюяіїєѣѵАЕИОУЫЭЮЯІЇЄѢѴ")
_STRESS = "\u0300\u0301"  # grave and acute, which dictionaries put on vowels of Cyrillic words


Sign = tuple[str, int, int]  # with the first character of the text that it stands for, and the one behind
_BREAK = re.compile(r"\S[-‐‑‒–—−][^\S\n]*\n")
_SOFT = re.compile(r"\u00ad(?=[^\S\n]*\n)")  # a soft hyphen that stands where the line ends
_PARTED = "\x1e"  # which no text that is compared has
_NEAR = 75  # of 100: the share of letters that the nearest words of a text have in common with a phrase
_LONGEST = 2_000_000  # characters of a text in which near words are looked for, 50 ms for each phrase
_WORD = 20  # characters that a word goes on at most


class ComparedText:
    """A text as phrases are compared with it, made once for all that are looked for in it.

    Compared without soft hyphens, unseen signs and stress marks, in one normal form, with one kind of
    apostrophe, quotation mark, dash and blank, and any number of blanks between words. A word that is parted
    at the end of a line is read in one too, with its hyphen and without.
    """

    def __init__(self, text: str) -> None:
        """Keep the text as it stands, and as it reads where words are parted at the ends of lines."""
        self._whole = _Signs(_compared(text))
        parted = _SOFT.sub("-", text)  # as long as before, so that places stay
        self._joined = _Signs(_joined(_compared(parted), text)) if _BREAK.search(parted) else None

    def places(self, phrase: str) -> Iterator[tuple[int, int]]:
        """First character of the phrase and the one after its last, for each place at which it stands.

        Only where it stands nowhere is it looked for over the ends of lines.
        """
        wanted = _wanted(phrase)
        places = [*self._whole.places(wanted)] if wanted else []
        yield from places or (self._joined.places_over_lines(wanted) if self._joined and wanted else ())

    def nearest(self, phrase: str) -> tuple[int, int] | None:
        """The ends of the whole words most like the phrase; None if none is near or the text is very long."""
        wanted = _wanted(phrase)
        return self._whole.nearest(wanted) if wanted else None


class _Signs:
    """Signs that are compared, in one text, each with the first and last character that it stands for."""

    def __init__(self, found: Iterable[Sign]) -> None:
        signs: list[str] = []
        self._starts, self._ends = array("I"), array("I")
        for sign, start, end in found:
            signs.append(sign)
            self._starts.append(start)
            self._ends.append(end)
        self._signs = "".join(signs)

    def places(self, wanted: str) -> Iterator[tuple[int, int]]:
        place = self._signs.find(wanted)
        while place >= 0:
            end = place + len(wanted)
            # A letter whose marks go on behind the phrase is another one.
            if end == len(self._signs) or self._ends[end] != self._ends[end - 1]:
                yield self._starts[place], self._ends[end - 1]
            place = self._signs.find(wanted, place + 1)

    def places_over_lines(self, wanted: str) -> Iterator[tuple[int, int]]:
        """The same where words are parted: between any two letters, with the hyphen or without."""
        joined = re.sub(r"(?<=[^\W\d_])(?=[^\W\d_])", _PARTED, wanted)
        pattern = re.escape(joined).replace(re.escape(_PARTED), f"{_PARTED}?").replace(r"\-", f"[-{_PARTED}]")
        for found in re.finditer(pattern, self._signs):
            yield self._starts[found.start()], self._ends[found.end() - 1]

    def nearest(self, wanted: str) -> tuple[int, int] | None:
        if len(self._signs) > _LONGEST:
            return None
        found = partial_ratio_alignment(wanted, self._signs, score_cutoff=_NEAR)
        if found is None:
            return None
        start, end = _whole_words(self._signs, found.dest_start, found.dest_end, wanted)
        return (self._starts[start], self._ends[end - 1]) if start < end else None


def phrase_place(phrase: str, text: str) -> tuple[int, int] | None:
    """First character of the phrase in the text and the one after its last; None if it is not there."""
    return next(ComparedText(text).places(phrase), None)


def _wanted(phrase: str) -> str:
    return "".join(sign for sign, _, _ in _compared(phrase)).strip()


def _whole_words(signs: str, start: int, end: int, wanted: str) -> tuple[int, int]:
    """The ends moved to those of words, so that a word which is cut is in or out as is more like the phrase.

    Where no words are set apart nearby, the ends stay as they are.
    """
    start += len(signs[start:end]) - len(signs[start:end].lstrip())
    end -= len(signs[start:end]) - len(signs[start:end].rstrip())
    first, last = _begin(signs, start), _end(signs, end)
    starts = [start if first is None else first, signs.find(" ", start, end) + 1]
    ends = [end if last is None else last, signs.rfind(" ", start, end)]
    pairs = [pair for pair in product(starts, ends) if starts[0] <= pair[0] < pair[1]]
    return max(pairs, key=lambda pair: ratio(wanted, signs[slice(*pair)]), default=(start, end))


def _begin(signs: str, place: int) -> int | None:
    """Where the word at a place begins; None if that is far away."""
    blank = signs.rfind(" ", max(0, place - _WORD), place)
    return blank + 1 if blank >= 0 or place <= _WORD else None


def _end(signs: str, place: int) -> int | None:
    """The place after the word that ends at or behind a place; None if that is far away."""
    blank = signs.find(" ", place, place + _WORD)
    return blank if blank >= 0 else len(signs) if place + _WORD >= len(signs) else None


def _joined(found: Iterable[Sign], text: str) -> Iterator[Sign]:
    """The signs with one in the place of hyphen and end of line inside a word."""
    four = deque[Sign]()
    for sign in found:
        four.append(sign)
        if len(four) < 4:
            continue
        parted = _is_parted(four, text)
        yield four.popleft()
        if parted:
            (_, start, _), (_, _, end) = four.popleft(), four.popleft()
            yield _PARTED, start, end
    yield from four


def _is_parted(four: Iterable[Sign], text: str) -> bool:
    """Whether the second of four signs is the hyphen of a word that goes on in the next line."""
    before, hyphen, blank, after = four
    letters = before[0].isalpha() and after[0].isalpha()
    return letters and hyphen[0] == "-" and blank[0] == " " and "\n" in text[hyphen[2] : after[1]]


def _compared(text: str) -> Iterator[Sign]:
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
