"""A copied citation can be checked by whoever reads it, and a copied sentence drops no condition."""

from __future__ import annotations

import datetime as dt

from positions.text.citation import citation, position_sentence, sentence
from positions.frames import typed_rows
from positions.loading import dossier_folder, load_dossier
from positions.tables import Cell, Tables, standing

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


def test_a_cell_can_be_quoted_with_its_condition_day_and_version() -> None:
    """The sentence of a cell says who, on what, as of when, and on which evidence."""
    day = dt.date(2022, 4, 5)
    cells = typed_rows(standing(TABLES, day), Cell)
    crimea = next(cell for cell in cells if (cell.holder, cell.issue) == ("ukraine", "crimea"))

    assert position_sentence(crimea, TABLES, day) == (
        "Ukraine on Crimea, as of 5 Apr 2022: Status deferred, to be negotiated without force; "
        "only once there is a complete ceasefire (29 Mar 2022 · Delegation · 2 sources). "
        f"Dossier istanbul-2022, data {TABLES.dossier.data_version}."
    )
