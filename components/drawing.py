"""What the charts share: a figure with its palette and marks, and text set on it."""

from __future__ import annotations

from dataclasses import dataclass

import plotly.graph_objects as go

from components.theme import PALETTES, Mark, Palette, Scheme, template


@dataclass(frozen=True)
class Paper:
    """A figure to draw on, with the palette and the marks to draw with."""

    figure: go.Figure
    palette: Palette
    marks: dict[str, Mark]


@dataclass(frozen=True)
class Type:
    """How a text is set; `over` is the part of it that stands at its y, `shift` pixels upward."""

    size: float
    colour: str
    anchor: str = "center"
    over: str = "middle"
    shift: int = 0


@dataclass(frozen=True)
class Pen:
    """How a line is drawn; `width` in pixels."""

    colour: str
    width: float
    opacity: float = 1.0


def blank_paper(marks: dict[str, Mark], scheme: Scheme) -> Paper:
    """An empty figure in the house's template."""
    return Paper(go.Figure(layout={"template": template(scheme)}), PALETTES[scheme], marks)


def note(paper: Paper, place: tuple[float, float], text: str, style: Type) -> None:
    """Set a text on the figure; what comes from data must be plain already."""
    paper.figure.add_annotation(
        x=place[0],
        y=place[1],
        text=text,
        showarrow=False,
        xanchor=style.anchor,
        yanchor=style.over,
        align=style.anchor,
        yshift=style.shift,
        font={"size": style.size, "color": style.colour},
    )


def line(paper: Paper, ends: tuple[tuple[float, float], tuple[float, float]], pen: Pen) -> None:
    """A straight line between two points that answers to no pointer."""
    (x0, y0), (x1, y1) = ends
    style = {"color": pen.colour, "width": pen.width}
    paper.figure.add_scatter(
        x=[x0, x1], y=[y0, y1], mode="lines", hoverinfo="skip", line=style, opacity=pen.opacity
    )
