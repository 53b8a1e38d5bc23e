"""Evidence: every statement, with search and filters, and the positions that rest on little."""

from __future__ import annotations

import streamlit as st

from components.app.controls import colour_scheme
from components.app.coverage import coverage_part
from components.app.escape import escaped
from components.app.found import found_statements
from components.app.paging import statements_sheet
from components.app.source_texts import own_text
from components.app.st_output import folds, show_footer
from components.app.statement_filters import search_control, show_only, statement_filters
from components.record_table.component import record_table
from components.statements.component import statement_cards
from components.statements.view import card_view
from components.theme import party_marks
from positions.selection import Selection
from positions.tables import Tables
from positions.text.listing import found_finding, found_measure
from positions.text.weak_positions import doubtful_table, doubtful_words
from positions.text.wording import day_words
from positions.view import View

PER_SHEET = 20


def render(view: View) -> Selection:
    """Draw the page; the answer is the selection with search and filters as they now stand."""
    tables = view.tables
    head, search = st.container(), st.container()
    with folds("evidence"):
        filters, doubtful, coverage = (st.container() for _ in range(3))
    with doubtful:  # these two first, for a click on them sets the filters
        _doubtful(view)
    with coverage:
        coverage_part(tables, view.selection)
    with search:
        selection = search_control(view.selection)
    with filters:
        selection = statement_filters(selection, tables.dossier)
    found = found_statements(tables, selection)
    with head:
        narrowed = len(found) < int((tables.statements["day"].dt.date <= selection.day).sum())
        st.title(escaped(found_finding(len(found), narrowed=narrowed)), anchor=False)
        st.caption(escaped(found_measure(len(found), int(found["own"].sum()), selection.day)))
    _sheet(tables, list(found["id"]))
    show_footer(
        f"As of {day_words(selection.day)} · data {tables.dossier.data_version} · {tables.dossier.licence}"
    )
    return selection


def _doubtful(view: View) -> None:
    """The old and the weak positions of the view, folded; a chosen one filters the statements."""
    words = doubtful_words(view)
    if not words:
        return
    part = st.expander(escaped(words), key="doubtful", on_change="rerun")
    if part.open:
        with part:
            chosen = record_table(doubtful_table(view), key="doubtful_table")
        if chosen:
            side, _, issue = chosen.partition(".")
            show_only(sides=side, topics=issue)


def _sheet(tables: Tables, ids: list[str]) -> None:
    if not ids:
        st.info("No statement matches. Take away a filter or a word, or choose a later day.", icon=None)
        return
    shown = statements_sheet([tables.by_id[one] for one in ids], PER_SHEET, key="sheet")
    marks = party_marks(tables.dossier, colour_scheme())
    cards = [card_view(one, tables, marks, own_text(tables, one.source)) for one in shown]
    statement_cards([{"title": "", "note": "", "cards": cards}], key="statements")
