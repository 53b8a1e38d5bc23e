"""Which of an actor's words can count on a day, so that a long record is not weighed anew for each day."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from positions.analysis.words import Words

_DAY = attrgetter("day")


def counting(
    words: Sequence[Words], as_of: dt.date, *, window: int, oldest: int | None = None
) -> Sequence[Words]:
    """The words that `position_of` needs for a day: from the rest it would make the same position.

    `words` are in order of day. Where one who leads stands on a step, nothing older than the window
    before the newest such words plays a part; where nobody does, all words up to the day are needed.
    """
    known = bisect_right(words, as_of, key=_DAY)
    first = 0 if oldest is None else bisect_left(words, as_of - dt.timedelta(days=oldest), key=_DAY)
    for place in range(known - 1, first - 1, -1):
        if _leads(words[place], as_of):
            opens = words[place].day - dt.timedelta(days=window)
            return words[bisect_left(words, opens, key=_DAY) : known]
    return words[:known]


def _leads(one: Words, as_of: dt.date) -> bool:
    """Whether words stand on a step and, whatever else was said, are of those that set the cell."""
    in_office = one.ends is None or one.ends > as_of
    return one.placed and in_office and one.authority < 2 and not one.document and one.until is None
