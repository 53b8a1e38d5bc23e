"""Sources: one text with every coded passage in its place, beside its statements."""

from __future__ import annotations

from collections import Counter

import pandas as pd
import streamlit as st

from components.controls import colour_scheme, source_control
from components.escape import escaped
from components.reader.component import source_reader
from components.reader.view import reader_view
from components.source_texts import added_text, own_texts
from components.st_output import show_footer, show_table
from components.theme import party_marks
from positions.export.web_annotations import web_annotations
from positions.model.sources import Source
from positions.reading.source_texts import TEXTS_VARIABLE, SourceText
from positions.selection import Selection
from positions.tables import Tables
from positions.text.citation import translation_words
from positions.text.wording import count_words, day_words, published_words
from positions.view import View

_ALL = "all_sources"
_NO_PASSAGES = (
    "Not verified: no passage and no phrase of this source is kept, "
    "so there is nothing to hold a copy against."
)


def render(view: View) -> Selection:
    """Draw the page; the answer is the selection with the source as it now stands."""
    tables = view.tables
    selection = source_control(view.selection, tables.dossier)
    source = tables.sources[selection.source or tables.dossier.sources[0].id]
    statements = [one for one in tables.dossier.statements if one.source == source.id]
    st.title(escaped(source.title))
    st.caption(escaped(_facts(source, len(statements))))
    if source.url:
        st.text(f"Address: {source.url}")
    _all_sources(view)
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


def _all_sources(view: View) -> None:
    """Every source of the dossier as a table, in an expander; drawn only while it is open."""
    sources = view.tables.dossier.sources
    part = st.expander(f"All {count_words(len(sources), 'source')} as a table", key=_ALL, on_change="rerun")
    if part.open:
        with part:
            show_table(_source_table(view), links=("Original",))


def _source_table(view: View) -> pd.DataFrame:
    """A row per source: outlet, day, kind, language, statements in all and behind the view, flag, address."""
    found = Counter(one.source for one in view.tables.dossier.statements)
    shown = Counter(view.tables.by_id[one].source for one in view.statements)
    rows = [
        (
            one.custom.short_name,
            published_words(one),
            one.type.replace("-", " "),
            translation_words(one) or one.language or "",
            found[one.id],
            shown[one.id],
            one.custom.outlet_flag or "",
            one.url or "",
        )
        for one in view.tables.dossier.sources
    ]
    return pd.DataFrame(
        rows,
        columns=[
            "Outlet",
            "Published",
            "Kind",
            "Language",
            "Statements",
            "Behind this view",
            "Flag",
            "Original",
        ],
    )


def _facts(source: Source, statements: int) -> str:
    publisher = source.publisher or "publisher not printed"
    parts = (
        source.authors,
        publisher,
        source.custom.outlet_flag,
        f"published {published_words(source)}" if source.issued else "day of publication not printed",
        translation_words(source),
        f"read in {source.custom.read_in}",
        count_words(statements, "statement"),
    )
    return " · ".join(part for part in parts if part)


def _without_text(tables: Tables, source: Source, text: SourceText) -> SourceText:
    """Say plainly that the text is not here and how to add it; the answer is what was added."""
    st.info(
        escaped(
            f"Not verified: {text.note}. The texts are not part of this dossier. To see each passage in its "
            f"place, add your copy below, or put {source.id}.txt into a folder and name that folder in "
            f"{TEXTS_VARIABLE}."
        )
    )
    given = added_text(tables, source.id)
    if given is not None and given.text is None:
        st.warning(escaped(f"Not verified: {given.note}. Its passages are not shown."))
    return given if given is not None and given.text is not None else text
