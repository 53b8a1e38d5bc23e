"""Gap of every pair on every issue: a grid of numbers, darker for wider."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from components.theme import PALETTES, Scheme, template
from positions.analysis.gap import Gap
from positions.models import Issue
from positions.text.wording import interval_words, joined, number_words

ROW_HEIGHT = 46
_NO_GAP = "–"


@dataclass(frozen=True)
class PairMap:
    """What the map is drawn from: issues with a scale, holders in their order, names, gaps."""

    issues: Sequence[Issue]
    holders: Sequence[str]
    names: dict[str, str]
    gaps: Sequence[Gap]

    def pairs(self) -> list[tuple[str, str]]:
        """All pairs of holders, in their order."""
        return [(a, b) for place, a in enumerate(self.holders) for b in self.holders[place + 1 :]]

    def grid(self) -> list[tuple[Issue, list[Gap | None]]]:
        """One row per issue with a scale, one gap or None per pair."""
        known = {(gap.issue, gap.first, gap.second): gap for gap in self.gaps}
        return [
            (issue, [known.get((issue.id, *pair)) for pair in self.pairs()])
            for issue in self.issues
            if issue.scale
        ]


def draw(pair_map: PairMap, scheme: Scheme) -> go.Figure:
    """The figure: share of the scale as shade, steps as number, a dash where there is no gap."""
    palette, grid = PALETTES[scheme], pair_map.grid()
    shares = np.array([[gap.share if gap else np.nan for gap in gaps] for _, gaps in grid])
    figure = go.Figure(layout={"template": template(scheme)})
    figure.add_heatmap(
        z=shares,
        zmin=0,
        zmax=1,
        showscale=False,
        xgap=4,
        ygap=4,
        colorscale=[(0.0, palette.line), (1.0, palette.ink)],
        hoverinfo="skip",
    )
    for row, (_, gaps) in enumerate(grid):
        for column, gap in enumerate(gaps):
            ink = palette.mute if gap is None else palette.paper if gap.share > 0.45 else palette.ink
            figure.add_annotation(
                x=column, y=row, text=_words(gap), showarrow=False, font={"size": 14, "color": ink}
            )
    names = [_pair_name(pair_map, pair, "<br>") for pair in pair_map.pairs()]
    figure.update_layout(
        height=len(grid) * ROW_HEIGHT + 48,
        margin={"l": 0, "r": 0, "t": 44, "b": 0},
        xaxis={"side": "top", "fixedrange": True, "tickfont": {"size": 13}, "tickangle": 0, **_ticks(names)},
        yaxis={
            "autorange": "reversed",
            "fixedrange": True,
            "tickfont": {"size": 13.5},
            "ticklabelstandoff": 8,
            **_ticks([issue.name for issue, _ in grid]),
        },
    )
    return figure


def describe(pair_map: PairMap) -> str:
    """Per pair the issues with the widest gap, and on how many issues it can be told."""
    grid = pair_map.grid()
    return " ".join(
        _sentence(_pair_name(pair_map, pair), [(issue, gaps[place]) for issue, gaps in grid])
        for place, pair in enumerate(pair_map.pairs())
    )


def table(pair_map: PairMap) -> pd.DataFrame:
    """One row per issue, one column per pair, gaps in steps with their interval."""
    names = [_pair_name(pair_map, pair) for pair in pair_map.pairs()]
    rows = [[issue.name, *(_words(gap) for gap in gaps)] for issue, gaps in pair_map.grid()]
    return pd.DataFrame(rows, columns=["Issue", *names])


def _ticks(texts: Sequence[str]) -> dict[str, object]:
    return {
        "tickmode": "array",
        "tickvals": list(range(len(texts))),
        "ticktext": list(texts),
        "showline": False,
    }


def _words(gap: Gap | None) -> str:
    if gap is None:
        return _NO_GAP
    interval = interval_words(gap.least, gap.most)
    return number_words(gap.gap) + (f" ({interval})" if interval else "")


def _pair_name(pair_map: PairMap, pair: tuple[str, str], between: str = " ") -> str:
    return f"{pair_map.names[pair[0]]} –{between}{pair_map.names[pair[1]]}"


def _sentence(name: str, row: Sequence[tuple[Issue, Gap | None]]) -> str:
    known = [(issue, gap) for issue, gap in row if gap]
    if not known:
        return f"{name}: no issue on which both stated a position."
    most = max(gap.share for _, gap in known)
    widest = joined([issue.name for issue, gap in known if gap.share == most])
    return f"{name}: widest on {widest}, comparable on {len(known)} of {len(row)} issues."
