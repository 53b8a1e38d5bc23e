"""What changed as an Atom feed (RFC 4287), for readers of news."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from hashlib import sha256
from xml.etree import ElementTree as ET

from positions.analysis.data_change import DataChange
from positions.tables import Tables
from positions.text.citation import citation
from positions.text.data_changes import change_sentence, change_title
from positions.text.handling import handling_words
from positions.text.source_links import link_to_words

_ATOM = "http://www.w3.org/2005/Atom"


def atom_feed(changes: Sequence[DataChange], tables: Tables, on: dt.date) -> bytes:
    """An entry for each change in its order, as UTF-8; entries and feed are dated `on`.

    An entry's id is made of the statement and what it says now, so that a reader of news shows each
    version once. Its category is the kind of the change; its link, where there is one, the source; its
    content what the statement says and the citation of it.
    """
    dossier = tables.dossier
    ET.register_namespace("", _ATOM)
    feed = ET.Element(f"{{{_ATOM}}}feed")
    _add(feed, "id", f"urn:positions:{dossier.id}")
    _add(feed, "title", f"{dossier.title}: changes")
    _add(feed, "updated", f"{on.isoformat()}T00:00:00Z")
    _add(_add(feed, "author"), "name", dossier.title)
    if handling := handling_words(dossier):
        _add(feed, "rights", handling)
    _add(feed, "generator", f"positions, data {dossier.data_version}")
    for change in changes:
        entry = _add(feed, "entry")
        version = sha256(f"{change.kind} {change.statement.model_dump_json()}".encode()).hexdigest()[:12]
        _add(entry, "id", f"urn:positions:{dossier.id}:{change.statement.id}:{version}")
        _add(entry, "title", change_title(change, tables))
        _add(entry, "updated", f"{on.isoformat()}T00:00:00Z")
        _add(entry, "category").set("term", change.kind)
        _add(entry, "summary", change_sentence(change))
        _add(entry, "content", _content(change, tables)).set("type", "text")
        if link := link_to_words(change.statement, tables):
            _add(entry, "link").set("href", link)
    ET.indent(feed)
    written: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written


def _content(change: DataChange, tables: Tables) -> str:
    """The sentence of a change and the citation; without it where the source is left out as well."""
    sentence = change_sentence(change)
    cited = change.statement.source in tables.sources and change.statement.speaker in tables.names
    return f"{sentence} {citation(change.statement, tables)}" if cited else sentence


def _add(parent: ET.Element, name: str, text: str | None = None) -> ET.Element:
    child = ET.SubElement(parent, f"{{{_ATOM}}}{name}")
    child.text = text
    return child
