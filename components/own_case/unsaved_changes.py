"""What is written in tables and not kept: in which, how long it lives, and a workbook of it."""

from __future__ import annotations

from functools import partial

import streamlit as st

from components.app.escape import escaped
from components.own_case.dossiers import Own
from components.own_case.drafts import drafts_of
from positions.export.names import handling_part
from positions.text.wording import joined
from positions.workbook.writing import workbook_of

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show_unkept(own: Own) -> None:
    """The tables in which something is, and all of it as a workbook; nothing where there is none."""
    dossier = own.tables.dossier
    drafts = drafts_of(dossier.id)
    if not drafts:
        return
    st.markdown(f"**Written and not kept yet: {escaped(joined([*drafts]))}.**")
    st.caption(
        "It stays while you go from page to page, and is gone once this tab is closed or reloaded. Keep it "
        "in its table above, or take it along; the workbook can be loaded again, faults and all."
    )
    written = {name: draft.written for name, draft in drafts.items()}
    st.download_button(
        "What is written, as a workbook (XLSX)",
        data=partial(workbook_of, dossier, instead=written),
        file_name=f"{dossier.id}-written{handling_part(dossier)}.xlsx",
        mime=_XLSX,
        on_click="ignore",
        key="unkept",
    )
