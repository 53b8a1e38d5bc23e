"""Addresses at the very words: beside a copy of the text they tell the same words elsewhere apart."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest

from positions.analysis.data_change import said_since
from positions.atom import atom_feed
from positions.export.view_json import view_json
from positions.reading.source_texts import TEXTS, TEXTS_VARIABLE
from positions.tables import Tables
from positions.text.places import link_to_words
from positions.text.sources import sentence_link
from tests.positions.factories import dossier_of, said, view_at

PAGE = "https://example.org/gazette"
TEXT = "The dam stays closed, he wrote. In the evening he said that the dam stays closed."


@pytest.fixture
def tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tables:
    """One statement whose words stand twice in its source, of which a copy is kept."""
    monkeypatch.delenv(TEXTS_VARIABLE, raising=False)
    start = TEXT.rindex("the dam stays")
    one = said("a", "north_head", 0, phrase="dam stays closed", start=start, end=len(TEXT))
    dossier = dossier_of([one])
    sources = [source.model_copy(update={"url": PAGE}) for source in dossier.sources]
    (tmp_path / TEXTS).mkdir()
    (tmp_path / TEXTS / "gazette.txt").write_text(TEXT, encoding="utf-8")
    return Tables(dossier.model_copy(update={"sources": tuple(sources)}), tmp_path)


def test_record_and_feed_lead_to_the_sentence_that_was_coded(tables: Tables) -> None:
    """Both have the words before the phrase, without which a browser stops at the first of the two."""
    (one,) = tables.dossier.statements
    (row,) = json.loads(view_json(view_at(tables), "statements"))["statements"]
    feed = ET.fromstring(atom_feed(said_since(tables.dossier, dt.date.min), tables, dt.date(2030, 6, 1)))

    (link,) = [node.get("href") for node in feed.iter() if node.get("href")]

    assert link_to_words(one, tables) == row["link"] == link
    assert unquote(link or "") == f"{PAGE}#:~:text=the-,dam stays closed,-."


def test_without_a_copy_the_words_alone_are_named(tables: Tables, tmp_path: Path) -> None:
    """No copy, another copy, and a dossier that has no folder lead to the phrase as before."""
    (one,) = tables.dossier.statements
    plain = sentence_link(tables.sources["gazette"], one.phrase)
    (tmp_path / TEXTS / "gazette.txt").write_text("Something else.", encoding="utf-8")

    assert link_to_words(one, Tables(tables.dossier, tmp_path)) == plain
    assert link_to_words(one, Tables(tables.dossier, tmp_path / "gone")) == plain


def test_a_copy_that_is_put_there_later_is_read(tables: Tables, tmp_path: Path) -> None:
    """Nobody has to start anew for an address at the sentence."""
    (one,) = tables.dossier.statements
    copy = tmp_path / TEXTS / "gazette.txt"
    with_copy = link_to_words(one, tables)
    copy.unlink()
    without = link_to_words(one, tables)
    copy.write_text(TEXT, encoding="utf-8")

    assert without == sentence_link(tables.sources["gazette"], one.phrase) != with_copy
    assert link_to_words(one, tables) == with_copy
