"""The parts of a briefing as frozen records: head, matrix, notes, codebook; every text is finished."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from components.theme import Look, Mark
from positions.model.issues import Issue
from positions.model.sources import Source
from positions.model.statements import Statement
from positions.text.cell_lines import CellWords
from positions.text.gaps import WidestWords
from positions.text.wording import day_words


@dataclass(frozen=True)
class Head:
    """What stands above and below everything that is exported: the three lines of the view.

    `title` is the finding, `measure` the grey line under it, `footer` the source line under every
    output, which begins with `handling`, "" where nothing is said of it; `since` the earlier of two
    compared days, if any.
    """

    dossier: str
    subject: str
    question: str
    title: str
    measure: str
    as_of: dt.date
    since: dt.date | None
    footer: str
    data_version: str
    licence: str
    handling: str

    @property
    def remarks(self) -> str:
        """What stands in the properties of a file: handling, day, data version and licence."""
        known = f"As of {self.as_of_words}, data {self.data_version}, {self.licence}"
        return f"{self.handling}. {known}" if self.handling else known

    @property
    def as_of_words(self) -> str:
        """The as-of day as "5 Apr 2022"."""
        return day_words(self.as_of)


@dataclass(frozen=True)
class Column:
    """A column that is compared. `of` is the name of a member's grouping, `under` says what it is made of."""

    holder: str
    name: str
    kind: str
    of: str
    under: str
    mark: Mark


@dataclass(frozen=True)
class CellText:
    """A cell of the matrix in words, with its look, its strip and the numbers of its notes.

    `state` is a key of `positions.cell.STATES`, `words` are those of `positions.text.cell.cell_words`,
    `tight` are the same for where there is little room, `marked` for where there is the least, `strip`
    those of `components.figures.strip.strip_of`, `members` of a grouping one line each, `notes` the
    numbers of its notes, `paper` those that the full dossier has for them.
    """

    holder: str
    issue: str
    state: str
    blank: bool
    words: CellWords
    look: Look
    strip: tuple[str, ...]
    tight: CellWords
    marked: CellWords
    members: tuple[str, ...]
    notes: tuple[int, ...]
    paper: tuple[int, ...]


@dataclass(frozen=True)
class IssueRow:
    """A row of the matrix: the issue, a cell per column, the widest gap."""

    issue: Issue
    cells: tuple[CellText, ...]
    gap: WidestWords


@dataclass(frozen=True)
class Legend:
    """What strips and looks mean: only those that the matrix uses, each with its words.

    `ends` says what lies left and right on every strip.
    """

    ends: str
    strips: tuple[tuple[str, str], ...]
    looks: tuple[tuple[str, Look], ...]


@dataclass(frozen=True)
class Matrix:
    """Issues by sides, in the order of the selection."""

    columns: tuple[Column, ...]
    rows: tuple[IssueRow, ...]
    legend: Legend


@dataclass(frozen=True)
class Note:
    """A numbered statement: the full citation, and its parts for layouts that set them apart."""

    number: int
    statement: Statement
    side: str
    issue: str
    who: str
    said: str
    source: str
    phrase: str
    condition: str
    citation: str


@dataclass(frozen=True)
class Grid:
    """A plain table in words: heads, and rows of as many texts."""

    heads: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]


@dataclass(frozen=True)
class Codebook:
    """What a reader needs to check the coding of the issues shown; each has question, rule and scale.

    `sources` are those behind what is shown.
    """

    issues: tuple[Issue, ...]
    low_end: str
    high_end: str
    premises: tuple[str, ...]
    limits: tuple[str, ...]
    naming_note: str
    sources: tuple[Source, ...]


def fields(record: object, *names: str) -> dict[str, Any]:
    """Some fields of a record by name."""
    return {name: getattr(record, name) for name in names}
