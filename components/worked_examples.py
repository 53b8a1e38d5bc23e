"""The worked examples of the Method page: one position and one gap, from the dossier on screen."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from components.prose import listed, told
from components.show import show_table
from components.text import escaped
from positions.tables import Tables
from positions.text.wording import day_words, gap_sentence
from positions.worked_gap import gap_example, gap_lines, gap_places
from positions.worked_position import position_example, position_steps, position_table


def position_part(tables: Tables, day: dt.date) -> None:
    """How one position comes about, in numbered sentences, with the statements below."""
    example = position_example(tables, day)
    if example is None:
        told(
            [f"By {day_words(day)} no side has a position with a range to show this on; choose a later day."]
        )
        return
    cell = example.cell
    st.subheader(escaped(f"Worked example: {cell.name} on {cell.issue_name}, {day_words(day)}"))
    told(["Chosen by rule: of all positions with a range, the one that rests on the most statements."])
    listed(position_steps(example, tables), "1.")
    show_table(position_table(example, tables))


def gap_part(tables: Tables, day: dt.date) -> None:
    """How one gap is computed, going on from the worked position where that has one."""
    position = position_example(tables, day)
    example = gap_example(tables, day, (position.cell.holder, position.cell.issue) if position else None)
    if example is None:
        told([f"By {day_words(day)} no two sides have positions with a range to show this on."])
        return
    one, two = example.first, example.second
    st.subheader(escaped(f"Worked example: {one.name} and {two.name} on {one.issue_name}, {day_words(day)}"))
    listed(gap_places(example))
    show_table(gap_lines(example))
    words = gap_sentence(tables.scales[one.issue], one.stand, two.stand)
    told([f"In words: {words}. The two are called “{example.gap.relation}”."])
