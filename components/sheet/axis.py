"""The axis of the record: where it begins, what it is named after, and the events on it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from components.sheet.layout import EventMark, Tick
from components.sheet.timeline import Timeline, timeline
from positions.model.dossier import Event
from positions.model.fields import last_day
from positions.selection import days_covered
from positions.text.wording import count_words, day_of_month_words, said_on_words
from positions.view import View

# The day from which an event counts, the day as it is known, and the event.
DatedEvent = tuple[dt.date, str, Event]


def dated_events(view: View) -> list[DatedEvent]:
    """The events up to the day that have one, in order."""
    dated = [(last_day(event.day), event.day, event) for event in view.tables.dossier.events if event.day]
    return sorted((one for one in dated if one[0] <= view.day), key=lambda one: one[0])


def first_day_shown(view: View, events: Sequence[DatedEvent]) -> dt.date:
    """Where the axis begins: with the period that was chosen, or with the dossier's and its events."""
    first = days_covered(view.tables.dossier, view.selection.stretch)[0]
    earliest = first if view.selection.stretch else min([first, *(day for day, _, _ in events)])
    return min(earliest, view.day - dt.timedelta(days=1))


def axis_of(view: View, first: dt.date, events: Iterable[dt.date]) -> Timeline:
    """The axis, shortened where nothing was said and nothing happened for long."""
    busy = {one.day for track in view.tracks for one in track.placings} | set(events)
    busy |= {view.since} if view.since else set()
    return timeline([first, view.day, *(day for day in busy if first <= day <= view.day)])


def ticks_of(view: View, axis: Timeline) -> Iterator[Tick]:
    """The days worth a name, the most needed first: ends, the earlier day, silences, words."""
    wanted = [axis.last, axis.first, *([view.since] if view.since else [])]
    ends = set(wanted)
    wanted += [day for silence in axis.silences for day in (silence.last, silence.first)]
    said = {one.day for track in view.tracks for one in track.placings if one.day >= axis.first}
    wanted += sorted(said, reverse=True)
    for day in dict.fromkeys(wanted):
        if day in view.tables.imprecise and day not in ends:
            continue  # nobody named this day

        yield Tick(axis.place(day), day_of_month_words(day), str(day.year))


def event_marks(view: View, events: Sequence[DatedEvent], axis: Timeline) -> Iterator[EventMark]:
    """The days with events; those between the two days first, then the others, both newest first."""
    names: dict[tuple[dt.date, str], list[str]] = defaultdict(list)
    for day, known, event in events:
        names[day, known].append(event.name)
    since = view.since or axis.first
    for day, known in sorted(names, key=lambda one: (one[0] >= since, one), reverse=True):
        named = names[day, known]
        more = f" and {count_words(len(named) - 1, 'more event')}" if len(named) > 1 else ""
        yield EventMark(
            at=axis.place(day),
            day=said_on_words(known),
            name=f"{named[0]}{more}",
            words=f"{said_on_words(known)}: {'; '.join(named)}",
        )
