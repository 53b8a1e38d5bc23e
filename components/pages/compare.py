"""Compare: the matrix of parties and issues, and the evidence behind a cell."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from components.address import open_page, remember
from components.column_controls import fold
from components.controls import colour_scheme, open_cell
from components.drawer import open_drawer, was_closed
from components.matrix.component import position_matrix
from components.matrix.view import matrix_view
from components.show import show_footer
from components.text import escaped
from components.theme import party_marks
from positions.analysis.gap import pair_gaps
from positions.headline import footer, headline, lede
from positions.selection import Selection
from positions.tables import Tables, comparable, speaking_columns, standing


def render(tables: Tables, selection: Selection) -> Selection:
    """Draw the page; the answer is the selection after a click."""
    cells = standing(tables, selection.day)
    columns = speaking_columns(cells, selection.columns(tables.dossier), selection.issues)
    gaps = pair_gaps(comparable(cells, selection.parties, selection.issues))
    st.title(escaped(headline(gaps, tables.dossier, selection)))
    st.caption(escaped(f"{lede(tables.statements, cells, selection, columns)} · a cell opens its evidence"))
    scheme = colour_scheme()
    chosen = position_matrix(matrix_view(tables, cells, selection, scheme))
    show_footer(footer(cells, tables.dossier, selection, columns))
    if chosen.unfold:
        remember(fold(selection, chosen.unfold), tables.dossier)
        st.rerun()
    if chosen.issue:
        open_page("issue", replace(selection, issue=chosen.issue), tables.dossier)
    # Closing comes first: a click whose run was cut short by it is answered a second time.
    if was_closed():
        selection = open_cell(selection, None)
    elif chosen.cell:
        selection = open_cell(selection, chosen.cell)
    if selection.cell:
        open_drawer(tables, cells, selection, party_marks(tables.dossier, scheme))
    return selection
