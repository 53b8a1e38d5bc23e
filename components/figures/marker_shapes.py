"""The shapes of markers: outlines as paths, the same as in `components/draw.js`, and signs for text."""

from __future__ import annotations

from components.theme import Mark

_ROUND = 0.5523  # how far the handles of four curves stand out, so that they make a circle
# Corners around the middle, for a mark of radius 1; up is positive.
_CORNERS: dict[str, tuple[tuple[float, float], ...]] = {
    "square": ((-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)),
    "diamond": ((0, -1.15), (1.15, 0), (0, 1.15), (-1.15, 0)),
    "triangle-up": ((-1.05, -0.85), (1.05, -0.85), (0, 1.05)),
    "triangle-down": ((-1.05, 0.85), (1.05, 0.85), (0, -1.05)),
    "pentagon": ((0, 1.05), (1, 0.32), (0.62, -0.85), (-0.62, -0.85), (-1, 0.32)),
    "hexagon": ((0, 1.05), (0.92, 0.53), (0.92, -0.53), (0, -1.05), (-0.92, -0.53), (-0.92, 0.53)),
    "star-triangle-up": ((0, 1.15), (0.4, 0), (1.1, -0.95), (0, -0.5), (-1.1, -0.95), (-0.4, 0)),
    "hourglass": ((-0.9, 1), (0.9, 1), (-0.9, -1), (0.9, -1)),
    "bowtie": ((-1, 0.9), (-1, -0.9), (1, 0.9), (1, -0.9)),
    "cross": tuple(
        (x * one, y * one)
        for one, corners in (
            (1.0, ((-0.38, 1), (0.38, 1), (0.38, 0.38), (1, 0.38), (1, -0.38), (0.38, -0.38))),
            (-1.0, ((-0.38, 1), (0.38, 1), (0.38, 0.38), (1, 0.38), (1, -0.38), (0.38, -0.38))),
        )
        for x, y in corners
    ),
}
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


def corners(shape: str) -> tuple[tuple[float, float], ...]:
    """The corners of a shape of radius 1, up positive; none for a circle; KeyError for an unknown shape."""
    return () if shape == "circle" else _CORNERS[shape]


def outline(shape: str, radius: float, shift: tuple[float, float] = (0.0, 0.0)) -> str:
    """The closed path of a shape in pixels around its middle; raises KeyError for an unknown shape."""
    right, up = shift
    if shape == "circle":
        return _circle(radius, right, up)
    first, *rest = [f"{x * radius + right:.2f} {y * radius + up:.2f}" for x, y in _CORNERS[shape]]
    return f"M {first} {' '.join(f'L {corner}' for corner in rest)} Z"


def _circle(radius: float, right: float, up: float) -> str:
    handle = radius * _ROUND
    quarters = [
        ((-radius, handle), (-handle, radius), (0.0, radius)),
        ((handle, radius), (radius, handle), (radius, 0.0)),
        ((radius, -handle), (handle, -radius), (0.0, -radius)),
        ((-handle, -radius), (-radius, -handle), (-radius, 0.0)),
    ]
    curves = ["C " + ", ".join(f"{x + right:.2f} {y + up:.2f}" for x, y in quarter) for quarter in quarters]
    return f"M {right - radius:.2f} {up:.2f} {' '.join(curves)} Z"


def sign_of(mark: Mark) -> str:
    """The sign of a mark in text, with the number that stands inside it elsewhere."""
    return f"{SIGNS[mark.shape]}{mark.number}"
