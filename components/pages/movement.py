"""Movement: what changed between two days as arrows, then positions over time with the events."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from components.app.cache import shared
from components.app.controls import colour_scheme, days_between_control, since_control
from components.app.drawer import open_drawer, was_closed
from components.app.escape import escaped
from components.app.feed_link import show_feed_link
from components.app.paging import sheet_of
from components.app.st_output import opened_part, show_footer, show_heading, show_list, show_table
from components.colours import Inks
from components.figures.change_table import Changed, at_most, change_table, changed
from components.figures.ranges import PHONE, SCREEN
from components.figures.scene_page import Page, drawing_page
from components.sheet.layout import Movement
from components.sheet.record import Record
from components.sheet.two_days import two_days
from components.sheet.view import movement_of
from components.sheet.words import READING, record_table, said_of
from components.statements.component import statement_parts
from components.statements.view import CardGroup, CardPart, card_view
from components.svg_figure.component import svg_figure
from components.svg_figure.view import Layout
from components.theme import Mark, Scheme, view_marks
from positions.analysis.change import CHANGED, KINDS
from positions.analysis.divergence import DAYS
from positions.model.fields import last_day
from positions.selection import Selection
from positions.text.citation import source_head
from positions.text.divergence import CHOICES, RULE, count_sentence, divergence_words
from positions.text.labels import CHANGE_WORDS
from positions.text.movement import DIRECTION_RULE, NO_DAYS
from positions.text.stance import counted_day_words
from positions.text.wording import capital, count_words, joined, said_on_words
from positions.view import View, view_of

MOST_CARDS = 12  # of a kind; more are a list that nobody reads
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
    marks, movement = view_marks(view, colour_scheme()), movement_of(sheet)
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
    movement, marks = movement_of(view), view_marks(view, scheme)
    return tuple(
        layout
        for name, room in _ROOMS.items()
        for layout in drawing_page(two_days(movement, room), Page(name, Inks(marks, scheme, room.size)))
    )


@shared
def _drawn_record(view: View, scheme: Scheme) -> tuple[Layout, ...]:
    movement, marks = movement_of(view), view_marks(view, scheme)
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
            show_list(one.sentence for one in found)


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


def show_changes(view: View, marks: dict[str, Mark]) -> None:
    """The statements behind what changed as cards, kind by kind."""
    st.header("The statements behind what changed", anchor=False)
    st.caption(escaped(DIRECTION_RULE))
    found = ((kind, changed(view, kind)) for kind in CHANGED)
    statement_parts([_part(kind, groups, view, marks) for kind, groups in found if groups], key="changes")


def _part(kind: str, groups: Sequence[Changed], view: View, marks: dict[str, Mark]) -> CardPart:
    """At most MOST_CARDS statements in two columns, of one change in one, and how many more there are."""
    shown = at_most(groups, MOST_CARDS)
    half = (len(shown) + 1) // 2
    columns = [part for part in (shown[:half], shown[half:]) if part]
    counted = count_words(sum(one.positions for one in groups), "position")
    left = sum(len(one.statements) for one in groups) - sum(len(one.statements) for one in shown)
    more = count_words(left, "more statement")
    return {
        "title": f"{capital(CHANGE_WORDS[kind])} · {counted}",
        "note": f"{capital(KINDS[kind])}.",
        "columns": [[_card_group(one, view, marks) for one in part] for part in columns],
        "left": f"{more} behind these changes stand under Evidence." if left else "",
    }


def _card_group(group: Changed, view: View, marks: dict[str, Mark]) -> CardGroup:
    """The statements behind a change, the earlier first, with the change in words."""
    tables = view.tables
    return {
        "title": group.title,
        "note": group.words,
        "cards": [card_view(tables.by_id[one], tables, marks) for one in group.statements],
    }
