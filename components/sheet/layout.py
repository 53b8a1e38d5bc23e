"""Where the parts of the movement sheet stand: panels from the top down, lines, labels, notes."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from components.figure_text import spread, wrapped
from components.sheet.timeline import Timeline, timeline
from positions.analysis.trajectory import Placing, Span
from positions.models import Event, Issue, Statement
from positions.text.wording import STALE, STATE_WORDS, joined

# All lengths are pixels; y counts down from the top of the sheet, so that labels can be spread.
HEAD, STEP, LANE, LINE, GAP = 24, 26, 21, 18, 26
LEFT, LEADER = 20, 16  # the room for step numbers, and from a line to its name
NAME_WIDTH, NOTE_WIDTH = 15, 46  # letters; what fits a phone


@dataclass(frozen=True)
class Panel:
    """One issue: its spans by holder, and where its parts stand in the figure."""

    issue: Issue
    spans: Sequence[Span]
    top: float

    @cached_property
    def lines(self) -> dict[str, list[Span]]:
        """The spans with a step, by holder, in their order."""
        found: dict[str, list[Span]] = defaultdict(list)
        for span in self.spans:
            if span.drawn:
                found[span.holder].append(span)
        return dict(found)

    @cached_property
    def notes(self) -> list[str]:
        """Lines that name those whose last span holds no current position, by its kind."""
        last = {span.holder: span for span in self.spans}
        silent: dict[str, list[str]] = defaultdict(list)
        for span in last.values():
            if not span.drawn or span.state == "stale":
                words = STATE_WORDS.get(span.state, STALE)
                silent[words].append(f"{span.name} (0 of {span.members})" if span.members else span.name)
        told = " · ".join(f"{words}: {joined(names)}" for words, names in silent.items())
        return wrapped(told, NOTE_WIDTH).split("<br>") if told else []

    @property
    def zero(self) -> float:
        """Where step 0 stands."""
        steps = STEP * (len(self.issue.scale) - 1)
        return self.top - HEAD - LANE - max(steps, LINE * len(self.lines) - 2 * LANE)

    @property
    def bottom(self) -> float:
        """Where the panel ends."""
        return self.zero - LANE - LINE * len(self.notes) - 4

    @cached_property
    def lanes(self) -> dict[str, float]:
        """By holder, how far its line stands from its step, so that lines which meet stay apart."""
        met = {
            holder
            for one, other in combinations(self.lines, 2)
            if any(_meet(a, b) for a in self.lines[one] for b in self.lines[other])
            for holder in (one, other)
        }
        order = [holder for holder in self.lines if holder in met]
        apart = min(6.5, 16 / max(1, len(order) - 1))
        return {holder: apart * ((len(order) - 1) / 2 - place) for place, holder in enumerate(order)}

    def y(self, point: float, holder: str | None = None) -> float:
        """Where a step stands, or the holder's line on it."""
        height = self.top - HEAD - LANE - self.zero
        return self.zero + point / (len(self.issue.scale) - 1) * height + self.lanes.get(holder or "", 0.0)

    def labels(self) -> list[tuple[Span, str, float]]:
        """The last span of each line with the line's name and where the name stands."""
        ends = [spans[-1] for spans in self.lines.values()]
        names = [wrapped(label(span), NAME_WIDTH) for span in ends]
        apart = LINE * max((1 + name.count("<br>") for name in names), default=1)
        places = spread(
            [self.y(span.point, span.holder) for span in ends],
            apart,
            self.zero - LANE / 2,
            self.top - HEAD - LANE / 2,
        )
        return list(zip(ends, names, places, strict=True))


def label(span: Span) -> str:
    """The name of a line; a grouping's says how many of its members count."""
    return f"{span.name} ({len(span.named)} of {span.members})" if span.members else span.name


def _meet(one: Span, other: Span) -> bool:
    """Whether two spans are on one point on the same days."""
    return one.point == other.point and one.first <= other.until and other.first <= one.until


@dataclass(frozen=True)
class Movement:
    """What the sheet is drawn from: issues, columns, their spans and placings, and the days it covers.

    `spoken` holds placings under the column on which they are drawn, `said` the statements by
    id, `names` those of holders and speakers. Events without a day are not drawn.
    """

    issues: Sequence[Issue]
    spans: Sequence[Span]
    spoken: Sequence[tuple[str, Placing]]
    said: Mapping[str, Statement]
    names: Mapping[str, str]
    events: Sequence[tuple[dt.date, Event]]
    first: dt.date
    last: dt.date
    since: dt.date | None = None

    @cached_property
    def panels(self) -> list[Panel]:
        """One per issue with a scale, in order, from the top down."""
        made: list[Panel] = []
        for issue in self.issues:
            if issue.scale:
                top = made[-1].bottom - GAP if made else 0.0
                made.append(Panel(issue, [one for one in self.spans if one.issue == issue.id], top))
        return made

    @cached_property
    def axis(self) -> Timeline:
        """The time axis, shortened where nothing was said and nothing happened for long."""
        first = min(self.first, self.last - dt.timedelta(days=1))
        busy = [one.day.date() for _, one in self.spoken] + [day for day, _ in self.events]
        busy += [self.since] if self.since else []
        return timeline([first, self.last, *(day for day in busy if first <= day <= self.last)])
