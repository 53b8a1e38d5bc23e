"""The way back into the folder: who and why, and what stands in the way; nothing is overwritten unseen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import streamlit as st

from components.app.escape import escaped
from components.app.lacking import show_lacking
from components.own_case.conflict import (
    choose_versions,
    conflict_of,
    forget_conflict,
    keep_conflict,
    show_look,
    united_files,
)
from components.own_case.dossiers import SAVED, Origin, Own, keep_own, own_dossiers
from positions.editing.conflicts import Settled, changed_lines
from positions.editing.saving import Conflict, Reasons, finish_save, save_files
from positions.reading.dossier import read_files
from positions.reading.files import Files
from positions.text.wording import joined


@dataclass(frozen=True)
class Chosen:
    """The files that are to stand in the folder, and what was chosen between two versions for the log."""

    files: Files
    settled: Settled


def saving_part(own: Own, origin: Origin, *, needs_why: bool) -> None:
    """Who and why, the choice between versions where there are two, and the button with what it lacks."""
    conflict = conflict_of(own)
    settled = choose_versions(own, origin, conflict) if conflict else Settled()
    if not conflict:
        show_look(own)
    with st.container(horizontal=True, vertical_alignment="bottom", key="saving"):
        who = st.text_input("Who changed it", key="saved_by", persist_state="session").strip()
        why = ""
        if needs_why or conflict:
            why = st.text_input("Why", key="saved_because", persist_state="session").strip()
        lacking = {
            "who changed it": not who,
            "why": bool((needs_why or conflict) and not why),
            "a choice between the two versions": settled is None,
        }
        is_ready = not any(lacking.values())
        pressed = st.button(
            "Save to the folder", type="primary", disabled=not is_ready, key="save_statements"
        )
    show_lacking(words for words, lacks in lacking.items() if lacks)
    if not pressed or settled is None or not finish_cut_short(origin.folder):
        return
    files: Files | None = own.files
    if conflict:
        files = united_files(own, origin, conflict, settled)
        origin = replace(origin, read=conflict)
    if files is not None:
        _save(own, origin, Chosen(files, settled), Reasons(why, origin.reasons), who)


def finish_cut_short(folder: Path) -> bool:
    """End a save into the folder that was cut short, and say so; whether the folder can be written to."""
    try:
        told = finish_save(folder)
    except OSError as error:
        st.warning(escaped(f"A save that was cut short cannot be ended: {_reason(error)}."))
        return False
    if told:
        st.toast(escaped(told), duration="infinite")
    return True


def _save(own: Own, origin: Origin, chosen: Chosen, reasons: Reasons, who: str) -> None:
    """Save and begin anew from what stands in the folder then, or say who or what stands in the way."""
    files = chosen.files
    now = {name: files[name]() for name in SAVED}
    changed = {name: content for name, content in now.items() if content != origin.read[name]}
    lines = changed_lines(origin.files, files, reasons, chosen.settled)
    try:
        backups = save_files(origin.folder, origin.read, changed, who, lines)
    except Conflict:
        keep_conflict(own, origin.folder)
        st.rerun()
    except OSError as error:
        st.warning(escaped(f"Not saved: {_reason(error)}. Nothing is lost here."))
        return
    forget_conflict(own)
    if files is own.files:
        own_dossiers()[own.tables.dossier.id] = replace(own, origin=Origin(origin.folder, now))
    else:
        keep_own(read_files(files).dossier, files, Origin(origin.folder, now))
    kept = joined([backup.name for backup in backups])
    st.toast(escaped(f"Saved; what stood there before is kept as {kept}." if kept else "Saved."))
    st.rerun()


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
