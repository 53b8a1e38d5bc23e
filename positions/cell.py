"""One cell: what a column amounts to on one issue as of a day, or which kind of blank it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from positions.analysis.gap import BY_NAME, CONTRADICTS, FIRM, SPLIT, WEAK, Placed, Point
from positions.analysis.grouping import Cluster, Grouped, grouped
from positions.analysis.position import Line, Position, position_of
from positions.analysis.words import Stance, counting
from positions.model.dossier import LeftOut
from positions.tables import Tables

# Every state of a cell; old and by name may come on top of the first three.
STATES: dict[str, str] = {
    "stated": "a position, or words on an issue without a scale; of a grouping one that all who spoke share",
    "weak": "only words of low confidence are current; in no headline",
    "split": "members of a grouping that stand on different steps; it has no position of its own",
    "ambiguous": "sourced words that do not fit the scale, or a measure bounded in time alone",
    "declined": "a sourced refusal to say",
    "text_only": "only a draft, or a text shared with another side",
    "individuals": "only individuals spoke, who do not bind their side",
    "does_not_know": "the side was asked, and its answer is coded as not knowing",
    "not_stated": "sources were read and nothing was found",
    "not_researched": "no source was read for this by then, or only openings, or no search is recorded",
    "not_applicable": "the question does not arise for this party",
    "left_out": "only words that the reader has left out: older ones, or those that are not cleared",
}
PLACED_STATES = ("stated", "weak", "split")
MOST_LINES = 3  # words without a step that a cell shows
_SILENT = Position()
BLANK_STATES = tuple(state for state in STATES if state not in PLACED_STATES)


@dataclass(frozen=True)
class Cell:
    """A column on an issue. `last_step` is the length of its scale, None without one.

    `grouped` is None for an actor.

    `members` are the positions of a grouping's members by id, those with words only. `looked_in`
    counts the sources read by the day, and `openings` those of them of which only the opening was read.
    `missing` are the missing codes of tables that say why it is a blank of its kind.
    `old` says that the words that lead are from more than the
    dossier's `stale_after` days before.
    """

    holder: str
    name: str
    party: str
    kind: str
    issue: str
    issue_name: str
    last_step: float | None
    numeric: bool
    state: str
    position: Position
    grouped: Grouped | None
    members: Mapping[str, Position]
    as_of: dt.date
    looked_in: int
    openings: int
    missing: tuple[LeftOut, ...]
    old: bool

    @property
    def by_name(self) -> bool:
        """Whether it is a grouping of whose states fewer than half spoke, so that they are named."""
        if self.grouped is None or self.state not in PLACED_STATES:
            return False
        if self.last_step is None:
            return 2 * len(self.grouped.worded_states) < self.grouped.states
        return self.grouped.by_name

    @property
    def placed(self) -> bool:
        """Whether somebody stands on a step here: an actor, or members of a grouping."""
        return self.last_step is not None and self.state in PLACED_STATES

    @property
    def firm(self) -> bool:
        """Whether headlines and distances use it: no low confidence, no contradiction; of a grouping agreed.

        One that is told by name is not. A doubt of the coder between steps does not make it less firm; it
        widens the interval of its gaps.
        """
        return self.placed and self.state == "stated" and not (self.by_name or self.contradicts)

    @property
    def contradicts(self) -> bool:
        """Whether the words of an actor that lead contradict each other; a grouping of such is split."""
        return bool(self.position.point and self.position.point.contradicts)

    @property
    def blank(self) -> bool:
        """Whether the cell says why there is no position."""
        return self.state in BLANK_STATES

    @property
    def silent(self) -> bool:
        """Whether nothing was found, be it that sources were read or not."""
        return self.state in ("does_not_know", "not_stated", "not_researched")

    @property
    def only_openings(self) -> bool:
        """Whether nothing can be concluded from a blank because only openings were read."""
        return self.state == "not_researched" and self.openings > 0 and not self.missing

    @property
    def stances(self) -> tuple[tuple[str, Stance], ...]:
        """The words that lead, by actor: one for an actor, one per member for a grouping."""
        if self.grouped is None:
            return ((self.holder, self.position.point),) if self.position.point else ()
        clusters = self.grouped.clusters or self.grouped.weak
        return tuple(pair for one in clusters for pair in zip(one.members, one.stances, strict=True))

    @property
    def disputed(self) -> bool:
        """Whether a coder placed any of the words that lead elsewhere than the dossier does."""
        return self.placed and any(stance.disputed for _, stance in self.stances)

    @property
    def spoken(self) -> tuple[tuple[str, Position], ...]:
        """The positions behind the cell by actor; the actor's own under ""."""
        return tuple(self.members.items()) if self.grouped is not None else (("", self.position),)

    @property
    def lines(self) -> tuple[tuple[str, Line], ...]:
        """Words that stand on no step, by member ("" for an actor), newest first; all that may be shown.

        Those of the kind that the state names; of a grouping on an issue without a scale one per member.
        """
        if self.grouped is None:
            return tuple(("", line) for line in _lines_for(self.state, self.position))
        found = [
            (member, line) for member, one in self.spoken for line in list(_lines_for(self.state, one))[:1]
        ]
        return tuple(sorted(found, key=lambda pair: -pair[1].day.toordinal()))

    @property
    def statements(self) -> tuple[str, ...]:
        """Ids of all statements that the cell shows: those that lead, the others, lines without a step."""
        found = [statement for _, stance in self.stances for statement in stance.statements]
        if self.grouped is not None:
            found += [one for part in self.grouped.weak for said in part.stances for one in said.statements]
        for _, one in self.spoken:
            found += [statement for other in one.others for statement in other.statements]
            found += list(one.last.statements) if one.last else []
            found += [line.statement for line in one.lines[:1]] if one.point else []
            found += [one.former.statement] if one.former and self.silent else []
        found += [line.statement for _, line in self.lines[:MOST_LINES]]
        return tuple(dict.fromkeys(found))

    @property
    def for_gaps(self) -> Placed | None:
        """The cell as `pair_gap` takes it; None where nobody stands on a step."""
        if not self.placed:
            return None
        if self.grouped is None:
            point = self.position.point
            assert point is not None
            points = tuple(Point(one.low, one.high, one.doubt, (), (one,)) for one in point.apart)
            return Placed(self.holder, _basis(self), points, (point, *self.position.others), self.old)
        reach = tuple(
            stance for one in self.members.values() if one.point for stance in (one.point, *one.others)
        )
        few = self.grouped.members if self.by_name else ()
        return Placed(self.holder, _basis(self), _points(self.grouped), reach, self.old, few)


def _lines_for(state: str, position: Position) -> Iterator[Line]:
    """The lines of a position of the kind that a cell's state names."""
    if state == "text_only":
        yield from position.texts
    elif state == "individuals":
        yield from position.individuals
    elif position.point is None:
        yield from position.lines


def cell_of(tables: Tables, holder: str, issue: str, as_of: dt.date, oldest: int | None = None) -> Cell:
    """The cell of a party or member on an issue; `oldest` leaves out words older than so many days."""
    return weighed_cell(
        tables, holder, issue, as_of, lambda actor: _position(tables, actor, issue, as_of, oldest)
    )


def weighed_cell(
    tables: Tables, holder: str, issue: str, as_of: dt.date, weigh: Callable[[str], Position]
) -> Cell:
    """The same with the positions of actors that `weigh` gives, where the question arises for them."""
    applies = _applies(tables, holder, issue)
    actor, owner = tables.actors[holder], tables.owners[holder]
    scale = tables.scales[issue]
    membership = tables.memberships.get(holder)
    members: dict[str, Position] = {}
    both: Grouped | None = None
    position = Position()
    if membership:
        each = {one: weigh(one) for one in (*membership.states, *membership.bodies) if applies}
        members = {one: found for one, found in each.items() if found != Position()}
        both = grouped(members, membership)
    elif applies:
        position = weigh(holder)
    searched = (owner if not membership else holder, issue, as_of)
    looked_in, openings = tables.sources_read(*searched), tables.openings_read(*searched)
    place = holder, issue, as_of
    state = _state(tables, place, position, (members, both), looked_in - openings)
    state, missing = _told_missing(state, tables.missing_codes(*place))
    return Cell(
        holder=holder,
        name=actor.name,
        party=owner,
        kind=getattr(actor, "kind", "") if holder == owner else "member",
        issue=issue,
        issue_name=scale.name,
        last_step=scale.length if scale.measured else None,
        numeric=scale.numeric is not None,
        state=state,
        position=position,
        grouped=both,
        members=members,
        as_of=as_of,
        looked_in=looked_in,
        openings=openings,
        missing=missing,
        old=holder not in tables.lasting and state in PLACED_STATES and _old(position, both, tables, as_of),
    )


def _told_missing(state: str, codes: tuple[LeftOut, ...]) -> tuple[str, tuple[LeftOut, ...]]:
    """The state where missing codes may tell it, with those that do; of several kinds the first of STATES."""
    if state in ("not_stated", "not_researched"):
        state = min((one.blank for one in codes if one.blank), key=list(STATES).index, default=state)
    return state, tuple(one for one in codes if one.blank == state)


def position_at(tables: Tables, actor: str, issue: str, as_of: dt.date, oldest: int | None) -> Position:
    """The position of an actor on an issue as of a day; none where the question does not arise."""
    return _position(tables, actor, issue, as_of, oldest) if _applies(tables, actor, issue) else Position()


def _applies(tables: Tables, holder: str, issue: str) -> bool:
    return tables.owners[holder] not in tables.scales[issue].not_applicable


def _position(tables: Tables, actor: str, issue: str, as_of: dt.date, oldest: int | None) -> Position:
    window, limit = tables.dossier.window, None if actor in tables.lasting else oldest
    words = tables.words.get((actor, issue), ())
    known = counting(words, as_of, window=window, oldest=limit)
    if not known:  # of a wide dossier most cells
        return _SILENT
    return position_of(known, as_of, window=window, oldest=limit)


def _state(
    tables: Tables,
    place: tuple[str, str, dt.date],
    position: Position,
    inside: tuple[Mapping[str, Position], Grouped | None],
    read: int,
) -> str:
    """The key of STATES; a grouping without anybody on a step is what the most telling member is."""
    holder, issue, as_of = place
    members, both = inside
    if not _applies(tables, holder, issue):
        return "not_applicable"
    if both is not None and (both.clusters or both.weak):
        if not both.clusters:
            return "weak"
        return "stated" if both.agreed else "split"
    spoken = list(members.values()) if both is not None else [position]
    states = [actor_state(one, scaled=tables.scales[issue].measured) for one in spoken]
    for state in STATES:
        if state in states and state != "not_stated":
            return state
    speak = (holder, *tables.members.get(holder, ()))
    if tables.withheld and any(tables.withheld.spoke(one, issue, as_of) for one in speak):
        return "left_out"
    return "not_stated" if read else "not_researched"


def actor_state(position: Position, *, scaled: bool) -> str:
    """The key of STATES for an actor by its position alone; what was looked in is left to its cell."""
    if position.point:
        return "weak" if position.weak else "stated"
    if position.lines:
        return "declined" if position.refused else "ambiguous" if scaled else "stated"
    if position.texts:
        return "text_only"
    if position.individuals:
        return "individuals"
    return "left_out" if position.left_out else "not_stated"


def _old(position: Position, both: Grouped | None, tables: Tables, as_of: dt.date) -> bool:
    """Whether all the words that lead had grown old by a day."""
    if both is not None:
        spoke = [
            pair
            for one in (both.clusters or both.weak)
            for pair in zip(one.members, one.stances, strict=True)
        ]
        states = [stance.day for member, stance in spoke if member in both.spoke_states]
        days = states or [stance.day for _, stance in spoke]
    else:
        days = [position.point.day] if position.point else [line.day for line in position.lines[:1]]
    return bool(days) and all(tables.old(day, as_of) for day in days)


def _points(both: Grouped) -> tuple[Point, ...]:
    """The points of a grouping: the steps that all share, or one for each part of it."""
    clusters = both.clusters or both.weak
    if both.common is None:
        return tuple(_point(one) for one in clusters)
    members = tuple(member for one in clusters for member in one.members)
    stances = tuple(stance for one in clusters for stance in one.stances)
    doubt = all(one.doubt for one in clusters)
    return (Point(*both.common, doubt=doubt, members=members, stances=stances, shared=True),)


def _point(cluster: Cluster) -> Point:
    return Point(cluster.low, cluster.high, cluster.doubt, cluster.members, cluster.stances)


def _basis(cell: Cell) -> str:
    if cell.state == "split":
        return SPLIT
    if cell.state == "weak":
        return WEAK
    if cell.contradicts:
        return CONTRADICTS
    return BY_NAME if cell.by_name else FIRM
