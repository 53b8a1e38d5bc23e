"""Evidence: every statement, with search and filters."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.controls import colour_scheme, statement_filters
from components.coverage import coverage_part
from components.escape import escaped
from components.source_texts import own_texts
from components.st_output import show_footer
from components.statements.component import statement_cards
from components.statements.view import card_view
from components.theme import party_marks
from positions.analysis.search import Query, matching, with_passages
from positions.reading.source_texts import SourceText, passage
from positions.selection import Selection
from positions.tables import Tables
from positions.text.wording import count_words, day_words
from positions.view import View

PER_SHEET = 20


def render(view: View) -> Selection:
    """Draw the page; the answer is the selection with the filters as they now stand."""
    tables, selection = view.tables, view.selection
    st.title("Every statement, with its source")
    measure, filters, coverage = st.container(), st.container(), st.container()
    with coverage:  # first, for a click on it sets the filters
        coverage_part(tables, selection)
    with filters:
        selection = statement_filters(selection, tables.dossier)
    query = Query(
        as_of=selection.day,
        text=selection.text,
        sides=selection.sides,
        speakers=selection.speakers,
        issues=selection.topics,
        sources=selection.sources,
        modes=selection.modes,
        confidences=selection.confidences,
        years=selection.years,
    )
    texts = own_texts(tables)
    found = matching(tables.statements, _searched(tables, texts), query)
    own = int(found["own"].sum())
    measure.caption(
        escaped(
            f"{count_words(len(found), 'statement')} by {day_words(selection.day)}, newest first · "
            f"{own} can set a cell, {len(found) - own} are dissent, claims about others or commentary"
        )
    )
    _sheet(tables, list(found["id"]), texts)
    show_footer(
        f"As of {day_words(selection.day)} · data {tables.dossier.data_version} · {tables.dossier.licence}"
    )
    return selection


def _searched(tables: Tables, texts: dict[str, SourceText]) -> pd.Series:
    """What a search looks through: the coded words, and the passages of the texts at hand."""
    shown = ((one.id, passage(one, texts[one.source])) for one in tables.dossier.statements)
    passages = {one: f"{found.before}{found.phrase}{found.after}" for one, found in shown if found}
    return with_passages(tables.searched, tables.statements["id"], passages) if passages else tables.searched


def _sheet(tables: Tables, ids: list[str], texts: dict[str, SourceText]) -> None:
    if not ids:
        st.info("No statement matches. Take away a filter or a word, or choose a later day.", icon=None)
        return
    sheets = (len(ids) - 1) // PER_SHEET + 1
    sheet = st.pagination(sheets, key="sheet") if sheets > 1 else 1
    first = (min(sheet, sheets) - 1) * PER_SHEET
    marks = party_marks(tables.dossier, colour_scheme())
    shown = [tables.by_id[one] for one in ids[first : first + PER_SHEET]]
    cards = [card_view(one, tables, marks, texts[one.source]) for one in shown]
    statement_cards([{"title": "", "note": "", "cards": cards}], key="statements")
