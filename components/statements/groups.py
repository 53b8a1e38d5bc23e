"""The statements behind one cell as groups of cards, by the part that each plays."""

from __future__ import annotations

from collections.abc import Mapping

from components.app.source_texts import own_text
from components.statements.view import Card, CardGroup, card_view
from components.theme import Mark
from positions.analysis.behind import PARTS, statements_behind
from positions.cell import Cell
from positions.tables import Tables


def evidence_groups(
    cell: Cell, tables: Tables, marks: dict[str, Mark], titles: Mapping[str, str] = PARTS
) -> list[CardGroup]:
    """Groups with a heading from `titles`, newest statement first; those without a statement are left out."""
    behind = statements_behind(cell, tables)
    return [
        {
            "title": title,
            "note": "",
            "cards": [
                _beside_cell(card_view(one, tables, marks, own_text(tables, one.source)))
                for one in behind[part]
            ],
            "sets": part == "point",
        }
        for part, title in titles.items()
        if behind[part]
    ]


def _beside_cell(card: Card) -> Card:
    """A card without the issue that its page names, and with the place in the text among the codes."""
    place = [["Place in the text", card["span"]]] if card["span"] else []
    return {**card, "issue": "", "span": "", "codes": [*card["codes"], *place]}
