"""Numbered notes: every statement that a cell shows, under the number that the view gives it."""

from __future__ import annotations

from components.briefing.parts import Note
from positions.model.statements import Statement
from positions.tables import Tables
from positions.text.citation import citation, mode_words
from positions.text.wording import published_words, quoted, said_on_words
from positions.view import View


def numbered_notes(view: View) -> tuple[Note, ...]:
    """The notes in the order of their numbers."""
    tables = view.tables
    return tuple(_note(number, tables.by_id[one], tables) for one, number in view.numbers.items())


def _note(number: int, statement: Statement, tables: Tables) -> Note:
    side = statement.member or statement.party
    speaker, source = tables.speaker_of(statement), tables.sources[statement.source]
    inferred = ", day inferred" if statement.date_basis == "inferred" else ""
    return Note(
        number=number,
        statement=statement,
        side=tables.names[side] if side else "Commentary",
        issue=tables.scales[statement.issue].name,
        who=f"{speaker.name}, {speaker.office}",
        said=f"{said_on_words(statement.said_on)}{inferred} · {mode_words(statement, source)}",
        source=f"{source.custom.short_name}, {published_words(source)}",
        phrase=quoted(statement.phrase) if statement.phrase else "",
        condition=statement.condition or "",
        citation=citation(statement, tables),
    )
