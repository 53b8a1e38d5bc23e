"""Who is nearest to a party and who is farthest from it over all shown issues, in words; no verdict."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from positions.text.distance import DISTANCE_RULE
from positions.text.weights import weights_words
from positions.text.wording import count_words, joined

if TYPE_CHECKING:
    from positions.analysis.distance import Distance
    from positions.view import View

_MOST_TOLD = 3  # at each end


def neighbours_words(view: View, holder: str, distances: Sequence[Distance]) -> str:
    """The nearest three and the farthest three of `View.distances_to` a column, and how it is counted.

    Of six or fewer all are told once, the nearest first. Those withheld are a number.
    """
    told = [_other(one, view) for one in distances if not one.withheld]
    name, withheld = view.tables.in_sentence[holder], len(distances) - len(told)
    if not told:
        return f"The distance to {name} is withheld for all: {DISTANCE_RULE}."
    far = told[_MOST_TOLD:][-_MOST_TOLD:][::-1]
    parts = [f"Nearest to {name}: {joined(told[:_MOST_TOLD])}."]
    parts += [f"Farthest from {name}: {joined(far)}."] if far else []
    parts += [f"Withheld for {count_words(withheld, 'party', 'parties')}."] if withheld else []
    return " ".join([*parts, f"The distance is the {DISTANCE_RULE}; {weights_words(view)}."])


def distance_words(one: Distance) -> str:
    """A distance as "23%", or "withheld"."""
    return "withheld" if one.withheld else f"{one.distance:.0%}"


def _other(one: Distance, view: View) -> str:
    both = f"{one.shared} of {count_words(one.issues, 'issue')}"
    return f"{view.tables.names[one.second]} {distance_words(one)} ({both})"
