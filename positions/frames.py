"""Records to tables: the statements of a dossier as one pandas frame, sorted by day once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter

import numpy as np
import numpy.typing as npt
import pandas as pd

import positions.arrow  # noqa: F401 - texts of frames are Arrow's
from positions.model.dossier import Dossier
from positions.model.fields import last_day
from positions.model.issues import Issue
from positions.model.parties import CELL_AUTHORITIES, Authority
from positions.model.statements import CELL_MODES, MODES, STATEMENT_COLUMNS, Statement
from positions.text.direction import all_bare

# What a frame of statements has beyond the columns of statements.csv, and what each means.
DERIVED_COLUMNS: dict[str, str] = {
    "holder": "member if there is one, else party; missing where a statement sets no position",
    "authority": "authority of the speaker",
    "day": "said_on as a day; a bare month counts from its end",
    "own": "true when mode and authority let the statement set a cell",
    "placed": "own, and on a step or range of its issue's scale",
    "point": "middle of what is named, in steps or as a place on the numeric scale",
    "rank": "order within one day: authority, then mode, then what the statement says",
}
# Those who bind nobody have none of these.
_RANKS = {authority: rank for rank, authority in enumerate(reversed(CELL_AUTHORITIES), start=1)}
# What the columns hold that are not texts.
_TYPES = dict.fromkeys(("start", "end", "step_low", "step_high"), "float64") | {"about": "object"}


def statement_frame(dossier: Dossier) -> pd.DataFrame:
    """One row per statement, sorted by day, then rank; columns of statements.csv and DERIVED_COLUMNS.

    Texts are strings or missing, steps and offsets floats or NaN, `about` a tuple of ids. Each column is
    sorted as it is made, so that one of them is in memory twice and not the frame.
    """
    statements, speakers = dossier.statements, {speaker.id: speaker for speaker in dossier.speakers}
    authorities = [speakers[one.speaker].when_saying(one.said_on).authority for one in statements]
    ranks, order = _ranks_and_order(statements, authorities)

    def column(values: Iterable[object], dtype: str = "str") -> pd.Series:
        return pd.Series(list(values), dtype=dtype).take(order).reset_index(drop=True)

    issues = {issue.id: issue for issue in dossier.issues}
    columns = {
        name: column(map(attrgetter(name), statements), _TYPES.get(name, "str")) for name in STATEMENT_COLUMNS
    }
    frame = pd.DataFrame(columns)
    frame["holder"] = _holder(frame, dossier)
    frame["authority"] = column(authorities)
    frame["day"] = pd.to_datetime(column((last_day(one.said_on) for one in statements), "object"))
    frame["own"] = frame["mode"].isin(CELL_MODES) & frame["authority"].isin(CELL_AUTHORITIES)
    point = column((_point(one, issues[one.issue]) for one in statements), "float64")
    frame["placed"] = frame["own"] & point.notna() & frame["holder"].notna()
    frame["point"] = point
    frame["rank"] = ranks
    return frame


def _holder(frame: pd.DataFrame, dossier: Dossier) -> pd.Series:
    groupings = [party.id for party in dossier.parties if party.kind == "grouping"]
    whole = frame["party"].where(~frame["party"].isin(groupings))
    return frame["member"].fillna(whole).astype("str")


def _point(statement: Statement, issue: Issue) -> float:
    """The middle of the places that a statement names; NaN where it names none."""
    placed = issue.placement(statement)
    return sum(placed) / 2 if placed else float("nan")


def _ranks_and_order(
    statements: Sequence[Statement], authorities: Sequence[Authority]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The rank and the place of each statement, by day, then rank."""
    strengths = list(map(_strength, statements, authorities))
    ranked = sorted(range(len(statements)), key=strengths.__getitem__)
    days = [last_day(one.said_on) for one in statements]
    ranks = np.array(sorted(range(len(ranked)), key=lambda rank: days[ranked[rank]]), dtype="int64")
    return ranks, np.array(ranked, dtype="int64")[ranks]


def _strength(one: Statement, authority: Authority) -> tuple[int, int, tuple[str, ...]]:
    """What ranks the statements of a day, the weakest lowest: authority, mode, what is said, never an id."""
    said = all_bare((one.source, one.summary, one.condition or ""))
    return _RANKS.get(authority, 0), -MODES.index(one.mode), said
