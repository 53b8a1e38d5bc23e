"""Marker shapes: as SVG paths in a box of 100 by 100, the same as in `components/draw.js`, and as signs."""

from __future__ import annotations

from components.theme import Mark

SHAPES: dict[str, str] = {
    "circle": "M50 4a46 46 0 1 1 0 92a46 46 0 1 1 0-92",
    "square": "M8 8h84v84h-84z",
    "diamond": "M50 0L100 50L50 100L0 50z",
    "triangle-up": "M50 4L98 94H2z",
    "triangle-down": "M50 96L2 6H98z",
    "cross": "M34 4H66V34H96V66H66V96H34V66H4V34H34z",
    "pentagon": "M50 2L98 38L80 96H20L2 38z",
    "hexagon": "M25 6H75L100 50L75 94H25L0 50z",
    "star-triangle-up": "M50 0L62 55L100 92L50 74L0 92L38 55z",
    "hourglass": "M6 4H94L6 96H94z",
    "bowtie": "M4 6V94L96 6V94z",
}

# For text that stands beside a name; each sign is in the fonts that office programs bring along.
SIGNS: dict[str, str] = {
    "circle": "●",
    "square": "■",
    "diamond": "◆",
    "triangle-up": "▲",
    "triangle-down": "▼",
    "cross": "✚",
    "pentagon": "⬟",
    "hexagon": "⬢",
    "star-triangle-up": "✦",
    "hourglass": "⧗",
    "bowtie": "⧓",
}


def sign_of(mark: Mark) -> str:
    """The sign of a mark in text, with the number that stands inside it elsewhere."""
    return f"{SIGNS[mark.shape]}{mark.number}"
