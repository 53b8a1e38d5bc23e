"""The lines of a cell, and words that stand on no step, each with its own day and speaker."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from positions.analysis.position import Line
from positions.cell import MOST_LINES, Cell
from positions.tables import Tables
from positions.text.citation import source_head
from positions.text.stance import speaker_words
from positions.text.wording import age_words, bracketed, count_words, said_on_words


@dataclass(frozen=True)
class CellWords:
    """What a cell says, line by line; nothing is ever cut short.

    `title` is the point, `body` its condition or the members by step, `evidence` the day, speaker
    and sources of exactly these words, `others` what else is current, each with its own day and
    speaker, `notes` what a reader must know: how many spoke, age, doubt, weakness.
    """

    title: str
    body: tuple[str, ...]
    evidence: str
    others: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """All lines in the order in which they are read."""
        rest = (*self.body, self.evidence, *self.others, *self.notes)
        return (self.title, *(line for line in rest if line))

    def short(self, *, blank: bool) -> CellWords:
        """The words without what else is current, of a blank with the newest line: for short reports.

        Conditions, doubt and age stay; how many lines are left out is said.
        """
        body = self.body[:1] if blank else self.body
        left = len(self.body) - len(body) + len(self.others)
        more = (count_words(left, "more line"),) if left else ()
        notes = (one for one in self.notes if not blank or not one.endswith(_IN_EVIDENCE))
        return CellWords(self.title, body, self.evidence, (), (*notes, *more))


_IN_EVIDENCE = "more in the evidence"


def age_note(cell: Cell, day: dt.date, tables: Tables) -> str:
    """How old the words that lead are; and that nothing newer was found, of an adviser or draft either."""
    holders = cell.members if cell.grouped is not None else (cell.holder,)
    words = [one for holder in holders for one in tables.words.get((holder, cell.issue), ())]
    newer = any(day < one.day <= cell.as_of for one in words)
    return f"{age_words((cell.as_of - day).days)} old{'' if newer else ', nothing newer found'}"


def more_words(cell: Cell) -> str:
    """How many lines stand in the evidence alone."""
    return f"{len(cell.lines) - MOST_LINES} {_IN_EVIDENCE}"


def listed_words(cell: Cell, tables: Tables) -> CellWords:
    """Words on an issue without a scale: the newest of each speaker or member, up to three."""
    member, first = cell.lines[0]
    said = tables.by_id[first.statement]
    source = source_head(said.source, tables)
    name = tables.names.get(member, "")
    whose = f"{name}: " if name and not said.summary.startswith(name) else ""
    return CellWords(
        title=f"{whose}{said.summary}",
        body=(f"condition: {said.condition}",) if said.condition else (),
        evidence=f"{line_head(first, tables)} · {source}",
        others=tuple(line_words(line, tables, one) for one, line in cell.lines[1:MOST_LINES]),
        notes=(
            *((more_words(cell),) if len(cell.lines) > MOST_LINES else ()),
            *((age_note(cell, first.day, tables),) if cell.old else ()),
        ),
    )


def line_words(line: Line, tables: Tables, member: str) -> str:
    """A line with its member, day and speaker: "29 Mar 2022 · Peskov: …", with its condition."""
    said = tables.by_id[line.statement]
    whose = f"{tables.names[member]}, " if member else ""
    condition = f"condition: {said.condition}" if said.condition else ""
    return f"{whose}{line_head(line, tables)}: {bracketed(said.summary, condition)}"


def line_head(line: Line, tables: Tables) -> str:
    """Day and speaker of a line."""
    said = tables.by_id[line.statement]
    return f"{said_on_words(said.said_on)} · {speaker_words(tables, line.speaker)}"
