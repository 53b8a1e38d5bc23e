"""Overall distances in words, with the weights that went into them."""

from __future__ import annotations

from collections.abc import Sequence

from positions.analysis.distance import Distance, overall_distances
from positions.analysis.gap import pair_gaps
from positions.frames import typed_rows
from positions.selection import Selection
from positions.standing import Tables, comparable, standing
from positions.wording import count_words

DISTANCE_RULE = (
    "mean share of the scale between two parties over the issues on which both stand; withheld when those "
    "are fewer than half"
)
_MOST_TOLD = 6  # pairs; of more, the ends are told


def weighed_issues(selection: Selection, tables: Tables) -> list[str]:
    """Ids of the shown issues that enter an overall distance: those with a scale."""
    return [issue for issue in selection.issues if tables.scales[issue].scale]


def weights_words(selection: Selection, tables: Tables) -> str:
    """The weights of the shown issues as "weights: Crimea 2, others 1", or that all weigh the same."""
    issues, chosen = weighed_issues(selection, tables), dict(selection.weights)
    told = [f"{tables.scales[issue].name} {chosen[issue]:g}" for issue in issues if issue in chosen]
    if not told:
        return "every issue weighs the same"
    rest = ["others 1"] if len(told) < len(issues) else []
    return f"weights: {', '.join([*told, *rest])}"


def overall_words(tables: Tables, selection: Selection) -> str:
    """The overall distance of each two shown parties, how it is counted and with which weights.

    Of many pairs the nearest and the farthest are told. Empty for fewer than two parties, or where
    no shown issue has a scale.
    """
    issues = weighed_issues(selection, tables)
    if len(selection.parties) < 2 or not issues:
        return ""
    gaps = pair_gaps(comparable(standing(tables, selection.day), selection.parties, issues))
    table = overall_distances(gaps, selection.parties, issues, dict(selection.weights))
    told = _told(typed_rows(table, Distance), tables)
    return f"Overall distance: {told}. It is the {DISTANCE_RULE}; {weights_words(selection, tables)}."


def _told(rows: Sequence[Distance], tables: Tables) -> str:
    known = [one for one in rows if not one.withheld]
    if len(rows) <= _MOST_TOLD:
        return ", ".join(_pair(one, tables) for one in rows)
    if not known:
        return f"withheld for all of {count_words(len(rows), 'pair')}"
    nearest, farthest = (pick(known, key=lambda one: one.distance) for pick in (min, max))
    ends = f"nearest {_pair(nearest, tables)}, farthest {_pair(farthest, tables)}"
    told = ends if len(known) > 1 else _pair(nearest, tables)
    return f"{told}, withheld for {len(rows) - len(known)} of {count_words(len(rows), 'pair')}"


def _pair(one: Distance, tables: Tables) -> str:
    share = "withheld" if one.withheld else f"{one.distance:.0%}"
    both = f"{one.shared} of {count_words(one.issues, 'issue')}"
    return f"{tables.names[one.first]} – {tables.names[one.second]} {share} ({both})"
