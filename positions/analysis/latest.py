"""The latest own words of each side on each issue, placed on a scale or not."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from positions.frames import POSITION_COLUMNS
from positions.known import CELL, aged, known_by

_STEPS = ("point", "point_low", "point_high", "low", "high")


def own_statements(statements: pd.DataFrame, as_of: dt.date) -> pd.DataFrame:
    """Whole rows of `statements` that could set a cell as of the day: own mode, authority, a holder."""
    return own_of(known_by(statements, as_of))


def own_of(known: pd.DataFrame) -> pd.DataFrame:
    """The same of a table of `positions.known`."""
    return known[known["own"] & known["holder"].notna()]


def latest_words(own: pd.DataFrame, stale_after: int) -> pd.DataFrame:
    """One row per day, holder and issue with POSITION_COLUMNS but no steps (NaN), from `own_statements`.

    `statement` is the latest of the highest rank on its day; `statements` and `sources` count
    all of them.
    """
    latest = own.groupby(CELL).tail(1).rename(columns={"id": "statement"})
    counts = own.groupby(CELL, as_index=False).agg(statements=("id", "size"), sources=("source", "nunique"))
    table = latest.merge(counts, on=CELL)
    table = aged(table, table["day"], stale_after)
    table = table.assign(**dict.fromkeys(_STEPS, float("nan")))
    return table[list(POSITION_COLUMNS)].sort_values(CELL, ignore_index=True)
