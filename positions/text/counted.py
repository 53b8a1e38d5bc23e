"""How many of how many: which part of a listing stands on one page of it."""

from __future__ import annotations

from dataclasses import dataclass

from positions.text.wording import count_words


@dataclass(frozen=True)
class Counted:
    """What a listing lists: the noun of one and of several; `before` are those that stand elsewhere."""

    one: str
    several: str = ""
    before: int = 0

    def part(self, first: int, last: int, total: int) -> str:
        """Which of all stand here, counted from 1: "1 to 8 of 54 changes"; all of them: "54 changes"."""
        told = count_words(self.before + total, self.one, self.several or None)
        if not self.before and last - first + 1 == total:
            return told
        first, last = first + self.before, last + self.before
        return f"{first} to {last} of {told}" if first < last else f"number {first} of {told}"
