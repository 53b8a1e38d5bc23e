"""Native tables on slides: heights from the length of texts, hairlines, no cell below the least size."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.table import _Cell
from pptx.util import Emu, Inches, Length, Pt

from components.briefing.deck.look import BODY, BOTTOM, MARGIN, PALETTE, TOP, Words, describe, fill

_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's style without grid or shades
_SIDE, _ABOVE = Inches(0.08), Inches(0.045)
_LETTER, _LEADING = 0.47, 1.2  # width of a letter and height of a line, in shares of the size


@dataclass(frozen=True)
class Box:
    """A cell: paragraphs, a colour behind them, and one for its strong left edge."""

    words: tuple[Words, ...]
    fill: RGBColor | None = None
    edge: RGBColor | None = None


@dataclass(frozen=True)
class Table:
    """A table that may run over several slides: widths in EMU, heads, rows of as many boxes."""

    name: str
    words: str
    widths: tuple[int, ...]
    heads: tuple[Box, ...]
    rows: tuple[tuple[Box, ...], ...]


def pages(table: Table, room: int = BOTTOM - TOP) -> Iterator[tuple[tuple[Box, ...], ...]]:
    """The rows in groups that fit a slide beneath the heads; a row too high for any stands alone."""
    left = space = room - row_height(table.heads, table.widths)
    group: list[tuple[Box, ...]] = []
    for row in table.rows:
        height = row_height(row, table.widths)
        if group and height > space:
            yield tuple(group)
            group, space = [], left
        group.append(row)
        space -= height
    if group:
        yield tuple(group)


def add_table(slide: Slide, table: Table, rows: Sequence[Sequence[Box]], top: Length = TOP) -> None:
    """Put the heads and these rows on a slide as one native table that can be edited."""
    lines = (table.heads, *rows)
    heights = [row_height(line, table.widths) for line in lines]
    frame = slide.shapes.add_table(
        len(lines), len(table.widths), MARGIN, top, Emu(sum(table.widths)), Emu(sum(heights))
    )
    describe(frame, table.name, table.words)
    native = frame.table
    native.horz_banding = False
    native._tbl.tblPr.find(qn("a:tableStyleId")).text = _PLAIN  # type: ignore[union-attr]
    for place, width in enumerate(table.widths):
        native.columns[place].width = Emu(width)
    for row, height, line in zip(native.rows, heights, lines, strict=True):
        row.height = Emu(height)
        for cell, box in zip(row.cells, line, strict=True):
            _set(cell, box, head=line is table.heads)


def row_height(boxes: Sequence[Box], widths: Sequence[int]) -> int:
    """The height that the longest cell of a row needs, in EMU."""
    needed = [
        sum(_lines(one, width) * one.size * _LEADING for one in box.words)
        for box, width in zip(boxes, widths, strict=True)
    ]
    return int(Pt(ceil(max(needed, default=0)))) + 2 * _ABOVE


def shares(*parts: float) -> tuple[int, ...]:
    """Widths that fill the body of a slide in these proportions."""
    return tuple(int(BODY * part / sum(parts)) for part in parts)


def _lines(words: Words, width: int) -> int:
    letters = (width - 2 * _SIDE) / Pt(1) / (words.size * _LETTER * (1.06 if words.bold else 1))
    return max(1, len(textwrap.wrap(words.text, max(1, int(letters)))))


def _set(cell: _Cell, box: Box, *, head: bool) -> None:
    cell.margin_left = cell.margin_right = _SIDE
    cell.margin_top = cell.margin_bottom = _ABOVE
    cell.vertical_anchor = MSO_ANCHOR.BOTTOM if head else MSO_ANCHOR.TOP
    fill(cell.text_frame, box.words)
    properties = cell._tc.get_or_add_tcPr()
    _line(properties, "a:lnL", 4.5, str(box.edge) if box.edge is not None else None)
    _line(properties, "a:lnR", 0, None)
    _line(properties, "a:lnT", 0, None)
    _line(properties, "a:lnB", 1.5 if head else 0.75, (PALETTE.ink if head else PALETTE.line).lstrip("#"))
    if box.fill is None:
        cell.fill.background()
    else:
        cell.fill.solid()
        cell.fill.fore_color.rgb = box.fill


def _line(properties: etree._Element, name: str, points: float, colour: str | None) -> None:
    """One edge of a cell; without a colour it is said to be none, or a neighbour's would show."""
    line = etree.SubElement(properties, qn(name), w=str(int(Pt(points))), cap="flat", cmpd="sng", algn="ctr")
    if colour is None:
        etree.SubElement(line, qn("a:noFill"))
        return
    shade = etree.SubElement(line, qn("a:solidFill"))
    etree.SubElement(shade, qn("a:srgbClr"), val=colour)
