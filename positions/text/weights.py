"""The weights behind overall distances: in words, and as a table where they are too many to be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from positions.text.citation import source_head
from positions.text.sentences import Entry
from positions.text.wording import count_words, issue_words, joined

if TYPE_CHECKING:
    from positions.view import View

WEIGHT_HEADS = ("Issue", "Party", "Weight", "Source")
MOST_TOLD = 6  # weights in a sentence; of more it has the range, and a table each
WEIGHTS_RULE = (
    "A weight says how much an issue counts in the overall distances; 1 where none is given. Of a pair whose "
    "parties weigh an issue differently the mean counts."
)
_MOST_SOURCES = 3
_MEAN = "of which a pair has the mean"


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
        return f"weights of parties, {_MEAN}: {_told(of_parties)}, {rest[0]}"
    told = f"weights: {', '.join([_told(of_issues), *rest])}"
    return f"{told}; of parties, {_MEAN}: {_told(of_parties)}" if of_parties else told


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
    if max(Counter(bool(one.party) for one in given).values(), default=0) <= MOST_TOLD:
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


def _told(weights: Sequence[Weighing]) -> str:
    if len(weights) <= MOST_TOLD:
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
