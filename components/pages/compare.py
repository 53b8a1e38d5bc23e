"""Compare: the matrix of parties and issues, and the evidence behind a cell."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from components.app.address import open_page, remember
from components.app.column_controls import fold, only_issue
from components.app.controls import colour_scheme, open_cell
from components.app.drawer import open_drawer, was_closed
from components.app.glance import glance
from components.app.paging import sheet_of
from components.app.shared import shared
from components.app.st_output import show_footer, show_heading
from components.matrix.component import position_matrix
from components.matrix.grid import grid_of
from components.theme import party_marks
from positions.selection import Selection
from positions.view import View, view_of

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
        open_drawer(view, selection.cell, party_marks(dossier, scheme))
    return selection
