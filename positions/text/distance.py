"""Overall distances in words, with the weights that went into them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from positions.analysis.distance import Distance
from positions.model.issues import Issue
from positions.text.citation import source_head
from positions.text.wording import count_words, issue_words

if TYPE_CHECKING:
    from positions.view import View

DISTANCE_RULE = (
    "mean share of the scale between two parties over the issues on which both have a firm position: one of "
    "more than low confidence, of a grouping one that is agreed and not told by name. Where the coder was "
    "unsure between steps their middle counts, and the interval has the ends. It is withheld when those "
    "issues are fewer than half"
)
_MOST_TOLD = 6  # pairs; of more, the ends are told


def weights_words(view: View) -> str:
    """The weights of the shown issues as "weights: Crimea 2, others 1", or that all weigh the same."""
    shown = [issue for issue in view.scaled if issue.id in view.weights]
    told = [f"{issue.name} {view.weights[issue.id]:g}{_source(issue, view)}" for issue in shown]
    own = list(_of_parties(view))
    if not told and not own:
        return "every issue weighs the same"
    rest = ["others 1"] if len(told) < len(view.scaled) else []
    if own:
        return f"weights: {', '.join([*told, *rest])}; of parties, whose mean a pair has: {', '.join(own)}"
    return f"weights: {', '.join([*told, *rest])}"


def _source(issue: Issue, view: View) -> str:
    """The source of a weight that the dossier gives; a reader's has none."""
    if issue.id in dict(view.selection.weights):
        return ""
    return _named(issue.weight_source, view)


def _named(source: str | None, view: View) -> str:
    return f" ({source_head(source, view.tables)})" if source else ""


def _of_parties(view: View) -> Iterator[str]:
    """Each weight that a shown column has of its own: "Northland on the dam 2"."""
    scaled = {issue.id for issue in view.scaled}
    for party in view.tables.dossier.parties:
        for one in party.weights:
            if (
                party.id in view.columns
                and one.issue in scaled
                and (party.id, one.issue) in view.weights_of_parties
            ):
                name = issue_words(view.tables.scales[one.issue])
                yield f"{party.name} on {name} {one.weight:g}{_named(one.source, view)}"


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
