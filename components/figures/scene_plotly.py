"""A drawing as a Plotly figure: places in pixels that stretch sideways with the page, words that do not.

Whatever is pinned keeps its distance to its pin, so that a page wider than the drawing pulls nothing
apart; marks and steps answer a pointer with their words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go

from components.figures.drawing import TEXT_ALONE, Paper, Stamp, Type, arrow, blank_paper, mark, note
from components.figures.figure_text import plain
from components.figures.inks import Inks
from components.figures.scene import Bar, Drawing, Label, Line, Marker, Scene, Shape
from components.theme import MARKS, STROKES, TYPES, Mark, Scheme

_ANCHORS: Mapping[str, Any] = {"start": "left", "middle": "center", "end": "right"}
_DASHES = {"solid": "solid", "dotted": "2px,3px"}
_UNSEEN = 0.001


def to_plotly(drawing: Drawing, marks: Mapping[str, Mark], scheme: Scheme) -> go.Figure:
    """The whole drawing on axes that count its pixels, y down."""
    return scene_plotly(drawing.whole, Inks(marks, scheme, drawing.size))


def scene_plotly(scene: Scene, inks: Inks) -> go.Figure:
    """One scene on axes that count its pixels, y down."""
    paper = blank_paper(dict(inks.marks), inks.scheme)
    for shape in scene.shapes:
        _draw(paper, shape, inks)
    paper.traces.append(_tips(scene.shapes))
    height = max(60.0, scene.height)
    return paper.figure(
        height=height,
        paper_bgcolor=paper.palette.paper,
        xaxis={"range": [0, scene.width]},
        yaxis={"range": [height, 0]},
    )


def _draw(paper: Paper, shape: Shape, inks: Inks) -> None:
    if isinstance(shape, Label):
        _draw_label(paper, shape, inks)
    elif isinstance(shape, Marker):
        pin = shape.x if shape.pin is None else shape.pin
        stamp = Stamp(inks.mark(shape.column), MARKS[shape.role], f"{shape.role} {shape.column}".strip())
        mark(paper, (pin, shape.y), stamp, (shape.x - pin, 0), shape.size)
    elif isinstance(shape, Line) and STROKES[shape.role].tip and shape.column:
        ends = ((shape.x1, shape.y1), (shape.x2, shape.y2))
        arrow(paper, ends, inks.stroke(shape.role, shape.column))
    else:
        paper.shapes.append(_stroke(shape, inks))


def _stroke(shape: Line | Bar, inks: Inks) -> dict[str, Any]:
    """A line, or a bar as a line as thick as it is high."""
    if isinstance(shape, Bar):
        y = shape.y + shape.height / 2
        x0, x1, y0, y1, width = shape.x, shape.x + shape.width, y, y, shape.height
    else:
        x0, x1, y0, y1 = shape.x1, shape.x2, shape.y1, shape.y2
        width = STROKES[shape.role].width * inks.size
    drawn: dict[str, Any] = {
        "type": "line",
        "name": f"{shape.role} {shape.column}".strip(),
        "line": {
            "color": inks.stroke(shape.role, shape.column),
            "width": width,
            "dash": _DASHES[STROKES[shape.role].dash],
        },
        "y0": y0,
        "y1": y1,
    }
    if shape.pin is None:
        return {**drawn, "x0": x0, "x1": x1}
    pinned = {"xsizemode": "pixel", "xanchor": shape.pin, "x0": x0 - shape.pin, "x1": x1 - shape.pin}
    return {**drawn, **pinned}


def _draw_label(paper: Paper, label: Label, inks: Inks) -> None:
    look = TYPES[label.role]
    words = "<br>".join(map(plain, label.lines))
    words = f"<b>{words}</b>" if look.bold else words
    pin = label.x if label.pin is None else label.pin
    style = Type(label.size, inks.words(label.role), _ANCHORS[label.anchor], "top", (label.x - pin, 0))
    note(paper, (pin, label.y), words, style)


def _tips(shapes: tuple[Shape, ...]) -> dict[str, Any]:
    """Unseen marks that tell the words of steps and marks under the pointer."""
    told = [one for one in shapes if isinstance(one, Line | Marker) and one.tip]
    places = [(one.x1, (one.y1 + one.y2) / 2) if isinstance(one, Line) else (one.x, one.y) for one in told]
    return {
        "type": "scatter",
        "x": [x for x, _ in places],
        "y": [y for _, y in places],
        "mode": "markers",
        "text": [plain(one.tip) for one in told],
        "hovertemplate": TEXT_ALONE,
        "marker": {"size": 14, "opacity": _UNSEEN},
    }
