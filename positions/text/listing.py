"""A listing in words: what was found, which filters are in use, which part of it stands on one page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from positions.text.wording import count_words, day_words, joined


def found_finding(count: int, *, narrowed: bool) -> str:
    """How many statements there are, or match, as a title."""
    if narrowed:
        return f"{count_words(count, 'statement')} {'matches' if count == 1 else 'match'}"
    return f"{count_words(count, 'statement')}, each with speaker, day and source"


def found_measure(count: int, own: int, day: dt.date) -> str:
    """What of the statements can set a position, and what the others are."""
    others = count - own
    parts = [f"Said by {day_words(day)}, newest first", f"{own} can set a position"]
    if others:
        parts.append(f"{others} {'is' if others == 1 else 'are'} dissent, claims about others or commentary")
    return " · ".join(parts)


def filter_words(in_use: Mapping[str, Sequence[str]]) -> str:
    """The filters in use with what they let through, or which there are to choose from."""
    used = [f"{label.lower()}: {joined(list(names), 'or')}" for label, names in in_use.items() if names]
    if used:
        return f"Filtered by {'; '.join(used)}"
    return f"Filter by {joined([label.lower() for label in in_use], 'or')}"


def hits_words(count: int) -> str:
    """How many statements hold the words that are searched, as the link to their list."""
    return f"{count_words(count, 'statement')} found: show" if count else "No statement found"


def place_words(first: int, last: int, count: int) -> str:
    """Which of the statements are shown, as "1 to 20 of 277"."""
    return f"{first} to {last} of {count}" if count > 1 else ""


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
