"""The page frame: sidebar, navigation, and what is shown when a dossier cannot be used."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page as StreamlitPage

from components.app.address import (
    chosen_dossier,
    current_selection,
    link_to,
    offer_pages,
    open_dossier,
    remember,
)
from components.app.cache import dossier_id, dossier_tables, outdated_words
from components.app.column_controls import apart_control, column_controls, rest_control
from components.app.controls import cleared_control, day_control, dossier_control, span_control
from components.app.escape import escaped
from components.app.st_output import show_handling
from components.app.statement_filters import search_control
from components.clipboard.component import copy_link
from components.leaving.component import ask_before_leaving
from components.own_case.dossiers import is_unsaved, own_dossiers
from components.own_case.drafts import count_drawn_page
from components.pages import Page
from positions.model.errors import DossierError, UnknownDossier
from positions.reading.dossier import bundled_dossiers
from positions.selection import Selection, without_search
from positions.tables import Tables
from positions.text.handling import handling_words
from positions.text.listing import hits_words
from positions.view import view_of

# Pixels; wide enough for the longest issue, narrow enough for a matrix of four columns beside it.
_SIDEBAR = 246
_STYLE = Path(__file__).parents[1] / "theme.css"


def prepare() -> None:
    """Set the page up; to be called first in every run."""
    st.set_page_config(page_title="Positions", layout="wide", initial_sidebar_state=_SIDEBAR)
    st.html(_STYLE)
    _freeze()


@st.cache_resource(show_spinner=False)
def _freeze() -> None:
    """Leave what the imports made out of garbage collection: a rerun takes 30 ms, not 110."""
    gc.freeze()


def run(pages: Sequence[Page], named: str | None) -> None:
    """Draw the sidebar and the chosen page. `named` is a dossier's id or folder, or None."""
    # First of all, so that Streamlit knows the pages of a link whose dossier is not here.
    offered = [_offered(page, first=page is pages[0]) for page in pages]
    here = st.navigation(offered, position="hidden")
    own = own_dossiers()
    known = (*offered_dossiers(named), *own)
    try:
        name = chosen_dossier(named or known[0], known)
    except UnknownDossier as unknown:
        show_faults(unknown, here)
        return
    tables = own[name].tables if name in own else dossier_tables(name)
    page = pages[offered.index(here)]
    selection, unread = current_selection(tables.dossier, searched=page.searched)
    offer_pages({page.path: one for page, one in zip(pages, offered, strict=True)})
    if selection.view:
        from components.app.standalone import show_still  # noqa: PLC0415 - what sets pages comes late

        show_still(tables, selection, unread)
        remember(selection, tables.dossier)
        return
    with st.sidebar:
        st.header("Positions", anchor=False)
        st.caption(escaped(tables.dossier.title))
        other = dossier_control(name, known)
        if other != name:
            open_dossier(other)
        links = st.container()
        if not page.searched:
            selection = search_control(selection)
        hits = st.container()
        selection = day_control(selection, tables.dossier)
        if page.columns:
            selection = column_controls(apart_control(selection, tables.dossier), tables.dossier)
            selection = span_control(selection)
        selection = cleared_control(selection, tables.dossier)
        if name not in own:  # a link to it would open for nobody else
            copy_link()
    if name not in own and (outdated := outdated_words(name)):
        st.warning(escaped(outdated))
    if unread:
        st.info(escaped(unread))
    show_handling(handling_words(tables.dossier))
    here.run()
    if page.columns and (chosen := rest_control(selection, tables.dossier)) != selection:
        remember(chosen, tables.dossier)
        st.rerun()
    selection = page.render(view_of(tables, selection))
    # Last, so that a link carries what was chosen in this very run.
    for link, target in zip(offered, pages, strict=True):
        query = link_to(selection, tables.dossier, searched=target.searched)
        links.page_link(link, query_params=query, width="stretch")
        if target.searched and selection.text and not page.searched:
            with hits:
                _hits(link, tables, replace(without_search(selection), text=selection.text))
    remember(selection, tables.dossier, searched=page.searched)


def finish() -> None:
    """What comes last in every run: the browser asks before it leaves what is not saved; a page is drawn."""
    if any(is_unsaved(own) for own in own_dossiers().values()):
        with st.sidebar:
            ask_before_leaving()
    count_drawn_page()


def offered_dossiers(named: str | None) -> tuple[str, ...]:
    """Ids of the bundled dossiers, and the one that this server was told to open, by id or folder.

    A copy of a bundled dossier that kept its id stands in its place: an id names one dossier.
    """
    bundled = bundled_dossiers()
    if named is None or named in bundled:
        return bundled
    own = dossier_id(named)
    return (*(one for one in bundled if one != own), named)


def _hits(link: StreamlitPage, tables: Tables, selection: Selection) -> None:
    """How many statements hold the words that are searched, as a link to their list."""
    from components.app.hits import found_statements  # noqa: PLC0415 - pandas comes late

    found = hits_words(len(found_statements(tables, selection)))
    query = link_to(selection, tables.dossier, searched=True)
    st.page_link(link, label=escaped(found), query_params=query, width="stretch")


def _offered(page: Page, *, first: bool) -> StreamlitPage:
    """The page as Streamlit's navigation knows it; `run` draws it, so its own body is empty."""
    return st.Page(_no_body, title=page.title, url_path=page.path, default=first)


def _no_body() -> None:
    """Pages are drawn by `run`, which knows the dossier and the selection."""


def show_faults(error: DossierError | UnknownDossier, page: StreamlitPage | None = None) -> None:
    """Every fault of a dossier, one per line, as it stands in the files; of one not here the others."""
    st.title("This dossier cannot be shown", anchor=False)
    if isinstance(error, UnknownDossier):
        st.text(str(error))
        if page is not None:
            st.text("Here are:")
            for one in error.here:
                st.page_link(page, label=escaped(one), query_params={"dossier": one})
        return
    st.caption(f"{len(error.findings)} findings; nothing is loaded until they are mended.")
    st.text(str(error))
