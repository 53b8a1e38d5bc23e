"""The briefing as slides: one view each, native tables and charts, evidence in the speaker's notes."""

from __future__ import annotations

import io

from components.briefing.content import Briefing
from components.briefing.deck.cards import add_cards
from components.briefing.deck.frame import new_deck
from components.briefing.deck.gaps import add_gaps
from components.briefing.deck.matrix import add_matrix
from components.briefing.deck.pairs import add_pairs
from components.briefing.deck.texts import add_closing, add_moves, add_opening
from components.briefing.directions import direct_deck
from components.briefing.packages import without_clock

_PARTS = (add_opening, add_matrix, add_gaps, add_pairs, add_cards, add_moves, add_closing)


def slides(briefing: Briefing) -> bytes:
    """The deck as PPTX, 16:9; the as-of day stands as its day of making, so that bytes do not change."""
    deck, written = new_deck(briefing.head), io.BytesIO()
    for add in _PARTS:
        add(deck, briefing)
    direct_deck(deck)
    deck.save(written)
    return without_clock(written.getvalue(), briefing.head.as_of)
