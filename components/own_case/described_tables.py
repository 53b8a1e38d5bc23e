"""Parties, members, speakers, issues, steps and sources of a dossier as tables to write in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from components.app.escape import escaped
from components.app.st_output import opened_part
from components.own_case.dossiers import Own, keep_own
from positions.editing.tables import EDITABLE, with_table
from positions.model.errors import DossierError
from positions.reading.dossier import DESCRIPTION, SOURCES, read_files
from positions.text.wording import count_words
from positions.workbook.rows import Cells, rows_of
from positions.workbook.tables import Table

_KEY = "described_table"
_REFERRED = ("Parties", "Members", "Issues", "Sources")  # whose ids other tables name


def described_tables(own: Own) -> None:
    """One of the tables, folded at first; what was written is kept only where every rule holds."""
    if not {DESCRIPTION, SOURCES} <= set(own.files):
        return
    part = opened_part("Edit parties, speakers, issues and sources", f"{_KEY}_part")
    if part is None:
        return
    with part:
        name = st.selectbox("Table", list(EDITABLE), key=f"{_KEY}_name")
        table, rows = EDITABLE[name], rows_of(own.tables.dossier)
        st.caption(escaped(table.meaning))
        written = st.data_editor(
            pd.DataFrame(rows[name], columns=list(table.heads), dtype="str"),
            # Anew with each version, or the editor would lay old changes over what was kept.
            key=f"{_KEY}_{name}_{own.tables.dossier.data_version}",
            num_rows="dynamic",
            hide_index=True,
            column_config=_columns(table, rows),
        )
        if st.button("Check and keep", key=f"{_KEY}_keep"):
            _keep(own, name, _texts(written))


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


def _texts(written: pd.DataFrame) -> list[list[str]]:
    """The rows as texts, without those in which nothing stands."""
    rows = written.fillna("").astype(str).to_numpy().tolist()
    return [[str(cell) for cell in row] for row in rows if any(row)]


def _keep(own: Own, name: str, rows: list[list[str]]) -> None:
    try:
        files = with_table(own.files, name, rows)
        dossier = read_files(files).dossier
    except DossierError as error:
        st.markdown(f"**{escaped(count_words(len(error.findings), 'fault'))}; nothing is kept yet.**")
        st.text(str(error))
        return
    keep_own(dossier, files, own.origin)
    st.toast(escaped(f"Kept: {count_words(len(rows), 'row')} of {name}."))
    st.rerun()
