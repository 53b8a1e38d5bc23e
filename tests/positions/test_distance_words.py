"""Overall distances in words, and the weights that went into them."""

from __future__ import annotations

from dataclasses import replace

from positions.distance_words import overall_words, weights_words
from positions.loading import dossier_folder, load_dossier
from positions.selection import default_selection, offered_columns
from positions.tables import Tables

TABLES = Tables(load_dossier("istanbul-2022"), dossier_folder("istanbul-2022"))
VIEW = default_selection(TABLES.dossier)


def test_weights_are_named_where_they_are_not_one() -> None:
    """What weighs otherwise is named with its weight, the rest together; or that all weigh the same."""
    weighed = replace(VIEW, weights=(("crimea", 2.0), ("donbas", 0.5)))

    assert weights_words(VIEW, TABLES) == "every issue weighs the same"
    assert weights_words(weighed, TABLES) == "weights: Crimea 2, Donbas 0.5, others 1"
    assert weights_words(replace(weighed, issues=("crimea",)), TABLES) == "weights: Crimea 2"
    assert weights_words(replace(weighed, issues=("ceasefire",)), TABLES) == "every issue weighs the same"


def test_distances_worked_by_hand() -> None:
    """The mean over four issues, withheld below half; with one weight left, that issue's 3 of 4 steps."""
    words = overall_words(TABLES, VIEW)
    alone = overall_words(
        TABLES, replace(VIEW, weights=tuple((one, 0.0) for one in VIEW.issues if one != "ceasefire"))
    )

    assert words.startswith("Overall distance: Russia – Ukraine 56% (4 of 5 issues), Russia – West withheld")
    assert "Russia – Ukraine 75% (4 of 5 issues)" in alone
    assert alone.endswith("others 1.")


def test_many_pairs_are_told_by_their_ends() -> None:
    """Of more pairs than can be read the nearest and the farthest are told, and how many are withheld."""
    words = overall_words(
        TABLES, replace(VIEW, parties=offered_columns(TABLES.dossier), issues=("ceasefire",))
    )

    assert "nearest France – Germany 0% (1 of 1 issue), farthest " in words
    assert " 75% (1 of 1 issue), withheld for " in words


def test_nothing_is_said_where_there_is_no_pair_or_no_scale() -> None:
    """One party has no distance, and an issue without a scale gives none."""
    unscaled = tuple(one.id for one in TABLES.dossier.issues if not one.scale)

    assert overall_words(TABLES, replace(VIEW, parties=("russia",))) == ""
    assert unscaled
    assert overall_words(TABLES, replace(VIEW, issues=unscaled)) == ""
