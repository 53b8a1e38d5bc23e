"""The statements behind what changed between two days, as cards on screen."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components.app.escape import escaped
from components.figures.changed import Changed, at_most, changed
from components.statements.component import statement_parts
from components.statements.view import CardGroup, CardPart, card_view
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
    found = ((kind, changed(view, kind)) for kind in CHANGED)
    statement_parts([_part(kind, groups, view, marks) for kind, groups in found if groups], key="changes")


def _part(kind: str, groups: Sequence[Changed], view: View, marks: dict[str, Mark]) -> CardPart:
    """At most MOST_CARDS statements in two columns, of one change in one, and how many more there are."""
    shown = at_most(groups, MOST_CARDS)
    half = (len(shown) + 1) // 2
    columns = [part for part in (shown[:half], shown[half:]) if part]
    counted = count_words(sum(one.positions for one in groups), "position")
    left = sum(len(one.statements) for one in groups) - sum(len(one.statements) for one in shown)
    more = count_words(left, "more statement")
    return {
        "title": f"{capital(CHANGE_WORDS[kind])} · {counted}",
        "note": f"{capital(KINDS[kind])}.",
        "columns": [[_card_group(one, view, marks) for one in part] for part in columns],
        "left": f"{more} behind these changes stand under Evidence." if left else "",
    }


def _card_group(group: Changed, view: View, marks: dict[str, Mark]) -> CardGroup:
    """The statements behind a change, the earlier first, with the change in words."""
    tables = view.tables
    return {
        "title": group.title,
        "note": group.words,
        "cards": [card_view(tables.by_id[one], tables, marks) for one in group.statements],
    }
