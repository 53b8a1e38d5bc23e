"""Colours of a drawing's roles, and mixes of them: a share of one on paper, the palest that is seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from components.theme import PALETTES, STROKES, TYPES, Mark, MarkLook, Palette, Scheme

_PAPER = PALETTES["light"].paper
_SEEN = 3.0  # contrast on paper that a graphic needs (WCAG 1.4.11)
_LEAST_EDGE = 1.4  # points; a thinner outline is lost in print


def mixed(colour: str, share: float, paper: str = _PAPER) -> str:
    """A colour on paper as "#RRGGBB"; `share` from 0 to 1 says how much of the colour is left."""
    pairs = zip(_parts(colour), _parts(paper), strict=True)
    parts = (round(share * one + (1 - share) * other) for one, other in pairs)
    return "#" + "".join(f"{part:02X}" for part in parts)


def pale(colour: str, paper: str = _PAPER) -> str:
    """The palest mix of a colour that has a contrast of 3 on paper, in steps of a twentieth."""
    mixes = (mixed(colour, place / 20, paper) for place in range(1, 21))
    return next((one for one in mixes if _contrast(one, paper) >= _SEEN), colour)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _contrast(colour: str, paper: str) -> float:
    """The contrast with paper as WCAG 2 defines it."""
    dark, light = sorted((_luminance(colour), _luminance(paper)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    shares = [part / 255 for part in _parts(colour)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


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
