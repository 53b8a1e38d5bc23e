"""Numbered notes: every statement on which a shown cell rests, in reading order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from components.briefing.parts import Note
from positions.analysis.current import current_statements
from positions.text.citation import citation
from positions.models import Statement
from positions.selection import Selection
from positions.tables import Cell, Tables
from positions.text.wording import MODE_WORDS, published_words, quoted, said_on_words


@dataclass(frozen=True)
class Notes:
    """The notes in their order, and the numbers of each cell by holder and issue."""

    notes: tuple[Note, ...]
    numbers: Mapping[tuple[str, str], tuple[int, ...]]

    def of_statement(self, statement: str) -> Note | None:
        """The note of a statement by its id; None where no cell rests on it."""
        return next((note for note in self.notes if note.statement.id == statement), None)


def numbered_notes(tables: Tables, selection: Selection, cells: Sequence[Cell]) -> Notes:
    """Notes for the cells, numbered from 1 in their order; a statement has one number only.

    A position rests on its current statements, a grouping's on those of the members that count;
    a refusal, or words that are not placed, on the latest of them.
    """
    current = current_statements(tables.statements, selection.day, tables.dossier.window)
    behind = {(cell.holder, cell.issue): _behind(cell, current) for cell in cells}
    order = list(dict.fromkeys(one for ids in behind.values() for one in ids))
    number = {one: place for place, one in enumerate(order, start=1)}
    notes = tuple(_note(number[one], tables.by_id[one], tables) for one in order)
    return Notes(notes, {cell: tuple(number[one] for one in ids) for cell, ids in behind.items()})


def _behind(cell: Cell, current: pd.DataFrame) -> list[str]:
    """Ids of the statements behind a cell, newest first; none for a blank without words."""
    if not isinstance(cell.statement, str):
        return []
    if cell.state in ("stated", "stale"):
        mine = current[current["holder"].isin([cell.holder, *cell.named]) & (current["issue"] == cell.issue)]
        ids = list(mine["id"].iloc[::-1])
    else:
        ids = []
    return ids or [cell.statement]


def _note(number: int, statement: Statement, tables: Tables) -> Note:
    side = statement.member or statement.party
    speaker, source = tables.speakers[statement.speaker], tables.sources[statement.source]
    inferred = ", day inferred" if statement.date_basis == "inferred" else ""
    return Note(
        number=number,
        statement=statement,
        side=tables.names[side] if side else "Commentary",
        issue=tables.scales[statement.issue].name,
        who=f"{speaker.name}, {speaker.office}",
        said=f"{said_on_words(statement.said_on)}{inferred} · {MODE_WORDS[statement.mode]}",
        source=f"{source.custom.short_name}, {published_words(source)}",
        phrase=quoted(statement.phrase) if statement.phrase else "",
        condition=statement.condition or "",
        citation=citation(statement, tables),
    )
