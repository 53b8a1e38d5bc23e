"""The legend under a matrix: the signs of strips in words, and a cell in each look that the slide uses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pptx.slide import Slide
from pptx.util import Emu, Inches, Pt

from components.briefing.deck.look import BODY, BOTTOM, LEAST, MARGIN, PALETTE, Words, add_text
from components.briefing.deck.table import Box, Table, add_rows, row_height
from components.briefing.deck.type_width import line_count
from components.briefing.parts import CellText, Legend
from components.theme import LOOKS, STRIP_SIGNS, Look

_ACROSS = 5  # looks beside each other
_LINE = Inches(0.22)


def legend_height(legend: Legend) -> int:
    """The room that the whole legend needs over the foot of a slide, in EMU."""
    rows = _rows(legend.looks)
    return sum(row_height(row, _widths()) for row in rows) + _LINE * _lines(legend) + Inches(0.08)


def add_legend(slide: Slide, legend: Legend, cells: Sequence[CellText]) -> None:
    """The legend of what these cells use, at the foot of what the slide shows."""
    blocks = {block for cell in cells for block in cell.strip}
    strips = tuple(one for one in legend.strips if one[0] in blocks)
    used = Legend(legend.ends, strips, tuple(_used(legend, cells)))
    rows = _rows(used.looks)
    top = BOTTOM - legend_height(used) + Inches(0.08)
    if blocks:
        words = [Words(_strip_words(used), colour=PALETTE.mute)]
        add_text(slide, (MARGIN, Emu(top), BODY, Emu(_LINE * _lines(used))), words).name = "Legend"
    if rows:
        table = Table("Looks of cells", "What the look of a cell means", _widths(), rows[0], rows[1:])
        add_rows(slide, table, rows, Emu(top + _LINE * _lines(used)))


def _strip_words(legend: Legend) -> str:
    signs = [f"{STRIP_SIGNS[block]} {words}" for block, words in legend.strips]
    return "   ".join([*signs, *([legend.ends] if legend.ends else [])])


def _lines(legend: Legend) -> int:
    return line_count(_strip_words(legend), LEAST, BODY / Pt(1))


def _used(legend: Legend, cells: Sequence[CellText]) -> Iterator[tuple[str, Look]]:
    states = {cell.state for cell in cells}
    placed = [cell.look for cell in cells if not cell.blank]
    for name, look in legend.looks:
        by_name = name == "by_name" and any(one.left == LOOKS[name].left for one in placed)
        old = name == "old" and any(one.mute for one in placed)
        if name in states or by_name or old:
            yield name, look


def _rows(looks: Sequence[tuple[str, Look]]) -> tuple[tuple[Box, ...], ...]:
    boxes = [Box((Words(look.words, colour=PALETTE.mute, italic=look.italic),), look) for _, look in looks]
    empty = [Box((Words(""),))] * (-len(boxes) % _ACROSS)
    every = [*boxes, *empty]
    return tuple(tuple(every[first : first + _ACROSS]) for first in range(0, len(every), _ACROSS))


def _widths() -> tuple[int, ...]:
    return (BODY // _ACROSS,) * _ACROSS
