"""What grids of numbers share: a figure that is collected, and the tiles and texts set on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

import plotly.graph_objects as go

from components.figures.figure_text import lines_within, plain
from components.figures.plotly_template import template
from components.theme import PALETTES, Palette, Scheme


@dataclass(frozen=True)
class Paper:
    """A figure as it is being drawn: shapes, texts and what answers a pointer, in their order.

    They are handed to Plotly at once; one by one it checks each addition against all before it.
    """

    palette: Palette
    scheme: Scheme
    shapes: list[dict[str, Any]] = field(default_factory=list)
    texts: list[dict[str, Any]] = field(default_factory=list)
    traces: list[dict[str, Any]] = field(default_factory=list)

    def figure(self, **layout: Any) -> go.Figure:
        """The figure, with its axes still and unseen."""
        axis = {"visible": False, "fixedrange": True}
        still = {
            "template": template(self.scheme),
            "showlegend": False,
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
            "hoverdistance": 12,
        }
        whole = {**still, **layout, "annotations": self.texts, "shapes": self.shapes}
        for name in ("xaxis", "yaxis"):
            whole[name] = axis | whole.get(name, {})
        return go.Figure(data=self.traces, layout=whole)


@dataclass(frozen=True)
class Type:
    """How a text is set; `over` is the part of it that stands at its y, `shift` pixels right and up."""

    size: float
    colour: str
    anchor: Literal["left", "center", "right"] = "center"
    over: Literal["top", "middle", "bottom"] = "middle"
    shift: tuple[float, float] = (0.0, 0.0)


def blank_paper(scheme: Scheme) -> Paper:
    """An empty figure in the house's template."""
    return Paper(PALETTES[scheme], scheme)


def note(paper: Paper, place: tuple[float, float], text: str, style: Type) -> None:
    """Set a text on the figure; what comes from data must be plain already."""
    paper.texts.append(
        {
            "x": place[0],
            "y": place[1],
            "text": text,
            "showarrow": False,
            "xanchor": style.anchor,
            "yanchor": style.over,
            "align": style.anchor,
            "xshift": style.shift[0],
            "yshift": style.shift[1],
            "borderpad": 0,
            "font": {"size": style.size, "color": style.colour},
        }
    )


def left_note(paper: Paper, words: str, y: float, size: float, room: float) -> None:
    """Words of data in the margin of a width left of the figure, in as many lines as they need."""
    told = "<br>".join(map(plain, lines_within(words, size, room - 8)))
    note(paper, (0, y), told, Type(size, paper.palette.ink, "left", shift=(-room, 0)))
    paper.texts[-1]["xref"] = "paper"


def tile(paper: Paper, place: tuple[float, float], half: tuple[float, float], fill: str, **more: Any) -> None:
    """A cell of a grid under its text, so far to each side of its place; `more` as Plotly names it."""
    (x, y), (wide, high) = place, half
    corners = {"x0": x - wide, "x1": x + wide, "y0": y - high, "y1": y + high}
    paper.shapes.append({"type": "rect", **corners, "layer": "below", "fillcolor": fill, **more})
