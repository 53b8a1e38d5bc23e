"""A drawing as the browser draws it on a page: places at shares of the width, words and marks in pixels.

Whatever is pinned keeps its distance to its pin, so that a page wider than the drawing pulls nothing apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from components.colours import Inks, mixed
from components.figures.marker_shapes import outline
from components.figures.scene import Bar, Drawing, Label, Line, Marker, Scene, Shape, words_of
from components.svg_figure.view import Layout
from components.theme import MARKS, NUMBER_SIZE, STROKES, TYPES, number_ink

_BASE = 0.35  # from the middle of a line of words down to its baseline, as a part of their size
_DASHES: Mapping[str, str] = {"solid": "", "dashed": "3 2", "dotted": "1.5 2"}


@dataclass(frozen=True)
class Page:
    """For which pages a scene is laid out, and how far from either side of it what stretches lies."""

    name: str
    inks: Inks
    left: float = 0.0
    right: float = 0.0


def scene_page(scene: Scene, page: Page, words: str = "", sticky: float | None = None) -> Layout:
    """One scene; `words` say what it shows, `sticky` is how far from its top on it stays in sight."""
    drawn = _Drawn(page, scene.width)
    return Layout(
        id=page.name,
        height=round(scene.height, 2),
        left=round(page.left, 2),
        right=round(page.right, 2),
        paper=page.inks.palette.paper,
        shapes=[drawn.shape(one) for one in scene.shapes if not isinstance(one, Label)],
        words=[words for one in scene.shapes for words in drawn.words(one)],
        tips=[drawn.tip(one) for one in scene.shapes if isinstance(one, Line | Marker) and one.tip],
        says=words,
        sticky=sticky,
    )


def drawing_page(drawing: Drawing, page: Page, sticky: float | None = None) -> tuple[Layout, ...]:
    """Head, bands and legend below each other, each band with its words; the head may stay in sight."""
    parts = (
        scene_page(drawing.head, page, words_of(drawing.head), sticky=sticky),
        *(scene_page(one.scene, page, one.words) for one in drawing.bands),
        scene_page(drawing.legend, page, words_of(drawing.legend)),
    )
    return tuple(part for part in parts if part["height"])


class _Style(NamedTuple):
    """How a text is set."""

    anchor: str
    size: float
    ink: str
    bold: bool
    italic: bool = False


class _Drawn:
    """Shapes of a scene on a page."""

    def __init__(self, page: Page, width: float) -> None:
        self.inks, self.first, self.last = page.inks, page.left, width - page.right

    def _share(self, x: float) -> float:
        """How far right a place is on what stretches, in per cent."""
        return round((x - self.first) / (self.last - self.first) * 100, 3)

    def _pinned(self, x: float, pin: float | None) -> tuple[float, float]:
        """The share of the pin of a place, and how far right of it the place is."""
        at = min(max(self.first, x if pin is None else pin), self.last)
        return self._share(at), round(x - at, 2)

    def shape(self, shape: Shape) -> dict[str, Any]:
        """A line, a bar as a line as thick as it is high, or a mark, with its ink."""
        name = f"{shape.role} {shape.column}".strip()
        known: dict[str, Any] = {"name": name, "column": shape.column}
        if isinstance(shape, Marker):
            return known | self._mark(shape)
        assert not isinstance(shape, Label)
        known |= {"kind": "line", "fill": "", "stroke": self.inks.stroke(shape.role, shape.column)}
        look = STROKES[shape.role]
        if isinstance(shape, Bar):
            y = round(shape.y + shape.height / 2, 2)
            return (
                known
                | self._ends(shape, shape.x, shape.x + shape.width)
                | {"y1": y, "y2": y, "wide": shape.height, "dash": ""}
            )
        wide = look.width * self.inks.size
        dash = " ".join(f"{part:.1f}" for part in look.parts(wide))
        known |= {"y1": round(shape.y1, 2), "y2": round(shape.y2, 2), "wide": round(wide, 2), "dash": dash}
        if look.tip and shape.column:
            known |= {"kind": "arrow", "short": 0.6 * self.inks.size - 2 * wide}
        return known | self._ends(shape, shape.x1, shape.x2)

    def _ends(self, shape: Shape, start: float, end: float) -> dict[str, Any]:
        if shape.pin is None:
            return {"x1": self._share(start), "x2": self._share(end)}
        share, first = self._pinned(start, shape.pin)
        return {"pin": share, "x1": first, "x2": round(first + end - start, 2)}

    def _mark(self, mark: Marker) -> dict[str, Any]:
        look, party, paper = MARKS[mark.role], self.inks.mark(mark.column), self.inks.palette.paper
        edge = self.inks.edge(look, mark.size)
        radius = mark.size / 2 - (edge / 2 if look.edge else 0)
        pin, shift = self._pinned(mark.x, mark.pin)
        return {
            "kind": "path",
            "pin": pin,
            "y": round(mark.y, 2),
            "path": outline(party.shape, radius, (shift, 0)),
            "fill": mixed(party.colour, look.fill, paper),
            "stroke": party.colour if look.edge else paper,
            "wide": round(edge, 2),
            "dash": _DASHES[look.dash],
        }

    def words(self, shape: Shape) -> Iterator[dict[str, Any]]:
        """Words in lines, each with its size and the place of its foot; the number inside a mark."""
        if isinstance(shape, Label):
            look, size = TYPES[shape.role], shape.size
            feet = [size * (shape.leading * (place + 0.5) + _BASE) for place in range(len(shape.lines))]
            lines = [(text, shape.y + foot) for text, foot in zip(shape.lines, feet, strict=True)]
            style = _Style(shape.anchor, size, self.inks.words(shape.role), look.bold, look.italic)
            yield self._text(shape, lines, style)
        elif isinstance(shape, Marker) and self.inks.mark(shape.column).number:
            party, size = self.inks.mark(shape.column), shape.size * NUMBER_SIZE
            ink = number_ink(party, MARKS[shape.role], self.inks.palette.paper)
            style = _Style("middle", size, ink, True)
            yield self._text(shape, [(party.number, shape.y + _BASE * size)], style)

    def _text(self, shape: Label | Marker, lines: list[tuple[str, float]], style: _Style) -> dict[str, Any]:
        known: dict[str, Any] = {"name": shape.role, "column": shape.column}
        look = {"size": round(style.size, 2), "bold": style.bold, "italic": style.italic}
        set_lines = [{"text": text, **look, "y": round(y, 2)} for text, y in lines]
        pin, x = self._pinned(shape.x, shape.pin)
        return known | {"pin": pin, "x": x, "anchor": style.anchor, "ink": style.ink, "lines": set_lines}

    def tip(self, shape: Line | Marker) -> dict[str, Any]:
        """What a step or a mark tells under the pointer, in lines, and what a click on it opens."""
        x, y = (shape.x1, (shape.y1 + shape.y2) / 2) if isinstance(shape, Line) else (shape.x, shape.y)
        pin, shift = self._pinned(x, shape.pin)
        opens = shape.opens if isinstance(shape, Marker) else ""
        known: dict[str, Any] = {"column": shape.column, "opens": opens, "says": shape.tip.split("\n")}
        return {"pin": pin, "x": shift, "y": round(y, 2), **known}
