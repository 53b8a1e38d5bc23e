"""A slide per issue with a scale: the steps in words, every side on them, and the words behind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pptx.presentation import Presentation as Deck

from components.figures.strip import MOST_COLUMNS, block_labels
from components.report.content import Briefing
from components.report.note_text import claim_text, note_text, notes_of, numbers_text, pair_text, strip_text
from components.report.scale_records import IssueCard, Lane
from components.report.slides.look import PALETTE, Words, add_slide, numbered
from components.report.slides.table import Box, Table, add_table, grown, pages, shares
from components.theme import STRIP_SIGNS
from positions.text.scale import scale_marks

_SAID = "Stated words, on which condition"


def add_cards(deck: Deck, briefing: Briefing) -> None:
    """One slide for each issue, or more where it has many sides; issues without a scale have none."""
    for card in briefing.cards:
        if card.issue.measured:
            _add_card(deck, briefing, card)


def _add_card(deck: Deck, briefing: Briefing, card: IssueCard) -> None:
    ways = _table(card), *(_close_table(card, joined) for joined in (0, 1, 2))
    table = grown(min(ways, key=lambda way: len(list(pages(way)))))
    for number, rows in numbered(list(pages(table))):
        over = f"{card.issue.name}{number}{f': {card.issue.asks}' if card.issue.asks else ''}"
        slide = add_slide(deck, briefing.head, (card.title, card.measure), _notes(briefing, card), over=over)
        add_table(slide, table, rows)


def _table(card: IssueCard) -> Table:
    """A column for each step, or one for all of a scale of very many."""
    steps = [Box((Words(one, bold=True, align="center"),)) for one in _step_heads(card)]
    heads = (Box((Words("Side", 13, bold=True),)), *steps, Box((Words(_SAID, 13, bold=True),)))
    widths = shares(1.5, *[5.4 / len(steps)] * len(steps), 4.6)
    return Table(card.issue.name, card.words, widths, heads, tuple(_row(card, lane) for lane in card.lanes))


def _close_table(card: IssueCard, joined: int) -> Table:
    """The same with the signs of the scale under each side, its steps in the head of wider words.

    If `joined` is 1, what is to be known beside the point stands on one line, if 2 on that of the evidence,
    and a single condition on that of the point.
    """
    steps = " · ".join(_step_heads(card))
    heads = (Box((Words("Side", bold=True),)), Box((Words(steps, bold=True),)))
    rows = tuple(
        (
            Box((*_side(lane), *([Words(strip_text(lane.cell.strip))] if lane.cell.strip else []))),
            Box(tuple(_words(card, lane, joined)), lane.cell.look),
        )
        for lane in card.lanes
    )
    return Table(card.issue.name, card.words, shares(1.3, 6.4), heads, rows)


def _wide(card: IssueCard) -> bool:
    """Whether the scale has too many blocks for a column each, and is one bar of signs."""
    return len(block_labels(card.issue)) > MOST_COLUMNS


def _step_heads(card: IssueCard) -> list[str]:
    marks = scale_marks(card.issue)
    if _wide(card):
        return [f"{marks[0].number} {marks[0].short} – {marks[-1].number} {marks[-1].short}"]
    return [f"{mark.number} {mark.short}" for mark in marks]


def _row(card: IssueCard, lane: Lane) -> tuple[Box, ...]:
    strip = lane.cell.strip or ("",) * len(block_labels(card.issue))
    signs = [strip_text(strip)] if _wide(card) else [STRIP_SIGNS[block] if block else "" for block in strip]
    steps = [Box((Words(one, 16, align="center"),)) for one in signs]
    return (Box(tuple(_side(lane))), *steps, Box(tuple(_words(card, lane)), lane.cell.look))


def _side(lane: Lane) -> Iterator[Words]:
    """Its name with its mark, and of which grouping or members it is."""
    column = lane.column
    yield Words(column.name, 13, bold=True, mark=column.mark)
    if under := column.of or column.under:
        yield Words(under, colour=PALETTE.mute)


def _words(card: IssueCard, lane: Lane, joined: int = 0) -> Iterator[Words]:
    """Every line of the cell, the very words behind its point, and where others say that the side stands."""
    words, look = lane.cell.words, lane.cell.look
    colour = PALETTE.mute if look.mute else PALETTE.ink
    beside = f" · {words.body[0]}" if joined == 2 and len(words.body) == 1 else ""
    yield Words(words.title, bold=look.bold, italic=look.italic, colour=colour, after=beside)
    yield from (Words(line, colour=colour) for line in words.body[bool(beside) :])
    if len(lane.notes) == 1 and lane.notes[0].phrase and lane.notes[0].phrase not in words.body:
        yield Words(lane.notes[0].phrase, italic=True)
    evidence = " · ".join(part for part in (words.evidence, numbers_text(lane.cell.notes)) if part)
    rest = [*words.others, *words.notes]
    if joined == 2:
        evidence, rest = " · ".join(part for part in (evidence, *rest) if part), []
    if evidence:
        yield Words(evidence, colour=colour)
    for line in (" · ".join(rest),) if rest and joined else rest:
        yield Words(line, colour=PALETTE.mute)
    for claim in card.claims:
        if claim.about == lane.column.holder:
            yield Words(claim_text(claim, card.issue), italic=True, colour=PALETTE.mute)


def _notes(briefing: Briefing, card: IssueCard) -> Sequence[str]:
    """The scale in full, every pair, the members of groupings, and the statements."""
    scale = [f"{mark.number}: {mark.explained}." for mark in scale_marks(card.issue)]
    pairs = [line for one in card.pairs for line in (f"{one.pair}: {pair_text(one)}.", one.touch) if line]
    members = [line for lane in card.lanes for line in lane.cell.members]
    behind = notes_of(briefing, [lane.cell for lane in card.lanes])
    return [card.words, *scale, *pairs, *members, *(note_text(note) for note in behind)]
