"""The first and the last slides: what is handed out, what has moved, limits, sources; all as text."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from pptx.presentation import Presentation as Deck
from pptx.util import Emu, Inches

from components.briefing.content import Briefing
from components.briefing.deck.look import BODY, MARGIN, PALETTE, Words, add_slide, add_text
from components.briefing.deck.table import Box, Table, add_table, pages, shares
from components.briefing.note_text import change_texts
from components.theme import Mark
from positions.analysis.change import MOVED, NOTHING
from positions.model.sources import Source
from positions.text.citation import source_citation
from positions.text.movement import ChangeRow
from positions.text.wording import published_words

TITLES = ("What has moved", "Premises and limits", "Sources")


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


def add_moves(deck: Deck, briefing: Briefing) -> None:
    """What changed between the two days, as a native table; nothing where no two days are compared."""
    moves = briefing.moves
    rows = [_change(row, briefing.marks[row.column]) for row in moves.changes if row.kind != NOTHING]
    heads = [Words(name, 13, bold=True) for name in moves.heads]
    if rows:
        table = _texts("Changes", (2.4, 3, 3.2, 3.4), (heads, rows))
        made = list(pages(table))
        for place, shown in enumerate(made):
            titles, over = (moves.title, moves.measure), f"{TITLES[0]}{_number(place, len(made))}"
            add_table(add_slide(deck, briefing.head, titles, over=over), table, shown)


def _change(row: ChangeRow, mark: Mark) -> tuple[Words, ...]:
    """A row of the table: what changed, bold where somebody moved."""
    actor, before, after, words = change_texts(row)
    told = Words(words, bold=row.kind == MOVED)
    return Words(actor, bold=True, mark=mark), Words(before), Words(after), told


def add_closing(deck: Deck, briefing: Briefing) -> None:
    """Premises and limits, then the sources with how each was read."""
    codebook = briefing.codebook
    told = [("Premise", words) for words in codebook.premises] + [
        ("Limit", words) for words in codebook.limits
    ]
    heads = [Words("Kind", 13, bold=True), Words("What it says", 13, bold=True)]
    rows = [
        (Words(kind, bold=True), Words(words)) for kind, words in [*told, ("Names", codebook.naming_note)]
    ]
    _add(deck, briefing, (TITLES[1], briefing.head.measure), _texts("Limits", (1.2, 10), (heads, rows)))
    _add_sources(deck, briefing)


def _add_sources(deck: Deck, briefing: Briefing) -> None:
    """One row per source; how each is cited and what to know of it stands in the notes of its slide."""
    sources = briefing.codebook.sources
    heads = [Words(name, 13, bold=True) for name in ("Source", "Day", "Kind", "Address")]
    table = _texts("Sources", (4.6, 1.5, 2, 3), (heads, [_source(one) for one in sources]))
    made, first = list(pages(table)) if sources else [], 0
    for place, rows in enumerate(made):
        shown, first = sources[first : first + len(rows)], first + len(rows)
        titles = f"{TITLES[2]}{_number(place, len(made))}", f"Licence: {briefing.head.licence}"
        notes = [" ".join((source_citation(one), one.note or "")).strip() for one in shown]
        add_table(add_slide(deck, briefing.head, titles, notes), table, rows)


def _source(source: Source) -> tuple[Words, ...]:
    """Short name, day, kind and site of a source; its whole address stands in its citation."""
    site = urlsplit(source.url or "").netloc.removeprefix("www.") or source.container_title or "–"
    kind = source.type.replace("-", " ").replace("_", " ")
    return (
        Words(source.custom.short_name, bold=True),
        Words(published_words(source)),
        Words(kind),
        Words(site),
    )


_MOST = 6  # names of sides that have room on the first slide; the matrix has them all


def _texts(
    name: str, widths: Sequence[float], lines: tuple[Sequence[Words], Sequence[Sequence[Words]]]
) -> Table:
    heads, rows = lines
    return Table(
        name=name,
        words=name,
        widths=shares(*widths),
        heads=tuple(Box((one,)) for one in heads),
        rows=tuple(tuple(Box((one,)) for one in row) for row in rows),
    )


def _add(deck: Deck, briefing: Briefing, titles: tuple[str, str], table: Table) -> None:
    made = list(pages(table))
    for place, rows in enumerate(made):
        number = _number(place, len(made))
        add_table(add_slide(deck, briefing.head, (f"{titles[0]}{number}", titles[1])), table, rows)


def _number(place: int, slides: int) -> str:
    """Which of several slides one is, counted from 1."""
    return f" ({place + 1} of {slides})" if slides > 1 else ""
