"""The legend of a figure on scales as a scene: each mark and line that it uses, with its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from components.figure_text import filled_lines, text_width
from components.figures.legend import Meaning
from components.figures.scene import LEADING, Bar, Label, Line, Marker, Scene, Shape
from components.theme import MARKS, STROKES, TYPES

_KEY, _BETWEEN, _MARK = 2.0, 1.5, 1.08  # in sizes of type
NAMED = "A (B)"  # how a member stands in the place of its grouping


def legend_scene(meanings: Sequence[Meaning], width: float, size: float) -> Scene:
    """What the marks and lines mean, one after the other, in as many rows as it takes; in grey."""
    words, shapes = TYPES["legend"].size * size, list[Shape]()
    left = top = 0.0
    for one in meanings:
        key = max(_KEY * size, text_width(NAMED, words) + 0.5 * size if one.kind == "name" else 0)
        lines = tuple(filled_lines(one.words, words, width - key))
        wide = key + max(text_width(line, words) for line in lines)
        if left and left + wide > width:
            left, top = 0.0, _foot(shapes) + 0.2 * size
        shapes += [*_sample(one, left, top, size)]
        shapes.append(Label("legend", left + key, top, lines, words, pin=0))
        left += wide + _BETWEEN * size
    return Scene(width, _foot(shapes) + 0.2 * size if shapes else 0, tuple(shapes))


def _foot(shapes: Sequence[Shape]) -> float:
    return max(one.y + one.height for one in shapes if isinstance(one, Label))


def _sample(one: Meaning, left: float, top: float, size: float) -> Iterator[Shape]:
    """A grey copy of the mark or line."""
    words = TYPES["legend"].size * size
    y, long = top + LEADING * words / 2, (_KEY - 0.6) * size
    if one.kind == "name":
        yield Label("legend", left, top, (NAMED,), words, pin=0)
    elif one.kind == "mark":
        yield Marker(one.key, left + long / 2, y, MARKS[one.key].size * _MARK * size, pin=0)
    elif one.key == "range":
        height = STROKES["range"].width * size
        yield Bar("range", left, y - height / 2, long, height, pin=0)
    else:
        yield Line(one.key, left, y, left + long, y, pin=0)
