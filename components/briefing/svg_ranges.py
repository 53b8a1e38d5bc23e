"""Where the marks of one issue stand in its drawing: a lane per side on the issue's own scale.

Widths are per cent of the drawing, heights pixels, so that it fits a phone and a page alike.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass

from components.briefing.parts import GapText
from components.briefing.scale_parts import Placed, RangeRow
from components.theme import Mark
from positions.models import Issue
from positions.text.wording import Stand, joined, number_words, step_words

LINE, BAR, AXIS = 16, 26, 20
LETTERS = 26  # a line of a name, at most; what stands beside the middle on a phone


@dataclass(frozen=True)
class Track:
    """One side: its name in lines over its marker, its stated range, and where it stood before."""

    lines: tuple[str, ...]
    anchor: str
    top: float
    y: float
    x: float
    low: float
    high: float
    before: float | None
    mark: Mark
    thin: bool


@dataclass(frozen=True)
class RangeDrawing:
    """One issue as a drawing; `span` runs from the outermost point to the other, None without a pair.

    `words` say all that is drawn, for whoever does not see it; `blanks` name who has no place and why.
    """

    issue: Issue
    tracks: tuple[Track, ...]
    ticks: tuple[tuple[float, str], ...]
    span: tuple[float, float] | None
    height: float
    gap: GapText
    blanks: tuple[str, ...]
    words: str


def range_drawing(row: RangeRow, marks: Mapping[str, Mark]) -> RangeDrawing:
    """The drawing of one row of the range plot, sides in the order of the row."""
    last = len(row.issue.scale) - 1
    tracks: list[Track] = []
    for side in row.placed:
        top = tracks[-1].y + BAR / 2 if tracks else 0.0
        tracks.append(_track(side, last, top, marks[side.holder]))
    points = [track.x for track in tracks]
    bottom = tracks[-1].y + BAR / 2 if tracks else BAR
    return RangeDrawing(
        issue=row.issue,
        tracks=tuple(tracks),
        ticks=tuple((step.step / last * 100, str(step.step)) for step in row.issue.scale),
        span=(min(points), max(points)) if len(points) > 1 else None,
        height=bottom + AXIS,
        gap=row.gap,
        blanks=tuple(f"{blank.label}: {blank.words}" for blank in row.blanks),
        words=range_sentence(row),
    )


def range_sentence(row: RangeRow) -> str:
    """Who stands on which step, in words, of whom nothing is placed, and the widest gap."""
    told = [f"{side.label} at step {_steps(side)}, {_words(row.issue, side.stand)}" for side in row.placed]
    told += [f"{blank.label} {blank.words}" for blank in row.blanks]
    pairs = f" ({joined(row.gap.pairs)})" if row.gap.pairs else ""
    return f"{row.issue.name}: {'; '.join(told)}. Widest gap: {row.gap.words}{pairs}."


def _track(side: Placed, last: int, top: float, mark: Mark) -> Track:
    lines = textwrap.wrap(side.label, LETTERS) or [side.label]
    x = side.point / last * 100
    return Track(
        lines=tuple(lines),
        anchor="start" if x < 35 else "end" if x > 65 else "middle",
        top=top,
        y=top + LINE * len(lines) + BAR / 2,
        x=x,
        low=side.low / last * 100,
        high=side.high / last * 100,
        before=None if side.before is None else side.before / last * 100,
        mark=mark,
        thin=side.thin,
    )


def _steps(side: Placed) -> str:
    ends = f"{number_words(side.low)} to {number_words(side.high)}"
    stated = "" if side.low == side.high else f" (stated {ends})"
    before = "" if side.before is None else f", before at {number_words(side.before)}"
    return f"{number_words(side.point)}{stated}{before}"


def _words(issue: Issue, stand: Stand) -> str:
    return step_words(issue, stand, short=True)
