"""How far apart two columns stand over several issues."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from positions.analysis.gap import FIRM, Gap


@dataclass(frozen=True)
class Distance:
    """Two columns over several issues; lengths are shares of the scale, None where nothing is shared.

    `unweighted` is the distance with every issue at 1. `shared` of `issues` have firm positions of both;
    below half of them `withheld` says that a screen does not print the distance.
    """

    first: str
    second: str
    distance: float | None
    unweighted: float | None
    least: float | None
    most: float | None
    shared: int
    issues: int
    withheld: bool


def overall_distances(
    gaps: Iterable[Gap],
    holders: Sequence[str],
    issues: Sequence[str],
    weights: Mapping[str, float] | None = None,
    of_parties: Mapping[tuple[str, str], float] | None = None,
) -> tuple[Distance, ...]:
    """One row per pair of `holders`, in their order; that of `gaps` is irrelevant.

    `distance` is the mean of the pair's shares (0 to 1), weighted by issue, over those of `issues`
    on which both have a firm position; weights default to 1.
    `of_parties` are those that a holder gives an issue itself, in the place of that of the issue; a pair
    weighs an issue by the mean of its two. `least` and `most` are the same mean of
    the ends of the intervals. Source: codebook, section 7.
    """
    of_issues = dict.fromkeys(issues, 1.0) | dict(weights or {})
    own = of_parties or {}
    firm: dict[frozenset[str], list[Gap]] = {}
    for gap in gaps:
        if gap.basis == FIRM and gap.gap is not None and gap.issue in issues:
            firm.setdefault(frozenset(gap.pair), []).append(gap)
    return tuple(
        _distance(
            pair,
            firm.get(frozenset(pair), ()),
            len(issues),
            {issue: _of_pair(issue, pair, weight, own) for issue, weight in of_issues.items()},
        )
        for pair in combinations(holders, 2)
    )


def _of_pair(issue: str, pair: tuple[str, str], weight: float, own: Mapping[tuple[str, str], float]) -> float:
    first, second = (own.get((holder, issue), weight) for holder in pair)
    return (first + second) / 2


def _distance(
    pair: tuple[str, str], shared: Sequence[Gap], issues: int, weigh: Mapping[str, float]
) -> Distance:
    def mean(lengths: Sequence[float], weigh: Mapping[str, float] = weigh) -> float | None:
        """The weighted mean of lengths on scales as shares of their scales."""
        pairs = zip(shared, lengths, strict=True)
        total = sum(weigh[gap.issue] for gap in shared)
        weighed = sum(length / gap.last_step * weigh[gap.issue] for gap, length in pairs)
        return weighed / total if total > 0 else None

    gaps = [gap.gap or 0.0 for gap in shared]
    distance = mean(gaps)
    return Distance(
        first=pair[0],
        second=pair[1],
        distance=distance,
        unweighted=mean(gaps, dict.fromkeys(weigh, 1.0)),
        least=mean([gap.least for gap in shared]),
        most=mean([gap.most for gap in shared]),
        shared=len(shared),
        issues=issues,
        withheld=len(shared) * 2 < issues or distance is None,
    )
