"""A dossier that is being changed: its tables, what is not kept yet, and what differs from its folder."""

from __future__ import annotations

import os
from pathlib import Path

import pandas as pd
import streamlit as st

from components.app.address import open_dossier
from components.app.cache import dossier_tables
from components.app.escape import escaped
from components.app.st_output import show_table
from components.own_case.conflict import conflict_of
from components.own_case.decisions import reconcile_codings
from components.own_case.described_tables import described_tables
from components.own_case.dossiers import SAVED, Origin, Own, as_files, is_unsaved, keep_own, own_dossiers
from components.own_case.saving import finish_cut_short, saving_part
from components.own_case.statement_table import UNREADABLE, statement_table
from components.own_case.unsaved_changes import show_unkept
from positions.editing.conflicts import all_changes
from positions.editing.statements import readable_rows
from positions.reading.dossier import bundled_dossiers, folder_files, read_files
from positions.reading.source_texts import texts_of
from positions.settings import EDITED, OPENED
from positions.tables import Tables
from positions.text.faults import change_table
from positions.text.wording import count_words


def offer_editing(tables: Tables) -> None:
    """A button to change the dossier of a folder, where the server allows it and it is the one shown.

    Where this visit has a copy that differs from the folder it leads to that; nothing of it is lost.
    """
    served = os.environ.get(OPENED, "")
    if os.environ.get(EDITED) != "1" or not served or served in bundled_dossiers():
        return
    if dossier_tables(served) is not tables:
        return
    own = own_dossiers().items()
    copies = (name for name, one in own if one.origin and one.origin.folder == tables.folder)
    copy = next((name for name in copies if is_unsaved(own_dossiers()[name])), None)
    if copy and st.button("Go on with your changes", key="edit_served"):
        open_dossier(copy)
    elif not copy and st.button("Edit this dossier", key="edit_served"):
        _open(tables.folder)


def _open(folder: Path) -> None:
    """Show this visit's copy of the dossier in a folder, every file read once, or say why it cannot be."""
    if not finish_cut_short(folder):
        return
    contents = {name: content() for name, content in folder_files(folder).items()} | texts_of(folder)
    files = as_files(contents)
    dossier = read_files(files).dossier
    if not readable_rows(files, dossier):
        st.warning(UNREADABLE)
        return
    origin = Origin(folder, {name: contents[name] for name in SAVED})
    open_dossier(keep_own(dossier, files, origin, (f"the folder {folder.name}",)))


def show_changes(own: Own) -> None:
    """The tables of the dossier, and for what came from a folder what differs and how to save it."""
    statement_table(own)
    described_tables(own)
    show_unkept(own)
    if own.origin is None:
        return
    reconcile_codings(own, own.origin)
    reasons, changes = own.origin.reasons, all_changes(own.origin.files, own.files)
    if not changes and not reasons and not conflict_of(own):
        st.caption("Nothing differs from the folder.")
        return
    differ = "differs" if len(changes) == 1 else "differ"
    st.markdown(f"**{escaped(count_words(len(changes), 'cell'))} {differ} from the folder.**")
    if reasons:
        st.caption(escaped(f"{count_words(len(reasons), 'decision')}, each with its reason."))
    if changes:
        show_table(pd.DataFrame(change_table(changes)), "What differs from the folder")
    saving_part(own, own.origin, needs_why=any(one[0] not in reasons for one in changes))
