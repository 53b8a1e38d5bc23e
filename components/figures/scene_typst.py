"""A drawing as data that `scene.typ` only has to place: shapes with their colours and widths, in points."""

from __future__ import annotations

from collections.abc import Mapping

from components.colours import Inks, mixed
from components.figures.marker_shapes import corners
from components.figures.scene import Bar, Drawing, Label, Line, Marker, Scene, Shape
from components.theme import MARKS, NUMBER_SIZE, STROKES, TYPES, Mark, number_ink

Placed = dict[str, object]
_BASE = 0.345  # from the middle of a line of words down to its baseline, as a part of their size


def to_typst(drawing: Drawing, marks: Mapping[str, Mark]) -> Placed:
    """Head, bands and legend of a drawing, each with its height and what is placed on it."""
    inks = Inks(marks, "light", drawing.size)
    return {
        "width": drawing.width,
        "size": drawing.size,
        "head": scene_typst(drawing.head, inks),
        "bands": [scene_typst(row, inks) for row in drawing.rows],
        "openings": [scene_typst(one.opening, inks) if one.opening else None for one in drawing.bands],
        "columns": drawing.columns,
        "count": len(drawing.bands),
        "legend": scene_typst(drawing.legend, inks),
    }


def scene_typst(scene: Scene, inks: Inks) -> Placed:
    """One scene: its width and height, and what is placed on it."""
    placed = [one for shape in scene.shapes for one in _placed(shape, inks)]
    return {"width": scene.width, "height": scene.height, "shapes": placed}


def _placed(shape: Shape, inks: Inks) -> list[Placed]:
    if isinstance(shape, Label):
        return _label(shape, inks)
    if isinstance(shape, Marker):
        return _marker(shape, inks)
    fill = inks.stroke(shape.role, shape.column)
    if isinstance(shape, Bar):
        x, width = min(shape.x, shape.x + shape.width), abs(shape.width)
        return [{"kind": "bar", "x": x, "y": shape.y, "width": width, "height": shape.height, "colour": fill}]
    return _line(shape, fill, inks)


def _line(line: Line, colour: str, inks: Inks) -> list[Placed]:
    look = STROKES[line.role]
    width, tip = look.width * inks.size, inks.size * 0.35
    dash = list(look.parts(width)) or None
    drawn: Placed = {"kind": "line", "x": line.x1, "y": line.y1, "dy": line.y2 - line.y1}
    drawn |= {"colour": colour, "width": width, "dash": dash}
    if not look.tip:
        return [{**drawn, "dx": line.x2 - line.x1}]
    way = 1 if line.x2 > line.x1 else -1
    end = line.x2 - way * inks.size * 0.6
    head = [[end, line.y2], [end - way * tip, line.y2 - tip * 0.7], [end - way * tip, line.y2 + tip * 0.7]]
    return [
        {**drawn, "dx": end - way * tip - line.x1},
        {"kind": "area", "corners": head, "fill": colour, "colour": colour, "edge": 0, "dash": None},
    ]


def _marker(mark: Marker, inks: Inks) -> list[Placed]:
    look, party, paper = MARKS[mark.role], inks.mark(mark.column), inks.palette.paper
    edge = inks.edge(look, mark.size)
    radius = mark.size / 2 - (edge / 2 if look.edge else 0)
    dashes = {"solid": None, "dashed": [edge * 1.9, edge * 1.3], "dotted": [edge * 0.9, edge * 1.1]}
    drawn: Placed = {
        "fill": mixed(party.colour, look.fill, paper),
        "colour": party.colour if look.edge else paper,
        "edge": edge,
        "dash": dashes[look.dash],
    }
    around = [[mark.x + x * radius, mark.y - y * radius] for x, y in corners(party.shape)]
    number = _number(mark, party, number_ink(party, look, paper)) if party.number else []
    if not around:
        circle = {"kind": "circle", "x": mark.x - radius, "y": mark.y - radius, "radius": radius}
        return [{**circle, **drawn}, *number]
    return [{"kind": "area", "corners": around, **drawn}, *number]


def _number(mark: Marker, party: Mark, ink: str) -> list[Placed]:
    size = mark.size * NUMBER_SIZE
    return [
        {
            "kind": "words",
            "x": mark.x - mark.size,
            "y": mark.y + size * _BASE,
            "width": 2 * mark.size,
            "anchor": "middle",
            "words": party.number,
            "size": size,
            "colour": ink,
            "bold": True,
            "italic": False,
        }
    ]


def _label(label: Label, inks: Inks) -> list[Placed]:
    """A line of words each, in a box wide enough whatever the typeface."""
    look, width = TYPES[label.role], label.width * 1.3 + label.size
    left = label.x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor]
    return [
        {
            "kind": "words",
            "x": left,
            "y": label.y + label.size * (label.leading * (place + 0.5) + _BASE),
            "width": width,
            "anchor": label.anchor,
            "words": line,
            "size": label.size,
            "colour": inks.words(label.role),
            "bold": look.bold,
            "italic": look.italic,
        }
        for place, line in enumerate(label.lines)
    ]
