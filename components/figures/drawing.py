"""What the charts on scales share: a figure that is collected, and the marks, lines and texts set on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

import plotly.graph_objects as go

from components.colours import mixed
from components.figures.figure_text import filled_lines, plain
from components.figures.outlines import outline
from components.figures.plotly_template import template
from components.theme import NUMBER_SIZE, PALETTES, Mark, MarkLook, Palette, Scheme, number_ink

MARK = 14.0  # pixels from edge to edge of a usual mark
_MARGIN, _LEADING = 8.0, 1.3  # pixels between words in a margin and the figure; from line to line of them
_DASHES = {"solid": "solid", "dashed": "3px,2px", "dotted": "1.5px,2px"}
_UNSEEN = 0.001


@dataclass(frozen=True)
class Paper:
    """A figure as it is being drawn: shapes, texts and what answers a pointer, in their order.

    They are handed to Plotly at once; one by one it checks each addition against all before it.
    """

    palette: Palette
    marks: dict[str, Mark]
    shapes: list[dict[str, Any]] = field(default_factory=list)
    texts: list[dict[str, Any]] = field(default_factory=list)
    traces: list[dict[str, Any]] = field(default_factory=list)
    scheme: Scheme = "light"

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


@dataclass(frozen=True)
class Pen:
    """How a line is drawn; `width` in pixels."""

    colour: str
    width: float
    dash: str = "solid"


def blank_paper(marks: dict[str, Mark], scheme: Scheme) -> Paper:
    """An empty figure in the house's template."""
    return Paper(PALETTES[scheme], marks, scheme=scheme)


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


def left_height(words: str, size: float, room: float) -> float:
    """How high `left_note` sets the same words."""
    return len(filled_lines(words, size, room - _MARGIN)) * size * _LEADING


def left_note(paper: Paper, words: str, y: float, size: float, room: float) -> None:
    """Words of data in the margin of a width left of the figure, in as many lines as they need."""
    told = "<br>".join(map(plain, filled_lines(words, size, room - _MARGIN)))
    note(paper, (0, y), told, Type(size, paper.palette.ink, "left", shift=(-room, 0)))
    paper.texts[-1]["xref"] = "paper"


def line(
    paper: Paper, ends: tuple[tuple[float, float], tuple[float, float]], pen: Pen, name: str = ""
) -> None:
    """A straight line between two points."""
    (x0, y0), (x1, y1) = ends
    style = {"color": pen.colour, "width": pen.width, "dash": pen.dash}
    paper.shapes.append({"type": "line", "name": name, "x0": x0, "x1": x1, "y0": y0, "y1": y1, "line": style})


def tile(paper: Paper, place: tuple[float, float], half: tuple[float, float], fill: str, **more: Any) -> None:
    """A cell of a grid under its text, so far to each side of its place; `more` as Plotly names it."""
    (x, y), (wide, high) = place, half
    corners = {"x0": x - wide, "x1": x + wide, "y0": y - high, "y1": y + high}
    paper.shapes.append({"type": "rect", **corners, "layer": "below", "fillcolor": fill, **more})


@dataclass(frozen=True)
class Stamp:
    """A mark as it is set: whose it is, how it looks, and its name, which must be plain."""

    party: Mark
    look: MarkLook
    name: str = ""


def mark(
    paper: Paper, place: tuple[float, float], stamp: Stamp, shift: tuple[float, float] = (0.0, 0.0)
) -> None:
    """A mark `shift` pixels right and up of its place; it answers no pointer itself."""
    look, colour = stamp.look, stamp.party.colour
    size = MARK * look.size
    edge = max(1.4, look.edge * size) if look.edge else 1.2
    radius = size / 2 - (edge / 2 if look.edge else 0)
    paper.shapes.append(
        {
            "type": "path",
            "name": stamp.name,
            "path": outline(stamp.party.shape, radius, shift),
            "xsizemode": "pixel",
            "ysizemode": "pixel",
            "xanchor": place[0],
            "yanchor": place[1],
            "fillcolor": mixed(colour, look.fill, paper.palette.paper),
            "line": {
                "color": colour if look.edge else paper.palette.paper,
                "width": edge,
                "dash": _DASHES[look.dash],
            },
        }
    )
    if stamp.party.number:
        ink = number_ink(stamp.party, look, paper.palette.paper)
        note(paper, place, stamp.party.number, Type(size * NUMBER_SIZE, ink, shift=shift))


_TEXT_ALONE = "%{text}<extra></extra>"  # words of data stand in no template, which would read %{…} in them


def answer(paper: Paper, place: tuple[float, float], name: str, words: str) -> None:
    """An unseen mark that tells its words under the pointer; both must be plain."""
    paper.traces.append(
        {
            "type": "scatter",
            "x": [place[0]],
            "y": [place[1]],
            "mode": "markers",
            "name": name,
            "text": [words],
            "hovertemplate": _TEXT_ALONE,
            "marker": {"size": MARK, "opacity": _UNSEEN},
        }
    )
