"""Positions over time as rows: one per actor, issue and span of days without a change."""

from __future__ import annotations

from positions.analysis.trajectory import Span
from positions.model.base import Record
from positions.text.stance import doubted_words
from positions.tracks import Track
from positions.view import View


class SpanRow(Record):
    """Where an actor stood on an issue from one day to another."""

    issue: str
    """Id of the issue."""
    column: str
    """Id of the column: the actor's own, or that of the grouping of which it is a member."""
    actor: str
    """Id of the party or member."""
    name: str
    """Its name."""
    first: str
    """First day of the span."""
    until: str
    """First day of the next span; of the last span the as-of day."""
    point_low: int | float
    """Lowest step, or least value on a numeric scale, at which it stood."""
    point_high: int | float
    """Highest step or greatest value; equal to point_low for a single one."""
    words: str
    """The position in words, with the coder's doubt and what coders made otherwise of it."""
    weak: bool
    """Whether only words of low confidence were current."""
    old: bool
    """Whether the words were older than the dossier's limit."""
    statements: tuple[str, ...]
    """Ids of the statements that set it at the end of the span."""


def span_rows(view: View) -> list[SpanRow]:
    """The spans in which an actor stood on a step, issue by issue, each actor's in order of days."""
    return [row for track in view.tracks for span in track.spans if (row := _row(track, span, view))]


def _row(track: Track, span: Span, view: View) -> SpanRow | None:
    """The row of a span; None where nothing stood on a step."""
    if span.point is None:
        return None
    issue = view.tables.scales[track.issue]
    low, high = issue.named(span.point.low, span.point.high)
    return SpanRow(
        issue=track.issue,
        column=track.column,
        actor=track.actor,
        name=view.tables.names[track.actor],
        first=span.first.isoformat(),
        until=span.until.isoformat(),
        point_low=low,
        point_high=high,
        words=doubted_words(issue, span.point),
        weak=span.weak,
        old=span.old,
        statements=span.point.statements,
    )
