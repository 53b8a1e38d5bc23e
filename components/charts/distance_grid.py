"""Overall distance of every two columns: half a grid of shares, darker for farther."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from components.figure_text import wrapped
from components.theme import PALETTES, Scheme, template
from positions.analysis.distance import Distance
from positions.text.wording import count_words, joined

ROW_HEIGHT = 34
_WITHHELD = "–"
_HEAD, _LETTERS, _MOST_UPRIGHT = 64, 12, 9


@dataclass(frozen=True)
class DistanceGrid:
    """What the grid is drawn from: holders in their order, their names, the distance of each pair."""

    holders: Sequence[str]
    names: dict[str, str]
    distances: Sequence[Distance]

    def told(self) -> DistanceGrid:
        """The grid without those whose distance is withheld from everybody."""
        known = {holder for one in self.distances if not one.withheld for holder in (one.first, one.second)}
        return replace(self, holders=[one for one in self.holders if one in known])

    def grid(self) -> list[list[Distance | None]]:
        """One row per holder but the first, one distance or None per holder but the last, left of itself."""
        known = {(one.first, one.second): one for one in self.distances}
        return [
            [known.get((first, second)) for first in self.holders[:place]]
            + [None] * (len(self.holders) - 1 - place)
            for place, second in enumerate(self.holders)
            if place
        ]


def draw(grid: DistanceGrid, scheme: Scheme) -> go.Figure:
    """The figure: share of the scale as shade and number, a dash where the distance is withheld.

    Who has no distance to anybody is left out of it; the table has every pair.
    """
    grid = grid.told()
    palette, rows = PALETTES[scheme], grid.grid()
    shares = np.array(
        [[np.nan if one is None or one.withheld else one.distance for one in row] for row in rows]
    )
    figure = go.Figure(layout={"template": template(scheme)})
    figure.add_heatmap(
        z=shares,
        zmin=0,
        zmax=1,
        showscale=False,
        xgap=3,
        ygap=3,
        colorscale=[(0.0, palette.line), (1.0, palette.ink)],
        hoverinfo="skip",
    )
    texts = [
        {
            "x": column,
            "y": row,
            "text": _words(one),
            "showarrow": False,
            "font": {"size": 12.5, "color": palette.paper if _dark(one) else palette.ink},
        }
        for row, ones in enumerate(rows)
        for column, one in enumerate(ones)
        if one
    ]
    figure.update_layout(
        annotations=texts,
        height=len(rows) * ROW_HEIGHT + _HEAD,
        margin={"l": 0, "r": 0, "t": _HEAD, "b": 0},
        xaxis={"side": "top", "fixedrange": True, **_ticks(grid, grid.holders[:-1], 11.5)},
        yaxis={"autorange": "reversed", "fixedrange": True, **_ticks(grid, grid.holders[1:], 12.5)},
    )
    return figure


def describe(grid: DistanceGrid) -> str:
    """The farthest pairs, and of how many pairs the distance is withheld."""
    told = [one for one in grid.distances if not one.withheld]
    withheld = count_words(len(grid.distances) - len(told), "pair")
    if not told:
        return f"Overall distance is withheld for all of {withheld}."
    most = max(one.distance for one in told)
    far = joined(
        [f"{grid.names[one.first]} – {grid.names[one.second]}" for one in told if one.distance == most]
    )
    return f"Farthest apart over all shown issues: {far}, {most:.0%} of the scale. Withheld for {withheld}."


def table(grid: DistanceGrid) -> pd.DataFrame:
    """One row per pair: distance and interval as shares of the scale, and on how many issues both stand."""
    rows = [
        (
            f"{grid.names[one.first]} – {grid.names[one.second]}",
            "withheld" if one.withheld else f"{one.distance:.0%} of the scale",
            "" if one.withheld else f"{one.least:.0%} to {one.most:.0%}",
            f"{one.shared} of {one.issues}",
        )
        for one in grid.distances
    ]
    return pd.DataFrame(rows, columns=["Pair", "Distance", "Interval", "Issues on which both stand"])


def _ticks(grid: DistanceGrid, holders: Sequence[str], size: float) -> dict[str, object]:
    return {
        "tickmode": "array",
        "tickvals": list(range(len(holders))),
        "ticktext": [wrapped(grid.names[one], _LETTERS if size < 12 else 30) for one in holders],
        "tickfont": {"size": size},
        "tickangle": 0 if len(holders) <= _MOST_UPRIGHT or size > 12 else -55,
        "showline": False,
    }


def _dark(one: Distance) -> bool:
    return not one.withheld and one.distance > 0.45


def _words(one: Distance) -> str:
    return _WITHHELD if one.withheld else f"{one.distance:.0%}"
