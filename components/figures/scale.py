"""Who stands where on one issue's scale: marks, ranges and the gap, laid out once for every medium.

Screen, PDF, slides, HTML and pictures draw a ScaleRow and decide nothing but the medium.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from positions.analysis.gap import Point
from positions.analysis.words import Stance
from positions.cell import Cell
from positions.model.issues import Issue
from positions.text.cell import blank_words
from positions.text.gaps import WidestWords, widest_words
from positions.text.grouping import members_words
from positions.text.stance import shown_others, stance_month
from positions.text.wording import joined, place_words
from positions.view import View

# What a mark means, the same everywhere; `theme.MARKS` says how each looks.
OWN, REPORTED, EARLIER, CLAIMED = "own", "reported", "earlier", "claimed"


@dataclass(frozen=True)
class Spot:
    """A mark: where words stand, in steps, whose they are, and how sure they are.

    `point` is the middle of `low` and `high`; where these differ the words cover them all, or, with
    `doubt`, the coder was unsure between them. `column` gives colour and shape. `role` is one of the
    four above; `old` and `weak` change the mark's look on top of it. `by_name` says that members are
    named in the place of their grouping, as `named` has them; `label` says all that names it, `short` the
    same with more than two members counted, `whose` only whose it is. `coded` are the ends of all steps at
    which codings put the words, None where no coding reaches beyond `low` and `high`.
    """

    column: str
    label: str
    low: float
    high: float
    doubt: bool
    role: str
    old: bool
    weak: bool
    statement: str
    split: bool = False
    by_name: bool = False
    named: str = ""
    short: str = ""
    whose: str = ""
    coded: tuple[float, float] | None = None

    @property
    def point(self) -> float:
        """Where the mark stands."""
        return (self.low + self.high) / 2


@dataclass(frozen=True)
class Reach:
    """Every step that other current words of a column name, from the lowest to the highest; drawn pale."""

    column: str
    low: float
    high: float


@dataclass(frozen=True)
class Blank:
    """Columns of which nobody stands on a step, and why, in words."""

    columns: tuple[str, ...]
    names: str
    words: str


@dataclass(frozen=True)
class ScaleRow:
    """One issue: marks in the order of the columns, and the widest gap with the ends of its line.

    `earlier` are the small marks of the earlier day, only where a column stood elsewhere then.
    """

    issue: Issue
    spots: tuple[Spot, ...]
    reaches: tuple[Reach, ...]
    earlier: tuple[Spot, ...]
    blanks: tuple[Blank, ...]
    gap: WidestWords
    ends: tuple[float, float] | None

    @property
    def last(self) -> float:
        """The last step of the scale."""
        return self.issue.length

    def before(self, column: str) -> Spot | None:
        """The small mark of a column, if it has one."""
        return next((spot for spot in self.earlier if spot.column == column), None)


def scale_rows(view: View) -> tuple[ScaleRow, ...]:
    """A row per issue with a scale, the widest gap first, with marks of the earlier day if one is chosen."""
    return tuple(scale_row(view, issue) for issue in view.by_gap)


def scale_row(view: View, issue: Issue) -> ScaleRow:
    """The row of one issue with a scale."""
    cells = view.row(issue.id)
    spots = tuple(spot for cell in cells for spot in spots_of(cell, view))
    widest = view.widest_on(issue.id)
    ends = sorted(point.middle for point in widest[0].nearest) if widest else []
    return ScaleRow(
        issue=issue,
        spots=spots,
        reaches=tuple(reach for cell in cells for reach in reach_of(cell)),
        earlier=tuple(_earlier(view, issue, spots)),
        blanks=tuple(_blanks(cells)),
        gap=widest_words(view, issue.id),
        ends=(ends[0], ends[1]) if ends else None,
    )


def spots_of(cell: Cell, view: View) -> Iterator[Spot]:
    """The marks of a cell: one for each place that the words of an actor name apart, or members stand on."""
    placed = cell.for_gaps
    points = [mark for point in placed.points for mark in point.marks] if placed else []
    for point in points:
        newest = max(point.stances, key=lambda one: one.day)
        old = cell.holder not in view.tables.lasting and all(
            view.tables.old(one.day, view.day) for one in point.stances
        )
        said_in = stance_month(newest, view.tables) if old else ""
        named = members_words(point.members, view.tables) if _by_name(cell) else ""
        yield Spot(
            column=cell.holder,
            label=_label(cell, point, view, named, said_in),
            low=point.low,
            high=point.high,
            doubt=point.doubt,
            role=_role(point.stances, view),
            old=old,
            weak=cell.state == "weak",
            statement=newest.statements[0],
            split=len(points) > 1,
            by_name=_by_name(cell),
            named=named,
            whose=members_words(point.members, view.tables, most=1) if named else cell.name,
            short=_label(cell, point, view, _counted(point, named), said_in),
            coded=_coded(point),
        )


def _coded(point: Point) -> tuple[float, float] | None:
    found = (point.coded.low, point.coded.high)
    return None if found == (point.low, point.high) else found


def _counted(point: Point, named: str) -> str:
    """More than two members by their number, fewer by their names."""
    return f"{len(point.members)} members" if named and len(point.members) > 2 else named


def _label(cell: Cell, point: Point, view: View, members: str, said_in: str) -> str:
    """The name, of a grouping how many states spoke or whose part it is, doubt, the month of old words."""
    low, high, issue = point.low, point.high, view.tables.scales[cell.issue]
    name = cell.name
    if cell.grouped:
        if members:
            name = f"{members} ({cell.name})"
        else:
            both = cell.grouped
            name = f"{cell.name} ({len(both.spoke_states)} of {both.states} {both.noun}s)"
    if point.doubt:
        name += f" ({_doubt(issue, low, high)})"
    return f"{name}, {said_in}" if said_in else name


def _doubt(issue: Issue, low: float, high: float) -> str:
    """Between which places the coder was unsure: "1 or 2", "1 to 3?"."""
    if issue.numeric:
        return f"{place_words(issue, low, high)}?"
    return f"{low} or {high}" if high - low == 1 else f"{low} to {high}?"


def _by_name(cell: Cell) -> bool:
    """Whether the members of a grouping stand in its place, each with its name."""
    return cell.grouped is not None and (cell.state == "split" or cell.by_name)


def _role(stances: Sequence[Stance], view: View) -> str:
    """Own words, unless all that lead are merely reported."""
    modes = {view.tables.by_id[stance.statements[0]].mode for stance in stances}
    return REPORTED if modes == {"reported_speech"} else OWN


def reach_of(cell: Cell) -> Iterator[Reach]:
    """The range of the current words of an actor, if they name more than one step."""
    point = cell.position.point if cell.grouped is None and cell.placed else None
    if point is None:
        return
    others = [one for one in shown_others(point, cell.position.others) if not one.doubt]
    steps = [step for one in (point, *others) for step in (one.low, one.high)]
    if others or (point.low != point.high and not point.doubt and not point.parts):
        yield Reach(cell.holder, min(steps), max(steps))


def _earlier(view: View, issue: Issue, spots: Sequence[Spot]) -> Iterator[Spot]:
    """Where columns with one mark stood on the chosen earlier day, if they had one mark elsewhere then."""
    since = view.selection.since
    if since is None or since >= view.day:
        return
    before = view.on(since)
    for spot in spots:
        if spot.split:
            continue
        found = list(spots_of(before.cell(spot.column, issue.id), before))
        if len(found) == 1 and not found[0].split and found[0].point != spot.point:
            one = found[0]
            yield replace(one, role=EARLIER, old=False, split=False, by_name=False, coded=None)


def _blanks(cells: Sequence[Cell]) -> Iterator[Blank]:
    """Each kind of blank once, with the columns of which it is true."""
    kinds: dict[str, list[Cell]] = {}
    for cell in cells:
        if not cell.placed:
            kinds.setdefault(blank_words(cell) if cell.blank else "no step", []).append(cell)
    for words, found in kinds.items():
        yield Blank(tuple(cell.holder for cell in found), joined([cell.name for cell in found]), words)
