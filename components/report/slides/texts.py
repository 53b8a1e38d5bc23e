"""Slides of text: the finding, what has moved, statements, codebook, limits, sources; tables are native."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.presentation import Presentation as Deck
from pptx.util import Emu, Inches

from components.report.captions import page_caption
from components.report.content import Briefing
from components.report.note_text import change_texts
from components.report.records import Note
from components.report.sections import SECTIONS
from components.report.slides.look import (
    BODY,
    BOTTOM,
    MARGIN,
    PALETTE,
    TOP,
    Words,
    add_slide,
    add_text,
    numbered,
)
from components.report.slides.table import Box, Table, add_table_slides, fitting_groups, row_height, shares
from components.sheet.words import record_table
from components.theme import Mark
from positions.analysis.change import MOVED, NOTHING
from positions.text.citation import source_cells, source_citation
from positions.text.key_lines import KeyLines
from positions.text.movement import ChangeRow
from positions.text.scale_marks import coded_rows

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
    table = _texts("Changes", (2.4, 3, 3.2, 3.4), moves.heads, rows)
    add_table_slides(deck, briefing.head, table, (moves.title, moves.measure), SECTIONS["changes"])


def _change(row: ChangeRow, mark: Mark) -> tuple[Words, ...]:
    """A row of the table: what changed, bold where somebody moved."""
    actor, before, after, words = change_texts(row)
    told = Words(words, bold=row.kind == MOVED)
    return Words(actor, bold=True, mark=mark), Words(before), Words(after), told


def add_spans(deck: Deck, briefing: Briefing) -> None:
    """Every stretch without a change, one row each."""
    spans, moves = record_table(briefing.moves.movement), briefing.moves
    rows = [(Words(first, bold=True), *map(Words, rest)) for first, *rest in spans.itertuples(index=False)]
    table = _texts("Positions over time", (1.8, 2.2, 1.5, 1.5, 4), tuple(spans.columns), rows)
    add_table_slides(deck, briefing.head, table, (moves.title, moves.measure), SECTIONS["movement"])


def add_notes(deck: Deck, briefing: Briefing) -> None:
    """Every statement on which a cell rests, under the number that its cells name."""
    rows = [_note(note) for note in briefing.notes]
    table = _texts("Statements", (0.7, 3, 5.2, 3), ("Note", "Speaker", "Statement", "Source"), rows)
    add_table_slides(deck, briefing.head, table, (SECTIONS["notes"], briefing.head.measure))


def _note(note: Note) -> tuple[Words, ...]:
    condition = f" Condition: {note.condition}." if note.condition else ""
    said = f"{f'{note.phrase} ' if note.phrase else ''}{note.statement.summary}{condition}"
    who = f"{note.who} · {note.side} on {note.issue}"
    return (
        Words(str(note.number), bold=True),
        Words(who),
        Words(said),
        Words(f"{note.said} · {note.source}; statement {note.statement.id}"),
    )


def add_scales(deck: Deck, briefing: Briefing) -> None:
    """Every step of the issues shown with its rule."""
    rows = [
        (Words(issue.name, bold=True), *map(Words, row))
        for issue in briefing.codebook.issues
        for row in coded_rows(issue)
    ]
    table = _texts("Codebook", (2, 0.8, 4, 5.4), ("Issue", "Step", "Label", "Coded when"), rows)
    add_table_slides(deck, briefing.head, table, (SECTIONS["codebook"], briefing.head.measure))


def add_limits(deck: Deck, briefing: Briefing) -> None:
    """Premises, limits and names."""
    codebook = briefing.codebook
    told = [("Premise", words) for words in codebook.premises]
    told += [("Limit", words) for words in codebook.limits]
    told.append(("Names", codebook.naming_note))
    rows = [(Words(kind, bold=True), Words(words)) for kind, words in told]
    table = _texts("Limits", (1.2, 10), ("Kind", "What it says"), rows)
    add_table_slides(deck, briefing.head, table, (SECTIONS["limits"], briefing.head.measure))


def add_sources(deck: Deck, briefing: Briefing) -> None:
    """A line or two per source, in two columns; how each is cited stands in the notes of its slide."""
    sources, head = briefing.codebook.sources, briefing.head
    gap = Inches(0.4)
    width = Emu((BODY - gap) // 2)
    lines = [Words(" · ".join(part for part in source_cells(one) if part != "–")) for one in sources]
    heights = [row_height([Box((one,))], [width]) for one in lines]
    columns = fitting_groups(heights, BOTTOM - TOP - Inches(0.25))
    parts = [columns[place : place + 2] for place in range(0, len(columns), 2)]
    for number, part in numbered(parts):
        shown = [sources[one] for column in part for one in column]
        notes = [" ".join((source_citation(one), one.note or "")).strip() for one in shown]
        titles = f"{page_caption(briefing, 'sources').title}{number}", f"Licence: {head.licence}"
        slide = add_slide(deck, head, titles, notes)
        for side, column in enumerate(part):
            box = (Emu(MARGIN + side * (width + gap)), TOP, width, Emu(BOTTOM - TOP))
            add_text(slide, box, [lines[one] for one in column], after=4)


def _texts(
    name: str, widths: Sequence[float], heads: Sequence[str], rows: Sequence[tuple[Words, ...]]
) -> Table:
    return Table(
        name=name,
        words=name,
        widths=shares(*widths),
        heads=tuple(Box((Words(one, 13, bold=True),)) for one in heads),
        rows=tuple(tuple(Box((one,)) for one in row) for row in rows),
    )
