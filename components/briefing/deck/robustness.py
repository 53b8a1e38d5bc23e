"""Slides of the variants of coding: a native table, the widest first; what is said of it in the notes."""

from __future__ import annotations

from pptx.presentation import Presentation as Deck

from components.briefing.content import Briefing
from components.briefing.deck.look import Words, add_slide
from components.briefing.deck.table import Box, Table, add_table, pages, shares
from components.briefing.sections import SECTIONS
from positions.text.robustness import HEADS


def add_robustness(deck: Deck, briefing: Briefing) -> None:
    """As many slides as the variants need, then those of the counts and of what changes the finding."""
    found, head = briefing.robustness, briefing.head
    variants = Table(
        name="Variants",
        words="What is farthest apart in each variant of coding",
        widths=shares(1.6, 2.4, 2.6, 3.6, 2),
        heads=tuple(Box((Words(one, 12, bold=True),)) for one in HEADS),
        rows=tuple(tuple(Box((Words(words, 12),)) for words in row.texts) for row in found.rows),
    )
    told = Table(
        name="Counts",
        words="In how many variants the finding holds, and what changes it",
        widths=shares(1),
        heads=(Box((Words("Counts and removals", 12, bold=True),)),),
        rows=tuple((Box((Words(words, 14),)),) for words in (*found.sentences, *found.removals)),
    )
    parts = [(table, rows) for table in (told, variants) for rows in pages(table)]
    for place, (table, rows) in enumerate(parts, start=1):
        over = f"{SECTIONS['robustness']} ({place} of {len(parts)})"
        slide = add_slide(deck, head, (head.title, head.measure), found.sentences, over=over)
        add_table(slide, table, rows)
