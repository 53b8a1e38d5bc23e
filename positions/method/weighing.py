"""What the rules make of each placed statement of an actor on an issue: one part each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from positions.analysis.position import Words
from positions.cell import Cell
from positions.view import View

# What becomes of a placed statement, in the order in which the rules ask.
PARTS: dict[str, str] = {
    "left_out": "set aside: older than the reader wants",
    "government": "set aside: of a government that has left office",
    "individual": "set aside: speaks for himself or herself",
    "draft": "cannot lead: a draft or shared text",
    "bounded": "cannot lead: a measure bounded in time",
    "adviser": "cannot lead: an adviser, while a higher office has spoken",
    "outside": "set aside: older than the window",
    "superseded": "set aside: same speaker, later word",
    "below": "stands below the point, with its own day",
    "same": "current, and names no other step than the point or newer words do",
    "point": "leads: the point",
}


@dataclass(frozen=True)
class Weighed:
    """One placed statement by its id, and what becomes of it: a key of PARTS."""

    statement: str
    part: str


@dataclass(frozen=True)
class Weighing:
    """The placed statements up to the day, oldest first, and the window's first and last day."""

    statements: tuple[Weighed, ...]
    opens: dt.date
    newest: dt.date


def weighing(cell: Cell, view: View) -> Weighing:
    """Every placed statement of a cell that has a point: its part, or the first rule that keeps it out."""
    words = view.tables.words[cell.holder, cell.issue]
    known = sorted(
        (one for one in words if one.placed and one.day <= view.day), key=lambda one: (one.day, one.order)
    )
    kept = _kept_out(known, view, lasting=cell.holder in view.tables.lasting)
    leaders = [one for one in known if one.statement not in kept]
    newest = max(one.day for one in leaders)
    opens = newest - dt.timedelta(days=view.tables.dossier.window)
    parts = {one.statement: _late(one, leaders, opens) for one in leaders} | kept | _shown(cell)
    return Weighing(tuple(Weighed(one.statement, parts[one.statement]) for one in known), opens, newest)


def _shown(cell: Cell) -> dict[str, str]:
    """The statements of the point and of what stands below it."""
    point, others = cell.position.point, cell.position.others
    found = {name: "below" for one in others for name in one.statements}
    return found | dict.fromkeys(point.statements if point else (), "point")


def _kept_out(known: Sequence[Words], view: View, *, lasting: bool) -> dict[str, str]:
    """The statements that cannot lead, whatever their day, each with the rule that says so."""
    oldest = None if lasting else view.selection.span
    found = {one.statement: part for one in known if (part := _bar(one, view.day, oldest))}
    rest = [one for one in known if one.statement not in found]
    if any(one.authority < _ADVISER for one in rest):
        found |= {one.statement: "adviser" for one in rest if one.authority == _ADVISER}
    return found


_ADVISER = 2


def _bar(one: Words, day: dt.date, oldest: int | None) -> str | None:
    bars = {
        "left_out": oldest is not None and one.older(day, oldest),
        "government": one.ends is not None and one.ends <= day,
        "individual": one.authority > _ADVISER,
        "draft": one.document,
        "bounded": one.until is not None,
    }
    return next((part for part, holds in bars.items() if holds), None)


def _late(one: Words, leaders: Sequence[Words], opens: dt.date) -> str:
    if one.day < opens:
        return "outside"
    later = any(other.speaker == one.speaker and other.day > one.day for other in leaders)
    return "superseded" if later else "same"
