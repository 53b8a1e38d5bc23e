"""What a button still waits for, in one line below it."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from components.app.escape import escaped


def show_lacking(words: Iterable[str]) -> None:
    """Name what is still to be given before a button can be pressed; nothing where nothing is."""
    if named := ", ".join(words):
        st.caption(escaped(f"Still to be given: {named}."))
