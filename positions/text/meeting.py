"""What would have to move, in the words of the scale: both directions, the conditions, and what to know.

No verb here asks anything of anybody, and neither side's move comes first but by the order of columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.analysis.gap import Gap
from positions.analysis.meeting import Meeting, Move, meetings
from positions.model.issues import Issue
from positions.text.gaps import touch_words
from positions.text.meeting_side import Side, Sides, sides_of
from positions.text.wording import (
    SCALE_RULE,
    capital,
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
NEAREST, FARTHEST = "nearest", "farthest"
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
    known: Sides = {}
    return tuple(
        _words(gap, one, part, sides_of(gap, one, view, known)) for gap in gaps for one, part in parts_of(gap)
    )


def conditions_of(gap: Gap, view: View) -> tuple[str, ...]:
    """The conditions of the two points of a gap, each with whose it is; none where none is on record."""
    sides = sides_of(gap, meetings(gap)[0], view, {})
    return tuple(one for side in sides for one in side.conditions)


def parts_of(gap: Gap) -> Iterator[tuple[Meeting, str]]:
    """The meetings of a gap; of several with which of a side's words or members they are, else ""."""
    found = meetings(gap)
    parts = (NEAREST, FARTHEST) if len(found) > 1 else ("",)
    return zip(found, parts, strict=True)


def _words(gap: Gap, found: Meeting, part: str, sides: tuple[Side, Side]) -> MeetingWords:
    issue = sides[0].scale
    conditions, notes = _conditions(sides, found.met), _notes(gap, found, sides, part)
    same = same_words(found, issue) if found.met else ""
    moves = [f"no move: {same}" if found.met else move_words(found, sides, place) for place in (0, 1)]
    lead = f"On {issue_words(issue)}, "
    if found.met:
        whose = "; ".join(f"{one.short} {one.whose}" for one in sides)
        told = f"{lead}{_both(sides)} name {same}, so that no move is needed: {whose}."
    elif not found.moves[0].least:
        told = _perhaps_met(found, sides, lead)
    else:
        head = f"{lead}either of these moves would bring {_both(sides)} to the same {scale_noun(issue)}."
        alone = zip(sides, moves, strict=True)
        told = " ".join((head, *(f"{capital(one.short)} alone: {move}." for one, move in alone)))
    between = between_words(found, issue)
    in_doubt = "" if found.met or found.moves[0].least else _IN_DOUBT.format(noun=scale_noun(issue))
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


def _both(sides: Sequence[Side]) -> str:
    return " and ".join(one.long for one in sides)


def move_words(found: Meeting, sides: tuple[Side, Side], place: int) -> str:
    """The length, from where with whose words they are, and to where."""
    move, side, other = found.moves[place], sides[place], sides[1 - place]
    start, end = side.place(move.start), other.place(move.end)
    unsure = ", between which the coder was unsure" if other.point.doubt else ""
    return f"{move_length(move, side.scale)}, from {start} {side.whose} to {end}{unsure}"


def scale_noun(issue: Issue) -> str:
    """What a place on a scale is called."""
    return "value" if issue.numeric else "step"


def move_length(move: Move, issue: Issue) -> str:
    """How long a move is; where a coder was in doubt "3 or 4 of 4 steps", "at most 2 of 4 steps"."""
    if not move.least < move.most:
        return gap_words(issue, move.least)
    if not move.least:
        return f"at most {gap_words(issue, move.most)}"
    between = "or" if move.most - move.least == 1 and not issue.numeric else "to"
    return gap_words(issue, f"{number_words(move.least)} {between} {number_words(move.most)}")


def same_words(found: Meeting, issue: Issue) -> str:
    """The steps that both name, or of which the coder was unsure for one while the other names them all."""
    one, other = found.points
    unsure = next((point for point in found.points if point.doubt), None)
    ends = (unsure.low, unsure.high) if unsure else (max(one.low, other.low), min(one.high, other.high))
    several = "s" if ends[0] != ends[1] and not unsure else ""
    return f"the same {scale_noun(issue)}{several}, {marked_steps(issue, *ends, doubt=unsure is not None)}"


def between_words(found: Meeting, issue: Issue) -> str:
    """The steps that lie between the two, if any do for certain."""
    if found.between is None or issue.numeric:
        return ""
    low, high = (int(place) for place in found.between)
    names = [marked_steps(issue, step, step) for step in range(low + 1, high)]
    return f"Between the two: {joined(names)}." if names else ""


def _conditions(sides: Sequence[Side], met: bool) -> str:
    """The conditions of both sides by whose they are, and of which side none is on record."""
    without = [one.short for one in sides if not one.conditions]
    if len(without) == len(sides):
        return "No condition is on record for either."
    none = f" None is on record for {without[0]}." if without else ""
    return f"{conditions_told(sides, met)}{none}"


def conditions_told(sides: Sequence[Side], met: bool) -> str:
    """The conditions of both sides by whose they are; "" where none is on record."""
    lead = "Conditions that still have to hold" if met else "Conditions that stand against either move"
    told = "; ".join(one for side in sides for one in side.conditions)
    return f"{lead}: {told}." if told else ""


def _perhaps_met(found: Meeting, sides: Sequence[Side], lead: str) -> str:
    """That two may stand together already, each with the steps in question, and how far apart at most."""
    noun, longest = scale_noun(sides[0].scale), move_length(found.moves[0], sides[0].scale)
    each = (f"{capital(one.short)}: {one.steps} {one.whose}." for one in sides)
    head = f"{lead}{_both(sides)} may name the same {noun} already: the coder was unsure."
    return " ".join((head, *each, _IF_NOT.format(length=longest)))


def _notes(gap: Gap, found: Meeting, sides: Sequence[Side], part: str) -> str:
    """What a reader must know beside it: a split, a doubt that decides, other or newer words."""
    tables = sides[0].tables
    touch = gap.touch and not found.met and part != FARTHEST
    told = (
        _split(sides, part),
        *(one.others for one in sides),
        f"{touch_words(gap, tables)}." if touch else "",
    )
    return " ".join(one for one in told if one)


def _split(sides: Sequence[Side], part: str) -> str:
    """Which sides are split or contradict themselves, and which of their members or words these are."""
    parts = [(one.divided, "members" if one.split else "ones") for one in sides if one.divided]
    return " ".join(f"{told}{f'; these are the {part} {noun}' if part else ''}." for told, noun in parts)
