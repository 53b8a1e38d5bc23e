"""A time axis that shortens long silence: where each day stands from 0 to 1, and what was left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from positions.text.wording import count_words, day_words

# A silence is shortened when it is longer than a month, than this share of the axis that remains, and
# than this many times the usual pause: an even record, however long, keeps its scale.
LEAST_DAYS, LEAST_SHARE, LEAST_PAUSES = 30, 0.12, 4
MOST_BREAKS, BREAK_WIDTH = 6, 0.06


@dataclass(frozen=True)
class Silence:
    """A stretch without a statement or event that is shortened: its ends, places and length in words."""

    first: dt.date
    last: dt.date
    left: float
    right: float
    words: str


@dataclass(frozen=True)
class Timeline:
    """The axis from its first to its last day; `knots` are days with their places, in order."""

    knots: tuple[tuple[dt.date, float], ...]
    silences: tuple[Silence, ...]

    @property
    def first(self) -> dt.date:
        """The day at the left end."""
        return self.knots[0][0]

    @property
    def last(self) -> dt.date:
        """The day at the right end."""
        return self.knots[-1][0]

    def words(self, day: Callable[[dt.date], str] = day_words) -> str:
        """Which silences are shortened, and how long they are; empty when there is none."""
        if not self.silences:
            return ""
        told = [f"{day(one.first)} to {day(one.last)}, {one.words}" for one in self.silences]
        return f"Shortened on the axis, for nothing was said and nothing happened: {'; '.join(told)}."

    def place(self, day: dt.date) -> float:
        """Where a day stands, from 0 to 1; days outside stand at the ends."""
        if day <= self.knots[0][0]:
            return 0.0
        for (first, left), (last, right) in pairwise(self.knots):
            if day <= last:
                return left + (right - left) * ((day - first).days / (last - first).days)
        return 1.0


def timeline(days: Iterable[dt.date]) -> Timeline:
    """The axis over the days on which something is drawn; one day alone gets the day before it."""
    busy = sorted(set(days))
    if len(busy) == 1:
        busy = [busy[0] - dt.timedelta(days=1), *busy]
    pauses = list(pairwise(busy))
    long = _silent(pauses)
    spoken = sum(_days(pause) for pause in pauses if pause not in long)
    room = 1 - BREAK_WIDTH * len(long) if spoken else 0.0
    knots, silences, at = [(busy[0], 0.0)], [], 0.0
    for pause in pauses:
        width = _width(pause, long, room / spoken if spoken else 0.0)
        if pause in long:
            silences.append(Silence(*pause, at, at + width, silence_words(*pause)))
        at += width
        knots.append((pause[1], at))
    return Timeline(tuple((day, place / at) for day, place in knots), tuple(silences))


def silence_words(first: dt.date, last: dt.date) -> str:
    """How long nothing was said: "40 days", "3 months", "2 years 4 months"."""
    days = (last - first).days
    if days < 61:
        return count_words(days, "day")
    years, months = divmod(round(days / 30.44), 12)
    told = [count_words(years, "year")] if years else []
    return " ".join([*told, *([count_words(months, "month")] if months else [])])


def _silent(pauses: list[tuple[dt.date, dt.date]]) -> set[tuple[dt.date, dt.date]]:
    """The pauses to shorten: the longest first, each measured against what remains without it."""
    usual = median(_days(pause) for pause in pauses)
    total = sum(_days(pause) for pause in pauses)
    found: set[tuple[dt.date, dt.date]] = set()
    for pause in sorted(pauses, key=_days, reverse=True)[:MOST_BREAKS]:
        length = _days(pause)
        if length <= max(LEAST_DAYS, LEAST_SHARE * total, LEAST_PAUSES * usual):
            break
        found.add(pause)
        total -= length
    return found


def _days(pause: tuple[dt.date, dt.date]) -> int:
    return (pause[1] - pause[0]).days


def _width(pause: tuple[dt.date, dt.date], long: set[tuple[dt.date, dt.date]], per_day: float) -> float:
    return BREAK_WIDTH if pause in long else per_day * _days(pause)
