"""What two codings place otherwise, one at a time and side by side: a choice, a reason, and the next one."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from components.app.escape import escaped
from components.app.st_output import opened_part, show_lacking
from components.own_case.dossiers import Origin, Own, keep_own
from positions.editing.reconciling import (
    DOSSIER,
    Coders,
    Disagreement,
    compared_coders,
    decided_cells,
    disagreements,
    kept_words,
    still_open,
    with_decisions,
)
from positions.editing.saving import logged_reasons
from positions.model.errors import DossierError
from positions.model.issues import Issue
from positions.model.statements import Statement
from positions.reading.codings import load_codings
from positions.reading.dossier import read_files
from positions.text.wording import count_words, joined, placed_words, quoted, step_words

_KEY = "decision"
_ANOTHER = ""  # no coder has this name


def reconcile_codings(own: Own, origin: Origin) -> None:
    """The open disagreements of the codings beside the folder, folded at first; nothing without codings."""
    try:
        codings = load_codings(own.tables.dossier, own.tables.folder)
    except DossierError:
        return  # told on the page Method
    pairs = compared_coders(codings)
    part = opened_part("Reconcile two codings", f"{_KEY}_part") if pairs else None
    if part is None:
        return
    with part:
        named = {pair: joined([*pair]) for pair in pairs}
        pair: Coders = pairs[0]
        if len(pairs) > 1:
            pair = st.selectbox(
                "Codings", pairs, format_func=named.__getitem__, key=f"{_KEY}_pair", persist_state="session"
            )
        logged = [*logged_reasons(origin.folder), *origin.reasons.items()]
        found = still_open(disagreements(own.tables.dossier, pair, codings), logged)
        if not found:
            st.caption(escaped(f"{named[pair]} place nothing otherwise that is still to be decided."))
            return
        st.caption(
            escaped(f"{count_words(len(found), 'disagreement')} of {named[pair]} still to be decided.")
        )
        _one_of(own, origin, found)


def _one_of(own: Own, origin: Origin, found: tuple[Disagreement, ...]) -> None:
    """One of the disagreements, the first unless the reader chooses another."""
    names = {one.id: one.name for one in own.tables.dossier.speakers}
    issues = {one.id: one for one in own.tables.dossier.issues}
    by_id = {one.kept.id: one for one in found}
    titles = {
        name: f"{names[one.kept.speaker]} · {issues[one.kept.issue].name} · {name}"
        for name, one in by_id.items()
    }
    chosen = st.selectbox(
        "Statement",
        list(by_id),
        format_func=titles.__getitem__,
        key=f"{_KEY}_statement",
        persist_state="session",
    )
    one = by_id[chosen]
    kept, issue = one.kept, issues[one.kept.issue]
    st.markdown(escaped(f"{quoted(kept.phrase)} – {kept.summary}" if kept.phrase else kept.summary))
    for column, name, coded in zip(st.columns(2), one.coders, (one.first, one.second), strict=True):
        with column:
            st.markdown(f"**{escaped(_coder(name))}:** {escaped(_placed(issue, coded))}")
            st.caption(escaped(f"Confidence {coded.confidence}. {coded.note or 'No note.'}"))
    if DOSSIER not in one.coders:
        st.markdown(f"**In the dossier:** {escaped(_placed(issue, kept))}")
    _decide(own, origin, one, issue)


def _decide(own: Own, origin: Origin, one: Disagreement, issue: Issue) -> None:
    """The choice and its reason; kept once both are given and every rule holds."""
    key = f"{_KEY}_{one.kept.id}"
    words = {name: f"as {_coder(name)}" for name in one.coders} | {_ANOTHER: "otherwise"}
    choice = st.radio(
        "What the dossier is to hold",
        list(words),
        format_func=lambda name: escaped(words[name]),
        index=None,
        horizontal=True,
        key=f"{key}_choice",
        persist_state="session",
    )
    expected = kept_words(one, issue)
    if choice == _ANOTHER:
        written = st.text_input(
            "Placement", placeholder=expected, key=f"{key}_other", persist_state="session"
        )
        choice = written.strip()
    cells = decided_cells(one, issue, choice) if choice else None
    if choice and cells is None:
        st.caption(escaped(f"{choice} is not {expected}."))
    written = st.text_input("Why this and not the other", key=f"{key}_reason", persist_state="session")
    reason = written.strip()
    lacking = {"what the dossier is to hold": cells is None, "why this and not the other": not reason}
    is_ready = not any(lacking.values())
    if st.button("Keep this decision", disabled=not is_ready, key=f"{_KEY}_keep") and cells is not None:
        _keep(own, origin, one, cells, reason)
    show_lacking(words for words, lacks in lacking.items() if lacks)


def _keep(own: Own, origin: Origin, one: Disagreement, cells: dict[str, str], reason: str) -> None:
    files = with_decisions(own.files, {one.kept.id: cells})
    try:
        dossier = read_files(files).dossier
    except DossierError as error:
        st.text(str(error))
        return
    keep_own(dossier, files, replace(origin, reasons={**origin.reasons, one.kept.id: one.why(reason)}))
    st.rerun()


def _coder(name: str) -> str:
    return "the dossier" if name == DOSSIER else name


def _placed(issue: Issue, statement: Statement) -> str:
    """The placement in numbers and in the words of the scale."""
    place = issue.placement(statement)
    if place is None:
        return placed_words(statement)
    words = step_words(issue, *place, short=place[0] != place[1])
    return words if issue.numeric else f"{placed_words(statement)} {words}"
