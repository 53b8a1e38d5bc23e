"""Search and filters of the list of statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from components.app.controls import FILTERS, seeded, shown_names
from components.app.escape import escaped
from positions.model.dossier import Dossier
from positions.model.statements import CONFIDENCES, MODES
from positions.selection import Selection, alphabetical, years_of
from positions.text.citation import source_heads
from positions.text.listing import filter_words

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
    names = shown_names(dossier) | source_heads(dossier.sources)
    offered = _offered(dossier)
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
