"""How much evidence there is, and where: statements per issue, source and side."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Count:
    """How many statements there are in one place, and how many of them can set a cell."""

    statements: int = 0
    own: int = 0


def statement_counts(statements: pd.DataFrame, rows: str, columns: str = "party") -> pd.DataFrame:
    """One row per value of `rows` and `columns` that occurs: rows, columns, statements, own.

    `own` counts those that can set a cell. Commentary has no party and is counted under "".
    """
    keyed = statements.assign(**{columns: statements[columns].fillna("")})
    return keyed.groupby([rows, columns], as_index=False).agg(statements=("id", "size"), own=("own", "sum"))


def counts_by_side(statements: pd.DataFrame, rows: str, as_of: dt.date) -> dict[tuple[str, str], Count]:
    """The count of each pair of a value of `rows` and a party that occurs, "" for commentary.

    Nothing said after `as_of` is counted.
    """
    counted = statement_counts(statements[statements["day"] <= pd.Timestamp(as_of)], rows)
    return {
        (row, side): Count(int(number), int(own))
        for row, side, number, own in counted[[rows, "party", "statements", "own"]].itertuples(
            index=False, name=None
        )
    }
