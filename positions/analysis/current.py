"""Where each government or member stands on each issue as of a day, from its own statements."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from positions.frames import POSITION_COLUMNS
from positions.known import CELL, aged, known_by


def current_statements(statements: pd.DataFrame, as_of: dt.date, window: int) -> pd.DataFrame:
    """The statements on which positions rest as of one day: `current_of` what is known by then.

    `statements` must be sorted by day, then rank, as `statement_frame` leaves it.
    """
    return current_of(known_by(statements, as_of), window)


def current_of(known: pd.DataFrame, window: int) -> pd.DataFrame:
    """The statements on which positions rest: whole rows of `known`, in its order.

    For each day, holder and issue: the latest firm placed statement, those of the `window` days
    before it by the same government, and drafts and shared texts placed since then; of each
    speaker the latest, of one day the higher rank. A holder with drafts and shared texts alone
    has no row. `known` is a table of `positions.known`.
    """
    placed = known[known["placed"]]
    firm = placed[["day", "term"]].where(placed["firm"])
    newest = firm.groupby([placed[name] for name in CELL]).transform("max")
    recent = placed["day"] >= newest["day"] - pd.Timedelta(days=window)
    return placed[recent & placed["term"].eq(newest["term"])].groupby([*CELL, "speaker"]).tail(1)


def current_positions(current: pd.DataFrame, stale_after: int) -> pd.DataFrame:
    """One row per day, holder and issue with POSITION_COLUMNS, from `current_statements`.

    `point` is that of the latest firm statement of the highest authority, `point_low` and
    `point_high` are the steps that this statement covers, `low` and `high` run over all current
    statements, all in steps. `age` is the days from the newest firm one to the day;
    `stale` and `former` are as `aged` says. A holder without a firm placed statement has no row.
    """
    firm = current[current["firm"]]
    standing = firm.assign(principal=firm["authority"] == "principal")
    points = standing.sort_values(["principal", "day", "rank"]).groupby(CELL).tail(1)
    spans = current.groupby(CELL).agg(
        low=("step_low", "min"),
        high=("step_high", "max"),
        statements=("id", "size"),
        sources=("source", "nunique"),
    )
    spans = spans.join(firm.groupby(CELL).agg(newest=("day", "max")))
    names = {"id": "statement", "step_low": "point_low", "step_high": "point_high"}
    positions = points.rename(columns=names).merge(spans, on=CELL)
    positions = aged(positions, positions["newest"], stale_after)
    return positions[list(POSITION_COLUMNS)].sort_values(CELL, ignore_index=True)
