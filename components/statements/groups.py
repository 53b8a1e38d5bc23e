"""The statements behind one cell as groups of cards, by the part that each plays."""

from __future__ import annotations

from collections.abc import Mapping

from components.statements.view import View, card_view
from components.texts import own_texts
from components.theme import Mark
from positions.analysis.behind import PARTS, statements_behind
from positions.analysis.current import current_statements
from positions.selection import Selection
from positions.tables import Cell, Tables


def evidence_groups(
    tables: Tables,
    cell: Cell,
    selection: Selection,
    marks: dict[str, Mark],
    titles: Mapping[str, str] = PARTS,
) -> list[View]:
    """Groups with a heading from `titles`, newest statement first, nothing from after the day.

    For a grouping the position rests on the members that count; what others of its members
    said is among its other statements.
    """
    members = tables.membership.loc[tables.membership["grouping"] == cell.holder, "member"]
    current = current_statements(tables.statements, selection.day, tables.dossier.window)
    counted = current[current["holder"].isin([cell.holder, *cell.named])]
    behind = statements_behind(
        tables.statements, counted, holders=[cell.holder, *members], issue=cell.issue, as_of=selection.day
    )
    texts = own_texts(tables)
    groups = {
        part: [tables.by_id[one] for one in behind.loc[behind["part"] == part, "id"]] for part in titles
    }
    return [
        {
            "title": title,
            "note": "",
            "cards": [card_view(one, tables, marks, texts[one.source]) for one in groups[part]],
        }
        for part, title in titles.items()
        if groups[part]
    ]
