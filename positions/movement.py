"""Positions over time and between two days, from `standing` as of each day that matters."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

import pandas as pd

from positions.analysis.change import changes
from positions.analysis.trajectory import trajectory, turning_moments
from positions.selection import key_days
from positions.standing import Tables, standing, standings

_A_YEAR = 366


# A page that is drawn again asks for the same table.
@lru_cache(maxsize=16)
def positions_over_time(tables: Tables, as_of: dt.date) -> pd.DataFrame:
    """The table of `trajectory` up to the day; shared between callers, not to be changed."""
    dossier = tables.dossier
    issues = [issue.id for issue in dossier.issues]
    moments = turning_moments(tables.statements, issues, dossier.stale_after, as_of)
    return trajectory(standings(tables, moments))


def changes_between(tables: Tables, since: dt.date, until: dt.date) -> pd.DataFrame:
    """The table of `changes` from the earlier to the later day."""
    return changes(standing(tables, since), standing(tables, until))


def earlier_days(tables: Tables, until: dt.date, stretch: str | None = None) -> tuple[dt.date, ...]:
    """The days of the stretch that the later day can be compared with, in order; none before the first."""
    return tuple(day for day in key_days(tables.dossier, stretch) if day < until)


def default_since(tables: Tables, until: dt.date, stretch: str | None = None) -> dt.date | None:
    """The first earlier day with any position, of the last year; else the first earlier day, or None.

    A longer comparison than a year would tell of little but first statements.
    """
    days = earlier_days(tables, until, stretch)
    said = tables.statements.loc[tables.statements["placed"], "day"].min()
    after = max(said, pd.Timestamp(until) - pd.Timedelta(days=_A_YEAR))
    return next((day for day in days if pd.Timestamp(day) >= after), days[0] if days else None)
