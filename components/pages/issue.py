"""Issue: one question to the bottom, with every side on its scale and every statement below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from components.app.cache import shared
from components.app.controls import colour_scheme, issue_control
from components.app.escape import escaped
from components.app.meeting_lines import moves_part
from components.app.paging import sheet_of
from components.app.pair_lists import cards_of, pairs_table
from components.app.st_output import Drawn, show_chart, show_footer, show_heading, show_table
from components.charts import issue_scale as chart
from components.figures.lanes import issue_scale
from components.figures.ranges import PHONE, SCREEN
from components.statements.component import statement_cards
from components.statements.groups import evidence_groups
from components.statements.view import CardGroup
from components.theme import Mark, Scheme, view_marks
from positions.analysis.behind import PARTS, leading_statements, statements_behind
from positions.cell import Cell
from positions.model.issues import Issue
from positions.selection import Selection
from positions.text.cell import cell_words
from positions.text.grouping import spread_words
from positions.text.wording import count_words, issue_title
from positions.view import View, view_of

_MOST_SIDES, _MOST_OWN, _MOST_OPEN = 3, 4, 3
_BARE = 1  # the length of a side that has words and no statement
_SHOWN_PARTS, _FOLDED_PARTS = ("point", "current"), ("earlier", "dissent")


def render(view: View) -> Selection:
    """Draw the page; the answer is the selection with the issue as it now stands."""
    selection = issue_control(view.selection, view.tables.dossier)
    issue = view.tables.scales[selection.issue or selection.issues[0]]
    alone = view_of(view.tables, replace(selection, issues=(issue.id,)))
    marks = view_marks(view, colour_scheme())
    show_heading(alone.finding, alone.measure, above=issue_title(issue, " · "))
    sheet = sheet_of(alone, issues=False)
    if issue.measured:
        show_chart(_scale(sheet, issue.id, colour_scheme()), key="issue_scale")
    _sides(sheet, issue, marks)
    _claims(sheet, issue, marks)
    if issue.measured and sheet.pairs:
        st.header("Every pair", anchor=False)
        show_table(pairs_table(sheet, issue), f"Every pair on {issue.name}")
        moves_part(sheet, (issue,))
    show_footer(alone.source_line)
    return selection


@shared
def _scale(view: View, issue: str, scheme: Scheme) -> Drawn:
    scale = issue_scale(view, view.tables.scales[issue])
    rooms = {"wide": SCREEN, "narrow": PHONE}
    layouts = (chart.draw(scale, view, scheme, name, room) for name, room in rooms.items())
    return Drawn(tuple(layouts), chart.describe(scale), chart.table(scale, view))


def _sides(view: View, issue: Issue, marks: dict[str, Mark]) -> None:
    """Each side with its position in words, then its statements, newest first."""
    st.header("What each side says", anchor=False)
    titles = {part: PARTS[part] for part in _SHOWN_PARTS}
    cells = [view.cell(holder, issue.id) for holder in view.columns]
    groups = [evidence_groups(cell, view.tables, marks, titles) for cell in cells]
    columns = in_columns([_length(one) for one in groups])
    for place, column in zip(st.columns(max(len(columns), 2), gap="medium"), columns, strict=False):
        with place:
            for side in column:
                st.subheader(escaped(cells[side].name), anchor=False)
                _words(cells[side], view)
                _evidence(cells[side], groups[side], view, marks)


def in_columns(lengths: Sequence[int]) -> list[range]:
    """The places of some sides in columns: one for each of a few, else two that are as even as can be.

    Three sides have a column each where all have statements, so that none stands empty. Sides keep their
    order, down the first column and then down the second; of two cuts that are as even the earlier is taken.
    """
    if len(lengths) < _MOST_SIDES or (len(lengths) == _MOST_SIDES and min(lengths) > _BARE):
        return [range(place, place + 1) for place in range(len(lengths))]
    uneven = [abs(sum(lengths[:cut]) - sum(lengths[cut:])) for cut in range(1, len(lengths))]
    cut = uneven.index(min(uneven)) + 1
    return [range(cut), range(cut, len(lengths))]


def _length(groups: Sequence[CardGroup]) -> int:
    """How long a side is: its words and its open statements."""
    return _BARE + sum(len(group["cards"][:_MOST_OPEN]) for group in groups)


def _evidence(cell: Cell, groups: Sequence[CardGroup], view: View, marks: dict[str, Mark]) -> None:
    """The newest statements that the cell shows; the others of the side are folded."""
    if groups:
        statement_cards(_with_cards(groups, slice(_MOST_OPEN)), key=f"side_{cell.holder}")
    folded = _with_cards(groups, slice(_MOST_OPEN, None))
    folded += evidence_groups(cell, view.tables, marks, {part: PARTS[part] for part in _FOLDED_PARTS})
    if folded:
        more = count_words(sum(len(group["cards"]) for group in folded), "more statement")
        with st.expander(f"{more} of this side", key=f"more_{cell.holder}"):
            statement_cards(folded, key=f"more_cards_{cell.holder}")


def _with_cards(groups: Sequence[CardGroup], part: slice) -> list[CardGroup]:
    """The groups with that part of their cards; those that keep none are left out."""
    found: list[CardGroup] = [{**group, "cards": group["cards"][part]} for group in groups]
    return [group for group in found if group["cards"]]


def _words(cell: Cell, view: View) -> None:
    """What the cell says; the members of a grouping have their lines in the figure above."""
    words = cell_words(cell, view.tables)
    own = (*words.body, words.evidence, *words.others)
    with st.container(key=f"side_words_{cell.holder}"):
        st.markdown("  \n".join([f"**{escaped(words.title)}**", *(escaped(line) for line in own if line)]))
        notes = (*words.notes, *([spread] if (spread := spread_words(cell, view.tables)) else []))
        if notes:
            st.caption("  \n".join(map(escaped, notes)))


def _claims(view: View, issue: Issue, marks: dict[str, Mark]) -> None:
    """What others say of a side, next to what that side itself said."""
    cells = [view.cell(holder, issue.id) for holder in view.columns]
    told = [(cell, claims) for cell in cells if (claims := statements_behind(cell, view.tables)["by_others"])]
    if not told:
        return
    st.header("What others say about it", anchor=False)
    st.caption("A claim about another side sets no position. Beside it stands what that side itself said.")
    for cell, claims in told:
        own = leading_statements(cell)[:_MOST_OWN]
        said_of: CardGroup = {
            "title": f"Said of {view.tables.in_sentence[cell.holder]}",
            "note": "",
            "cards": cards_of(view, [one.id for one in claims], marks),
        }
        itself: CardGroup = {
            "title": f"Said by {view.tables.in_sentence[cell.holder]}",
            "note": cell_words(cell, view.tables).title,
            "cards": cards_of(view, own, marks),
        }
        left, right = st.columns(2, gap="medium")
        with left:
            statement_cards([said_of], key=f"claims_{cell.holder}")
        with right:
            statement_cards([itself], key=f"own_{cell.holder}")
