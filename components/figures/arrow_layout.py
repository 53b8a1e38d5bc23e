"""How a row of two days shares the width of a page: issue, name, scale, words; in pixels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from components.figure_text import lines_within
from components.figures.arrows import ArrowRow

NAME, WORDS, LINE, KEY = 13.0, 12.5, 16.5, 18.0  # sizes of type, a line of it, and the mark before a name


@dataclass(frozen=True)
class ArrowRoom:
    """How a row shares the width: issue, names, scale, words; on a narrow page words stand below."""

    width: float
    issue: float
    names: float
    words: float

    @property
    def left(self) -> float:
        """What stands left of the scale."""
        return self.issue + self.names

    @property
    def scale(self) -> float:
        """The length of the scale."""
        return self.width - self.left - self.words

    @property
    def beside(self) -> bool:
        """Whether words and the issue stand beside the scale."""
        return self.words > 0


WIDE_ROWS = ArrowRoom(width=840, issue=118, names=176, words=316)
NARROW_ROWS = ArrowRoom(width=346, issue=0, names=124, words=0)


@dataclass(frozen=True)
class RowPlace:
    """A row with its texts in lines; `y` is where its marks stand, counted down from its top."""

    row: ArrowRow
    room: ArrowRoom

    @cached_property
    def name(self) -> list[str]:
        """The name in lines."""
        return lines_within(self.row.name, NAME, self.room.names - KEY - 12)

    @cached_property
    def words(self) -> list[str]:
        """The change in lines."""
        room = self.room
        return lines_within(self.row.words, WORDS, room.words - 16 if room.beside else room.width - KEY - 4)

    @property
    def upper(self) -> float:
        """The height of the marks' part."""
        lines = max(len(self.name), len(self.words)) if self.room.beside else len(self.name)
        return max(24.0, lines * LINE + 8)

    @property
    def y(self) -> float:
        """Where the marks stand below the top of the row."""
        return self.upper / 2

    @property
    def height(self) -> float:
        """The height of the row, on a narrow page with the words below it."""
        below = 0.0 if self.room.beside else len(self.words) * LINE + 6
        return self.upper + below
