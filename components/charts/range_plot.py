"""Where the parties stand on each issue's own scale, and how far apart: one row per issue."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from components.drawing import Paper, Pen, Type, blank_paper, line, note
from components.figure_text import plain
from components.theme import Mark, Scheme
from positions.analysis.gap import Gap
from positions.cell import blank_words, holder_words
from positions.models import Issue
from positions.tables import Cell
from positions.text.wording import gap_words, interval_words, joined

_WIDTH = 90  # letters that fit beside each other in a figure of 700 pixels
# Pixels: the least of a figure, a row's head, a line of text, from one mark to the next and from a
# mark to its name, from the line down to the words of its ends, and between rows. Letters: a line.
_LEAST, _HEAD, _LINE, _STACK, _MARK, _ENDS, _GAP, _LETTERS = 120, 30, 18, 17, 13, 34, 22, 56


@dataclass(frozen=True)
class RangePlot:
    """What the plot is drawn from: issues with a scale, and cells and gaps by issue.

    Rows run from the widest gap down; issues with equal gaps keep the order they came in.
    """

    issues: Sequence[Issue]
    cells: Sequence[Cell]
    gaps: Sequence[Gap]
    earlier: Sequence[Cell] = ()

    def before(self, issue: Issue) -> dict[str, Cell]:
        """The earlier cells of an issue by holder; empty when no two days are compared."""
        return {cell.holder: cell for cell in self.earlier if cell.issue == issue.id}

    def rows(self) -> list[tuple[Issue, list[Cell], list[Gap]]]:
        """Each issue with its cells and its widest gaps, which are none or several equal ones."""
        drawn = [(issue, self._cells(issue), self._widest(issue)) for issue in self.issues if issue.scale]
        return sorted(drawn, key=lambda row: -row[2][0].share if row[2] else 1.0)

    def _cells(self, issue: Issue) -> list[Cell]:
        return [cell for cell in self.cells if cell.issue == issue.id]

    def _widest(self, issue: Issue) -> list[Gap]:
        gaps = [gap for gap in self.gaps if gap.issue == issue.id]
        return [gap for gap in gaps if gap.gap == max(one.gap for one in gaps)]


def draw(plot: RangePlot, marks: dict[str, Mark], scheme: Scheme) -> go.Figure:
    """The figure: every scale from 0 to 1, stated ranges as bars, names beside the markers.

    Where an earlier position is known and differs, a small open mark stands there and an arrow
    leads from it. A row is as high as its stack of marks and names needs; y counts pixels down.
    """
    paper, top = blank_paper(marks, scheme), 0.0
    for issue, cells, widest in plot.rows():
        stated = [cell for cell in cells if cell.placed]
        row = _row(stated, [cell for cell in cells if not cell.placed], top)
        _draw_scale(paper, issue, row)
        _draw_head(paper, issue, _gap_words(stated, widest), row)
        _draw_span(paper, stated, row)
        _draw_stated(paper, stated, plot.before(issue), row)
        _draw_blanks(paper, row)
        top = row.bottom
    paper.figure.update_layout(
        height=max(_LEAST, -top),
        showlegend=False,
        xaxis={"visible": False, "range": [-0.02, 1.02], "fixedrange": True},
        yaxis={"visible": False, "range": [min(-_LEAST, top), 0], "fixedrange": True},
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
    )
    return paper.figure


@dataclass(frozen=True)
class _Row:
    """Where one row stands: its top, its line, its bottom; how far marks stand from the line; words below."""

    top: float
    line: float
    bottom: float
    heights: dict[str, float]
    blanks: list[str]


def _row(stated: Sequence[Cell], blank: Sequence[Cell], top: float) -> _Row:
    heights = _heights(stated)
    highest, lowest = max(heights.values(), default=0.0), min(heights.values(), default=0.0)
    names = _names(stated)
    above = max((one.lift + one.lines for one in names), default=0)
    line = top - _HEAD - above * _LINE - _MARK - highest
    blanks = textwrap.wrap(" · ".join(_blank_words(blank)), _LETTERS)
    foot = _ENDS - min(lowest, 0)
    return _Row(top, line, line - foot - len(blanks) * _LINE - _GAP, heights, blanks)


def describe(plot: RangePlot) -> str:
    """Every row in words: who stands where, and of whom nothing is placed."""
    return " ".join(_sentence(issue, cells) for issue, cells, _ in plot.rows())


def table(plot: RangePlot) -> pd.DataFrame:
    """The plotted numbers, one row per issue and party: point and range in steps, or why there is none."""
    rows = [
        (issue.name, cell.name, *_numbers(cell), f"0 to {len(issue.scale) - 1}")
        for issue, cells, _ in plot.rows()
        for cell in cells
    ]
    return pd.DataFrame(rows, columns=["Issue", "Party", "Step", "Stated range", "Scale"])


def _numbers(cell: Cell) -> tuple[str, str]:
    if not cell.placed:
        return cell.state.replace("_", " "), ""
    return f"{cell.point:g}", interval_words(cell.low, cell.high) or f"{cell.point:g}"


def _draw_scale(paper: Paper, issue: Issue, row: _Row) -> None:
    places = [step.step / (len(issue.scale) - 1) for step in issue.scale]
    line_style = {"width": 1.5, "color": paper.palette.line}
    paper.figure.add_scatter(
        x=places,
        y=[row.line] * len(places),
        mode="lines+markers",
        hovertext=[plain(f"Step {step.step}: {step.label}") for step in issue.scale],
        hoverinfo="text",
        line=line_style,
        marker={"symbol": "line-ns", "size": 9, "line": line_style},
    )
    below = row.line + min(0.0, min(row.heights.values(), default=0.0)) - _ENDS + _LINE / 2
    for share, anchor, step in ((0, "left", issue.scale[0]), (1, "right", issue.scale[-1])):
        note(paper, (share, below), plain(step.short), Type(12.5, paper.palette.mute, anchor))


def _draw_head(paper: Paper, issue: Issue, gap: str, row: _Row) -> None:
    y = row.top - _HEAD / 2
    note(paper, (0, y), f"<b>{plain(issue.name)}</b>", Type(15.5, paper.palette.ink, "left"))
    note(paper, (1, y), gap, Type(14, paper.palette.ink, "right"))


def _draw_span(paper: Paper, stated: Sequence[Cell], row: _Row) -> None:
    """The gap itself, from the first position to the last."""
    shares = [cell.point / cell.steps for cell in stated]
    if shares:
        line(paper, ((min(shares), row.line), (max(shares), row.line)), Pen(paper.palette.connector, 4))


def _draw_stated(paper: Paper, stated: Sequence[Cell], before: dict[str, Cell], row: _Row) -> None:
    for cell in stated:
        y = row.line + row.heights[cell.holder]
        _draw_movement(paper, before.get(cell.holder), cell, y)
        _draw_position(paper, cell, y)
    top = row.line + max(row.heights.values(), default=0.0) + _MARK
    for one in _names(stated):
        place = (one.share, top + one.lift * _LINE)
        note(paper, place, one.text, Type(13, paper.palette.ink, one.anchor, "bottom"))


@dataclass(frozen=True)
class _Names:
    """The names of those at one place of the scale, and how many lines they stand above the marks."""

    share: float
    text: str
    lift: int

    @property
    def lines(self) -> int:
        return self.text.count("<br>") + 1

    @property
    def anchor(self) -> str:
        return "left" if self.share < 0.1 else "right" if self.share > 0.9 else "center"

    @property
    def reach(self) -> tuple[float, float]:
        """From where to where the text runs, as shares of a narrow figure."""
        width = max(map(len, self.text.split("<br>"))) / _WIDTH
        start = {"left": 0.0, "center": -width / 2, "right": -width}[self.anchor]
        return self.share + start, self.share + start + width


def _names(stated: Sequence[Cell]) -> list[_Names]:
    """The names by place, from left to right; those that would run into others are lifted above them."""
    at: dict[float, list[Cell]] = defaultdict(list)
    for cell in stated:
        at[cell.point / cell.steps].append(cell)
    found: list[_Names] = []
    for share, cells in sorted(at.items()):
        text = "<br>".join(map(plain, textwrap.wrap(" · ".join(map(holder_words, cells)), 38)))
        one = _Names(share, text, 0)
        met = [other for other in found if _overlap(one.reach, other.reach)]
        found.append(_Names(share, text, max((other.lift + other.lines for other in met), default=0)))
    return found


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _heights(stated: Sequence[Cell]) -> dict[str, float]:
    """How far above the line each mark stands: those whose ranges overlap are stacked, in their order."""
    groups: list[list[Cell]] = []
    for cell in sorted(stated, key=lambda one: (one.low, one.high)):
        reach = max((one.high for one in groups[-1]), default=-1.0) if groups else -1.0
        tied = bool(groups) and (cell.low < reach or any(one.point == cell.point for one in groups[-1]))
        groups = [*groups[:-1], [*groups[-1], cell]] if tied else [*groups, [cell]]
    order = {cell.holder: place for place, cell in enumerate(stated)}
    stacks = [sorted(group, key=lambda cell: order[cell.holder]) for group in groups]
    return {
        cell.holder: _STACK * ((len(stack) - 1) / 2 - place)
        for stack in stacks
        for place, cell in enumerate(stack)
    }


def _draw_position(paper: Paper, cell: Cell, y: float) -> None:
    mark = paper.marks[cell.holder]
    if cell.low != cell.high:
        ends = ((cell.low / cell.steps, y), (cell.high / cell.steps, y))
        line(paper, ends, Pen(mark.colour, 7, 0.45))
    edge = mark.colour if cell.thin else paper.palette.paper
    paper.figure.add_scatter(
        x=[cell.point / cell.steps],
        y=[y],
        mode="markers",
        name=cell.name,
        hovertemplate=f"{plain(holder_words(cell))}: step {cell.point:g}<extra></extra>",
        marker={
            "symbol": mark.shape,
            "size": 14,
            "color": paper.palette.paper if cell.thin else mark.colour,
            "line": {"color": edge, "width": 2.5 if cell.thin else 1.5},
        },
    )


def _draw_movement(paper: Paper, before: Cell | None, cell: Cell, y: float) -> None:
    """A small open mark at the earlier position and an arrow from it, where the two differ."""
    if before is None or not before.placed or before.point == cell.point:
        return
    mark, start = paper.marks[cell.holder], before.point / before.steps
    paper.figure.add_scatter(
        x=[start],
        y=[y],
        mode="markers",
        hovertemplate=f"{plain(cell.name)}, earlier: step {before.point:g}<extra></extra>",
        marker={"symbol": f"{mark.shape}-open", "size": 9, "color": mark.colour, "opacity": 0.7},
    )
    paper.figure.add_annotation(
        x=cell.point / cell.steps,
        y=y,
        ax=start,
        ay=y,
        axref="x",
        ayref="y",
        text="",
        arrowcolor=mark.colour,
        arrowwidth=1.6,
        arrowhead=2,
        standoff=9,
        startstandoff=6,
    )


def _draw_blanks(paper: Paper, row: _Row) -> None:
    """Those without a position, in words below the scale and never on it."""
    if row.blanks:
        place = (0, row.bottom + _GAP + len(row.blanks) * _LINE)
        words = "<br>".join(map(plain, row.blanks))
        note(paper, place, words, Type(12.5, paper.palette.mute, "left", "top"))


def _blank_words(blank: Sequence[Cell]) -> list[str]:
    """Each kind of blank once, with the names of those it is true of."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for cell in blank:
        kinds[blank_words(cell)].append(cell.name)
    return [f"{joined(names)}: {words}" for words, names in kinds.items()]


def _gap_words(stated: Sequence[Cell], widest: Sequence[Gap]) -> str:
    if not widest:
        return "no pair stated" if stated else "nobody placed"
    intervals = {interval_words(gap.least, gap.most) for gap in widest}
    interval = intervals.pop() if len(intervals) == 1 else ""
    return gap_words(widest[0].gap, widest[0].last_step) + (f" ({interval})" if interval else "")


def _sentence(issue: Issue, cells: Sequence[Cell]) -> str:
    stated = sorted((cell for cell in cells if cell.placed), key=lambda cell: cell.point)
    silent = joined([cell.name for cell in cells if not cell.placed])
    places = joined([f"{holder_words(cell)} at step {cell.point:g}" for cell in stated])
    said = f"{issue.name}: {places or 'no position'}"
    return f"{said}; nothing placed for {silent}." if silent else f"{said}."
