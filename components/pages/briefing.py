"""Briefing: choose what is exported, see exactly that, and take it along in any format."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from components.briefing.named import BriefedView, alt_words, letters_lacking
from components.briefing.presets import Preset
from components.controls import since_control
from components.downloads import PICTURES, briefed, offer_downloads, shown_sheets
from components.escape import escaped
from components.report_options import (
    dates_control,
    sheet_control,
    size_control,
    view_control,
    weights_control,
)
from components.st_output import show_footer
from positions.libraries import dates_lacking, missing_words
from positions.selection import Selection
from positions.text.wording import day_words
from positions.view import View


def render(view: View) -> Selection:
    """Draw the page; the answer is the selection with compared day, weights and language of dates."""
    st.title(escaped(f"Briefing as of {day_words(view.day)}"))
    st.caption("Below is the very sheet that is exported. Issues, parties and day are chosen at the side.")
    with st.container(horizontal=True, key="briefing_choices"):
        selection = since_control(view.selection, view.earlier_days, view.default_since)
        preset = size_control()
        selection = dates_control(selection)
    selection = weights_control(View(view.tables, selection))
    with st.spinner("Setting the sheets"):
        shown = briefed(View(view.tables, _readable(selection)))
        _preview(shown, preset)
    offer_downloads(shown, preset)
    show_footer(shown.briefing.head.footer)
    return selection


def _readable(selection: Selection) -> Selection:
    """The selection with English dates, and a sentence, where names of months are not installed."""
    lacking = dates_lacking(selection.dates)
    if lacking:
        st.info(escaped(f"{lacking}. They are in English."))
    return replace(selection, dates=None) if lacking else selection


def _preview(shown: BriefedView, preset: Preset) -> None:
    """The sheets of one view, one at a time, as they are exported."""
    lacking = missing_words("The preview", PICTURES.needs)
    if lacking:
        st.info(escaped(f"{lacking}. Formats that do not need it are offered below."))
        return
    with st.container(horizontal=True, vertical_alignment="center", key="sheet_choice"):
        kind = view_control()
        sheets = shown_sheets(shown, kind, preset)
        place = sheet_control(kind, len(sheets))
        sheet = sheets[place]
        st.download_button(
            "This sheet (PNG)", sheet.content, sheet.name, "image/png", on_click="ignore", key="this_sheet"
        )
    lacking_letters = letters_lacking([PICTURES], shown)
    if lacking_letters:
        st.markdown(f"**{escaped(lacking_letters)}**")
    card = place if len(sheets) == len(shown.briefing.cards) else None
    with st.container(key="sheet"):
        # The width of the preset, or Streamlit would show a smaller picture than the sheet is.
        st.image(sheet.content, width=preset.width, alt=alt_words(shown, kind, card))
