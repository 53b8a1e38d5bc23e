"""Every party and member on every issue as of a day: a position, or which kind of blank.

This is the one table behind matrix, gaps, evidence and exports. It only joins what the
measures in `positions.analysis` say.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import pandas as pd

from positions.analysis.current import current_of, current_positions
from positions.analysis.grouping import grouping_positions
from positions.analysis.latest import latest_words, own_of
from positions.analysis.search import search_text
from positions.csl import Source
from positions.frames import holder_frame, issue_frame, statement_frame
from positions.known import CELL, known_at
from positions.models import Dossier, Issue, Speaker, Statement
from positions.wording import Stand

STATES: dict[str, str] = {
    "stated": "a position, or words on an issue without a scale",
    "stale": "a position older than the dossier counts as current",
    "declined": "a sourced refusal to say",
    "ambiguous": "sourced words that cannot be placed on the scale",
    "text_only": "only in a draft never in force or in a text shared with another side; sets no position",
    "not_stated": "sources were searched and nothing was found",
    "not_researched": "no source was searched for this",
    "not_applicable": "the question does not arise for this party",
}


@dataclass(frozen=True, eq=False)
class Tables:
    """A dossier and the folder it came from, with its frames, each made once."""

    dossier: Dossier
    folder: Path

    @cached_property
    def statements(self) -> pd.DataFrame:
        """`positions.frames.statement_frame` of the dossier."""
        return statement_frame(self.dossier)

    @cached_property
    def searched(self) -> pd.Series:
        """What a search looks through, one folded text per row of `statements`."""
        return search_text(self.statements, self.names | {one.id: one.name for one in self.dossier.issues})

    @cached_property
    def holders(self) -> pd.DataFrame:
        """`positions.frames.holder_frame` of the dossier."""
        return holder_frame(self.dossier)

    @cached_property
    def issues(self) -> pd.DataFrame:
        """`positions.frames.issue_frame` of the dossier."""
        return issue_frame(self.dossier)

    @cached_property
    def by_id(self) -> dict[str, Statement]:
        """The statements by their id."""
        return {one.id: one for one in self.dossier.statements}

    @cached_property
    def names(self) -> dict[str, str]:
        """Display names of parties, members and speakers by id; the three share no id."""
        speakers = {one.id: one.name for one in self.dossier.speakers}
        return speakers | dict(zip(self.holders["holder"], self.holders["name"], strict=True))

    @cached_property
    def speakers(self) -> dict[str, Speaker]:
        """The speakers by their id."""
        return {one.id: one for one in self.dossier.speakers}

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The sources by their id."""
        return {one.id: one for one in self.dossier.sources}

    @cached_property
    def scales(self) -> dict[str, Issue]:
        """The issues by their id."""
        return {one.id: one for one in self.dossier.issues}

    @cached_property
    def membership(self) -> pd.DataFrame:
        """One row per grouping and member, in the dossier's order: member, grouping."""
        rows = [(member, party.id) for party in self.dossier.parties for member in party.member_ids]
        return pd.DataFrame(rows, columns=["member", "grouping"]).astype("str")

    @cached_property
    def members(self) -> dict[str, tuple[str, ...]]:
        """Ids of the members of each grouping, in the dossier's order."""
        return {party.id: party.member_ids for party in self.dossier.parties if party.kind == "grouping"}


@dataclass(frozen=True)
class Cell:
    """One row of `standing`; `state` is a key of STATES, steps are NaN where there are none."""

    holder: str
    name: str
    party: str
    kind: str
    issue: str
    issue_name: str
    steps: float
    state: str
    point: float
    point_low: float
    point_high: float
    low: float
    high: float
    statement: str
    said_on: str
    age: float
    former: bool
    statements: int
    sources: int
    named: tuple[str, ...]
    members: int
    thin: bool
    looked_in: int

    @property
    def placed(self) -> bool:
        """Whether the cell holds a current position on a scale."""
        return self.state == "stated" and self.point == self.point  # NaN is unlike itself

    @property
    def stand(self) -> Stand:
        """The point, with the steps that the words behind it cover."""
        return Stand(self.point, self.point_low, self.point_high)


# A reader who chooses another span asks for the same tables again.
@lru_cache(maxsize=16)
def counted_for(tables: Tables, days: int | None) -> Tables:
    """The same dossier with positions counted as current for that many days; None changes nothing."""
    if days is None or days == tables.dossier.stale_after:
        return tables
    return Tables(tables.dossier.model_copy(update={"stale_after": days}), tables.folder)


# A reader who opens a cell or steps back a day asks for the same table again; making it takes
# about 80 ms, and one of ours is some 100 kB.
@lru_cache(maxsize=64)
def standing(tables: Tables, as_of: dt.date) -> pd.DataFrame:
    """One row per holder and issue, holders and issues in the dossier's order.

    Columns: holder, issue, name, party, kind, steps (last step of the scale or NaN), state (a
    key of STATES), point, point_low, point_high, low, high (steps or NaN), statement, said_on,
    day, age (days), former (said by a government that has left office), statements, sources
    (counts, 0 for blanks), named (ids of the members that count, empty for a single
    government), members (size of the grouping, else 0), thin (fewer than half of the members),
    looked_in (sources searched). Nothing said after `as_of` is in it. The table is shared
    between callers: it is not to be changed.
    """
    issues = tables.issues["issue"]
    moments = pd.DataFrame({"issue": issues, "as_of": pd.Timestamp(as_of)})
    return standings(tables, moments).drop(columns=["as_of", "place"])


def standings(tables: Tables, moments: pd.DataFrame) -> pd.DataFrame:
    """The rows of `standing` at many days at once: one per holder and row of `moments`.

    `moments` has the columns issue and as_of, a day. Beyond the columns of `standing` there are
    as_of and place, which numbers holders and issues in the dossier's order; rows stand in
    that order, and in the order of `moments` within a cell.
    """
    cells = tables.holders.merge(tables.issues, how="cross", suffixes=("", "_of_issue"))
    cells = cells.rename(columns={"name_of_issue": "issue_name"})
    cells["place"] = range(len(cells))
    cells["looked_in"] = _looked_in(cells, tables.dossier)
    cells["members"] = cells["holder"].map({key: len(ids) for key, ids in tables.members.items()})
    cells["members"] = cells["members"].fillna(0).astype("int64")
    cells = cells.merge(moments.astype({"as_of": tables.statements["day"].dtype}), on="issue")
    cells = cells.merge(_positions(tables, moments), on=CELL, how="left")
    cells["state"] = _states(cells, tables)
    cells["former"] = cells["former"].eq(True)
    counts = ["statements", "sources"]
    cells[counts] = cells[counts].fillna(0).astype("int64")
    cells["named"] = [named if isinstance(named, tuple) else () for named in cells["named"]]
    cells["thin"] = (cells["members"] > 0) & (cells["named"].map(len) * 2 < cells["members"])
    return cells.drop(columns="stale")


def speaking_columns(cells: pd.DataFrame, columns: Sequence[str], issues: Sequence[str]) -> tuple[str, ...]:
    """The columns without those members of which nothing is known on any of the issues.

    Parties always stay: their silence is part of the comparison.
    """
    shown = cells[cells["issue"].isin(list(issues))]
    known = set(shown.loc[shown["statement"].notna() | (shown["kind"] != "member"), "holder"])
    return tuple(column for column in columns if column in known)


def comparable(cells: pd.DataFrame, holders: Sequence[str], issues: Sequence[str]) -> pd.DataFrame:
    """The rows of `standing` that enter gaps: current positions, in the order of issues, then holders."""
    stated = cells[(cells["state"] == "stated") & cells["holder"].isin(list(holders))]
    places = {
        "issue": {issue: place for place, issue in enumerate(issues)},
        "holder": {holder: place for place, holder in enumerate(holders)},
    }
    shown = stated[stated["issue"].isin(list(issues))]
    return shown.sort_values(["issue", "holder"], key=lambda column: column.map(places[str(column.name)]))


def _positions(tables: Tables, moments: pd.DataFrame) -> pd.DataFrame:
    """Of each holder, issue and day what its cell shows: a position, or else the latest words.

    In this order: a position that counts, fresh words that cannot be placed, fresh drafts and
    shared texts, then the same three when they are old.
    """
    known = known_at(tables.statements, moments.astype({"as_of": tables.statements["day"].dtype}))
    current, own = current_of(known, tables.dossier.window), own_of(known)
    firm, texts = own[own["firm"]], own[~own["firm"]]
    kinds = [
        (current_positions(current, tables.dossier.stale_after), current),
        (latest_words(firm, tables.dossier.stale_after), firm),
    ]
    if not texts.empty:  # most dossiers have none, and each kind costs 40 ms
        kinds.append((latest_words(texts, tables.dossier.stale_after), texts))
    groups = [grouping_positions(rows, evidence, tables.membership) for rows, evidence in kinds]
    return pd.concat([_first_found([rows for rows, _ in kinds]), _first_found(groups)])


def _first_found(kinds: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """One row per cell: that of the first of `kinds` in which it is fresh, else the first at all."""
    ranked = pd.concat([rows.assign(kind=place) for place, rows in enumerate(kinds)])
    ranked = ranked.sort_values(["stale", "kind"], kind="stable")
    return ranked.drop_duplicates(CELL).drop(columns="kind")


def _looked_in(cells: pd.DataFrame, dossier: Dossier) -> list[int]:
    """How many sources were searched for the cell's party and issue."""
    wholes = {party.id: party.part_of or party.id for party in dossier.parties}
    counts: dict[tuple[str, str], int] = {}
    for party, issue in {(party, issue) for party, issue in zip(cells["party"], cells["issue"], strict=True)}:
        counts[party, issue] = sum(
            (search.parties is None or wholes[party] in search.parties)
            and (search.issues is None or issue in search.issues)
            for search in dossier.searched
        )
    return [counts[key] for key in zip(cells["party"], cells["issue"], strict=True)]


def _states(cells: pd.DataFrame, tables: Tables) -> pd.Series:
    """The key of STATES for each cell; later lines overrule earlier ones."""
    dossier, known = tables.dossier, tables.statements
    said = cells["statement"].notna()
    unplaced = said & cells["steps"].notna() & cells["point"].isna()
    texts = cells["statement"].isin(known.loc[~known["firm"], "id"])
    never = {(party, issue.id) for issue in dossier.issues for party in issue.not_applicable}
    applies = [key not in never for key in zip(cells["party"], cells["issue"], strict=True)]
    states = pd.Series("not_researched", index=cells.index)
    states = states.mask(cells["looked_in"] > 0, "not_stated").mask(said, "stated")
    states = states.mask(cells["stale"].eq(True), "stale")
    states = states.mask(unplaced, "ambiguous").mask(texts, "text_only")
    states = states.mask(said & cells["statement"].isin(dossier.refusals), "declined")
    return states.where(pd.Series(applies, index=cells.index), "not_applicable")
