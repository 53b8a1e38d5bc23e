"""Positions over time: the spans of days on which nothing changed, and the statements along them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from positions.analysis.position import DRAFT, Position
from positions.analysis.words import Stance, Words
from positions.model.statements import MODES

# Whose words they are: a text or measure of the side itself, or its words between quotation marks.
OWN_MODES = tuple(MODES.index(mode) for mode in ("official_text", "direct_quote", "action"))


@dataclass(frozen=True)
class Span:
    """An actor from `first` until the day `until` with one position; `until` is the next span's first.

    `point` is None where nothing with a day stands on a step; `old` says that the words had grown old.
    """

    first: dt.date
    until: dt.date
    point: Stance | None
    weak: bool
    old: bool
    position: Position


@dataclass(frozen=True)
class Placing:
    """What an actor said on one day on one range of steps; `statements` are ids, the strongest first.

    `own_words` says that one of them is not merely reported; `kind` is "", DRAFT for a document, or
    "adviser" and "individual" for those who do not lead.
    """

    day: dt.date
    low: float
    high: float
    doubt: bool
    statements: tuple[str, ...]
    own_words: bool
    kind: str = ""


def turning_days(
    words: Sequence[Words], old_after: int, as_of: dt.date, oldest: int | None = None
) -> list[dt.date]:
    """The days up to `as_of` on which a position can differ from the day before, in order.

    Those of the statements, the days on which they become old or older than a reader's `oldest`, on
    which a measure has lapsed or a government takes office, and `as_of` where anything was said before.
    Undated words have none.
    """
    days: set[dt.date] = set()
    for one in words:
        if not one.dated:
            continue
        days |= {one.day, one.day + dt.timedelta(days=old_after + 1)}
        days |= {one.day + dt.timedelta(days=oldest + 1)} if oldest is not None else set()
        days |= {one.ends} if one.ends else set()
        days |= {one.until + dt.timedelta(days=1)} if one.until else set()
    known = sorted(day for day in days if day < as_of)
    return [*known, as_of] if known or as_of in days else []


def spans(
    days: Sequence[dt.date],
    position: Callable[[dt.date], Position],
    grown_old: Callable[[dt.date, dt.date], bool],
) -> list[Span]:
    """The spans of one actor over the days of `turning_days`; spans that say the same are one.

    `grown_old` says whether words of the first day have grown old by the second.
    """
    found: list[Span] = []
    for first, until in pairwise([*days, *days[-1:]]):
        at = position(first)
        old = at.point is not None and grown_old(at.point.day, first)
        point = at.point if at.point and at.point.dated else None
        span = Span(first, until, point, at.weak, old, at)
        if found and _same(found[-1], span):
            found[-1] = Span(found[-1].first, until, span.point, span.weak, old, at)
        else:
            found.append(span)
    return found


def placings(words: Sequence[Words], as_of: dt.date) -> list[Placing]:
    """What one actor said on a step by the day, one entry per day, range and kind, in order of days.

    What has no day is not in it.
    """
    groups: dict[tuple[dt.date, float, float, bool, str], list[Words]] = defaultdict(list)
    for one in words:
        if one.low is not None and one.high is not None and one.dated and one.day <= as_of:
            groups[one.day, one.low, one.high, one.doubt, _kind(one)].append(one)
    return [
        Placing(
            *key[:4],
            statements=tuple(
                one.statement for one in sorted(rows, key=lambda one: (one.authority, one.mode, one.order))
            ),
            own_words=any(one.mode in OWN_MODES for one in rows),
            kind=key[4],
        )
        for key, rows in sorted(groups.items())
    ]


def _kind(one: Words) -> str:
    if one.document:
        return DRAFT
    return {2: "adviser", 3: "individual"}.get(one.authority, "")


def _same(before: Span, after: Span) -> bool:
    """Whether nothing that is drawn differs."""
    ends = [(one.point.ranges, one.point.doubt) if one.point else None for one in (before, after)]
    return ends[0] == ends[1] and (before.weak, before.old) == (after.weak, after.old)
