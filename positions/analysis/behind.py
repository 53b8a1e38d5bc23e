"""The statements behind one cell, by the part that each plays in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pandas as pd

# In the order in which a reader meets them; each statement plays one part only.
PARTS: dict[str, str] = {
    "position": "What the position rests on",
    "other": "Other statements of this side",
    "dissent": "Dissent: said by one who speaks for himself",
    "by_others": "What others say about it",
    "of_others": "What this side says about others",
    "commentary": "Commentary, nobody's position",
}


def statements_behind(
    statements: pd.DataFrame, current: pd.DataFrame, *, holders: Sequence[str], issue: str, as_of: dt.date
) -> pd.DataFrame:
    """Whole rows of `statements` on the issue said by or about the holders, newest first.

    `holders` are the ids of one cell: a party, or a grouping with its members. `current` is the
    table of `current_statements`. A column `part`, a key of PARTS, says why a row is there.
    Nothing said after `as_of` is in it.
    """
    known = statements[(statements["issue"] == issue) & (statements["day"] <= pd.Timestamp(as_of))]
    mine = known["party"].isin(list(holders)) | known["member"].isin(list(holders))
    about = known["about"].map(lambda sides: not set(holders).isdisjoint(sides))
    part = pd.Series(None, index=known.index, dtype="object")
    part[mine & known["own"]] = "other"
    part[mine & known["id"].isin(current["id"])] = "position"
    part[mine & (known["authority"] == "individual")] = "dissent"
    part[mine & (known["mode"] == "attributed")] = "of_others"
    part[about & (known["mode"] == "attributed")] = "by_others"
    part[about & (known["mode"] == "commentary")] = "commentary"
    behind = known.assign(part=pd.Categorical(part, categories=list(PARTS)))
    behind = behind[behind["part"].notna()]
    return behind.sort_values(["part", "day", "rank"], ascending=[True, False, False], ignore_index=True)
