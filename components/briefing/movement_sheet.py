"""The movement of a briefing, placed on one time axis, with the days that are worth a name under it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from html import unescape

from components.briefing.movement_parts import (
    EventMark,
    Line,
    MovementSheet,
    PanelSheet,
    Spoken,
    Stretch,
    Tick,
)
from components.sheet.layout import Movement, Panel, label
from components.sheet.timeline import Timeline
from positions.analysis.trajectory import Placing, Span
from positions.text.wording import day_of_month_words, day_words


def movement_sheet(movement: Movement) -> MovementSheet:
    """Everything that is drawn of a movement; no panels where no issue has a scale."""
    axis = movement.axis
    return MovementSheet(
        panels=tuple(_panel(panel, movement, axis) for panel in movement.panels),
        ticks=tuple(_ticks(movement, axis)),
        silences=axis.silences,
        events=tuple(_events(movement, axis)),
        since=axis.place(movement.since) if movement.since else None,
    )


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
    return Tick(axis.place(day), day_of_month_words(day), str(day.year))


def _events(movement: Movement, axis: Timeline) -> list[EventMark]:
    days: dict[dt.date, list[str]] = defaultdict(list)
    for on, event in sorted(movement.events, key=lambda one: one[0]):
        days[on].append(event.name)
    return [
        EventMark(axis.place(on), number, f"{day_words(on)}: {'; '.join(names)}")
        for number, (on, names) in enumerate(days.items(), start=1)
    ]
