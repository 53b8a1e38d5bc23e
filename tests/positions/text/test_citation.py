"""A copied citation can be checked by whoever reads it, and a copied sentence drops no condition."""

from __future__ import annotations

from typing import Any

import pytest

from positions.reading.dossier import dossier_folder, load_dossier
from positions.tables import Tables
from positions.text.citation import (
    caveats,
    citation,
    citation_again,
    language_words,
    mode_words,
    sentence,
    source_citation,
    translation_words,
)
from tests.positions.factories import dossier_of, said, tables_of

TABLES = Tables(load_dossier("istanbul-2022"), dossier_folder("istanbul-2022"))


def sourced(note: str | None = None, **custom: Any) -> Tables:
    """The fictional dossier whose gazette has a note and further details."""
    sources = [one.model_dump(by_alias=True) for one in dossier_of().sources]
    sources[0]["custom"] |= custom
    sources[0]["note"] = note
    return tables_of(said("a", "north_head", 1, phrase="the dam stays"), sources=sources)


def test_a_citation_names_speaker_day_phrase_source_and_version() -> None:
    """Everything that is needed to find the words again stands in one line."""
    coded = next(one for one in TABLES.dossier.statements if one.phrase and "15-year" in one.phrase)
    words = citation(coded, TABLES)

    for part in (
        "Ukrainian delegation (Delegation to the talks), 29 Mar 2022",
        f"“{coded.phrase}”",
        "“Russia-Ukraine Negotiations Have Made Considerable Progress”, publisher not printed",
        "about 31 Mar 2022",
        "read in a stored copy of the text, 22 Nov 2026",
        f"Statement {coded.id}, dossier istanbul-2022, data {TABLES.dossier.data_version}.",
    ):
        assert part in words


def test_a_citation_says_from_which_page_the_words_are_quoted() -> None:
    """In full and where the source was cited above; nothing is said where they are of its own page."""
    tables = sourced()
    own = said("a", "north_head", 1, phrase="the dam stays")
    other = own.model_copy(update={"phrase_at": "https://strait.example/dam"})

    for cite in (citation, citation_again):
        assert "quoted from" not in cite(own, tables)
        assert "; the words are quoted from https://strait.example/dam." in cite(other, tables)


def test_every_sentence_says_what_who_when_where_and_on_which_condition() -> None:
    """A position quoted without its condition, its speaker or its source would be a wrong position."""
    for coded in TABLES.dossier.statements:
        words = sentence(coded, TABLES)
        speaker = TABLES.speakers[coded.speaker]

        assert words.startswith(coded.summary)
        assert f"{speaker.name}, {speaker.office}" in words
        assert TABLES.sources[coded.source].custom.short_name in words
        assert coded.condition is None or coded.condition in words
        assert ("day inferred" in words) == (coded.date_basis == "inferred")


@pytest.mark.parametrize(
    ("note", "custom", "told"),
    [
        (None, {}, ""),
        (
            "Machine translation.",
            {"translated": True, "original_language": "Arabic"},
            "machine-translated from Arabic",
        ),
        ("In translation.", {"translated": True, "original_language": "Arabic"}, "translated from Arabic"),
        (None, {"translated": True}, "translated, original language not known"),
        (None, {"original_language": "Arabic"}, ""),
    ],
)
def test_a_translation_is_told_and_called_machine_made_only_where_it_is(
    note: str | None, custom: dict[str, Any], told: str
) -> None:
    """The record decides; nothing is guessed from the language."""
    tables = sourced(note, **custom)

    assert translation_words(tables.sources["gazette"]) == told
    assert told in citation(tables.by_id["a"], tables)
    assert told in sentence(tables.by_id["a"], tables)


def test_translated_words_are_never_said_to_be_quoted_directly() -> None:
    """What stands between quotation marks is then the translator's."""
    plain, translated = sourced(), sourced(translated=True, original_language="Arabic")

    assert "quoted directly" in citation(plain.by_id["a"], plain)
    for made in (citation, sentence):
        words = made(translated.by_id["a"], translated)
        assert "quoted in translation" in words
        assert "quoted directly" not in words
    retold = said("b", "north_head", mode="reported_speech")
    assert mode_words(retold, translated.sources["gazette"]) == "reported speech"


@pytest.mark.parametrize(
    ("title", "note", "printed"),
    [
        ("The dam holds", None, "“The dam holds”"),
        ("A report on the dam", "Title ours.", "A report on the dam"),
        ("A report on the dam", "The title is described, not quoted.", "A report on the dam"),
        ("[A report on the dam]", None, "[A report on the dam]"),
    ],
)
def test_only_a_printed_title_stands_in_quotation_marks(title: str, note: str | None, printed: str) -> None:
    """A title that we gave is never passed off as the paper's."""
    source = dossier_of().sources[0].model_copy(update={"title": title, "note": note})

    assert source_citation(source).startswith(f"{printed}, ")


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ({"confidence": "high"}, ()),
        ({"confidence": "low"}, ("low confidence",)),
        ({"confidence": "medium"}, ("medium confidence",)),
        ({"until": "2030-06-01"}, ("a measure bounded in time, until 1 Jun 2030",)),
        ({"placed": (1, 2)}, ("the coder was unsure between Dam half open and Dam shared",)),
        ({"placed": (1, 2), "spread": "said"}, ("names the steps from Dam half open to Dam shared",)),
    ],
)
def test_how_sure_a_statement_is_stands_with_it(written: dict[str, Any], told: tuple[str, ...]) -> None:
    """Confidence, doubt, a range that was said and a bound in time are each told in words."""
    statement = said("a", "north_head", written.pop("placed", 1), **written)
    tables = tables_of(statement)

    assert caveats(statement, tables) == told
    assert all(part.casefold() in sentence(statement, tables).casefold() for part in told)


def test_drafts_and_individuals_are_told_as_such() -> None:
    """Neither a text that never was in force nor a lone voice is taken for a side's word."""
    draft = {
        "id": "paper",
        "name": "The paper",
        "office": "Draft",
        "authority": "delegated",
        "party": "north",
    }
    speakers = [*(one.model_dump() for one in dossier_of().speakers), {**draft, "document": "draft"}]
    spoken = said("a", "north_rebel", 1), said("b", "paper", 1, party="north")
    tables = tables_of(*spoken, speakers=speakers)

    assert caveats(spoken[0], tables) == ("speaks as an individual and does not bind the side",)
    assert caveats(spoken[1], tables) == ("from a draft that was never in force",)


@pytest.mark.parametrize(
    ("language", "custom", "words"),
    [
        ("bg", {}, "in Bulgarian"),
        ("uk", {}, "in Ukrainian"),
        ("eo", {}, "in eo"),
        ("en", {}, ""),
        (None, {}, ""),
        ("en", {"translated": True, "original_language": "Arabic"}, "translated from Arabic"),
    ],
)
def test_a_page_in_another_language_says_so(language: str | None, custom: dict[str, Any], words: str) -> None:
    """A phrase stands in the language of its page, which need not be the speaker's own."""
    source = sourced(**custom).sources["gazette"].model_copy(update={"language": language})

    assert language_words(source) == words
    assert source_citation(source).endswith(words)
