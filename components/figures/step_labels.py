"""The words of the steps of a scale below or above its line: all of them, none cut, none on another.

Figures stretch with the page and their type does not, so words are laid out for the narrowest
page; places along a scale are shares of it, all else is pixels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.figure_text import lines_within, text_width, widest_word
from positions.model.issues import Issue

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
    issue: Issue, width: float, before: float = 0.0, size: float = WORDS
) -> tuple[StepLabel, ...]:
    """The short words of every step under a line `width` pixels long, in one row or two in turn.

    `before` are pixels left of the figure's first step that are free for words, `size` is that of the
    type. Where `too_long`, steps have their numbers, and the ends words too.
    """
    if too_long(issue, width, size):
        return _numbers(issue, width, before)
    room = width / (len(issue.scale) - 1) - SPACE
    longest = max(widest_word(step.short, size) for step in issue.scale)
    levels = 1 if longest <= room + SPACE else 2
    last = len(issue.scale) - 1
    lines = [
        lines_within(step.short, size, _room(place / last, room * levels, (EDGE * width, before)))
        for place, step in enumerate(issue.scale)
    ]
    lower = max(len(one) for one in lines[::2]) * WORDS_LINE / WORDS * size + 3
    return tuple(
        StepLabel(
            share=place / last,
            lines=tuple(one),
            shift=_inward(place / last, one, (width, before), size),
            down=lower if levels == 2 and place % 2 else 0.0,
        )
        for place, one in enumerate(lines)
    )


def too_long(issue: Issue, width: float, size: float = WORDS) -> bool:
    """Whether a word of a step is wider than even every second step leaves room for."""
    room = width / (len(issue.scale) - 1) - SPACE
    return max(widest_word(step.short, size) for step in issue.scale) > 2 * room + SPACE


def _room(share: float, room: float, free: tuple[float, float]) -> float:
    """The width of the words of a step; at an end only half of it and what is free beyond the end."""
    edge, before = free
    beyond = edge + before if share == 0 else edge if share == 1 else room
    return min(room, room / 2 + beyond)


def _numbers(issue: Issue, width: float, before: float) -> tuple[StepLabel, ...]:
    last = len(issue.scale) - 1
    found = []
    for place, step in enumerate(issue.scale):
        end = place in (0, last)
        words = [str(step.step), *(lines_within(step.short, WORDS, width / 2) if end else ())]
        found.append(
            StepLabel(place / last, tuple(words), _inward(place / last, words, (width, before), WORDS), 0.0)
        )
    return tuple(found)


def _inward(share: float, lines: Sequence[str], room: tuple[float, float], size: float) -> float:
    """How far words at an end move inward, so that they stay on the page."""
    width, before = room
    half = max(text_width(line, size) for line in lines) / 2
    left, right = (share + EDGE) * width + before, (1 - share + EDGE) * width
    return max(0.0, half - left) - max(0.0, half - right)
