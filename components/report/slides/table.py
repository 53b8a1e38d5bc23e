"""Native tables on slides: heights from the length of texts, looks of cells, none below the least size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.table import Table as NativeTable
from pptx.table import _Cell
from pptx.util import Emu, Inches, Length, Pt

from components.report.records import Head
from components.report.slides.cell_look import draw_head, draw_look, draw_plain
from components.report.slides.look import (
    BODY,
    BOTTOM,
    MARGIN,
    TOP,
    Words,
    add_slide,
    describe,
    fill,
    numbered,
)
from components.report.slides.type_width import line_count
from components.theme import Look

_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's style without grid or shades
_SIDE, _ABOVE = Inches(0.08), Inches(0.045)
_LEADING = 1.22  # height of a line in shares of the size


@dataclass(frozen=True)
class Box:
    """A cell: paragraphs, and the look of its state if it has one."""

    words: tuple[Words, ...]
    look: Look | None = None


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
    space = room - row_height(table.heads, table.widths)
    for group in fitting_groups([row_height(row, table.widths) for row in table.rows], space):
        yield tuple(table.rows[place] for place in group)


def add_table(slide: Slide, table: Table, rows: Sequence[Sequence[Box]], top: Length = TOP) -> None:
    """Put the heads and these rows on a slide as one native table that can be edited."""
    native = add_rows(slide, table, [table.heads, *rows], top)
    native.first_row = True
    for cell in native.rows[0].cells:
        cell.vertical_anchor = MSO_ANCHOR.BOTTOM
        draw_head(cell)


def add_table_slides(
    deck: Deck,
    head: Head,
    table: Table,
    titles: tuple[str, str],
    over: str = "",
) -> None:
    """As many slides as the rows need, numbered; none without rows."""
    for number, rows in numbered(list(pages(table))):
        named = titles if over else (f"{titles[0]}{number}", titles[1])
        slide = add_slide(deck, head, named, over=f"{over}{number}" if over else "")
        add_table(slide, table, rows)


def add_rows(slide: Slide, table: Table, rows: Sequence[Sequence[Box]], top: Length) -> NativeTable:
    """Put rows without heads on a slide as a native table; the widths and words are those of `table`."""
    heights = [row_height(row, table.widths) for row in rows]
    frame = slide.shapes.add_table(
        len(rows), len(table.widths), MARGIN, top, Emu(sum(table.widths)), Emu(sum(heights))
    )
    describe(frame, table.name, table.words)
    native: NativeTable = frame.table
    native.horz_banding = native.first_row = False
    native._tbl.tblPr.find(qn("a:tableStyleId")).text = _PLAIN  # type: ignore[union-attr]
    for place, width in enumerate(table.widths):
        native.columns[place].width = Emu(width)
    for line, height, boxes in zip(native.rows, heights, rows, strict=True):
        line.height = Emu(height)
        for cell, box in zip(line.cells, boxes, strict=True):
            _set(cell, box)
    return native


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
    return line_count(words.whole, words.size, (width - 2 * _SIDE) / Pt(1), bold=words.bold)


def _set(cell: _Cell, box: Box) -> None:
    cell.margin_left = cell.margin_right = _SIDE
    cell.margin_top = cell.margin_bottom = _ABOVE
    cell.vertical_anchor = MSO_ANCHOR.TOP
    fill(cell.text_frame, box.words)
    if box.look:
        draw_look(cell, box.look)
    else:
        draw_plain(cell)


def fitting_groups(heights: Sequence[int], room: int) -> list[range]:
    """The places in groups that fit the room, as even as they can be; a height beyond it stands alone."""
    fewest = _greedy(heights, room)
    if len(fewest) < 2:
        return fewest
    least = max(sum(heights) // len(fewest), *heights)
    for cap in range(least, room, max(1, room // 50)):
        groups = _greedy(heights, cap)
        if len(groups) == len(fewest):
            return groups
    return fewest


def _greedy(heights: Sequence[int], room: int) -> list[range]:
    groups: list[range] = []
    first, used = 0, 0
    for place, height in enumerate(heights):
        if place > first and used + height > room:
            groups.append(range(first, place))
            first, used = place, 0
        used += height
    return [*groups, range(first, len(heights))] if heights else []
