"""From a view to its record over time, for screen and paper."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from components.figures.arrows import arrow_panels
from components.figures.scale import OWN, REPORTED, scale_row
from components.sheet.axis import axis_of, dated_events, event_marks, first_day_shown, ticks_of
from components.sheet.layout import Label, Line, Movement, Panel, Spoken, Stretch
from components.sheet.timeline import Timeline
from components.theme import MarkLook, mark_look
from positions.analysis.position import DRAFT
from positions.analysis.trajectory import Placing, Span
from positions.analysis.words import Stance
from positions.measures.tracks import Track
from positions.model.issues import Issue
from positions.text.stance import counted_day_words, doubted_words, stance_month
from positions.text.wording import day_words, joined
from positions.view import View

_SMALL = 0.6  # the part of its usual size that a mark has which cannot lead
_MOST_NAMED = 3


@lru_cache(maxsize=64)
def movement_of(view: View) -> Movement:
    """The arrows of the two days, and the lines, marks and events of the period up to the day."""
    events = dated_events(view)
    first = first_day_shown(view, events)
    shown = [one for one in events if one[0] >= first]
    axis = axis_of(view, first, [day for day, _, _ in shown])
    dossier = view.tables.dossier
    return Movement(
        panels=tuple(_panel(view, issue, axis) for issue in view.scaled) if view.tables.dated else (),
        arrows=arrow_panels(view),
        axis=axis,
        ticks=tuple(ticks_of(view, axis)),
        events=tuple(event_marks(view, shown, axis)),
        since=axis.place(view.since) if view.since else None,
        days=(day_words(view.since) if view.since else "", day_words(view.day)),
        ends=(dossier.low_end, dossier.high_end),
    )


def _panel(view: View, issue: Issue, axis: Timeline) -> Panel:
    tracks = [track for track in view.tracks if track.issue == issue.id]
    lines = (_line(track, view, axis) for track in tracks)
    return Panel(
        issue=issue,
        lines=tuple(line for line in lines if line.stretches),
        spoken=tuple(_spoken(tracks, view, axis)),
        labels=tuple(_labels(tracks, view)),
        note=_note(view, issue),
    )


def _line(track: Track, view: View, axis: Timeline) -> Line:
    spans = [span for span in track.spans if span.until > axis.first or span.until == view.day]
    issue = view.tables.scales[track.issue]
    return Line(
        actor=track.actor,
        name=_name(track, view),
        column=track.column,
        member=track.actor != track.column,
        stretches=tuple(
            _stretch(span, point, following, (view, issue), axis)
            for span, following in zip(spans, [*spans[1:], None], strict=False)
            if span.point
            for point in span.point.named
        ),
    )


def _stretch(
    span: Span, point: Stance, following: Span | None, shown: tuple[View, Issue], axis: Timeline
) -> Stretch:
    """A line on a point of a span; it leads on to the next one where both have one point alone."""
    view, issue = shown
    whole = span.point or point
    return Stretch(
        left=axis.place(span.first),
        right=axis.place(span.until),
        first=span.first,
        until=span.until,
        begins=counted_day_words(span.first, view.tables),
        ends=day_words(view.day) if span.until == view.day else counted_day_words(span.until, view.tables),
        point=point.middle,
        words=doubted_words(issue, whole),
        weak=span.weak,
        old=span.old,
        joined=_one(span) and following is not None and _one(following),
    )


def _one(span: Span) -> bool:
    return span.point is not None and len(span.point.named) == 1


def _name(track: Track, view: View) -> str:
    names = view.tables.names
    own = names[track.actor]
    return own if track.actor == track.column else f"{own} ({names[track.column]})"


def _spoken(tracks: Sequence[Track], view: View, axis: Timeline) -> Iterator[Spoken]:
    """The marks, what several members of a column said on one day on the same steps as one."""
    groups: dict[tuple[object, ...], list[tuple[Track, Placing, str, MarkLook]]] = defaultdict(list)
    for track in tracks:
        for one in track.placings:
            if one.day >= axis.first:
                key, look = _look(one, view)
                groups[track.column, one.day, one.low, one.high, one.doubt, look].append(
                    (track, one, key, look)
                )
    for same in groups.values():
        track, one, key, look = same[0]
        yield Spoken(
            at=axis.place(one.day),
            day=one.day,
            column=track.column,
            actors=tuple(dict.fromkeys(told[0].actor for told in same)),
            low=one.low,
            high=one.high,
            doubt=one.doubt,
            look=look,
            key=key,
            statements=tuple(dict.fromkeys(said for told in same for said in told[1].statements)),
        )


def _look(one: Placing, view: View) -> tuple[str, MarkLook]:
    """The key of a mark's meaning and its look; small where it cannot lead, as advisers and bounded words."""
    said = [view.tables.by_id[statement] for statement in one.statements]
    key = DRAFT if one.kind == DRAFT else OWN if one.own_words else REPORTED
    weak = all(statement.confidence == "low" for statement in said)
    look = mark_look(key, weak=weak)
    small = one.kind in ("adviser", "individual") or all(statement.until for statement in said)
    return "weak" if weak else key, replace(look, size=_SMALL) if small else look


def _labels(tracks: Sequence[Track], view: View) -> Iterator[Label]:
    """A name for each point of a column at which lines have not ended; old words with their month."""
    ends: dict[tuple[str, float, bool], list[Track]] = defaultdict(list)
    for track in tracks:
        if track.spans and track.spans[-1].point:
            last = track.spans[-1]
            for stance in last.point.named if last.point else ():
                ends[track.column, stance.middle, last.old].append(track)
    for (column, point, old), same in ends.items():
        yield Label(column, _label(column, same, view, old=old), point)


def _label(column: str, same: Sequence[Track], view: View, *, old: bool) -> str:
    names = [view.tables.names[track.actor] for track in same]
    if len(names) > _MOST_NAMED + 1:
        names = [*names[:_MOST_NAMED], f"{len(names) - _MOST_NAMED} more"]
    told = joined(names)
    if same[0].actor != column:
        told += f" ({view.tables.names[column]})"
    return f"{told}, {_months(same, view)}" if old else told


def _months(same: Sequence[Track], view: View) -> str:
    """The month of old words, or the first and the last of several."""
    stances = sorted((point for track in same if (point := track.spans[-1].point)), key=lambda one: one.day)
    months = list(dict.fromkeys(stance_month(one, view.tables) for one in (stances[0], stances[-1])))
    return " to ".join(months)


def _note(view: View, issue: Issue) -> str:
    """Whose words have no day, then the columns that stand on no step, by why."""
    blanks = scale_row(view, issue).blanks
    undated = [
        f"{view.tables.names[actor]} ({doubted_words(issue, stance)})"
        for cell in view.row(issue.id)
        for actor, stance in cell.stances
        if not stance.dated
    ]
    words = [f"undated, on no day of the axis: {joined(undated)}"] if undated else []
    told = " · ".join([*words, *(f"{blank.words}: {blank.names}" for blank in blanks)])
    return told[:1].upper() + told[1:]
