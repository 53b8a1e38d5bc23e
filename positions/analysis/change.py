"""What changed for one actor on one issue between two days, and toward whom it moved.

Source of the rules: codebook, section 7.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from positions.analysis.position import Position, Stance

FIRST, MOVED, RANGE, RESTATED = "first on record", "moved", "other range", "restated"
AGAIN, UNPLACED, WORDS = "placed again", "newer words that do not fit the scale", "newer words"
SILENT, UNCHANGED, ENDED, NOTHING = (
    "silent since",
    "unchanged",
    "no words of the government in office",
    "nothing",
)
KINDS: dict[str, str] = {
    FIRST: "the first words that stand on a step; nothing earlier is on record",
    MOVED: "newer words on another step",
    RANGE: "newer words that cover other steps around the same middle, or steps that the coder was unsure of",
    RESTATED: "newer words on the same step",
    AGAIN: "words on a step after some that did not fit the scale or were of another government",
    UNPLACED: "newer words that do not fit the scale",
    WORDS: "newer words on an issue without a scale, or words that still do not fit one",
    SILENT: "no newer words; those of the earlier day still stand",
    UNCHANGED: "newer words, but those that lead are the same",
    ENDED: "another government has taken office and nothing of it is on record",
    NOTHING: "nothing that could set a position on either day",
}
CHANGED = (MOVED, FIRST, AGAIN, RANGE, UNPLACED, ENDED, WORDS, RESTATED)
TOWARD, AWAY, NEITHER = "toward", "away from", "neither toward nor away from"


@dataclass(frozen=True)
class Change:
    """One actor between two days: what it said before and after, as positions.

    `moved` is the later point minus the earlier one in steps, None unless the kind is MOVED. `weak`
    says that one of the two rests on words of low confidence alone; `last` are the placed words with
    which the later ones are compared, where those of the earlier day did not count then.
    """

    kind: str
    before: Position
    after: Position
    moved: float | None = None
    weak: bool = False
    last: Stance | None = None


@dataclass(frozen=True)
class Direction:
    """How a move relates to where another stood on the EARLIER day; `nearer` is in steps."""

    other: str
    nearer: float

    @property
    def word(self) -> str:
        """Toward, away from, or neither."""
        return TOWARD if self.nearer > 0 else AWAY if self.nearer < 0 else NEITHER


def change(before: Position, after: Position, earlier: Iterable[dt.date], since: dt.date) -> Change:
    """What changed from one day, `since`, to a later one.

    `earlier` are the days of all statements of the actor that stand on a step, whoever governed;
    a position is the first on record only if none of them lies on or before `since`.
    """
    weak = before.weak or after.weak
    anchor = before.point
    if after.point:
        return _placed_change(before, after, any(day <= since for day in earlier))
    if anchor:
        return Change(UNPLACED if after.lines else ENDED, before, after, weak=weak)
    if not after.lines:
        return Change(NOTHING, before, after)
    newest = after.lines[0].day
    return Change(WORDS if newest > since else SILENT, before, after)


def _placed_change(before: Position, after: Position, known: bool) -> Change:
    later, anchor = after.point, before.point
    assert later is not None
    weak = before.weak or after.weak
    if anchor is None:
        if not known:
            return Change(FIRST, before, after, weak=after.weak)
        last = before.last
        moved = _moved(last, later) if last else None
        return Change(AGAIN, before, after, moved, weak=after.weak, last=last)
    if later.day <= anchor.day or later.statements == anchor.statements:
        days = [one.day for one in after.others] + [one.day for one in after.lines]
        kind = UNCHANGED if any(day > anchor.day for day in days) else SILENT
        return Change(kind, before, after, weak=weak)
    if (later.low, later.high) == (anchor.low, anchor.high):
        return Change(RESTATED, before, after, weak=weak)
    moved = _moved(anchor, later)
    return Change(MOVED if moved else RANGE, before, after, moved, weak=weak)


def _moved(earlier: Stance, later: Stance) -> float | None:
    """The difference of the middles; None where it is none, or where a doubt leaves room for no move."""
    unsure = (earlier.doubt or later.doubt) and earlier.low <= later.high and later.low <= earlier.high
    moved = later.middle - earlier.middle
    return None if unsure or not moved else moved


def direction(earlier: Stance, later: Stance, other: str, anchor: float) -> Direction:
    """How a move relates to `other`, whose point on the earlier day was `anchor`, in steps."""
    return Direction(other, abs(earlier.middle - anchor) - abs(later.middle - anchor))
