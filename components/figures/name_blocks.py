"""The names of marks, in blocks above a scale that never touch, however narrow it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from components.figures.figure_text import filled_lines, text_width
from components.figures.mark_groups import Alike, neighbours

KEY = 1.25  # what a small mark before a name takes, as a part of the size of type
_SPACE = 0.35  # between neighbouring blocks
_LEAST = 4.5  # marks that are nearer to each other have their names in one block
_LEAST_SHARE = 0.35  # of the way to a neighbour


@dataclass(frozen=True)
class Entry:
    """The name of a drawn mark in lines."""

    drawn: Alike
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Names:
    """The names of neighbouring marks: `x` is their middle, `left` and `width` those of the block.

    Where they are several, `keyed` says that each stands behind a small copy of its mark.
    """

    x: float
    left: float
    width: float
    entries: tuple[Entry, ...]

    @property
    def keyed(self) -> bool:
        """Whether each name needs its mark beside it."""
        return len(self.entries) > 1


@dataclass(frozen=True)
class Ground:
    """Where names may stand: from left to right, in a size of type; `at` is the x of a step."""

    left: float
    right: float
    size: float
    at: Callable[[float], float]


def names_over(places: Sequence[Sequence[Alike]], ground: Ground) -> Iterator[Names]:
    """The names over the marks; neighbours share the way between them by how much they have to say."""
    step = ground.at(1) - ground.at(0)
    groups = neighbours(places, max(1.0, _LEAST * ground.size / step))
    if not groups:
        return
    spans = [(ground.at(ones[0].spot.point), ground.at(ones[-1].spot.point)) for ones in groups]
    needs = [_needs(ones, span[0], ground) for ones, span in zip(groups, spans, strict=True)]
    inner = [
        _border((one[1], other[0]), (need[1], following[0]))
        for (one, other), (need, following) in zip(pairwise(spans), pairwise(needs), strict=True)
    ]
    borders = pairwise([ground.left, *inner, ground.right])
    for ones, span, border in zip(groups, spans, borders, strict=True):
        yield _group_names(ones, span, border, ground.size)


def _needs(ones: Sequence[Alike], x: float, ground: Ground) -> tuple[float, float]:
    """The room that names take left and right: one stands over its mark, several begin over the first.

    What one side of the ground has no room for goes to the other.
    """
    key = KEY * ground.size if len(ones) > 1 else 0.0
    width = key + max(text_width(one.label, ground.size) for one in ones) + _SPACE * ground.size
    left = min(key / 2 if key else width / 2, x - ground.left)
    right = min(width - left, ground.right - x)
    return width - right, right


def _border(places: tuple[float, float], needs: tuple[float, float]) -> float:
    """Where the names of two neighbours meet: in the middle of what is free, or by their needs."""
    way, (left, right) = places[1] - places[0], needs
    if left + right <= way:
        return places[0] + left + (way - left - right) / 2
    return places[0] + way * min(max(left / (left + right), _LEAST_SHARE), 1 - _LEAST_SHARE)


def _group_names(
    ones: Sequence[Alike], span: tuple[float, float], borders: tuple[float, float], size: float
) -> Names:
    key = KEY * size if len(ones) > 1 else 0.0
    room = borders[1] - borders[0] - _SPACE * size - key
    entries = tuple(Entry(one, tuple(filled_lines(kept(one.label), size, room))) for one in ones)
    width = key + max(text_width(line, size) for entry in entries for line in entry.lines)
    wished = span[0] - key / 2 if key else span[0] - width / 2
    left = min(max(wished, borders[0]), max(borders[1] - width, borders[0]))
    return Names((span[0] + span[1]) / 2, left, width, entries)


def kept(label: str) -> str:
    """The label with what belongs together on one line: a short bracket, a month with its year."""
    brackets = re.sub(r"\([^()]{1,16}\)", lambda found: found[0].replace(" ", "\u00a0"), label)
    return re.sub(r"(\S) (\d{4})\b", "\\1\u00a0\\2", brackets)
