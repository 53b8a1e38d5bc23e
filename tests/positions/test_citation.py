"""A copied citation can be checked by whoever reads it, and a copied sentence drops no condition."""

from __future__ import annotations

from positions.citation import citation, sentence
from positions.loading import dossier_folder, load_dossier
from positions.standing import Tables

TABLES = Tables(load_dossier("istanbul-2022"), dossier_folder("istanbul-2022"))


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


def test_every_sentence_keeps_its_condition_and_its_source() -> None:
    """A position quoted without its condition would be a wrong position."""
    for coded in TABLES.dossier.statements:
        words = sentence(coded, TABLES)

        assert words.startswith(coded.summary)
        assert TABLES.sources[coded.source].custom.short_name in words
        assert coded.condition is None or coded.condition in words
