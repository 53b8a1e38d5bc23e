"""Widgets that choose the columns and issues of a view, and what stands in a grouping's place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from components.controls import APART, MOST_PILLS, UNFOLD, forget, seeded, shown_names
from components.escape import escaped
from positions.model.dossier import Dossier
from positions.model.parties import SIDE_KINDS, Party
from positions.selection import Selection, default_selection, offered_columns
from positions.text.wording import joined


def column_controls(selection: Selection, dossier: Dossier) -> Selection:
    """Which parties and issues are shown; none chosen means the view stays as it was."""
    columns, issues = offered_columns(dossier), [issue.id for issue in dossier.issues]
    names = shown_names(dossier)
    labels = {one: escaped(name) for one, name in names.items()}  # of pills, which read Markdown
    main = [one for one in columns if one in _main_columns(dossier)]
    chosen = st.pills(
        "Parties",
        main,
        selection_mode="multi",
        format_func=labels.__getitem__,
        **seeded("parties", tuple(one for one in selection.parties if one in main)),
    )
    rest = [one for one in columns if one not in main]
    if rest:
        chosen += st.multiselect(
            "More columns",
            rest,
            format_func=names.__getitem__,
            placeholder="members, mediators, texts",
            **seeded("more", tuple(one for one in selection.parties if one in rest)),
        )
    topics = st.pills(
        "Issues",
        issues,
        selection_mode="multi",
        format_func=labels.__getitem__,
        **seeded("issues", selection.issues),
    )
    shown = tuple(one for one in columns if one in chosen) or selection.parties
    return replace(
        selection,
        parties=shown,
        issues=tuple(one for one in issues if one in topics) or selection.issues,
        unfolded=_unfolded(selection, dossier, shown),
    )


def apart_control(selection: Selection, dossier: Dossier) -> Selection:
    """A switch for each grouping whose parts can stand in its place; it changes the chosen columns."""
    names = shown_names(dossier)
    for party in dossier.parties:
        if party.apart:
            apart = set(party.apart) <= set(selection.parties) and party.id not in selection.parties
            words = f"{party.name} as {joined([names[one] for one in party.apart])}"
            seed = seeded(f"{APART}{party.id}", apart)
            if st.toggle(escaped(words), **seed) != apart:
                selection = _switched(selection, dossier, party, apart=not apart)
    return selection


def _switched(selection: Selection, dossier: Dossier, party: Party, *, apart: bool) -> Selection:
    """The columns with the grouping's parts in its place, or the grouping in theirs."""
    rest = set(selection.parties) - {party.id, *party.apart}
    shown = rest | (set(party.apart) if apart else {party.id})
    forget("parties", "more")
    return replace(selection, parties=tuple(one for one in offered_columns(dossier) if one in shown))


def _main_columns(dossier: Dossier) -> set[str]:
    """Ids of the columns offered as pills: whole parties; mediators and texts only where all are few."""
    whole = {party.id for party in dossier.parties if not party.part_of}
    if len(whole) <= MOST_PILLS:
        return whole
    return {party.id for party in dossier.parties if party.id in whole and party.kind in SIDE_KINDS}


def _unfolded(selection: Selection, dossier: Dossier, shown: Sequence[str]) -> tuple[str, ...]:
    """A switch for each grouping that is shown; those that are not shown stay as they were."""
    groupings = [party for party in dossier.parties if party.kind == "grouping"]
    kept = {one for one in selection.unfolded if one not in shown}
    for party in groupings:
        if party.id in shown:
            seed = seeded(f"{UNFOLD}{party.id}", party.id in selection.unfolded)
            kept |= {party.id} if st.toggle(escaped(f"Members of {party.name}"), **seed) else set()
    return tuple(party.id for party in groupings if party.id in kept)


def fold(selection: Selection, grouping: str) -> Selection:
    """The selection with a grouping unfolded, or folded again."""
    st.session_state.pop(f"{UNFOLD}{grouping}", None)
    rest = tuple(one for one in selection.unfolded if one != grouping)
    return replace(selection, unfolded=rest if grouping in selection.unfolded else (*rest, grouping))


def only_issue(selection: Selection, dossier: Dossier, issue: str) -> Selection:
    """The selection with that issue alone; with those of the landing view where it is alone already."""
    forget("issues")
    alone = selection.issues == (issue,)
    return replace(selection, issues=default_selection(dossier).issues if alone else (issue,))
