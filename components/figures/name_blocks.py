"""The names of marks, in blocks above a scale that never touch, on the narrowest page either."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from components.figure_text import lines_within, text_width
from components.figures.alike import Alike, neighbours
from components.figures.step_labels import EDGE, NARROW, SPACE

NAME, NAME_LINE = 13.0, 17.0  # size of type, and height of a line
KEY = 16.0  # what a small mark before a name takes
_LEAST_SHARE = 0.35  # of the way to a neighbour


@dataclass(frozen=True)
class Entry:
    """The name of a drawn mark in lines."""

    drawn: Alike
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Names:
    """The names of neighbouring marks: `share` is their middle, `left` the pixels from it to the text.

    Where they are several, `keyed` says that each stands behind a small copy of its mark.
    """

    share: float
    left: float
    width: float
    entries: tuple[Entry, ...]

    @property
    def keyed(self) -> bool:
        """Whether each name needs its mark beside it."""
        return len(self.entries) > 1

    @property
    def height(self) -> float:
        """How many pixels they take."""
        return NAME_LINE * sum(len(entry.lines) for entry in self.entries)


def names_over(places: Sequence[Sequence[Alike]], last: int) -> Iterator[Names]:
    """The names over the marks; neighbours share the way between them by how much they have to say."""
    groups = neighbours(places, 1.0)
    if not groups:
        return
    ends = [(ones[0].spot.point / last, ones[-1].spot.point / last) for ones in groups]
    needs = [max(text_width(one.label, NAME) for one in ones) for ones in groups]
    inner = [
        _border((_pixel(one[1]), _pixel(other[0])), (need, following))
        for (one, other), (need, following) in zip(pairwise(ends), pairwise(needs), strict=True)
    ]
    for ones, (low, high), borders in zip(groups, ends, pairwise([0.0, *inner, NARROW]), strict=True):
        yield _group_names(ones, (low + high) / 2, borders)


def _border(places: tuple[float, float], needs: tuple[float, float]) -> float:
    """Where the names of two neighbours meet: in the middle of what is free, or by their needs."""
    way, (left, right) = places[1] - places[0], needs
    if (left + right) / 2 <= way:
        return places[0] + left / 2 + (way - (left + right) / 2) / 2
    return places[0] + way * min(max(left / (left + right), _LEAST_SHARE), 1 - _LEAST_SHARE)


def _group_names(ones: Sequence[Alike], share: float, borders: tuple[float, float]) -> Names:
    key = KEY if len(ones) > 1 else 0.0
    room = borders[1] - borders[0] - SPACE - key
    entries = tuple(Entry(one, tuple(lines_within(_kept(one.label), NAME, room))) for one in ones)
    width = key + max(text_width(line, NAME) for entry in entries for line in entry.lines)
    middle = _pixel(share)
    left = min(max(middle - width / 2, borders[0]), max(borders[1] - width, borders[0]))
    return Names(share, left - middle, width, entries)


def _kept(label: str) -> str:
    """The label with what belongs together on one line: a short bracket, a month with its year."""
    brackets = re.sub(r"\([^()]{1,16}\)", lambda found: found[0].replace(" ", "\u00a0"), label)
    return re.sub(r"(\S) (\d{4})\b", "\\1\u00a0\\2", brackets)


def _pixel(share: float) -> float:
    return (share + EDGE) / (1 + 2 * EDGE) * NARROW
