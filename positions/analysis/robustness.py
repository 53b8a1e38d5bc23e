"""How far what is widest depends on choices of coding: the outcome of every variant, counted.

Every variant is reported and none is preferred, as in a specification curve (Simonsohn, Simmons and Nelson,
"Specification curve analysis", Nature Human Behaviour 4, 2020) over a multiverse of reasonable choices
(Steegen, Tuerlinckx, Gelman and Vanpaemel, Perspectives on Psychological Science 11, 2016). Unlike there the
variants are told, not tested: they share statements, so that no probability follows from their number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from positions.analysis.gap import SAME, Gap

KEPT = ""  # the coding that the dossier holds, beside those named by their coders


@dataclass(frozen=True)
class Variant:
    """One set of choices: whose coding, what is left out of it, and the window by its name and in days."""

    coding: str
    without: str
    window: str
    days: int


@dataclass(frozen=True)
class Outcome:
    """The gaps that are farthest apart in a variant, ties and all; none where nothing firm is compared."""

    variant: Variant
    farthest: tuple[Gap, ...]

    @property
    def share(self) -> float | None:
        """How far they are apart, from 0 to 1 of the scale; None where nothing is compared."""
        return self.farthest[0].share if self.farthest else None

    @property
    def same(self) -> bool:
        """Whether even the farthest share a step."""
        return bool(self.farthest) and self.farthest[0].relation == SAME


@dataclass(frozen=True)
class Removal:
    """What is farthest apart when a statement, or all that a source reports, is left out.

    `kind` is "statement" or "source", `left_out` its id.
    """

    kind: str
    left_out: str
    farthest: tuple[Gap, ...]


@dataclass(frozen=True)
class Robustness:
    """The outcomes of all variants, first that of the finding itself.

    What is compared is the issue; where there is only one, `of_pairs`, the pair. A variant counts for every
    one that is tied in it, and only if it is at one step where the finding is and apart where that is.
    `missing` are coders whose codings are named and cannot be read.
    """

    outcomes: tuple[Outcome, ...]
    of_pairs: bool = False
    missing: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many variants there are."""
        return len(self.outcomes)

    def name(self, gap: Gap) -> tuple[str, ...]:
        """What is counted of a gap: the id of its issue, or those of its pair."""
        return gap.pair if self.of_pairs else (gap.issue,)

    @cached_property
    def shares(self) -> tuple[tuple[tuple[str, ...], int], ...]:
        """In how many variants each is widest, the most first, else in the order in which they appear."""
        counts: Counter[tuple[str, ...]] = Counter()
        for outcome in self.outcomes:
            if outcome.same == self.outcomes[0].same:
                counts.update(dict.fromkeys(map(self.name, outcome.farthest), 1))
        return tuple(counts.most_common())

    @cached_property
    def as_coded(self) -> dict[tuple[str, ...], int]:
        """What is widest in the finding itself, in its order, with the number of variants."""
        counts = dict(self.shares)
        return {one: counts[one] for one in map(self.name, self.outcomes[0].farthest)}

    @cached_property
    def rivals(self) -> dict[tuple[str, ...], int]:
        """What is widest in other variants alone, with their number, the most first."""
        return {one: times for one, times in self.shares if one not in self.as_coded}

    @cached_property
    def firm(self) -> dict[tuple[str, ...], int]:
        """What is widest in the finding and in at least half of the variants, with their number.

        Only what is so in more variants than any rival: what the finding may name, others stand behind it.
        """
        most = max(self.rivals.values(), default=0)
        return {
            one: times for one, times in self.as_coded.items() if 2 * times >= self.count and times > most
        }

    @cached_property
    def leading(self) -> dict[tuple[str, ...], int]:
        """What is firm, then all else that is so in as many variants as anything that is widest as coded."""
        least = min(self.as_coded.values(), default=0)
        return self.firm | {one: times for one, times in self.shares if times >= least}

    @property
    def empty(self) -> int:
        """In how many variants no two firm positions can be compared."""
        return sum(not outcome.farthest for outcome in self.outcomes)

    def whole(self) -> int:
        """In how many variants the same pairs on the same issues are farthest apart by as much."""
        told = _told(self.outcomes[0].farthest)
        return sum(_told(outcome.farthest) == told for outcome in self.outcomes)

    def changes(self, removals: Sequence[Removal]) -> tuple[Removal, ...]:
        """Those of some removals after which another issue, pair or length is farthest."""
        first = self.outcomes[0].farthest
        told = _told(first)  # in it every gap stands once
        return tuple(
            one for one in removals if len(one.farthest) != len(first) or _told(one.farthest) != told
        )


def _told(gaps: Sequence[Gap]) -> frozenset[tuple[str, str, str, float | None]]:
    return frozenset(map(attrgetter("told"), gaps))
