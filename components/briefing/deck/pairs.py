"""Slides of the pairs: a native table with a row per pair and a column per issue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pptx.presentation import Presentation as Deck

from components.briefing.content import Briefing
from components.briefing.deck.look import PALETTE, Words, add_slide
from components.briefing.deck.table import Box, Table, add_table, pages, shares
from components.briefing.note_text import pair_text
from components.briefing.scale_parts import Gaps, PairCell
from components.briefing.sections import SECTIONS

MOST_ISSUES = 6  # that can be read beside each other


def add_pairs(deck: Deck, briefing: Briefing) -> None:
    """As many slides as the pairs and issues need; pairs that meet on no issue stand in the notes."""
    gaps, head = briefing.gaps, briefing.head
    compared = [place for place in range(len(gaps.pair_names)) if _compared(gaps, place)]
    firsts = range(0, len(gaps.pair_rows), MOST_ISSUES)
    tables = [_table(gaps, compared, first) for first in firsts] if compared else []
    parts = [(table, rows) for table in tables for rows in pages(table)]
    notes = list(_notes(gaps, compared))
    for place, (table, rows) in enumerate(parts, start=1):
        number = f" ({place} of {len(parts)})" if len(parts) > 1 else ""
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
            (_pair(gaps.pair_names[place]), *(_cell(row.cells[place]) for row in rows)) for place in places
        ),
    )


def _pair(names: tuple[str, str]) -> Box:
    return Box((Words(f"{names[0]} – {names[1]}", 13, bold=True),))


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
