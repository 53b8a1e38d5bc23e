"""Positions over time: the spans of days on which nothing changed, and the statements along them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, fields

import pandas as pd

from positions.wording import Stand

# Whose words they are: a text or measure of the side itself, or its words between quotation marks.
OWN_WORDS = ("official_text", "direct_quote", "action")
_CELL = ["holder", "issue"]
_PLACE = [*_CELL, "day", "point"]
_SAME = ("state", "point", "point_low", "point_high", "low", "high", "statement", "members_named")


@dataclass(frozen=True)
class Span:
    """One row of `trajectory`: a holder on an issue from `first` until the day `until`.

    `until` is the day on which the next span begins, or the last day of the trajectory. Steps
    are NaN where there are none; the other columns are those of `positions.standing.standing`.
    """

    holder: str
    name: str
    party: str
    issue: str
    steps: float
    first: pd.Timestamp
    until: pd.Timestamp
    state: str
    point: float
    point_low: float
    point_high: float
    low: float
    high: float
    statement: str
    named: tuple[str, ...]
    members: int
    thin: bool

    @property
    def drawn(self) -> bool:
        """Whether there is a step to draw, current or not."""
        return self.point == self.point  # NaN is unlike itself

    @property
    def stand(self) -> Stand:
        """The point, with the steps that the words behind it cover."""
        return Stand(self.point, self.point_low, self.point_high)


@dataclass(frozen=True)
class Placing:
    """One row of `placings`: what a holder said of an issue on one day at one point, in steps."""

    holder: str
    issue: str
    day: pd.Timestamp
    point: float
    low: float
    high: float
    statements: tuple[str, ...]
    own_words: bool


SPAN_COLUMNS: tuple[str, ...] = tuple(field.name for field in fields(Span))
PLACING_COLUMNS: tuple[str, ...] = tuple(field.name for field in fields(Placing))


def turning_moments(
    statements: pd.DataFrame, issues: Sequence[str], stale_after: int, as_of: dt.date
) -> pd.DataFrame:
    """The days up to `as_of` on which a position on an issue can differ from the day before.

    One row per issue and day, in order, with the columns issue and as_of. Those are the days of
    statements that can set a cell, the days on which one of them becomes stale (`stale_after`
    days and one later) or another government takes office, and `as_of` itself.
    """
    own = statements.loc[statements["own"] & statements["holder"].notna(), ["issue", "day", "ends"]]
    turns = [own["day"], own["day"] + pd.Timedelta(days=stale_after + 1), own["ends"]]
    said = pd.concat([pd.DataFrame({"issue": own["issue"], "as_of": days}) for days in turns])
    last = pd.DataFrame({"issue": list(issues), "as_of": pd.Timestamp(as_of)}).astype(said.dtypes.to_dict())
    moments = pd.concat([said[said["issue"].isin(list(issues))], last]).dropna().drop_duplicates()
    return moments[moments["as_of"] <= pd.Timestamp(as_of)].sort_values(["issue", "as_of"], ignore_index=True)


def trajectory(standings: pd.DataFrame) -> pd.DataFrame:
    """One row per holder, issue and span of days without a change, with SPAN_COLUMNS.

    `standings` is the table of `positions.standing.standings` at the days of `turning_moments`.
    Rows stand in the order of its cells on a day, and by day within a cell. A blank is a span
    like any other, with NaN for its steps. Nothing is known before an issue's first day.
    """
    stacked = standings.rename(columns={"as_of": "first"}).sort_values("first", kind="stable")
    stacked["members_named"] = stacked["named"].map(";".join)
    cells = stacked.groupby(_CELL, sort=False)
    begins = cells.cumcount() == 0
    for column in _SAME:
        begins |= _differs(stacked[column], cells[column].shift())
    spans = stacked[begins].sort_values(["place", "first"], ignore_index=True)
    following = spans.groupby(_CELL, sort=False)["first"].shift(-1)
    spans["until"] = following.fillna(stacked["first"].max())
    return spans[list(SPAN_COLUMNS)]


def placings(statements: pd.DataFrame, as_of: dt.date) -> pd.DataFrame:
    """One row per holder, issue, day and point on which placed statements stand, with PLACING_COLUMNS.

    Only statements that can set a cell, said on or before `as_of`. `statements` are their ids,
    strongest first; `own_words` says that one of them is not merely reported. Dissent, claims
    about others and commentary are never in it. Rows run by day.
    """
    known = statements[statements["placed"] & (statements["day"] <= pd.Timestamp(as_of))]
    known = known.assign(own_words=known["mode"].isin(OWN_WORDS)).iloc[::-1]
    table = known.groupby(_PLACE, as_index=False).agg(
        low=("step_low", "min"),
        high=("step_high", "max"),
        statements=("id", tuple),
        own_words=("own_words", "any"),
    )
    return table[list(PLACING_COLUMNS)].sort_values(["day", *_CELL, "point"], ignore_index=True)


def _differs(column: pd.Series, before: pd.Series) -> pd.Series:
    """Where two columns differ; missing is like missing."""
    return column.ne(before) & ~(column.isna() & before.isna())
