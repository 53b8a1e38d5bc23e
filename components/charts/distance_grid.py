"""Overall distance of every two columns: half a grid of shares, darker for farther."""

from __future__ import annotations

import pandas as pd

from components.colours import mixed
from components.figures.number_grid import Edge, Grid, Type
from components.svg_figure.view import Layout
from components.theme import PALETTES, Scheme
from positions.analysis.distance import Distance
from positions.text.wording import count_words, joined
from positions.view import View

_ROW, _HEAD, _NAMES, _WITHHELD = 32.0, 22.0, 128.0, "–"
_NAME = 12.5  # size of the names of parties
_DARK = 0.45  # share of the scale from which on the ground is dark
_FEW = 6  # columns; of more the numbers are smaller, so that they fit a phone


def draw(view: View, scheme: Scheme) -> Layout:
    """The figure: per cent of the scale as shade and number, a dash where the distance is withheld.

    Columns are numbered, so that their heads fit a phone: row and head of one number are one party.
    Who has no distance to anybody is left out; the table has every pair.
    """
    holders = _told(view)
    grid = Grid(PALETTES[scheme], max(len(holders) - 1, 1), _NAMES)
    known = {frozenset((one.first, one.second)): one for one in view.distances}
    size = 13 if len(holders) <= _FEW else 10
    names = [f"{row + 1}  {view.tables.names[holder]}" for row, holder in enumerate(holders)]
    high = max([_ROW, *(grid.name_height(name, _NAME) for name in names)])
    for row, holder in enumerate(holders):
        y = _HEAD + high * (row + 0.5)
        grid.row_name(names[row], y, _NAME)
        if row < len(holders) - 1:
            grid.note((row, _HEAD / 2), (str(row + 1),), Type(12, grid.palette.mute))
        for column, other in enumerate(holders[:row]):
            one = known.get(frozenset((holder, other)))
            if one is not None:
                _draw_cell(grid, one, (column, y), size)
                grid.tip((column, y), f"{_pair(one, view)}: {_words(one)}")
    return grid.layout(max(_HEAD + high * len(holders), 2 * _ROW))


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


def _draw_cell(grid: Grid, one: Distance, place: tuple[float, float], size: float) -> None:
    palette = grid.palette
    if one.withheld or one.distance is None:
        grid.note(place, (_WITHHELD,), Type(size, palette.mute))
        return
    fill = mixed(palette.ink, one.distance, palette.line)
    grid.tile(place, (0.46, _ROW / 2 - 1.5), fill, Edge("", 0))
    ink = palette.paper if one.distance > _DARK else palette.ink
    grid.note(place, (f"{one.distance * 100:.0f}",), Type(size, ink))


def _words(one: Distance) -> str:
    share = "withheld" if one.withheld else f"{one.distance:.0%} of the scale"
    return f"{share}, {one.shared} of {count_words(one.issues, 'issue')}"
