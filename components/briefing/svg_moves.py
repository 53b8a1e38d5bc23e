"""Where the lines of one issue stand in its drawing over time; the geometry is that of the sheet on screen.

Widths are per cent of the drawing, heights pixels.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from itertools import pairwise

import pandas as pd

from components.sheet.layout import HEAD, LANE, Movement, Panel
from components.sheet.words import panel_sentence
from components.theme import Mark
from positions.analysis.trajectory import Placing
from positions.models import Issue
from positions.text.wording import day_of_month_words, day_words


@dataclass(frozen=True)
class Stroke:
    """A piece of a step line; `stale` where the position no longer counts."""

    x1: float
    y1: float
    x2: float
    y2: float
    stale: bool


@dataclass(frozen=True)
class Spoken:
    """A day on which a side was placed, with the range of its words; a ring where they are only reported."""

    x: float
    y: float
    low: float
    high: float
    ring: bool


@dataclass(frozen=True)
class Line:
    """One side over time: its strokes, its statements, and its name at the end of the line."""

    mark: Mark
    members: bool
    strokes: tuple[Stroke, ...]
    spoken: tuple[Spoken, ...]
    name: tuple[str, ...]
    end: float
    name_at: float


@dataclass(frozen=True)
class MovesDrawing:
    """One issue over time; `steps` pairs heights with numbers, `days` places with words.

    `since` is the place of the earlier day, None without one; `words` say all that is drawn.
    """

    issue: Issue
    lines: tuple[Line, ...]
    steps: tuple[tuple[float, str], ...]
    days: tuple[tuple[float, str], ...]
    since: float | None
    height: float
    notes: tuple[str, ...]
    words: str


def moves_drawings(movement: Movement, marks: Mapping[str, Mark]) -> tuple[MovesDrawing, ...]:
    """One drawing per issue with a scale, in order."""
    return tuple(_drawing(panel, movement, marks) for panel in movement.panels)


def _drawing(panel: Panel, movement: Movement, marks: Mapping[str, Mark]) -> MovesDrawing:
    top = panel.top - HEAD
    place = _Place(movement, top)
    names = {span.holder: (name, top - y) for span, name, y in panel.labels()}
    return MovesDrawing(
        issue=panel.issue,
        lines=tuple(
            _line(panel, movement, place, holder, (marks[holder], *names[holder])) for holder in panel.lines
        ),
        steps=tuple((place.y(panel.y(step.step)), str(step.step)) for step in panel.issue.scale),
        days=_days(movement, place),
        since=place.x(pd.Timestamp(movement.since)) if movement.since else None,
        height=top - panel.zero + LANE + 14,
        notes=tuple(unescape(note) for note in panel.notes),
        words=panel_sentence(panel),
    )


@dataclass(frozen=True)
class _Place:
    """Days and heights of the sheet as per cent and pixels from the top of one drawing."""

    movement: Movement
    top: float

    def x(self, day: pd.Timestamp) -> float:
        return self.movement.axis.place(day.date()) * 100

    def y(self, height: float) -> float:
        return self.top - height


def _line(
    panel: Panel, movement: Movement, place: _Place, holder: str, look: tuple[Mark, str, float]
) -> Line:
    spans, (mark, name, name_at) = panel.lines[holder], look
    strokes = []
    for span in spans:
        y = place.y(panel.y(span.point, holder))
        strokes.append(Stroke(place.x(span.first), y, place.x(span.until), y, span.state == "stale"))
    for before, after in pairwise(list(strokes)):
        if before.x2 == after.x1 and before.y1 != after.y1:
            strokes.append(Stroke(after.x1, before.y1, after.x1, after.y1, before.stale))
    spoken = tuple(
        _spoken(panel, place, holder, one)
        for column, one in movement.spoken
        if (column, one.issue) == (holder, panel.issue.id)
    )
    end = place.y(panel.y(spans[-1].point, holder))
    lines = tuple(unescape(part) for part in name.split("<br>"))
    return Line(mark, bool(spans[0].members), tuple(strokes), spoken, lines, end, name_at)


def _spoken(panel: Panel, place: _Place, holder: str, one: Placing) -> Spoken:
    low, point, high = (place.y(panel.y(step, holder)) for step in (one.low, one.point, one.high))
    return Spoken(place.x(one.day), point, low, high, not one.own_words)


def _days(movement: Movement, place: _Place) -> tuple[tuple[float, str], ...]:
    """Both ends of the time axis, and the first of a month between them where it has room."""
    first, last = movement.axis.first, movement.axis.last
    months = [(place.x(month), month.date()) for month in pd.date_range(first, last, freq="MS")]
    inner = [(x, day_of_month_words(day)) for x, day in months if 28 < x < 72]
    return ((0.0, day_words(first)), *inner[:1], (100.0, day_words(last)))
