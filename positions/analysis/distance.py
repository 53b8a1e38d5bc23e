"""How far apart two parties stand over several issues, and what drives it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

import pandas as pd


@dataclass(frozen=True)
class Distance:
    """One row of `overall_distances`: two holders; lengths as shares of the scale, NaN if withheld."""

    first: str
    second: str
    distance: float
    least: float
    most: float
    shared: int
    issues: int
    withheld: bool


DISTANCE_COLUMNS: tuple[str, ...] = tuple(field.name for field in fields(Distance))


def overall_distances(
    gaps: pd.DataFrame,
    holders: Sequence[str],
    issues: Sequence[str],
    weights: Mapping[str, float] | None = None,
) -> pd.DataFrame:
    """One row per pair of `holders`, in their order, with DISTANCE_COLUMNS; that of `gaps` is irrelevant.

    `distance` is the mean of the pair's shares (0 to 1), weighted by issue, over the `shared`
    of `issues` on which both have a point; weights default to 1. `least` and `most` are the
    same mean of the ends of the gaps' intervals. Below half of the issues, or when the shared
    issues weigh nothing, the pair is `withheld` and its distance is NaN. Source: codebook,
    section 7.
    """
    weigh = dict.fromkeys(issues, 1.0) | {key: float(value) for key, value in (weights or {}).items()}
    measured = gaps[gaps["issue"].isin(list(issues))]
    measured = measured.assign(weight=measured["issue"].map(weigh).astype("float64"))
    rows = [
        _distance(
            measured[measured["first"].isin((first, second)) & measured["second"].isin((first, second))],
            first,
            second,
            len(issues),
        )
        for place, first in enumerate(holders)
        for second in holders[place + 1 :]
    ]
    return pd.DataFrame(rows, columns=list(DISTANCE_COLUMNS))


def _distance(shared: pd.DataFrame, first: str, second: str, issues: int) -> tuple[object, ...]:
    total = shared["weight"].sum()
    withheld = len(shared) * 2 < issues or total <= 0
    means = [
        float("nan") if withheld else float((shared[share] * shared["weight"]).sum() / total)
        for share in ("share", "share_least", "share_most")
    ]
    return (first, second, *means, len(shared), issues, withheld)
