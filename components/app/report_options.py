"""Widgets of the Briefing page: report, size, language of dates, weights, and which page is looked at."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from components.app.controls import WEIGHT, seeded
from components.app.escape import escaped
from components.report.presets import PRESETS, Preset
from components.report.sections import CELL, LENGTHS, PAGE, REPORTS, VIEWS, Report
from positions.model.fields import MOST_WEIGHT
from positions.selection import Selection
from positions.text.dates import ENGLISH, LANGUAGES
from positions.text.distance import weights_words
from positions.view import View

_LENGTH, _VIEW, _SHEET = "report_length", "report_view", "report_sheet"
_ONE = "view"  # the choice that leads to one of VIEWS


def report_control(selection: Selection) -> tuple[Report, Selection]:
    """One page, six slides or all; or one view, or one cell; the choice stays in the address."""
    report = REPORTS[selection.report or PAGE.id]
    length = report.id if report.id in (*LENGTHS, CELL.id) else _ONE
    names = {**{one: REPORTS[one].name for one in LENGTHS}, _ONE: "One view", CELL.id: CELL.name}
    with st.container(key="reports"):
        length = _segmented("Report", names, _LENGTH, length)
        if length == _ONE:
            views = {one: REPORTS[one].name for one in VIEWS}
            chosen = _segmented("View", views, _VIEW, report.id if report.id in views else "matrix")
            report = REPORTS[chosen]
        else:
            report = REPORTS[length]
        st.caption(escaped(f"{report.words}."))
    if report.id != (selection.report or PAGE.id):
        st.session_state.pop(_SHEET, None)
    return report, replace(selection, report=report.id if report != PAGE else None)


def cell_control(selection: Selection, view: View) -> Selection:
    """The party and the issue of a report of one cell."""
    names = view.tables.names
    issues = {issue.id: issue.name for issue in view.issues}
    holder, issue = selection.cell or (view.columns[0], view.issues[0].id)
    holder = st.selectbox(
        "Party", list(view.columns), format_func=names.__getitem__, **seeded("onecell_party", holder)
    )
    issue = st.selectbox(
        "Issue", list(issues), format_func=issues.__getitem__, **seeded("onecell_issue", issue)
    )
    return replace(selection, cell=(holder, issue))


def size_control(selection: Selection) -> tuple[Preset, Selection]:
    """The size of pages, in the address; slides and text documents have a size of their own."""
    names = {one.id: f"{one.name} · {one.width} × {one.height}" for one in PRESETS.values()}
    first = next(iter(PRESETS))
    size = st.selectbox(
        "Size",
        list(PRESETS),
        format_func=names.__getitem__,
        help="Of PDF, PNG and SVG. Slides (PPTX) are always 16:9, text documents (DOCX) always A4.",
        **seeded("size", selection.size or first),
    )
    return PRESETS[size], replace(selection, size=size if size != first else None)


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
                **seeded(f"{WEIGHT}{issue.id}", before.get(issue.id, issue.weighs)),
            )
            weights[issue.id] = round(issue.weighs if weight is None else weight, 2)
    given = {issue.id: round(issue.weighs, 2) for issue in view.tables.dossier.issues}
    chosen = tuple(sorted((issue, weight) for issue, weight in weights.items() if weight != given[issue]))
    selection = replace(view.selection, weights=chosen)
    weighed = View(view.tables, selection)
    if weighed.weights or weighed.weights_of_parties:
        st.caption(escaped(f"Overall distance, {weights_words(weighed)}."))
    return selection


def view_control() -> str:
    """The view whose sheets are looked at in a report of all of them, a key of VIEWS."""
    return _segmented("Pages to look at", {one: REPORTS[one].name for one in VIEWS}, "shown", "matrix")


def sheet_control(selection: Selection, sheets: int) -> tuple[int, Selection]:
    """The place of the sheet that is looked at, from 0, with the ones before and after it at hand."""
    seeded(_SHEET, selection.sheet or 1)
    here = min(int(st.session_state[_SHEET]), sheets) - 1
    if sheets == 1:
        return 0, replace(selection, sheet=None)
    st.button("←", on_click=_turn, args=(here,), disabled=here == 0, help="Previous page")
    st.markdown(f"Page {here + 1} of {sheets}", width="content")
    st.button("→", on_click=_turn, args=(here + 2,), disabled=here + 1 == sheets, help="Next page")
    return here, replace(selection, sheet=here + 1 if here else None)


def _turn(sheet: int) -> None:
    st.session_state[_SHEET] = sheet


def _segmented(label: str, names: dict[str, str], key: str, first: str) -> str:
    """One of these by id, `first` when the reader has not chosen yet."""
    seeded(key, first)
    chosen = st.segmented_control(
        label,
        list(names),
        format_func=names.__getitem__,
        required=True,
        label_visibility="collapsed",
        key=key,
    )
    return str(chosen or next(iter(names)))
