"""Overall distances in words, with the weights that went into them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from positions.analysis.distance import Distance
from positions.text.weights import weights_words
from positions.text.wording import count_words

if TYPE_CHECKING:
    from positions.view import View

DISTANCE_RULE = (
    "mean share of the scale between two parties over the issues on which both have a firm position: one of "
    "more than low confidence, of a grouping one that is agreed and not told by name. Where the coder was "
    "unsure between steps their middle counts, and the interval has the ends. It is withheld when those "
    "issues are fewer than half"
)
_MOST_TOLD = 6  # pairs; of more, the ends are told


def overall_words(view: View) -> str:
    """The overall distance of each two columns, how it is counted and with which weights.

    Of many pairs the nearest and the farthest are told. Empty for fewer than two columns, or where
    no shown issue has a scale.
    """
    if not view.distances or not view.scaled:
        return ""
    told = _told(view.distances, view.tables.names)
    return f"Overall distance: {told}. It is the {DISTANCE_RULE}; {weights_words(view)}."


def _told(rows: Sequence[Distance], names: dict[str, str]) -> str:
    known = [one for one in rows if not one.withheld]
    if len(rows) <= _MOST_TOLD:
        return ", ".join(_pair(one, names) for one in rows)
    if not known:
        return f"withheld for all of {count_words(len(rows), 'pair')}"
    nearest, farthest = (pick(known, key=lambda one: one.distance or 0.0) for pick in (min, max))
    ends = f"nearest {_pair(nearest, names)}, farthest {_pair(farthest, names)}"
    told = ends if len(known) > 1 else _pair(nearest, names)
    return f"{told}, withheld for {len(rows) - len(known)} of {count_words(len(rows), 'pair')}"


def _pair(one: Distance, names: dict[str, str]) -> str:
    share = "withheld" if one.withheld else f"{one.distance:.0%}"
    if not one.withheld and one.unweighted != one.distance:
        share += f", unweighted {one.unweighted:.0%}"
    both = f"{one.shared} of {count_words(one.issues, 'issue')}"
    return f"{names[one.first]} – {names[one.second]} {share} ({both})"
