"""Native tables on slides: heights from the length of texts, looks of cells, none below the least size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
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
from components.report.slides.listing_heads import MOST_ROWS, MOST_SLIDES, Listed
from components.report.slides.look import (
    BODY,
    BOTTOM,
    MARGIN,
    TOP,
    Words,
    describe,
    fill,
    numbered,
)
from components.report.slides.room import fitting_groups, full_groups, line_count, text_width
from components.theme import Look

ROOM = BOTTOM - TOP
_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's style without grid or shades
_SIDE, _ABOVE = Inches(0.08), Inches(0.045)
_LEADING = 1.22  # height of a line in shares of the size
_GROWTH = (1.34, 1.25, 1.17, 1.09)  # of type where that takes no further slide
_UNIT = int(Pt(6))
_STEPS = (16, 8, 4, 2, 1)  # units that one column gives to another
_POWERS = (0.0, 0.4, 0.8)
_EVENNESS = (1, 3)  # the powers of heights whose sum falls
_MEASURED = 16  # rows, of a table of many the first


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


def pages(table: Table, room: int = ROOM, *, even: bool = True) -> Iterator[tuple[tuple[Box, ...], ...]]:
    """The rows in groups that fit a slide beneath the heads; a row too high for any stands alone.

    Groups are as even as they can be, or the first ones as full.
    """
    space = room - row_height(table.heads, table.widths)
    fitted = fitting_groups if even else full_groups
    for group in fitted([row_height(row, table.widths) for row in table.rows], space):
        yield tuple(table.rows[place] for place in group)


def grown(table: Table, room: int = ROOM) -> Table:
    """The table in the largest type in which it takes no more slides and breaks no word."""
    fewest = len(list(pages(table, room)))
    larger = (_sized(table, factor) for factor in _GROWTH)
    return next((one for one in larger if _whole(one) and len(list(pages(one, room))) <= fewest), table)


def _whole(table: Table) -> bool:
    """Whether every word has room on a line."""
    rows = (table.heads, *table.rows)
    return all(
        least_width(box) <= width for row in rows for box, width in zip(row, table.widths, strict=True)
    )


def narrowest(ways: Iterable[Table], room: int = ROOM) -> Table:
    """Of several ways to lay out a table that which takes the fewest slides, then the least height."""
    return min(ways, key=lambda way: (len(list(pages(way, room))), table_height(way)))


def table_height(table: Table) -> int:
    """The height of the heads and all rows, in EMU."""
    return sum(row_height(row, table.widths) for row in (table.heads, *table.rows))


def _sized(table: Table, factor: float) -> Table:
    """The table in type that is so many times as large."""
    heads, *rows = [tuple(sized(box, factor) for box in row) for row in (table.heads, *table.rows)]
    return replace(table, heads=heads, rows=tuple(rows))


def sized(box: Box, factor: float) -> Box:
    """A cell in type that is so many times as large, in half points."""
    words = (replace(one, size=round(one.size * factor * 2) / 2) for one in box.words)
    return replace(box, words=tuple(words))


def add_table(slide: Slide, table: Table, rows: Sequence[Sequence[Box]], top: Length = TOP) -> None:
    """Put the heads and these rows on a slide as one native table that can be edited."""
    native = add_rows(slide, table, [table.heads, *rows], top)
    native.first_row = True
    for cell in native.rows[0].cells:
        cell.vertical_anchor = MSO_ANCHOR.BOTTOM
        draw_head(cell)


def add_table_slides(deck: Deck, head: Head, listed: Listed, table: Table) -> None:
    """As many slides as the rows need, each with which of how many it has; none without any.

    Of more than MOST_SLIDES slides the first come, and what is counted says so.
    """
    total, table = len(table.rows), grown(replace(table, rows=table.rows[:MOST_ROWS]))
    done, found = 0, list(pages(table))
    more = len(found) > MOST_SLIDES or total > len(table.rows)
    for number, rows in numbered(found[:MOST_SLIDES]):
        told = listed.told(number, (done + 1, done + len(rows)), total, more=more)
        done += len(rows)
        add_table(listed.slide(deck, head, told), table, rows)


def add_rows(
    slide: Slide, table: Table, rows: Sequence[Sequence[Box]], top: Length, left: Length = MARGIN
) -> NativeTable:
    """Put rows without heads on a slide as a native table; the widths and words are those of `table`."""
    heights = [row_height(row, table.widths) for row in rows]
    frame = slide.shapes.add_table(
        len(rows), len(table.widths), left, top, Emu(sum(table.widths)), Emu(sum(heights))
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
    return max(map(cell_height, boxes, widths), default=2 * _ABOVE)


def cell_height(box: Box, width: int) -> int:
    """The height that a cell needs at a width, in EMU."""
    needed = sum(_lines(one, width) * one.size * _LEADING for one in box.words)
    return int(Pt(ceil(needed))) + 2 * _ABOVE


def least_width(box: Box) -> int:
    """The width at which no word of a cell is broken, in EMU."""
    words = ((word, one) for one in box.words for word in one.whole.split())
    widths = (text_width(word, one.size, bold=one.bold) for word, one in words)
    return int(Pt(max(widths, default=0.0))) + 2 * _SIDE + int(Pt(1))


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


def best_widths(rows: Sequence[Sequence[Box]], total: int) -> tuple[int, ...]:
    """Widths that fill the total, none too narrow for a word where there is room for all words.

    Of `good_widths` those with the least sum of heights.
    """
    return min(good_widths(rows, total), key=lambda widths: sum(row_height(row, widths) for row in rows))


def good_widths(rows: Sequence[Sequence[Box]], total: int) -> Iterator[tuple[int, ...]]:
    """Several ways to fill the total, each such that no two columns can do better.

    From several beginnings, in which longer words have more room, columns give width to each other for as
    long as the sum of the heights of the rows falls, or that of their powers, for rows of like height.
    """
    search = _Search(list(zip(*rows[:_MEASURED], strict=True)), total)
    for power in _EVENNESS:
        yield from (search.best(start, power) for start in search.starts())


class _Search:
    """The heights of cells by width, each worked out once."""

    def __init__(self, columns: Sequence[Sequence[Box]], total: int) -> None:
        self.columns, self.total = columns, total
        least = [max(map(least_width, column)) for column in columns]
        share = min(1.0, total / sum(least))
        self.least = [int(width * share) for width in least]
        self.heights = cache(self._heights)

    def _heights(self, place: int, width: int) -> tuple[int, ...]:
        return tuple(cell_height(box, width) for box in self.columns[place])

    def height(self, widths: tuple[int, ...], power: int) -> int:
        """The sum of this power of the heights of all rows."""
        found = (self.heights(place, width) for place, width in enumerate(widths))
        return sum(height**power for height in map(max, zip(*found, strict=True)))

    def starts(self) -> Iterator[tuple[int, ...]]:
        """Widths from which to begin."""
        free = self.total - sum(self.least)
        letters = [max(map(_letters, column)) for column in self.columns]
        for power in _POWERS:
            weights = [count**power for count in letters]
            more = [int(free * weight / sum(weights)) // _UNIT * _UNIT for weight in weights]
            more[-1] = free - sum(more[:-1])
            yield tuple(least + one for least, one in zip(self.least, more, strict=True))

    def best(self, widths: tuple[int, ...], power: int) -> tuple[int, ...]:
        """The widths that exchanges between two columns lead to."""
        height = self.height(widths, power)
        while True:
            found = min(self._exchanges(widths), key=lambda one: self.height(one, power), default=widths)
            if self.height(found, power) >= height:
                return widths
            widths, height = found, self.height(found, power)

    def _exchanges(self, widths: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        for giver, taker in ((one, other) for one in range(len(widths)) for other in range(len(widths))):
            for step in _STEPS if giver != taker else ():
                changed = list(widths)
                changed[giver] -= step * _UNIT
                changed[taker] += step * _UNIT
                if changed[giver] >= self.least[giver]:
                    yield tuple(changed)


def _letters(box: Box) -> int:
    return sum(len(words.whole) for words in box.words) or 1
