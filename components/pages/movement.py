"""Movement: what changed between two days as arrows, then positions over time with the events."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pandas as pd
import streamlit as st

from components.app.changed_statements import show_changes
from components.app.controls import colour_scheme, days_between_control, since_control
from components.app.drawer import open_drawer, was_closed
from components.app.escape import escaped
from components.app.feed_link import show_feed_link
from components.app.paging import sheet_of
from components.app.prose import listed
from components.app.shared import shared
from components.app.st_output import opened_part, show_footer, show_heading, show_table
from components.figures.changed import change_table
from components.figures.inks import Inks
from components.figures.ranges import PHONE, SCREEN
from components.figures.scene_page import Page, drawing_page
from components.sheet.layout import Movement
from components.sheet.record import Record
from components.sheet.two_days import two_days
from components.sheet.view import movement_of
from components.sheet.words import READING, record_table, said_of
from components.svg_figure.component import svg_figure
from components.svg_figure.view import Layout
from components.theme import Mark, Scheme, party_marks
from positions.analysis.divergence import DAYS
from positions.model.fields import last_day
from positions.selection import Selection
from positions.text.citation import source_head
from positions.text.divergence import CHOICES, RULE, count_sentence, divergence_words
from positions.text.movement import NO_DAYS
from positions.text.stance import counted_day_words
from positions.text.wording import capital, joined, said_on_words
from positions.view import View, view_of

_ROOMS = {"wide": SCREEN, "narrow": PHONE}
_CLICKS = (
    "A number at a mark: so many marks of one side stand there, too close to be drawn each. A click on a "
    "mark opens its evidence as of that day, of several the last."
)


def render(view: View) -> Selection:
    """Draw the page; the answer is the selection with the earlier day, and the cell of a clicked mark."""
    with st.container(key="movement_head", horizontal=True, vertical_alignment="top"):
        head = st.container()
        with st.container(key="compared_with", width=180):
            selection = since_control(view.selection, view.earlier_days, view.default_since)
    view = view_of(view.tables, selection)
    with head:
        show_heading(view.movement_finding, view.movement_measure)
    sheet = sheet_of(view)
    marks, movement = party_marks(view.tables.dossier, colour_scheme()), movement_of(sheet)
    _arrows(movement, sheet)
    clicked = _record(movement, sheet)
    _events(view)
    if view.since:
        show_changes(sheet, marks)
        show_feed_link(view)
    _other_words(sheet)
    show_footer(view.source_line)
    return _evidence(view, clicked, marks)


@shared
def _drawn_days(view: View, scheme: Scheme) -> tuple[Layout, ...]:
    movement, marks = movement_of(view), party_marks(view.tables.dossier, scheme)
    return tuple(
        layout
        for name, room in _ROOMS.items()
        for layout in drawing_page(two_days(movement, room), Page(name, Inks(marks, scheme, room.size)))
    )


@shared
def _drawn_record(view: View, scheme: Scheme) -> tuple[Layout, ...]:
    movement, marks = movement_of(view), party_marks(view.tables.dossier, scheme)
    layouts: list[Layout] = []
    for name, room in _ROOMS.items():
        record = Record(movement, room, said=said_of(view.tables))
        page = Page(name, Inks(marks, scheme, room.size), *record.beside)
        layouts += drawing_page(record.drawing, page, sticky=record.axis * record.unit)
    return tuple(layouts)


_change_table, _record_table = shared(change_table), shared(record_table)


def _arrows(movement: Movement, view: View) -> None:
    """The two days: a row per actor and issue, and the same with both positions as a table."""
    if any(panel.rows for panel in movement.arrows):
        svg_figure(_drawn_days(view, colour_scheme()), view.movement_finding, key="arrows")
    if view.since:
        title = "Both positions, with speakers and days, as a table"
        if part := opened_part(title, "arrows_table"):
            with part:
                show_table(_change_table(view), title)


def _record(movement: Movement, view: View) -> str | None:
    """Positions over time; the answer is the clicked mark as "column.issue.day"."""
    if not view.tables.dated:
        st.info(f"{capital(NO_DAYS)}.")
        return None
    if not movement.panels:
        st.info("None of the chosen issues has a scale; there is no position to draw over time.")
        return None
    st.header("The record over time", anchor=False)
    st.caption(escaped(f"{READING} {_CLICKS}"))
    clicked = svg_figure(_drawn_record(view, colour_scheme()), view.movement_finding, key="record")
    if part := opened_part("The same as a table", "movement_table"):
        with part:
            st.markdown(escaped(movement.axis.words(lambda day: counted_day_words(day, view.tables))))
            show_table(_record_table(movement), "Positions over time")
    return clicked


def _events(view: View) -> None:
    """The dossier's events up to the day, and those of which no source prints a day."""
    rows = [
        (
            said_on_words(event.day) if event.day else "day not printed",
            event.name,
            event.place or "",
            joined([source_head(one, view.tables) for one in event.sources]),
        )
        for event in view.tables.dossier.events
        if not event.day or last_day(event.day) <= view.day
    ]
    if rows and (part := opened_part("All events up to the day", "events_table")):
        with part:
            show_table(pd.DataFrame(rows, columns=["Day", "Event", "Place", "Sources"]), "Events")


_divergences = shared(divergence_words)


def _other_words(view: View) -> None:
    """Statements of one side that lie steps apart within a time that the reader chooses."""
    if part := opened_part("Same side, other words", "other_words"):
        with part:
            days = days_between_control(CHOICES, DAYS)
            found = _divergences(view, days)
            st.caption(escaped(f"{RULE} {count_sentence(len(found), days)}"))
            listed(one.sentence for one in found)


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
