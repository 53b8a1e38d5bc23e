"""Sections that are sentences alone: weights, what would have to move, words of one side steps apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from positions.analysis.divergence import DAYS
from positions.text import divergence
from positions.text.distance import WEIGHTS_RULE, weight_entries
from positions.text.meeting import RULE
from positions.text.meeting_lines import PAIRS, STANDS, meeting_lines, tally_entries
from positions.text.sentences import Entry
from positions.view import View


@dataclass(frozen=True)
class Listing:
    """What is to be known first, then groups of entries, each with a heading or "" for none.

    Without a pair that can be compared there is nothing to know.
    """

    told: tuple[str, ...]
    groups: tuple[tuple[str, tuple[Entry, ...]], ...]


def moves_listing(view: View) -> Listing:
    """Where all would meet if conditions held; by issue where each side stands, and the shortest moves."""
    groups: list[tuple[str, tuple[Entry, ...]]] = []
    for issue in view.scaled:
        lines = meeting_lines(view, issue.id)
        if lines.pairs:
            groups += [(f"{issue.name}: {STANDS}", lines.stands), (f"{issue.name}: {PAIRS}", lines.pairs)]
    if not (view.scaled and view.pairs):
        return Listing((), ())
    return Listing((RULE,), (("All issues", tally_entries(view)), *groups))


def words_listing(view: View) -> Listing:
    """Words of one side that lie steps apart within 90 days, the newest first."""
    found = divergence.divergence_words(view)
    sentences = tuple(Entry("", one.sentence) for one in found)
    told = (divergence.RULE, divergence.count_sentence(len(found), DAYS))
    return Listing(told if view.scaled else (), (("", sentences),) if sentences else ())


def weights_listing(view: View) -> Listing:
    """Every weight by issue, where they are too many for the sentence under the distances."""
    entries = weight_entries(view)
    return Listing((WEIGHTS_RULE,), (("", entries),)) if entries else Listing((), ())


# By the section of a report, a key of SECTIONS.
LISTINGS: dict[str, Callable[[View], Listing]] = {
    "weights": weights_listing,
    "moves": moves_listing,
    "other_words": words_listing,
}
