"""Same side, other words: statements of one actor that lie steps apart within a time.

Own words alone, of those who may set a cell: no dissent, no claim by others. A draft or shared text and
a measure bounded in time are no words on where an actor stands (codebook, sections 3 and 6) and stay out too.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from positions.analysis.disagreement import Steps, disagreement
from positions.analysis.position import ADVISER
from positions.analysis.words import Stance, Words

DAYS = 90  # within which, unless a reader chooses otherwise
STEPS, PART = 2, 0.5  # at least so many steps of a scale, or such a part of a numeric one
_ADVISER = 2

Ends = Callable[[Words], tuple[dt.date, dt.date]]
_Said = tuple[Words, ...]  # what one speaker said on one day on the same places, in the order of what is said


@dataclass(frozen=True)
class Divergence:
    """Words of one actor on one issue and the newest earlier ones that lie so far from them.

    `apart` is the least length between them in steps or in the unit of the scale, `days` the most days
    that can lie between the two. `government` says that the next one took office between them. `codings`
    is how many codings place both, `holds` in how many of these the two lie as far apart as asked.
    """

    earlier: Stance
    later: Stance
    apart: float
    days: int
    government: bool
    codings: int = 0
    holds: int = 0


def threshold(length: float, *, numeric: bool) -> float:
    """From which distance on words are other words: two steps, or half of a numeric scale."""
    return PART * length if numeric else STEPS


def divergences(
    words: Sequence[Words], ends: Ends, *, days: int = DAYS, least: float = STEPS
) -> tuple[Divergence, ...]:
    """The divergences of one actor on one issue, the oldest later words first.

    Each words stand beside the newest earlier ones that count; those of one day in the order of what they
    say. `words` are in any order, `ends` gives the first and the last day that each can be of. Two count
    only if at most `days` lie between them whichever days are meant, and if they are at least `least` apart
    wherever in their ranges they stand. Undated words have no place in time. What one speaker said in one
    source on one day is one position, however many steps it names. Neither ids nor rows' order play a part.
    """
    own = _said([one for one in words if _counts(one)])
    return tuple(
        one
        for number, later in enumerate(own)
        for one in _newest(own[:number], later, ends, days=days, least=least)
    )


def _counts(one: Words) -> bool:
    return one.placed and one.dated and one.authority <= _ADVISER and not one.document and one.until is None


def _said(words: Sequence[Words]) -> list[_Said]:
    """The words by day, speaker and places, the oldest first."""
    alike: dict[tuple[object, ...], list[Words]] = defaultdict(list)
    for one in sorted(words, key=lambda one: (one.day, one.order)):
        alike[one.day, one.speaker, one.low, one.high, one.doubt, one.weak].append(one)
    return [tuple(rows) for rows in alike.values()]


def _newest(
    earlier: Sequence[_Said], later: _Said, ends: Ends, *, days: int, least: float
) -> list[Divergence]:
    """Some words beside those before them that lie far enough from them, of the newest day alone."""
    found: list[Divergence] = []
    for said in reversed(earlier):
        one, other = said[0], later[0]
        if (other.day - one.day).days > days or (found and one.day < found[0].earlier.day):
            break
        apart, between = _apart(_places(one), _places(other)), _most_days(ends(one), ends(other))
        if apart >= least and between <= days and not _one_position(said, later):
            government = one.ends is not None and one.ends <= other.day
            coded = _coded_apart(said, later)
            holds = sum(length >= least for length in coded)
            stances = _stance(said), _stance(later)
            found.append(Divergence(*stances, apart, between, government, len(coded), holds))
    return found


def _most_days(one: tuple[dt.date, dt.date], other: tuple[dt.date, dt.date]) -> int:
    return max((other[1] - one[0]).days, (one[1] - other[0]).days)


def _one_position(one: _Said, other: _Said) -> bool:
    """Whether one speaker said both on one day in one source."""
    same = one[0].speaker == other[0].speaker and one[0].day == other[0].day
    return same and not {each.source for each in one}.isdisjoint(each.source for each in other)


def _places(one: Words) -> Steps:
    return one.low or 0, one.high or 0


def _apart(one: Steps, other: Steps) -> float:
    return float(max(0, other[0] - one[1], one[0] - other[1]))


def _coded_apart(one: _Said, other: _Said) -> list[float]:
    """How far the two lie apart in each coding that places both."""
    first, second = _by_coder(one), _by_coder(other)
    return [_apart(first[coder], second[coder]) for coder in first if coder in second]


def _by_coder(said: _Said) -> dict[str, Steps]:
    """From where to where each coder placed some words; a coder who placed none is not among them."""
    found: dict[str, list[Steps]] = defaultdict(list)
    for coded in (coded for one in said for coded in one.coded):
        found[coded.coder] += [coded.steps] if coded.steps else []
    return {
        coder: (min(low for low, _ in steps), max(high for _, high in steps))
        for coder, steps in found.items()
        if steps
    }


def _stance(said: _Said) -> Stance:
    one = said[0]
    return Stance(
        low=one.low or 0,
        high=one.high or 0,
        doubt=one.doubt,
        weak=one.weak,
        day=one.day,
        speakers=(one.speaker,),
        statements=tuple(each.statement for each in said),
        sources=len({each.source for each in said}),
        conditions=tuple(dict.fromkeys(each.condition for each in said if each.condition)),
        kind=ADVISER if one.authority == _ADVISER else "",
        disputed=disagreement(_places(one), ((each.steps, each.coded) for each in said)),
    )
