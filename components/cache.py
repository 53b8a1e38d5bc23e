"""Streamlit's cache around loading: one copy of each dossier for all readers."""

from __future__ import annotations

import streamlit as st

from positions.reading.dossier import DESCRIPTION, SOURCES, STATEMENTS, dossier_folder, load_dossier
from positions.tables import Tables


def dossier_tables(name: str) -> Tables:
    """The dossier with its tables; read again when one of its files has changed."""
    folder = dossier_folder(name)
    files = [folder / file for file in (DESCRIPTION, SOURCES, STATEMENTS)]
    return _tables(name, tuple(file.stat().st_mtime_ns if file.is_file() else 0 for file in files))


@st.cache_resource(max_entries=8, show_spinner=False)
def _tables(name: str, changed: tuple[int, ...]) -> Tables:  # noqa: ARG001 - part of the cache key
    tables = Tables(load_dossier(name), dossier_folder(name))
    # Made once for all sessions, not by the first one that happens to need them.
    _ = tables.statements, tables.holders, tables.issues, tables.searched
    return tables
