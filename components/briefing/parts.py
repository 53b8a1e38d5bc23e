"""The parts of a briefing as frozen records: head, matrix, notes, codebook; every text is finished."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from components.theme import Mark
from positions.csl import Source
from positions.models import Issue, Statement
from positions.text.wording import day_words


@dataclass(frozen=True)
class Head:
    """What stands above and below everything that is handed out.

    `title` is the generated sentence of the gaps, `evidence` says what the view rests on,
    `footer` is the line under every output, `since` the earlier of two compared days, if any.
    """

    dossier: str
    subject: str
    question: str
    title: str
    evidence: str
    as_of: dt.date
    since: dt.date | None
    footer: str
    data_version: str
    licence: str

    @property
    def as_of_words(self) -> str:
        """The as-of day as "5 Apr 2022"."""
        return day_words(self.as_of)


@dataclass(frozen=True)
class Column:
    """A side that is compared. `of` is the name of a member's grouping, `members` a grouping's size."""

    holder: str
    name: str
    kind: str
    of: str
    members: int
    mark: Mark


@dataclass(frozen=True)
class CellText:
    """A cell of the matrix in words, with its tint, if it has one, and the numbers of its notes.

    `state` is a key of `positions.tables.STATES`; detail and evidence may be empty; `thin`
    says that fewer than half of a grouping's members hold the position.
    """

    holder: str
    issue: str
    state: str
    title: str
    detail: str
    evidence: str
    tint: str | None
    thin: bool
    notes: tuple[int, ...]

    @property
    def blank(self) -> bool:
        """Whether the cell says why there is no position."""
        return self.state not in ("stated", "stale")


@dataclass(frozen=True)
class GapText:
    """The widest gap of an issue in words; `segments` is 0 and `pairs` empty where there is none.

    `filled` of the `segments` of a bar are black. Words hold the interval where all pairs share one.
    """

    words: str
    pairs: tuple[str, ...]
    segments: int
    filled: float


@dataclass(frozen=True)
class IssueRow:
    """A row of the matrix: the issue, a cell per column, the widest gap."""

    issue: Issue
    cells: tuple[CellText, ...]
    gap: GapText


@dataclass(frozen=True)
class Legend:
    """What the tints and the looks of cells mean: only what the matrix uses.

    `blanks` pairs a state with its words; `thin` and `stale` say that such cells are there.
    """

    low: str
    high: str
    tints: tuple[str, ...]
    blanks: tuple[tuple[str, str], ...]
    thin: bool
    stale: bool


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
    """What a reader needs to check the coding of the issues shown; each has question, rule and scale."""

    issues: tuple[Issue, ...]
    low_end: str
    high_end: str
    premises: tuple[str, ...]
    limits: tuple[str, ...]
    naming_note: str
    sources: tuple[Source, ...]
