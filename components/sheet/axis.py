"""The time axis of the movement sheet: days to places, long silences cut out and marked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from positions.wording import age_words, count_words, day_words

_SILENT = 150  # days without a statement or event; what is longer is cut
_KEPT = 25  # days of a cut silence that are still drawn, half on each side of the mark


@dataclass(frozen=True)
class Silence:
    """A stretch of days, both ends busy, most of which the axis leaves out."""

    first: dt.date
    last: dt.date

    @property
    def cut(self) -> int:
        """How many days are left out."""
        return (self.last - self.first).days - _KEPT


@dataclass(frozen=True)
class TimeAxis:
    """Days from `first` to `last`, in days from the left end; each silence counts as a few days."""

    first: dt.date
    last: dt.date
    silences: tuple[Silence, ...] = ()

    @property
    def length(self) -> float:
        """Where the last day stands; at least one day."""
        return max(1.0, self.x(self.last))

    def x(self, moment: dt.date | pd.Timestamp) -> float:
        """Where a day stands: before the first day at the left end, in a silence within its mark."""
        day = moment.date() if isinstance(moment, pd.Timestamp) else moment
        place = float((max(day, self.first) - self.first).days)
        for silence in self.silences:
            if day >= silence.last:
                place -= silence.cut
            elif day > silence.first:
                inside = (day - silence.first).days
                place += inside * (_KEPT / (silence.cut + _KEPT) - 1)
        return place

    def marks(self) -> list[float]:
        """Where the axis is broken: the middle of each silence."""
        return [self.x(silence.first) + _KEPT / 2 for silence in self.silences]

    def words(self) -> str:
        """How many silences are cut out and how long the longest is; empty when there is none."""
        if not self.silences:
            return ""
        longest = max(self.silences, key=lambda silence: silence.cut)
        silent = age_words((longest.last - longest.first).days)
        count = count_words(len(self.silences), "stretch", "stretches")
        return (
            f"// stands for {count} of more than {_SILENT} days without a statement or event; the longest is "
            f"{silent}, from {day_words(longest.first)} to {day_words(longest.last)}."
        )


def time_axis(first: dt.date, last: dt.date, busy: Iterable[dt.date]) -> TimeAxis:
    """The axis from the first to the last day, broken where no `busy` day lies for long.

    It is at least one day long.
    """
    first = min(first, last - dt.timedelta(days=1))
    days = sorted({day for day in busy if first <= day <= last} | {first, last})
    silences = [Silence(a, b) for a, b in pairwise(days) if (b - a).days > _SILENT]
    return TimeAxis(first, last, tuple(silences))
