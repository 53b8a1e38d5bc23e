"""Slides of the matrix: issues by sides, as a native table that runs over numbered slides."""

from __future__ import annotations

from collections.abc import Iterator

from pptx.presentation import Presentation as Deck

from components.briefing.content import Briefing
from components.briefing.deck.look import PALETTE, Words, add_slide, colour, tinted
from components.briefing.deck.table import Box, Table, add_table, pages, shares
from components.briefing.note_text import note_text, notes_of
from components.briefing.parts import CellText, Column, GapText, IssueRow
from positions.text.wording import count_words

MOST_COLUMNS = 4  # sides that can be read beside each other on a slide
_ISSUE, _GAP, _SIDE = 1.9, 1.5, 2.6
TITLE = "Who stands where"


def add_matrix(deck: Deck, briefing: Briefing) -> None:
    """As many slides as the matrix needs; in the notes of each the statements behind its cells."""
    head, made = briefing.head, list(_parts(briefing))
    for place, (table, rows, part) in enumerate(made, start=1):
        number = f" ({place} of {len(made)})" if len(made) > 1 else ""
        slide = add_slide(deck, head, (f"{TITLE}{number}", head.title), _notes(briefing, part))
        add_table(slide, table, rows)


def _parts(briefing: Briefing) -> Iterator[tuple[Table, tuple[tuple[Box, ...], ...], list[CellText]]]:
    """Each slide: its table, its rows, and the cells that it shows."""
    matrix = briefing.matrix
    for first in range(0, len(matrix.columns), MOST_COLUMNS):
        columns = matrix.columns[first : first + MOST_COLUMNS]
        last = first + MOST_COLUMNS >= len(matrix.columns)
        table = _table(briefing, columns, first, last=last)
        done = 0
        for rows in pages(table):
            shown = matrix.rows[done : done + len(rows)]
            done += len(rows)
            yield table, rows, [cell for row in shown for cell in row.cells[first : first + len(columns)]]


def _table(briefing: Briefing, columns: tuple[Column, ...], first: int, *, last: bool) -> Table:
    gap = (_GAP,) if last else ()
    heads = (
        Words("Issue", 13, bold=True),
        *(Words(_name(one), 13, bold=True, mark=one.mark) for one in columns),
    )
    return Table(
        name="Matrix",
        words=f"Position of each side on each issue as of {briefing.head.as_of_words}",
        widths=shares(_ISSUE, *[_SIDE] * len(columns), *gap),
        heads=(
            *(Box((one,)) for one in heads),
            *([Box((Words("Widest gap", 13, bold=True),))] if last else []),
        ),
        rows=tuple(_row(row, first, len(columns), last=last) for row in briefing.matrix.rows),
    )


def _row(row: IssueRow, first: int, count: int, *, last: bool) -> tuple[Box, ...]:
    issue = Box((Words(row.issue.name, 13, bold=True), Words(row.issue.question, colour=PALETTE.mute)))
    cells = (_cell(cell) for cell in row.cells[first : first + count])
    return (issue, *cells, *([_gap(row.gap)] if last else []))


def _cell(cell: CellText) -> Box:
    notes = (
        f"{'note' if len(cell.notes) == 1 else 'notes'} {', '.join(map(str, cell.notes))}"
        if cell.notes
        else ""
    )
    evidence = " · ".join(part for part in (cell.evidence, notes) if part)
    words = [Words(cell.title, 13, bold=not cell.blank, italic=cell.blank)]
    words += [Words(cell.detail)] if cell.detail else []
    words += [Words(evidence, colour=PALETTE.mute)] if evidence else []
    if cell.tint is None:
        return Box(tuple(words), edge=None if cell.blank else colour(PALETTE.connector))
    return Box(tuple(words), fill=tinted(cell.tint, 0.1), edge=colour(cell.tint))


def _gap(gap: GapText) -> Box:
    return Box((Words(gap.words, 13, bold=True), *(Words(pair, colour=PALETTE.mute) for pair in gap.pairs)))


def _name(column: Column) -> str:
    if column.of:
        return f"{column.name} ({column.of})"
    return f"{column.name} ({count_words(column.members, 'member')})" if column.members else column.name


def _notes(briefing: Briefing, cells: list[CellText]) -> list[str]:
    """What the tints mean, and the statements behind these cells."""
    legend = briefing.matrix.legend
    tints = f"Tints run from {legend.low} to {legend.high}; they repeat the words."
    return [tints, *(note_text(one) for one in notes_of(briefing, cells))]
