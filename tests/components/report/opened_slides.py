"""Slides of every view, made once and opened again by the library, and what is read of them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from pptx import Presentation
from pptx.chart.chart import Chart
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.table import Table

from components.report.content import Briefing
from components.report.slides.deck import slides
from tests.components.report.handed_out import (
    hostile_briefing,
    istanbul_briefing,
    silent_briefing,
    small_briefing,
    wide_briefing,
)

VIEWS: dict[str, Callable[[], Briefing]] = {
    "small": small_briefing,
    "istanbul": istanbul_briefing,
    "wide": wide_briefing,
    "hostile": hostile_briefing,
    "silent": silent_briefing,
}


@cache
def deck_of(view: str) -> Deck:
    """The slides of a view, opened again by the library."""
    return Presentation(io.BytesIO(slides(VIEWS[view]())))


def tables_on(slide: Slide) -> list[Table]:
    """The native tables of a slide."""
    shapes: list[Any] = list(slide.shapes)
    return [shape.table for shape in shapes if shape.has_table]


def tables_named(slide: Slide, name: str) -> list[Table]:
    """The native tables of a slide that have this name."""
    shapes: list[Any] = list(slide.shapes)
    return [shape.table for shape in shapes if shape.has_table and shape.name == name]


def title_of(slide: Slide) -> str:
    """The title on one line: what the slide shows, then its finding."""
    title = slide.shapes.title
    assert title is not None
    return ": ".join(title.text_frame.text.splitlines())


def charts_of(deck: Deck) -> list[Chart]:
    """The native charts of all slides."""
    return [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]


def texts_of(deck: Deck) -> Iterator[str]:
    """All text of all slides: frames, cells, labels of charts, and notes."""
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                yield shape.text_frame.text
        for table in tables_on(slide):
            yield from (cell.text for row in table.rows for cell in row.cells)
        yield slide.notes_slide.notes_text_frame.text


def told(deck: Deck) -> str:
    """The same as one line."""
    return " ".join(" ".join(text.split()) for text in texts_of(deck))
