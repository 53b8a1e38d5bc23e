"""A dossier that is being changed: its statements as a table, and the way back into its folder."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

import pandas as pd
import streamlit as st

from components.app.address import open_dossier
from components.app.cache import dossier_tables
from components.app.escape import escaped
from components.app.st_output import show_table
from components.own_case.decisions import reconcile_codings
from components.own_case.described_tables import described_tables
from components.own_case.dossiers import Origin, Own, keep_own, own_dossiers
from components.own_case.statement_table import statement_table
from positions.editing.saving import Conflict, Reasons, changes_between, logged_changes, save_files
from positions.editing.statements import rows_of
from positions.editing.tables import EDITABLE, Change, table_changes
from positions.reading.dossier import (
    DESCRIPTION,
    SOURCES,
    STATEMENTS,
    bundled_dossiers,
    folder_files,
    read_files,
)
from positions.reading.files import Files
from positions.settings import EDITED, OPENED
from positions.tables import Tables
from positions.text.faults import change_table
from positions.text.wording import count_words, joined

_SIDES = ("In the folder", "Yours")
_SAVED = (DESCRIPTION, SOURCES, STATEMENTS)  # in this order, for statements name what stands in the others


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
    files = _as_files(contents)
    return keep_own(
        read_files(files).dossier,
        files,
        Origin(folder, {name: contents[name] for name in _SAVED}),
        (f"the folder {folder.name}",),
    )


def show_changes(own: Own) -> None:
    """The tables of the dossier, and for what came from a folder what differs and how to save it."""
    statement_table(own)
    described_tables(own)
    if own.origin is None:
        return
    reconcile_codings(own, own.origin)
    reasons, changes = own.origin.reasons, _changes(own, own.origin)
    if not changes and not reasons:
        st.caption("Nothing differs from the folder.")
        return
    differ = "differs" if len(changes) == 1 else "differ"
    st.markdown(f"**{escaped(count_words(len(changes), 'cell'))} {differ} from the folder.**")
    if reasons:
        st.caption(escaped(f"{count_words(len(reasons), 'decision')}, each with its reason."))
    if changes:
        show_table(pd.DataFrame(change_table(changes)), "What differs from the folder")
    other = [one for one in changes if one[0] not in reasons]
    with st.container(horizontal=True, vertical_alignment="bottom", key="saving"):
        who = st.text_input("Who changed it", key="saved_by")
        why = st.text_input("Why", key="saved_because") if other else ""
        lacking = not who or bool(other and not why)
        if st.button("Save to the folder", type="primary", disabled=lacking, key="save_statements"):
            _save(own, own.origin, who, why)


def _changes(own: Own, origin: Origin) -> list[Change]:
    """What differs from the folder in the tables of the dossier, then in its statements."""
    now = {name: own.files[name]() for name in _SAVED}
    found: list[Change] = []
    if any(now[name] != origin.read[name] for name in (DESCRIPTION, SOURCES)):
        found += table_changes(read_files(_as_files(origin.read)).dossier, own.tables.dossier)
    return found + changes_between(rows_of(origin.read[STATEMENTS]), rows_of(now[STATEMENTS]))


def _as_files(contents: Mapping[str, bytes]) -> Files:
    return {name: partial(bytes, content) for name, content in contents.items()}


def _save(own: Own, origin: Origin, who: str, why: str) -> None:
    """Save, or say who stands in the way: nothing is written over what somebody else has changed."""
    now = {name: own.files[name]() for name in _SAVED}
    changed = {name: content for name, content in now.items() if content != origin.read[name]}
    before, after = rows_of(origin.read[STATEMENTS]), rows_of(now[STATEMENTS])
    described = [one for one in _changes(own, origin) if one[0].partition(":")[0] in EDITABLE]
    lines = [(*one, why) for one in described]
    lines += logged_changes(before, after, Reasons(why, origin.reasons))
    try:
        backups = save_files(origin.folder, origin.read, changed, who, lines)
    except Conflict as conflict:
        _conflict(conflict, now[conflict.file])
        return
    except OSError as error:
        st.warning(escaped(f"Not saved: {error.strerror or type(error).__name__}. Nothing is lost here."))
        return
    own_dossiers()[own.tables.dossier.id] = replace(own, origin=Origin(origin.folder, now))
    kept = joined([backup.name for backup in backups])
    st.toast(escaped(f"Saved; what stood there before is kept as {kept}." if kept else "Saved."))
    st.rerun()


def _conflict(conflict: Conflict, mine: bytes) -> None:
    """Both versions side by side, and each to take along."""
    st.warning(escaped(f"Not saved: {conflict} Both versions are here; nothing is lost."))
    if conflict.theirs is None:
        return
    if conflict.file == STATEMENTS:
        changes = changes_between(rows_of(conflict.theirs), rows_of(mine))
        show_table(pd.DataFrame(change_table(changes, _SIDES)), "Both versions")
    stem, _, suffix = conflict.file.rpartition(".")
    with st.container(horizontal=True, key="versions"):
        for title, content in (("Theirs", conflict.theirs), ("Yours", mine)):
            name = f"{stem}-{title.lower()}.{suffix}"
            label = f"{title} ({suffix.upper()})"
            st.download_button(label, content, name, "text/plain", on_click="ignore", key=name)
