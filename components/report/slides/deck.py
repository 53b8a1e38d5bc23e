"""A report as slides: its sections in order, native tables and charts, evidence in the speaker's notes."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck

from components.report.content import Briefing
from components.report.listings import LISTINGS
from components.report.packages import without_clock
from components.report.sections import FULL
from components.report.slides.cards import add_cards
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
from positions.text.direction import bare, runs_left

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


def direct_deck(deck: Deck) -> None:
    """Give paragraphs `rtl`; they stay at the edge at which the slide has its other texts."""
    properties = deck.core_properties  # shown where nothing knows isolates
    properties.title, properties.subject = bare(properties.title), bare(properties.subject)
    for paragraph in _paragraphs(deck):
        texts = paragraph.findall(f".//{qn('a:t')}")
        if runs_left("".join(one.text or "" for one in texts)):
            paragraph.get_or_add_pPr().set("rtl", "1")
            for one in texts:
                one.text = bare(one.text or "")


def _paragraphs(deck: Deck) -> Iterator[Any]:
    for slide in deck.slides:
        yield from slide._element.iter(qn("a:p"))
        if slide.has_notes_slide:
            yield from slide.notes_slide._element.iter(qn("a:p"))


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
