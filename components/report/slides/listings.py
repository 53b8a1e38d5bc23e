"""Slides of a section in sentences: a native table, a row for each sentence with what it is about."""

from __future__ import annotations

from functools import partial

from pptx.presentation import Presentation as Deck

from components.report.content import Briefing
from components.report.sections import SECTIONS
from components.report.slides.look import Words
from components.report.slides.table import Box, Table, add_table_slides, shares


def add_listing(section: str, deck: Deck, briefing: Briefing) -> None:
    """As many slides as the sentences need; none where there is nothing to tell."""
    listing, head = briefing.listings[section], briefing.head
    groups = [*((("To know first", listing.told),) if listing.told else ()), *listing.groups]
    table = Table(
        name=SECTIONS[section],
        words=f"{SECTIONS[section]}, a row for each sentence",
        widths=shares(1, 5.6),
        heads=tuple(Box((Words(one, 12, bold=True),)) for one in ("", SECTIONS[section])),
        rows=tuple(
            (Box((Words(name, 12, bold=True),)), Box((Words(words, 12),)))
            for name, sentences in groups
            for words in sentences
        ),
    )
    add_table_slides(deck, head, table, (head.title, head.measure), over=SECTIONS[section])


add_meeting, add_other_words = partial(add_listing, "moves"), partial(add_listing, "other_words")
