"""Where a grouping stands: the median and the range of its members' positions, never a voice of its own."""

from __future__ import annotations

import pandas as pd

from positions.known import CELL

GROUPING_COLUMNS: tuple[str, ...] = (
    "as_of",
    "holder",
    "issue",
    "point",
    "point_low",
    "point_high",
    "low",
    "high",
    "statement",
    "said_on",
    "day",
    "age",
    "stale",
    "former",
    "statements",
    "sources",
    "named",
)


def grouping_positions(
    positions: pd.DataFrame, evidence: pd.DataFrame, membership: pd.DataFrame
) -> pd.DataFrame:
    """One row per day, grouping and issue on which a member has a position, with GROUPING_COLUMNS.

    `positions` has a row per day, member and issue with POSITION_COLUMNS, `evidence` the
    statements behind them (as_of, holder, issue, source), `membership` the columns member and
    grouping; a member may belong to several groupings. `point` is the median of the members'
    points, `point_low` and `point_high` the medians of the steps these cover, `low` and `high`
    run over their ranges, all in steps or NaN on an issue without a scale. `named` holds the
    members with a position, in the order of `membership`; `statement` is the newest that
    counted. Fresh positions count; stale ones only where a grouping has no fresh one, and then
    the row says `stale`.
    """
    held = _held(positions, membership)
    stale = held.groupby(CELL)["stale"].transform("all")
    held = held[stale | ~held["stale"].astype(bool)]
    newest = held.sort_values(["day", "place"]).groupby(CELL).tail(1)
    table = held.groupby(CELL, as_index=False).agg(
        point=("point", "median"),
        point_low=("point_low", "median"),
        point_high=("point_high", "median"),
        low=("low", "min"),
        high=("high", "max"),
        age=("age", "min"),
        stale=("stale", "all"),
        former=("former", "all"),
        statements=("statements", "sum"),
        named=("member", tuple),
    )
    table = table.merge(newest[[*CELL, "statement", "said_on", "day"]], on=CELL)
    table = table.merge(_source_counts(held, evidence), on=CELL)
    return table[list(GROUPING_COLUMNS)].sort_values(CELL, ignore_index=True)


def _held(positions: pd.DataFrame, membership: pd.DataFrame) -> pd.DataFrame:
    """Members' positions in the order of membership, `holder` being the grouping."""
    order = {member: place for place, member in enumerate(membership["member"].unique())}
    held = positions.rename(columns={"holder": "member"}).merge(membership, on="member")
    held = held.rename(columns={"grouping": "holder"})
    return held.assign(place=held["member"].map(order)).sort_values("place")


def _source_counts(held: pd.DataFrame, evidence: pd.DataFrame) -> pd.DataFrame:
    """Distinct sources behind the members that count: two members in one source are one source."""
    behind = evidence[[*CELL, "source"]].rename(columns={"holder": "member"})
    counted = held[["as_of", "member", "holder", "issue"]].merge(behind, on=["as_of", "member", "issue"])
    return counted.groupby(CELL, as_index=False).agg(sources=("source", "nunique"))
