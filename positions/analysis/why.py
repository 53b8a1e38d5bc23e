"""Why a cell says what it says: every statement behind it, as one that leads or with the rule it lost to.

The rules are those that `position_of` asks, noted while it asks them (codebook, section 6).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from positions.analysis.behind import leading_statements, statements_behind
from positions.analysis.position import Position, position_of
from positions.analysis.rule_path import Asked, NotedWay
from positions.analysis.words import Words
from positions.cell import Cell, actor_state
from positions.model.statements import Statement
from positions.tables import Tables

LEADS = "leads"
# Why a statement does not lead, in the order in which the rules ask; what never could comes last.
RULES: dict[str, str] = {
    "left_out": "older than the reader wants to see",
    "government": "of a government that has left office",
    "individual": "dissent: said by one who speaks for himself or herself",
    "draft": "a draft, or a text shared with another side",
    "lapsed": "a measure bounded in time, and its time is over",
    "bounded": "a measure bounded in time",
    "adviser": "of an adviser, while somebody of higher office has spoken",
    "unplaced": "fits no step of the scale, while words that do are current",
    "overtaken": "on a step, but newer words that fit none came more than the window later",
    "window": "older than the window",
    "superseded": "replaced: the same speaker said something newer",
    "low": "low confidence, while firmer words are current",
    "newer": "older than the words that lead",
    "authority": "of the same day, but of lower office",
    "mode": "of the same day and office, but reached us less directly",
    "doubt": "of the same day, office and mode, but placed in doubt",
    "beside": "of the same day, and told beside the first",
    "weak_member": "of a member of whom only low-confidence words are current, while others have firm ones",
    "unplaced_member": "of a member whose words fit no step, while others stand on one",
    "of_others": "what this side says of another one; it sets no cell",
    "by_others": "what another side says of this one; it sets no cell",
    "commentary": "commentary, which is nobody's position",
    "unnamed": "said in the name of the grouping; no member is named",
    "not_applicable": "the question does not arise for this side",
}
# What a member of a grouping counts for; the states of a cell that has no position come after these.
COUNTS, WEAK, THROUGH, SILENT = "counts", "weak", "through", "silent"


@dataclass(frozen=True)
class Reason:
    """One statement: it leads, or the rule of RULES to which it lost.

    `actor` is whose words were weighed, "" for what is nobody's own. `to` are the statements that
    displaced it, where they can be named. `shown` says that the cell tells it all the same.
    """

    statement: str
    actor: str
    rule: str
    to: tuple[str, ...]
    shown: bool


@dataclass(frozen=True)
class Counted:
    """What a member of a grouping counts for, and the body that is named for it where it was silent."""

    member: str
    part: str
    body: str = ""


@dataclass(frozen=True)
class Why:
    """The reasons for a cell: the statements that lead, then the others by rule; members of a grouping."""

    reasons: tuple[Reason, ...]
    members: tuple[Counted, ...]

    def by_rule(self) -> dict[str, tuple[Reason, ...]]:
        """The reasons under LEADS, then under each rule that decided something, in the order of RULES."""
        found: dict[str, list[Reason]] = defaultdict(list)
        for one in self.reasons:
            found[one.rule].append(one)
        return {rule: tuple(found[rule]) for rule in (LEADS, *RULES) if rule in found}


def why(cell: Cell, tables: Tables, oldest: int | None = None) -> Why:
    """Why a cell says what it says; `oldest` is what the cell was made with.

    Every statement behind the cell by its day is there once. Under a rule the newest comes first.
    """
    behind = statements_behind(cell, tables)
    weighed = {} if cell.state == "not_applicable" else _weighed(cell, tables, oldest)
    leading, shown = set(leading_statements(cell)), set(cell.statements)
    found = []
    for part, rows in behind.items():
        for one in rows:
            actor, rule, to = weighed.get(one.id) or _never(one, part, cell, tables)
            rule = LEADS if one.id in leading else rule or _in_cell(actor, cell)
            found.append(Reason(one.id, actor, rule, () if rule == LEADS else to, one.id in shown))
    order = {rule: place for place, rule in enumerate((LEADS, *RULES))}
    return Why(tuple(sorted(found, key=lambda one: order[one.rule])), _members(cell, tables))


_Weighed = tuple[str, str, tuple[str, ...]]


def _weighed(cell: Cell, tables: Tables, oldest: int | None) -> dict[str, _Weighed]:
    """By statement its actor, the rule that left it out ("" for none), and what displaced it."""
    found: dict[str, _Weighed] = {}
    for actor in tables.members.get(cell.holder) or (cell.holder,):
        words, way = tables.words.get((actor, cell.issue), ()), NotedWay()
        limit = None if actor in tables.lasting else oldest
        position_of(words, cell.as_of, window=tables.dossier.window, oldest=limit, way=way)
        found |= {one.statement: (actor, "", ()) for one in way.asked[-1].kept}
        for before, after in pairwise(way.asked):
            kept = {id(one) for one in after.kept}
            gone = [one for one in before.kept if id(one) not in kept]
            found |= {one.statement: (actor, after.rule, _displaced_by(one, after)) for one in gone}
    return found


def _displaced_by(one: Words, after: Asked) -> tuple[str, ...]:
    """The statements that took the place of words: newer ones of the speaker, or those on a step."""
    if after.rule == "superseded":
        return tuple(other.statement for other in after.kept if other.speaker == one.speaker)
    if after.rule == "unplaced":
        newest = max(other.day for other in after.kept)
        return tuple(other.statement for other in after.kept if other.day == newest)
    return ()


def _never(one: Statement, part: str, cell: Cell, tables: Tables) -> _Weighed:
    """What could not be weighed, by the part that it plays behind the cell."""
    if part in RULES:
        return "", part, ()
    if cell.state == "not_applicable":
        return "", "not_applicable", ()
    commentator = tables.speaker_of(one).authority == "commentator"
    return "", "commentary" if commentator else "unnamed", ()


def _in_cell(actor: str, cell: Cell) -> str:
    """The rule of the cell itself to which words lost that lead for their actor."""
    if not cell.placed:
        return "beside"
    return "weak_member" if cell.members[actor].point else "unplaced_member"


def _members(cell: Cell, tables: Tables) -> tuple[Counted, ...]:
    """What each member of a grouping counts for, those that count first; none for an actor."""
    membership = tables.memberships.get(cell.holder)
    if membership is None or cell.state == "not_applicable":
        return ()
    each = [_counted(one, cell) for one in (*membership.states, *membership.bodies)]
    return tuple(sorted(each, key=lambda one: one.part != COUNTS))


def _counted(member: str, cell: Cell) -> Counted:
    position, both = cell.members.get(member, Position()), cell.grouped
    assert both is not None
    body = next((body for body, states in both.through if member in states), "")
    if body:
        return Counted(member, THROUGH, body)
    if position.point:
        return Counted(member, WEAK if position.weak and both.clusters else COUNTS)
    if cell.last_step is None and position.lines:
        return Counted(member, COUNTS)
    state = actor_state(position, scaled=cell.last_step is not None)
    return Counted(member, SILENT if state == "not_stated" else state)
