"""Sidebar and address to Selection and back; the only reader of widgets and of the address.

The address is the view. It is read when it differs from the one last written, that is in a new
session, on a link, and after the browser's back button; else the widgets are the truth.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import streamlit as st

from components.theme import Scheme
from positions.models import Dossier
from positions.selection import Address, Selection, address_of, alphabetical, key_days, selection_at
from positions.wording import MODE_WORDS, day_words

_ADDRESS, _SELECTION = "address_written", "selection"
_WIDGETS = ("day", "parties", "issues", "unfolded", "text", "sides", "topics", "sources", "modes")


def colour_scheme() -> Scheme:
    """The colour scheme of the reader's browser or choice."""
    return "dark" if st.context.theme.type == "dark" else "light"


def chosen_dossier(default: str, known: tuple[str, ...]) -> str:
    """The dossier that the address names, or the default when it names none that is known."""
    named = st.query_params.get("dossier")
    return named if named in known else default


def current_selection(dossier: Dossier) -> tuple[Selection, str | None]:
    """The view to show, and one sentence when a part of its address could not be read."""
    address = dict(st.query_params)
    state = st.session_state
    if _SELECTION in state and state.get(_ADDRESS) == address and state[_SELECTION].dossier == dossier.id:
        return state[_SELECTION], None
    selection, unread = selection_at(address, dossier)
    for name in _WIDGETS:
        state.pop(name, None)
    state[_ADDRESS] = address
    return selection, unread


def remember(selection: Selection, dossier: Dossier) -> None:
    """Keep the view for the next run and write it into the address."""
    address = address_of(selection, dossier)
    if dict(st.query_params) != address:
        st.query_params.from_dict(address)
    st.session_state[_ADDRESS] = address
    st.session_state[_SELECTION] = selection


def day_control(selection: Selection, dossier: Dossier) -> Selection:
    """The as-of day: a slider over the days on which something was said or happened."""
    days = sorted({*key_days(dossier), selection.day})
    day = st.select_slider("As of", days, format_func=day_words, **_seed("day", selection.day))
    return replace(selection, day=day if isinstance(day, dt.date) else selection.day)


def column_controls(selection: Selection, dossier: Dossier) -> Selection:
    """Which parties and issues are shown; none chosen means the view stays as it was."""
    parties, issues = alphabetical(dossier), [issue.id for issue in dossier.issues]
    names = _names(dossier)
    chosen = st.pills(
        "Parties",
        parties,
        selection_mode="multi",
        format_func=names.__getitem__,
        **_seed("parties", selection.parties),
    )
    topics = st.pills(
        "Issues",
        issues,
        selection_mode="multi",
        format_func=names.__getitem__,
        **_seed("issues", selection.issues),
    )
    return replace(
        selection,
        parties=tuple(one for one in parties if one in chosen) or selection.parties,
        issues=tuple(one for one in issues if one in topics) or selection.issues,
    )


def statement_filters(selection: Selection, dossier: Dossier) -> Selection:
    """Search and filters of the list of statements; nothing chosen means all."""
    names = _names(dossier)
    modes = sorted({one.mode for one in dossier.statements})
    members = [member.id for party in dossier.parties for member in party.members]
    sides = [*alphabetical(dossier), *members]
    text = st.text_input(
        "Search",
        placeholder="a word, a name, part of a phrase",
        max_chars=200,
        **_seed("text", selection.text),
    )
    left, middle, right, last = st.columns(4)
    chosen: dict[str, Any] = {
        "sides": left.multiselect(
            "Side", sides, format_func=names.__getitem__, **_seed("sides", selection.sides)
        ),
        "topics": middle.multiselect(
            "Issue",
            [one.id for one in dossier.issues],
            format_func=names.__getitem__,
            **_seed("topics", selection.topics),
        ),
        "sources": right.multiselect(
            "Source",
            [one.id for one in dossier.sources],
            format_func=names.__getitem__,
            **_seed("sources", selection.sources),
        ),
        "modes": last.multiselect(
            "Mode", modes, format_func=names.__getitem__, **_seed("modes", selection.modes)
        ),
    }
    chosen = {name: tuple(ids) for name, ids in chosen.items()}
    return replace(selection, text=text.strip(), **chosen)


def open_cell(selection: Selection, cell: str | None) -> Selection:
    """The selection with the evidence of "holder.issue" open, or closed for None."""
    if cell is None:
        return replace(selection, cell=None)
    holder, _, issue = cell.partition(".")
    return replace(selection, cell=(holder, issue))


def fold(selection: Selection, grouping: str) -> Selection:
    """The selection with a grouping unfolded, or folded again."""
    rest = tuple(one for one in selection.unfolded if one != grouping)
    return replace(selection, unfolded=rest if grouping in selection.unfolded else (*rest, grouping))


def link_to(selection: Selection, dossier: Dossier) -> Address:
    """The query parameters for a link to another page that keeps the view."""
    return address_of(replace(selection, cell=None), dossier)


def _seed(name: str, value: Any) -> dict[str, Any]:
    """A widget's key, with its value put into the state when the widget is new."""
    if name not in st.session_state:
        st.session_state[name] = list(value) if isinstance(value, tuple) else value
    return {"key": name}


def _names(dossier: Dossier) -> dict[str, str]:
    members = [member for party in dossier.parties for member in party.members]
    named = {one.id: one.name for one in dossier.parties} | {one.id: one.name for one in members}
    named |= {one.id: one.name for one in dossier.issues}
    return named | {one.id: one.custom.short_name for one in dossier.sources} | MODE_WORDS
