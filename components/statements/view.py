"""Statements as plain data for the component; every text is finished here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NotRequired, TypedDict

from components.theme import Mark
from positions.model.issues import Issue
from positions.model.sources import Source
from positions.model.statements import Statement
from positions.reading.source_texts import SourceText, passage
from positions.reading.text_checks import SEEN, check, seen_words
from positions.tables import Tables
from positions.text.citation import (
    citation,
    language_words,
    mode_words,
    outlet_words,
    said_words,
    sentence,
)
from positions.text.coder_differences import coded_facts
from positions.text.source_links import place_in, sentence_links
from positions.text.wording import (
    exact_words,
    joined,
    number_words,
    place_words,
    placed_words,
    published_words,
    quoted,
    said_on_words,
    step_words,
)

# How far each authority binds its side, beside a name and an office.
_AUTHORITY_WORDS: dict[str, str] = {
    "principal": "binds the side",
    "delegated": "speaks for the side",
    "adviser": "advises the side",
    "individual": "speaks for himself or herself",
    "commentator": "commentator",
}


class Card(TypedDict):
    """One statement, ready to draw: its words, who said them and where they stand, then the codes.

    `passage` is the text before, inside and after the phrase; `facts` and `codes` are pairs of name and
    value, `links` of words and address, `copies` of a button's label and the text that it copies. Where
    the page says it already, `issue` is empty.
    """

    id: str
    side: str
    colour: str | None
    shape: str | None
    number: str
    issue: str
    said: str
    phrase: str | None
    passage: list[str] | None
    summary: str
    who: str
    source: str
    span: str
    links: list[list[str]]
    translated: str | None
    facts: list[list[str]]
    codes: list[list[str]]
    copies: list[list[str]]
    marked: NotRequired[bool]


class CardGroup(TypedDict):
    """Cards under a heading and a note; both may be empty. `sets` marks those that set a cell."""

    title: str
    note: str
    cards: list[Card]
    sets: NotRequired[bool]


class CardPart(TypedDict):
    """Groups under one heading and note, in columns; `left` says what is left out, or ""."""

    title: str
    note: str
    columns: list[list[CardGroup]]
    left: str


View = CardGroup


def card_view(
    statement: Statement, tables: Tables, marks: dict[str, Mark], text: SourceText | None = None
) -> Card:
    """One statement; with a verified `text` its passage is shown around the phrase."""
    side = statement.member or statement.party
    shown = passage(statement, text) if text else None
    source = tables.sources[statement.source]
    place = place_in(statement, text) if text else None
    links = sentence_links(source, statement.phrase, place, statement.phrase_at)
    return {
        "id": statement.id,
        "side": tables.names[side] if side else "Commentary",
        "colour": marks[side].colour if side else None,
        "shape": marks[side].shape if side else None,
        "number": marks[side].number if side else "",
        "issue": tables.scales[statement.issue].name,
        "said": f"{said_words(statement)} · {mode_words(statement, source)}",
        "phrase": quoted(statement.phrase) if statement.phrase else None,
        "passage": [shown.before, shown.phrase, shown.after] if shown else None,
        "summary": statement.summary,
        "who": _who(statement, tables),
        "source": _source(source),
        "span": _span(statement),
        "links": [[words, address] for words, address in links],
        "translated": language_words(source) or None,
        "facts": [[name, value] for name, value in _facts(statement, tables) if value],
        "codes": [[name, value] for name, value in _codes(statement, tables, text) if value],
        "copies": [
            ["Copy citation", citation(statement, tables)],
            ["Copy as sentence", sentence(statement, tables)],
            *([["Copy link to the words", links[0][1]]] if links else []),
        ],
    }


def _who(statement: Statement, tables: Tables) -> str:
    speaker = tables.speaker_of(statement)
    office = (
        speaker.office if speaker.document else f"{speaker.office} · {_AUTHORITY_WORDS[speaker.authority]}"
    )
    return f"{speaker.name}, {office}"


def _source(source: Source) -> str:
    about = outlet_words(source)
    flag = f" ({about})" if about else ""
    return f"{source.custom.short_name}{flag}, {published_words(source)}"


def _span(statement: Statement) -> str:
    return f"characters {statement.start}–{statement.end}" if statement.start is not None else ""


def _facts(statement: Statement, tables: Tables) -> Iterable[tuple[str, str | None]]:
    yield "About", joined([tables.names[side] for side in statement.about]) or None
    yield "Condition", statement.condition
    yield "Holds until", said_on_words(statement.until) if statement.until else None


def _status(statement: Statement) -> str | None:
    """How far a statement is and by whom, as "cleared by B, proposed by A"; None where nobody says."""
    if statement.status in (None, "proposed"):
        return " by ".join(one for one in (statement.status, statement.by) if one) or None
    told = f"{statement.status} by {statement.checked_by}" if statement.checked_by else statement.status
    return f"{told}, proposed by {statement.by}" if statement.by else told


def _proof(statement: Statement, source: Source, text: SourceText | None) -> str | None:
    """Why the phrase is not verified, or where it was found; None where it is, or nothing is known of it."""
    if text is not None and text.text is not None:
        return check(statement, source, text).reason or None
    seen = seen_words(statement, source)
    return seen if seen in SEEN.values() else None


def _codes(statement: Statement, tables: Tables, text: SourceText | None) -> Iterable[tuple[str, str | None]]:
    yield "Placed at", _placement(statement, tables)
    yield "Confidence", statement.confidence if statement.placed else None
    yield "Proof", _proof(statement, tables.sources[statement.source], text)
    yield "Coder's note", statement.note
    yield "Status", _status(statement)
    yield from coded_facts(statement, tables)
    yield "Statement", statement.id


def _placement(statement: Statement, tables: Tables) -> str | None:
    issue = tables.scales[statement.issue]
    placed = issue.placement(statement)
    if placed is None:
        return None
    low, high = (_numbered(issue, place) for place in placed)
    unsure = "" if statement.spread == "said" else "; the coder was unsure between them"
    told = f"{low}, to {high}{unsure}" if statement.ranged else low
    rounded = any(number_words(one) != exact_words(one) for one in statement.values or ())
    return f"{told}; exactly {placed_words(statement)}" if rounded else told


def _numbered(issue: Issue, place: float) -> str:
    words = step_words(issue, place, place)
    return words if issue.numeric else f"{place_words(issue, place, place)}: {words}"
