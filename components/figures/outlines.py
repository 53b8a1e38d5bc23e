"""Outlines of the marker shapes as paths, for media that draw marks as lines and areas."""

from __future__ import annotations

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
