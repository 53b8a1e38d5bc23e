"""The evidence behind one cell, in a drawer at the right."""

from __future__ import annotations

import streamlit as st

from components.app.escape import escaped
from components.app.st_output import opened_part, show_list
from components.clipboard.component import copy_buttons
from components.figures.strip import labelled_blocks
from components.statements.component import statement_cards
from components.statements.groups import evidence_groups
from components.theme import Mark
from positions.analysis.behind import leading_statements
from positions.cell import Cell
from positions.tables import Tables
from positions.text.cell import cell_words, nothing_words
from positions.text.cell_sentences import position_sentence
from positions.text.citation import citation
from positions.text.grouping import member_lines
from positions.text.headline import in_sentence
from positions.text.why import MEMBERS_TITLE, WhyWords, why_title, why_words
from positions.text.wording import day_words
from positions.view import View

_CLOSED = "cell_closed"


def open_drawer(view: View, place: tuple[str, str], marks: dict[str, Mark]) -> None:
    """Show the drawer of the cell of a holder on an issue, whether or not it is in the matrix."""
    cell = view.cell(*place)
    title = f"{cell.name} on {in_sentence(view, cell.issue)}"
    drawer = st.dialog(escaped(title), position="right", width="medium", on_dismiss=_close)
    drawer(_drawer)(cell, view, marks)


def was_closed() -> bool:
    """Whether the reader has just closed the drawer; true once."""
    return bool(st.session_state.pop(_CLOSED, False))


def _close() -> None:
    st.session_state[_CLOSED] = True


def _drawer(cell: Cell, view: View, marks: dict[str, Mark]) -> None:
    tables = view.tables
    told = (tables.scales[cell.issue].asks, f"As of {day_words(cell.as_of)}.")
    st.caption(escaped(" ".join(filter(None, told))))
    with st.container(key="drawer_words"):
        _words(cell, tables)
    copy_buttons(_copies(cell, tables), key="drawer_copies")
    if part := opened_part(why_title(cell), "drawer_why"):
        with part:
            _why(why_words(cell, view.why(cell), tables))
    groups = evidence_groups(cell, tables, marks)
    if groups:
        statement_cards(groups, key="drawer_statements")
    else:
        st.caption(escaped(f"No statement {nothing_words(cell, tables)}."))


def _words(cell: Cell, tables: Tables) -> None:
    """What the cell says, with the scale beside it; of a grouping every member in place of those by step."""
    words, members, scale = cell_words(cell, tables), member_lines(cell, tables), _scale(cell, tables)
    own = () if members else (*words.body, words.evidence, *words.others)
    left, right = (
        st.columns([11, 9], gap="medium") if scale and not members else (st.container(), st.container())
    )
    with left:
        st.subheader(escaped(words.title), anchor=False)
        if any(own):
            st.markdown("  \n".join(escaped(line) for line in own if line))
    if scale:
        with right:
            statement_cards([], key="drawer_scale", scale=scale)
    show_list(members)
    if words.notes:
        st.caption("  \n".join(escaped(note) for note in words.notes))


def _why(words: WhyWords) -> None:
    """The rule in sentences, then every statement by what decided about it."""
    show_list(words.rule, "1.")
    for heading, lines in (
        (MEMBERS_TITLE, words.members),
        *((one.heading, one.lines) for one in words.groups),
    ):
        if lines:
            st.markdown(f"**{escaped(heading)}**")
            show_list(lines)


def _scale(cell: Cell, tables: Tables) -> list[tuple[str, str, str]]:
    """Every step of the issue in words with its block of the cell's strip; empty where it has none."""
    return labelled_blocks(cell, tables.scales[cell.issue])


def _copies(cell: Cell, tables: Tables) -> dict[str, str | None]:
    """The position as sentences, the citation of the statements that give it, and the address of the cell."""
    texts: dict[str, str | None] = {"Copy position as sentence": position_sentence(cell, tables)}
    leading = leading_statements(cell)
    if leading:
        label = "Copy its citation" if len(leading) == 1 else f"Copy its {len(leading)} citations"
        texts[label] = "\n".join(citation(tables.by_id[one], tables) for one in leading)
    return texts | {"Copy link to this evidence": None}
