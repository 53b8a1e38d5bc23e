"""The statements that the words and filters of a reader find."""

from __future__ import annotations

import pandas as pd

from components.app.source_texts import own_text
from positions.analysis.search import Query, matching, with_passages
from positions.reading.source_texts import passage
from positions.selection import Selection
from positions.tables import Tables


def found_statements(tables: Tables, selection: Selection) -> pd.DataFrame:
    """The statements by the as-of day that hold the words and pass the filters, newest first."""
    query = Query(
        as_of=selection.day,
        text=selection.text,
        sides=selection.sides,
        speakers=selection.speakers,
        issues=selection.topics,
        sources=selection.sources,
        modes=selection.modes,
        confidences=selection.confidences,
        years=selection.years,
    )
    return matching(tables.statements, _searched(tables, selection.text), query)


def _searched(tables: Tables, text: str) -> pd.Series:
    """What a search looks through: the coded words, and the passages of the texts at hand."""
    if not text:
        return tables.searched
    texts = {source: own_text(tables, source) for source in tables.sources}
    shown = ((one.id, passage(one, texts[one.source])) for one in tables.dossier.statements)
    passages = {one: f"{found.before}{found.phrase}{found.after}" for one, found in shown if found}
    return with_passages(tables.searched, tables.statements["id"], passages) if passages else tables.searched
