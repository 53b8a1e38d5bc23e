"""A statement as a citation and as one attributed sentence, ready to paste."""

from __future__ import annotations

import datetime as dt

from positions.cell import cell_words
from positions.csl import Source
from positions.models import Statement
from positions.tables import Cell, Tables
from positions.text.wording import MODE_WORDS, day_words, published_words, quoted, read_words, said_on_words


def citation(statement: Statement, tables: Tables) -> str:
    """Speaker, office, day, phrase, source, how and when it was read, and the data version."""
    speaker = tables.speakers[statement.speaker]
    source = tables.sources[statement.source]
    words = f", {quoted(statement.phrase)}" if statement.phrase else ""
    return (
        f"{speaker.name} ({speaker.office}), {_day(statement)} ({MODE_WORDS[statement.mode]}){words}. "
        f"In: {source_citation(source)}; read in {read_words(source)}. "
        f"Statement {statement.id}, dossier {tables.dossier.id}, data {tables.dossier.data_version}."
    )


def sentence(statement: Statement, tables: Tables) -> str:
    """The summary with its condition, day and source; nothing that the coding does not say."""
    source = tables.sources[statement.source]
    condition = f" Condition: {statement.condition}." if statement.condition else ""
    about = f"{_day(statement)}, as reported by {source.custom.short_name}, {published_words(source)}"
    return f"{statement.summary}{condition} ({about})"


def position_sentence(cell: Cell, tables: Tables, as_of: dt.date) -> str:
    """A cell as one attributed sentence: side, issue, day, words with their condition, evidence, version."""
    words = cell_words(cell, tables)
    said = "; ".join(part for part in (words.title, words.detail) if part)
    evidence = f" ({words.evidence})" if words.evidence else ""
    head = f"{cell.name} on {cell.issue_name}, as of {day_words(as_of)}"
    return f"{head}: {said}{evidence}. Dossier {tables.dossier.id}, data {tables.dossier.data_version}."


def source_citation(source: Source) -> str:
    """Authors, title, where and when it was published, and what is to be known of the outlet."""
    parts = (
        source.authors,
        f"“{source.title}”",
        source.container_title,
        source.publisher or "publisher not printed",
        published_words(source),
        source.url,
        source.custom.outlet_flag,
    )
    return ", ".join(part for part in parts if part)


def _day(statement: Statement) -> str:
    inferred = ", day inferred" if statement.date_basis == "inferred" else ""
    return f"{said_on_words(statement.said_on)}{inferred}"
