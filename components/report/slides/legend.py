"""The legend under a matrix: the signs of strips in words, and a cell in each look that the slide uses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pptx.slide import Slide
from pptx.util import Emu, Inches, Pt

from components.report.records import CellText, Legend
from components.report.slides.look import BODY, BOTTOM, LEAST, MARGIN, PALETTE, Words, add_text
from components.report.slides.room import line_count, text_width
from components.report.slides.table import Box, Table, add_rows, row_height
from components.theme import LOOKS, STRIP_SIGNS, Look

_LINE, _ABOVE, _SIDES = Inches(0.21), Inches(0.03), Inches(0.3)


def legend_height(legend: Legend) -> int:
    """The room that the whole legend needs over the foot of a slide, in EMU."""
    rows = sum(row_height(boxes, widths) for boxes, widths in _rows(legend.looks))
    return rows + _LINE * _lines(legend) + _ABOVE


def add_legend(slide: Slide, legend: Legend, cells: Sequence[CellText]) -> None:
    """The legend of what these cells use, at the foot of what the slide shows."""
    blocks = {block for cell in cells for block in cell.strip}
    strips = tuple(one for one in legend.strips if one[0] in blocks)
    used = Legend(legend.ends if blocks else "", strips, tuple(_used(legend, cells)))
    top, height = BOTTOM - legend_height(used) + _ABOVE, _LINE * _lines(used)
    if blocks:
        words = [Words(_strip_words(used), colour=PALETTE.mute)]
        add_text(slide, (MARGIN, Emu(top), BODY, Emu(height)), words).name = "Legend"
    top += height
    for boxes, widths in _rows(used.looks):
        table = Table("Legend", "What the look of a cell means", widths, boxes, ())
        add_rows(slide, table, [boxes], Emu(top))
        top += row_height(boxes, widths)


def _strip_words(legend: Legend) -> str:
    signs = [f"{STRIP_SIGNS[block]} {words}" for block, words in legend.strips]
    return "   ".join([*signs, *([legend.ends] if legend.ends else [])])


def _lines(legend: Legend) -> int:
    words = _strip_words(legend)
    return line_count(words, LEAST, BODY / Pt(1)) if words else 0


def _used(legend: Legend, cells: Sequence[CellText]) -> Iterator[tuple[str, Look]]:
    states = {cell.state for cell in cells}
    placed = [cell.look for cell in cells if not cell.blank]
    for name, look in legend.looks:
        by_name = name == "by_name" and any(one.left == LOOKS[name].left for one in placed)
        old = name == "old" and any(one.mute for one in placed)
        if name in states or by_name or old:
            yield name, look


def _rows(looks: Sequence[tuple[str, Look]]) -> list[tuple[tuple[Box, ...], tuple[int, ...]]]:
    """Cells in these looks, as wide as their words, with as many beside each other as have room."""
    rows: list[list[tuple[Box, int]]] = []
    for _, look in looks:
        words = Words(look.words, colour=PALETTE.mute, italic=look.italic)
        width = int(Pt(text_width(look.words, LEAST))) + _SIDES
        if not rows or sum(taken for _, taken in rows[-1]) + width > BODY:
            rows.append([])
        rows[-1].append((Box((words,), look), width))
    return [(tuple(box for box, _ in row), tuple(width for _, width in row)) for row in rows]
