"""Overall distances in words, with n of N, and the weights that went into them."""

from __future__ import annotations

from typing import Any

from positions.model.statements import Statement
from positions.text.distance import overall_words
from positions.text.weights import weights_words
from tests.positions.factories import ISSUES, PARTIES, said, view

WORDS: list[Statement] = [
    said("a", "north_head", 0),
    said("b", "south_head", 3),
    said("c", "north_head", 0, issue="toll"),
    said("d", "south_head", 2, issue="toll"),
    said("e", "harbour_head", 4),
]


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
