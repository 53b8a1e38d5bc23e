"""A numbered note as plain text, whole: who, when, words, condition, source."""

from __future__ import annotations

from collections.abc import Iterable

from components.briefing.content import Briefing
from components.briefing.parts import CellText, Note


def note_text(note: Note) -> str:
    """One line with everything that a citation needs; the condition is part of it."""
    condition = f" Condition: {note.condition}." if note.condition else ""
    phrase = f" {note.phrase}." if note.phrase else ""
    return (
        f"{note.number}. {note.who} ({note.side} on {note.issue}), {note.said}.{phrase} "
        f"{note.statement.summary}{condition} Source: {note.source}; statement {note.statement.id}."
    )


def notes_of(briefing: Briefing, cells: Iterable[CellText]) -> list[Note]:
    """The notes that these cells name, each once, in order of their numbers."""
    wanted = {number for cell in cells for number in cell.notes}
    return [note for note in briefing.notes if note.number in wanted]
