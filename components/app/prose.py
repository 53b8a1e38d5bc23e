"""Sentences on the page as they are: paragraphs and lists, every sign of them text."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from components.app.escape import escaped
from positions.text.sentences import Entry


def show_paragraphs(paragraphs: Iterable[str]) -> None:
    """One paragraph per text."""
    st.markdown("\n\n".join(escaped(one) for one in paragraphs))


def show_entries(entries: Iterable[Entry]) -> None:
    """One line of a list per entry, its lead in bold; nothing for no entry."""
    lines = [f"* **{escaped(one.lead)}:** {escaped(one.words)}" for one in entries]
    if lines:
        st.markdown("\n".join(lines))


def show_list(sentences: Iterable[str], sign: str = "*") -> None:
    """One line of a list per text: dots, or numbers with the sign "1."; nothing for no text."""
    lines = [f"{sign} {escaped(one)}" for one in sentences]
    if lines:
        st.markdown("\n".join(lines))
