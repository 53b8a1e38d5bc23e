"""One cell of the matrix in words: title, detail and the small line of evidence beneath."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan

from positions.standing import Cell, Tables
from positions.wording import (
    STALE,
    STATE_WORDS,
    age_words,
    count_words,
    joined,
    range_words,
    said_on_words,
    step_words,
)


@dataclass(frozen=True)
class CellWords:
    """What a cell says; `detail` and `evidence` may be empty, and nothing is ever cut short."""

    title: str
    detail: str
    evidence: str


def cell_words(cell: Cell, tables: Tables) -> CellWords:
    """The words of one row of `positions.standing.standing`, a Cell."""
    if cell.state in ("stated", "stale"):
        return _unscaled(cell, tables) if isnan(cell.point) else _placed(cell, tables)
    if cell.state in ("declined", "ambiguous", "text_only"):
        return CellWords(
            STATE_WORDS[cell.state], tables.by_id[cell.statement].summary, _evidence(cell, tables)
        )
    looked = f"looked in {count_words(cell.looked_in, 'source')}" if cell.state == "not_stated" else ""
    return CellWords(STATE_WORDS[cell.state], looked, "")


def _placed(cell: Cell, tables: Tables) -> CellWords:
    """A position: its step; the range of what was stated; the condition of the statement behind it.

    For a grouping that is the newest member's, with the member's name.
    """
    issue = tables.scales[cell.issue]
    spoken = tables.by_id[cell.statement]
    whose = f"{tables.names[spoken.member]}: " if cell.members and spoken.member else ""
    condition = f"{whose}{spoken.condition}" if spoken.condition else None
    parts = (condition, range_words(issue, cell.stand, (cell.low, cell.high)))
    detail = "; ".join(part for part in parts if part)
    return CellWords(step_words(issue, cell.stand), detail, _evidence(cell, tables))


def _unscaled(cell: Cell, tables: Tables) -> CellWords:
    """Words on an issue without a scale: who spoke last, and what was said."""
    spoken = tables.by_id[cell.statement]
    speaker = tables.names[spoken.speaker]
    title = f"{tables.names[spoken.member]}, {speaker}" if cell.members and spoken.member else speaker
    return CellWords(title, spoken.summary, _evidence(cell, tables, speaker=False))


def _evidence(cell: Cell, tables: Tables, *, speaker: bool = True) -> str:
    spoken = tables.by_id[cell.statement]
    stale = stale_words(cell) if cell.state == "stale" else None
    parts = (
        members_words(cell, tables) if cell.members else None,
        said_on_words(spoken.said_on),
        speaker_words(tables, spoken.speaker) if speaker and not cell.members else None,
        count_words(cell.statements, "statement") if not speaker else None,
        count_words(cell.sources, "source"),
        stale,
    )
    return " · ".join(part for part in parts if part)


def stale_words(cell: Cell) -> str:
    """Why an old position is not counted: its age, or the government that said it has left office."""
    if cell.former:
        return f"{age_words(cell.age)} old, by a former government, not counted"
    return f"{age_words(cell.age)} old, not counted"


def speaker_words(tables: Tables, speaker: str) -> str:
    """The family name of a person, the full name of an institution."""
    return tables.speakers[speaker].short or tables.speakers[speaker].name


def members_words(cell: Cell, tables: Tables) -> str:
    """Which members a grouping's cell rests on: "2 of 8 members: France and Germany"."""
    names = joined([tables.names[member] for member in cell.named])
    return f"{len(cell.named)} of {cell.members} members: {names}"


def holder_words(cell: Cell) -> str:
    """The name of a party; a grouping never without how many of its members hold the position."""
    return f"{cell.name} ({len(cell.named)} of {cell.members})" if cell.members else cell.name


def blank_words(cell: Cell) -> str:
    """Why a cell has no place on its scale, in lower case."""
    return STATE_WORDS.get(cell.state, STALE).lower()
