"""All statements of a dossier as a table to write in, with the closed lists to choose from."""

from __future__ import annotations

from functools import partial

import streamlit as st

from components.app.st_output import opened_part
from components.own_case.dossiers import Own
from components.own_case.drafts import unfold_drafts
from components.own_case.written_table import Editable, written_table
from positions.editing.statements import readable_rows, statement_rows, with_rows
from positions.model.dossier import Dossier
from positions.model.statements import CODES, STATEMENT_COLUMNS
from positions.reading.dossier import STATEMENTS, read_files

_KEY = "statement_table"
NAME = "Statements"
UNREADABLE = (
    "The file of the statements is not comma-separated UTF-8, so it cannot be changed here; load it above, "
    "which writes it so."
)


def statement_table(own: Own) -> None:
    """The table, folded at first; what was written is kept only where every rule holds."""
    unfold_drafts(own.tables.dossier.id, (NAME,), f"{_KEY}_part")
    part = opened_part("Edit the statements", f"{_KEY}_part")
    if part is None:
        return
    with part:
        if not readable_rows(own.files, own.tables.dossier):
            st.caption(UNREADABLE)
            return
        written_table(own, _editable(own), _KEY)


def _editable(own: Own) -> Editable:
    names, rows = statement_rows(own.files)
    return Editable(
        name=NAME,
        file=STATEMENTS,
        columns=[*names, *(name for name in STATEMENT_COLUMNS if name not in names)],
        rows=rows,
        config={
            name: st.column_config.SelectboxColumn(options=options)
            for name, options in _lists(own.tables.dossier).items()
        },
        named=lambda row: row["id"],
        check=lambda written: read_files(with_rows(own.files, written)),
        made=partial(with_rows, own.files),
    )


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
