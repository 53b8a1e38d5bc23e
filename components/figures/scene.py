"""A figure as lines, bars, marks and words at their places, in points: what every medium draws alike.

Nothing here has a colour. A role says what a shape means; `components.theme` says how each role looks,
and an unknown one is an error there. x runs to the right, y down.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from typing import Literal

from components.figures.figure_text import text_width
from components.theme import TYPES

BOLD = 1.07  # how much wider bold words are
LEADING = 1.3  # from one line of words to the next, as a part of their size
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True)
class Line:
    """A straight line, a key of `theme.STROKES`; `tip` are the words of whoever points at its middle."""

    role: str
    x1: float
    y1: float
    x2: float
    y2: float
    column: str = ""
    tip: str = ""
    pin: float | None = None


@dataclass(frozen=True)
class Bar:
    """A bar with its upper left corner at x and y, a key of `theme.STROKES`."""

    role: str
    x: float
    y: float
    width: float
    height: float
    column: str = ""
    pin: float | None = None


@dataclass(frozen=True)
class Marker:
    """The mark of a column around x and y, a key of `theme.MARKS`; in a legend of no column.

    `tip` are the words of whoever points at it; a copy that explains a name or a legend has none.
    `opens` is what a click on it opens, where the medium can: "column.issue.day".
    """

    role: str
    x: float
    y: float
    size: float
    column: str = ""
    tip: str = ""
    pin: float | None = None
    opens: str = ""


@dataclass(frozen=True)
class Label:
    """Lines of words, a key of `theme.TYPES`: x is where they are anchored, y the top of the first line.

    Of every shape `pin` is the x to which it keeps its distance where a medium stretches the figure.
    `leading` is how far a line of words stands from the next, as a part of their size.
    """

    role: str
    x: float
    y: float
    lines: tuple[str, ...]
    size: float
    anchor: Anchor = "start"
    column: str = ""
    pin: float | None = None
    leading: float = LEADING

    @property
    def height(self) -> float:
        """From the top of the first line to the foot of the last."""
        return len(self.lines) * self.size * self.leading

    @property
    def left(self) -> float:
        """Where the longest line begins."""
        return self.x - self.width * {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor]

    @property
    def width(self) -> float:
        """About how wide the longest line is."""
        wide = BOLD if TYPES[self.role].bold else 1.0
        return max((text_width(line, self.size) for line in self.lines), default=0.0) * wide


Shape = Line | Bar | Marker | Label


@dataclass(frozen=True)
class Scene:
    """Shapes on a ground of a width and a height, in the order in which they are drawn."""

    width: float
    height: float
    shapes: tuple[Shape, ...] = ()


def words_of(scene: Scene) -> str:
    """What stands in a scene, word for word, for whoever cannot see it."""
    return "; ".join(" ".join(one.lines) for one in scene.shapes if isinstance(one, Label))


@dataclass(frozen=True)
class Scale:
    """Where the steps of an issue stand in a band: x of step 0 and of the last one, y of the line."""

    first: float
    end: float
    last: float
    y: float

    def at(self, step: float) -> float:
        """The x of a step."""
        return self.first + (self.end - self.first) * step / self.last

    def step(self, x: float) -> float:
        """The step at an x."""
        return round((x - self.first) / (self.end - self.first) * self.last, 4)


@dataclass(frozen=True)
class Band:
    """What may not be torn apart: the scene of one issue with its scale if it has one, and all in words.

    `opening` is what stands on it too where a sheet begins with it.
    """

    name: str
    words: str
    scene: Scene
    scale: Scale | None = None
    opening: Scene | None = None


@dataclass(frozen=True)
class Drawing:
    """A figure: what stands over it, its bands from the first to the last, and its legend.

    Head and legend are `width` wide, and its type has `size` points. Bands stand beside each other in
    `columns`, in the order in which they are read.
    """

    width: float
    size: float
    head: Scene
    bands: tuple[Band, ...]
    legend: Scene = field(default_factory=lambda: Scene(0, 0))
    columns: int = 1

    @cached_property
    def whole(self) -> Scene:
        """Head, bands and legend below each other as one scene."""
        return stacked((self.head, *self.rows, self.legend))

    @cached_property
    def rows(self) -> tuple[Scene, ...]:
        """The bands that stand beside each other as one scene each."""
        starts = range(0, len(self.bands), self.columns)
        return tuple(self._row(self.bands[start : start + self.columns]) for start in starts)

    def left(self, place: int) -> float:
        """Where the band at a place begins."""
        column = place % self.columns
        return column * (self.width - self.bands[place].scene.width) / max(1, self.columns - 1)

    def _row(self, bands: Sequence[Band]) -> Scene:
        shapes = (
            moved(shape, right=self.left(place))
            for place, band in enumerate(bands)
            for shape in band.scene.shapes
        )
        return Scene(self.width, max(band.scene.height for band in bands), tuple(shapes))


def stacked(scenes: tuple[Scene, ...]) -> Scene:
    """Scenes below each other as one."""
    shapes: list[Shape] = []
    top = 0.0
    for scene in scenes:
        shapes.extend(moved(shape, down=top) for shape in scene.shapes)
        top += scene.height
    return Scene(max((scene.width for scene in scenes), default=0.0), top, tuple(shapes))


def moved(shape: Shape, right: float = 0.0, down: float = 0.0) -> Shape:
    """A shape further to the right, with its pin, or further down."""
    pin = None if shape.pin is None else shape.pin + right
    if isinstance(shape, Line):
        x1, x2, y1, y2 = shape.x1 + right, shape.x2 + right, shape.y1 + down, shape.y2 + down
        return replace(shape, x1=x1, x2=x2, y1=y1, y2=y2, pin=pin)
    return replace(shape, x=shape.x + right, y=shape.y + down, pin=pin)


def scaled(scene: Scene, by: float) -> Scene:
    """A scene so many times as large, with its type."""
    names = ("x", "y", "x1", "x2", "y1", "y2", "width", "height", "size", "pin")

    def larger(shape: Shape) -> Shape:
        kept = {one.name: getattr(shape, one.name) for one in fields(shape) if one.name in names}
        return replace(shape, **{name: value * by for name, value in kept.items() if value is not None})

    return Scene(scene.width * by, scene.height * by, tuple(larger(shape) for shape in scene.shapes))
