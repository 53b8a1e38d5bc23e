"""Where the words that prove a statement stand in a copy of their source, for addresses that lead to them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from positions.model.errors import UnknownDossier
from positions.model.sources import Source
from positions.model.statements import Statement
from positions.reading.source_texts import SourceText, phrase_in, source_text, texts_folder
from positions.tables import Tables
from positions.text.fragments import Place
from positions.text.sources import sentence_link


def link_to_words(statement: Statement, tables: Tables) -> str | None:
    """The address of a statement's source at its words; None where none of the web is recorded.

    Where a copy of the text is at hand, words before and behind the phrase tell it apart from the same
    words elsewhere on the page.
    """
    source = tables.sources.get(statement.source)
    text = copy_of(tables, statement.source) if source and statement.phrase else None
    place = place_in(statement, text) if text else None
    return sentence_link(source, statement.phrase, place, statement.phrase_at) if source else None


def place_in(statement: Statement, text: SourceText) -> Place | None:
    """Where the phrase stands in a copy; None unless copy, span and phrase are verified and of one page."""
    found = phrase_in(statement, text) if not statement.phrase_at else None
    return Place(text.text, *found) if text.text and found else None


def copy_of(tables: Tables, source: str) -> SourceText | None:
    """The copy of a source beside the dossier, as its file is now; None for a dossier without a folder."""
    try:
        folder = texts_folder(tables.folder)
    except UnknownDossier:  # a dossier that was handed in has no folder
        return None
    try:
        kept = (folder / f"{source}.txt").stat()
    except OSError:
        return source_text(tables.sources[source], folder)
    return _copy(tables.sources[source], folder, kept.st_mtime_ns, kept.st_size)


@lru_cache(maxsize=1024)  # a copy is read once for all statements of its source
def _copy(source: Source, folder: Path, changed: int, size: int) -> SourceText:  # noqa: ARG001 - a key
    return source_text(source, folder)
