"""The end of an address that leads a browser to the very words: text fragments, and pages of a PDF.

Source of the form: WICG, "Text Fragments"; RFC 8118, section 3, for `page`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

_MOST_WORDS = 40  # beside the phrase; longer addresses are cut by mail programs


@dataclass(frozen=True)
class Place:
    """Where a phrase stands in the copy of a text: its first character and the one after its last."""

    text: str
    start: int
    end: int


def fragment(address: str, phrase: str, place: Place | None) -> str:
    """What follows "#" in the address of the words; "" for a PDF of which no page is known.

    With a place the words are those of the copy. Where they stand there more than once, words before and
    behind them are added until the first match is this place; at most those of their own paragraph.
    """
    if urlsplit(address).path.lower().endswith(".pdf"):
        page = page_of(place) if place else None
        return f"page={page}" if page else ""
    return f":~:text={_told_apart(place) if place else _quoted(phrase)}"


def page_of(place: Place) -> int | None:
    """The page of a place in a copy whose pages end in form feeds, from 1; None where there are none."""
    return place.text.count("\f", 0, place.start) + 1 if "\f" in place.text else None


def _quoted(words: str) -> str:
    """Words as they stand in a fragment; hyphens too, which would set a word before or after apart."""
    return quote(words, safe="").replace("-", "%2D")


def _spaced(words: str) -> str:
    """Words of a copy in a fragment, with one blank between them."""
    return _quoted(" ".join(words.split()))


def _told_apart(place: Place) -> str:
    """The words with as few before and behind them as tell them apart from the same words elsewhere."""
    place = _whole_words(place)
    text, lines = place.text, place.text[place.start : place.end].split("\n")
    # A line may end a paragraph of the page, across which no words are found: then both ends are named.
    words = ",".join(_spaced(line) for line in (lines if len(lines) == 1 else (lines[0], lines[-1])))
    before, behind = _paragraph(place)
    starts = [match.start() for match in re.finditer(r"\S+", text[before : place.start])]
    ends = [match.end() for match in re.finditer(r"\S+", text[place.end : behind])]
    for count in range(_MOST_WORDS + 1):
        first = before + starts[-count:][0] if count and starts else place.start
        last = place.end + ends[:count][-1] if count and ends else place.end
        found = last if len(lines) == 1 else place.start + len(lines[0])
        if _alone(text, first, found) or count >= max(len(starts), len(ends)):
            break
    prefix, suffix = _spaced(text[first : place.start]), _spaced(text[place.end : last])
    return f"{f'{prefix}-,' if prefix else ''}{words}{f',-{suffix}' if suffix else ''}"


def _whole_words(place: Place) -> Place:
    """The place with the rest of words that it cuts, as a browser only finds whole words."""
    head = re.search(r"\w*$", place.text[: place.start]) if _is_word(place.text[place.start]) else None
    tail = re.match(r"\w*", place.text[place.end :]) if _is_word(place.text[place.end - 1]) else None
    return Place(
        place.text,
        place.start - len(head.group() if head else ""),
        place.end + len(tail.group() if tail else ""),
    )


def _is_word(sign: str) -> bool:
    return re.fullmatch(r"\w", sign) is not None


def _paragraph(place: Place) -> tuple[int, int]:
    """The first character of the line in which the words stand, and the one after its last."""
    behind = place.text.find("\n", place.end)
    return place.text.rfind("\n", 0, place.start) + 1, behind if behind >= 0 else len(place.text)


def _alone(text: str, first: int, last: int) -> bool:
    """Whether a part of a text stands in it once, whichever case and blanks it is written with."""
    words = r"\s+".join(map(re.escape, text[first:last].split()))
    found = re.finditer(f"(?={words})", text, re.IGNORECASE)
    return sum(1 for _, _ in zip(found, range(2), strict=False)) == 1
