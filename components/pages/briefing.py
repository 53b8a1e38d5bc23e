"""Briefing: choose what is exported, see exactly that, and take it along in any format."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from components.app.controls import since_control
from components.app.downloads import PICTURES, briefed, offer_downloads, shown_sheets
from components.app.escape import escaped
from components.app.report_options import (
    cell_control,
    dates_control,
    report_control,
    sheet_control,
    size_control,
    view_control,
    weights_control,
)
from components.app.st_output import show_footer, show_heading
from components.report.files import BriefedView, alt_words, failure_words, letters_lacking
from components.report.presets import Preset
from components.report.sections import FULL
from components.report.typst.payload import NOTHING
from components.running_text.component import running_text, text_view
from components.server.turns import aside
from positions.libraries import dates_lacking, missing_words
from positions.selection import Selection
from positions.text.dates import dates_in
from positions.text.paragraphs import MOVED, SAME_STEP, SAYS
from positions.text.wording import day_words
from positions.view import View

_NAMES = {SAYS: "What each side says", MOVED: "What moved", SAME_STEP: "At the same step"}


def render(view: View) -> Selection:
    """Draw the page; the answer is the selection with all that was chosen of what is exported."""
    show_heading(f"Briefing as of {day_words(view.day)}")
    report, selection = report_control(view.selection)
    if report.cell and not (view.columns and view.issues):
        report = FULL
    with st.container(horizontal=True, key="briefing_choices"):
        if report.cell:
            selection = cell_control(selection, view)
        selection = since_control(selection, view.earlier_days, view.default_since)
        preset, selection = size_control(selection)
        selection = dates_control(selection)
    if {"pairs", "ranges"} & set(report.sections):
        selection = weights_control(View(view.tables, selection))
    with st.spinner("Setting the pages"):
        shown = briefed(View(view.tables, _readable(selection)), report)
        selection = _preview(shown, preset, selection)
    with st.container(key="exports"):
        offer_downloads(shown, preset)
        as_text(shown)
    show_footer(shown.briefing.head.footer)
    return selection


def _readable(selection: Selection) -> Selection:
    """The selection with English dates, and a sentence, where names of months are not installed."""
    lacking = dates_lacking(selection.dates)
    if lacking:
        st.info(escaped(f"{lacking}. They are in English."))
    return replace(selection, dates=None) if lacking else selection


def _preview(shown: BriefedView, preset: Preset, selection: Selection) -> Selection:
    """The pages that are exported, one at a time; one that cannot be set says why."""
    lacking = missing_words("The preview", PICTURES.needs)
    if lacking:
        st.info(escaped(f"{lacking}. Formats that do not need it are offered below."))
        return selection
    report = shown.briefing.report
    with st.container(horizontal=True, vertical_alignment="center", key="sheet_choice"):
        kind = view_control() if report.id == FULL.id else (report.views or ("matrix",))[0]
        try:
            with aside():
                sheets = shown_sheets(shown, kind, preset)
        # Whatever goes wrong inside the library that sets pages is told, and the formats stay offered.
        except Exception as error:
            st.warning(escaped(failure_words("The preview", error)))
            return selection
        if not sheets:
            st.info(escaped(NOTHING))
            return selection
        place, selection = sheet_control(selection, len(sheets))
        sheet = sheets[place]
    lacking_letters = letters_lacking([PICTURES], shown)
    if lacking_letters:
        st.markdown(f"**{escaped(lacking_letters)}**")
    cards = len(sheets) == len(shown.briefing.cards)
    with st.container(key="sheet"):
        # The width of the preset, or Streamlit would show a smaller picture than the page is.
        words = alt_words(shown, kind, place if report.brief or cards else None)
        st.image(sheet.content, width=preset.width, alt=words)
    st.download_button(
        "This page (PNG)",
        sheet.content,
        sheet.name,
        "image/png",
        on_click="ignore",
        type="tertiary",
        key="this_sheet",
    )
    return selection


def as_text(shown: BriefedView) -> None:
    """Draw the passage that the reader chose, as it goes into what is exported."""
    text = shown.briefing.text
    passages = {one.id: one for one in text.passages}
    st.subheader("As text", anchor=False)
    chosen = st.segmented_control(
        "Passage to read",
        list(passages),
        format_func=_NAMES.__getitem__,
        required=True,
        label_visibility="collapsed",
        default=SAYS,
        key="passage",
        persist_state="session",
    )
    with dates_in(shown.view.selection.dates):
        running_text(text_view(text, passages.get(chosen or SAYS, passages[SAYS])))
