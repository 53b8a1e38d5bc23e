"""A mark as SVG draws it: its place, colours and size."""

from __future__ import annotations

from dataclasses import dataclass

from components.briefing.colours import mixed
from components.theme import PALETTES, Mark, MarkLook, Scheme, number_ink

MARK = 15  # pixels


@dataclass(frozen=True)
class DrawnMark:
    """A mark: its place, colours and size; `edge` is the width of its outline in pixels, 0 for none.

    `dash` is the pattern of the outline for SVG, "" for a whole one; `text` the colour of a number inside.
    """

    x: float
    size: float
    shape: str
    fill: str
    stroke: str
    edge: float
    dash: str
    number: str
    text: str


def drawn_mark(x: float, mark: Mark, look: MarkLook, scheme: Scheme = "light") -> DrawnMark:
    """A mark at a place, filled and edged as its look says."""
    size = MARK * look.size
    edge = max(1.2, look.edge * MARK) if look.edge else 0.0
    dash = {"solid": "", "dashed": "3 2", "dotted": "1.5 1.7"}[look.dash]
    paper = PALETTES[scheme].paper
    fill, text = mixed(mark.colour, look.fill, paper), number_ink(mark, look, paper)
    return DrawnMark(x, size - edge, mark.shape, fill, mark.colour, edge, dash, mark.number, text)
