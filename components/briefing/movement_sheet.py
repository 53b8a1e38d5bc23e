"""The movement sheet as records: lines, marks and events placed on one time axis from 0 to 1."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

from components.briefing.timeline import Silence, Timeline, timeline
from components.sheet.layout import Movement, Panel, label
from positions.analysis.trajectory import Placing, Span
from positions.models import Issue
from positions.wording import day_words


@dataclass(frozen=True)
class Stretch:
    """A side on one step from one place to another; `joined` leads on to the next step."""

    left: float
    right: float
    point: float
    stale: bool
    joined: bool


@dataclass(frozen=True)
class Spoken:
    """What was said on one day: its place, point and range, and whether in the side's own words."""

    at: float
    point: float
    low: float
    high: float
    own: bool


@dataclass(frozen=True)
class Line:
    """One side in a panel."""

    holder: str
    label: str
    grouping: bool
    thin: bool
    stretches: tuple[Stretch, ...]
    spoken: tuple[Spoken, ...]


@dataclass(frozen=True)
class PanelSheet:
    """One issue: its lines, and in words who holds no current position."""

    issue: Issue
    lines: tuple[Line, ...]
    note: str


@dataclass(frozen=True)
class Tick:
    """A day that may stand under the axis, if there is room."""

    at: float
    day: str
    year: str


@dataclass(frozen=True)
class EventMark:
    """A day with events, numbered from 1 along the axis, and what happened, in words."""

    at: float
    number: int
    words: str


@dataclass(frozen=True)
class MovementSheet:
    """All panels with the axis they share; `since` is the place of the earlier compared day."""

    panels: tuple[PanelSheet, ...]
    ticks: tuple[Tick, ...]
    silences: tuple[Silence, ...]
    events: tuple[EventMark, ...]
    since: float | None


def movement_sheet(movement: Movement) -> MovementSheet:
    """Everything that is drawn of a movement; no panels where no issue has a scale."""
    axis = timeline(_days(movement))
    return MovementSheet(
        panels=tuple(_panel(panel, movement, axis) for panel in movement.panels),
        ticks=tuple(_ticks(movement, axis)),
        silences=axis.silences,
        events=tuple(_events(movement, axis)),
        since=axis.place(movement.since) if movement.since else None,
    )


def _days(movement: Movement) -> list[dt.date]:
    """The days that the axis must not lose: its ends, statements, events, the earlier day."""
    ends = [end.date() for end in movement.ends]
    spoken = [one.day.date() for _, one in movement.spoken]
    since = [movement.since] if movement.since else []
    return [day for day in (*ends, *spoken, *(on for on, _ in movement.events), *since) if day <= ends[1]]


def _panel(panel: Panel, movement: Movement, axis: Timeline) -> PanelSheet:
    said: dict[str, list[Placing]] = defaultdict(list)
    for column, one in movement.spoken:
        if one.issue == panel.issue.id:
            said[column].append(one)
    lines = tuple(_line(spans, said[holder], axis) for holder, spans in panel.lines.items())
    return PanelSheet(panel.issue, lines, unescape(" ".join(panel.notes)))


def _line(spans: Sequence[Span], said: Sequence[Placing], axis: Timeline) -> Line:
    return Line(
        holder=spans[-1].holder,
        label=label(spans[-1]),
        grouping=bool(spans[-1].members),
        thin=spans[-1].thin,
        stretches=tuple(
            _stretch(span, following, axis) for span, following in zip(spans, [*spans[1:], None], strict=True)
        ),
        spoken=tuple(
            Spoken(axis.place(one.day.date()), one.point, one.low, one.high, one.own_words) for one in said
        ),
    )


def _stretch(span: Span, following: Span | None, axis: Timeline) -> Stretch:
    return Stretch(
        left=axis.place(span.first.date()),
        right=axis.place(span.until.date()),
        point=span.point,
        stale=span.state == "stale",
        joined=following is not None and following.first == span.until,
    )


def _ticks(movement: Movement, axis: Timeline) -> list[Tick]:
    """The days worth a name under the axis, the most needed first: ends, the earlier day, silences, words."""
    wanted = [day for day, _ in (axis.knots[-1], axis.knots[0])]
    wanted += [movement.since] if movement.since else []
    wanted += [day for silence in axis.silences for day in (silence.last, silence.first)]
    wanted += sorted({one.day.date() for _, one in movement.spoken}, reverse=True)
    return [_tick(day, axis) for day in dict.fromkeys(wanted)]


def _tick(day: dt.date, axis: Timeline) -> Tick:
    short, _, year = day_words(day).rpartition(" ")
    return Tick(axis.place(day), short, year)


def _events(movement: Movement, axis: Timeline) -> list[EventMark]:
    days: dict[dt.date, list[str]] = defaultdict(list)
    for on, event in sorted(movement.events, key=lambda one: one[0]):
        days[on].append(event.name)
    return [
        EventMark(axis.place(on), number, f"{day_words(on)}: {'; '.join(names)}")
        for number, (on, names) in enumerate(days.items(), start=1)
    ]
