"""The colours of a drawing's roles in one colour scheme, for all of its media."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from components.colours import pale
from components.theme import PALETTES, STROKES, TYPES, Mark, MarkLook, Palette, Scheme

_LEAST_EDGE = 1.4  # points; a thinner outline is lost in print


@dataclass(frozen=True)
class Inks:
    """Whose marks are drawn, in which scheme, in which size of type; unknown roles raise KeyError."""

    marks: Mapping[str, Mark]
    scheme: Scheme
    size: float

    @property
    def palette(self) -> Palette:
        """The colours of the scheme."""
        return PALETTES[self.scheme]

    def mark(self, column: str) -> Mark:
        """The mark of a column; of none a grey circle, as legends have it."""
        return self.marks[column] if column else Mark(self.palette.other, "circle")

    def stroke(self, role: str, column: str = "") -> str:
        """The colour of a line or bar."""
        ink, side = STROKES[role].ink, self.mark(column).colour
        if ink == "pale":
            return pale(side, self.palette.paper)
        return side if ink == "side" else str(getattr(self.palette, ink))

    def words(self, role: str) -> str:
        """The colour of words."""
        return {"ink": self.palette.ink, "mute": self.palette.mute}[TYPES[role].ink]

    def edge(self, look: MarkLook, size: float) -> float:
        """The width of the outline of a mark of a size."""
        return max(_LEAST_EDGE * self.size / 13, look.edge * size) if look.edge else 0.08 * size
