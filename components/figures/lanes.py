"""One issue side by side on its scale: a lane per column, of a grouping one per member that spoke."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from components.figures.scale import CLAIMED, Reach, ScaleRow, Spot, scale_row
from positions.analysis.claims import claims_about
from positions.model.issues import Issue
from positions.model.statements import Statement
from positions.text.cell import blank_words, cell_words
from positions.text.stance import speakers_words, stance_day
from positions.text.wording import said_on_words
from positions.view import View, view_of

# Members of a grouping in these states have no lane.
_SILENT = ("not_stated", "not_researched", "not_applicable", "left_out")


@dataclass(frozen=True)
class Lane:
    """One line of the figure: whose it is, its marks or why it has none, and other current words.

    There are several marks where words name places apart; `spot` is the first. `said` is the day of the
    words of the marks with all who said them.

    `inside` is the name of the grouping for a member that stands in it, else "". A claim has a lane
    of its own below the side that it is about, whose name `about` is, with who makes it as its name.
    """

    column: str
    name: str
    inside: str
    spots: tuple[Spot, ...]
    reaches: tuple[Reach, ...] = ()
    words: str = ""
    about: str = ""
    said: str = ""

    @property
    def spot(self) -> Spot | None:
        """Its first mark; None where it has none."""
        return self.spots[0] if self.spots else None

    @property
    def claim(self) -> bool:
        """Whether it shows what another side says."""
        return self.spot is not None and self.spot.role == CLAIMED


def issue_lanes(view: View, issue: Issue) -> tuple[Lane, ...]:
    """The lanes of an issue with a scale, in the order of the columns, each followed by claims about it."""
    members = {column: _members(view, column, issue) for column in view.columns}
    holders = [holder for column, inside in members.items() for holder in inside or (column,)]
    alone = _view_of_lanes(view, holders, issue)
    row = scale_row(alone, issue)
    return tuple(
        lane
        for column, inside in members.items()
        for lane in (
            *_lanes(alone, inside or (column,), view.tables.names[column] if inside else "", row),
            *(_claims(view, column, view.tables.names[column], issue) if inside else ()),
        )
    )


def _members(view: View, column: str, issue: Issue) -> tuple[str, ...]:
    """The members of a grouping that said something and are no columns themselves; () for an actor."""
    inside = view.cell(column, issue.id).members
    return tuple(
        one for one in inside if one not in view.columns and view.cell(one, issue.id).state not in _SILENT
    )


def _view_of_lanes(view: View, holders: Sequence[str], issue: Issue) -> View:
    selection = replace(view.selection, parties=tuple(holders), unfolded=(), issues=(issue.id,))
    return view_of(view.tables, selection)


def _lanes(view: View, holders: Sequence[str], inside: str, row: ScaleRow) -> Iterator[Lane]:
    for holder in holders:
        yield _lane(view, holder, inside, row)
        yield from _claims(view, holder, inside, row.issue)


def _lane(view: View, holder: str, inside: str, row: ScaleRow) -> Lane:
    cell = view.cell(holder, row.issue.id)
    spots = tuple(one for one in row.spots if one.column == holder and cell.grouped is None)
    point = cell.position.point
    return Lane(
        column=holder,
        name=spots[0].label if spots else cell.name,
        inside=inside,
        spots=spots,
        reaches=tuple(one for one in row.reaches if one.column == holder),
        words="" if spots else blank_words(cell) if cell.blank else cell_words(cell, view.tables).title,
        said=f"{stance_day(point, view.tables)} · {speakers_words(point, view.tables)}" if point else "",
    )


def _claims(view: View, holder: str, inside: str, issue: Issue) -> Iterator[Lane]:
    """The latest placed claim of each side about a holder."""
    tables = view.tables
    made = claims_about(tables.statements, [holder], issue.id, view.day)
    placed = made[made["point"].notna()].drop_duplicates(["party", "member"])
    for one in placed["id"]:
        statement = tables.by_id[one]
        by = tables.names[statement.member or statement.party or ""]
        name = f"as {by} says, {said_on_words(statement.said_on)}"
        spot = _claimed(statement, issue, holder, name)
        yield Lane(holder, name, inside, (spot,), about=tables.names[holder])


def _claimed(statement: Statement, issue: Issue, holder: str, name: str) -> Spot:
    low, high = issue.placement(statement) or (0, 0)
    return Spot(
        column=holder,
        label=name,
        whose=name,
        low=low,
        high=high,
        doubt=statement.ranged and statement.spread != "said",
        role=CLAIMED,
        old=False,
        weak=False,
        statement=statement.id,
    )
