"""The words of the steps of a scale below or above its line: all of them, none cut, none on another.

Figures stretch with the page and their type does not, so words are laid out for the narrowest
page; places along a scale are shares of it, all else is pixels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from components.figures.figure_text import lines_within, text_width, widest_word
from positions.model.issues import Issue
from positions.text.scale import ScaleMark, scale_marks

NARROW = 346.0  # pixels: a phone of 390 without the page's own margins
EDGE = 0.11  # what is left of the first step and right of the last one, as a share of the scale
WORDS, WORDS_LINE = 12.0, 15.0  # size of type, and height of a line
SPACE = 4.0  # between neighbouring words


@dataclass(frozen=True)
class StepLabel:
    """The words of a step: where they stand, `shift` pixels beside it and `down` below the first line."""

    share: float
    lines: tuple[str, ...]
    shift: float
    down: float


def step_labels(
    issue: Issue, width: float, before: float = 0.0, size: float = WORDS, *, explained: bool = False
) -> tuple[StepLabel, ...]:
    """The short words of every step under a line `width` pixels long, in one row or two in turn.

    `before` are pixels left of the figure's first step that are free for words, `size` is that of the
    type; if `explained`, the long words follow the short ones. Where `too_long`, steps have their numbers,
    and the ends words too.
    """
    if too_long(issue, width, size, explained=explained):
        return _numbers(issue, width, before, size)
    marks = _worded(issue, explained=explained)
    rooms = _rooms(marks, width)
    levels = 1 if all(_fits(mark, room, size) for mark, room in zip(marks, rooms, strict=True)) else 2
    shares = [mark.at / issue.length for mark in marks]
    lines = [
        lines_within(mark.beside, size, _room(share, room * levels, (EDGE * width, before)))
        for mark, share, room in zip(marks, shares, rooms, strict=True)
    ]
    lower = max(len(one) for one in lines[::2]) * WORDS_LINE / WORDS * size + 3
    return tuple(
        StepLabel(
            share=share,
            lines=tuple(one),
            shift=_inward(share, one, (width, before), size),
            down=lower if levels == 2 and place % 2 else 0.0,
        )
        for place, (share, one) in enumerate(zip(shares, lines, strict=True))
    )


def too_long(issue: Issue, width: float, size: float = WORDS, *, explained: bool = False) -> bool:
    """Whether a word of a step is wider than even every second step leaves room for."""
    marks = _worded(issue, explained=explained)
    rooms = _rooms(marks, width)
    return not all(_fits(mark, 2 * room, size) for mark, room in zip(marks, rooms, strict=True))


def _worded(issue: Issue, *, explained: bool) -> Sequence[ScaleMark]:
    """The marks of a scale with the words that are to stand at each."""
    marks = scale_marks(issue)
    if issue.numeric or not explained:
        return marks
    return [replace(mark, beside=mark.explained) for mark in marks]


def with_room(marks: Sequence[ScaleMark], width: float, size: float = WORDS) -> list[ScaleMark]:
    """The marks whose numbers have room under a line `width` long: the ends, and what is clear of them."""
    last = marks[-1]
    kept = [marks[0]]
    for mark in marks[1:-1]:
        clear = all(_apart(mark, other, width / last.at, size) for other in (kept[-1], last))
        kept += [mark] if clear else []
    return [*kept, last]


def _apart(mark: ScaleMark, other: ScaleMark, unit: float, size: float) -> bool:
    halves = (text_width(mark.number, size) + text_width(other.number, size)) / 2
    return abs(mark.at - other.at) * unit >= halves + SPACE


def _rooms(marks: Sequence[ScaleMark], width: float) -> list[float]:
    """The way from each mark to its nearest neighbour, less the space between their words."""
    ways = [(other.at - one.at) * width / marks[-1].at for one, other in pairwise(marks)]
    return [min(pair) - SPACE for pair in zip([ways[0], *ways], [*ways, ways[-1]], strict=True)]


def _fits(mark: ScaleMark, room: float, size: float) -> bool:
    return widest_word(mark.beside, size) <= room + SPACE


def _room(share: float, room: float, free: tuple[float, float]) -> float:
    """The width of the words of a step; at an end only half of it and what is free beyond the end."""
    edge, before = free
    beyond = edge + before if share == 0 else edge if share == 1 else room
    return min(room, room / 2 + beyond)


def _numbers(issue: Issue, width: float, before: float, size: float) -> tuple[StepLabel, ...]:
    found = []
    for mark in with_room(scale_marks(issue), width, size):
        share, end = mark.at / issue.length, mark.at in (0, issue.length)
        words = [mark.number, *(lines_within(mark.short, size, width / 2) if end else ())]
        found.append(StepLabel(share, tuple(words), _inward(share, words, (width, before), size), 0.0))
    return tuple(found)


def _inward(share: float, lines: Sequence[str], room: tuple[float, float], size: float) -> float:
    """How far words at an end move inward, so that they stay on the page."""
    width, before = room
    half = max(text_width(line, size) for line in lines) / 2
    left, right = (share + EDGE) * width + before, (1 - share + EDGE) * width
    return max(0.0, half - left) - max(0.0, half - right)
