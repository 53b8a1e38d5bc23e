"""The reader shows the whole text, every passage in its place, and nothing unverified."""

from __future__ import annotations

from components.reader.view import reader_view
from components.theme import party_marks
from positions.model.statements import Statement
from positions.reading.dossier import dossier_folder, load_dossier
from positions.reading.source_texts import SourceText, source_texts
from positions.tables import Tables

TABLES = Tables(load_dossier("istanbul-2022"), dossier_folder("istanbul-2022"))
MARKS = party_marks(TABLES.dossier)
TEXT = "Before. One says yes. Another says no, and waits. After."


def statement(number: int, passage: str, phrase: str, party: str | None) -> Statement:
    """A statement whose passage stands in TEXT."""
    start = TEXT.index(passage)
    first = next(one for one in TABLES.dossier.statements if one.party == "ukraine")
    changes = {
        "id": f"t{number}",
        "start": start,
        "end": start + len(passage),
        "phrase": phrase,
        "party": party,
    }
    return first.model_copy(update=changes)


STATEMENTS = [
    statement(1, "One says yes.", "says yes", "ukraine"),
    statement(2, "Another says no, and waits.", "says no", "russia"),
    statement(3, "says no, and", "and", "ukraine"),
]


def test_the_pieces_are_the_whole_text() -> None:
    """Nothing is left out and nothing comes twice, also where passages overlap."""
    view = reader_view(TABLES, SourceText("x", TEXT, ""), STATEMENTS, MARKS)

    assert "".join(piece["text"] for piece in view["pieces"]) == TEXT
    assert [piece["ids"] for piece in view["pieces"]] == [[], ["t1"], [], ["t2"], ["t2", "t3"], ["t2"], []]


def test_a_passage_has_the_colour_of_its_side() -> None:
    """Where two sides are coded in one place both colours are known."""
    view = reader_view(TABLES, SourceText("x", TEXT, ""), STATEMENTS, MARKS)

    both = next(piece for piece in view["pieces"] if len(piece["ids"]) == 2)
    assert both["colours"] == [MARKS["russia"].colour, MARKS["ukraine"].colour]


def test_a_phrase_that_is_not_in_its_passage_is_not_marked() -> None:
    """A passage that cannot be verified is listed and never shown as evidence."""
    false = STATEMENTS[0].model_copy(update={"phrase": "says maybe"})
    view = reader_view(TABLES, SourceText("x", TEXT, ""), [false], MARKS)

    assert [piece["ids"] for piece in view["pieces"]] == [[]]
    assert view["cards"][0]["marked"] is False
    assert view["cards"][0]["passage"] is None


def test_without_a_text_there_are_only_cards() -> None:
    """The bundled dossier has no texts: all statements of a source, no piece of text."""
    source = TABLES.dossier.sources[0].id
    texts = source_texts(TABLES.dossier, dossier_folder("istanbul-2022") / "texts")
    own = [one for one in TABLES.dossier.statements if one.source == source]
    view = reader_view(TABLES, texts[source], own, MARKS)

    assert view["pieces"] == []
    assert len(view["cards"]) == len(own)
