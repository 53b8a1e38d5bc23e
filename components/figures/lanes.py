"""One issue side by side on its scale: a lane per column, of a grouping one per member that spoke."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from components.figures.scale import CLAIMED, Reach, ScaleRow, Spot, scale_row
from positions.analysis.claims import claims_about
from positions.model.issues import Issue
from positions.model.statements import Statement
from positions.text.cell import blank_words, cell_words
from positions.text.wording import said_on_words
from positions.view import View, view_of

# Members of a grouping in these states have no lane.
_SILENT = ("not_stated", "not_researched", "not_applicable", "left_out")


@dataclass(frozen=True)
class Lane:
    """One line of the figure: whose it is, its mark or why it has none, and other current words.

    `inside` is the name of the grouping for a member that stands in it, else "". A claim has a lane
    of its own below the side that it is about, whose name `about` is, with who makes it as its name.
    """

    column: str
    name: str
    inside: str
    spot: Spot | None
    reaches: tuple[Reach, ...] = ()
    words: str = ""
    about: str = ""

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
    spot = next((one for one in row.spots if one.column == holder and cell.grouped is None), None)
    return Lane(
        column=holder,
        name=spot.label if spot else cell.name,
        inside=inside,
        spot=spot,
        reaches=tuple(one for one in row.reaches if one.column == holder),
        words="" if spot else blank_words(cell) if cell.blank else cell_words(cell, view.tables).title,
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
        yield Lane(holder, name, inside, _claimed(statement, issue, holder, name), about=tables.names[holder])


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
