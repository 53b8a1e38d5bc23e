"""How far two independent codings of the same sources agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from positions.analysis.matching import matched
from positions.model.statements import Statement

Level = Literal["nominal", "ordinal", "interval"]

RELIABLE, TENTATIVE = 0.800, 0.667  # Krippendorff's own thresholds
FEWEST_UNITS = 6
_DRAWS, _SEED, _MIDDLE = 5_000, 2007, (0.025, 0.975)


@dataclass(frozen=True)
class Agreement:
    """Figures of two codings; shares run from 0 to 1.

    Alpha and its interval are None without two values, and for fewer than six units. Of n units drawn at
    random all lie on one side of the middle of what they are drawn from in 2 · ½ⁿ of all cases: for five
    that is 6.25 of 100, so that not even their whole range is an interval of 95 in 100; for six it is 3.1.
    """

    first: int
    second: int
    both: int
    first_sides: int
    second_sides: int
    both_sides: int
    placed: int
    alpha: float | None
    interval: tuple[float, float] | None
    same_step: float | None
    within_one: float | None
    disputed: tuple[tuple[str, str], ...]

    @property
    def share_found(self) -> float:
        """Of the statements of parties that either coder found, how many both found."""
        either = self.first_sides + self.second_sides - self.both_sides
        return self.both_sides / either if either else 1.0


def agreement(
    first: Sequence[Statement],
    second: Sequence[Statement],
    issues: Sequence[str],
    level: Level = "ordinal",
) -> Agreement:
    """How far two codings agree; alpha is of that level, over the `issues` that both placed.

    Steps are ordinal. Values of a numeric scale are interval, and only those of one issue are compared, for
    each has a unit of its own; `within_one` has no meaning there.

    A pair is one statement found by both: same source, issue and side, the same kind (own
    position, claim about another, commentary), and overlapping passages, or the same speaker and
    day where no passage is known. Each statement is in
    one pair at most, the likest first. `disputed` names the pairs placed on unlike steps.
    """
    pairs = matched(first, second)
    sides = [pair for pair in pairs if pair[0].party]
    placed = [
        pair for pair in sides if pair[0].issue in issues and all(_point(one) is not None for one in pair)
    ]
    points = np.array([[_point(one) for one in pair] for pair in placed], dtype=float).reshape(-1, 2)
    apart = np.abs(points[:, 0] - points[:, 1])
    enough = len(placed) >= FEWEST_UNITS
    return Agreement(
        first=len(first),
        second=len(second),
        both=len(pairs),
        first_sides=sum(one.party is not None for one in first),
        second_sides=sum(one.party is not None for one in second),
        both_sides=len(sides),
        placed=len(placed),
        alpha=krippendorff_alpha(points.T, level) if enough else None,
        interval=alpha_interval(points.T, level) if enough else None,
        same_step=float((apart == 0).mean()) if placed else None,
        within_one=float((apart <= 1).mean()) if placed else None,
        disputed=tuple((a.id, b.id) for (a, b), gap in zip(placed, apart, strict=True) if gap),
    )


def krippendorff_alpha(values: np.ndarray, level: Level) -> float | None:
    """Krippendorff's alpha of a table of coders × units, NaN where a coder gave a unit no value.

    None when fewer than two values occur, for then it has no meaning. A unit with one value has
    nothing to be compared with and is left out. K. Krippendorff, "Computing Krippendorff's
    Alpha-Reliability" (2011), part C.
    """
    paired = values[:, (~np.isnan(values)).sum(axis=0) > 1]
    scale = np.unique(paired[~np.isnan(paired)])
    if len(scale) < 2:
        return None
    chosen = (paired[:, :, np.newaxis] == scale).sum(axis=0)  # units × values: how many coders
    occurs = chosen.sum(axis=0)
    others = chosen.sum(axis=1) - 1
    together = chosen.T @ (chosen / others[:, np.newaxis])
    apart = _differences(scale, occurs, level) ** 2
    return float(1 - (occurs.sum() - 1) * (together * apart).sum() / (occurs @ apart @ occurs))


def alpha_interval(values: np.ndarray, level: Level) -> tuple[float, float] | None:
    """Between which values alpha of two coders lies in 95 of 100 draws; None where alpha is.

    The differences of the units are drawn anew, as many as there are units, and what chance would give is
    kept: A. F. Hayes and K. Krippendorff, "Answering the Call for a Standard Reliability Measure for
    Coding Data" (2007). The same values give the same interval, and alpha lies in it.
    """
    alpha = krippendorff_alpha(values, level)
    if alpha is None:
        return None
    paired = values[:, ~np.isnan(values).any(axis=0)]
    scale, occurs = np.unique(paired, return_counts=True)
    first, second = np.searchsorted(scale, paired)
    apart = _differences(scale, occurs, level)[first, second] ** 2
    if not apart.any():
        return alpha, alpha
    drawn = np.random.default_rng(_SEED).choice(apart, (_DRAWS, len(apart))).mean(axis=1)
    low, high = np.quantile(1 - (1 - alpha) * drawn / apart.mean(), _MIDDLE)
    return min(alpha, max(-1.0, float(low))), max(alpha, float(high))


def _differences(scale: np.ndarray, occurs: np.ndarray, level: Level) -> np.ndarray:
    """How far any two values are apart: by number, by rank (the middle one where values tie), or 0 and 1."""
    place = scale if level == "interval" else occurs.cumsum() - occurs / 2
    apart: np.ndarray = np.subtract.outer(place, place)
    return np.sign(apart) if level == "nominal" else apart


def _point(statement: Statement) -> float | None:
    """The middle of the steps or values that a statement names; None where it names none."""
    if statement.values:
        return sum(statement.values) / 2
    if statement.step_low is None or statement.step_high is None:
        return None
    return (statement.step_low + statement.step_high) / 2
