"""Slides of the variants of coding: the counts over a table of what is farthest apart in each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pptx.presentation import Presentation as Deck
from pptx.util import Emu, Inches

from components.report.content import Briefing
from components.report.sections import SECTIONS
from components.report.slides.columns import Passage, add_columns
from components.report.slides.listed import Listed
from components.report.slides.look import BODY, MARGIN, TOP, Words, add_text
from components.report.slides.table import (
    ROOM,
    Box,
    Table,
    add_table,
    add_table_slides,
    pages,
    row_height,
    table_height,
)
from components.report.slides.widths import best_widths
from positions.text.counted import Counted
from positions.text.robustness import HEADS, rows_by_window

_SIZES = (16.0, 15.0, 14.0, 13.0, 12.0)
_BELOW = Inches(0.12)
_MOST = 0.6  # of a slide that the counts may take before they have slides of their own


def add_robustness(deck: Deck, briefing: Briefing) -> None:
    """The counts and what changes the finding, then the variants, those alike but for a window in one row.

    Counts that would leave too little room for these have slides of their own; none where nothing is told.
    """
    found, head = briefing.robustness, briefing.head
    told, table = (*found.sentences, *found.removals), _table(briefing)
    listed = Listed(SECTIONS["robustness"], (head.title, head.measure), Counted("row"))
    size = next((one for one in _SIZES if _height(told, one) + table_height(table) <= ROOM), _SIZES[-1])
    used = _height(told, size)
    if used > _MOST * ROOM or not table.rows:
        passages = [Passage(Box((Words(one),))) for one in told]
        add_columns(deck, head, replace(listed, counted=Counted("sentence")), passages)
        add_table_slides(deck, head, listed, table)
        return
    rows = next(pages(table, ROOM - used, even=False))
    slide = listed.slide(deck, head, listed.told("", (1, len(rows)), len(table.rows)), told)
    add_text(slide, (MARGIN, TOP, BODY, Emu(used - _BELOW)), [Words(one, size) for one in told])
    add_table(slide, table, rows, Emu(TOP + used))
    rest = replace(table, rows=table.rows[len(rows) :])
    counted = Counted("row", before=len(rows))
    add_table_slides(deck, head, replace(listed, name=f"{listed.name}, continued", counted=counted), rest)


def _height(told: Sequence[str], size: float) -> int:
    """What the counts take over the table, in EMU."""
    return row_height([Box(tuple(Words(one, size) for one in told))], [BODY]) + _BELOW


def _table(briefing: Briefing) -> Table:
    rows = rows_by_window(briefing.robustness.rows)
    heads = tuple(Box((Words(one, bold=True),)) for one in HEADS)
    cells = tuple(tuple(Box((Words(words),)) for words in row.texts) for row in rows)
    return Table(
        name="Variants",
        words="What is farthest apart in each variant of coding",
        widths=best_widths((heads, *cells), BODY),
        heads=heads,
        rows=cells,
    )
