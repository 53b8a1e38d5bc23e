"""The evidence behind one cell, in a drawer at the right."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.link.component import copy_buttons
from components.statements.component import statement_cards
from components.statements.groups import evidence_groups
from components.text import escaped
from components.theme import Mark
from positions.cell import cell_words
from positions.text.citation import citation, position_sentence
from positions.frames import typed_rows
from positions.selection import Selection
from positions.tables import Cell, Tables
from positions.text.wording import day_words

_CLOSED = "cell_closed"


def open_drawer(tables: Tables, cells: pd.DataFrame, selection: Selection, marks: dict[str, Mark]) -> None:
    """Show the drawer of `selection.cell`."""
    assert selection.cell is not None
    holder, issue = selection.cell
    title = f"{tables.names[holder]} on {tables.scales[issue].name}"
    drawer = st.dialog(escaped(title), position="right", width="medium", on_dismiss=_close)
    drawer(_drawer)(tables, cells, selection, marks)


def was_closed() -> bool:
    """Whether the reader has just closed the drawer; true once."""
    return bool(st.session_state.pop(_CLOSED, False))


def _close() -> None:
    st.session_state[_CLOSED] = True


def _drawer(tables: Tables, cells: pd.DataFrame, selection: Selection, marks: dict[str, Mark]) -> None:
    holder, issue = selection.cell or ("", "")
    cell = typed_rows(cells[(cells["holder"] == holder) & (cells["issue"] == issue)], Cell)[0]
    words = cell_words(cell, tables)
    st.markdown(f"**{escaped(words.title)}**" + (f"  \n{escaped(words.detail)}" if words.detail else ""))
    st.caption(escaped(f"{tables.scales[issue].question} As of {day_words(selection.day)}."))
    copy_buttons(_copies(cell, tables, selection), key="drawer_copies")
    groups = evidence_groups(tables, cell, selection, marks)
    if groups:
        statement_cards(groups, key="drawer_statements")
    else:
        st.caption(escaped(f"No statement was found in {cell.looked_in} searched sources."))


def _copies(cell: Cell, tables: Tables, selection: Selection) -> dict[str, str]:
    """The position as a sentence, and the citation of the statement that gives it."""
    texts = {"Copy position as sentence": position_sentence(cell, tables, selection.day)}
    if isinstance(cell.statement, str):
        texts["Copy its citation"] = citation(tables.by_id[cell.statement], tables)
    return texts
