"""The positions of many actors on many issues as of a day, worked out at once over columns of their words.

The rules are those of `position_of`, in its order, and so is what comes out, but for what stands below a
point. Every step keeps some of the rows; it costs in proportion to them, whatever the number of cells.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from positions.analysis.words import Words

# What a position is, the least telling first.
SILENT, LEFT_OUT, INDIVIDUALS, TEXTS, LINES, REFUSED, POINT = range(7)
Rows = npt.NDArray[np.intp]
Key = tuple[str, str]
_Column = npt.NDArray[Any]

_ADVISER = 2
_NEVER = np.iinfo(np.int32).max  # the day on which words end that nothing ends
_MODES = 8  # more than there are, so that authority and mode make one rank
_TYPES = np.dtype(
    [(name, np.int32) for name in ("place", "cell", "voice", "day", "until", "ends")]
    + [(name, np.float64) for name in ("low", "high")]
    + [(name, np.int8) for name in ("authority", "rank")]
    + [(name, np.bool_) for name in ("placed", "doubt", "weak", "document", "refusal", "ages")]
)


@dataclass(frozen=True, eq=False)
class WordColumns:
    """Words as columns, a row each: in order of day, of one day the strongest last.

    `cells` numbers the pairs of an actor and an issue, from 0; a `voice` is a speaker in one of them. `ids`
    are those of the statements. Days are ordinals; `rank` joins authority and mode, 0 is the highest.
    `ages` says that a reader who wants no old words may leave them out. The rest is as `Words` has it.
    """

    cells: dict[Key, int]
    ids: tuple[str, ...]
    cell: _Column
    voice: _Column
    day: _Column
    until: _Column
    ends: _Column
    low: _Column
    high: _Column
    authority: _Column
    rank: _Column
    placed: _Column
    doubt: _Column
    weak: _Column
    document: _Column
    refusal: _Column
    ages: _Column


@dataclass(frozen=True, eq=False)
class Positions:
    """The position in every cell by its number: what it is, and where it has a point, that point.

    `row` is that of the words that lead, -1 where none do; several do where it is not `alone`, or others
    support them. `day` is the ordinal of their day. `low` and `high` are NaN where there is no point.
    """

    kind: _Column
    low: _Column
    high: _Column
    doubt: _Column
    weak: _Column
    day: _Column
    row: Rows
    alone: _Column


def word_columns(words: Iterable[tuple[Key, Words]], lasting: Collection[str] = ()) -> WordColumns:
    """The words of actors on issues as columns; those of the `lasting`, reference texts, never age."""
    cells: dict[Key, int] = {}
    voices: dict[tuple[int, str], int] = {}
    ids: list[str] = []

    def row(key: Key, one: Words) -> tuple[object, ...]:
        cell = cells.setdefault(key, len(cells))
        voice = voices.setdefault((cell, one.speaker), len(voices))
        ids.append(one.statement)
        days = one.day.toordinal(), _ordinal(one.until), _ordinal(one.ends)
        steps = (np.nan, np.nan) if one.steps is None else one.steps
        ranks = one.authority, one.authority * _MODES + one.mode
        kinds = one.placed, one.doubt, one.weak, one.document, one.refusal
        return (len(ids) - 1, cell, voice, *days, *steps, *ranks, *kinds, one.dated and key[0] not in lasting)

    table = np.fromiter((row(*one) for one in words), dtype=_TYPES)
    table = table[np.lexsort((-table["rank"], table["day"]))]
    columns = {name: np.ascontiguousarray(table[name]) for name in table.dtype.names or ()}
    return WordColumns(cells, tuple(ids[place] for place in columns.pop("place")), **columns)


def _ordinal(day: dt.date | None) -> int:
    return _NEVER if day is None else day.toordinal()


def positions_at(words: WordColumns, as_of: dt.date, *, window: int, oldest: int | None = None) -> Positions:
    """The position in every cell as of a day, as `position_of` has it with the same window and limit."""
    day, cell = as_of.toordinal(), words.cell
    known = np.arange(np.searchsorted(words.day, day, side="right"))
    office = known[words.ends[: len(known)] > day]
    young = np.ones(len(office), np.bool_)
    if oldest is not None:
        young = ~words.ages[office] | (day - words.day[office] <= oldest)
    shown = office[young]
    own = shown[words.authority[shown] <= _ADVISER]
    whole, texts = _parted(own, ~words.document[own])
    firm, running = _parted(whole, words.until[whole] == _NEVER)
    bounded = running[words.until[running] >= day]
    higher = _has(words, firm[words.authority[firm] < _ADVISER])
    leaders = firm[(words.authority[firm] < _ADVISER) | ~higher[cell[firm]]]
    found = _led(words, leaders, window)
    _tell_lines(words, found, bounded[~_has(words, firm, texts)[cell[bounded]]])
    others = shown[words.authority[shown] > _ADVISER]
    for kind, rows in ((TEXTS, texts), (INDIVIDUALS, others), (LEFT_OUT, office[~young])):
        found.kind[cell[rows]] = np.maximum(found.kind[cell[rows]], kind)
    return found


def _led(words: WordColumns, leaders: Rows, window: int) -> Positions:
    """The positions of those who may set a cell."""
    placed, loose = _parted(leaders, words.placed[leaders])
    counting, leading = _leading(words, placed, window)
    found = _points(words, counting, leading)
    newest = _newest(words, placed)
    late = np.full(len(words.cells), -_NEVER)
    late[words.cell[loose]] = words.day[loose]
    beside = (found.kind == POINT) & (late - newest <= window)
    _tell_lines(words, found, loose[~beside[words.cell[loose]]])
    last = loose[words.day[loose] == late[words.cell[loose]]]
    refused = (found.kind == LINES) & ~_has(words, last[~words.refusal[last]])
    found.kind[refused] = REFUSED
    return found


def _leading(words: WordColumns, placed: Rows, window: int) -> tuple[Rows, Rows]:
    """The words that count, of each voice the latest within the window; and those of them that lead."""
    cell = words.cell
    near = placed[words.day[placed] >= _newest(words, placed)[cell[placed]] - window]
    latest = np.zeros(int(words.voice.max(initial=-1)) + 1, np.int32)
    latest[words.voice[near]] = words.day[near]
    counting = near[words.day[near] == latest[words.voice[near]]]
    strong = _preferred(words, counting, ~words.weak)
    best = np.zeros(len(words.cells), np.intp)
    best[cell[strong]] = strong  # the last row of a cell stays, which is the strongest of its newest day
    first = best[cell[strong]]
    tied = strong[(words.day[strong] == words.day[first]) & (words.rank[strong] == words.rank[first])]
    return counting, _preferred(words, tied, ~words.doubt)


def _preferred(words: WordColumns, rows: Rows, better: _Column) -> Rows:
    """The better rows of each cell that has some, else all of them."""
    chosen = better[rows]
    return rows[chosen | ~_has(words, rows[chosen])[words.cell[rows]]]


def _points(words: WordColumns, counting: Rows, leading: Rows) -> Positions:
    """The points that leading words make; what the same voices said that day on these steps supports them."""
    count, cell = len(words.cells), words.cell[leading]
    low, high = np.full(count, np.inf), np.full(count, -np.inf)
    np.minimum.at(low, cell, words.low[leading])
    np.maximum.at(high, cell, words.high[leading])
    row = np.full(count, -1)
    row[cell] = leading
    has = row >= 0
    speaks = np.zeros(int(words.voice.max(initial=-1)) + 1, np.bool_)
    speaks[words.voice[leading]] = True
    inside = words.cell[counting]
    behind = (words.day[counting] == words.day[row[inside]]) & speaks[words.voice[counting]]
    behind &= (low[inside] <= words.low[counting]) & (words.high[counting] <= high[inside])
    return Positions(
        kind=np.where(has, POINT, SILENT),
        low=np.where(has, low, np.nan),
        high=np.where(has, high, np.nan),
        doubt=_has(words, leading[words.doubt[leading]]),
        weak=_has(words, leading[words.weak[leading]]),
        day=_newest(words, leading),
        row=row,
        alone=np.bincount(inside[behind], minlength=count) == 1,
    )


def _tell_lines(words: WordColumns, found: Positions, loose: Rows) -> None:
    """Let words that stand on no step lead in their cells, where no point may."""
    newest = _newest(words, loose)
    last = loose[words.day[loose] == newest[words.cell[loose]]]
    cells = np.unique(words.cell[last])
    found.kind[cells] = LINES
    found.low[cells] = found.high[cells] = np.nan
    found.doubt[cells] = found.weak[cells] = False
    found.day[cells] = newest[cells]
    found.row[words.cell[last]] = last
    found.alone[cells] = np.bincount(words.cell[last], minlength=len(words.cells))[cells] == 1


def _parted(rows: Rows, first: _Column) -> tuple[Rows, Rows]:
    return rows[first], rows[~first]


def _has(words: WordColumns, *rows: Rows) -> _Column:
    """By cell whether any of the rows is of it."""
    found = np.zeros(len(words.cells), np.bool_)
    for some in rows:
        found[words.cell[some]] = True
    return found


def _newest(words: WordColumns, rows: Rows) -> _Column:
    """By cell the last day of some rows, which are in order of day; 0 where it has none."""
    found = np.zeros(len(words.cells), np.int64)
    found[words.cell[rows]] = words.day[rows]
    return found
