"""A report as slides: its sections in order, native tables and charts, evidence in the speaker's notes."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial

from pptx.presentation import Presentation as Deck

from components.report.content import Briefing
from components.report.listings import LISTINGS
from components.report.packages import without_clock
from components.report.sections import FULL
from components.report.slides.cards import add_cards
from components.report.slides.directions import direct_deck
from components.report.slides.frame import new_deck
from components.report.slides.gaps import add_gaps
from components.report.slides.listings import (
    add_limits,
    add_listing,
    add_notes,
    add_scales,
    add_sources,
)
from components.report.slides.matrix import add_matrix
from components.report.slides.pairs import add_pairs
from components.report.slides.robustness import add_robustness
from components.report.slides.short import add_short
from components.report.slides.spans import add_spans
from components.report.slides.texts import add_finding, add_moves, add_opening

_SECTIONS: dict[str, Callable[[Deck, Briefing], None]] = {
    "finding": add_finding,
    "matrix": add_matrix,
    "ranges": add_gaps,
    "pairs": add_pairs,
    "robustness": add_robustness,
    "changes": add_moves,
    "movement": add_spans,
    "issue": add_cards,
    "notes": add_notes,
    "codebook": add_scales,
    "limits": add_limits,
    "sources": add_sources,
    **{name: partial(add_listing, name) for name in LISTINGS},
}


def slides(briefing: Briefing) -> bytes:
    """The deck as PPTX, 16:9; the as-of day stands as its day of making, so that bytes do not change.

    A short report has one slide for each section, one of a single page one slide in all: what does not
    fit is counted on it.
    """
    deck, written = new_deck(briefing.head), io.BytesIO()
    report = briefing.report
    if report.id == FULL.id:
        add_opening(deck, briefing)
    for section in report.sections[:1] if report.page else report.sections:
        if report.brief:
            add_short(deck, briefing, section, _SECTIONS[section])
        else:
            _SECTIONS[section](deck, briefing)
    direct_deck(deck)
    deck.save(written)
    return without_clock(written.getvalue(), briefing.head.as_of)
