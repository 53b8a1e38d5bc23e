"""The sources of a dossier as rows, each with how it was read and how much of the view rests on it."""

from __future__ import annotations

from collections import Counter

from positions.model.base import Record
from positions.model.sources import Source
from positions.rows import row_of
from positions.rows.statements import shown_statements
from positions.text.citation import SITE_WORDS, translation_words
from positions.view import View


class SourceRow(Record):
    """A source with what is known of its making; empty where nothing is printed or known."""

    id: str
    """Names the source."""
    short_name: str
    """Short name, used in cells and footnotes."""
    title: str
    """Title as printed, or ours where the note says so."""
    authors: str | None
    """Authors as printed."""
    publisher: str | None
    """Publisher, after the paper or site that carries it."""
    outlet_flag: str | None
    """What a reader should know about the outlet."""
    site: str | None
    """What kind of site the text was read at; empty where it is not recorded."""
    issued: str | None
    """Day of publication, or the month where the day is unknown; empty where none is printed."""
    issued_estimated: bool
    """Whether the day of publication is an estimate."""
    original_language: str | None
    """Language of the original; empty when read in it, or not known."""
    translation: str | None
    """Whether a translation was coded, from which language, and whether a machine made it; empty for none."""
    url: str | None
    """Address, where there is one."""
    archived_url: str | None
    """Address of a stored copy of the page; empty where none is recorded."""
    archived_on: str | None
    """Day on which that copy was made; empty where it is not known."""
    read_in: str | None
    """What was read: the original or a stored copy; empty where it is not recorded."""
    extent: str | None
    """Whether the whole text was read or its opening only; empty where it is not recorded."""
    also_at: str | None
    """Further addresses that report one or more of its statements, separated by blanks."""
    read_on: str | None
    """Day on which it was read; empty where it is not known."""
    sha256: str | None
    """Fingerprint of the coded text."""
    statements: int
    """How many of the statements by or about the shown columns it reports."""
    shown: int
    """How many of those that set a cell, or stand in one, it reports."""
    note: str | None
    """Remarks on the text."""


def source_rows(view: View) -> list[SourceRow]:
    """One row per source in the dossier's order, also for those that say nothing on this view."""
    counts = Counter(one.source for one in shown_statements(view))
    shown = Counter(view.tables.by_id[one].source for one in view.statements)
    return [_row(source, counts[source.id], shown[source.id]) for source in view.tables.dossier.sources]


def _row(source: Source, statements: int, shown: int) -> SourceRow:
    published = dict.fromkeys(name for name in (source.container_title, source.publisher) if name)
    return row_of(
        SourceRow,
        source,
        source.custom,
        authors=source.authors or None,
        publisher=", ".join(published) or None,
        site=SITE_WORDS[source.custom.site] if source.custom.site else None,
        issued=source.issued_on,
        issued_estimated=bool(source.issued and source.issued.circa),
        translation=translation_words(source) or None,
        also_at=" ".join(source.custom.also_at) or None,
        statements=statements,
        shown=shown,
    )
