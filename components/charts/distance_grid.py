"""Overall distance of every two columns: half a grid of shares, darker for farther."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from components.colours import mixed
from components.figures.drawing import Paper, Type, blank_paper, left_height, left_note, note, tile
from components.figures.figure_text import plain
from components.theme import Scheme
from positions.analysis.distance import Distance
from positions.text.wording import count_words, joined
from positions.view import View

_ROW, _HEAD, _NAMES, _WITHHELD = 32.0, 22.0, 128.0, "–"
_NAME = 12.5  # size of the names of parties
_DARK = 0.45  # share of the scale from which on the ground is dark
_FEW = 6  # columns; of more the numbers are smaller, so that they fit a phone


def draw(view: View, scheme: Scheme) -> go.Figure:
    """The figure: per cent of the scale as shade and number, a dash where the distance is withheld.

    Columns are numbered, so that their heads fit a phone: row and head of one number are one party.
    Who has no distance to anybody is left out; the table has every pair.
    """
    paper = blank_paper({}, scheme)
    holders = _told(view)
    known = {frozenset((one.first, one.second)): one for one in view.distances}
    names = [f"{row + 1}  {view.tables.names[holder]}" for row, holder in enumerate(holders)]
    high = max([_ROW, *(left_height(name, _NAME, _NAMES) for name in names)])
    for row, holder in enumerate(holders):
        y = -_HEAD - high * (row + 0.5)
        left_note(paper, names[row], y, _NAME, _NAMES)
        if row < len(holders) - 1:
            note(paper, (row, -_HEAD / 2), str(row + 1), Type(12, paper.palette.mute))
        for column, other in enumerate(holders[:row]):
            one = known.get(frozenset((holder, other)))
            if one is not None:
                _draw_cell(paper, one, (column, y), 13 if len(holders) <= _FEW else 10)
    height = _HEAD + high * len(holders)
    _draw_answers(paper, view, holders, high)
    return paper.figure(
        height=max(height, 2 * _ROW),
        margin={"l": _NAMES, "r": 0, "t": 0, "b": 0},
        xaxis={"range": [-0.5, max(len(holders) - 1, 1) - 0.5]},
        yaxis={"range": [-max(height, 2 * _ROW), 0]},
    )


def describe(view: View) -> str:
    """The farthest pairs, and of how many pairs the distance is withheld."""
    told = [one for one in view.distances if not one.withheld]
    withheld = count_words(len(view.distances) - len(told), "pair")
    if not told:
        return f"Overall distance is withheld for all of {withheld}."
    most = max(one.distance or 0.0 for one in told)
    far = joined([_pair(one, view) for one in told if one.distance == most])
    return f"Farthest apart over all shown issues: {far}, {most:.0%} of the scale. Withheld for {withheld}."


def table(view: View) -> pd.DataFrame:
    """One row per pair: distance and interval as shares of the scale, and on how many issues.

    Where issues weigh unlike, the distance without their weights stands beside it; where no pair has an
    interval there is no column of them.
    """
    weighted = any(one.distance != one.unweighted for one in view.distances)
    rows = [
        (
            _pair(one, view),
            "withheld" if one.withheld else f"{one.distance:.0%} of the scale",
            "" if one.withheld or one.least == one.most else f"{one.least:.0%} to {one.most:.0%}",
            *([_unweighted(one)] if weighted else []),
            f"{one.shared} of {one.issues}",
        )
        for one in view.distances
    ]
    unweighted = ["Unweighted"] if weighted else []
    heads = ["Pair", "Distance", "Interval", *unweighted, "Issues on which both have a firm position"]
    told = pd.DataFrame(rows, columns=heads)
    return told if told["Interval"].any() else told.drop(columns="Interval")


def _unweighted(one: Distance) -> str:
    return "" if one.withheld else f"{one.unweighted:.0%} of the scale"


def _told(view: View) -> list[str]:
    """The columns that have a distance to any other."""
    known = {holder for one in view.distances if not one.withheld for holder in (one.first, one.second)}
    return [holder for holder in view.columns if holder in known]


def _pair(one: Distance, view: View) -> str:
    return f"{view.tables.names[one.first]} – {view.tables.names[one.second]}"


def _draw_cell(paper: Paper, one: Distance, place: tuple[float, float], size: float) -> None:
    palette = paper.palette
    if one.withheld or one.distance is None:
        note(paper, place, _WITHHELD, Type(size, palette.mute))
        return
    fill = mixed(palette.ink, one.distance, palette.line)
    tile(paper, place, (0.46, _ROW / 2 - 1.5), fill, line={"width": 0})
    ink = palette.paper if one.distance > _DARK else palette.ink
    note(paper, place, f"{one.distance * 100:.0f}", Type(size, ink))


def _draw_answers(paper: Paper, view: View, holders: Sequence[str], high: float) -> None:
    """What each cell says under the pointer, in rows of that height."""
    places = {holder: place for place, holder in enumerate(holders)}
    shown = [one for one in view.distances if one.first in places and one.second in places]
    cells = [sorted((places[one.first], places[one.second])) for one in shown]
    paper.traces.append(
        {
            "type": "scatter",
            "x": [cell[0] for cell in cells],
            "y": [-_HEAD - high * (cell[1] + 0.5) for cell in cells],
            "mode": "markers",
            "marker": {"size": 16, "opacity": 0.001},
            "hoverinfo": "text",
            "hovertext": [plain(f"{_pair(one, view)}: {_words(one)}") for one in shown],
        }
    )


def _words(one: Distance) -> str:
    share = "withheld" if one.withheld else f"{one.distance:.0%} of the scale"
    return f"{share}, {one.shared} of {count_words(one.issues, 'issue')}"
