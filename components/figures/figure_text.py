"""Text in figures: data as plain text, and lines that fit a phone."""

from __future__ import annotations

import re
import textwrap
import unicodedata

from positions.text.direction import whole_lines

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
    return list(whole_lines(lines))


def filled_lines(text: str, size: float, width: float) -> list[str]:
    """The text in lines of at most `width`; a word that alone is wider is broken, at a hard blank first."""
    return list(whole_lines(_filled(text, size, width)))


def _filled(text: str, size: float, width: float) -> list[str]:
    lines: list[str] = []
    for word in _words(text):
        for part in _parts(word, size, width):
            longer = f"{lines[-1]} {part}" if lines else part
            if lines and part == word and text_width(longer, size) <= width:
                lines[-1] = longer
            else:
                lines.append(part)
    return lines


def _parts(word: str, size: float, width: float) -> list[str]:
    """A word in parts that fit a line; marks over a letter stay with it."""
    if text_width(word, size) <= width:
        return [word]
    if "\u00a0" in word:
        return _filled(word.replace("\u00a0", " "), size, width)
    parts = [""]
    for letter in word:
        if parts[-1] and not unicodedata.combining(letter) and text_width(parts[-1] + letter, size) > width:
            parts.append("")
        parts[-1] += letter
    return parts


def widest_word(text: str, size: float) -> float:
    """About how many pixels the longest word of a text takes."""
    return max((text_width(word, size) for word in _words(text)), default=0.0)


def _words(text: str) -> list[str]:
    """The words of a text; what a no-break space joins is one."""
    return [word for word in re.split(r"[ \t\r\n]+", text) if word]


def _letter_width(letter: str) -> float:
    if unicodedata.category(letter) == "Cf":  # marks of direction, soft hyphens
        return 0.0
    if letter in _THIN_LETTERS or unicodedata.combining(letter):
        return _THIN
    if unicodedata.east_asian_width(letter) in "WF":
        return _FULL
    if letter in _BROAD_LETTERS:
        return _BROAD
    return _CAPITAL if letter.isupper() else _USUAL
