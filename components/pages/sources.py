"""Sources: one text with every coded passage in its place, beside its statements."""

from __future__ import annotations

import streamlit as st

from components.controls import colour_scheme, source_control
from components.reader.component import source_reader
from components.reader.view import reader_view
from components.show import show_footer
from components.text import escaped
from components.texts import hand_over, own_texts
from components.theme import party_marks
from positions.csl import Source
from positions.evidence import TEXTS_VARIABLE, SourceText
from positions.export.web_annotations import web_annotations
from positions.selection import Selection
from positions.tables import Tables
from positions.text.wording import count_words, day_words, published_words

_NO_PASSAGES = (
    "Not verified: no passage and no phrase of this source is kept, "
    "so there is nothing to hold a copy against."
)


def render(tables: Tables, selection: Selection) -> Selection:
    """Draw the page; the answer is the selection with the source as it now stands."""
    selection = source_control(selection, tables.dossier)
    source = tables.sources[selection.source or tables.dossier.sources[0].id]
    statements = [one for one in tables.dossier.statements if one.source == source.id]
    st.title(escaped(source.title))
    st.caption(escaped(_facts(source, len(statements))))
    if source.url:
        st.text(f"Address: {source.url}")
    text = own_texts(tables)[source.id]
    if source.custom.sha256 is None and not any(one.start is not None for one in statements):
        st.info(_NO_PASSAGES)
    elif text.text is None:
        text = _without_text(tables, source, text)
    marks = party_marks(tables.dossier, colour_scheme())
    source_reader(reader_view(tables, text, statements, marks))
    st.download_button(
        "Passages as W3C annotations (JSON-LD)",
        data=lambda: web_annotations(tables.dossier, statements),
        file_name=f"annotations_{source.id}_v{tables.dossier.data_version}.jsonld",
        mime="application/ld+json",
        on_click="ignore",
    )
    day = day_words(selection.day)
    show_footer(f"As of {day} · every day of the source is shown · data {tables.dossier.data_version}")
    return selection


def _facts(source: Source, statements: int) -> str:
    publisher = source.publisher or "publisher not printed"
    translated = (
        f"translated from {source.custom.original_language}" if source.custom.original_language else None
    )
    parts = (
        source.authors,
        publisher,
        source.custom.outlet_flag,
        f"published {published_words(source)}" if source.issued else "day of publication not printed",
        translated or ("translated" if source.custom.translated else None),
        f"read in {source.custom.read_in}",
        count_words(statements, "statement"),
    )
    return " · ".join(part for part in parts if part)


def _without_text(tables: Tables, source: Source, text: SourceText) -> SourceText:
    """Say plainly that the text is not here and how to add it; the answer is what was handed over."""
    st.info(
        escaped(
            f"Not verified: {text.note}. The texts are not part of this dossier. To see each passage in its "
            f"place, hand over your copy below, or put {source.id}.txt into a folder and name that folder in "
            f"{TEXTS_VARIABLE}."
        )
    )
    given = hand_over(tables, source.id)
    if given is not None and given.text is None:
        st.warning(escaped(f"Not verified: {given.note}. Its passages are not shown."))
    return given if given is not None and given.text is not None else text
