"""Address to Selection and back, and from page to page; the only reader of the address.

The address is the view. It is read in a new session, on a link and after the browser's back button.
Else the widgets are the truth: a run that a widget has started may carry an address from before the one
last written, because the reader was quicker than the answer of the server.
"""

from __future__ import annotations

from dataclasses import replace

import streamlit as st
from streamlit.navigation.page import Page as StreamlitPage

from components.app.cache import dossier_id
from components.app.controls import forget_widgets, is_clicked, values_of_widgets
from positions.address import Address, address_of, mended, selection_at
from positions.model.dossier import Dossier
from positions.model.errors import UnknownDossier
from positions.selection import SEARCHED, Selection, without_search

_ADDRESS, _SELECTION, _PAGES = "address_written", "selection", "offered_pages"
_VALUES = "values_of_widgets"


def chosen_dossier(default: str, known: tuple[str, ...]) -> str:
    """The dossier that the address names, or the default when it names none.

    Raises UnknownDossier for one that is not here: a link never shows another negotiation than its own.
    The default is its own id's dossier, also where it is a copy of a bundled one that kept the id.
    """
    written, named = st.query_params.get("dossier"), mended(dict(st.query_params)).get("dossier")
    own = dossier_id(default)
    if named is None or named == own:
        return default
    for one in (written, named):
        if one in known:
            return str(one)
    # A dossier that is served from a folder is named by its id, never by the folder.
    here = tuple(dict.fromkeys(own if one == default else one for one in known))
    raise UnknownDossier(f"The link names the dossier '{named}', which is not here.", here)


def current_selection(dossier: Dossier, *, searched: bool = True) -> tuple[Selection, str | None]:
    """The view to show, and one sentence when a part of its address could not be read.

    On a page that is not `searched`, search and filters are those of the last page that was.
    """
    address = dict(st.query_params)
    state = st.session_state
    known = _SELECTION in state and state[_SELECTION].dossier == dossier.id
    if known and (state.get(_ADDRESS) == address or _was_used()):
        return state[_SELECTION], None
    selection, unread = selection_at(mended(address), dossier)
    if known and not searched:
        kept = {name: getattr(state[_SELECTION], name) for name in SEARCHED}
        selection = replace(selection, **kept)
    forget_widgets()
    state[_ADDRESS], state[_SELECTION] = address, selection
    state.pop(_VALUES, None)
    return selection, unread


def _was_used() -> bool:
    """Whether a click has started this run, or a widget with another value than at the end of the last."""
    before = st.session_state.get(_VALUES, {})
    changed = any(before.get(key, value) != value for key, value in values_of_widgets().items())
    return changed or is_clicked()


def remember(selection: Selection, dossier: Dossier, *, searched: bool = False) -> None:
    """Keep the view for the next run and write it into the address.

    It is written in every run, for the browser may show an address from before that of this run;
    one that it shows already adds no step to its history.
    """
    address = address_of(selection if searched else without_search(selection), dossier)
    st.query_params.from_dict(address)
    st.session_state[_ADDRESS] = address
    st.session_state[_SELECTION] = selection
    st.session_state[_VALUES] = values_of_widgets()


def offer_pages(offered: dict[str, StreamlitPage]) -> None:
    """Remember the pages of the navigation by path, for `open_page`."""
    st.session_state[_PAGES] = offered


def open_page(path: str, selection: Selection, dossier: Dossier) -> None:
    """Go to another page with this view; a page that is not offered is not gone to."""
    offered = st.session_state.get(_PAGES, {})
    if path in offered:
        st.switch_page(offered[path], query_params=link_to(selection, dossier))


def open_dossier(dossier: str) -> None:
    """Begin anew with the landing view of another dossier, on the page that is open."""
    st.query_params.from_dict({"dossier": dossier})
    st.rerun()


def link_to(selection: Selection, dossier: Dossier, *, searched: bool = False) -> Address:
    """The query parameters for a link to another page that keeps the view.

    Search and filters of the statements go to a page that is `searched` only.
    """
    shown = selection if searched else without_search(selection)
    return address_of(replace(shown, cell=None), dossier)
