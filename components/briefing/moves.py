"""Positions over time and between two days, from the tables of the movement page."""

from __future__ import annotations

from components.briefing.parts import Grid
from components.briefing.scale_parts import Moves
from components.briefing.shown import Shown
from components.sheet.layout import Movement
from positions.analysis.change import Change, Direction, directions
from positions.analysis.trajectory import Placing, Span, placings
from positions.fields import first_day, last_day
from positions.frames import typed_rows
from positions.movement import changes_between, positions_over_time
from positions.movement_words import Compared, change_table, movement_headline
from positions.wording import day_words


def moves_part(shown: Shown) -> Moves:
    """The movement sheet of the view, and what changed since the earlier day, if there is one."""
    compared, day = _compared(shown), day_words(shown.selection.day)
    if compared is None:
        return Moves(_movement(shown), f"Stated positions over time, until {day}", Grid((), ()))
    table = change_table(compared)
    changes = Grid(tuple(table.columns), tuple(table.itertuples(index=False, name=None)))
    return Moves(_movement(shown), movement_headline(compared), changes)


def _movement(shown: Shown) -> Movement:
    tables, day = shown.tables, shown.selection.day
    spans = typed_rows(positions_over_time(tables, day), Span)
    order = {holder: place for place, holder in enumerate(shown.holders)}
    drawn = sorted((one for one in spans if one.holder in order), key=lambda one: order[one.holder])
    dated = [(last_day(event.day), event) for event in tables.dossier.events if event.day]
    events = [(on, event) for on, event in dated if on <= day]
    spoken = _spoken(shown)
    days = [one.day.date() for _, one in spoken] + [on for on, _ in events]
    return Movement(
        issues=shown.issues,
        spans=drawn,
        spoken=spoken,
        said=tables.by_id,
        names=tables.names,
        events=events,
        first=min([first_day(tables.dossier.period.first), *days]),
        last=day,
        since=shown.since,
    )


def _compared(shown: Shown) -> Compared | None:
    """Changes and directions since the earlier day, in the shown order; None without such a day."""
    since, selection = shown.since, shown.selection
    if since is None or since >= selection.day:
        return None
    table = changes_between(shown.tables, since, selection.day)
    wanted = typed_rows(directions(table, selection.parties), Direction)
    known = {(row.holder, row.issue): row for row in typed_rows(table, Change)}
    rows = [known[holder, issue] for issue in selection.issues for holder in shown.holders]
    return Compared(shown.tables, selection, since, shown.holders, rows, wanted)


def _spoken(shown: Shown) -> list[tuple[str, Placing]]:
    """The placings under the column on which they are drawn: a member's own, or its folded grouping's."""
    tables, holders = shown.tables, shown.holders
    folded = dict(tables.membership[["member", "grouping"]].itertuples(index=False, name=None))
    columns = {member: grouping for member, grouping in folded.items() if member not in holders}
    rows = typed_rows(placings(tables.statements, shown.selection.day), Placing)
    placed = [(columns.get(row.holder, row.holder), row) for row in rows]
    return [(column, row) for column, row in placed if column in holders]
