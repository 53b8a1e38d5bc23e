"""Slides of sentences: two columns of cells, filled alike, in the largest type with room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pptx.presentation import Presentation as Deck
from pptx.util import Emu, Inches

from components.report.records import Head
from components.report.slides.listing_heads import MOST_ROWS, MOST_SLIDES, Listed
from components.report.slides.look import BODY, LEAST, MARGIN, TOP, numbered
from components.report.slides.room import fitting_groups
from components.report.slides.table import ROOM, Box, Table, add_rows, row_height, sized

_BETWEEN = Inches(0.35)
_WIDTH = int((BODY - _BETWEEN) // 2)
_SIZES = (16.0, 15.0, 14.0, 13.0, float(LEAST))


@dataclass(frozen=True)
class Passage:
    """A cell of a column, in the least type, and what stands of it in the notes of its slide."""

    box: Box
    notes: tuple[str, ...] = ()


class _Pages(NamedTuple):
    """Cells in one size, and which of them stand in which column; two columns are a slide."""

    boxes: Sequence[Box]
    columns: list[range]

    @property
    def slides(self) -> list[list[range]]:
        return [self.columns[place : place + 2] for place in range(0, len(self.columns), 2)]


def add_columns(deck: Deck, head: Head, listed: Listed, passages: Sequence[Passage]) -> None:
    """As many slides as the passages need, each with which of how many it has; none without any.

    Of more than MOST_SLIDES slides the first come, and what is counted says so.
    """
    found = _pages(passages[:MOST_ROWS])
    more = len(found.slides) > MOST_SLIDES or len(passages) > MOST_ROWS
    for number, columns in numbered(found.slides[:MOST_SLIDES]):
        first, last = columns[0].start, columns[-1].stop
        notes = tuple(line for one in passages[first:last] for line in one.notes)
        told = listed.told(number, (first + 1, last), len(passages), more=more)
        slide = listed.slide(deck, head, told, notes)
        for place, column in enumerate(columns):
            boxes = [(found.boxes[one],) for one in column]
            table = Table(listed.name, f"{listed.name}, a row for each", (_WIDTH,), (), tuple(boxes))
            add_rows(slide, table, boxes, TOP, Emu(MARGIN + place * (_WIDTH + _BETWEEN)))


def _pages(passages: Sequence[Passage]) -> _Pages:
    """The cells in the largest type in which they take no more slides than in the least."""
    ways = [_sized(passages, size) for size in _SIZES]
    return next(one for one in ways if len(one.slides) <= len(ways[-1].slides))


def _sized(passages: Sequence[Passage], size: float) -> _Pages:
    boxes = [sized(one.box, size / LEAST) for one in passages]
    heights = [row_height((box,), (_WIDTH,)) for box in boxes]
    return _Pages(boxes, fitting_groups(heights, ROOM, columns=2))
