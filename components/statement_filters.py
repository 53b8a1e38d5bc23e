"""Search and filters of the list of statements, and the number of hits on every other page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from components.controls import FILTERS, seeded, shown_names
from components.escape import escaped
from components.source_texts import own_text
from positions.analysis.search import Query, matching, with_passages
from positions.model.dossier import Dossier
from positions.model.statements import CONFIDENCES, MODES
from positions.reading.source_texts import passage
from positions.selection import Selection, alphabetical, years_of
from positions.tables import Tables
from positions.text.statements import filter_words

_WIDTH = 220  # pixels: four filters beside each other at 1280, one on a phone


def search_control(selection: Selection) -> Selection:
    """The words that are searched in all statements."""
    text = st.text_input(
        "Search the statements",
        placeholder="word, name or phrase",
        max_chars=200,
        **seeded("text", selection.text),
    )
    return replace(selection, text=(text or "").strip())


def statement_filters(selection: Selection, dossier: Dossier) -> Selection:
    """The filters, folded under a line that names those in use; nothing chosen means all."""
    names, offered = shown_names(dossier), _offered(dossier)
    in_use = {
        label: [names[one] for one in st.session_state.get(name, getattr(selection, name))]
        for name, label in FILTERS.items()
    }
    chosen: dict[str, Any] = {}
    with (
        st.expander(escaped(filter_words(in_use)), key="statement_filters"),
        st.container(horizontal=True, key="filter_fields"),
    ):
        for name, label in FILTERS.items():
            picked = st.multiselect(
                label,
                offered[name],
                format_func=names.__getitem__,
                placeholder="all",
                width=_WIDTH,
                **seeded(name, getattr(selection, name)),
            )
            chosen[name] = tuple(one for one in offered[name] if one in picked)
    return replace(selection, **chosen)


def show_only(**chosen: str) -> None:
    """Put one id per named filter in the place of all; to be called before search and filters are drawn."""
    st.session_state["text"] = ""
    for name in FILTERS:
        st.session_state[name] = [chosen[name]] if name in chosen else []


def found_statements(tables: Tables, selection: Selection) -> pd.DataFrame:
    """The statements by the as-of day that hold the words and pass the filters, newest first."""
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
    return matching(tables.statements, _searched(tables, selection.text), query)


def _searched(tables: Tables, text: str) -> pd.Series:
    """What a search looks through: the coded words, and the passages of the texts at hand."""
    if not text:
        return tables.searched
    texts = {source: own_text(tables, source) for source in tables.sources}
    shown = ((one.id, passage(one, texts[one.source])) for one in tables.dossier.statements)
    passages = {one: f"{found.before}{found.phrase}{found.after}" for one, found in shown if found}
    return with_passages(tables.searched, tables.statements["id"], passages) if passages else tables.searched


def _offered(dossier: Dossier) -> dict[str, list[str]]:
    """The ids that each filter offers: only such as occur in a statement."""
    members = [member.id for party in dossier.parties for member in party.members]
    said = dossier.statements
    occurring: dict[str, set[str | None]] = {
        "sides": {one.party for one in said} | {one.member for one in said},
        "speakers": {one.speaker for one in said},
        "topics": {one.issue for one in said},
        "sources": {one.source for one in said},
        "modes": {one.mode for one in said},
        "confidences": {one.confidence for one in said},
        "years": set(years_of(dossier)),
    }
    order: dict[str, Sequence[str]] = {
        "sides": [*alphabetical(dossier), *members],
        "speakers": [one.id for one in sorted(dossier.speakers, key=lambda speaker: speaker.name.casefold())],
        "topics": [one.id for one in dossier.issues],
        "sources": [one.id for one in dossier.sources],
        "modes": MODES,
        "confidences": CONFIDENCES,
        "years": years_of(dossier),
    }
    return {name: [one for one in ids if one in occurring[name]] for name, ids in order.items()}
