"""Records to tables: the statements of a dossier as one pandas frame, sorted by day once."""

from __future__ import annotations

from operator import attrgetter

import pandas as pd

from positions.model.dossier import Dossier
from positions.model.fields import last_day
from positions.model.issues import Issue
from positions.model.parties import CELL_AUTHORITIES
from positions.model.statements import CELL_MODES, MODES, STATEMENT_COLUMNS, Statement
from positions.text.direction import bare

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
# What the columns hold that are not texts.
_TYPES = dict.fromkeys(("start", "end", "step_low", "step_high"), "float64") | {"about": "object"}


def statement_frame(dossier: Dossier) -> pd.DataFrame:
    """One row per statement, sorted by day, then rank; columns of statements.csv and DERIVED_COLUMNS.

    Texts are strings or missing, steps and offsets floats or NaN, `about` a tuple of ids.
    """
    columns = {
        name: pd.Series(list(map(attrgetter(name), dossier.statements)), dtype=_TYPES.get(name, "str"))
        for name in STATEMENT_COLUMNS
    }
    frame = pd.DataFrame(columns)
    return _derived(frame, dossier).sort_values(["day", "rank"], ignore_index=True)


def _derived(frame: pd.DataFrame, dossier: Dossier) -> pd.DataFrame:
    groupings = [party.id for party in dossier.parties if party.kind == "grouping"]
    speakers = {speaker.id: speaker for speaker in dossier.speakers}
    authorities = [speakers[one.speaker].when_saying(one.said_on).authority for one in dossier.statements]
    issues = {issue.id: issue for issue in dossier.issues}
    days = {text: last_day(text) for text in frame["said_on"].unique()}
    whole = frame["party"].where(~frame["party"].isin(groupings))
    frame["holder"] = frame["member"].fillna(whole).astype("str")
    frame["authority"] = pd.Series(authorities, dtype="str")
    frame["day"] = pd.to_datetime(frame["said_on"].map(days))
    frame["own"] = frame["mode"].isin(CELL_MODES) & frame["authority"].isin(CELL_AUTHORITIES)
    points = [_point(one, issues[one.issue]) for one in dossier.statements]
    point = pd.Series(points, dtype="float64")
    frame["placed"] = frame["own"] & point.notna() & frame["holder"].notna()
    frame["point"] = point
    frame["rank"] = _rank(frame)
    return frame


def _point(statement: Statement, issue: Issue) -> float:
    """The middle of the places that a statement names; NaN where it names none."""
    placed = issue.placement(statement)
    return sum(placed) / 2 if placed else float("nan")


def _rank(frame: pd.DataFrame) -> pd.Series:
    """Place of each row when sorted by authority, mode and what it says, weakest first; ids do not matter."""
    keys = pd.DataFrame(
        {
            "authority": frame["authority"].map({"principal": 3, "delegated": 2, "adviser": 1}).fillna(0),
            "mode": frame["mode"].map({mode: -place for place, mode in enumerate(MODES)}),
            **{name: frame[name].fillna("").map(bare) for name in ("source", "summary", "condition")},
        }
    )
    order = keys.sort_values(keys.columns.to_list()).index
    return pd.Series(range(len(order)), index=order).reindex(frame.index)
