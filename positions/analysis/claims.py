"""What one side says that another side wants, thinks or offers: shown, and never that side's position."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pandas as pd


def claims_about(
    statements: pd.DataFrame, holders: Sequence[str], issue: str, as_of: dt.date
) -> pd.DataFrame:
    """Claims on the issue about any of the holders by `as_of`: whole rows, newest first.

    One row per claim and side described, which is in the column `described`.
    """
    known = (statements["mode"] == "attributed") & (statements["day"] <= pd.Timestamp(as_of))
    made = statements[known & (statements["issue"] == issue)].explode("about")
    made = made[made["about"].isin(list(holders))].rename(columns={"about": "described"})
    return made.sort_values(["day", "rank"], ascending=False, ignore_index=True)
