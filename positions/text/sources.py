"""The sources of a view in words: what stands behind it, each as a row of a table, and one by its facts."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from positions.model.sources import Source
from positions.tables import Tables
from positions.text.citation import SITE_WORDS, language_name, outlet_words, translation_words
from positions.text.record_table import Column, RecordTable, Row, Value
from positions.text.source_links import source_links
from positions.text.wording import count_words, day_words, joined, published_words, read_words
from positions.view import View

# Words for the kinds of CSL; any other kind stands as it is written there.
_KINDS: dict[str, str] = {
    "article": "article",
    "article-journal": "journal article",
    "article-magazine": "magazine article",
    "article-newspaper": "news report",
    "webpage": "web page",
}

_COLUMNS = (
    Column("Outlet and title"),
    Column("Published", "short", largest_first=True),
    Column("Kind"),
    Column("Language"),
    Column("Used / all", "short", largest_first=True),
    Column("About the outlet"),
    Column("Link", "short"),
)


def sources_finding(view: View) -> str:
    """How many of the sources the positions of the view rest on, as a title."""
    every, used = len(view.tables.dossier.sources), len(_used(view))
    return f"{used} of {count_words(every, 'source')} {'stands' if used == 1 else 'stand'} behind this view"


def sources_measure(view: View) -> str:
    """Which view is meant, what the numbers count, and what is recorded of no source at all."""
    recorded = _recorded(view.tables)
    lacking = [words for place, words in _LACKING.items() if place not in recorded]
    return " · ".join(
        [
            f"As of {day_words(view.day)}, for the {count_words(len(view.columns), 'column')} and "
            f"{count_words(len(view.issues), 'issue')} of Compare",
            "used / all: statements that stand in a cell, and all that were coded",
            *([f"{joined(lacking)} not recorded"] if lacking else []),
        ]
    )


_LACKING = {3: "languages", 5: "remarks on outlets", 6: "addresses"}


def source_table(view: View) -> RecordTable:
    """A row per source, newest first; a column that is empty for every source is left out."""
    every = Counter(one.source for one in view.tables.dossier.statements)
    used, recorded = _used(view), _recorded(view.tables)
    places = [place for place in range(len(_COLUMNS)) if place not in _LACKING or place in recorded]
    return RecordTable(
        columns=tuple(_COLUMNS[place] for place in places),
        rows=tuple(
            Row(one.id, tuple(values[place] for place in places))
            for one in view.tables.sources.values()
            for values in [_values(one, used[one.id], every[one.id])]
        ),
        name="Sources, each with the number of its statements",
        nouns=("source", "sources"),
        order=1,
        search="Find a source",
    )


def _used(view: View) -> Counter[str]:
    return Counter(view.tables.by_id[one].source for one in view.statements)


@lru_cache(maxsize=8)
def _recorded(tables: Tables) -> frozenset[int]:
    """The places of the columns of _LACKING that say something of any source."""
    rows = [_values(one, 0, 0) for one in tables.dossier.sources]
    return frozenset(place for place in _LACKING if any(row[place].text for row in rows))


def _values(source: Source, used: int, every: int) -> tuple[Value, ...]:
    """A value for each of _COLUMNS."""
    name, links, published = source.custom.short_name, source_links(source), published_words(source)
    return (
        Value(name, name.casefold(), source.title),
        Value(published, source.issued_on),
        _word(_KINDS.get(source.type, source.type.replace("-", " "))),
        _word(_language(source)),
        Value(f"{used} / {every}", used + every / 1_000_000),
        _word(_about_outlet(source)),
        Value(links[0][0], name.casefold(), f"{name}, {published}", links[0][1]) if links else Value(""),
    )


def _word(text: str) -> Value:
    return Value(text, text.casefold() or None)


def _about_outlet(source: Source) -> str:
    site = SITE_WORDS[source.custom.site] if source.custom.site else ""
    return " · ".join(part for part in (site, source.custom.outlet_flag) if part)


def _language(source: Source) -> str:
    return translation_words(source) or language_name(source.language)


def source_facts(source: Source, statements: int) -> str:
    """Authors, publisher, remark on the outlet, day, translation, what was read, number of statements."""
    parts = (
        source.authors,
        source.publisher or "publisher not printed",
        outlet_words(source),
        f"published {published_words(source)}" if source.issued else "day of publication not printed",
        translation_words(source),
        f"read in {read_words(source)}",
        f"reported at {count_words(len(source.custom.also_at), 'more address', 'more addresses')}"
        if source.custom.also_at
        else "",
        count_words(statements, "statement"),
    )
    return " · ".join(part for part in parts if part)
