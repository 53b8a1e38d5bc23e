"""Sections that are sentences alone: what would have to move, and words of one side steps apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from positions.analysis.divergence import DAYS
from positions.text import divergence, meeting
from positions.text.tally import tally_sentences
from positions.view import View


@dataclass(frozen=True)
class Listing:
    """What is to be known first, then groups of sentences, each with a heading or "" for none.

    Without a pair that can be compared there is nothing to know.
    """

    told: tuple[str, ...]
    groups: tuple[tuple[str, tuple[str, ...]], ...]


def moves_listing(view: View) -> Listing:
    """Where all would meet if conditions held, then issue by issue the shortest moves of every pair."""
    lines = {issue.name: meeting.meeting_lines(view, issue.id) for issue in view.scaled}
    groups = tuple((name, told) for name, told in lines.items() if told)
    return Listing((meeting.RULE, *tally_sentences(view)) if view.scaled and view.pairs else (), groups)


def words_listing(view: View) -> Listing:
    """Words of one side that lie steps apart within 90 days, the newest first."""
    found = divergence.divergence_words(view)
    sentences = tuple(one.sentence for one in found)
    told = (divergence.RULE, divergence.count_sentence(len(found), DAYS))
    return Listing(told if view.scaled else (), (("", sentences),) if sentences else ())


# By the section of a report, a key of SECTIONS.
LISTINGS: dict[str, Callable[[View], Listing]] = {"moves": moves_listing, "other_words": words_listing}
