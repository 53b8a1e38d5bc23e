"""Sheets of a wide view: a page draws at most so many parties and issues at once, and pages the rest.

A sheet says which it is, and that its pairs are those of its own parties.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from positions.model.statements import Statement
from positions.text.listing import place_words
from positions.view import View, view_of

MOST_PARTIES, MOST_CELLS = 12, 99  # that stay below 10,000 nodes on every page
_NOTES = {"parties": "; pairs below are of these alone", "issues": ""}


def sheet_of(view: View, *, issues: bool = True) -> View:
    """The part of a view that a page draws at once, with a control for each direction that has more.

    Up to twelve parties, each with its unfolded members, and as many issues as make 99 cells are drawn
    whole; more come in sheets as even as can be. Finding and address stay those of the whole view.
    """
    selection = view.selection
    parties = _sheet("parties", selection.parties, MOST_PARTIES)
    most = max(1, MOST_CELLS // max(1, len(parties)))
    topics = _sheet("issues", selection.issues, most) if issues else selection.issues
    return view_of(view.tables, replace(selection, parties=parties, issues=topics))


def statements_sheet(
    statements: Sequence[Statement], most: int, *, key: str, note: str = ""
) -> Sequence[Statement]:
    """The statements on the chosen sheet of those in order, at most so many.

    Where there are more there is a control; which of how many they are is told with the note. `key` names
    the control: lists that differ need keys that differ.
    """
    sheets = max(1, -(-len(statements) // most))
    with st.container(horizontal=True, vertical_alignment="center", key=f"{key}_of_statements"):
        first = (min(st.pagination(sheets, key=key) if sheets > 1 else 1, sheets) - 1) * most
        shown = statements[first : first + most]
        st.caption(f"{place_words(first + 1, first + len(shown), len(statements))}{note}")
    return shown


def _sheet(things: str, ids: Sequence[str], most: int) -> tuple[str, ...]:
    """The ids on the chosen sheet of those in order."""
    sheets = max(1, -(-len(ids) // most))
    if sheets == 1:
        return tuple(ids)
    size = -(-len(ids) // sheets)
    with st.container(horizontal=True, vertical_alignment="center", key=f"sheet_of_{things}"):
        first = (min(st.pagination(sheets, key=f"sheet_{things}", width=260), sheets) - 1) * size
        shown = tuple(ids[first : first + size])
        st.caption(f"{place_words(first + 1, first + len(shown), len(ids))} {things}{_NOTES[things]}")
    return shown
