"""A grid of numbers as the browser draws it: tiles and texts on columns that stretch with the page.

x counts columns from the middle of the first one, y pixels down from the top.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from components.figures.figure_text import filled_lines
from components.svg_figure.view import Layout
from components.theme import Palette

_LINE, _BASE = 1.3, 0.35  # from line to line, and from the middle of a line to its foot, in sizes of type
_HELD = {"top": 0.0, "middle": 0.5}
_MARGIN = 8.0  # pixels between the name of a row and its cells


@dataclass(frozen=True)
class Type:
    """How a text is set; `over` is the part of it that stands at its y, `shift` pixels right of its x.

    With `small` its lines after the first have that size.
    """

    size: float
    colour: str
    anchor: Literal["start", "middle"] = "middle"
    over: Literal["top", "middle"] = "middle"
    shift: float = 0.0
    small: float = 0.0


@dataclass(frozen=True)
class Edge:
    """The line around a tile: its width in pixels, 0 for none, and its dashes as SVG has them."""

    colour: str
    width: float
    dash: str = ""


@dataclass(frozen=True)
class Grid:
    """A grid of so many columns as it is being drawn, with `left` pixels for the names of its rows."""

    palette: Palette
    columns: int
    left: float
    shapes: list[dict[str, Any]] = field(default_factory=list)
    texts: list[dict[str, Any]] = field(default_factory=list)
    tips: list[dict[str, Any]] = field(default_factory=list)

    def _share(self, x: float) -> float:
        """How far right a place is on what stretches, in per cent."""
        return round((x + 0.5) / max(1, self.columns) * 100, 3)

    def note(self, place: tuple[float, float], lines: Sequence[str], style: Type) -> None:
        """Words in lines, around a place of the grid or below it."""
        self._text(self._share(place[0]), style.shift, place[1], lines, style)

    def margin_note(self, place: tuple[float, float], lines: Sequence[str], style: Type) -> None:
        """Words whose x counts pixels from the left edge of the figure."""
        self._text(0.0, place[0] - self.left, place[1], lines, style)

    def row_name(self, words: str, y: float, size: float) -> None:
        """The name of a row, in as many lines as it needs."""
        lines = self._name(words, size)
        self.margin_note((0, y), lines, Type(size, self.palette.ink, "start"))

    def name_height(self, words: str, size: float) -> float:
        """How high the name of a row is."""
        return len(self._name(words, size)) * size * _LINE

    def _name(self, words: str, size: float) -> list[str]:
        return filled_lines(words, size, self.left - _MARGIN)

    def _text(self, pin: float, x: float, y: float, lines: Sequence[str], style: Type) -> None:
        high = _LINE * style.size
        top = y - _HELD[style.over] * high * len(lines)
        sizes = [style.size, *[style.small or style.size] * (len(lines) - 1)]
        told = [
            {
                "text": text,
                "size": size,
                "bold": False,
                "italic": False,
                "y": round(top + high * (place + 0.5) + _BASE * size, 2),
            }
            for place, (text, size) in enumerate(zip(lines, sizes, strict=True))
        ]
        known = {"pin": pin, "x": round(x, 2), "anchor": style.anchor, "ink": style.colour}
        self.texts.append({**known, "lines": told})

    def tile(
        self, place: tuple[float, float], half: tuple[float, float], fill: str, edge: Edge, name: str = ""
    ) -> None:
        """A cell under its text, so far to each side of its place."""
        (x, y), (wide, high) = place, half
        ends = {"x1": self._share(x - wide), "x2": self._share(x + wide)}
        self._rect(ends, (y - high, y + high), fill, edge, name)

    def key(self, left: float, y: float, edge: Edge) -> None:
        """The sample of an edge in a legend, whose x counts pixels from the left edge of the figure."""
        ends = {"pin": 0.0, "x1": left + 1 - self.left, "x2": left + 17 - self.left}
        self._rect(ends, (y - 6, y + 6), "", edge, "legend")

    def _rect(
        self, ends: dict[str, float], ys: tuple[float, float], fill: str, edge: Edge, name: str
    ) -> None:
        look = {"stroke": edge.colour, "wide": edge.width, "dash": edge.dash, "fill": fill}
        heights = {"y1": round(ys[0], 2), "y2": round(ys[1], 2)}
        self.shapes.append({"kind": "rect", "name": name, **look, **ends, **heights})

    def tip(self, place: tuple[float, float], words: str) -> None:
        """What whoever points at a place is told."""
        self.tips.append({"pin": self._share(place[0]), "y": round(place[1], 2), "says": [words]})

    def layout(self, height: float, name: str = "any") -> Layout:
        """The figure for pages of a kind: "wide", "narrow" or "any"."""
        return Layout(
            id=name,
            height=round(height, 2),
            left=self.left,
            right=0.0,
            paper=self.palette.paper,
            shapes=self.shapes,
            words=self.texts,
            tips=self.tips,
            says="",
            sticky=None,
        )
