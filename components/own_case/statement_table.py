"""All statements of a dossier as a table to write in, with the closed lists to choose from."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.app.escape import escaped
from components.app.st_output import opened_part
from components.own_case.dossiers import Own, keep_own
from positions.editing.statements import Row, statement_rows, with_rows
from positions.model.dossier import Dossier
from positions.model.errors import DossierError
from positions.model.statements import CODES, STATEMENT_COLUMNS
from positions.reading.dossier import read_files
from positions.text.wording import count_words

_KEY = "statement_table"


def statement_table(own: Own) -> None:
    """The table, folded at first; what was written is kept only where every rule holds."""
    part = opened_part("Edit the statements", f"{_KEY}_part")
    if part is None:
        return
    names, rows = statement_rows(own.files)
    # Anew with each version, or the table would lay old changes over what was kept.
    version = own.tables.dossier.data_version
    with part:
        columns = [*names, *(name for name in STATEMENT_COLUMNS if name not in names)]
        frame = pd.DataFrame([[row.get(name, "") for name in columns] for row in rows], columns=columns)
        lists = _lists(own.tables.dossier)
        written = st.data_editor(
            frame,
            key=f"{_KEY}_{version}",
            num_rows="dynamic",
            hide_index=True,
            column_config={
                name: st.column_config.SelectboxColumn(options=options) for name, options in lists.items()
            },
        )
        if st.button("Check and keep", key=f"{_KEY}_keep"):
            _keep(own, _texts(written), before=len(rows))


def _lists(dossier: Dossier) -> dict[str, list[str]]:
    """The values that a column allows; a blank stands for unknown."""
    members = [one.id for party in dossier.parties for one in party.members]
    return {
        "source": [one.id for one in dossier.sources],
        "party": ["", *(one.id for one in dossier.parties)],
        "member": ["", *members],
        "speaker": [one.id for one in dossier.speakers],
        "issue": [one.id for one in dossier.issues],
        **{column: ["", *codes] for column, codes in CODES.items()},
    }


def _texts(written: pd.DataFrame) -> list[Row]:
    """The rows as texts, without those in which nothing stands."""
    rows = written.fillna("").astype(str).to_dict("records")
    return [{str(name): text for name, text in row.items()} for row in rows if any(row.values())]


def _keep(own: Own, rows: list[Row], before: int) -> None:
    files = with_rows(own.files, rows)
    try:
        reading = read_files(files)
    except DossierError as error:
        st.markdown(f"**{escaped(count_words(len(error.findings), 'fault'))}; nothing is kept yet.**")
        st.text(str(error))
        return
    keep_own(reading.dossier, files, own.origin)
    st.toast(escaped(f"Kept: {count_words(len(rows), 'statement')}, {before} before."))
    st.rerun()
