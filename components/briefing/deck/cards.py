"""A slide per issue with a scale: the steps in words, every side on them, and the statement behind."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor

from pptx.presentation import Presentation as Deck

from components.briefing.content import Briefing
from components.briefing.deck.look import PALETTE, Words, add_slide, tinted
from components.briefing.deck.table import Box, Table, add_table, pages, shares
from components.briefing.note_text import note_text, notes_of
from components.briefing.scale_parts import IssueCard, Lane
from components.briefing.shapes import SIGNS


def add_cards(deck: Deck, briefing: Briefing) -> None:
    """One slide for each issue, or more where it has many sides; issues without a scale have none."""
    for card in briefing.cards:
        if card.issue.scale:
            _add_card(deck, briefing, card)


def _add_card(deck: Deck, briefing: Briefing, card: IssueCard) -> None:
    table = _table(card)
    made = list(pages(table))
    for place, rows in enumerate(made, start=1):
        number = f" ({place} of {len(made)})" if len(made) > 1 else ""
        under = f"{card.issue.question} Widest gap: {card.gap.words}"
        slide = add_slide(deck, briefing.head, (f"{card.issue.name}{number}", under), _notes(briefing, card))
        add_table(slide, table, rows)


def _table(card: IssueCard) -> Table:
    steps = [Words(f"{step.step} {step.label}", bold=True) for step in card.issue.scale]
    heads = (Words("Side", 13, bold=True), *steps, Words("Stated words, on which condition", 13, bold=True))
    return Table(
        name=card.issue.name,
        words=f"Every side on the scale of {card.issue.name}; mark: position, tint: stated range",
        widths=shares(1.6, *[5.8 / len(steps)] * len(steps), 3.8),
        heads=tuple(Box((one,)) for one in heads),
        rows=tuple(_row(lane, len(steps)) for lane in card.lanes),
    )


def _row(lane: Lane, steps: int) -> tuple[Box, ...]:
    members = f"{lane.placed.label}" if lane.placed else lane.column.name
    side = Box((Words(members, 13, bold=True, mark=lane.column.mark),))
    return (side, *(_step(lane, step) for step in range(steps)), Box(tuple(_words(lane))))


def _step(lane: Lane, step: int) -> Box:
    """A step: tinted inside the stated range, with the side's mark at its point."""
    placed = lane.placed
    if placed is None or not placed.low <= step <= placed.high:
        return Box((Words(""),))
    sign = SIGNS[lane.column.mark.shape]
    there = floor(placed.point_low) <= step <= ceil(placed.point_high)
    words = Words(sign if there else "", 16, colour=lane.column.mark.colour, align="center")
    return Box((words,), fill=tinted(lane.column.mark.colour, 0.16))


def _words(lane: Lane) -> Sequence[Words]:
    note, cell = lane.note, lane.cell
    if note is None:
        return [Words(cell.title, italic=True), *([Words(cell.detail)] if cell.detail else [])]
    told = [Words(cell.title, bold=not cell.blank, italic=cell.blank)]
    told += [Words(note.phrase, italic=True)] if note.phrase else []
    told += [Words(cell.detail)] if cell.detail else []
    return [*told, Words(f"{note.who}, {note.said} · note {note.number}", colour=PALETTE.mute)]


def _notes(briefing: Briefing, card: IssueCard) -> list[str]:
    pairs = [f"{pair}: {words}." for pair, words in card.gaps]
    behind = notes_of(briefing, [lane.cell for lane in card.lanes])
    return [*pairs, *(note_text(note) for note in behind)]
