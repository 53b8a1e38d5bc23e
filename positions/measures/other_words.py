"""Same side, other words: the divergences of every actor that a view shows, on every issue of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.analysis.divergence import Divergence, divergences, threshold
from positions.model.fields import first_day, last_day
from positions.model.issues import Issue

if TYPE_CHECKING:
    import datetime as dt

    from positions.analysis.words import Words
    from positions.view import View


@dataclass(frozen=True)
class OtherWords:
    """A divergence with whose it is: the column, the actor in it, and the issue."""

    column: str
    actor: str
    issue: str
    found: Divergence


def other_words(view: View, days: int) -> tuple[OtherWords, ...]:
    """The divergences within so many days, the newest first; of one day in the order of issues and columns.

    A grouping's are those of its members, each by itself. Words after the view's day, or older than the
    reader wants to see, are left out; a reference text is no side and has none.
    """
    sides: dict[str, str] = {}
    for column in view.columns:
        for actor in view.actors(column):
            sides.setdefault(actor, column)
    found = [
        OtherWords(column, actor, issue.id, one)
        for issue in view.scaled
        for actor, column in sides.items()
        if actor not in view.tables.lasting
        for one in _of(view, actor, issue, days)
    ]
    return tuple(sorted(found, key=lambda one: one.found.later.day, reverse=True))


def _of(view: View, actor: str, issue: Issue, days: int) -> tuple[Divergence, ...]:
    tables, oldest = view.tables, view.selection.span

    def ends(one: Words) -> tuple[dt.date, dt.date]:
        said_on = tables.by_id[one.statement].said_on
        return first_day(said_on), last_day(said_on)

    words = [
        one
        for one in tables.words.get((actor, issue.id), ())
        if one.day <= view.day and (oldest is None or not one.older(view.day, oldest))
    ]
    least = threshold(issue.length, numeric=issue.numeric is not None)
    return divergences(words, ends, days=days, least=least)
