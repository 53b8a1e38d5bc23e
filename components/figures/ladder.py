"""A scale from the bottom up as a ladder: a rung per step, or per mark of a numeric scale that has room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from positions.model.issues import Issue
from positions.text.scale import ScaleMark, scale_marks

_LOWEST, _HIGHEST = 4.0, 10.0  # of a numeric scale, in heights of a rung's words


@dataclass(frozen=True)
class Rung:
    """A mark of a scale; `step` is its place on the ladder, `at` that on the scale."""

    step: float
    at: float
    short: str


@dataclass(frozen=True)
class Ladder:
    """The rungs from the first end up; the ladder is `last` steps high and the scale `length` long."""

    rungs: tuple[Rung, ...]
    last: float
    length: float

    def step(self, place: float) -> float:
        """The height of a place of the scale, in steps of the ladder."""
        return place * self.last / self.length if self.last != self.length else place


def ladder(issue: Issue) -> Ladder:
    """The ladder of an issue with a scale; on a numeric one rungs are at least a step apart."""
    marks = scale_marks(issue)
    if not issue.numeric:
        rungs = tuple(Rung(mark.at, mark.at, mark.beside) for mark in marks)
        return Ladder(rungs, issue.length, issue.length)
    nearest = min(other.at - one.at for one, other in pairwise(marks))
    last = min(_HIGHEST, max(_LOWEST, issue.length / nearest))
    kept = _apart(marks, issue.length / last)
    rungs = tuple(Rung(mark.at * last / issue.length, mark.at, mark.beside) for mark in kept)
    return Ladder(rungs, last, issue.length)


def _apart(marks: Sequence[ScaleMark], least: float) -> list[ScaleMark]:
    """The ends, and the marks between them that are no nearer than `least` to one kept before or the last."""
    kept = [marks[0]]
    for mark in marks[1:-1]:
        kept += [mark] if min(mark.at - kept[-1].at, marks[-1].at - mark.at) >= least * 0.999 else []
    return [*kept, marks[-1]]
