"""Briefing: choose what is handed out, see exactly that, and take it along in any format."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from components.briefing.named import View, alt_words
from components.briefing.presets import Preset
from components.controls import since_control
from components.handing_controls import (
    dates_control,
    sheet_control,
    size_control,
    view_control,
    weights_control,
)
from components.handing_out import PICTURES, handed_view, offer_downloads, shown_sheets
from components.show import show_footer
from components.text import escaped
from positions.libraries import dates_lacking, missing_words
from positions.movement import default_since, earlier_days
from positions.selection import Selection
from positions.tables import Tables
from positions.text.wording import day_words


def render(tables: Tables, selection: Selection) -> Selection:
    """Draw the page; the answer is the selection with compared day, weights and language of dates."""
    st.title(escaped(f"Briefing as of {day_words(selection.day)}"))
    st.caption("Below is the very sheet that is handed out. Issues, parties and day are chosen at the side.")
    default = default_since(tables, selection.day, selection.stretch)
    with st.container(horizontal=True, key="briefing_choices"):
        selection = since_control(selection, earlier_days(tables, selection.day, selection.stretch), default)
        preset = size_control()
        selection = dates_control(selection)
    selection = weights_control(selection, tables)
    with st.spinner("Setting the sheets"):
        view = handed_view(tables, replace(_readable(selection), since=selection.since or default))
        _preview(view, preset)
    offer_downloads(view, preset)
    show_footer(view.briefing.head.footer)
    return selection


def _readable(selection: Selection) -> Selection:
    """The selection with English dates, and a sentence, where names of months are not installed."""
    lacking = dates_lacking(selection.dates)
    if lacking:
        st.info(escaped(f"{lacking}. They are in English."))
    return replace(selection, dates=None) if lacking else selection


def _preview(view: View, preset: Preset) -> None:
    """The sheets of one view, one at a time, as they leave the house."""
    lacking = missing_words("The preview", PICTURES.needs)
    if lacking:
        st.info(escaped(f"{lacking}. Formats that do not need it are offered below."))
        return
    with st.container(horizontal=True, vertical_alignment="center", key="sheet_choice"):
        shown = view_control()
        sheets = shown_sheets(view, shown, preset)
        place = sheet_control(shown, len(sheets))
        sheet = sheets[place]
        st.download_button(
            "This sheet (PNG)", sheet.content, sheet.name, "image/png", on_click="ignore", key="this_sheet"
        )
    card = place if len(sheets) == len(view.briefing.cards) else None
    with st.container(key="sheet"):
        # The width of the preset, or Streamlit would hand out a smaller picture than the sheet is.
        st.image(sheet.content, width=preset.width, alt=alt_words(view, shown, card))
