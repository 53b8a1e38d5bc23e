"""Movement: what changed between two days as arrows, then positions over time with the events."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pandas as pd
import streamlit as st

from components.changes import show_changes
from components.charts import arrows
from components.charts import movement as record
from components.controls import colour_scheme, since_control
from components.drawer import open_drawer, was_closed
from components.escape import escaped
from components.figures.arrow_layout import NARROW_ROWS
from components.sheet.geometry import NARROW
from components.sheet.layout import Movement
from components.sheet.view import movement_of
from components.sheet.words import READING, said_of
from components.st_output import Twins, show_chart, show_footer, show_table
from components.theme import Mark, party_marks
from positions.model.fields import last_day
from positions.selection import Selection
from positions.text.wording import joined, said_on_words
from positions.view import View, view_of


def render(view: View) -> Selection:
    """Draw the page; the answer is the selection with the earlier day, and the cell of a clicked mark."""
    head = st.container()
    with st.container(width=220):
        selection = since_control(view.selection, view.earlier_days, view.default_since)
    view = view_of(view.tables, selection)
    with head:
        st.title(escaped(view.movement_finding))
        st.caption(escaped(view.movement_measure))
    marks, movement = party_marks(view.tables.dossier, colour_scheme()), movement_of(view)
    _arrows(movement, marks)
    clicked = _record(movement, view, marks)
    if view.since:
        show_changes(view, marks)
    _events(view)
    show_footer(view.source_line)
    return _evidence(view, clicked, marks)


def _arrows(movement: Movement, marks: dict[str, Mark]) -> None:
    """The two days: a row per actor and issue."""
    if not any(panel.rows for panel in movement.arrows):
        return
    scheme = colour_scheme()
    show_chart(
        Twins(
            arrows.draw(movement, marks, scheme),
            arrows.draw(movement, marks, scheme, NARROW_ROWS),
        ),
        key="arrows",
        words=arrows.describe(movement),
        table=arrows.table(movement),
    )


def _record(movement: Movement, view: View, marks: dict[str, Mark]) -> str | None:
    """Positions over time; the answer is the clicked mark as "column.issue.day"."""
    if not movement.panels:
        st.info("None of the chosen issues has a scale; there is no position to draw over time.")
        return None
    st.header("The record over time")
    st.caption(escaped(f"{READING} A click on a mark opens its evidence as of that day."))
    scheme, said = colour_scheme(), said_of(view.tables)
    return show_chart(
        Twins(
            record.draw(movement, marks, scheme, said=said),
            record.draw(movement, marks, scheme, said=said, room=NARROW),
        ),
        key="movement",
        words=record.describe(movement),
        table=record.table(movement),
        asks=True,
    )


def _events(view: View) -> None:
    """The dossier's events up to the day, and those of which no source prints a day."""
    rows = [
        (
            said_on_words(event.day) if event.day else "day not printed",
            event.name,
            event.place or "",
            joined([view.tables.sources[one].custom.short_name for one in event.sources]),
        )
        for event in view.tables.dossier.events
        if not event.day or last_day(event.day) <= view.day
    ]
    if rows:
        st.header("Events")
        show_table(pd.DataFrame(rows, columns=["Day", "Event", "Place", "Sources"]))


def _evidence(view: View, clicked: str | None, marks: dict[str, Mark]) -> Selection:
    """Open the evidence of a clicked mark as of its day, or of the address's cell as of the shown day."""
    selection, shown = view.selection, view
    if clicked:
        column, issue, day = clicked.split(".")
        selection = replace(selection, cell=(column, issue))
        shown = view.on(dt.date.fromisoformat(day))
    elif was_closed():
        selection = replace(selection, cell=None)
    if selection.cell:
        open_drawer(shown, selection.cell, marks)
    return selection
