"""What would have to move, when a reader asks for it: the lines of an issue, and the whole negotiation."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components.app.cache import shared
from components.app.escape import escaped
from components.app.st_output import folds, opened_part, show_entries
from components.app.still_text import StillText
from positions.model.issues import Issue
from positions.text.meeting import RULE
from positions.text.meeting_lines import IF, PAIRS, STANDS, meeting_lines, tally_entries
from positions.text.wording import capital, count_words
from positions.view import View

_MOST_PRINTED = 60  # pairs of all issues together
_lines, _whole = shared(meeting_lines), shared(tally_entries)


def moves_part(view: View, issues: Sequence[Issue], *, whole: bool = False) -> None:
    """What a stated position is not, then folded the moves on each issue, with `whole` those of all before.

    Nothing where no two can be compared. On paper all of it is unfolded; the moves of more than _MOST_PRINTED
    pairs are left out there with their head, for they would take more sheets than all else.
    """
    if not whole and not any(view.gaps_on(issue.id) for issue in issues):
        return
    with st.container(key="moves_part"):
        st.header("What would have to move", anchor=False)
        st.caption(escaped(RULE))
        with folds("moves"):
            if whole:
                _whole_negotiation(view)
            for issue in issues:
                _moves_on(view, issue)
        if sum(len(view.gaps_on(issue.id)) for issue in issues) <= _MOST_PRINTED:
            _on_paper(view, issues, whole=whole)


def _on_paper(view: View, issues: Sequence[Issue], *, whole: bool) -> None:
    """All that is folded, for paper alone."""
    text = StillText()
    if whole:
        text.subheading(f"All issues, {IF}")
        text.led(_whole(view))
    for issue in issues:
        lines = _lines(view, issue.id)
        for head, entries in ((STANDS, lines.stands), (PAIRS, lines.pairs)):
            if entries:
                text.subheading(f"{issue.name}: {head}")
                text.led(entries)
    text.show(on_paper=True)


def _moves_on(view: View, issue: Issue) -> None:
    """The shortest moves of every pair on one issue; nothing where no two can be compared."""
    gaps = view.gaps_on(issue.id)
    if gaps and (part := opened_part(f"{issue.name}: {count_words(len(gaps), 'pair')}", f"moves_{issue.id}")):
        with part:
            lines = _lines(view, issue.id)
            for head, entries in ((STANDS, lines.stands), (PAIRS, lines.pairs)):
                st.subheader(capital(head), anchor=False)
                show_entries(entries)


def _whole_negotiation(view: View) -> None:
    """On which issues all and every two would meet if every stated condition held."""
    if part := opened_part(f"All issues, {IF}", "whole_negotiation"):
        with part:
            show_entries(_whole(view))
