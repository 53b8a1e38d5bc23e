"""One issue on its own scale: a lane for each side, a line for each step, blanks below."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from components.drawing import Paper, Pen, Type, blank_paper, line, note
from components.figure_text import plain
from components.theme import Mark, Scheme
from positions.cell import blank_words, holder_words
from positions.models import Issue, Statement
from positions.tables import Cell
from positions.text.wording import MODE_WORDS, interval_words, joined, said_on_words

STEP_HEIGHT = 62
_RADIUS = 8
_BLANK = -1.0  # the lane below step 0
# Outlines of the marker shapes, in pixels around their middle, for marks that must be dashed.
_OUTLINES = {
    "circle": "M -8 0 Q -8 8 0 8 Q 8 8 8 0 Q 8 -8 0 -8 Q -8 -8 -8 0 Z",
    "square": "M -7 -7 L 7 -7 L 7 7 L -7 7 Z",
    "diamond": "M 0 -9 L 9 0 L 0 9 L -9 0 Z",
    "triangle-down": "M -8 7 L 8 7 L 0 -8 Z",
    "cross": "M -3 -8 L 3 -8 L 3 -3 L 8 -3 L 8 3 L 3 3 L 3 8 L -3 8 L -3 3 L -8 3 L -8 -3 L -3 -3 Z",
}


@dataclass(frozen=True)
class Claim:
    """Where one side says that another stands: shown in the lane of `about`, an id; `by` is a name."""

    about: str
    by: str
    statement: Statement


@dataclass(frozen=True)
class IssueScale:
    """What the figure is drawn from; `cells` are one per lane, from left to right.

    `spoken` holds the statement that gives each lane its point, by holder.
    """

    issue: Issue
    cells: Sequence[Cell]
    spoken: dict[str, Statement]
    claims: Sequence[Claim]


def draw(scale: IssueScale, marks: dict[str, Mark], scheme: Scheme) -> go.Figure:
    """The figure: own words filled, reported as a ring, said by others dashed, ranges as bars."""
    paper = blank_paper(marks, scheme)
    _draw_steps(paper, scale)
    for place, cell in enumerate(scale.cells):
        _draw_head(paper, cell, place, len(scale.issue.scale))
        if cell.placed:
            _draw_position(paper, cell, place, scale.spoken[cell.holder])
        else:
            _draw_blank(paper, cell, place)
    for claim in scale.claims:
        _draw_claim(paper, claim, scale.cells)
    paper.figure.update_layout(
        height=(len(scale.issue.scale) + 1.5) * STEP_HEIGHT,
        showlegend=False,
        xaxis={"visible": False, "range": [-0.5, len(scale.cells) - 0.5], "fixedrange": True},
        yaxis={"visible": False, "range": [_BLANK - 0.45, len(scale.issue.scale) + 0.05], "fixedrange": True},
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
    )
    return paper.figure


def describe(scale: IssueScale) -> str:
    """Every lane in words, then every claim about another side."""
    lanes = [
        f"{holder_words(cell)} at step {cell.point:g}" if cell.placed else f"{cell.name}: {blank_words(cell)}"
        for cell in scale.cells
    ]
    names = {cell.holder: cell.name for cell in scale.cells}
    claims = [
        f"{claim.by} places {names[claim.about]} at step {_point(claim.statement):g}"
        for claim in scale.claims
    ]
    tail = f" Said of another side: {joined(claims)}." if claims else ""
    return f"{scale.issue.name}: {'; '.join(lanes)}.{tail}"


def table(scale: IssueScale) -> pd.DataFrame:
    """One row per lane: step, stated range, and how the words behind the step reached the source."""
    rows = [
        (
            cell.name,
            f"{cell.point:g}" if cell.placed else blank_words(cell),
            interval_words(cell.low, cell.high) if cell.placed else "",
            MODE_WORDS[scale.spoken[cell.holder].mode] if cell.placed else "",
        )
        for cell in scale.cells
    ]
    return pd.DataFrame(rows, columns=["Party", "Step", "Stated range", "Reported as"])


def _draw_steps(paper: Paper, scale: IssueScale) -> None:
    right = len(scale.cells) - 0.5
    below = Type(12.5, paper.palette.mute, "left", shift=-17)
    for step in scale.issue.scale:
        line(paper, ((-0.5, step.step), (right, step.step)), Pen(paper.palette.line, 1.5))
        note(paper, (-0.5, step.step), f"{step.step} · {plain(step.label)}", below)
    note(paper, (-0.5, _BLANK), "no step", below)


def _draw_head(paper: Paper, cell: Cell, place: int, steps: int) -> None:
    name = "<br>".join(plain(line) for line in textwrap.wrap(holder_words(cell), 14))
    note(paper, (place, steps - 0.5), f"<b>{name}</b>", Type(14, paper.palette.ink, shift=6))


def _draw_position(paper: Paper, cell: Cell, place: int, spoken: Statement) -> None:
    mark = paper.marks[cell.holder]
    if cell.low != cell.high:
        line(paper, ((place, cell.low), (place, cell.high)), Pen(mark.colour, 9, 0.4))
    ring = spoken.mode == "reported_speech"
    said = f"{said_on_words(spoken.said_on)}, {MODE_WORDS[spoken.mode]}"
    words = f"{holder_words(cell)}: step {cell.point:g}, {said}"
    paper.figure.add_scatter(
        x=[place],
        y=[cell.point],
        mode="markers",
        name=cell.name,
        hovertemplate=f"{plain(words)}<extra></extra>",
        marker={
            "symbol": mark.shape,
            "size": 2 * _RADIUS,
            "color": paper.palette.paper if ring else mark.colour,
            "line": {"color": mark.colour if ring else paper.palette.paper, "width": 3 if ring else 1.5},
        },
    )


def _draw_blank(paper: Paper, cell: Cell, place: int) -> None:
    words = "<br>".join(plain(line) for line in textwrap.wrap(blank_words(cell), 14))
    note(paper, (place, _BLANK), f"<i>{words}</i>", Type(12.5, paper.palette.mute))


def _draw_claim(paper: Paper, claim: Claim, cells: Sequence[Cell]) -> None:
    """A dashed outline in the described side's lane, right of its own mark, with who says so."""
    lane = next(place for place, cell in enumerate(cells) if cell.holder == claim.about) + 0.22
    mark, height = paper.marks[claim.about], _point(claim.statement)
    paper.figure.add_shape(
        type="path",
        path=_OUTLINES.get(mark.shape, _OUTLINES["circle"]),
        xsizemode="pixel",
        ysizemode="pixel",
        xanchor=lane,
        yanchor=height,
        line={"color": mark.colour, "width": 2, "dash": "2px,2px"},
    )
    note(paper, (lane, height), f"as {plain(claim.by)} says", Type(11.5, paper.palette.mute, shift=17))


def _point(statement: Statement) -> float:
    return ((statement.step_low or 0) + (statement.step_high or 0)) / 2
