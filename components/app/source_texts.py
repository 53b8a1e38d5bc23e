"""The reader's own copies of source texts: from a folder, or added on the page for this visit only."""

from __future__ import annotations

import streamlit as st

from components.own_case.dossiers import keep_text
from positions.reading.source_texts import SourceText, checked_text, source_text, texts_folder
from positions.tables import Tables

_ADDED = "added_texts"
_LONGEST = 2_000_000  # characters that may be pasted; a longer text is better given as a file


def own_text(tables: Tables, source: str) -> SourceText:
    """The copy of a source, by its id; one that was added here stands before one in the folder."""
    added: dict[tuple[str, str], SourceText] = st.session_state.get(_ADDED, {})
    return added.get((tables.dossier.id, source)) or source_text(
        tables.sources[source], texts_folder(tables.folder)
    )


def added_text(tables: Tables, source: str) -> SourceText | None:
    """The text that the reader adds for a source, or None; it stays in memory and ends with the visit."""
    with st.container(key=f"own_text_{source}"):
        given = st.file_uploader(
            "Your copy of this text (.txt, UTF-8)", type=["txt"], key=f"text_{source}", max_upload_size=5
        )
        pasted = st.text_area("or paste it here", key=f"pasted_{source}", max_chars=_LONGEST)
    if given is None and not pasted:
        return None
    raw, name = (given.getvalue(), given.name) if given else (pasted.encode(), "the pasted text")
    text = checked_text(tables.sources[source], raw, name)
    if text.text is not None:
        st.session_state[_ADDED] = {
            **st.session_state.get(_ADDED, {}),
            (tables.dossier.id, source): text,
        }
        keep_text(tables.dossier.id, source, raw)
        st.rerun()  # what stands above says that there is none
    return text
