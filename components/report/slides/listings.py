"""Slides of what is told in sentences: moves, other words, statements, codebook, limits and sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pptx.presentation import Presentation as Deck

from components.report.captions import page_caption
from components.report.content import Briefing
from components.report.note_text import note_text
from components.report.sections import SECTIONS
from components.report.slides.columns import Passage, add_columns
from components.report.slides.listing_heads import Listed
from components.report.slides.look import Words
from components.report.slides.table import Box
from positions.model.issues import Issue
from positions.text.citation import source_cells, source_citation
from positions.text.listing import Counted
from positions.text.scale import coded_rows
from positions.text.sentences import Entry


def add_listing(section: str, deck: Deck, briefing: Briefing) -> None:
    """What is to be known first, then sentence by sentence; none where there is nothing to tell."""
    listing, head = briefing.listings[section], briefing.head
    groups = (("To know first", [Entry("", one) for one in listing.told]), *listing.groups)
    listed = Listed(SECTIONS[section], (head.title, head.measure), Counted("line"))
    add_columns(deck, head, listed, _passages(groups))


def add_notes(deck: Deck, briefing: Briefing) -> None:
    """Every statement on which a cell rests, under the number that its cells name."""
    passages = _passages([("", [Entry("", note_text(one)) for one in briefing.notes])])
    _add(deck, briefing, "notes", passages, Counted("statement"))


def add_scales(deck: Deck, briefing: Briefing) -> None:
    """Every step of the issues shown with its rule."""
    passages = [one for issue in briefing.codebook.issues for one in _steps(issue)]
    _add(deck, briefing, "codebook", passages, Counted("step"))


def add_limits(deck: Deck, briefing: Briefing) -> None:
    """Premises, limits and names."""
    codebook = briefing.codebook
    parts = {"Premises": codebook.premises, "Limits": codebook.limits, "Names": (codebook.naming_note,)}
    groups = [(name, [Entry("", one) for one in told]) for name, told in parts.items()]
    _add(deck, briefing, "limits", _passages(groups), Counted("sentence"))


def add_sources(deck: Deck, briefing: Briefing) -> None:
    """A line or two per source; how each is cited stands in the notes of its slide."""
    passages = [
        Passage(
            Box((Words(" · ".join(part for part in source_cells(one) if part != "–")),)),
            (" ".join((source_citation(one), one.note or "")).strip(),),
        )
        for one in briefing.codebook.sources
    ]
    titles = "", f"Licence: {briefing.head.licence}"
    counted = None if briefing.report.brief else Counted("source")
    listed = Listed(page_caption(briefing, "sources").title, titles, counted)
    add_columns(deck, briefing.head, listed, passages)


def _add(
    deck: Deck, briefing: Briefing, section: str, passages: Sequence[Passage], counted: Counted | None
) -> None:
    """Slides that are named after their section and have no finding."""
    listed = Listed(SECTIONS[section], ("", briefing.head.measure), counted)
    add_columns(deck, briefing.head, listed, passages)


def _passages(groups: Sequence[tuple[str, Sequence[Entry]]]) -> list[Passage]:
    """A cell for each entry, its lead over it; over the first of a group stands its name, if it has one."""
    return [
        Passage(Box((*_heading(name if place == 0 else ""), *_heading(one.lead), Words(one.words))))
        for name, entries in groups
        for place, one in enumerate(entries)
    ]


def _heading(name: str) -> tuple[Words, ...]:
    return (Words(name, bold=True),) if name else ()


def _steps(issue: Issue) -> Iterator[Passage]:
    """The steps of an issue with their rules."""
    for place, (number, label, rule) in enumerate(coded_rows(issue)):
        words = Words(f"{number} {label}: {rule}" if rule else f"{number} {label}")
        yield Passage(Box((*_heading(issue.name if place == 0 else ""), words)))
