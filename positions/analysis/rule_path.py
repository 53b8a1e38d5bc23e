"""The rules that were asked on the way to a position, each with the words that it kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from positions.analysis.words import Words


class Asked(NamedTuple):
    """A rule by its name, and the words that it kept of those that the one before it did."""

    rule: str
    kept: Sequence[Words]


class Way:
    """The rules as they are asked, so that whoever wants to know why can follow them.

    This one notes none of them, for the many positions of which nobody asks why.
    """

    def keep(self, rule: str, kept: list[Words]) -> list[Words]:  # noqa: ARG002 - nobody asks
        """The words that a rule keeps; those that are gone were left out by it."""
        return kept


class NotedWay(Way):
    """The same, with each rule and what it kept, in order."""

    def __init__(self) -> None:
        """Begin where nothing has been asked."""
        self.asked: list[Asked] = []

    def keep(self, rule: str, kept: list[Words]) -> list[Words]:
        """The words that a rule keeps, noted under its name."""
        self.asked.append(Asked(rule, kept))
        return kept
