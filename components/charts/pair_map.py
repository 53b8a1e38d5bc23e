"""Gap of every pair on every issue: a grid of numbers, darker for wider, outlined where it is not firm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from components.colours import mixed
from components.figures.figure_text import filled_lines, text_width, widest_word
from components.figures.number_grid import Edge, Grid, Type
from components.figures.step_labels import NARROW, WORDS, WORDS_LINE
from components.svg_figure.view import Layout
from components.theme import PALETTES, Scheme
from positions.analysis.gap import BY_NAME, CONTRADICTS, FIRM, SPLIT, WEAK, Gap
from positions.model.issues import Issue
from positions.text.gaps import coded_size, why_not_compared
from positions.text.labels import BASIS_WORDS
from positions.text.wording import interval_words, joined, number_words, unit_words
from positions.view import View

WIDE = 840.0  # pixels of the least page on which the wide layout stands
_ROW, _NAMES, _NO_GAP, _MOST_LEVELS = 44.0, 112.0, "–", 3
_NAME = 13.0  # size of the names of issues
_DARK = 0.45  # share of the scale from which on the ground is dark
_DASHES = {BY_NAME: "", CONTRADICTS: "6 3 2 3", WEAK: "2 3", SPLIT: "6 4"}


def draw(view: View, scheme: Scheme, name: str = "narrow", page: float = NARROW) -> Layout:
    """The figure for pages of that many pixels: an issue per row, a pair per column; a dash for no gap.

    Firm gaps are shaded by their share of the scale; what rests on members only, on low confidence or
    on a split grouping has an outline and no shade.
    """
    grid = Grid(PALETTES[scheme], len(view.pairs), _NAMES)
    heads = _heads(view, page)
    for place, head in enumerate(heads):
        style = Type(WORDS, grid.palette.ink, "middle", "top", head.shift)
        grid.note((place, head.down), head.lines, style)
    foot = max((head.down + len(head.lines) * WORDS_LINE for head in heads), default=0.0) + 6
    for issue in view.by_gap:
        words = f"{issue.name}, {unit_words(issue)}" if issue.numeric else issue.name
        row = max(_ROW, grid.name_height(words, _NAME))
        y, foot = foot + row / 2, foot + row
        grid.row_name(words, y, _NAME)
        for column, pair in enumerate(view.pairs):
            _draw_cell(grid, view.gap(issue.id, *pair), (column, y))
    return grid.layout(_draw_legend(grid, _bases(view), foot, page), name)


def describe(view: View) -> str:
    """Per pair the issues with its widest firm gap, and on how many issues it can be told."""
    return " ".join(_sentence(view, pair) for pair in view.pairs)


def table(view: View) -> pd.DataFrame:
    """One row per issue, one column per pair: size, interval and what it rests on, or why there is none."""
    heads = ["Issue", *(_pair_name(view, pair) for pair in view.pairs)]
    rows = [[issue.name, *(_words(view, issue, pair) for pair in view.pairs)] for issue in view.by_gap]
    return pd.DataFrame(rows, columns=heads)


@dataclass(frozen=True)
class _Head:
    """The name of a pair in lines: `down` pixels below the top, `shift` pixels beside its column."""

    lines: tuple[str, ...]
    down: float
    shift: float


def _heads(view: View, page: float) -> list[_Head]:
    """The heads of the columns, in as many rows in turn as the longest word needs, three at most."""
    names = [_pair_name(view, pair, between="\u00a0– ") for pair in view.pairs]
    if not names:
        return []
    width = (page - _NAMES) / len(names)
    needed = max(widest_word(name, WORDS) for name in names)
    levels = min(next((one for one in (1, 2) if needed <= width * one), _MOST_LEVELS), len(names))
    free = [width * (len(names) - place - 0.5) for place in range(len(names))]
    rooms = [min(width * levels, width * levels / 2 + right) - 4 for right in free]
    lines = [tuple(filled_lines(name, WORDS, room)) for name, room in zip(names, rooms, strict=True)]
    heights = [max(len(one) for one in lines[level::levels]) * WORDS_LINE + 2 for level in range(levels)]
    return [
        _Head(one, sum(heights[: place % levels]), min(0.0, right - _half(one)))
        for place, (one, right) in enumerate(zip(lines, free, strict=True))
    ]


def _half(lines: Sequence[str]) -> float:
    return max(text_width(line, WORDS) for line in lines) / 2


def _draw_cell(grid: Grid, gap: Gap | None, place: tuple[float, float]) -> None:
    palette = grid.palette
    if gap is None:
        grid.note(place, (_NO_GAP,), Type(14, palette.mute))
        return
    firm = gap.basis == FIRM and gap.share is not None
    share = gap.share or 0.0
    edge = Edge(palette.mute, 0 if firm else 1.5, _DASHES.get(gap.basis, ""))
    fill = mixed(palette.ink, share, palette.line) if firm else palette.paper
    grid.tile(place, (0.47, _ROW / 2 - 2), fill, edge, gap.basis)
    interval = interval_words(gap.least, gap.most)
    if gap.gap is None:
        lines = [interval or number_words(gap.least)]
    else:
        lines = [number_words(gap.gap), *([interval] if interval else [])]
    ink = palette.paper if firm and share > _DARK else palette.ink
    grid.note(place, lines, Type(14, ink, small=10.5))


def _bases(view: View) -> list[str]:
    used = {gap.basis for gap in view.gaps}
    return [basis for basis in BASIS_WORDS if basis in used and basis != FIRM]


def _draw_legend(grid: Grid, bases: Sequence[str], top: float, page: float) -> float:
    """What the outlines mean; the answer is how far down it ends."""
    left, y = 0.0, top + 16
    for basis in bases:
        width = 26 + text_width(BASIS_WORDS[basis], WORDS)
        if left and left + width > page:
            left, y = 0.0, y + 20
        grid.key(left, y, Edge(grid.palette.mute, 1.5, _DASHES[basis]))
        grid.margin_note((left + 23, y), (BASIS_WORDS[basis],), Type(WORDS, grid.palette.mute, "start"))
        left += width + 14
    return y + 18 if bases else top + 4


def _pair_name(view: View, pair: tuple[str, str], between: str = " – ") -> str:
    return between.join(view.tables.names[one] for one in pair)


def _words(view: View, issue: Issue, pair: tuple[str, str]) -> str:
    gap = view.gap(issue.id, *pair)
    if gap is None:
        return f"{_NO_GAP} ({why_not_compared(*(view.cell(one, issue.id) for one in pair))})"
    return "; ".join(part for part in (coded_size(gap, view.tables), BASIS_WORDS[gap.basis]) if part)


def _sentence(view: View, pair: tuple[str, str]) -> str:
    name, scaled = _pair_name(view, pair), view.scaled
    known = [gap for issue in scaled if (gap := view.gap(issue.id, *pair))]
    firm = [gap for gap in known if gap.basis == FIRM and gap.share is not None]
    if not known:
        return f"{name}: no issue on which both stand on a step."
    told = f"comparable on {len(known)} of {len(scaled)} issues, firmly on {len(firm)}."
    if not firm:
        return f"{name}: {told}"
    most = max(gap.share or 0.0 for gap in firm)
    widest = [view.tables.scales[gap.issue].name for gap in firm if gap.share == most]
    if most == 0:
        return f"{name}: the same step on {joined(widest)}; {told}"
    return f"{name}: widest on {joined(widest)}; {told}"
