"""Positions over time: a line per actor and issue, with the words that placed it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from positions.analysis.trajectory import Placing, Span, placings, spans, turning_days
from positions.cell import position_at
from positions.tables import Tables

if TYPE_CHECKING:
    from positions.view import View


@dataclass(frozen=True)
class Track:
    """An actor over time on an issue, drawn in a column: its own, or its grouping's."""

    column: str
    actor: str
    issue: str
    spans: tuple[Span, ...]
    placings: tuple[Placing, ...]


def tracks_of(view: View) -> tuple[Track, ...]:
    """Those of a view up to its day, issue by issue and column by column; none of who was never placed."""
    oldest = view.selection.span
    return tuple(
        track
        for issue in view.scaled
        for column in view.columns
        for actor in view.actors(column)
        if (
            track := Track(column, actor, issue.id, *_history(view.tables, actor, issue.id, view.day, oldest))
        ).placings
    )


@lru_cache(maxsize=4_000)
def _history(
    tables: Tables, actor: str, issue: str, as_of: dt.date, oldest: int | None
) -> tuple[tuple[Span, ...], tuple[Placing, ...]]:
    words = tables.words.get((actor, issue), ())
    lasting = actor in tables.lasting
    days = turning_days(
        [one for one in words if one.authority <= 2],
        10**6 if lasting else tables.dossier.stale_after,
        as_of,
        None if lasting else oldest,
    )
    found = spans(
        days,
        lambda day: position_at(tables, actor, issue, day, oldest),
        lambda said, day: not lasting and tables.old(said, day),
    )
    return tuple(found), tuple(placings(words, as_of))
