"""The section "As text" of the Briefing page: one passage of the view in words, to be read and copied."""

from __future__ import annotations

import streamlit as st

from components.report.files import BriefedView
from components.running_text.component import running_text, text_view
from positions.text.dates import dates_in
from positions.text.paragraphs import MOVED, SAME_STEP, SAYS

_NAMES = {SAYS: "What each side says", MOVED: "What moved", SAME_STEP: "At the same step"}


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
