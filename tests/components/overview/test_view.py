"""All parties and issues at a glance: one tile per cell, each kind told apart, the nearest first."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given

from components.overview.view import TILE_WORDS, described, distance_table, overview_of
from positions.model.dossier import Dossier
from positions.selection import everything
from positions.tables import Tables
from positions.view import View
from tests.positions.factories import FEW, ISSUES, dossiers, said, view, view_at

COLUMNS = ("harbour", "league", "north", "south")
SHOWN = view(
    said("a", "north_head", 1),
    said("b", "south_head", 3, confidence="low"),
    said("c", "east_head", 0),
    said("d", "west_head", 4),
    said("e", "isle_head", 4),
    said("f", "north_head", issue="fish"),
    said("g", "harbour_head", (1, 2)),
    parties=COLUMNS,
    issues=ISSUES,
)


def test_every_kind_of_cell_has_a_tile_of_its_own() -> None:
    """Firm, of low confidence, split, in words alone and blank differ, and a share is a part of the scale."""
    rows = {row.id: row for row in overview_of(SHOWN, None, "light").rows}
    tiles = {holder: [(tile.kind, tile.share) for tile in row.tiles] for holder, row in rows.items()}

    assert tiles["north"] == [("firm", 0.25), ("blank", None), ("words", None)]
    assert tiles["south"][0] == ("unsure", 0.75)
    assert tiles["league"][0] == ("split", None)
    assert tiles["harbour"][0] == ("firm", 0.375)
    assert rows["north"].tiles[0].title == "Dam half open"
    assert rows["north"].tiles[1].title == "Not researched"


def test_the_legend_has_what_is_used() -> None:
    """Kinds that are on no tile are not explained, all others are."""
    shown = overview_of(SHOWN, None, "light")

    assert [kind for kind, _ in shown.legend] == list(TILE_WORDS)
    assert [kind for kind, _ in overview_of(view(), None, "light").legend] == ["blank"]


def test_a_chosen_party_stands_first_with_the_nearest_below() -> None:
    """Each other row says its distance and on how many issues it rests; the table says the same."""
    sure = view(
        said("a", "north_head", 0),
        said("b", "south_head", 4),
        said("c", "harbour_head", 1),
        parties=("harbour", "north", "south"),
        issues=("dam",),
    )
    shown = overview_of(sure, "south", "light")
    table = distance_table(sure, "south")

    assert [(row.id, row.distance, row.compared) for row in shown.rows] == [
        ("south", "", ""),
        ("harbour", "75%", "1 of 1"),
        ("north", "100%", "1 of 1"),
    ]
    assert list(table["Distance to Southland"]) == ["Harbour", "Northland"]
    assert list(table["Of the scale"]) == ["75%", "100%"]
    assert described(sure, "south").startswith("Nearest to Southland: Harbour 75%")


@given(dossiers())
@FEW
def test_every_column_has_one_row_whatever_it_is_sorted_by(dossier: Dossier) -> None:
    """Sorting by a party loses nobody, and every tile stays with its party."""
    landing = view_at(Tables(dossier, Path()))
    shown = View(landing.tables, everything(landing.selection, dossier))
    plain = {row.id: row.tiles for row in overview_of(shown, None, "light").rows}
    for near in shown.columns:
        rows = overview_of(shown, near, "light").rows

        assert {row.id: row.tiles for row in rows} == plain
        assert len(rows) == len(plain)
        assert rows[0].id == near
