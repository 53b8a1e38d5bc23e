"""How far apart two parties stand on one issue, with the interval that their ranges allow."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
import pandas as pd


@dataclass(frozen=True)
class Gap:
    """One row of `pair_gaps`: two holders on one issue; lengths in steps, shares from 0 to 1."""

    issue: str
    first: str
    second: str
    last_step: float
    gap: float
    least: float
    most: float
    share: float
    share_least: float
    share_most: float
    relation: str


GAP_COLUMNS: tuple[str, ...] = tuple(field.name for field in fields(Gap))
MEET, NEAR, APART = "meet", "near", "apart"
_RAW = ["issue", "first", "second", "last_step", "a", "a1", "a2", "b", "b1", "b2"]


def pair_gaps(cells: pd.DataFrame) -> pd.DataFrame:
    """One row per issue and pair of holders, pairs and issues in the order of `cells`.

    `cells` has holder, issue, steps (last step R of the scale), point, low, high; a row
    without a point makes no gap. With ranges [a1, a2] and [b1, b2], in steps:
    gap = |a − b| on the points, least = max(0, b1 − a2, a1 − b2) and most =
    max(|a2 − b1|, |b2 − a1|); share, share_least and share_most are those over R, from 0 to 1.
    `relation` is "meet" when the ranges touch, "near" up to one step between them, else "apart".
    Source of the formulas: codebook, section 7.
    """
    placed = cells[cells["point"].notna() & cells["steps"].notna()]
    pairs = [_pairs_of(issue, rows) for issue, rows in placed.groupby("issue", sort=False)]
    if not pairs:
        return _measured(pd.DataFrame(columns=_RAW).astype(dict.fromkeys(_RAW[3:], "float64")))
    return _measured(pd.concat(pairs, ignore_index=True))


def _pairs_of(issue: object, rows: pd.DataFrame) -> pd.DataFrame:
    left, right = np.triu_indices(len(rows), k=1)
    ends = rows[["point", "low", "high"]].to_numpy()
    holders = rows["holder"].to_numpy()
    table = pd.DataFrame({"issue": issue, "first": holders[left], "second": holders[right]})
    table["last_step"] = rows["steps"].iloc[0]
    table[["a", "a1", "a2"]] = ends[left]
    table[["b", "b1", "b2"]] = ends[right]
    return table


def _measured(raw: pd.DataFrame) -> pd.DataFrame:
    gap = (raw["a"] - raw["b"]).abs()
    least = np.maximum(0, np.maximum(raw["b1"] - raw["a2"], raw["a1"] - raw["b2"]))
    most = np.maximum((raw["a2"] - raw["b1"]).abs(), (raw["b2"] - raw["a1"]).abs())
    table = raw.assign(gap=gap, least=least, most=most)
    for share, length in (("share", gap), ("share_least", least), ("share_most", most)):
        table[share] = length / raw["last_step"]
    table["relation"] = np.select([least <= 0, least <= 1], [MEET, NEAR], APART)
    return table[list(GAP_COLUMNS)]


def widest_gaps(gaps: pd.DataFrame) -> pd.DataFrame:
    """The rows of `pair_gaps` with the widest gap of their issue; ties keep all their pairs."""
    return gaps[gaps["gap"] == gaps.groupby("issue")["gap"].transform("max")].reset_index(drop=True)
