"""The sizes in which sheets are handed out: pixels, and type that can be read at that size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Unit = Literal["px", "pt"]


@dataclass(frozen=True)
class Type:
    """Sizes of type in the unit of the preset; `body` runs from the least that is used to the most.

    `small` sets the words of scales and legends, `cell` those under the title of a cell at least,
    `foot` the line under every sheet, `figure` the words of a figure, from the least to the most.
    """

    title: float
    subtitle: float
    body: tuple[float, float]
    small: float
    cell: float
    foot: float
    figure: tuple[float, float]


@dataclass(frozen=True)
class Preset:
    """A size of sheet: width and height in pixels at `ppi`; `margin` and type in `unit`.

    One that is not `alone` is part of a page, which says title and sources itself: it has neither, and is no
    higher than what it shows.
    """

    id: str
    name: str
    width: int
    height: int
    ppi: int
    unit: Unit
    margin: float
    type: Type
    alone: bool = True

    def points(self, length: float) -> float:
        """A length of this preset in typographic points."""
        return length * 0.75 if self.unit == "px" else length

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the sheet in typographic points."""
        return self.width * 72 / self.ppi, self.height * 72 / self.ppi


# Sizes by use: ANCHORS of the visual rules, section 5.4. A pixel is 0.75 points, so that 14 points
# on a slide are 18.7 pixels and the 12 of its cells 16; nothing on paper goes below 8 points.
_A4_PORTRAIT = Type(title=16, subtitle=10.5, body=(9.5, 12), small=9, cell=8, foot=8, figure=(8.5, 11))
_A4_LANDSCAPE = Type(title=17, subtitle=11, body=(9.5, 12.5), small=9, cell=8, foot=8, figure=(9, 11.5))
PRESETS: dict[str, Preset] = {
    one.id: one
    for one in (
        Preset(
            "slide", "Slide 16:9", 1920, 1080, 96, "px", 64, Type(40, 23, (19, 27), 18.7, 16, 18.7, (20, 29))
        ),
        Preset("a4-portrait", "A4 portrait", 2480, 3508, 300, "pt", 44, _A4_PORTRAIT),
        Preset("a4-landscape", "A4 landscape", 3508, 2480, 300, "pt", 44, _A4_LANDSCAPE),
        Preset(
            "card", "Card for the web", 850, 600, 96, "px", 26, Type(21, 14, (14, 16), 12.5, 11, 11, (12, 14))
        ),
        Preset("square", "Square", 1080, 1080, 96, "px", 48, Type(38, 23, (20, 28), 19, 17, 17, (20, 24))),
    )
}
