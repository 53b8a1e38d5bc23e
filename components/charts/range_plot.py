"""Where the parties stand on each issue's own scale, and how far apart: one row per issue."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from components.theme import PALETTES, Mark, Palette, Scheme, template
from positions.analysis.gap import Gap
from positions.models import Issue
from positions.standing import STATES, Cell
from positions.wording import STATE_WORDS, gap_words, interval_words, joined

ROW_HEIGHT = 152
_STACK = 0.11  # a row is one unit high; markers on one point stand this far apart
_OPEN = {"circle": "○", "square": "□", "diamond": "◇", "triangle-up": "△", "pentagon": "⬠", "hexagon": "⬡"}


@dataclass(frozen=True)
class RangePlot:
    """What the plot is drawn from: issues with a scale, and cells and gaps by issue.

    Rows run from the widest gap down; issues with equal gaps keep the order they came in.
    """

    issues: Sequence[Issue]
    cells: Sequence[Cell]
    gaps: Sequence[Gap]

    def rows(self) -> list[tuple[Issue, list[Cell], list[Gap]]]:
        """Each issue with its cells and its widest gaps, which are none or several equal ones."""
        drawn = [(issue, self._cells(issue), self._widest(issue)) for issue in self.issues if issue.scale]
        return sorted(drawn, key=lambda row: -row[2][0].gap if row[2] else 1.0)

    def _cells(self, issue: Issue) -> list[Cell]:
        return [cell for cell in self.cells if cell.issue == issue.id]

    def _widest(self, issue: Issue) -> list[Gap]:
        gaps = [gap for gap in self.gaps if gap.issue == issue.id]
        return [gap for gap in gaps if gap.gap == max(one.gap for one in gaps)]


def draw(plot: RangePlot, marks: dict[str, Mark], scheme: Scheme) -> go.Figure:
    """The figure: every scale from 0 to 1, stated ranges as bars, names beside the markers."""
    palette, rows = PALETTES[scheme], plot.rows()
    figure = go.Figure(layout={"template": template(scheme)})
    for place, (issue, cells, widest) in enumerate(rows):
        stated = [cell for cell in cells if cell.placed]
        _draw_scale(figure, issue, -place, palette)
        _draw_head(figure, issue, _gap_words(stated, widest), -place, palette)
        _draw_span(figure, stated, -place, palette)
        _draw_stated(figure, stated, marks, -place, palette)
        _draw_blanks(figure, [cell for cell in cells if not cell.placed], marks, -place, palette)
    figure.update_layout(
        height=max(1, len(rows)) * ROW_HEIGHT,
        showlegend=False,
        xaxis={"visible": False, "range": [-0.02, 1.02], "fixedrange": True},
        yaxis={"visible": False, "range": [-len(rows) + 0.5, 0.52], "fixedrange": True},
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
    )
    return figure


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


def _draw_scale(figure: go.Figure, issue: Issue, y: float, palette: Palette) -> None:
    places = [step.step / (len(issue.scale) - 1) for step in issue.scale]
    figure.add_scatter(
        x=places,
        y=[y] * len(places),
        mode="lines+markers",
        hovertext=[_plain(f"Step {step.step}: {step.label}") for step in issue.scale],
        hoverinfo="text",
        line={"color": palette.line, "width": 1.5},
        marker={"symbol": "line-ns", "size": 9, "line": {"width": 1.5, "color": palette.line}},
    )
    for share, anchor, step in ((0, "left", issue.scale[0]), (1, "right", issue.scale[-1])):
        _note(figure, (share, y - 0.17), _plain(step.short), _Type(12.5, palette.mute, anchor))


def _draw_head(figure: go.Figure, issue: Issue, gap: str, y: float, palette: Palette) -> None:
    _note(figure, (0, y + 0.41), f"<b>{_plain(issue.name)}</b>", _Type(15.5, palette.ink))
    _note(figure, (1, y + 0.41), gap, _Type(14, palette.ink, "right"))


def _draw_span(figure: go.Figure, stated: Sequence[Cell], y: float, palette: Palette) -> None:
    """The gap itself, from the first position to the last."""
    shares = [cell.point / cell.steps for cell in stated]
    if shares:
        line = {"color": palette.connector, "width": 4}
        figure.add_scatter(x=[min(shares), max(shares)], y=[y, y], mode="lines", hoverinfo="skip", line=line)


def _draw_stated(
    figure: go.Figure, stated: Sequence[Cell], marks: dict[str, Mark], y: float, palette: Palette
) -> None:
    ties: dict[float, list[Cell]] = defaultdict(list)
    for cell in stated:
        ties[cell.point / cell.steps].append(cell)
    for share, tied in ties.items():
        for place, cell in enumerate(tied):
            _draw_position(
                figure, cell, marks[cell.holder], y + _STACK * ((len(tied) - 1) / 2 - place), palette
            )
        names = _plain(textwrap.fill(" · ".join(_name(cell) for cell in tied), 38)).replace("\n", "<br>")
        top = y + 0.1 + _STACK * (len(tied) - 1) / 2
        anchor = "left" if share < 0.1 else "right" if share > 0.9 else "center"
        _note(figure, (share, top), names, _Type(13, palette.ink, anchor, "bottom"))


def _draw_position(figure: go.Figure, cell: Cell, mark: Mark, y: float, palette: Palette) -> None:
    if cell.low != cell.high:
        bar = {"color": mark.colour, "width": 7}
        ends = [cell.low / cell.steps, cell.high / cell.steps]
        figure.add_scatter(x=ends, y=[y, y], mode="lines", hoverinfo="skip", line=bar, opacity=0.45)
    edge = mark.colour if cell.thin else palette.paper
    figure.add_scatter(
        x=[cell.point / cell.steps],
        y=[y],
        mode="markers",
        name=cell.name,
        hovertemplate=f"{_plain(_name(cell))}: step {cell.point:g}<extra></extra>",
        marker={
            "symbol": mark.shape,
            "size": 14,
            "color": palette.paper if cell.thin else mark.colour,
            "line": {"color": edge, "width": 2.5 if cell.thin else 1.5},
        },
    )


def _draw_blanks(
    figure: go.Figure, blank: Sequence[Cell], marks: dict[str, Mark], y: float, palette: Palette
) -> None:
    """Those without a position, in words below the scale and never on it."""
    words = [
        f"<span style='color:{marks[cell.holder].colour}'>{_OPEN.get(marks[cell.holder].shape, '○')}</span> "
        f"{_plain(cell.name)}: {_blank_words(cell)}"
        for cell in blank
    ]
    if words:
        lines = "<br>".join(words) if len(words) < 3 else " · ".join(words)
        _note(figure, (0, y - 0.24), lines, _Type(12.5, palette.mute, over="top"))


@dataclass(frozen=True)
class _Type:
    """How a text is set; `over` is the part of it that stands at its y."""

    size: float
    colour: str
    anchor: str = "left"
    over: str = "middle"


def _note(figure: go.Figure, place: tuple[float, float], text: str, style: _Type) -> None:
    """Text on the figure; what comes from data must be `_plain` already."""
    figure.add_annotation(
        x=place[0],
        y=place[1],
        text=text,
        showarrow=False,
        xanchor=style.anchor,
        yanchor=style.over,
        align=style.anchor,
        font={"size": style.size, "color": style.colour},
    )


def _gap_words(stated: Sequence[Cell], widest: Sequence[Gap]) -> str:
    if not widest:
        return "no pair stated" if stated else "nobody placed"
    interval = interval_words(min(gap.least for gap in widest), max(gap.most for gap in widest))
    return gap_words(widest[0].gap, widest[0].last_step) + (f" ({interval})" if interval else "")


def _name(cell: Cell) -> str:
    return f"{cell.name} ({len(cell.named)} of {cell.members})" if cell.members else cell.name


def _blank_words(cell: Cell) -> str:
    return STATE_WORDS.get(cell.state, STATES[cell.state]).lower()


def _plain(text: str) -> str:
    """Data as text in a figure, where Plotly would read tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _sentence(issue: Issue, cells: Sequence[Cell]) -> str:
    stated = sorted((cell for cell in cells if cell.placed), key=lambda cell: cell.point)
    silent = joined([cell.name for cell in cells if not cell.placed])
    places = joined([f"{_name(cell)} at step {cell.point:g}" for cell in stated])
    said = f"{issue.name}: {places or 'no position'}"
    return f"{said}; nothing placed for {silent}." if silent else f"{said}."
