"""Words of a side, ready to be weighed, and what several of them amount to where they stand together.

Source of the rules: codebook, section 6.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from positions.analysis.disagreement import Coded, Disagreement, Steps

_DAY = attrgetter("day")


@dataclass(frozen=True)
class Words:
    """One statement of a side, ready to be weighed; steps are None where it stands on none.

    `authority` and `mode` are ranks, 0 the highest; `day` is the last day that `said_on` can mean.
    `ends` is the day on which the next government took office. `order` is made of what the
    statement says and never of its id, so that ties are told in the same order whatever the ids.
    `coded` is what coders made of it, each for himself. `of_side` says that the speaker is the side itself,
    as in a table without speakers.
    """

    statement: str
    day: dt.date
    speaker: str
    source: str
    low: float | None
    high: float | None
    doubt: bool
    weak: bool
    authority: int
    mode: int
    document: bool
    refusal: bool
    until: dt.date | None
    ends: dt.date | None
    condition: str | None
    order: tuple[str, ...]
    dated: bool = True
    coded: tuple[Coded, ...] = ()
    of_side: bool = False

    @property
    def speech(self) -> tuple[object, ...]:
        """What the words are a part of: one speaker in one source; those of the side itself stand alone."""
        return (self.source, self.speaker, *(() if not self.of_side else (self.low, self.high)))

    def older(self, as_of: dt.date, days: int) -> bool:
        """Whether the words were said more than so many days before a day; of undated ones nobody knows."""
        return self.dated and (as_of - self.day).days > days

    @property
    def placed(self) -> bool:
        """Whether the words stand on a step of the scale."""
        return self.low is not None

    @property
    def steps(self) -> Steps | None:
        """The steps that the words name; None where they stand on none."""
        return None if self.low is None or self.high is None else (self.low, self.high)


@dataclass(frozen=True)
class Stance:
    """Words that name the same steps, from `low` to `high`, said on one day.

    `doubt` says that the coder was unsure between those steps; else the words name them all.
    `parts` are the words on each range of steps, from the low end on, where some of these ranges have
    nothing in common; `contradicts` says that such words are more than what one speaker said in one source.
    `statements` are ids, `sources` counts those that report exactly these words, `kind` says why
    they are not the point ("" for the point itself). `disputed` is what coders made otherwise of them.
    Of those that are not `dated` nobody knows the day.
    """

    low: float
    high: float
    doubt: bool
    weak: bool
    day: dt.date
    speakers: tuple[str, ...]
    statements: tuple[str, ...]
    sources: int
    conditions: tuple[str, ...]
    kind: str = ""
    until: dt.date | None = None
    contradicts: bool = False
    disputed: Disagreement | None = None
    parts: tuple[Stance, ...] = ()
    dated: bool = True

    @property
    def middle(self) -> float:
        """Where a mark is drawn and a gap begins: nobody's position when the ends differ."""
        return (self.low + self.high) / 2

    @property
    def named(self) -> tuple[Stance, ...]:
        """The words on each range of steps that they name: its parts, else itself."""
        return self.parts or (self,)

    @property
    def ranges(self) -> tuple[Steps, ...]:
        """Each range of steps that they name, from the low end on."""
        return tuple((one.low, one.high) for one in self.named)

    @property
    def apart(self) -> tuple[Stance, ...]:
        """What is no single position: the parts of words that contradict each other, else itself."""
        return self.named if self.contradicts else (self,)


def ranges_of(low: float, high: float, stances: Sequence[Stance]) -> tuple[Steps, ...]:
    """What words name from `low` to `high`: each range where all name the same ones, else all of it."""
    named = {one.ranges for one in stances if (one.low, one.high) == (low, high)}
    return named.pop() if len(named) == 1 else ((low, high),)


def contradict(words: Iterable[Words]) -> bool:
    """Whether words name steps apart that are more than what one speaker said in one source."""
    spoken: dict[tuple[object, ...], list[Steps]] = {}
    for one in words:
        if one.steps:
            spoken.setdefault(one.speech, []).append(one.steps)
    ends = [(min(high for _, high in said), max(low for low, _ in said)) for said in spoken.values()]
    if len(ends) < 2:
        return False
    (high, low), *rest = sorted(ends)
    return high < max(one for _, one in rest) or min(one for one, _ in rest) < low


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
