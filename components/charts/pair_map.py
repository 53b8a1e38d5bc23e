"""Gap of every pair on every issue: a grid of numbers, darker for wider, outlined where it is not firm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from components.colours import mixed
from components.figures.drawing import Paper, Type, blank_paper, left_height, left_note, note, tile
from components.figures.figure_text import filled_lines, plain, text_width, widest_word
from components.figures.step_labels import NARROW, WORDS, WORDS_LINE
from components.theme import Scheme
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
_DASHES = {BY_NAME: "solid", CONTRADICTS: "dashdot", WEAK: "dot", SPLIT: "dash"}


def draw(view: View, scheme: Scheme, page: float = NARROW) -> go.Figure:
    """The figure for pages of that many pixels: an issue per row, a pair per column; a dash for no gap.

    Firm gaps are shaded by their share of the scale; what rests on members only, on low confidence or
    on a split grouping has an outline and no shade.
    """
    paper = blank_paper({}, scheme)
    heads = _heads(view, page)
    top = -max((head.down + len(head.lines) * WORDS_LINE for head in heads), default=0.0) - 6
    for place, head in enumerate(heads):
        words = "<br>".join(map(plain, head.lines))
        style = Type(WORDS, paper.palette.ink, "center", "top", (head.shift, 0))
        note(paper, (place, -head.down), words, style)
    foot = top
    for issue in view.by_gap:
        name = f"{issue.name}, {unit_words(issue)}" if issue.numeric else issue.name
        row = max(_ROW, left_height(name, _NAME, _NAMES))
        y, foot = foot - row / 2, foot - row
        left_note(paper, name, y, _NAME, _NAMES)
        for column, pair in enumerate(view.pairs):
            _draw_cell(paper, view.gap(issue.id, *pair), (column, y))
    height = _draw_legend(paper, _bases(view), foot, page)
    return paper.figure(
        height=height,
        margin={"l": _NAMES, "r": 0, "t": 0, "b": 0},
        xaxis={"range": [-0.5, max(len(view.pairs), 1) - 0.5]},
        yaxis={"range": [-height, 0]},
    )


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


def _draw_cell(paper: Paper, gap: Gap | None, place: tuple[float, float]) -> None:
    palette = paper.palette
    if gap is None:
        note(paper, place, _NO_GAP, Type(14, palette.mute))
        return
    firm = gap.basis == FIRM and gap.share is not None
    share = gap.share or 0.0
    ink = palette.paper if firm and share > _DARK else palette.ink
    edge = {"color": palette.mute, "width": 0 if firm else 1.5, "dash": _DASHES.get(gap.basis, "solid")}
    fill = mixed(palette.ink, share, palette.line) if firm else palette.paper
    tile(paper, place, (0.47, _ROW / 2 - 2), fill, name=gap.basis, line=edge)
    interval = interval_words(gap.least, gap.most)
    if gap.gap is None:
        words = interval or number_words(gap.least)
    else:
        small = f"<br><span style='font-size:10.5px'>{interval}</span>" if interval else ""
        words = f"{number_words(gap.gap)}{small}"
    note(paper, place, words, Type(14, ink))


def _bases(view: View) -> list[str]:
    used = {gap.basis for gap in view.gaps}
    return [basis for basis in BASIS_WORDS if basis in used and basis != FIRM]


def _draw_legend(paper: Paper, bases: Sequence[str], top: float, page: float) -> float:
    """What the outlines mean; the answer is how far down it ends."""
    left, y = -_NAMES, top - 16
    for basis in bases:
        width = 26 + text_width(BASIS_WORDS[basis], WORDS)
        if left > -_NAMES and left + _NAMES + width > page:
            left, y = -_NAMES, y - 20
        paper.shapes.append(
            {
                "type": "rect",
                "name": "legend",
                "xref": "paper",
                "xsizemode": "pixel",
                "xanchor": 0,
                "x0": left + 1,
                "x1": left + 17,
                "y0": y - 6,
                "y1": y + 6,
                "line": {"color": paper.palette.mute, "width": 1.5, "dash": _DASHES[basis]},
            }
        )
        style = Type(WORDS, paper.palette.mute, "left", shift=(left + 23, 0))
        note(paper, (0, y), plain(BASIS_WORDS[basis]), style)
        paper.texts[-1]["xref"] = "paper"
        left += width + 14
    return 18 - y if bases else 4 - top


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
