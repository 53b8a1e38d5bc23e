"""Text in figures: data as plain text, lines that fit a phone, labels that do not overlap."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Sequence

# Widths of letters as parts of the type's size, a little above those of the house's typeface.
_THIN, _USUAL, _CAPITAL, _BROAD, _FULL = 0.29, 0.5, 0.6, 0.83, 1.0
_THIN_LETTERS, _BROAD_LETTERS = frozenset("iljtfr.,;:'’|()[]! \u00a0-·"), frozenset("mwMW%@")


def plain(text: str) -> str:
    """Data as text in a figure, where Plotly would read tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def wrapped(text: str, width: int) -> str:
    """The text as `plain`, in lines of at most `width` letters; a longer word keeps its line."""
    lines = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
    return "<br>".join(plain(line) for line in lines)


def text_width(text: str, size: float) -> float:
    """About how many pixels a line takes; rather too many than too few."""
    return sum(map(_letter_width, text)) * size


def lines_within(text: str, size: float, width: float) -> list[str]:
    """The text in lines of at most `width` pixels; a longer word keeps its own line."""
    lines: list[str] = []
    for word in _words(text):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def widest_word(text: str, size: float) -> float:
    """About how many pixels the longest word of a text takes."""
    return max((text_width(word, size) for word in _words(text)), default=0.0)


def _words(text: str) -> list[str]:
    """The words of a text; what a no-break space joins is one."""
    return [word for word in re.split(r"[ \t\r\n]+", text) if word]


def _letter_width(letter: str) -> float:
    if letter in _THIN_LETTERS or unicodedata.combining(letter):
        return _THIN
    if unicodedata.east_asian_width(letter) in "WF":
        return _FULL
    if letter in _BROAD_LETTERS:
        return _BROAD
    return _CAPITAL if letter.isupper() else _USUAL


def spread(places: Sequence[float], apart: float, low: float, high: float) -> list[float]:
    """Places moved as little as need be until they are `apart`, each in its old order and position.

    They stay from `low` to `high`; where there is no room for all, they stand closer, evenly.
    Neighbours that would overlap share the room around their common middle.
    """
    if not places:
        return []
    apart = min(apart, (high - low) / max(1, len(places) - 1))
    order = sorted(range(len(places)), key=lambda one: places[one])
    groups: list[list[int]] = []
    for one in order:
        groups.append([one])
        while (
            len(groups) > 1 and _first(groups[-1], places, apart) < _last(groups[-2], places, apart) + apart
        ):
            groups[-2:] = [groups[-2] + groups[-1]]
    found = [0.0] * len(places)
    for group in groups:
        start = _first(group, places, apart)
        for place, one in enumerate(group):
            found[one] = start + place * apart
    return _inside(found, order, apart, (low, high))


def _first(group: Sequence[int], places: Sequence[float], apart: float) -> float:
    """Where the first of a group stands when its middle is the mean of its places."""
    return sum(places[one] for one in group) / len(group) - apart * (len(group) - 1) / 2


def _last(group: Sequence[int], places: Sequence[float], apart: float) -> float:
    return _first(group, places, apart) + apart * (len(group) - 1)


def _inside(found: list[float], order: Sequence[int], apart: float, ends: tuple[float, float]) -> list[float]:
    """The places pushed in from both ends, still `apart`."""
    inside = list(found)
    for place, one in enumerate(order):
        inside[one] = max(inside[one], ends[0] + place * apart)
    for place, one in enumerate(reversed(order)):
        inside[one] = min(inside[one], ends[1] - place * apart)
    return inside
