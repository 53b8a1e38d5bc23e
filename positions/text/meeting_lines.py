"""What would have to move on an issue: a list of where each side stands, and one of the moves of each pair.

What a side said, when, and on what condition is told once; a pair repeats the conditions alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.analysis.meeting import Meeting
from positions.text.gaps import touch_words
from positions.text.meeting import (
    FARTHEST,
    between_words,
    conditions_told,
    move_length,
    parts_of,
    same_words,
    scale_noun,
)
from positions.text.meeting_side import Side, Sides, sides_of
from positions.text.sentences import Entry
from positions.text.wording import capital, joined

if TYPE_CHECKING:
    from positions.analysis.gap import Gap
    from positions.view import View

STANDS, PAIRS = "where each stands", "the shortest move of either alone"


@dataclass(frozen=True)
class MeetingLines:
    """The sides of an issue that pairs are made of, in the order of columns and steps, and all pairs.

    The lead of a line names the issue with the side or the pair, so that it can stand alone. Of a split
    grouping there are the members that are nearest to or farthest from another side. Both lists are empty
    where no two sides can be compared.
    """

    stands: tuple[Entry, ...]
    pairs: tuple[Entry, ...]


def meeting_lines(view: View, issue: str) -> MeetingLines:
    """Both lists of an issue; of a split grouping a pair has its nearest and its farthest members."""
    known: Sides = {}
    told: dict[tuple[object, ...], Side] = {}
    pairs = []
    for gap in view.gaps_on(issue):
        for found, part in parts_of(gap):
            sides = sides_of(gap, found, view, known)
            told |= {_key(one): one for one in sides}
            pairs.append(_entry(sides, _pair(gap, found, sides, part)))
    places = {holder: place for place, holder in enumerate(view.columns)}
    ordered = sorted(told.values(), key=lambda one: (places[one.holder], one.point.low, one.point.high))
    return MeetingLines(tuple(_entry((one,), _stands(one)) for one in ordered), tuple(pairs))


def _entry(sides: Sequence[Side], sentences: Iterable[str]) -> Entry:
    lead = f"{sides[0].scale.name}, {' – '.join(one.name for one in sides)}"
    return Entry(lead, " ".join(one for one in sentences if one))


def _key(side: Side) -> tuple[object, ...]:
    return side.holder, side.name, side.point


def _stands(side: Side) -> Iterator[str]:
    """The steps, who said so, the conditions, and what else is to be known of the side."""
    yield f"{capital(side.steps)} {side.whose}."
    yield f"{capital(side.own_conditions)}." if side.own_conditions else "No condition is on record."
    if side.divided:
        yield f"{side.divided}; only the nearest and the farthest stand here."
    yield side.others


def _pair(gap: Gap, found: Meeting, sides: tuple[Side, Side], part: str) -> Iterator[str]:
    """The length with both ways, what lies between, the conditions, and which members these are."""
    issue = sides[0].scale
    if found.met:
        yield f"No move: {same_words(found, issue)}."
    elif not found.moves[0].least:
        rest = f"if not, {move_length(found.moves[0], issue)} for either alone"
        yield f"May be the same {scale_noun(issue)} already: the coder was unsure; {rest}."
    else:
        ways = (_way(found, sides, place) for place in (0, 1))
        yield f"{capital(move_length(found.moves[0], issue))}: {', or '.join(ways)}."
        yield between_words(found, issue)
    yield conditions_told(sides, found.met)
    yield _marked("Low confidence", [one.short for one in sides if one.weak])
    yield _marked("Old words", [one.short for one in sides if one.old])
    if part:
        split = all(one.split or not one.divided for one in sides)
        yield f"These are the {part} {'members' if split else 'ones'}."
    if gap.touch and not found.met and part != FARTHEST:
        yield f"{touch_words(gap, sides[0].tables)}."


def _marked(words: str, whose: Sequence[str]) -> str:
    return f"{words}: {joined(whose)}." if whose else ""


def _way(found: Meeting, sides: tuple[Side, Side], place: int) -> str:
    """Who alone would go where; of a grouping its members that spoke, by name where only some are meant."""
    side, other = sides[place], sides[1 - place]
    who = f"{side.long}," if side.point.members and not side.some else side.short
    unsure = " (the coder was unsure between these)" if other.point.doubt else ""
    return f"{who} alone to {other.place(found.moves[place].end)}{unsure}"
