"""What would have to move, when a reader asks for it: the lines of an issue, and the whole negotiation."""

from __future__ import annotations

import streamlit as st

from components.app.escape import escaped
from components.app.prose import listed
from components.app.shared import shared
from components.app.st_output import opened_part
from positions.model.issues import Issue
from positions.text.meeting import RULE, meeting_lines
from positions.text.tally import tally_sentences
from positions.text.wording import count_words
from positions.view import View

_lines, _whole = shared(meeting_lines), shared(tally_sentences)


def moves_heading() -> None:
    """The heading, and what a stated position is not."""
    st.header("What would have to move", anchor=False)
    st.caption(escaped(RULE))


def moves_on(view: View, issue: Issue) -> None:
    """The shortest moves of every pair on one issue; nothing where no two can be compared."""
    gaps = view.gaps_on(issue.id)
    if gaps and (part := opened_part(f"{issue.name}: {count_words(len(gaps), 'pair')}", f"moves_{issue.id}")):
        with part:
            listed(_lines(view, issue.id))


def whole_negotiation(view: View) -> None:
    """On which issues all and every two would meet if every stated condition held."""
    if part := opened_part("All issues, if every stated condition held", "whole_negotiation"):
        with part:
            listed(_whole(view))
