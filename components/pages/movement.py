"""Movement: positions over time with the events, and what changed between two days."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pandas as pd
import streamlit as st

from components.changes import show_changes
from components.charts import movement as chart
from components.controls import colour_scheme, since_control
from components.drawer import open_drawer, was_closed
from components.sheet.view import MovementView, compared_days, movement_of
from components.show import show_chart, show_footer, show_table
from components.text import escaped
from components.theme import Mark, party_marks
from positions.fields import last_day
from positions.headline import footer, lede
from positions.movement import default_since, earlier_days
from positions.movement_words import (
    Compared,
    movement_headline,
)
from positions.selection import Selection
from positions.tables import Tables, speaking_columns, standing
from positions.text.wording import day_words, joined, said_on_words

_READING = (
    "Filled mark: own words or act · ring: reported speech · thick line: a grouping, thin below half of its "
    "members · dotted: no longer current · dashed: the earlier day. Lines on one step are drawn side by "
    "side. A click on a mark opens its evidence as of that day."
)


def render(tables: Tables, selection: Selection) -> Selection:
    """Draw the page; the answer is the selection with the earlier day, and the cell of a clicked mark."""
    cells = standing(tables, selection.day)
    columns = speaking_columns(cells, selection.columns(tables.dossier), selection.issues)
    head = st.container()
    default = default_since(tables, selection.day, selection.stretch)
    with st.container(width=220):
        selection = since_control(selection, earlier_days(tables, selection.day, selection.stretch), default)
    shown = MovementView(tables, selection, columns, selection.since or default)
    compared = compared_days(shown)
    with head:
        st.title(escaped(_title(compared, selection)))
        st.caption(escaped(lede(tables.statements, cells, selection, columns)))
    clicked = _sheet(shown)
    if compared:
        show_changes(compared, _marks(shown))
    _events(shown)
    show_footer(footer(cells, tables.dossier, selection, columns))
    return _evidence(shown, clicked)


def _title(compared: Compared | None, selection: Selection) -> str:
    if compared:
        return movement_headline(compared)
    return f"There is no day before {day_words(selection.day)} to compare with"


def _marks(shown: MovementView) -> dict[str, Mark]:
    return party_marks(shown.tables.dossier, colour_scheme())


def _sheet(shown: MovementView) -> str | None:
    """Positions over time; the answer is the clicked mark as "holder.issue.day"."""
    movement = movement_of(shown)
    if not movement.panels:
        st.info("None of the chosen issues has a scale; there is no position to draw over time.")
        return None
    figure = chart.draw(movement, _marks(shown), colour_scheme())
    st.caption(_READING)
    return show_chart(
        figure, key="movement", words=chart.describe(movement), table=chart.table(movement), asks=True
    )


def _events(shown: MovementView) -> None:
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


def _evidence(shown: MovementView, clicked: str | None) -> Selection:
    """Open the evidence of a clicked mark as of its day, or of the address's cell as of the shown day."""
    selection = viewed = shown.selection
    if clicked:
        holder, issue, day = clicked.split(".")
        selection = replace(selection, cell=(holder, issue))
        viewed = replace(selection, day=dt.date.fromisoformat(day))
    elif was_closed():
        selection = viewed = replace(selection, cell=None)
    if viewed.cell:
        open_drawer(shown.tables, standing(shown.tables, viewed.day), viewed, _marks(shown))
    return selection
