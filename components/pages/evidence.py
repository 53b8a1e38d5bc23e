"""Evidence: every statement, with search and filters."""

from __future__ import annotations

import streamlit as st

from components.controls import colour_scheme, statement_filters
from components.show import show_footer
from components.statements.component import statement_cards
from components.statements.view import card_view
from components.text import escaped
from components.theme import party_marks
from positions.analysis.search import Query, matching
from positions.evidence import source_texts, texts_folder
from positions.selection import Selection
from positions.standing import Tables
from positions.wording import count_words, day_words

PER_SHEET = 20


def render(tables: Tables, selection: Selection) -> Selection:
    """Draw the page; the answer is the selection with the filters as they now stand."""
    st.title("Every statement, with its source")
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
    )
    found = matching(tables.statements, tables.searched, query)
    own = int(found["own"].sum())
    st.caption(
        escaped(
            f"{count_words(len(found), 'statement')} by {day_words(selection.day)}, newest first · "
            f"{own} can set a cell, {len(found) - own} are dissent, claims about others or commentary"
        )
    )
    _sheet(tables, list(found["id"]))
    show_footer(
        f"As of {day_words(selection.day)} · data {tables.dossier.data_version} · {tables.dossier.licence}"
    )
    return selection


def _sheet(tables: Tables, ids: list[str]) -> None:
    if not ids:
        st.info("No statement matches. Take away a filter or a word, or choose a later day.", icon=None)
        return
    sheets = (len(ids) - 1) // PER_SHEET + 1
    sheet = st.pagination(sheets, key="sheet") if sheets > 1 else 1
    first = (min(sheet, sheets) - 1) * PER_SHEET
    marks = party_marks(tables.dossier, colour_scheme())
    texts = source_texts(tables.dossier, texts_folder(tables.folder))
    shown = [tables.by_id[one] for one in ids[first : first + PER_SHEET]]
    cards = [card_view(one, tables, marks, texts[one.source]) for one in shown]
    statement_cards([{"title": "", "note": "", "cards": cards}], key="statements")
