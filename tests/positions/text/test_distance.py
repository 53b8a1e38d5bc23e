"""Overall distances in words, with n of N, and the weights that went into them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import given

from positions.model.dossier import Dossier
from positions.model.statements import Statement
from positions.selection import everything
from positions.tables import Tables
from positions.text.distance import (
    MOST_WEIGHTS,
    neighbours_words,
    overall_words,
    weight_entries,
    weight_rows,
    weights_words,
)
from positions.view import View
from tests.positions.factories import FEW, ISSUES, PARTIES, dossiers, said, tables_of, view, view_at
from tests.positions.weighed import weighed

WORDS: list[Statement] = [
    said("a", "north_head", 0),
    said("b", "south_head", 3),
    said("c", "north_head", 0, issue="toll"),
    said("d", "south_head", 2, issue="toll"),
    said("e", "harbour_head", 4),
]
FROM_NORTH = (
    said("a", "north_head", 0),
    said("b", "south_head", 4),
    said("c", "harbour_head", 1),
)


def words(*statements: Statement, **chosen: Any) -> str:
    """The distances of Northland and Southland on all issues."""
    return overall_words(view(*statements, **{"issues": ISSUES, "parties": ("north", "south"), **chosen}))


def test_a_distance_worked_by_hand() -> None:
    """Three of four steps and two of two: 88 per cent; with the toll three times as heavy 94."""
    rule = (
        "It is the mean share of the scale between two parties over the issues on which both have a firm "
        "position: one of more than low confidence, of a grouping one that is agreed and not told by name. "
        "Where the coder was unsure between steps their middle counts, and the interval has the ends. It is "
        "withheld when those issues are fewer than half"
    )

    assert words(*WORDS) == (
        f"Overall distance: Northland – Southland 88% (2 of 2 issues). {rule}; every issue weighs the same."
    )
    assert "Southland 94%, unweighted 88% (2 of 2 issues)" in words(*WORDS, weights=(("toll", 3.0),))


def test_below_half_it_is_withheld_with_n() -> None:
    """A distance over none of two issues is not printed; that it is none of two is."""
    assert "Northland – Southland withheld (0 of 2 issues)" in words(WORDS[0])
    assert "Northland – Southland 75% (1 of 2 issues)" in words(*WORDS[:2])


def test_weights_are_named_where_they_are_not_one() -> None:
    """What weighs otherwise is named with its weight, the rest together; or that all weigh the same."""
    weighed = view(issues=ISSUES, weights=(("dam", 2.0), ("toll", 0.5)))

    assert weights_words(view(issues=ISSUES)) == "every issue weighs the same"
    assert weights_words(weighed) == "weights: 2 for Dam, 0.5 for Toll"
    assert weights_words(view(issues=ISSUES, weights=(("dam", 2.0),))) == "weights: 2 for Dam, 1 for others"
    assert weights_words(view(issues=("toll",), weights=(("dam", 2.0),))) == "every issue weighs the same"


def test_many_pairs_are_told_by_their_ends() -> None:
    """Of more pairs than can be read the nearest and the farthest are told, and how many are withheld."""
    told = words(*WORDS, parties=(*PARTIES, "east", "west"), issues=("dam",))

    assert told.startswith(
        "Overall distance: nearest Harbour – Southland 25% (1 of 1 issue), "
        "farthest Harbour – Northland 100% (1 of 1 issue), withheld for "
    )


def test_nothing_is_said_where_there_is_no_pair_or_no_scale() -> None:
    """One party has no distance, and an issue without a scale gives none."""
    assert words(*WORDS, parties=("north",)) == ""
    assert words(*WORDS, issues=("fish",)) == ""


def test_a_few_weights_are_told_one_by_one() -> None:
    """The number stands first, so that it cannot run into a name; what weighs 1 comes last."""
    assert weights_words(weighed(of_north=2)) == (
        "weights of parties, of which a pair has the mean: 10 for Northland on Dam 0 (Wire), "
        "20 for Northland on Dam 1 (Wire), 1 for others"
    )
    assert weights_words(weighed(of_issues=1)) == "weights: 10 for Dam 0 (Wire), 1 for others"


def test_many_weights_are_told_by_range_count_and_source() -> None:
    """Seven are too many for a sentence; the table has each of them."""
    view = weighed(of_north=MOST_WEIGHTS + 1, of_issues=8)

    assert weights_words(view) == (
        "weights: from 10 to 80 for 8 issues (Wire); of parties, of which a pair has the mean: "
        "from 10 to 70 for 7 pairs of party and issue (Wire)"
    )
    assert weight_rows(view) == [
        *((f"Dam {place}", "all", str(10 * (place + 1)), "Wire") for place in range(8)),
        *((f"Dam {place}", "Northland", str(10 * (place + 1)), "Wire") for place in range(7)),
    ]
    assert weight_rows(weighed()) == []


def test_many_weights_are_told_issue_by_issue() -> None:
    """For all first, then for parties, each source once; nothing where the sentence names each."""
    found = weight_entries(weighed(of_north=MOST_WEIGHTS + 1, of_issues=8))

    assert [one.lead for one in found] == [f"Dam {place}" for place in range(8)]
    assert found[0].words == "10 for all, 10 for Northland (Wire)."
    assert found[7].words == "80 for all (Wire)."
    assert weight_entries(weighed(of_north=MOST_WEIGHTS, of_issues=MOST_WEIGHTS)) == ()


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
