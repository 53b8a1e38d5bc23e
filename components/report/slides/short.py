"""One slide for a section of a short report: as many rows as it holds, and how many these are of all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from pptx.presentation import Presentation as Deck
from pptx.util import Inches

from components.report.content import Briefing
from components.report.note_text import COMPARED
from components.report.sections import SECTIONS
from components.report.slides import gaps
from components.report.slides.frame import new_deck
from components.report.slides.look import BODY, MARGIN, PALETTE, TOP, Words, add_slide, add_text
from components.report.slides.matrix import MOST_SHORT
from components.report.slides.pairs import MOST_ISSUES
from components.report.typst.payload import NOTHING

_Add = Callable[[Deck, Briefing], None]


def add_short(deck: Deck, briefing: Briefing, section: str, add: _Add) -> None:
    """One slide, made by `add` from as many rows as let it be one; its title counts what is left out.

    Rows of the matrix that have no room are those with the narrowest gaps.
    """
    total = _rows(briefing, section)
    counts = range(1, total + 1)
    slide_count = gaps.slide_count if section == "ranges" else partial(_slides, add=add)
    shown = bisect_left(counts, True, key=lambda count: slide_count(_cut(briefing, section, count)) > 1)
    shown = max(1, shown)
    before = len(deck.slides)
    add(deck, _cut(briefing, section, shown) if total else briefing)
    head = briefing.head
    if len(deck.slides) == before:
        slide = add_slide(deck, head, (head.title, head.measure), over=SECTIONS[section])
        add_text(slide, (MARGIN, TOP, BODY, Inches(0.5)), [Words(NOTHING, 16, colour=PALETTE.mute)])
        return
    columns = len(briefing.matrix.columns)
    every = briefing.moves.compared if section == "changes" else total
    told = [f"{shown} of {every} {_THINGS[section]}"] if shown < total else []
    told += [f"{MOST_SHORT} of {columns} columns"] if section == "matrix" and columns > MOST_SHORT else []
    title = deck.slides[before].shapes.title
    if told and title is not None:
        # The first line of a title says what the slide shows.
        over = title.text_frame.paragraphs[0].runs[-1]
        over.text += f" · {', '.join(told)}; the full dossier has them all"


_THINGS = {
    "matrix": "issues, those farthest apart",
    "ranges": "issues, those farthest apart",
    "pairs": "pairs",
    "changes": COMPARED,
    "sources": "sources",
}


def _rows(briefing: Briefing, section: str) -> int:
    """How many rows a section has that may be left out; 0 for one that has none."""
    scales = briefing.gaps
    return {
        "matrix": len(briefing.matrix.rows),
        "ranges": len(scales.ranges),
        "pairs": len(scales.pair_names),
        "changes": len(briefing.moves.changes),
        "sources": len(briefing.codebook.sources),
    }.get(section, 0)


def _cut(briefing: Briefing, section: str, count: int) -> Briefing:
    """The briefing with so many rows of a section: the first, of the matrix those with the widest gaps."""
    scales, matrix = briefing.gaps, briefing.matrix
    if section == "matrix":
        kept = sorted(briefing.rank[:count])
        columns = slice(None, MOST_SHORT)
        rows = tuple(replace(matrix.rows[one], cells=matrix.rows[one].cells[columns]) for one in kept)
        return replace(briefing, matrix=replace(matrix, columns=matrix.columns[columns], rows=rows))
    if section == "ranges":
        return replace(
            briefing, gaps=replace(scales, ranges=scales.ranges[:count], sentences=scales.sentences[:count])
        )
    if section == "pairs":
        shown = _widest(briefing)
        cut = [replace(row, cells=row.cells[:count]) for row in scales.pair_rows if row.issue.id in shown]
        words = tuple(one for one in scales.words if one.issue in shown)
        fewer = replace(scales, pair_names=scales.pair_names[:count], pair_rows=tuple(cut), words=words)
        return replace(briefing, gaps=fewer)
    if section == "changes":
        return replace(briefing, moves=replace(briefing.moves, changes=briefing.moves.changes[:count]))
    return replace(briefing, codebook=replace(briefing.codebook, sources=briefing.codebook.sources[:count]))


def _widest(briefing: Briefing) -> set[str]:
    """The issues that have room beside each other in a table of pairs, those with the widest gaps."""
    ranked = [briefing.matrix.rows[one].issue for one in briefing.rank]
    return {one.id for one in [issue for issue in ranked if issue.scale][:MOST_ISSUES]}


def _slides(briefing: Briefing, add: _Add) -> int:
    """How many slides a section takes."""
    scratch = new_deck(briefing.head)
    add(scratch, briefing)
    return len(scratch.slides)
