"""Change over time as rows: between two days, same side other words, and spans without a change."""

from __future__ import annotations

from positions.analysis.trajectory import Span
from positions.measures.tracks import Track
from positions.model.base import Record
from positions.rows import row_of
from positions.text.divergence import DivergenceWords, divergence_words
from positions.text.movement import change_rows
from positions.text.stance import doubted_words
from positions.text.wording import unit_words
from positions.view import View


class MovementRow(Record):
    """One actor on one issue between the two days of the view."""

    issue: str
    """Id of the issue."""
    issue_name: str
    """Name of the issue."""
    column: str
    """Id of the column: the actor's own, or that of the grouping of which it is a member."""
    actor: str
    """Id of the party or member."""
    name: str
    """Its name; of a member with the grouping's."""
    earlier_day: str
    """The earlier of the two days that are compared."""
    later_day: str
    """The later of the two days, the as-of day."""
    kind: str
    """What changed: first on record, moved, restated and so on; the meanings stand in the codebook."""
    before: str
    """The position on the earlier day, with its own day and speaker."""
    after: str
    """The position on the later day, with its own day and speaker."""
    words: str
    """The change in words; moves say toward whom and away from whom."""
    statements: tuple[str, ...]
    """Ids of the statements behind both positions, the earlier first."""


def movement_rows(view: View) -> list[MovementRow]:
    """One row per actor and issue, as `positions.text.movement.change_rows`; none without an earlier day."""
    days = {"earlier_day": (view.since or view.day).isoformat(), "later_day": view.day.isoformat()}
    return [row_of(MovementRow, one, **days) for one in change_rows(view)]


class DivergenceRow(Record):
    """Two statements of one actor on one issue, at least two steps or half a numeric scale apart."""

    issue: str
    """Id of the issue."""
    issue_name: str
    """Name of the issue."""
    column: str
    """Id of the column: the actor's own, or that of the grouping of which it is a member."""
    actor: str
    """Id of the party or member that said both."""
    name: str
    """Its name; of a member with the grouping's."""
    apart: float
    """The least length between the two, in `unit`."""
    unit: str
    """What it is counted in: steps, or the unit of a numeric scale."""
    days: int
    """The most days that can lie between the two."""
    government: bool
    """Whether the next government took office between the two."""
    codings: int
    """How many codings beside the dossier place both."""
    holds: int
    """In how many of these the two lie as far apart as a divergence needs."""
    later: str
    """The later words: step, conditions, speaker, day, mode, phrase, source."""
    earlier: str
    """The newest earlier words that lie so far from them."""
    words: str
    """Both in sentences."""
    statements: tuple[str, ...]
    """Ids of the statements behind both, the earlier first."""


def divergence_rows(view: View) -> list[DivergenceRow]:
    """One row per pair within 90 days, the newest first."""
    return [_divergence(one, view) for one in divergence_words(view)]


def _divergence(one: DivergenceWords, view: View) -> DivergenceRow:
    issue, found = view.tables.scales[one.of.issue], one.of.found
    name, _, later, earlier, *_ = one.texts
    return row_of(
        DivergenceRow,
        one.of,
        found,
        issue_name=issue.name,
        name=name,
        unit=unit_words(issue),
        later=later,
        earlier=earlier,
        words=one.sentence,
        statements=(*found.earlier.statements, *found.later.statements),
    )


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
    return row_of(
        SpanRow,
        track,
        span,
        name=view.tables.names[track.actor],
        first=span.first.isoformat(),
        until=span.until.isoformat(),
        point_low=low,
        point_high=high,
        words=doubted_words(issue, span.point),
        statements=span.point.statements,
    )
