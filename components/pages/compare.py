"""Compare: the matrix of parties and issues, and the evidence behind a cell."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from components.app.address import open_page, remember
from components.app.cache import shared
from components.app.column_controls import fold, only_issue
from components.app.controls import colour_scheme, forget, open_cell, seeded
from components.app.drawer import open_drawer, was_closed
from components.app.escape import escaped
from components.app.paging import sheet_of
from components.app.st_output import opened_part, show_footer, show_heading, show_table
from components.matrix.component import position_matrix
from components.matrix.grid import grid_of
from components.overview.component import overview_grid
from components.overview.view import described, distance_table, overview_of
from components.theme import view_marks
from positions.selection import Selection, everything, shown_of
from positions.text.labels import OVERVIEW_WORDS
from positions.text.limits import too_much_at_a_glance
from positions.view import View, view_of

_overview, _described, _table = shared(overview_of), shared(described), shared(distance_table)
_NONE = ""
_grid = shared(grid_of)


def render(view: View) -> Selection:
    """Draw the page; the answer is the selection after a click."""
    selection, dossier, scheme = view.selection, view.tables.dossier, colour_scheme()
    show_heading(view.finding, view.measure)
    closed = was_closed()
    selection = open_cell(selection, None) if closed else selection
    grid = replace(_grid(sheet_of(view), scheme), opened=".".join(selection.cell or ()))
    chosen = position_matrix(grid)
    selection = glance(view_of(view.tables, selection))
    show_footer(view.source_line)
    if chosen.unfold:
        remember(fold(selection, chosen.unfold), dossier)
        st.rerun()
    if chosen.only:
        remember(only_issue(selection, dossier, chosen.only), dossier)
        st.rerun()
    if chosen.issue:
        open_page("issue", replace(selection, issue=chosen.issue), dossier)
    # Closing comes first: a click whose run was cut short by it is answered a second time.
    if chosen.cell and not closed:
        selection = open_cell(selection, chosen.cell)
    if selection.cell:
        open_drawer(view, selection.cell, view_marks(view, scheme))
    return selection


def glance(view: View) -> Selection:
    """Draw it where a landing view leaves something out; the answer is the selection after a click."""
    selection, tables = view.selection, view.tables
    if shown_of(selection, tables.dossier) is None:
        return selection
    every = everything(selection, tables.dossier)
    st.header("All parties at a glance", anchor=False)
    if refused := too_much_at_a_glance(every, tables.dossier):
        st.caption(escaped(refused))
        return selection
    whole = view_of(tables, every)
    selection = _near_control(selection, whole)
    st.caption(escaped(_described(whole, selection.near)))
    chosen = overview_grid(_overview(whole, selection.near, colour_scheme()))
    title = "The distances as a table"
    if selection.near and (part := opened_part(title, "near_table")):
        with part:
            show_table(_table(whole, selection.near), title)
    if chosen.party:
        forget("near")
        other = chosen.party if chosen.party != selection.near else None
        remember(replace(selection, near=other), tables.dossier)
        st.rerun()
    if chosen.issue:
        open_page("issue", replace(selection, issue=chosen.issue), tables.dossier)
    return open_cell(selection, chosen.cell) if chosen.cell else selection


def _near_control(selection: Selection, whole: View) -> Selection:
    """The party that the rows are sorted by, found by typing; none for alphabetical order."""
    names = {_NONE: OVERVIEW_WORDS["alphabetical"]} | {one: whole.tables.names[one] for one in whole.columns}
    near = st.selectbox(
        "Nearest to and farthest from",
        list(names),
        format_func=names.__getitem__,
        width=320,
        **seeded("near", selection.near if selection.near in names else _NONE),
    )
    return replace(selection, near=near or None)
