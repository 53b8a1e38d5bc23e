"""What would have to move, in the words of the scale: both directions, the conditions, and what to know.

No verb here asks anything of anybody, and neither side's move comes first but by the order of columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from positions.analysis.gap import SPLIT, Gap, Point
from positions.analysis.meeting import Meeting, Move, Places, meetings
from positions.analysis.position import ADVISER, BOUNDED, DRAFT, LOW, Stance
from positions.model.issues import Issue
from positions.text.cell import point_conditions
from positions.text.cell_sentences import attribution
from positions.text.gaps import touch_words
from positions.text.grouping import members_words
from positions.text.stance import UNSURE, WEAK, conditions_words, shown_others, stance_day
from positions.text.wording import (
    SCALE_RULE,
    age_words,
    capital,
    count_words,
    gap_words,
    issue_words,
    joined,
    marked_steps,
    number_words,
)

if TYPE_CHECKING:
    from positions.tables import Tables
    from positions.view import View

HEADS = ("Issue", "Pair", "If the first alone moved", "If the second alone moved", "Conditions", "To know")
RULE = (
    "A stated position is not a reservation point: it is what a side said, and not the least that it would "
    "accept. A move is the shortest way on the scale from the stated step of one side to that of another: "
    "counted, not forecast, given in both directions, and neither is preferred. Equal steps are an "
    f"assumption. {SCALE_RULE}"
)
_MOST_EVIDENCE = 4  # members whose words are told one by one
_FEW = 2  # members that are named again
_NEAREST, _FARTHEST = "nearest", "farthest"
_IN_DOUBT = "They may name the same {noun} already: the coder was unsure."
_IF_NOT = "If they do not, either alone would have to move, by {length}."


@dataclass(frozen=True)
class MeetingWords:
    """Two sides on one issue: `first` and `second` are the moves of each alone, `sentence` says it all.

    `pair` names them, a grouping of which few spoke, or that is split, by its members. `conditions` and
    `notes` may be empty. `gap` and `meeting` are what it was made of.
    """

    gap: Gap
    meeting: Meeting
    pair: str
    first: str
    second: str
    conditions: str
    notes: str
    sentence: str

    def texts(self, tables: Tables) -> tuple[str, ...]:
        """What stands under HEADS."""
        name = tables.scales[self.gap.issue].name
        return name, self.pair, self.first, self.second, self.conditions, self.notes


def meeting_words(view: View, gaps: Sequence[Gap]) -> tuple[MeetingWords, ...]:
    """Some gaps of a view as moves, in their order; of a split grouping its nearest and farthest members."""
    known: _Sides = {}
    return tuple(words for gap in gaps for words in _of_gap(gap, view, known))


def meeting_lines(view: View, issue: str) -> tuple[str, ...]:
    """What would have to move on an issue: a line for each pair that can be compared; none without any."""
    return tuple(one.sentence for one in meeting_words(view, view.gaps_on(issue)))


def conditions_of(gap: Gap, view: View) -> tuple[str, ...]:
    """The conditions of the two points of a gap, each with whose it is; none where none is on record."""
    sides = _sides(gap, meetings(gap)[0], view, {})
    return tuple(one for side in sides for one in side.conditions)


def _of_gap(gap: Gap, view: View, known: _Sides) -> Iterator[MeetingWords]:
    found = meetings(gap)
    parts = ("",) if gap.basis != SPLIT else ("",) if len(found) == 1 else (_NEAREST, _FARTHEST)
    for part, one in zip(parts, found, strict=True):
        yield _words(gap, one, part, _sides(gap, one, view, known))


def _sides(gap: Gap, found: Meeting, view: View, known: _Sides) -> tuple[_Side, _Side]:
    """Both sides of a meeting; one that another gap has already is that very one, with its words."""
    for holder, point, few in zip(gap.pair, found.points, gap.few, strict=True):
        if (gap.issue, holder, id(point)) not in known:
            known[gap.issue, holder, id(point)] = _Side(view, gap.issue, holder, point, few)
    one, other = found.points
    return known[gap.issue, gap.first, id(one)], known[gap.issue, gap.second, id(other)]


def _words(gap: Gap, found: Meeting, part: str, sides: tuple[_Side, _Side]) -> MeetingWords:
    issue = sides[0].scale
    conditions, notes = _conditions(sides, found.met), _notes(gap, found, sides, part)
    same = _same(found, issue) if found.met else ""
    moves = [f"no move: {same}" if found.met else _move(found, sides, place) for place in (0, 1)]
    lead = f"On {issue_words(issue)}, "
    if found.met:
        whose = "; ".join(f"{one.short} {one.whose}" for one in sides)
        told = f"{lead}{_both(sides)} name {same}, so that no move is needed: {whose}."
    elif not found.moves[0].least:
        told = _perhaps_met(found, sides, lead)
    else:
        head = f"{lead}either of these moves would bring {_both(sides)} to the same {_noun(issue)}."
        alone = zip(sides, moves, strict=True)
        told = " ".join((head, *(f"{capital(one.short)} alone: {move}." for one, move in alone)))
    between = _between(found, issue)
    in_doubt = "" if found.met or found.moves[0].least else _IN_DOUBT.format(noun=_noun(issue))
    return MeetingWords(
        gap=gap,
        meeting=found,
        pair=" – ".join(one.name for one in sides),
        first=moves[0],
        second=moves[1],
        conditions=conditions,
        notes=" ".join(one for one in (between, in_doubt, notes) if one),
        sentence=" ".join(one for one in (told, between, conditions, notes) if one),
    )


@dataclass(frozen=True)
class _Side:
    """A column on an issue at one of its points, in words; `few` are the members to name in its place."""

    view: View
    issue: str
    holder: str
    point: Point
    few: tuple[str, ...]

    @property
    def tables(self) -> Tables:
        return self.view.tables

    @property
    def scale(self) -> Issue:
        return self.tables.scales[self.issue]

    @cached_property
    def split(self) -> bool:
        return self.view.cell(self.holder, self.issue).state == "split"

    @cached_property
    def some(self) -> bool:
        """Whether it is a grouping of which some members are meant, so that they are named."""
        return bool(self.point.members) and (bool(self.few) or self.split)

    @cached_property
    def name(self) -> str:
        """The column by name; of a grouping of which some members are meant these."""
        name = self.tables.names[self.holder]
        return f"{members_words(self.point.members, self.tables)} ({name})" if self.some else name

    @cached_property
    def long(self) -> str:
        """The side where a sentence first names it."""
        whole = self.tables.in_sentence[self.holder]
        if self.some:
            return f"{whole} (only {members_words(self.point.members, self.tables, inside=True)})"
        return f"the members of {whole} that spoke" if self.point.members else whole

    @cached_property
    def short(self) -> str:
        """The side where the sentence names it again."""
        members, whole = self.point.members, self.tables.in_sentence[self.holder]
        if not members:
            return whole
        named = self.some and len(members) <= _FEW
        return members_words(members, self.tables, inside=True) if named else f"these members of {whole}"

    @cached_property
    def steps(self) -> str:
        """All that the point names."""
        return _named(self.point, self.scale)

    def place(self, at: Places) -> str:
        """Where a move begins or ends; of a range that was said, that it is the nearest of it."""
        if at == (self.point.low, self.point.high):
            return self.steps
        return f"{marked_steps(self.scale, *at)}, the nearest of {self.steps}"

    @cached_property
    def whose(self) -> str:
        """In brackets who said it, when and how; of many members their days."""
        members, stances = self.point.members, self.point.stances
        if len(members) < 2:
            return f"({self._evidence((members or (self.holder,))[0], stances[0])})"
        if len(members) <= _MOST_EVIDENCE:
            pairs = zip(members, stances, strict=True)
            told = (f"{self.tables.in_sentence[one]}: {self._evidence(one, said)}" for one, said in pairs)
            return f"({'; '.join(told)})"
        ordered = sorted(stances, key=lambda one: one.day)
        days = dict.fromkeys(stance_day(one, self.tables) for one in (ordered[0], ordered[-1]))
        names = "" if self.some else f"{members_words(members, self.tables, inside=True)}, "
        old = sum(self.tables.old(one.day, self.view.day) for one in stances)
        notes = (
            f"{names}words of {' to '.join(days)}",
            f"old words of {count_words(old, 'member')}" if old else "",
            UNSURE if self.point.doubt else "",
            WEAK if all(one.weak for one in stances) else "",
        )
        return f"({'; '.join(one for one in notes if one)})"

    def _evidence(self, holder: str, stance: Stance) -> str:
        weak = WEAK if stance.weak else ""
        old = self.tables.old(stance.day, self.view.day) and holder not in self.tables.lasting
        age = f"{age_words((self.view.day - stance.day).days)} old" if old else ""
        return attribution(stance, self.tables, weak, age)

    @cached_property
    def conditions(self) -> tuple[str, ...]:
        """Its conditions, of members by name."""
        whose: dict[str, list[str]] = {}
        for one, said in zip(self.point.members or (self.holder,), self.point.stances, strict=True):
            if said.conditions:
                told = "; ".join(point_conditions(said, self.scale, self.tables))
                whose.setdefault(told, []).append(self.tables.in_sentence[one])
        return tuple(f"{joined(names)} ({told})" for told, names in whose.items())

    @cached_property
    def others(self) -> str:
        """What else an actor's current words name, and that newer ones do not fit the scale."""
        position = self.view.cell(self.holder, self.issue).position
        if self.point.members or position.point is None:
            return ""
        whole = self.tables.in_sentence[self.holder]
        others = [
            f"{_named(one, self.scale)} ({attribution(one, self.tables, *_kind(one))})"
            for one in shown_others(position.point, position.others)
        ]
        told = [f"Other current words of {whole} name {'; '.join(others)}."] if others else []
        told += [f"Newer words of {whole} do not fit the scale."] if position.lines else []
        return " ".join(told)


_Sides = dict[tuple[str, str, int], _Side]  # by issue, column and the identity of the point


def _named(words: Point | Stance, issue: Issue) -> str:
    return marked_steps(issue, words.low, words.high, doubt=words.doubt)


def _kind(stance: Stance) -> tuple[str, ...]:
    kinds = {DRAFT: "in a draft or shared text", LOW: "low confidence", ADVISER: "an adviser"}
    kinds[BOUNDED] = "a measure bounded in time"
    conditions = (conditions_words(stance.conditions),) if stance.conditions else ()
    return (*((kinds[stance.kind],) if stance.kind in kinds else ()), *conditions)


def _both(sides: Sequence[_Side]) -> str:
    return " and ".join(one.long for one in sides)


def _move(found: Meeting, sides: tuple[_Side, _Side], place: int) -> str:
    """The length, from where with whose words they are, and to where."""
    move, side, other = found.moves[place], sides[place], sides[1 - place]
    start, end = side.place(move.start), other.place(move.end)
    unsure = ", between which the coder was unsure" if other.point.doubt else ""
    return f"{_length(move, side.scale)}, from {start} {side.whose} to {end}{unsure}"


def _noun(issue: Issue) -> str:
    return "value" if issue.numeric else "step"


def _length(move: Move, issue: Issue) -> str:
    """How long a move is; where a coder was in doubt "3 or 4 of 4 steps", "at most 2 of 4 steps"."""
    if not move.least < move.most:
        return gap_words(issue, move.least)
    if not move.least:
        return f"at most {gap_words(issue, move.most)}"
    between = "or" if move.most - move.least == 1 and not issue.numeric else "to"
    return gap_words(issue, f"{number_words(move.least)} {between} {number_words(move.most)}")


def _same(found: Meeting, issue: Issue) -> str:
    """The steps that both name, or of which the coder was unsure for one while the other names them all."""
    one, other = found.points
    unsure = next((point for point in found.points if point.doubt), None)
    ends = (unsure.low, unsure.high) if unsure else (max(one.low, other.low), min(one.high, other.high))
    several = "s" if ends[0] != ends[1] and not unsure else ""
    return f"the same {_noun(issue)}{several}, {marked_steps(issue, *ends, doubt=unsure is not None)}"


def _between(found: Meeting, issue: Issue) -> str:
    """The steps that lie between the two, if any do for certain."""
    if found.between is None or issue.numeric:
        return ""
    low, high = (int(place) for place in found.between)
    names = [marked_steps(issue, step, step) for step in range(low + 1, high)]
    return f"Between the two: {joined(names)}." if names else ""


def _conditions(sides: Sequence[_Side], met: bool) -> str:
    """The conditions of both sides by whose they are, and of which side none is on record."""
    without = [one.short for one in sides if not one.conditions]
    if len(without) == len(sides):
        return "No condition is on record for either."
    lead = "Conditions that still have to hold" if met else "Conditions that stand against either move"
    none = f" None is on record for {without[0]}." if without else ""
    return f"{lead}: {'; '.join(one for side in sides for one in side.conditions)}.{none}"


def _perhaps_met(found: Meeting, sides: Sequence[_Side], lead: str) -> str:
    """That two may stand together already, each with the steps in question, and how far apart at most."""
    noun, length = _noun(sides[0].scale), _length(found.moves[0], sides[0].scale)
    each = (f"{capital(one.short)}: {one.steps} {one.whose}." for one in sides)
    head = f"{lead}{_both(sides)} may name the same {noun} already: the coder was unsure."
    return " ".join((head, *each, _IF_NOT.format(length=length)))


def _notes(gap: Gap, found: Meeting, sides: Sequence[_Side], part: str) -> str:
    """What a reader must know beside it: a split, a doubt that decides, other or newer words."""
    tables = sides[0].tables
    touch = gap.touch and not found.met and part != _FARTHEST
    told = (
        _split(sides, part),
        *(one.others for one in sides),
        f"{touch_words(gap, tables)}." if touch else "",
    )
    return " ".join(one for one in told if one)


def _split(sides: Sequence[_Side], part: str) -> str:
    """Which groupings are split, so that their members are told, and which of them these are."""
    which = f"; these are the {part} members" if part else ""
    return " ".join(
        f"{capital(one.tables.in_sentence[one.holder])} is split and has no step of its own{which}."
        for one in sides
        if one.split
    )
