"""Two days on each scale as HTML draws them, in per cent: a row per actor with both marks on its scale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from components.colours import mixed, pale
from components.figures.arrows import ArrowPanel, ArrowPoint, ArrowRow
from components.figures.scale import EARLIER
from components.theme import PALETTES, Mark, MarkLook, Scheme, mark_look, number_ink

DOTTED = "2 3"


@dataclass(frozen=True)
class Stroke:
    """A straight line; `dash` is its pattern, "" for a whole one, `column` whose it is, if anybody's."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str
    width: float
    dash: str = ""
    column: str = ""


@dataclass(frozen=True)
class ArrowDrawing:
    """A row of two days: its change in words, both marks on its scale.

    `new` is the anchor of that word beside the mark, "" where it does not stand there.
    """

    row: ArrowRow
    words: str
    changed: bool
    mark: Mark
    guides: tuple[float, ...]
    ranges: tuple[Stroke, ...]
    before: DrawnMark | None
    after: DrawnMark | None
    new: str


@dataclass(frozen=True)
class ArrowsDrawing:
    """The rows of one issue, and who stands on no step."""

    name: str
    rows: tuple[ArrowDrawing, ...]
    note: str


def arrows_drawing(panel: ArrowPanel, marks: Mapping[str, Mark], scheme: Scheme = "light") -> ArrowsDrawing:
    """The rows of one issue as HTML draws them."""
    rows = tuple(_arrow(row, marks[row.column], scheme) for row in panel.rows)
    return ArrowsDrawing(panel.issue.name, rows, panel.note)


def _arrow(row: ArrowRow, mark: Mark, scheme: Scheme) -> ArrowDrawing:
    points = [point for point in (row.trail, row.after) if point and point.low != point.high]
    look = mark_look(row.role, old=row.old, weak=row.weak)
    return ArrowDrawing(
        row=row,
        words=row.told,
        changed=row.changed,
        mark=mark,
        guides=tuple(_share(step, row) for step in row.guides),
        ranges=tuple(_range(point, row, mark, scheme) for point in points),
        before=drawn_mark(_share(row.trail.point, row), mark, mark_look(EARLIER), scheme)
        if row.trail
        else None,
        after=drawn_mark(_share(row.after.point, row), mark, look, scheme) if row.after else None,
        new=("end" if row.after.point / row.last > 0.75 else "start") if row.new and row.after else "",
    )


def _share(step: float, row: ArrowRow) -> float:
    """The place of a step in per cent; both ends leave room for half a mark."""
    return 4 + 92 * step / row.last


def _range(point: ArrowPoint, row: ArrowRow, mark: Mark, scheme: Scheme) -> Stroke:
    low, high = _share(point.low, row), _share(point.high, row)
    if point.doubt:
        return Stroke(low, 0, high, 0, mark.colour, 2, DOTTED)
    return Stroke(low, 0, high, 0, pale(mark.colour, PALETTES[scheme].paper), 4)


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
