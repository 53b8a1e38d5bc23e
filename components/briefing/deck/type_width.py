"""How wide a text is in the type of the slides, and on how many lines it stands."""

from __future__ import annotations

# Widths of Calibri's letters in shares of its size, rounded up to a twentieth.
_LETTERS = {
    0.25: "',.:;Iijl ",
    0.35: "()-J[]`f{}!rt",
    0.4: '"/L\\csz',
    0.45: "?FSZgkvxy|",
    0.5: "#$*+0123456789<=>EKPTXY^_ae~·–“”’",
    0.55: "BCRVbdhnopqu",
    0.65: "ADHGNOQU",
    0.7: "%&w",
    0.85: "mM",
    0.9: "@W",
}
_WIDTHS = {letter: width for width, letters in _LETTERS.items() for letter in letters}
_OTHER, _WIDE = 0.65, 1.0  # letters with marks and signs; those from U+2E80 on, of East Asia, are square
_BOLD = 1.04


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a text on one line, in points."""
    shares = (_WIDTHS.get(letter, _WIDE if letter >= "\u2e80" else _OTHER) for letter in text)
    return sum(shares) * size * (_BOLD if bold else 1)


def line_count(text: str, size: float, room: float, *, bold: bool = False) -> int:
    """How many lines a text needs in so many points, broken at blanks, or inside a word that is too long."""
    lines, left = 1, room
    for word in text.split(" "):
        width = text_width(f"{word} ", size, bold=bold)
        if width > left and left < room:
            lines, left = lines + 1, room
        whole = int(width // room)
        lines += whole
        left -= width - whole * room
    return lines
