"""A dossier that is being changed: its statements as a table, and the way back into its folder."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from pathlib import Path

import pandas as pd
import streamlit as st

from components.address import open_dossier
from components.cache import dossier_tables
from components.escape import escaped
from components.own_decisions import reconcile_codings
from components.own_dossiers import Origin, Own, keep_own, own_dossiers
from components.st_output import show_table
from components.statement_table import statement_table
from positions.editing import rows_of
from positions.reading.dossier import EDITED, OPENED, STATEMENTS, bundled_dossiers, folder_files, read_files
from positions.reading.files import Files
from positions.saving import Conflict, Reasons, changes_between, save_statements
from positions.tables import Tables
from positions.text.faults import change_table
from positions.text.wording import count_words

_SIDES = ("In the folder", "Yours")


def offer_editing(tables: Tables) -> None:
    """A button to change the dossier of a folder, where the server allows it and it is the one shown."""
    served = os.environ.get(OPENED, "")
    if os.environ.get(EDITED) != "1" or not served or served in bundled_dossiers():
        return
    if dossier_tables(served) is tables and st.button("Edit this dossier", key="edit_served"):
        open_dossier(_opened(tables.folder))


def _opened(folder: Path) -> str:
    """The id of this visit's copy of the dossier in a folder, every file read once."""
    contents = {name: content() for name, content in folder_files(folder).items()}
    files: Files = {name: partial(bytes, content) for name, content in contents.items()}
    return keep_own(read_files(files).dossier, files, Origin(folder, contents[STATEMENTS]))


def show_changes(own: Own) -> None:
    """The table of the statements, and for what came from a folder what differs and how to save it."""
    statement_table(own)
    if own.origin is None:
        return
    reconcile_codings(own, own.origin)
    reasons = own.origin.reasons
    changes = changes_between(rows_of(own.origin.statements), rows_of(own.files[STATEMENTS]()))
    if not changes and not reasons:
        st.caption("Nothing differs from the folder.")
        return
    differ = "differs" if len(changes) == 1 else "differ"
    st.markdown(f"**{escaped(count_words(len(changes), 'cell'))} {differ} from the folder.**")
    if reasons:
        st.caption(escaped(f"{count_words(len(reasons), 'decision')}, each with its reason."))
    if changes:
        show_table(pd.DataFrame(change_table(changes)))
    other = [one for one in changes if one[0] not in reasons]
    with st.container(horizontal=True, vertical_alignment="bottom", key="saving"):
        who = st.text_input("Who changed it", key="saved_by")
        why = st.text_input("Why", key="saved_because") if other else ""
        lacking = not who or bool(other and not why)
        if st.button("Save to the folder", type="primary", disabled=lacking, key="save_statements"):
            _save(own, own.origin, who, why)


def _save(own: Own, origin: Origin, who: str, why: str) -> None:
    """Save, or say who stands in the way: nothing is written over what somebody else has changed."""
    changed = own.files[STATEMENTS]()
    try:
        backup = save_statements(origin.folder, origin.statements, changed, who, Reasons(why, origin.reasons))
    except Conflict as conflict:
        _conflict(conflict, changed)
        return
    except OSError as error:
        st.warning(escaped(f"Not saved: {error.strerror or type(error).__name__}. Nothing is lost here."))
        return
    own_dossiers()[own.tables.dossier.id] = replace(own, origin=Origin(origin.folder, changed))
    st.toast(escaped(f"Saved; what stood there before is kept as {backup.name if backup else ''}."))
    st.rerun()


def _conflict(conflict: Conflict, mine: bytes) -> None:
    """Both versions side by side, and each to take along."""
    st.warning(escaped(f"Not saved: {conflict} Both versions are here; nothing is lost."))
    if conflict.theirs is None:
        return
    show_table(pd.DataFrame(change_table(changes_between(rows_of(conflict.theirs), rows_of(mine)), _SIDES)))
    with st.container(horizontal=True, key="versions"):
        for title, content in (("Theirs", conflict.theirs), ("Yours", mine)):
            name = f"statements-{title.lower()}.csv"
            st.download_button(f"{title} (CSV)", content, name, "text/csv", on_click="ignore", key=name)
