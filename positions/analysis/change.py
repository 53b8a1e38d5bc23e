"""What changed between two days: every holder on every issue, and relative to whom it moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
import pandas as pd

FIRST, MOVED, RANGE, SAME = "first stated", "moved", "range changed only", "same step"
GONE, AGAIN, OLD = "no longer current", "current again", "current on neither day"
OTHERS = "other members counted"
NEW_WORDS, SAME_WORDS = "new words, no scale", "same words, no scale"
SILENT, NO_POSITION = "silent on both days", "no position on either day"
KINDS: dict[str, str] = {
    FIRST: "no position on the earlier day, one on the later",
    MOVED: "another point on the scale",
    RANGE: "the same point, another range of what was stated",
    SAME: "the same point and range",
    OTHERS: "a grouping whose members with a position are not the same; what moved cannot be told",
    GONE: "a position on the earlier day that is too old to count on the later",
    AGAIN: "a position too old to count on the earlier day, stated anew by the later",
    OLD: "a position that counts on neither of the two days",
    NEW_WORDS: "a later statement on an issue without a scale",
    SAME_WORDS: "no later statement on an issue without a scale",
    SILENT: "nothing found on either day",
    NO_POSITION: "refusals or words that cannot be placed, and no position, on either day",
}
CHANGED = (FIRST, MOVED, RANGE, OTHERS, AGAIN, GONE, NEW_WORDS)
TOWARD, AWAY, NEITHER = "toward", "away from", "did not move relative to"

_CELL = ["holder", "issue"]
_FIXED = ["name", "party", "steps", "members"]
_DAILY = ["state", "point", "low", "high", "statement", "named"]
_NOTHING = ("not_stated", "not_researched", "not_applicable")


@dataclass(frozen=True)
class Change:
    """One row of `changes`; steps are NaN and statements missing on a day without them."""

    holder: str
    issue: str
    name: str
    party: str
    steps: float
    members: int
    state_before: str
    point_before: float
    low_before: float
    high_before: float
    statement_before: str
    named_before: tuple[str, ...]
    state_after: str
    point_after: float
    low_after: float
    high_after: float
    statement_after: str
    named_after: tuple[str, ...]
    kind: str
    moved: float


@dataclass(frozen=True)
class Direction:
    """One row of `directions`: how `holder` moved relative to `other`; `nearer` is in steps."""

    issue: str
    holder: str
    other: str
    nearer: float
    direction: str


CHANGE_COLUMNS: tuple[str, ...] = tuple(field.name for field in fields(Change))
DIRECTION_COLUMNS: tuple[str, ...] = tuple(field.name for field in fields(Direction))


def changes(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """One row per holder and issue, changed or not, with CHANGE_COLUMNS, in the order of `after`.

    `before` and `after` are tables of `positions.standing.standing` as of two days. `kind` is a
    key of KINDS; a position counts on a day when it is placed and not stale. `moved` is the
    later point minus the earlier, in steps, 0 where the point is the same, and NaN unless the
    position counts on both days and, for a grouping, rests on the same members.
    """
    earlier = before[[*_CELL, *_DAILY]].rename(columns={name: f"{name}_before" for name in _DAILY})
    later = after[[*_CELL, *_FIXED, *_DAILY]].rename(columns={name: f"{name}_after" for name in _DAILY})
    table = later.merge(earlier, on=_CELL, how="left", validate="one_to_one")
    table["kind"] = _kinds(table)
    steps = table["point_after"] - table["point_before"]
    table["moved"] = steps.where(table["kind"].isin([MOVED, RANGE, SAME]))
    return table[list(CHANGE_COLUMNS)]


def _kinds(table: pd.DataFrame) -> np.ndarray:
    """The key of KINDS for each row; the first line that fits tells it."""
    point = {day: table[f"point_{day}"].notna() for day in ("before", "after")}
    counts = {day: point[day] & table[f"state_{day}"].eq("stated") for day in point}
    both = counts["before"] & counts["after"]
    words = table["steps"].isna() & table["statement_after"].notna()
    quiet = table["state_before"].isin(_NOTHING) & table["state_after"].isin(_NOTHING)
    moved = table["point_before"].ne(table["point_after"])
    wider = table["low_before"].ne(table["low_after"]) | table["high_before"].ne(table["high_after"])
    rules = {
        OTHERS: both & table["named_before"].ne(table["named_after"]),
        MOVED: both & moved,
        RANGE: both & wider,
        SAME: both,
        GONE: counts["before"],
        AGAIN: counts["after"] & point["before"],
        FIRST: counts["after"] | (words & table["statement_before"].isna()),
        OLD: point["after"],
        NEW_WORDS: words & table["statement_before"].ne(table["statement_after"]),
        SAME_WORDS: words,
        SILENT: quiet,
    }
    return np.select(list(rules.values()), list(rules), NO_POSITION)


def directions(table: pd.DataFrame, others: Sequence[str]) -> pd.DataFrame:
    """One row per row of `changes` that has a `moved` and each of `others`, with DIRECTION_COLUMNS.

    The other's position on the EARLIER day is what counts, so that a side is never said to have
    moved because the other did. `nearer` is the distance to it before minus the distance after,
    in steps: more than 0 is "toward", less "away from", 0 "did not move relative to". There is
    no row for an other without a position on the earlier day, nor for one's own party.
    """
    movers = table[table["moved"].notna()]
    fixed = table[table["holder"].isin(list(others)) & table["state_before"].eq("stated")]
    fixed = fixed.loc[fixed["point_before"].notna(), ["issue", "holder", "party", "point_before"]]
    fixed = fixed.rename(columns={"holder": "other", "party": "of_other", "point_before": "anchor"})
    pairs = movers.merge(fixed, on="issue")
    pairs = pairs[pairs["party"] != pairs["of_other"]].reset_index(drop=True)
    far = (pairs["point_before"] - pairs["anchor"]).abs()
    pairs["nearer"] = far - (pairs["point_after"] - pairs["anchor"]).abs()
    pairs["direction"] = np.select([pairs["nearer"] > 0, pairs["nearer"] < 0], [TOWARD, AWAY], NEITHER)
    return pairs[list(DIRECTION_COLUMNS)]


def new_at_ends(current: pd.DataFrame, holders: Sequence[str], issue: str) -> tuple[str, ...]:
    """Ids of the newest of the `current` statements at the low and at the high end of the range.

    `current` is the table of `current_statements`; `holders` are a side, or the members of a
    grouping that count. One id when one statement is at both ends, none without a statement.
    """
    known = current[current["holder"].isin(list(holders)) & (current["issue"] == issue)]
    low = known.loc[known["step_low"] == known["step_low"].min(), "id"].tail(1)
    high = known.loc[known["step_high"] == known["step_high"].max(), "id"].tail(1)
    return tuple(dict.fromkeys([*low, *high]))
