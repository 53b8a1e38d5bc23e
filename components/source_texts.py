"""The reader's own copies of source texts: from a folder, or added on the page for this visit only."""

from __future__ import annotations

import streamlit as st

from positions.reading.source_texts import SourceText, checked_text, source_text, texts_folder
from positions.tables import Tables

_ADDED = "added_texts"


def own_text(tables: Tables, source: str) -> SourceText:
    """The copy of a source, by its id; one that was added here stands before one in the folder."""
    added: dict[str, SourceText] = st.session_state.get(_ADDED, {})
    return added.get(source) or source_text(tables.sources[source], texts_folder(tables.folder))


def added_text(tables: Tables, source: str) -> SourceText | None:
    """The text that the reader adds for a source, or None; it stays in memory and ends with the visit."""
    given = st.file_uploader(
        "Your copy of this text (.txt, UTF-8)", type=["txt"], key=f"text_{source}", max_upload_size=5
    )
    if given is None:
        return None
    text = checked_text(tables.sources[source], given.getvalue(), given.name)
    st.session_state[_ADDED] = st.session_state.get(_ADDED, {}) | (
        {source: text} if text.text is not None else {}
    )
    return text
