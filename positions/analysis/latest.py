"""The latest own words of each side on each issue, placed on a scale or not."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from positions.frames import POSITION_COLUMNS

_CELL = ["holder", "issue"]


def own_statements(statements: pd.DataFrame, as_of: dt.date) -> pd.DataFrame:
    """Whole rows of `statements` that could set a cell as of the day: own mode, authority, a holder."""
    known = statements["own"] & statements["holder"].notna()
    return statements[known & (statements["day"] <= pd.Timestamp(as_of))]


def latest_words(own: pd.DataFrame, as_of: dt.date, stale_after: int) -> pd.DataFrame:
    """One row per holder and issue with POSITION_COLUMNS but no steps (NaN), from `own_statements`.

    `statement` is the latest of the highest rank on its day; `statements` and `sources` count
    all of them.
    """
    latest = own.groupby(_CELL).tail(1).rename(columns={"id": "statement"})
    counts = own.groupby(_CELL, as_index=False).agg(statements=("id", "size"), sources=("source", "nunique"))
    table = latest.merge(counts, on=_CELL)
    table["age"] = (pd.Timestamp(as_of) - table["day"]).dt.days
    table["stale"] = table["age"] > stale_after
    table = table.assign(point=float("nan"), low=float("nan"), high=float("nan"))
    return table[list(POSITION_COLUMNS)].sort_values(_CELL, ignore_index=True)
