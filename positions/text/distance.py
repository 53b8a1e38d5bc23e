"""Overall distances in words: of all pairs, of one party to the others, and the weights that went in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from positions.analysis.distance import Distance
from positions.text.citation import source_head
from positions.text.sentences import Entry
from positions.text.wording import count_words, issue_words, joined

if TYPE_CHECKING:
    from positions.view import View

WEIGHT_HEADS = ("Issue", "Party", "Weight", "Source")
MOST_WEIGHTS = 6  # weights in a sentence; of more it has the range, and a table each
WEIGHTS_RULE = (
    "A weight says how much an issue counts in the overall distances; 1 where none is given. Of a pair whose "
    "parties weigh an issue differently the mean counts."
)
_MOST_SOURCES = 3
_MEAN = "of which a pair has the mean"
DISTANCE_RULE = (
    "mean share of the scale between two parties over the issues on which both have a firm position: one of "
    "more than low confidence, of a grouping one that is agreed and not told by name. Where the coder was "
    "unsure between steps their middle counts, and the interval has the ends. It is withheld when those "
    "issues are fewer than half"
)
_MOST_PAIRS = 6  # pairs; of more, the ends are told
_MOST_NEIGHBOURS = 3  # at each end


@dataclass(frozen=True)
class Weighing:
    """A weight of a shown issue, for all parties or for one; the source is "" of a reader's own."""

    party: str
    issue: str
    phrase: str
    weight: float
    source: str

    @property
    def words(self) -> str:
        """As "2 for Northland on the dam (Wire)"."""
        whose = f"{self.party} on {self.phrase}" if self.party else self.issue
        return f"{self.weight:g} for {whose}{f' ({self.source})' if self.source else ''}"


def weights_words(view: View) -> str:
    """The weights of the shown issues as "weights: 2 for Crimea, 1 for others", or that all weigh the same.

    Of more than six the range, the count and the sources are told.
    """
    of_issues, of_parties = list(_of_issues(view)), list(_of_parties(view))
    if not of_issues and not of_parties:
        return "every issue weighs the same"
    rest = ["1 for others"] if len(of_issues) < len(view.scaled) else []
    if not of_issues:
        return f"weights of parties, {_MEAN}: {_told_weights(of_parties)}, {rest[0]}"
    told = f"weights: {', '.join([_told_weights(of_issues), *rest])}"
    return f"{told}; of parties, {_MEAN}: {_told_weights(of_parties)}" if of_parties else told


def weight_rows(view: View) -> list[tuple[str, ...]]:
    """The texts of each weight under WEIGHT_HEADS: those of issues first, then of parties, in their order."""
    return [
        (one.issue, one.party or "all", f"{one.weight:g}", one.source)
        for one in (*_of_issues(view), *_of_parties(view))
    ]


def weight_entries(view: View) -> tuple[Entry, ...]:
    """The weights of each shown issue as "2 for all; 3 for Northland, 1 for Southland (Wire)".

    None where they are few enough for `weights_words` to name each.
    """
    given = [*_of_issues(view), *_of_parties(view)]
    if max(Counter(bool(one.party) for one in given).values(), default=0) <= MOST_WEIGHTS:
        return ()
    by_issue = {issue.name: [one for one in given if one.issue == issue.name] for issue in view.scaled}
    return tuple(Entry(issue, _by_source(found)) for issue, found in by_issue.items() if found)


def _by_source(weights: Iterable[Weighing]) -> str:
    """The weights of an issue, each source once behind those that it has."""
    told = []
    for source, found in groupby(weights, key=lambda one: one.source):
        words = ", ".join(f"{one.weight:g} for {one.party or 'all'}" for one in found)
        told.append(f"{words} ({source})" if source else words)
    return f"{'; '.join(told)}."


def _told_weights(weights: Sequence[Weighing]) -> str:
    if len(weights) <= MOST_WEIGHTS:
        return ", ".join(one.words for one in weights)
    low, high = (pick(one.weight for one in weights) for pick in (min, max))
    values = f"{low:g}" if low == high else f"from {low:g} to {high:g}"
    sources = list(dict.fromkeys(one.source for one in weights if one.source))
    named = joined(sources) if len(sources) <= _MOST_SOURCES else count_words(len(sources), "source")
    over = "pairs of party and issue" if weights[0].party else "issues"
    return f"{values} for {len(weights)} {over}{f' ({named})' if named else ''}"


def _of_issues(view: View) -> Iterator[Weighing]:
    """Each weight of a shown issue; one that a reader gave has no source."""
    own = dict(view.selection.weights)
    for issue in view.scaled:
        if issue.id in view.weights:
            source = "" if issue.id in own else _named(issue.weight_source, view)
            yield Weighing("", issue.name, issue_words(issue), view.weights[issue.id], source)


def _of_parties(view: View) -> Iterator[Weighing]:
    """Each weight that a shown column has of its own."""
    scaled = {issue.id: issue for issue in view.scaled}
    shown = set(view.columns)
    for party in view.tables.dossier.parties:
        for one in party.weights if party.id in shown else ():
            if one.issue in scaled and (party.id, one.issue) in view.weights_of_parties:
                issue = scaled[one.issue]
                source = _named(one.source, view)
                yield Weighing(party.name, issue.name, issue_words(issue), one.weight, source)


def _named(source: str | None, view: View) -> str:
    return source_head(source, view.tables) if source else ""


def overall_words(view: View) -> str:
    """The overall distance of each two columns, how it is counted and with which weights.

    Of many pairs the nearest and the farthest are told. Empty for fewer than two columns, or where
    no shown issue has a scale.
    """
    if not view.distances or not view.scaled:
        return ""
    told = _told_pairs(view.distances, view.tables.names)
    return f"Overall distance: {told}. It is the {DISTANCE_RULE}; {weights_words(view)}."


def _told_pairs(rows: Sequence[Distance], names: dict[str, str]) -> str:
    known = [one for one in rows if not one.withheld]
    if len(rows) <= _MOST_PAIRS:
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


def neighbours_words(view: View, holder: str, distances: Sequence[Distance]) -> str:
    """The nearest three and the farthest three of `View.distances_to` a column, and how it is counted.

    Of six or fewer all are told once, the nearest first. Those withheld are a number.
    """
    told = [_other(one, view) for one in distances if not one.withheld]
    name, withheld = view.tables.in_sentence[holder], len(distances) - len(told)
    if not told:
        return f"The distance to {name} is withheld for all: {DISTANCE_RULE}."
    far = told[_MOST_NEIGHBOURS:][-_MOST_NEIGHBOURS:][::-1]
    parts = [f"Nearest to {name}: {joined(told[:_MOST_NEIGHBOURS])}."]
    parts += [f"Farthest from {name}: {joined(far)}."] if far else []
    parts += [f"Withheld for {count_words(withheld, 'party', 'parties')}."] if withheld else []
    return " ".join([*parts, f"The distance is the {DISTANCE_RULE}; {weights_words(view)}."])


def distance_words(one: Distance) -> str:
    """A distance as "23%", or "withheld"."""
    return "withheld" if one.withheld else f"{one.distance:.0%}"


def _other(one: Distance, view: View) -> str:
    both = f"{one.shared} of {count_words(one.issues, 'issue')}"
    return f"{view.tables.names[one.second]} {distance_words(one)} ({both})"
