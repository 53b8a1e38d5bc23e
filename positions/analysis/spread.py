"""How the members of a grouping spread over a scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from positions.analysis.grouping import Grouped

FEWEST = 5  # members, below which the measure says little


@dataclass(frozen=True)
class Spread:
    """How many member states stand on each step for certain, from step 0 on, and their agreement A."""

    counts: tuple[int, ...]
    agreement: float

    @property
    def ends(self) -> tuple[int, int]:
        """The first and the last step that somebody stands on."""
        filled = [step for step, count in enumerate(self.counts) if count]
        return filled[0], filled[-1]


def spread_of(both: Grouped, steps: int) -> Spread | None:
    """The spread of a grouping's states over a scale of so many steps.

    Counted are states with firm words of their own on a single step; a body would count them twice, and a
    range or a doubt has no one step. None for fewer than five of them or fewer than three steps.
    """
    if steps < 3:
        return None
    counts = [0] * steps
    for one in both.clusters:
        if one.low == one.high and not one.doubt:
            counts[int(one.low)] += sum(member in both.spoke_states for member in one.members)
    agreement = agreement_a(counts) if sum(counts) >= FEWEST else None
    return None if agreement is None else Spread(tuple(counts), agreement)


def agreement_a(counts: Sequence[float]) -> float | None:
    """Van der Eijk's agreement A of members counted per step, from −1 (two poles) to 1 (one step).

    0 is an even spread. None when there are fewer than three steps or nobody is counted.
    Not for fewer than five members, and blind to which step they stand on.
    Source: C. van der Eijk, "Measuring Agreement in Ordered Rating Scales", Quality and
    Quantity 35 (2001): the counts are cut into layers of equal height, each layer has
    A = U · (1 − (S − 1) / (K − 1)), and layers are weighted by their share of all counts.
    """
    if len(counts) < 3 or sum(counts) <= 0:
        return None
    total, agreement, left = float(sum(counts)), 0.0, [float(count) for count in counts]
    while any(left):
        height = min(count for count in left if count)
        pattern = [int(count > 0) for count in left]
        agreement += height * sum(pattern) / total * _layer_agreement(pattern)
        left = [count - height if count else 0.0 for count in left]
    return agreement


def _layer_agreement(pattern: list[int]) -> float:
    size, filled = len(pattern), sum(pattern)
    return _unimodality(pattern) * (1 - (filled - 1) / (size - 1))


def _unimodality(pattern: list[int]) -> float:
    """U = ((K − 2) · TU − (K − 1) · TDU) / ((K − 2) · (TU + TDU)); 1 for a single filled step."""
    size = len(pattern)
    unimodal, deviating = _triples(pattern)
    if unimodal + deviating == 0:
        return 1.0
    return ((size - 2) * unimodal - (size - 1) * deviating) / ((size - 2) * (unimodal + deviating))


def _triples(pattern: list[int]) -> tuple[int, int]:
    """How many triples of steps read 110 or 011, and how many read 101."""
    size = len(pattern)
    places = [(a, b, c) for a in range(size) for b in range(a + 1, size) for c in range(b + 1, size)]
    read = [(pattern[a], pattern[b], pattern[c]) for a, b, c in places]
    return sum(one in ((1, 1, 0), (0, 1, 1)) for one in read), sum(one == (1, 0, 1) for one in read)
