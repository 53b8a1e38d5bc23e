"""Widths of the columns of a table with which its rows need the least height."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from pptx.util import Pt

from components.report.slides.table import Box, cell_height, least_width, row_height

_UNIT = int(Pt(6))
_STEPS = (16, 8, 4, 2, 1)  # units that one column gives to another
_POWERS = (0.0, 0.4, 0.8)
_EVENNESS = (1, 3)  # the powers of heights whose sum falls
_MEASURED = 16  # rows, of a table of many the first


def best_widths(rows: Sequence[Sequence[Box]], total: int) -> tuple[int, ...]:
    """Widths that fill the total, none too narrow for a word where there is room for all words.

    Of `good_widths` those with the least sum of heights.
    """
    return min(good_widths(rows, total), key=lambda widths: sum(row_height(row, widths) for row in rows))


def good_widths(rows: Sequence[Sequence[Box]], total: int) -> Iterator[tuple[int, ...]]:
    """Several ways to fill the total, each such that no two columns can do better.

    From several beginnings, in which longer words have more room, columns give width to each other for as
    long as the sum of the heights of the rows falls, or that of their powers, for rows of like height.
    """
    search = _Search(list(zip(*rows[:_MEASURED], strict=True)), total)
    for power in _EVENNESS:
        yield from (search.best(start, power) for start in search.starts())


class _Search:
    """The heights of cells by width, each worked out once."""

    def __init__(self, columns: Sequence[Sequence[Box]], total: int) -> None:
        self.columns, self.total = columns, total
        least = [max(map(least_width, column)) for column in columns]
        share = min(1.0, total / sum(least))
        self.least = [int(width * share) for width in least]
        self.heights = cache(self._heights)

    def _heights(self, place: int, width: int) -> tuple[int, ...]:
        return tuple(cell_height(box, width) for box in self.columns[place])

    def height(self, widths: tuple[int, ...], power: int) -> int:
        """The sum of this power of the heights of all rows."""
        found = (self.heights(place, width) for place, width in enumerate(widths))
        return sum(height**power for height in map(max, zip(*found, strict=True)))

    def starts(self) -> Iterator[tuple[int, ...]]:
        """Widths from which to begin."""
        free = self.total - sum(self.least)
        letters = [max(map(_letters, column)) for column in self.columns]
        for power in _POWERS:
            weights = [count**power for count in letters]
            more = [int(free * weight / sum(weights)) // _UNIT * _UNIT for weight in weights]
            more[-1] = free - sum(more[:-1])
            yield tuple(least + one for least, one in zip(self.least, more, strict=True))

    def best(self, widths: tuple[int, ...], power: int) -> tuple[int, ...]:
        """The widths that exchanges between two columns lead to."""
        height = self.height(widths, power)
        while True:
            found = min(self._exchanges(widths), key=lambda one: self.height(one, power), default=widths)
            if self.height(found, power) >= height:
                return widths
            widths, height = found, self.height(found, power)

    def _exchanges(self, widths: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        for giver, taker in ((one, other) for one in range(len(widths)) for other in range(len(widths))):
            for step in _STEPS if giver != taker else ():
                changed = list(widths)
                changed[giver] -= step * _UNIT
                changed[taker] += step * _UNIT
                if changed[giver] >= self.least[giver]:
                    yield tuple(changed)


def _letters(box: Box) -> int:
    return sum(len(words.whole) for words in box.words) or 1
