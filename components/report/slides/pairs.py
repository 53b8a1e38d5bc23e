"""Slides of the pairs, as native tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pptx.presentation import Presentation as Deck

from components.report.content import Briefing
from components.report.note_text import pair_text
from components.report.scale_records import Gaps, PairCell, PairRow
from components.report.sections import SECTIONS
from components.report.slides.listing_heads import Listed
from components.report.slides.look import BODY, PALETTE, Words, numbered
from components.report.slides.table import Box, Table, add_table, best_widths, grown, pages
from positions.text.listing import Counted

MOST_ISSUES = 6  # that can be read beside each other
_MOST_PAIRS = 60  # that are shown at all


def add_pairs(deck: Deck, briefing: Briefing) -> None:
    """As many slides as the pairs and issues need; pairs that meet on no issue stand in the notes.

    Of very many pairs the first come, and the count says of how many.
    """
    gaps, head = briefing.gaps, briefing.head
    compared = [place for place in range(len(gaps.pair_names)) if _compared(gaps, place)]
    firsts = range(0, len(gaps.pair_rows), MOST_ISSUES) if compared else ()
    tables = [(first, grown(_table(gaps, compared[:_MOST_PAIRS], first))) for first in firsts]
    parts = [(first, *part) for first, table in tables for part in _parts(table)]
    listed = Listed(
        SECTIONS["pairs"], (head.title, head.measure), None if briefing.report.brief else Counted("pair")
    )
    for number, (first, table, start, rows) in numbered(parts):
        notes = _notes(gaps, compared, gaps.pair_rows[first : first + MOST_ISSUES]) if start == 0 else ()
        shown = start + 1, start + len(rows)
        told = listed.told(number, shown, len(compared), more=len(compared) > _MOST_PAIRS)
        add_table(listed.slide(deck, head, told, tuple(notes)), table, rows)


def _parts(table: Table) -> Iterator[tuple[Table, int, tuple[tuple[Box, ...], ...]]]:
    """The table, which pair is the first of a slide, and its rows."""
    start = 0
    for rows in pages(table):
        yield table, start, rows
        start += len(rows)


def _compared(gaps: Gaps, place: int) -> bool:
    """Whether a pair has a gap on any issue."""
    return any(row.cells[place].relation or row.cells[place].basis for row in gaps.pair_rows)


def _table(gaps: Gaps, places: Sequence[int], first: int) -> Table:
    rows = gaps.pair_rows[first : first + MOST_ISSUES]
    heads = tuple(Box((Words(name, bold=True),)) for name in ("Pair", *(row.issue.name for row in rows)))
    cells = tuple(
        (
            Box((Words(" – ".join(gaps.pair_names[place]), bold=True),)),
            *(_cell(row.cells[place]) for row in rows),
        )
        for place in places
    )
    widths = best_widths((heads, *cells), BODY)
    return Table("Pairs", "Gap of every pair on every issue", widths, heads, cells)


def _cell(cell: PairCell) -> Box:
    """Size, relation and what the gap rests on, or why the two are not compared."""
    if not cell.relation and not cell.basis:
        return Box((Words(cell.words, italic=True, colour=PALETTE.mute),))
    under = " · ".join(part for part in (cell.relation, cell.basis) if part)
    return Box((Words(cell.words, bold=True), Words(under, colour=PALETTE.mute)))


def _notes(gaps: Gaps, compared: Sequence[int], rows: Sequence[PairRow]) -> Iterator[str]:
    """Pairs on the issues of some rows in words, what they are over all, why others are not compared."""
    names = {row.issue.id: row.issue.name for row in rows}
    for one in (one for one in gaps.words if one.issue in names):
        yield f"{names[one.issue]}: {one.pair}: {pair_text(one)}."
        if one.touch:
            yield one.touch
    if gaps.overall:
        yield gaps.overall
    shown = set(compared)
    for place, (first, second) in enumerate(gaps.pair_names):
        if place not in shown:
            yield f"{first} – {second}: {'; '.join(row.cells[place].words for row in rows)}"
