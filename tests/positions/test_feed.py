"""The feed as a reader of news takes it: well-formed, one entry a change, an id for each version."""

from __future__ import annotations

import datetime as dt
from xml.etree import ElementTree as ET

from positions.analysis.data_change import DataChange, said_since
from positions.feed import atom_feed
from positions.model.statements import Statement
from positions.reading.dossier import BUNDLED, load_dossier
from positions.tables import Tables
from positions.text.citation import citation
from positions.text.source_links import sentence_link

CASE = "istanbul-2022"
TABLES = Tables(load_dossier(CASE), BUNDLED / CASE)
ON = dt.date(2026, 1, 2)
ATOM = "{http://www.w3.org/2005/Atom}"


def entries(changes: tuple[DataChange, ...]) -> list[ET.Element]:
    """The entries of the feed of some changes."""
    return ET.fromstring(atom_feed(changes, TABLES, ON)).findall(f"{ATOM}entry")


def test_an_entry_for_each_change() -> None:
    """In their order, each with kind, summary and, where the page has an address, the link to it."""
    changes = said_since(TABLES.dossier, dt.date(2022, 3, 29))
    found = entries(changes)

    assert [one.findtext(f"{ATOM}summary") for one in found] == [one.statement.summary for one in changes]
    assert {one.find(f"{ATOM}category").get("term") for one in found} == {"newly said"}  # type: ignore[union-attr]
    for entry, change in zip(found, changes, strict=True):
        link = entry.find(f"{ATOM}link")
        assert (link.get("href") if link is not None else None) == sentence_link(
            TABLES.sources[change.statement.source], change.statement.phrase
        )


def test_a_feed_holds_what_the_standard_asks_for() -> None:
    """Id, title, day and author of the feed; id, title, day and content of each entry (RFC 4287, 4.1)."""
    feed = ET.fromstring(atom_feed(said_since(TABLES.dossier, dt.date(2022, 3, 29)), TABLES, ON))
    found = feed.findall(f"{ATOM}entry")

    assert feed.findtext(f"{ATOM}updated") == "2026-01-02T00:00:00Z"
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    assert all(one.findtext(f"{ATOM}{name}") for one in (feed, *found) for name in ("id", "title", "updated"))
    assert all(one.find(f"{ATOM}content").get("type") == "text" for one in found)  # type: ignore[union-attr]
    assert len({one.findtext(f"{ATOM}id") for one in found}) == len(found)


def test_an_entry_quotes_and_cites_its_source() -> None:
    """Words, phrase and source stand in the content; of what is left out with its source, the words alone."""
    one = next(each for each in TABLES.dossier.statements if each.phrase)
    gone = one.model_copy(update={"source": "gone"})
    cited, alone = (
        entries((DataChange("left out", statement, None),))[0].findtext(f"{ATOM}content")
        for statement in (one, gone)
    )

    assert cited == f"{one.summary} {citation(one, TABLES)}"
    assert str(one.phrase) in cited
    assert alone == one.summary


def test_a_corrected_statement_is_another_entry() -> None:
    """The id follows what the statement says, so that nobody misses a correction, and is the same again."""
    one = TABLES.dossier.statements[0]
    other: Statement = one.model_copy(update={"note": "read again"})
    ids = [
        entries((DataChange("corrected", statement, one, ("note",)),))[0].findtext(f"{ATOM}id")
        for statement in (one, other, other)
    ]

    assert ids[0] != ids[1] == ids[2]


def test_marks_of_the_language_are_texts() -> None:
    """No summary ends an element or begins one."""
    one = TABLES.dossier.statements[0].model_copy(update={"summary": "</summary><script>&amp; ]]>"})

    assert entries((DataChange("corrected", one),))[0].findtext(f"{ATOM}summary") == one.summary
