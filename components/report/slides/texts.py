"""Slides of the finding and of what has moved."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.presentation import Presentation as Deck
from pptx.util import Emu, Inches

from components.report.content import Briefing
from components.report.note_text import change_texts
from components.report.sections import SECTIONS
from components.report.slides.listing_heads import Listed
from components.report.slides.look import (
    BODY,
    BOTTOM,
    MARGIN,
    PALETTE,
    TOP,
    Words,
    add_slide,
    add_text,
)
from components.report.slides.table import Box, Table, add_table_slides, best_widths, row_height
from components.theme import Mark
from positions.analysis.change import MOVED, NOTHING
from positions.text.key_lines import KeyLines
from positions.text.listing import Counted
from positions.text.movement import ChangeRow

_MOST = 6  # names of sides that have room on the first slide; the matrix has them all
_KEY_SIZES = (20, 18, 16, 14, 13, 12)


def add_opening(deck: Deck, briefing: Briefing) -> None:
    """The first slide: subject, as-of day, the finding, and what it rests on."""
    head = briefing.head
    notes = [head.title, head.measure, head.question, briefing.codebook.naming_note]
    slide = add_slide(deck, head, (head.subject, f"Positions as of {head.as_of_words}"), notes)
    words = [
        Words(head.title, 32, bold=True),
        Words("", 12),
        Words(head.measure, 16, colour=PALETTE.mute),
        Words("", 12),
        Words(head.question, 18),
        Words("", 10),
        *(Words(f"{column.name}", 16, mark=column.mark) for column in briefing.matrix.columns[:_MOST]),
    ]
    add_text(slide, (MARGIN, Inches(1.9), Emu(BODY - Inches(1.5)), Inches(4.7)), words)


def add_finding(deck: Deck, briefing: Briefing) -> None:
    """What to take away, four heads in two columns, in the largest type with which all of them fit."""
    head, key = briefing.head, briefing.key
    gap = Inches(0.5)
    width = Emu((BODY - gap) // 2)
    columns = key[0::2], key[1::2]
    size = next(
        (one for one in _KEY_SIZES if all(_height(part, one, width) <= BOTTOM - TOP for part in columns)),
        _KEY_SIZES[-1],
    )
    notes = [head.question, *(f"{one.head}: {'; '.join(one.lines)}" for one in key)]
    slide = add_slide(deck, head, (head.title, head.measure), notes, over=head.subject)
    for place, part in enumerate(columns):
        left = Emu(MARGIN + place * (width + gap))
        add_text(slide, (left, TOP, width, Emu(BOTTOM - TOP)), _key_words(part, size))


def _height(part: Sequence[KeyLines], size: int, width: int) -> int:
    return row_height([Box(tuple(_key_words(part, size)))], [width])


def _key_words(part: Sequence[KeyLines], size: int) -> list[Words]:
    told: list[Words] = []
    for one in part:
        told += [Words("", size / 2)] if told else []
        told.append(Words(one.head, size * 0.85, bold=True, colour=PALETTE.mute))
        told += [Words(line, size) for line in one.lines]
    return told


def add_moves(deck: Deck, briefing: Briefing) -> None:
    """What changed between the two days, as a native table; nothing where no two days are compared."""
    moves = briefing.moves
    rows = [_change(row, briefing.marks[row.column]) for row in moves.changes if row.kind != NOTHING]
    heads = tuple(Box((Words(one, bold=True),)) for one in moves.heads)
    cells = tuple(tuple(Box((one,)) for one in row) for row in rows)
    table = Table("Changes", "Changes", best_widths((heads, *cells), BODY), heads, cells)
    counted = None if briefing.report.brief else Counted("row")
    listed = Listed(SECTIONS["changes"], (moves.title, moves.measure), counted)
    add_table_slides(deck, briefing.head, listed, table)


def _change(row: ChangeRow, mark: Mark) -> tuple[Words, ...]:
    """A row of the table: what changed, bold where somebody moved."""
    actor, before, after, words = change_texts(row)
    told = Words(words, bold=row.kind == MOVED)
    return Words(actor, bold=True, mark=mark), Words(before), Words(after), told
