"""All parties and issues at a glance: a row per party, a tile per issue, the nearest to one party first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from components.theme import Scheme, view_marks
from positions.analysis.distance import Distance
from positions.cell import Cell
from positions.text.cell import short_words
from positions.text.distance import distance_words, neighbours_words
from positions.text.labels import OVERVIEW_WORDS
from positions.view import View

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Tile:
    """A cell at a glance: a key of `TILE_WORDS`, where on its scale from 0 to 1, and its title in words."""

    kind: str
    share: float | None
    title: str


@dataclass(frozen=True)
class OverviewRow:
    """A party: its mark, its distance to the chosen one and on how many issues, a tile per issue."""

    id: str
    name: str
    colour: str
    shape: str
    number: str
    distance: str
    compared: str
    tiles: tuple[Tile, ...]


@dataclass(frozen=True)
class Overview:
    """All that `overview.js` draws; `near` is the party that the others are sorted by, or ""."""

    near: str
    issues: tuple[tuple[str, str], ...]
    rows: tuple[OverviewRow, ...]
    legend: tuple[tuple[str, str], ...]
    labels: dict[str, str]


TILE_WORDS = {
    "firm": "stated, the darker the nearer to the last step",
    "unsure": "low confidence, or told by name",
    "split": "members on different steps",
    "words": "words on an issue without a scale",
    "blank": "no position",
}


def overview_of(view: View, near: str | None, scheme: Scheme) -> Overview:
    """The overview of a view: `near` first and then the nearest to it; for None in the order of the view."""
    marks, names = view_marks(view, scheme), view.tables.names
    distances = {one.second: one for one in view.distances_to(near)} if near else {}
    order = [near, *distances] if near else []
    holders = [*order, *(one for one in view.columns if one not in order)]
    rows = tuple(
        OverviewRow(
            id=holder,
            name=names[holder],
            colour=marks[holder].colour,
            shape=marks[holder].shape,
            number=marks[holder].number,
            distance=distance_words(distances[holder]) if holder in distances else "",
            compared=_compared(distances[holder]) if holder in distances else "",
            tiles=tuple(_tile(view.cell(holder, issue.id), view) for issue in view.issues),
        )
        for holder in holders
    )
    used = {tile.kind for row in rows for tile in row.tiles}
    return Overview(
        near=near or "",
        issues=tuple((issue.id, issue.name) for issue in view.issues),
        rows=rows,
        legend=tuple((kind, words) for kind, words in TILE_WORDS.items() if kind in used),
        labels=OVERVIEW_WORDS,
    )


def described(view: View, near: str | None) -> str:
    """What the order of the rows says, in words."""
    if near is None:
        return OVERVIEW_WORDS["unsorted"]
    return neighbours_words(view, near, view.distances_to(near))


def distance_table(view: View, near: str) -> pd.DataFrame:
    """One row per other party, the nearest first: distance, interval and on how many issues."""
    import pandas as pd  # noqa: PLC0415 - the first page needs none

    rows = [
        (
            view.tables.names[one.second],
            distance_words(one),
            "" if one.withheld or one.least == one.most else f"{one.least:.0%} to {one.most:.0%}",
            _compared(one),
        )
        for one in view.distances_to(near)
    ]
    heads = [f"Distance to {view.tables.names[near]}", "Of the scale", "Interval", "Issues compared"]
    return pd.DataFrame(rows, columns=heads)


def _compared(one: Distance) -> str:
    return f"{one.shared} of {one.issues}"


def _tile(cell: Cell, view: View) -> Tile:
    title = short_words(cell, view.tables).title
    placed = cell.for_gaps
    if cell.blank:
        return Tile("blank", None, title)
    if placed is None or not cell.last_step:
        return Tile("words", None, title)
    if len(placed.points) > 1:
        return Tile("split" if cell.grouped else "unsure", None, title)
    return Tile("firm" if cell.firm else "unsure", placed.points[0].middle / cell.last_step, title)
