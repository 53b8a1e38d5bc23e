"""One issue side by side on its scale: a lane per column, of a grouping one per member that spoke."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from components.figures.scale import CLAIMED, Reach, Spot, reach_of, scale_row, spots_of
from positions.analysis.claims import claims_about
from positions.model.issues import Issue
from positions.model.statements import Statement
from positions.text.cell import blank_words, cell_words
from positions.text.coder_differences import coded_reach
from positions.text.gaps import WidestWords
from positions.text.stance import speakers_words, stance_day
from positions.text.wording import joined, place_numbers, said_on_words, short_steps
from positions.view import View, view_of

# Members of a grouping in these states have no lane.
_SILENT = ("does_not_know", "not_stated", "not_researched", "not_applicable", "left_out")


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

    @property
    def whole_name(self) -> str:
        """Its name with the grouping in which it stands, of a claim with whom it is about."""
        if self.claim:
            return f"{self.about} {self.name}"
        return f"{self.name} ({self.inside})" if self.inside else self.name

    def sentence(self, issue: Issue) -> str:
        """Whose it is, and where its marks stand or why it has none."""
        if not self.spots:
            return f"{self.whole_name}: {self.words}"
        return f"{self.whole_name} at {joined([_place(spot, issue) for spot in self.spots])}"


def _place(spot: Spot, issue: Issue) -> str:
    number = "" if issue.numeric else f"{place_numbers(issue, spot.low, spot.high)}, "
    coders = f" ({coded_reach(issue, spot.coded)})" if spot.coded else ""
    return f"{number}{short_steps(issue, spot)}{coders}"


@dataclass(frozen=True)
class IssueScale:
    """An issue with its lanes, and the widest gap with both ends."""

    issue: Issue
    lanes: Sequence[Lane]
    gap: WidestWords
    ends: tuple[float, float] | None

    @property
    def apart(self) -> bool:
        """Whether the widest gap has two ends."""
        return self.ends is not None and self.ends[0] != self.ends[1]


def issue_scale(view: View, issue: Issue) -> IssueScale:
    """The lanes of a view on an issue with a scale."""
    lanes, row = issue_lanes(view, issue), scale_row(view, issue)
    return IssueScale(issue, lanes, row.gap, row.ends)


def issue_lanes(view: View, issue: Issue) -> tuple[Lane, ...]:
    """The lanes of an issue with a scale, in the order of the columns, each followed by claims about it."""
    members = {column: _members(view, column, issue) for column in view.columns}
    holders = [holder for column, inside in members.items() for holder in inside or (column,)]
    alone = _view_of_lanes(view, holders, issue)
    claims = claims_by_side(view, (*holders, *view.columns), issue)
    return tuple(
        lane
        for column, inside in members.items()
        for name in (view.tables.names[column] if inside else "",)
        for lane in (
            *(one for holder in inside or (column,) for one in _lanes(alone, holder, name, issue, claims)),
            *(_claim(view, one, column, name, issue) for one in claims.get(column, ()) if inside),
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


def _lanes(
    view: View, holder: str, inside: str, issue: Issue, claims: Mapping[str, Sequence[Statement]]
) -> Iterator[Lane]:
    cell = view.cell(holder, issue.id)
    spots = tuple(spots_of(cell, view)) if cell.grouped is None else ()
    point = cell.position.point
    yield Lane(
        column=holder,
        name=spots[0].label if spots else cell.name,
        inside=inside,
        spots=spots,
        reaches=tuple(reach_of(cell)),
        words="" if spots else blank_words(cell) if cell.blank else cell_words(cell, view.tables).title,
        said=f"{stance_day(point, view.tables)} · {speakers_words(point, view.tables)}" if point else "",
    )
    for one in claims.get(holder, ()):
        yield _claim(view, one, holder, inside, issue)


def claims_by_side(view: View, holders: Sequence[str], issue: Issue) -> dict[str, list[Statement]]:
    """By holder the latest placed claim about it of each other side or member, newest first."""
    made = claims_about(view.tables.statements, holders, issue.id, view.day)
    placed = made[made["point"].notna()].drop_duplicates(["described", "party", "member"])
    found: dict[str, list[Statement]] = {}
    for described, one in zip(placed["described"], placed["id"], strict=True):
        found.setdefault(described, []).append(view.tables.by_id[one])
    return found


def _claim(view: View, statement: Statement, holder: str, inside: str, issue: Issue) -> Lane:
    names = view.tables.names
    by = names[statement.member or statement.party or ""]
    name = f"as {by} says, {said_on_words(statement.said_on)}"
    return Lane(holder, name, inside, (_claimed(statement, issue, holder, name),), about=names[holder])


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
