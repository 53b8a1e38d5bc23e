"""What changed between two days on screen: every cell as a table, those that changed as cards."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components.show import show_table
from components.statements.component import statement_cards
from components.statements.view import View, card_view
from components.text import escaped
from components.theme import Mark
from positions.analysis.change import CHANGED, KINDS, RANGE, Change, new_at_ends
from positions.analysis.current import current_statements
from positions.movement_words import DIRECTION_RULE, Compared, change_note, change_table
from positions.tables import Cell
from positions.text.wording import day_words

_MOST_MEMBERS = 4


def show_changes(compared: Compared, marks: dict[str, Mark]) -> None:
    """Every cell on both days as a table; those that changed as cards, kind by kind."""
    days = f"{day_words(compared.since)} and {day_words(compared.selection.day)}"
    st.header(f"What changed between {days}")
    st.caption(escaped(f"Numbers are steps of each issue's own scale. {DIRECTION_RULE}"))
    show_table(change_table(compared))
    for kind in CHANGED:
        rows = [row for row in compared.rows if row.kind == kind]
        if rows:
            st.subheader(f"{kind.capitalize()} · {len(rows)}")
            st.caption(escaped(KINDS[kind].capitalize()))
            half = (len(rows) + 1) // 2
            for place, (column, part) in enumerate(
                zip(st.columns(2, gap="large"), (rows[:half], rows[half:]), strict=True)
            ):
                with column:
                    groups = [_card_group(row, compared, marks) for row in part]
                    if groups:
                        statement_cards(groups, key=f"changes_{kind}_{place}")


def _card_group(row: Change, compared: Compared, marks: dict[str, Mark]) -> View:
    """The statements behind a change, the earlier first, with the change in words."""
    tables = compared.tables
    return {
        "title": f"{tables.scales[row.issue].name}: {row.name}",
        "note": change_note(row, compared),
        "cards": [card_view(tables.by_id[one], tables, marks) for one in _behind(row, compared)],
    }


def _behind(row: Change, compared: Compared) -> list[str]:
    """Ids of the statements behind both positions, members' for a grouping; for a range, also its ends."""
    ids: list[str] = []
    days = (
        (compared.since, compared.before, row.named_before),
        (compared.selection.day, compared.after, row.named_after),
    )
    for day, cells, named in days:
        holders = named or (row.holder,)
        ids += _newest([cells[holder, row.issue] for holder in holders])
        if row.kind == RANGE:
            current = current_statements(compared.tables.statements, day, compared.tables.dossier.window)
            ids += new_at_ends(current, holders, row.issue)
    return [one for one in dict.fromkeys(ids) if isinstance(one, str)]


def _newest(cells: Sequence[Cell]) -> list[str]:
    """The statements behind the cells; of a large grouping those of the members that spoke last."""
    spoken = [cell for cell in cells if isinstance(cell.statement, str)]
    last = sorted(spoken, key=lambda cell: cell.age)[:_MOST_MEMBERS]
    return [cell.statement for cell in spoken if cell in last]
