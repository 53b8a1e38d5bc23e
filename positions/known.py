"""What is known by a day: the statements said by then, once for each day that is asked about."""

from __future__ import annotations

import datetime as dt

import pandas as pd

# A position is that of a holder on an issue as of a day.
CELL = ["as_of", "holder", "issue"]


def known_by(statements: pd.DataFrame, as_of: dt.date) -> pd.DataFrame:
    """Whole rows of `statements` said on or before the day, in their order, with the day as `as_of`."""
    day = pd.Timestamp(as_of)
    return statements[statements["day"] <= day].assign(as_of=day)


def known_at(statements: pd.DataFrame, moments: pd.DataFrame) -> pd.DataFrame:
    """`known_by` for many days at once: for each of `moments` the rows of its issue said by then.

    `moments` has the columns issue and as_of (days); a statement stands once for each moment at
    which it is known, the rows of one moment in the order of `statements`.
    """
    pairs = statements.merge(moments, on="issue")
    return pairs[pairs["day"] <= pairs["as_of"]]


def aged(rows: pd.DataFrame, newest: pd.Series, stale_after: int) -> pd.DataFrame:
    """`rows` with age (days from `newest` to `as_of`), former and stale.

    `former` says that another government had taken office by `as_of`. `stale` are positions older
    than `stale_after` days and former ones; a reference text is never stale.
    """
    age = (rows["as_of"] - newest).dt.days
    former = rows["ends"] <= rows["as_of"]
    return rows.assign(age=age, former=former, stale=((age > stale_after) & ~rows["lasting"]) | former)
