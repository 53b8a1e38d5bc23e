"""What changed for one actor on one issue between two days, and toward whom it moved.

Source of the rules: codebook, section 7.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from positions.analysis.position import Position
from positions.analysis.words import Stance

FIRST, MOVED, RANGE, RESTATED = "first on record", "moved", "other range", "restated"
AGAIN, UNPLACED, WORDS = "placed again", "newer words that do not fit the scale", "newer words"
PLACED = "placed after words that do not fit the scale"
WITHIN = "stated within these days, after earlier words"
UNDATED = "undated words"
SILENT, UNCHANGED, ENDED, NOTHING = (
    "silent since",
    "unchanged",
    "no words of the government in office",
    "nothing",
)
KINDS: dict[str, str] = {
    FIRST: "the first words that stand on a step; nothing earlier is on record",
    PLACED: "the first words that stand on a step; earlier ones are on record and do not fit the scale",
    WITHIN: "nothing on record by the earlier day, and more than one statement on a step since",
    MOVED: "newer words on another step",
    RANGE: "newer words that cover other steps around the same middle, steps that the coder was unsure of, "
    "or steps of words that contradict each other",
    RESTATED: "newer words on the same step",
    AGAIN: "words on a step after some that did not fit the scale or were of another government",
    UNPLACED: "newer words that do not fit the scale",
    WORDS: "newer words on an issue without a scale, or words that still do not fit one",
    UNDATED: "words without a day lead; nobody knows whether they are older than the two days",
    SILENT: "no newer words; those of the earlier day still stand",
    UNCHANGED: "newer words, but those that lead are the same",
    ENDED: "another government has taken office and nothing of it is on record",
    NOTHING: "nothing that could set a position on either day",
}
CHANGED = (MOVED, FIRST, WITHIN, PLACED, AGAIN, RANGE, UNPLACED, ENDED, WORDS, RESTATED)
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


@dataclass(frozen=True)
class Record:
    """The days of an actor's own words up to the later day, whoever governed: on a step, and on none."""

    placed: tuple[dt.date, ...]
    loose: tuple[dt.date, ...] = ()


def change(before: Position, after: Position, record: Record, since: dt.date) -> Change:
    """What changed from one day, `since`, to a later one.

    A position is the first on record only if nothing in the actor's record lies on or before `since`.
    """
    weak = before.weak or after.weak
    anchor = before.point
    if after.point:
        return _placed_change(before, after, record, since)
    if anchor:
        kind = UNPLACED if after.lines else SILENT if after.left_out else ENDED
        return Change(kind, before, after, weak=weak)
    if not after.lines:
        return Change(ENDED if after.former else NOTHING, before, after)
    newest = after.lines[0].day
    return Change(WORDS if newest > since else SILENT, before, after)


def _placed_change(before: Position, after: Position, record: Record, since: dt.date) -> Change:
    later, anchor = after.point, before.point
    assert later is not None
    if not later.dated:
        return Change(UNDATED, before, after, weak=after.weak)
    weak = before.weak or after.weak
    if anchor is None:
        return _anew(before, after, record, since)
    same = later.ranges == anchor.ranges
    if later.statements == anchor.statements or (same and later.day <= anchor.day):
        days = [one.day for one in after.others] + [one.day for one in after.lines]
        spoke = any(day > since for day in (*days, *record.placed, *record.loose))
        return Change(UNCHANGED if spoke else SILENT, before, after, weak=weak)
    if same:
        return Change(RESTATED, before, after, weak=weak)
    # Where newer words only displaced those that led, older ones lead again, and nobody moved.
    moved = _moved(anchor, later) if later.day > anchor.day else None
    return Change(MOVED if moved else RANGE, before, after, moved, weak=weak)


def _anew(before: Position, after: Position, record: Record, since: dt.date) -> Change:
    """What newer words on a step are where none led on the earlier day."""
    later, last = after.point, before.last
    assert later is not None
    if any(day <= since for day in record.placed):
        moved = _moved(last, later) if last else None
        return Change(AGAIN, before, after, moved, weak=after.weak, last=last)
    if any(day < later.day for day in record.placed):
        return Change(WITHIN, before, after, weak=after.weak)
    kind = PLACED if any(day < later.day for day in record.loose) else FIRST
    return Change(kind, before, after, weak=after.weak)


def _moved(earlier: Stance, later: Stance) -> float | None:
    """The difference of the middles; None where the two have a step in common, said or in doubt.

    None too where the words of either contradict each other, which stand on no single place, and where
    nobody knows the day of the earlier ones.
    """
    common = earlier.low <= later.high and later.low <= earlier.high
    sure = earlier.dated and not (earlier.contradicts or later.contradicts)
    return later.middle - earlier.middle if sure and not common else None


def direction(earlier: Stance, later: Stance, other: str, anchor: float) -> Direction:
    """How a move relates to `other`, whose point on the earlier day was `anchor`, in steps."""
    return Direction(other, abs(earlier.middle - anchor) - abs(later.middle - anchor))
