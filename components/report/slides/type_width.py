"""How wide a text is in the type of the slides, and on how many lines it stands."""

from __future__ import annotations

from functools import lru_cache

# Widths of Calibri's letters from the blank to the tilde, in hundredths of its size.
# fmt: off
_ASCII = (
    23, 33, 41, 50, 51, 72, 69, 23, 31, 31, 50, 50, 25, 31, 26, 39, 51, 51, 51, 51, 51, 51, 51,
    51, 51, 51, 27, 27, 50, 50, 50, 47, 90, 58, 55, 54, 62, 49, 46, 64, 63, 26, 32, 52, 43, 86,
    65, 67, 52, 68, 55, 46, 49, 65, 57, 89, 52, 49, 47, 31, 39, 31, 50, 50, 30, 48, 53, 43, 53,
    50, 31, 48, 53, 23, 24, 46, 23, 80, 53, 53, 53, 53, 35, 40, 34, 53, 46, 72, 44, 46, 40, 32,
    47, 32, 50,
)
# fmt: on
_WIDTHS = {chr(32 + place): width / 100 for place, width in enumerate(_ASCII)}
_WIDTHS |= {"\u00a0": 0.23, "·": 0.26, "–": 0.5, "“": 0.42, "”": 0.42, "’": 0.25}
_WIDTHS |= {"\u2068": 0.0, "\u2069": 0.0}  # isolates
_OTHER, _WIDE = 0.65, 1.0  # letters with marks and signs; those from U+2E80 on, of East Asia, are square
_BOLD = 1.03


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a text on one line, in points."""
    shares = (_WIDTHS.get(letter, _WIDE if letter >= "\u2e80" else _OTHER) for letter in text)
    return sum(shares) * size * (_BOLD if bold else 1)


@lru_cache(maxsize=1 << 16)  # the same words are measured for one way to fill a slide after the other
def line_count(text: str, size: float, room: float, *, bold: bool = False) -> int:
    """How many lines a text needs in so many points, broken at blanks, or inside a word that is too long."""
    lines, left, blank = 1, room, text_width(" ", size, bold=bold)
    for word in text.split(" "):
        width = text_width(word, size, bold=bold)
        if width > left and left < room:
            lines, left = lines + 1, room
        whole = int(width // room)
        lines += whole
        left -= width - whole * room + blank
    return lines
