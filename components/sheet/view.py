"""From a view of a dossier to its movement sheet and its two compared days, for screen and paper."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from components.sheet.layout import Movement
from positions.analysis.change import Change, Direction, directions
from positions.analysis.trajectory import Placing, Span, placings
from positions.fields import last_day
from positions.frames import typed_rows
from positions.movement import changes_between, positions_over_time
from positions.movement_words import Compared
from positions.selection import Selection, days_covered
from positions.tables import Tables


@dataclass(frozen=True)
class MovementView:
    """A view with the columns that are drawn and the earlier day, if there is one."""

    tables: Tables
    selection: Selection
    columns: tuple[str, ...]
    since: dt.date | None


def movement_of(view: MovementView) -> Movement:
    """What the sheet is drawn from: the spans, statements and events of the stretch, up to the day."""
    tables, selection = view.tables, view.selection
    spans = typed_rows(positions_over_time(tables, selection.day), Span)
    order = {holder: place for place, holder in enumerate(view.columns)}
    drawn = sorted((one for one in spans if one.holder in order), key=lambda one: order[one.holder])
    dated = [(last_day(event.day), event) for event in tables.dossier.events if event.day]
    happened = [(day, event) for day, event in dated if day <= selection.day]
    said = _spoken(view)
    first = _first(view, [one.day.date() for _, one in said] + [day for day, _ in happened])
    return Movement(
        issues=[tables.scales[issue] for issue in selection.issues],
        spans=[one for one in drawn if one.until.date() > first or one.until.date() == selection.day],
        spoken=[(column, one) for column, one in said if one.day.date() >= first],
        said=tables.by_id,
        names=tables.names,
        events=[(day, event) for day, event in happened if day >= first],
        first=first,
        last=selection.day,
        since=view.since,
    )


def compared_days(view: MovementView) -> Compared | None:
    """Changes and directions between the two days, issue by issue in the shown order; None for one day."""
    since, selection = view.since, view.selection
    if since is None or since >= selection.day:
        return None
    table = changes_between(view.tables, since, selection.day)
    wanted = typed_rows(directions(table, selection.parties), Direction)
    known = {(row.holder, row.issue): row for row in typed_rows(table, Change)}
    rows = [known[holder, issue] for issue in selection.issues for holder in view.columns]
    return Compared(view.tables, selection, since, view.columns, rows, wanted)


def _first(view: MovementView, days: Sequence[dt.date]) -> dt.date:
    """Where the sheet begins: with the stretch that was chosen, or with the period and all that is in it."""
    first = days_covered(view.tables.dossier, view.selection.stretch)[0]
    return first if view.selection.stretch else min([first, *days])


def _spoken(view: MovementView) -> list[tuple[str, Placing]]:
    """The placings under the columns on which they are drawn: a member's own, or its folded groupings'."""
    folded: dict[str, list[str]] = defaultdict(list)
    pairs = view.tables.membership[["member", "grouping"]].itertuples(index=False, name=None)
    for member, grouping in pairs:
        folded[member] += [grouping] if grouping in view.columns else []
    rows = typed_rows(placings(view.tables.statements, view.selection.day), Placing)
    return [
        (column, row)
        for row in rows
        for column in ([row.holder] if row.holder in view.columns else folded[row.holder])
    ]
