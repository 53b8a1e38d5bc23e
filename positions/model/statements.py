"""One statement: who said what on which issue, when, where and how sure the coder was."""

from __future__ import annotations

from typing import Annotated, Literal, Self, get_args

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from positions.model.base import Record
from positions.model.fields import (
    LONGEST_TEXT,
    UNDATED,
    ApproxDate,
    Name,
    Phrase,
    SaidOn,
    Slug,
    Slugs,
    Step,
    Text,
    Value,
    WebAddress,
    value_ends,
)

Mode = Literal["official_text", "direct_quote", "reported_speech", "action", "attributed", "commentary"]
Confidence = Literal["high", "medium", "low"]
DateBasis = Literal["explicit", "inferred"]
Spread = Literal["said", "doubt"]
Status = Literal["proposed", "checked", "cleared"]
# Strongest first (codebook, section 3); only the first four can set a cell.
MODES: tuple[Mode, ...] = (
    "official_text",
    "direct_quote",
    "reported_speech",
    "action",
    "attributed",
    "commentary",
)
CELL_MODES = MODES[:4]
CONFIDENCES: tuple[Confidence, ...] = ("high", "medium", "low")
# The columns that hold one of a closed list of words.
CODES: dict[str, tuple[str, ...]] = {
    "mode": MODES,
    "confidence": CONFIDENCES,
    "date_basis": get_args(DateBasis),
    "spread": get_args(Spread),
    "status": get_args(Status),
}


class Reference(Record):
    """Where a statement stands: source id and the half-open span of characters in its text."""

    source: Slug
    start: int | None
    end: int | None


class Statement(Record):
    """One actor takes one position on one issue on one occasion, as one source reports it.

    `None` means unknown, never zero. Fields stand in the order of the columns of
    `statements.csv`.
    """

    id: Slug
    """Names the statement; used once."""
    source: Slug
    """Id of the source that reports it."""
    start: Annotated[int, Field(ge=0, le=LONGEST_TEXT)] | None = None
    """First character of the passage in the source text, counted from 0."""
    end: Annotated[int, Field(ge=1, le=LONGEST_TEXT)] | None = None
    """Character after the last of the passage."""
    party: Slug | None = None
    """The side that speaks; empty for commentary."""
    member: Slug | None = None
    """The member of a grouping that speaks; empty where members are not named."""
    speaker: Slug
    """Who speaks, as listed in dossier.yaml."""
    issue: Slug
    """The question that the statement takes a position on."""
    said_on: SaidOn
    """When it was said, as precisely as is known: a day, a month, a year, about one of them, a range, or
    undated. It counts from the last day that is meant; undated words count over the whole period."""
    date_basis: DateBasis
    """explicit when the source names the day for this statement, else inferred."""
    mode: Mode
    """How it reached the source; only the first four of the modes can set a cell."""
    about: Slugs = ()
    """Whom a claim or commentary describes; several sides are separated by semicolons."""
    step_low: Step | None = None
    """Lowest step of the issue's scale that the words cover; empty when they cover none."""
    step_high: Step | None = None
    """Highest step that the words cover; equal to step_low for a single step."""
    value: Value | None = None
    """On a numeric scale the number that the words name, as 12.5, or both ends of a range, as 10/20."""
    spread: Spread | None = None
    """Of a range: said if the words name all of it, doubt (also if empty) if the coder was unsure."""
    until: ApproxDate | None = None
    """Last day of a measure that is bounded in time; it never sets a cell alone, and none after that day."""
    summary: Text
    """Who says what, on which condition: one plain sentence in the coder's words."""
    condition: Text | None = None
    """What the position depends on."""
    phrase: Phrase | None = None
    """The words of the source that prove it, at most twelve."""
    phrase_at: WebAddress | None = None
    """At which further address of the source, one under also_at, they stand; empty for its own page."""
    confidence: Confidence
    """The coder's certainty about the placement; low alone makes a position weak."""
    coder: Name
    """Who found it: a, b, a+b when both codings have it, or audit for a later review."""
    note: Text | None = None
    """Why this step and not its neighbour, or what else a reader should know."""
    status: Status | None = None
    """How far it is on its way to being used: proposed, checked or cleared; empty where nobody says."""
    by: Name | None = None
    """Who proposed it."""
    checked_by: Name | None = None
    """Who checked or cleared it; another person where dossier.yaml asks for clearing."""

    @property
    def reference(self) -> Reference:
        """The source and span that prove the statement."""
        return Reference(source=self.source, start=self.start, end=self.end)

    @property
    def values(self) -> tuple[float, float] | None:
        """The numbers of `value` as they were written, twice the same for a single one."""
        return value_ends(self.value) if self.value else None

    @property
    def placed(self) -> bool:
        """Whether it names a step or a value."""
        return self.step_low is not None or self.value is not None

    @property
    def ranged(self) -> bool:
        """Whether it names several steps, or a range of values."""
        ends = self.values or (self.step_low, self.step_high)
        return ends[0] != ends[1]

    @property
    def day_inferred(self) -> bool:
        """Whether a day or another date is given that the source does not name; undated words have none."""
        return self.date_basis == "inferred" and self.said_on != UNDATED

    @model_validator(mode="after")
    def _ends_come_in_pairs(self) -> Self:
        for low, first, high, second in (
            ("start", self.start, "end", self.end),
            ("step_low", self.step_low, "step_high", self.step_high),
        ):
            if (first is None) != (second is None):
                raise PydanticCustomError("pair", "both {a} and {b}, or neither", {"a": low, "b": high})
        return self


STATEMENT_COLUMNS: tuple[str, ...] = tuple(Statement.model_fields)
# A file may leave these out; a column that is not there is empty in every row.
OPTIONAL_COLUMNS: tuple[str, ...] = tuple(
    name for name, field in Statement.model_fields.items() if not field.is_required() and name != "party"
)
# What each row says of a column that is not there at all; in one that is there, an empty cell is a fault.
COLUMN_DEFAULTS: dict[str, str] = {"date_basis": "inferred", "confidence": "medium", "coder": "a"}
