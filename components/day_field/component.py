"""The as-of day in words, to be typed over; the day of the view stays the only one that counts."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from components.register_component import component, no_answer

_FIELD = component("day_field", Path(__file__).parent, "field")
DAY_FIELD = "day_field"


def typed() -> str | None:
    """What the reader has just typed; None but in the run that follows."""
    answer = st.session_state.get(DAY_FIELD)
    return answer.get("typed") if answer else None


def day_field(day: str, fault: str = "") -> None:
    """Draw the field with the day in words; a sentence below it says why what was typed is no day."""
    _FIELD(key=DAY_FIELD, data={"label": "As of", "day": day, "fault": fault}, on_typed_change=no_answer)
