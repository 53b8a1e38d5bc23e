"""How much evidence there is, and where: statements per issue, source and side."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd


def statement_counts(statements: pd.DataFrame, rows: str, columns: str = "party") -> pd.DataFrame:
    """One row per value of `rows` and `columns` that occurs: rows, columns, statements, own.

    `own` counts those that can set a cell. Commentary has no party and is counted under "".
    """
    keyed = statements.assign(**{columns: statements[columns].fillna("")})
    return keyed.groupby([rows, columns], as_index=False).agg(statements=("id", "size"), own=("own", "sum"))


def stated_share(cells: pd.DataFrame, holders: Sequence[str], issues: Sequence[str]) -> tuple[int, int]:
    """How many of the shown cells hold a position that counts, and how many cells apply at all."""
    shown = cells[cells["holder"].isin(list(holders)) & cells["issue"].isin(list(issues))]
    applies = shown["state"] != "not_applicable"
    return int((shown["state"] == "stated").sum()), int(applies.sum())
