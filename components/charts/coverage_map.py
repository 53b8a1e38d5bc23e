"""How many statements there are per issue or source and side: a grid of numbers, darker for more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import nan, sqrt

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from components.figures.figure_text import wrapped
from components.theme import FONT, PALETTES, Palette, Scheme
from positions.analysis.coverage import Count
from positions.text.wording import count_words, joined

ROW_HEIGHT = 36
_HEAD = 36  # room for a name in two lines
_LETTERS = 16  # of a row's name in one line
_SQUARE = 30  # pixels of a cell that answer a click
_FAINTEST = -0.25  # so that a single statement is darker than the page


@dataclass(frozen=True)
class CoverageMap:
    """What the grid is drawn from: names of rows and of sides by id, in order, and counts.

    A pair of ids without a count has no statement. `heading` says what the rows are.
    """

    heading: str
    rows: Mapping[str, str]
    sides: Mapping[str, str]
    counts: Mapping[tuple[str, str], Count]

    def grid(self) -> list[list[Count]]:
        """One list per row, one count per side."""
        return [[self.counts.get((row, side), Count()) for side in self.sides] for row in self.rows]

    @property
    def most(self) -> int:
        """The highest count of all statements in a cell; 0 for an empty grid."""
        return max((count.statements for row in self.grid() for count in row), default=0)


def draw(coverage: CoverageMap, scheme: Scheme) -> go.Figure:
    """The figure: shade by number of statements, "0" on paper in a thin outline.

    A cell with statements answers a click with "row.side", both ids, as custom data.
    """
    palette, grid = PALETTES[scheme], coverage.grid()
    shades = [
        [sqrt(one.statements / coverage.most) if one.statements else nan for one in row] for row in grid
    ]
    figure = go.Figure(layout={"template": template(scheme)})
    figure.add_heatmap(
        z=np.array(shades),
        zmin=_FAINTEST,
        zmax=1,
        showscale=False,
        xgap=3,
        ygap=3,
        colorscale=[(0.0, palette.paper), (1.0, palette.connector)],
        hoverinfo="skip",
    )
    _draw_answers(figure, coverage)
    figure.update_layout(
        annotations=[*_numbers(grid, palette), *_heads(coverage)],
        shapes=_outlines(grid, palette),
        height=len(grid) * ROW_HEIGHT + _HEAD,
        margin={"l": 0, "r": 12, "t": _HEAD, "b": 0},
        xaxis={"visible": False, "fixedrange": True, "range": [-0.5, len(coverage.sides) - 0.5]},
        yaxis={
            "tickmode": "array",
            "tickvals": list(range(len(grid))),
            "ticktext": [wrapped(name, _LETTERS) for name in coverage.rows.values()],
            "tickfont": {"size": 13},
            "ticklabelstandoff": 6,
            "showline": False,
            "fixedrange": True,
            "range": [len(grid) - 0.5, -0.5],
        },
    )
    return figure


def describe(coverage: CoverageMap) -> str:
    """Where most statements are, and in how many cells of which side there is none."""
    cells = [
        (row, side, count)
        for row, counts in zip(coverage.rows.values(), coverage.grid(), strict=True)
        for side, count in zip(coverage.sides.values(), counts, strict=True)
    ]
    if not coverage.most:
        return f"{coverage.heading} by side: no statement yet."
    row, side, count = max(cells, key=lambda cell: cell[2].statements)
    most = f"{coverage.heading} by side: the fullest cell is {row}, {side}, with {_words(count)}."
    silent = [(name, sum(not one.statements for _, of, one in cells if of == name)) for _, name, _ in cells]
    blanks = [
        f"{name} in {number} of {len(coverage.rows)}" for name, number in dict(silent).items() if number
    ]
    return f"{most} No statement: {joined(blanks)}." if blanks else f"{most} No cell is empty."


def table(coverage: CoverageMap) -> pd.DataFrame:
    """One row per issue or source, one column per side: own statements, in brackets all of them."""
    rows = [
        [name, *map(_number, counts)]
        for name, counts in zip(coverage.rows.values(), coverage.grid(), strict=True)
    ]
    return pd.DataFrame(rows, columns=[coverage.heading, *coverage.sides.values()])


# Notes and outlines are set all at once: adding them one by one takes a second for sixty.
def _numbers(grid: list[list[Count]], palette: Palette) -> list[dict[str, object]]:
    return [
        {
            "x": x,
            "y": y,
            "text": _number(count),
            "showarrow": False,
            "font": {"size": 12.5, "color": palette.ink if count.statements else palette.mute},
        }
        for y, row in enumerate(grid)
        for x, count in enumerate(row)
    ]


def _heads(coverage: CoverageMap) -> list[dict[str, object]]:
    """Names of the sides as notes: of tick labels Plotly drops those that touch, as on a phone."""
    still = {"y": -0.5, "yanchor": "bottom", "showarrow": False, "font": {"size": 12}}
    return [{"x": x, "text": wrapped(name, 10), **still} for x, name in enumerate(coverage.sides.values())]


def _outlines(grid: list[list[Count]], palette: Palette) -> list[dict[str, object]]:
    """A thin line around every zero."""
    still = {"type": "rect", "line": {"color": palette.line, "width": 1}, "layer": "below"}
    return [
        {"x0": x - 0.47, "x1": x + 0.47, "y0": y - 0.44, "y1": y + 0.44, **still}
        for y, row in enumerate(grid)
        for x, count in enumerate(row)
        if not count.statements
    ]


def _draw_answers(figure: go.Figure, coverage: CoverageMap) -> None:
    """Unseen marks over the cells: a heat map itself tells nobody that it was clicked."""
    found = [
        (x, y, row, side, count)
        for y, (row, counts) in enumerate(zip(coverage.rows, coverage.grid(), strict=True))
        for x, (side, count) in enumerate(zip(coverage.sides, counts, strict=True))
        if count.statements
    ]
    figure.add_scatter(
        x=[x for x, *_ in found],
        y=[y for _, y, *_ in found],
        mode="markers",
        marker={"symbol": "square", "size": _SQUARE, "opacity": 0.001},
        customdata=np.array([f"{row}.{side}" for _, _, row, side, _ in found], dtype=object),
        hovertext=[
            f"{wrapped(coverage.sides[side], 40)}, {wrapped(coverage.rows[row], 40)}: {_words(count)}"
            for _, _, row, side, count in found
        ],
        hoverinfo="text",
        showlegend=False,
    )


def _number(count: Count) -> str:
    return f"{count.own} ({count.statements})" if count.statements else "0"


def _words(count: Count) -> str:
    return f"{count_words(count.statements, 'statement')}, {count.own or 'none'} can set a cell"


def template(scheme: Scheme) -> go.layout.Template:
    """The Plotly template of every figure: no grid furniture, the page's type and ink."""
    palette = PALETTES[scheme]
    axis = {"showgrid": False, "zeroline": False, "linecolor": palette.line, "ticks": "", "automargin": True}
    return go.layout.Template(
        layout={
            "font": {"family": FONT, "size": 14, "color": palette.ink},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "colorway": [*palette.parties, palette.other],
            "margin": {"l": 0, "r": 0, "t": 8, "b": 8},
            "hoverlabel": {
                "bgcolor": palette.paper,
                "bordercolor": palette.line,
                "font": {"family": FONT, "size": 13, "color": palette.ink},
                "align": "left",
            },
            "xaxis": axis,
            "yaxis": axis,
        }
    )
