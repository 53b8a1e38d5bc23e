"""Positions over time and between two days, from the tables of the movement page."""

from __future__ import annotations

from components.briefing.parts import Grid
from components.briefing.scale_parts import Moves
from components.briefing.shown import Shown
from components.sheet.view import MovementView, compared_days, movement_of
from positions.movement_words import change_table, movement_headline
from positions.text.wording import day_words


def moves_part(shown: Shown) -> Moves:
    """The movement sheet of the view, and what changed since the earlier day, if there is one."""
    view = MovementView(shown.tables, shown.selection, shown.holders, shown.since)
    compared, day = compared_days(view), day_words(shown.selection.day)
    if compared is None:
        return Moves(movement_of(view), f"Stated positions over time, until {day}", Grid((), ()))
    table = change_table(compared)
    changes = Grid(tuple(table.columns), tuple(table.itertuples(index=False, name=None)))
    return Moves(movement_of(view), movement_headline(compared), changes)
