"""The statements behind what changed between two days, as cards on screen."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components.app.escape import escaped
from components.figures.changed import Changed, at_most, changed
from components.statements.component import statement_cards
from components.statements.view import CardGroup, card_view
from components.theme import Mark
from positions.analysis.change import CHANGED, KINDS
from positions.text.labels import CHANGE_WORDS
from positions.text.movement import DIRECTION_RULE
from positions.text.wording import capital, count_words
from positions.view import View

MOST_CARDS = 12  # of a kind; more are a list that nobody reads


def show_changes(view: View, marks: dict[str, Mark]) -> None:
    """The statements behind what changed as cards, kind by kind."""
    st.header("The statements behind what changed", anchor=False)
    st.caption(escaped(DIRECTION_RULE))
    for kind in CHANGED:
        groups = changed(view, kind)
        if groups:
            counted = count_words(sum(one.positions for one in groups), "position")
            st.subheader(escaped(f"{capital(CHANGE_WORDS[kind])} · {counted}"), anchor=False)
            st.caption(escaped(f"{capital(KINDS[kind])}."))
            _show_cards(f"changes_{kind}", groups, view, marks)


def _show_cards(key: str, groups: Sequence[Changed], view: View, marks: dict[str, Mark]) -> None:
    """At most MOST_CARDS statements in two columns, of one change in one, and how many more there are."""
    shown = at_most(groups, MOST_CARDS)
    half = (len(shown) + 1) // 2
    parts = [part for part in (shown[:half], shown[half:]) if part]
    columns = st.columns(2, gap="large") if len(parts) > 1 else [st.container()]
    for place, (column, part) in enumerate(zip(columns, parts, strict=True)):
        with column:
            statement_cards([_card_group(one, view, marks) for one in part], key=f"{key}_{place}")
    left = sum(len(one.statements) for one in groups) - sum(len(one.statements) for one in shown)
    if left:
        st.caption(
            escaped(f"{count_words(left, 'more statement')} behind these changes stand under Evidence.")
        )


def _card_group(group: Changed, view: View, marks: dict[str, Mark]) -> CardGroup:
    """The statements behind a change, the earlier first, with the change in words."""
    tables = view.tables
    return {
        "title": group.title,
        "note": group.words,
        "cards": [card_view(tables.by_id[one], tables, marks) for one in group.statements],
    }
