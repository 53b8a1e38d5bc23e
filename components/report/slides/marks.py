"""Marks of a chart on slides: series whose markers are seen, where a chart can have their look."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from pptx.chart.series import XySeries
from pptx.enum.chart import XL_MARKER_STYLE

from components.colours import mixed
from components.figures.inks import Inks
from components.report.slides.chart_look import Drawn
from components.report.slides.look import colour
from components.theme import Mark, MarkLook

INSIDE = " (inside)"
# What a chart offers of the shapes of the house, and how much of the size of a mark each takes.
_STYLES = {
    "circle": (XL_MARKER_STYLE.CIRCLE, 1.0),
    "square": (XL_MARKER_STYLE.SQUARE, 0.88),
    "diamond": (XL_MARKER_STYLE.DIAMOND, 1.15),
    "triangle-up": (XL_MARKER_STYLE.TRIANGLE, 1.0),
}


def has_marker(party: Mark, look: MarkLook) -> bool:
    """Whether a chart can draw a mark: no other shape, no dashes around it, no number in it."""
    return party.shape in _STYLES and look.dash == "solid" and not party.number


def mark_series(
    name: str, points: tuple[tuple[float, float], ...], marked: tuple[Mark, MarkLook], size: float, inks: Inks
) -> Iterator[Drawn]:
    """A series with filled markers; a ring is two, the inner of which takes its numbers from the other.

    Not every office program draws the outline of a marker.
    """
    party, look = marked
    paper = inks.palette.paper
    fill = mixed(party.colour, look.fill, paper)
    if not look.edge:
        yield Drawn(name, points, partial(_draw, shape=party.shape, size=size, fill=fill))
        return
    inner = size - 2 * inks.edge(look, size)
    yield Drawn(name, points, partial(_draw, shape=party.shape, size=size, fill=party.colour))
    inside = partial(_draw, shape=party.shape, size=inner, fill=fill)
    yield Drawn(f"{name}{INSIDE}", points, inside, inside=True)


def _draw(series: XySeries, *, shape: str, size: float, fill: str) -> None:
    series.format.line.fill.background()
    style, share = _STYLES[shape]
    series.marker.style, series.marker.size = style, max(2, min(72, round(size * share)))
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = colour(fill)
    series.marker.format.line.fill.background()
