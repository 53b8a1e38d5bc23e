"""Widgets that choose the columns and issues of a view, and what stands in a grouping's place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from components.app.controls import APART, MOST_PILLS, UNFOLD, forget, seeded, shown_names
from components.app.escape import escaped
from positions.model.dossier import Dossier
from positions.model.parties import SIDE_KINDS, Party
from positions.selection import Selection, default_selection, everything, offered_columns, shown_of
from positions.text.headline import rest_words
from positions.text.wording import joined


def column_controls(selection: Selection, dossier: Dossier) -> Selection:
    """Which parties and issues are shown; none chosen means the view stays as it was."""
    columns, issues = offered_columns(dossier), [issue.id for issue in dossier.issues]
    names = shown_names(dossier)
    main = [one for one in columns if one in _main_columns(dossier)]
    parties = tuple(one for one in selection.parties if one in main)
    chosen = _picked("Parties", main, names, MOST_PILLS, seeded("parties", parties))
    rest = [one for one in columns if one not in main]
    if rest:
        chosen += st.multiselect(
            "More columns",
            rest,
            format_func=names.__getitem__,
            placeholder="members, mediators, texts",
            **seeded("more", tuple(one for one in selection.parties if one in rest)),
        )
    topics = _picked("Issues", issues, names, 2 * MOST_PILLS, seeded("issues", selection.issues))
    shown = tuple(one for one in columns if one in chosen) or selection.parties
    return replace(
        selection,
        parties=shown,
        issues=tuple(one for one in issues if one in topics) or selection.issues,
        unfolded=_unfolded(selection, dossier, shown),
    )


def _picked(
    label: str, offered: Sequence[str], names: dict[str, str], most: int, seed: dict[str, Any]
) -> list[str]:
    """The ids that are chosen: all at a glance up to `most`, more of them in a field that is searched."""
    if len(offered) > most:
        place = f"search {len(offered)} {label.lower()}"
        return st.multiselect(label, offered, format_func=names.__getitem__, placeholder=place, **seed)
    labels = {one: escaped(names[one]) for one in offered}  # pills read Markdown
    return st.pills(label, offered, selection_mode="multi", format_func=labels.__getitem__, **seed)


def rest_control(selection: Selection, dossier: Dossier) -> Selection:
    """One sentence on what a landing view leaves out, with all of it, or the landing view, one click away.

    Nothing is drawn where a landing view leaves nothing out.
    """
    shown = shown_of(selection, dossier)
    if shown is None:
        return selection
    with st.container(horizontal=True, vertical_alignment="center", key="rest"):
        st.caption(rest_words(shown), width="content")
        if st.button("Back to the first of them" if shown.whole else "Show all", type="tertiary"):
            forget("parties", "more", "issues")
            first = default_selection(dossier, selection.day)
            back = replace(selection, parties=first.parties, issues=first.issues)
            return back if shown.whole else everything(selection, dossier)
    return selection


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
