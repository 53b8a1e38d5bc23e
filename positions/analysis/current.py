"""Where each government or member stands on each issue as of a day, from its own statements."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from positions.frames import POSITION_COLUMNS

_CELL = ["holder", "issue"]


def current_statements(statements: pd.DataFrame, as_of: dt.date, window: int) -> pd.DataFrame:
    """The statements on which positions rest: whole rows of `statements`, in its order.

    For each holder and issue: the latest placed statement said on or before `as_of` and those
    of the `window` days before it, the latest of each speaker. Of one day, the higher rank
    counts. `statements` must be sorted by day, then rank, as `statement_frame` leaves it.
    """
    known = statements[statements["placed"] & (statements["day"] <= pd.Timestamp(as_of))]
    newest = known.groupby(_CELL)["day"].transform("max")
    recent = known[known["day"] >= newest - pd.Timedelta(days=window)]
    return recent.groupby([*_CELL, "speaker"]).tail(1)


def current_positions(current: pd.DataFrame, as_of: dt.date, stale_after: int) -> pd.DataFrame:
    """One row per holder and issue with POSITION_COLUMNS, from `current_statements`.

    `point` is that of the latest statement of the highest authority, `low` and `high` run over
    all current statements, in steps. `age` is the days from the newest of them to `as_of`;
    `stale` says that it exceeds `stale_after`. A holder without a placed statement has no row.
    """
    standing = current.assign(principal=current["authority"] == "principal")
    points = standing.sort_values(["principal", "day", "rank"]).groupby(_CELL).tail(1)
    spans = current.groupby(_CELL).agg(
        low=("step_low", "min"),
        high=("step_high", "max"),
        statements=("id", "size"),
        sources=("source", "nunique"),
        newest=("day", "max"),
    )
    positions = points.rename(columns={"id": "statement"}).merge(spans, on=_CELL)
    positions["age"] = (pd.Timestamp(as_of) - positions["newest"]).dt.days
    positions["stale"] = positions["age"] > stale_after
    return positions[list(POSITION_COLUMNS)].sort_values(_CELL, ignore_index=True)
