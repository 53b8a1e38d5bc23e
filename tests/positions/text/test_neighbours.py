"""Who is nearest and farthest: sorted by distance, with the issues compared, withheld below half."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given

from positions.model.dossier import Dossier
from positions.model.statements import Statement
from positions.selection import everything
from positions.tables import Tables
from positions.text.neighbours import neighbours_words
from positions.view import View
from tests.positions.factories import FEW, dossiers, said, tables_of, view_at

FROM_NORTH = (
    said("a", "north_head", 0),
    said("b", "south_head", 4),
    said("c", "harbour_head", 1),
)


def whole(*statements: Statement) -> View:
    """All columns of the dam alone."""
    return view_at(tables_of(*statements), parties=("harbour", "north", "south"), issues=("dam",))


def test_the_nearest_stand_first() -> None:
    """From step 0 the one on step 1 of 4 is nearer than the one on step 4, and both are told once."""
    shown = whole(*FROM_NORTH)
    told = neighbours_words(shown, "north", shown.distances_to("north"))

    assert told.startswith(
        "Nearest to Northland: Harbour 25% (1 of 1 issue) and Southland 100% (1 of 1 issue). The distance is"
    )


def test_what_rests_on_less_than_half_is_withheld() -> None:
    """With words on one of three issues with a scale nobody has a distance, and the words say why."""
    shown = view_at(tables_of(*FROM_NORTH[:2]), issues=("dam", "toll"), parties=("harbour", "north", "south"))
    told = neighbours_words(shown, "harbour", shown.distances_to("harbour"))

    assert told.startswith("The distance to Harbour is withheld for all")


@given(dossiers())
@FEW
def test_distances_to_a_column_are_those_of_all_pairs(dossier: Dossier) -> None:
    """Computed for one column alone they are what `View.distances` says, sorted, those withheld last."""
    tables = Tables(dossier, Path())
    landing = view_at(tables)
    shown = View(tables, everything(landing.selection, dossier))
    for holder in shown.columns:
        found = shown.distances_to(holder)
        pairs = {frozenset((one.first, one.second)): one for one in shown.distances}
        of_pairs = [pairs[frozenset((holder, one.second))] for one in found]
        order = [(one.withheld, one.distance or 0.0) for one in found]

        assert [(one.distance, one.shared, one.withheld) for one in found] == [
            (one.distance, one.shared, one.withheld) for one in of_pairs
        ]
        assert order == sorted(order)
        assert len(found) == sum(holder in pair for pair in shown.pairs)
