"""Widgets of the Briefing page: size, language of dates, weights, and which sheet is looked at."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from components.briefing.presets import PRESETS, Preset
from components.briefing.sections import VIEWS
from components.controls import WEIGHT, seeded
from components.escape import escaped
from positions.address import MOST_WEIGHT
from positions.selection import Selection
from positions.text.dates import ENGLISH, LANGUAGES
from positions.text.distance import weights_words
from positions.view import View

_NAMES = {
    "matrix": "Matrix",
    "ranges": "Ranges",
    "pairs": "Pairs",
    "movement": "Movement",
    "issue": "Issues",
}


def size_control() -> Preset:
    """The size of sheets, kept while the reader is on other pages."""
    names = {one.id: f"{one.name} · {one.width} × {one.height}" for one in PRESETS.values()}
    size = st.selectbox(
        "Size", list(PRESETS), format_func=names.__getitem__, key="size", persist_state="session"
    )
    return PRESETS[size]


def dates_control(selection: Selection) -> Selection:
    """The language of days in what is exported; English stays out of the address."""
    language = st.selectbox(
        "Dates",
        list(LANGUAGES),
        format_func=LANGUAGES.__getitem__,
        **seeded("dates", selection.dates or ENGLISH),
    )
    return replace(selection, dates=language if language != ENGLISH else None)


def weights_control(view: View) -> Selection:
    """A weight for each shown issue that has a scale; those of other issues stay as they were."""
    before = dict(view.selection.weights)
    shown = [issue.id for issue in view.scaled]
    weights = {issue: weight for issue, weight in before.items() if issue not in shown}
    with st.expander("Weights for the overall distance"), st.container(horizontal=True, key="weights"):
        for issue in view.scaled:
            weight = st.number_input(
                escaped(issue.name),
                min_value=0.0,
                max_value=MOST_WEIGHT,
                step=0.5,
                format="%g",
                width=150,
                **seeded(f"{WEIGHT}{issue.id}", before.get(issue.id, 1.0)),
            )
            weights[issue.id] = round(1.0 if weight is None else weight, 2)
    chosen = tuple(sorted((issue, weight) for issue, weight in weights.items() if weight != 1))
    selection = replace(view.selection, weights=chosen)
    if any(issue in shown for issue, _ in chosen):
        st.caption(escaped(f"Overall distance, {weights_words(View(view.tables, selection))}."))
    return selection


def view_control() -> str:
    """The view whose sheets are looked at, a key of VIEWS."""
    return (
        st.segmented_control(
            "Sheets to look at",
            list(VIEWS),
            format_func=_NAMES.__getitem__,
            required=True,
            label_visibility="collapsed",
            default="matrix",
            key="shown",
            persist_state="session",
        )
        or "matrix"
    )


def sheet_control(shown: str, sheets: int) -> int:
    """The place of the sheet that is looked at, from 0, with the ones before and after it at hand."""
    name = f"sheet_{shown}"
    here = min(int(st.session_state.get(name, 0)), sheets - 1)
    st.button("←", on_click=_turn, args=(name, here - 1), disabled=here == 0, help="Previous sheet")
    st.markdown(f"Sheet {here + 1} of {sheets}", width="content")
    st.button("→", on_click=_turn, args=(name, here + 1), disabled=here + 1 == sheets, help="Next sheet")
    return here


def _turn(name: str, place: int) -> None:
    st.session_state[name] = place
