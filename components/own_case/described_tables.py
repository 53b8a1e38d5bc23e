"""Parties, members, speakers, issues, steps and sources of a dossier as tables to write in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from components.app.escape import escaped
from components.app.st_output import opened_part
from components.own_case.dossiers import Own
from components.own_case.drafts import unfold_drafts
from components.own_case.written_table import Editable, written_table
from positions.editing.statements import Row
from positions.editing.tables import EDITABLE, by_heads, checked_table, record_name, with_table
from positions.reading.dossier import DESCRIPTION, SOURCES
from positions.workbook.rows import Cells, rows_of
from positions.workbook.tables import Table

_KEY = "described_table"
_REFERRED = ("Parties", "Members", "Issues", "Sources")  # whose ids other tables name


def described_tables(own: Own) -> None:
    """One of the tables, folded at first; what was written is kept only where every rule holds."""
    if not {DESCRIPTION, SOURCES} <= set(own.files):
        return
    unfold_drafts(own.tables.dossier.id, EDITABLE, f"{_KEY}_part")
    part = opened_part("Edit parties, speakers, issues and sources", f"{_KEY}_part")
    if part is None:
        return
    with part:
        name = st.selectbox("Table", list(EDITABLE), key=f"{_KEY}_name", persist_state="session")
        table, rows = EDITABLE[name], rows_of(own.tables.dossier)
        st.caption(escaped(table.meaning))
        written_table(own, _editable(own, table, rows), _KEY)


def _editable(own: Own, table: Table, rows: Mapping[str, Sequence[Cells]]) -> Editable:
    return Editable(
        name=table.name,
        file=table.name,
        columns=table.heads,
        rows=by_heads(table, rows[table.name]),
        config=_columns(table, rows),
        named=partial(record_name, table),
        check=lambda written: checked_table(own.tables.dossier, table.name, _cells(written)),
        made=lambda written: with_table(own.files, table.name, _cells(written)),
    )


def _cells(rows: list[Row]) -> list[Cells]:
    return [[*row.values()] for row in rows]


def _columns(table: Table, rows: Mapping[str, Sequence[Cells]]) -> dict[str, ColumnConfig]:
    """What may stand in each column and what it means; a blank stands for unknown or the default."""
    ids = {name: [row[EDITABLE[name].heads.index("id")] for row in rows[name]] for name in _REFERRED}
    found: dict[str, ColumnConfig] = {}
    for column in table.all_columns:
        choices = [*(column.choices or ids.get(column.ids or "", ()))]
        if choices:
            options = choices if column.required else ["", *choices]
            found[column.head] = st.column_config.SelectboxColumn(options=options, help=column.meaning)
        else:
            found[column.head] = st.column_config.TextColumn(help=column.meaning)
    return found
