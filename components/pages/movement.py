"""Movement: positions over time with the events, and what changed between two days."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from components.changes import show_changes
from components.charts import movement as chart
from components.controls import colour_scheme, since_control
from components.drawer import open_drawer, was_closed
from components.sheet.layout import Movement
from components.show import show_chart, show_footer, show_table
from components.text import escaped
from components.theme import Mark, party_marks
from positions.analysis.change import Change, Direction, directions
from positions.analysis.trajectory import Placing, Span, placings
from positions.fields import last_day
from positions.frames import typed_rows
from positions.headline import footer, lede
from positions.movement import changes_between, default_since, earlier_days, positions_over_time
from positions.movement_words import (
    Compared,
    movement_headline,
)
from positions.selection import Selection, days_covered
from positions.standing import Tables, speaking_columns, standing
from positions.wording import day_words, joined, said_on_words

_READING = (
    "Filled mark: own words or act · ring: reported speech · thick line: a grouping, thin below half of its "
    "members · dotted: no longer current · dashed: the earlier day. Lines on one step are drawn side by "
    "side. A click on a mark opens its evidence as of that day."
)


@dataclass(frozen=True)
class _Shown:
    """What every part of the page needs: the view, its columns, and the earlier day, if there is one."""

    tables: Tables
    selection: Selection
    columns: tuple[str, ...]
    since: dt.date | None

    @property
    def marks(self) -> dict[str, Mark]:
        return party_marks(self.tables.dossier, colour_scheme())


def render(tables: Tables, selection: Selection) -> Selection:
    """Draw the page; the answer is the selection with the earlier day, and the cell of a clicked mark."""
    cells = standing(tables, selection.day)
    columns = speaking_columns(cells, selection.columns(tables.dossier), selection.issues)
    head = st.container()
    default = default_since(tables, selection.day, selection.stretch)
    with st.container(width=220):
        selection = since_control(selection, earlier_days(tables, selection.day, selection.stretch), default)
    shown = _Shown(tables, selection, columns, selection.since or default)
    compared = _compared(shown)
    with head:
        st.title(escaped(_title(compared, selection)))
        st.caption(escaped(lede(tables.statements, cells, selection, columns)))
    clicked = _sheet(shown)
    if compared:
        show_changes(compared, shown.marks)
    _events(shown)
    show_footer(footer(cells, tables.dossier, selection, columns))
    return _evidence(shown, clicked)


def _title(compared: Compared | None, selection: Selection) -> str:
    if compared:
        return movement_headline(compared)
    return f"There is no day before {day_words(selection.day)} to compare with"


def _compared(shown: _Shown) -> Compared | None:
    """Changes and directions between the two days, issue by issue in the shown order."""
    if shown.since is None:
        return None
    table = changes_between(shown.tables, shown.since, shown.selection.day)
    wanted = directions(table, shown.selection.parties)
    known = {(row.holder, row.issue): row for row in typed_rows(table, Change)}
    rows = [known[holder, issue] for issue in shown.selection.issues for holder in shown.columns]
    return Compared(
        shown.tables, shown.selection, shown.since, shown.columns, rows, typed_rows(wanted, Direction)
    )


def _sheet(shown: _Shown) -> str | None:
    """Positions over time; the answer is the clicked mark as "holder.issue.day"."""
    movement = _movement(shown)
    if not movement.panels:
        st.info("None of the chosen issues has a scale; there is no position to draw over time.")
        return None
    figure = chart.draw(movement, shown.marks, colour_scheme())
    st.caption(_READING)
    return show_chart(
        figure, key="movement", words=chart.describe(movement), table=chart.table(movement), asks=True
    )


def _movement(shown: _Shown) -> Movement:
    tables, selection = shown.tables, shown.selection
    spans = typed_rows(positions_over_time(tables, selection.day), Span)
    order = {holder: place for place, holder in enumerate(shown.columns)}
    drawn = sorted((one for one in spans if one.holder in order), key=lambda one: order[one.holder])
    dated = [(last_day(event.day), event) for event in tables.dossier.events if event.day]
    happened = [(day, event) for day, event in dated if day <= selection.day]
    said = _spoken(shown)
    first = _first(shown, [one.day.date() for _, one in said] + [day for day, _ in happened])
    return Movement(
        issues=[tables.scales[issue] for issue in selection.issues],
        spans=[one for one in drawn if one.until.date() > first or one.until.date() == selection.day],
        spoken=[(column, one) for column, one in said if one.day.date() >= first],
        said=tables.by_id,
        names=tables.names,
        events=[(day, event) for day, event in happened if day >= first],
        first=first,
        last=selection.day,
        since=shown.since,
    )


def _first(shown: _Shown, days: Sequence[dt.date]) -> dt.date:
    """Where the sheet begins: with the stretch that was chosen, or with the period and all that is in it."""
    dossier, stretch = shown.tables.dossier, shown.selection.stretch
    first = days_covered(dossier, stretch)[0]
    return first if stretch else min([first, *days])


def _spoken(shown: _Shown) -> list[tuple[str, Placing]]:
    """The placings under the column on which they are drawn: a member's own, or its folded grouping's."""
    tables, shown_columns = shown.tables, shown.columns
    folded: dict[str, list[str]] = defaultdict(list)
    for member, grouping in tables.membership[["member", "grouping"]].itertuples(index=False, name=None):
        folded[member] += [grouping] if grouping in shown_columns else []
    rows = typed_rows(placings(tables.statements, shown.selection.day), Placing)
    return [
        (column, row)
        for row in rows
        for column in ([row.holder] if row.holder in shown_columns else folded[row.holder])
    ]


def _events(shown: _Shown) -> None:
    """The dossier's events up to the day, and those of which no source prints a day."""
    rows = [
        (
            said_on_words(event.day) if event.day else "day not printed",
            event.name,
            event.place or "",
            joined([shown.tables.sources[one].custom.short_name for one in event.sources]),
        )
        for event in shown.tables.dossier.events
        if not event.day or last_day(event.day) <= shown.selection.day
    ]
    if rows:
        st.header("Events")
        show_table(pd.DataFrame(rows, columns=["Day", "Event", "Place", "Sources"]))


def _evidence(shown: _Shown, clicked: str | None) -> Selection:
    """Open the evidence of a clicked mark as of its day, or of the address's cell as of the shown day."""
    selection = viewed = shown.selection
    if clicked:
        holder, issue, day = clicked.split(".")
        selection = replace(selection, cell=(holder, issue))
        viewed = replace(selection, day=dt.date.fromisoformat(day))
    elif was_closed():
        selection = viewed = replace(selection, cell=None)
    if viewed.cell:
        open_drawer(shown.tables, standing(shown.tables, viewed.day), viewed, shown.marks)
    return selection
