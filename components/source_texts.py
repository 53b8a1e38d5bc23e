"""The reader's own copies of source texts: from a folder, or added on the page for this visit only."""

from __future__ import annotations

import streamlit as st

from positions.reading.source_texts import SourceText, checked_text, source_texts, texts_folder
from positions.tables import Tables

_ADDED = "added_texts"


def own_texts(tables: Tables) -> dict[str, SourceText]:
    """The copy of each source by id; one that was added here stands before one in the folder."""
    added: dict[str, SourceText] = st.session_state.get(_ADDED, {})
    kept = {source: text for source, text in added.items() if source in tables.sources}
    return source_texts(tables.dossier, texts_folder(tables.folder)) | kept


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
