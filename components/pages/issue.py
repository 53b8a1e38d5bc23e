"""Issue: one question to the bottom, with every side on its scale and every statement below."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import TypeVar

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.charts import issue_scale
from components.controls import colour_scheme, issue_control
from components.lanes import issue_scale_of
from components.show import show_chart, show_footer, show_table
from components.statements.component import statement_cards
from components.statements.groups import evidence_groups
from components.statements.view import card_view
from components.text import escaped
from components.texts import own_texts
from components.theme import Mark, party_marks
from positions.analysis.claims import claims_about
from positions.analysis.gap import Gap, pair_gaps
from positions.cell import cell_words
from positions.frames import typed_rows
from positions.headline import footer
from positions.models import Issue
from positions.selection import Selection
from positions.tables import Cell, Tables, comparable, speaking_columns, standing
from positions.text.wording import count_words, day_words, gap_sentence, gap_words, interval_words

OneT = TypeVar("OneT")
_MOST_LANES, _MOST_SIDES = 8, 4
_OWN_PARTS = {"position": "What the position rests on", "other": "Other statements", "dissent": "Dissent"}
_RELATIONS = {
    "meet": "stated ranges touch",
    "near": "one step between them",
    "apart": "more than one step between them",
}


def render(tables: Tables, selection: Selection) -> Selection:
    """Draw the page; the answer is the selection with the issue as it now stands."""
    selection = issue_control(selection, tables.dossier)
    issue = tables.scales[selection.issue or selection.issues[0]]
    cells = standing(tables, selection.day)
    columns = speaking_columns(cells, selection.columns(tables.dossier), [issue.id])
    lanes = _lanes(cells, columns, issue)
    st.title(escaped(issue.question))
    known = tables.statements["day"] <= pd.Timestamp(selection.day)
    said = int((known & (tables.statements["issue"] == issue.id)).sum())
    st.caption(escaped(f"{issue.name} · {count_words(said, 'statement')} by {day_words(selection.day)}"))
    marks = party_marks(tables.dossier, colour_scheme())
    if issue.scale:
        _scale(tables, selection, issue, lanes, marks)
    _sides(tables, selection, issue, marks)
    _claims(tables, selection, issue, marks)
    if issue.scale:
        _gaps(cells, columns, issue, tables)
    show_footer(footer(cells, tables.dossier, selection, columns))
    return selection


def _lanes(cells: pd.DataFrame, columns: Sequence[str], issue: Issue) -> list[Cell]:
    rows = {cell.holder: cell for cell in typed_rows(cells[cells["issue"] == issue.id], Cell)}
    return [rows[column] for column in columns]


def _scale(
    tables: Tables, selection: Selection, issue: Issue, lanes: list[Cell], marks: dict[str, Mark]
) -> None:
    for place, some in enumerate(batched(lanes, _MOST_LANES)):
        scale = issue_scale_of(tables, issue, some, selection.day)
        show_chart(
            issue_scale.draw(scale, marks, colour_scheme()),
            key=f"issue_scale_{place}" if place else "issue_scale",
            words=issue_scale.describe(scale),
            table=issue_scale.table(scale),
        )
    st.caption(
        "Filled: own words or an announced measure. Ring: reported speech. Dashed: said by another side. "
        "Bar: range of what was stated."
    )


def _sides(tables: Tables, selection: Selection, issue: Issue, marks: dict[str, Mark]) -> None:
    """One column per party: its position in words, then its statements, newest first."""
    st.header("Side by side")
    cells = {cell.holder: cell for cell in _lanes(standing(tables, selection.day), selection.parties, issue)}
    rows = batched(selection.parties, _MOST_SIDES)
    places = [(column, party) for row in rows for column, party in zip(_columns(row), row, strict=False)]
    for place, party in places:
        words = cell_words(cells[party], tables)
        with place:
            st.subheader(escaped(tables.names[party]))
            st.markdown(f"**{escaped(words.title)}**")
            if words.detail:
                st.markdown(escaped(words.detail))
            if words.evidence:
                st.caption(escaped(words.evidence))
            groups = evidence_groups(tables, cells[party], selection, marks, _OWN_PARTS)
            if groups:
                statement_cards(groups, key=f"side_{party}")


def _columns(row: Sequence[str]) -> Sequence[DeltaGenerator]:
    return st.columns(max(len(row), 2), gap="medium")


def batched(ones: Sequence[OneT], most: int) -> list[Sequence[OneT]]:
    """The sequence in parts of at most that many, as even as can be."""
    parts = max(1, ceil(len(ones) / most))
    size = ceil(len(ones) / parts)
    return [ones[start : start + size] for start in range(0, len(ones), max(1, size))]


def _claims(tables: Tables, selection: Selection, issue: Issue, marks: dict[str, Mark]) -> None:
    """What others say of a side, next to what that side itself said."""
    cells = {
        cell.holder: cell
        for cell in typed_rows(standing(tables, selection.day), Cell)
        if cell.issue == issue.id
    }
    made = claims_about(tables.statements, list(cells), issue.id, selection.day)
    if made.empty:
        return
    st.header("What others say about it")
    st.caption("A claim about another side sets no position. Beside it stands what that side itself said.")
    texts = own_texts(tables)
    for described, rows in made.groupby("described", sort=False):
        cell = cells[str(described)]
        left, right = st.columns(2, gap="medium")
        claims = [
            card_view(tables.by_id[one], tables, marks, texts[tables.by_id[one].source]) for one in rows["id"]
        ]
        own = [tables.by_id[cell.statement]] if isinstance(cell.statement, str) else []
        own_cards = [card_view(one, tables, marks, texts[one.source]) for one in own]
        note = cell_words(cell, tables).title if own else "Nothing was found in its own words."
        with left:
            statement_cards(
                [{"title": f"Said of {cell.name}", "note": "", "cards": claims}], key=f"claims_{described}"
            )
        with right:
            statement_cards(
                [{"title": f"{cell.name} itself", "note": note, "cards": own_cards}], key=f"own_{described}"
            )


def _gaps(cells: pd.DataFrame, columns: Sequence[str], issue: Issue, tables: Tables) -> None:
    st.header("Every pair")
    stated = comparable(cells, columns, [issue.id])
    stands = {cell.holder: cell.stand for cell in typed_rows(stated, Cell)}
    rows = [
        (
            f"{tables.names[gap.first]} – {tables.names[gap.second]}",
            gap_words(gap.gap, gap.last_step),
            interval_words(gap.least, gap.most) or f"{gap.gap:g}",
            gap_sentence(issue, stands[gap.first], stands[gap.second]),
            _RELATIONS[gap.relation],
        )
        for gap in typed_rows(pair_gaps(stated), Gap)
    ]
    if rows:
        show_table(pd.DataFrame(rows, columns=["Pair", "Gap", "Interval", "In words", "Stated ranges"]))
    else:
        st.caption("No two of the shown parties have stated a position that can be placed.")
