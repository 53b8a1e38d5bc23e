"""The axis of the record: where it begins, its days and events, and the names that have room on it."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from components.figures.figure_text import filled_lines, text_width
from components.sheet.geometry import WORDS, Room
from components.sheet.layout import EventMark, Movement, Tick
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


POLE = 4.0  # from the pole of an event to its name
_FLAG_WIDTHS = (92.0, 110.0, 140.0, 175.0, 215.0)
_FLAG_GAP, _TICK_GAP = 8.0, 12.0


@dataclass(frozen=True)
class Flag:
    """The name of an event above the axis: lines of text beside a thin pole, `level` 0 the lowest.

    `turned` says that the text stands left of the pole, where there is no room at its right.
    """

    event: EventMark
    lines: tuple[str, ...]
    left: float
    right: float
    level: int
    turned: bool

    @property
    def text(self) -> tuple[float, float]:
        """From where to where the words reach, a little beside the pole."""
        return (self.left, self.right - POLE) if self.turned else (self.left + POLE, self.right)


def flags(movement: Movement, room: Room) -> tuple[Flag, ...]:
    """The events that have room for their names, those that deserve it most first."""
    found: list[Flag] = []
    for event in movement.events:
        lines = _flag_lines(f"{event.day} · {event.name}", room.lines)
        if lines:
            flag = next(_free(event, lines, room, found), None)
            found += [flag] if flag else []
    return tuple(found)


def _flag_lines(words: str, most: int) -> tuple[str, ...]:
    """The words in the narrowest box of at most so many lines, () where none is wide enough."""
    kept = re.sub(r"^(\d+) (\S+) (\d{4}) · ", "\\1\u00a0\\2\u00a0\\3\u00a0· ", words)
    for width in _FLAG_WIDTHS:
        lines = filled_lines(kept, WORDS, width)
        if len(lines) <= most and all(text_width(line, WORDS) <= width for line in lines):
            return tuple(lines)
    return ()


def _free(event: EventMark, lines: tuple[str, ...], room: Room, placed: Sequence[Flag]) -> Iterator[Flag]:
    """The places of a flag in which it touches no other, the lowest first."""
    x = event.at * room.plot
    width = max(text_width(line, WORDS) for line in lines) + _FLAG_GAP
    # Those to the right first: of close poles the last stands lowest, and no text crosses another's pole.
    for turned in (False, True):
        for level in range(room.levels):
            left = x - width if turned else x
            flag = Flag(event, lines, left, left + width, level, turned)
            inside = left >= -room.left and left + width <= room.plot + room.right
            if inside and not any(_touch(flag, one, room) for one in placed):
                yield flag


def _touch(one: Flag, other: Flag, room: Room) -> bool:
    """Whether two flags cover each other, or the pole of one runs through the text of the other."""
    if one.level == other.level:
        return one.left < other.right and other.left < one.right
    lower, higher = sorted((one, other), key=lambda flag: flag.level)
    start, end = lower.text
    return start < higher.event.at * room.plot < end


def named_ticks(movement: Movement, room: Room) -> tuple[Tick, ...]:
    """The days that are named on the axis, the most needed first: none touches another."""
    found: list[Tick] = []
    for tick in movement.ticks:
        half = text_width(tick.words, WORDS) / 2
        if all(
            abs(tick.at - one.at) * room.plot >= half + text_width(one.words, WORDS) / 2 + _TICK_GAP
            for one in found
        ):
            found.append(tick)
    return tuple(found)
