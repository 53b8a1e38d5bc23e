"""Where the columns stand on each issue's own scale, and how far apart: one row per issue."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from components.chart_legend import DOTS, draw_legend
from components.drawing import (
    MARK,
    Paper,
    Pen,
    Stamp,
    Type,
    answer,
    arrow,
    blank_paper,
    line,
    mark,
    note,
    pale,
)
from components.figure_text import plain
from components.figures.alike import Alike
from components.figures.legend import meanings
from components.figures.name_blocks import KEY, NAME, NAME_LINE, Names
from components.figures.range_layout import BESIDE, LANE, RowLayout, Run, row_layout
from components.figures.scale import ScaleRow, scale_rows
from components.figures.step_labels import EDGE, WORDS
from components.theme import MARKS, Mark, Scheme, mark_look
from positions.text.labels import MARK_WORDS
from positions.text.scale import row_sentence
from positions.text.wording import step_words
from positions.view import View

_LEAST = 60.0


def draw(rows: Sequence[ScaleRow], marks: dict[str, Mark], scheme: Scheme) -> go.Figure:
    """The figure, a row per issue in their order, with the legend of exactly what it uses.

    The gap is the dark line on the scale; below it run other current words, doubts, and ways from
    the earlier day. y counts pixels down, x runs from 0 to 1 along every scale.
    """
    paper, top = blank_paper(marks, scheme), 0.0
    for row in rows:
        layout = row_layout(row, marks)
        _draw_head(paper, layout, top)
        _draw_scale(paper, layout, top)
        for place, lane in enumerate(layout.lanes):
            for run in lane:
                _draw_run(paper, run, row, top - layout.line - 11 - LANE * place)
        for ones in layout.places:
            _draw_marks(paper, ones, row, top - layout.line)
        for names in layout.names:
            _draw_names(paper, names, top - layout.line + 13)
        _draw_blanks(paper, layout, top)
        top -= layout.height
    height = draw_legend(paper, meanings(rows), top)
    return paper.figure(
        height=max(_LEAST, height),
        xaxis={"range": [-EDGE, 1 + EDGE]},
        yaxis={"range": [-max(_LEAST, height), 0]},
    )


def describe(view: View) -> str:
    """Every row in words: who stands where, of whom nothing is placed, and the widest gap."""
    return " ".join(row_sentence(view, issue) for issue in view.by_gap)


def table(view: View) -> pd.DataFrame:
    """What is drawn: a line per mark, blank and gap, with the words of every step of the scale."""
    lines = [line for row in scale_rows(view) for line in _lines(row)]
    return pd.DataFrame(lines, columns=["Issue", "Who", "Step", "In words", "Words are"])


def _lines(row: ScaleRow) -> list[tuple[str, str, str, str, str]]:
    name, issue = row.issue.name, row.issue
    lines = [
        (
            name,
            spot.label,
            f"{spot.low}" if spot.low == spot.high else f"{spot.low}–{spot.high}",
            step_words(issue, spot.low, spot.high, doubt=spot.doubt),
            _kind(spot.role, old=spot.old, weak=spot.weak, doubt=spot.doubt),
        )
        for spot in (*row.spots, *row.earlier)
    ]
    lines += [(name, blank.names, "–", blank.words, "") for blank in row.blanks]
    lines.append((name, "Farthest apart", row.gap.size, ", ".join(row.gap.pairs), ""))
    scale = " · ".join(f"{step.step} {step.label}" for step in issue.scale)
    return [*lines, (name, "Scale", f"0–{row.last}", scale, "")]


def _kind(role: str, *, old: bool, weak: bool, doubt: bool) -> str:
    told = [MARK_WORDS[role]]
    told += [MARK_WORDS["old"]] if old else []
    told += [MARK_WORDS["weak"]] if weak else []
    return ", ".join([*told, "the coder was unsure"] if doubt else told)


def _draw_head(paper: Paper, layout: RowLayout, top: float) -> None:
    row, ink = layout.row, paper.palette.ink
    note(paper, (-EDGE, top - 12), f"<b>{plain(row.issue.name)}</b>", Type(15.5, ink, "left"))
    size = f"<b>{plain(row.gap.size)}</b>" if row.gap.segments else plain(row.gap.size)
    note(paper, (1 + EDGE, top - 12), size, Type(14, ink, "right"))
    pairs = "<br>".join(map(plain, layout.pairs))
    if pairs:
        note(paper, (1 + EDGE, top - 24), pairs, Type(WORDS, paper.palette.mute, "right", "top"))


def _draw_scale(paper: Paper, layout: RowLayout, top: float) -> None:
    """The line with its steps and their words, and the gap, dark and on top of it."""
    row, y = layout.row, top - layout.line
    thin = Pen(paper.palette.mute, 1)
    line(paper, ((0, y), (1, y)), thin)
    for label, step in zip(layout.steps, row.issue.scale, strict=True):
        line(paper, ((label.share, y - 4.5), (label.share, y + 4.5)), thin)
        words = "<br>".join(map(plain, label.lines))
        place = (label.share, top - layout.words - label.down)
        note(paper, place, words, Type(WORDS, paper.palette.mute, "center", "top", (label.shift, 0)))
        answer(paper, (label.share, y), "", plain(f"Step {step.step}: {step.label}"))
    if row.ends and row.ends[0] != row.ends[1]:
        low, high = (end / row.last for end in row.ends)
        line(paper, ((low, y), (high, y)), Pen(paper.palette.ink, 4), "gap")


def _draw_run(paper: Paper, run: Run, row: ScaleRow, y: float) -> None:
    party, start, end = paper.marks[run.column], run.start / row.last, run.end / row.last
    ends = ((start, y), (end, y))
    if run.kind == "range":
        line(paper, ends, Pen(pale(party.colour, paper.palette.paper), 5), "range")
    elif run.kind == "doubt":
        line(paper, ends, Pen(party.colour, 3, DOTS), "doubt")
    else:
        spot = row.before(run.column)
        label = plain(f"{spot.label}, the earlier day" if spot else "")
        arrow(paper, ends, party.colour)
        mark(paper, (start, y), Stamp(party, MARKS["earlier"], label))
        answer(paper, (start, y), label, label)


def _draw_marks(paper: Paper, ones: Sequence[Alike], row: ScaleRow, y: float) -> None:
    """The marks of one place, side by side around it."""
    for place, one in enumerate(ones):
        spot, share = one.spot, one.spot.point / row.last
        look = mark_look(spot.role, old=spot.old, weak=spot.weak)
        beside = (place - (len(ones) - 1) / 2) * BESIDE
        mark(paper, (share, y), Stamp(paper.marks[spot.column], look, plain(one.label)), (beside, 0))
        words = step_words(row.issue, spot.low, spot.high, doubt=spot.doubt)
        answer(paper, (share, y), plain(one.label), f"{plain(one.label)}<br>{plain(words)}")


def _draw_names(paper: Paper, names: Names, bottom: float) -> None:
    """Names in a block above their marks, the last line nearest to the scale."""
    y = bottom + names.height
    for entry in names.entries:
        left = names.left
        if names.keyed:
            spot = entry.drawn.spot
            look = mark_look(spot.role, old=spot.old, weak=spot.weak)
            small = (left + MARK / 2 - 1, -NAME_LINE / 2)
            mark(paper, (names.share, y), Stamp(paper.marks[spot.column], look), small)
            left += KEY
        style = Type(NAME, paper.palette.ink, "left", "top", (left, 0))
        if not names.keyed:
            style = Type(NAME, paper.palette.ink, "center", "top", (left + names.width / 2, 0))
        note(paper, (names.share, y), "<br>".join(map(plain, entry.lines)), style)
        y -= NAME_LINE * len(entry.lines)


def _draw_blanks(paper: Paper, layout: RowLayout, top: float) -> None:
    """Those of whom nobody stands on a step, in words below the scale and never on it."""
    if layout.blanks:
        words = "<br>".join(map(plain, layout.blanks))
        place = (-EDGE, top - layout.below)
        note(paper, place, f"<i>{words}</i>", Type(WORDS, paper.palette.mute, "left", "top"))
