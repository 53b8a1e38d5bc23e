"""Paragraphs of slides that run from right to left, marked as such; other texts keep their order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck

from positions.text.direction import bare, runs_left


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
