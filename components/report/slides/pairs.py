"""Slides of the pairs, as native tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pptx.presentation import Presentation as Deck

from components.report.content import Briefing
from components.report.note_text import pair_text
from components.report.scale_records import Gaps, PairCell
from components.report.sections import SECTIONS
from components.report.slides.look import PALETTE, Words, add_slide, numbered
from components.report.slides.table import Box, Table, add_table, pages, shares

MOST_ISSUES = 6  # that can be read beside each other


def add_pairs(deck: Deck, briefing: Briefing) -> None:
    """As many slides as the pairs and issues need; pairs that meet on no issue stand in the notes."""
    gaps, head = briefing.gaps, briefing.head
    compared = [place for place in range(len(gaps.pair_names)) if _compared(gaps, place)]
    firsts = range(0, len(gaps.pair_rows), MOST_ISSUES)
    tables = [_table(gaps, compared, first) for first in firsts] if compared else []
    parts = [(table, rows) for table in tables for rows in pages(table)]
    notes = list(_notes(gaps, compared))
    for number, (table, rows) in numbered(parts):
        over = f"{SECTIONS['pairs']}{number}"
        slide = add_slide(deck, head, (head.title, head.measure), notes, over=over)
        add_table(slide, table, rows)


def _compared(gaps: Gaps, place: int) -> bool:
    """Whether a pair has a gap on any issue."""
    return any(row.cells[place].relation or row.cells[place].basis for row in gaps.pair_rows)


def _table(gaps: Gaps, places: Sequence[int], first: int) -> Table:
    rows = gaps.pair_rows[first : first + MOST_ISSUES]
    heads = ("Pair", *(row.issue.name for row in rows))
    return Table(
        name="Pairs",
        words="Gap of every pair on every issue",
        widths=shares(1.9, *[1.7] * len(rows)),
        heads=tuple(Box((Words(name, 13, bold=True),)) for name in heads),
        rows=tuple(
            (
                Box((Words(" – ".join(gaps.pair_names[place]), 13, bold=True),)),
                *(_cell(row.cells[place]) for row in rows),
            )
            for place in places
        ),
    )


def _cell(cell: PairCell) -> Box:
    """Size, relation and what the gap rests on, or why the two are not compared."""
    if not cell.relation and not cell.basis:
        return Box((Words(cell.words, italic=True, colour=PALETTE.mute),))
    under = " · ".join(part for part in (cell.relation, cell.basis) if part)
    return Box((Words(cell.words, 13, bold=True), Words(under, colour=PALETTE.mute)))


def _notes(gaps: Gaps, compared: Sequence[int]) -> Iterator[str]:
    names = {row.issue.id: row.issue.name for row in gaps.pair_rows}
    for one in gaps.words:
        yield f"{names[one.issue]}: {one.pair}: {pair_text(one)}."
        if one.touch:
            yield one.touch
    if gaps.overall:
        yield gaps.overall
    for place, (first, second) in enumerate(gaps.pair_names):
        if place not in compared:
            yield f"{first} – {second}: {'; '.join(row.cells[place].words for row in gaps.pair_rows)}"
