"""Sentences on the page as they are: paragraphs and lists, every sign of them text."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from components.app.escape import escaped


def told(paragraphs: Iterable[str]) -> None:
    """One paragraph per text."""
    st.markdown("\n\n".join(escaped(one) for one in paragraphs))


def listed(sentences: Iterable[str], sign: str = "*") -> None:
    """One line of a list per text: dots, or numbers with the sign "1."; nothing for no text."""
    lines = [f"{sign} {escaped(one)}" for one in sentences]
    if lines:
        st.markdown("\n".join(lines))
