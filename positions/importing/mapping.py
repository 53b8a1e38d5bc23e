"""What `mapping.yaml` says of a table: which column is what, and what its values mean."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from positions.model.base import Record
from positions.model.dossier import MissingKind
from positions.model.fields import GREATEST_NUMBER, VALUE_PLACES, Days, Label, Name, SaidOn, Slug, Step, Text
from positions.model.parties import Authority, MemberKind, PartyKind
from positions.model.sources import Source
from positions.model.statements import Confidence, Mode

Blank = Literal[MissingKind, "declined"]
MOST_WEIGHT = 100
THE_PARTY = "the party itself"
Weight = Annotated[Decimal, Field(ge=0, le=MOST_WEIGHT, allow_inf_nan=False)]
Number = Annotated[Decimal, Field(ge=-GREATEST_NUMBER, le=GREATEST_NUMBER, allow_inf_nan=False)]


class Columns(Record):
    """The heading of the column that holds each thing; what the table does not have is left out.

    In a wide table a heading may have `{issue}` or `{party}` in it: `"{issue} weight"` stands for a
    column of each issue.
    """

    party: Name | None = None
    """The side; as a pattern it is not needed, `value` says it."""
    member: Name | None = None
    """The member of a grouping; a party that has any becomes a grouping."""
    issue: Name | None = None
    """The question."""
    value: Name | None = None
    """Where the side stands, as a code or a number."""
    weight: Name | None = None
    """How much the issue counts for the side; 1 where nothing is written."""
    comment: Name | None = None
    """A remark, kept as the note of the statement."""
    speaker: Name | None = None
    """The person who speaks for the side."""
    office: Name | None = None
    """The office of that person."""
    authority: Name | None = None
    """principal, delegated, adviser, individual."""
    day: Name | None = None
    """When it was said."""
    source: Name | None = None
    """The id or the address of one of `sources`."""
    mode: Name | None = None
    """How it reached the source, in the codebook's words."""
    confidence: Name | None = None
    """high, medium or low."""
    coder: Name | None = None
    """Who coded it."""
    summary: Name | None = None
    """The statement as a sentence; made of side, value and issue where nothing is written."""
    condition: Name | None = None
    """What the position depends on."""
    phrase: Name | None = None
    """The words of the source that prove it."""
    start: Name | None = None
    """First character of the passage in the source text, counted from 0."""
    end: Name | None = None
    """Character after the last of the passage."""


class Ends(Record):
    """A scale of numbers: its ends, which belong to it, and what is counted."""

    low: Number
    high: Number
    unit: Name = "points"


class Values(Record):
    """What the values of an issue mean: codes that name steps, or numbers between two ends.

    `codes` gives each code its step, `labels` are the steps in words from 0 on. `reversed` turns the
    scale around, for an issue whose high values lie at the low end of the others.
    """

    codes: Annotated[dict[Name, Step], Field(min_length=1)] | None = None
    labels: Annotated[tuple[Label, ...], Field(min_length=2)] | None = None
    ends: Ends | None = None
    reversed: bool = False


class Missing(Record):
    """What a code says that is no value: which kind of blank, and the reason in the table's words."""

    blank: Blank
    reason: Name


class Defaults(Record):
    """What holds for every row where the table has no column for it, or nothing in it."""

    mode: Mode | None = None
    confidence: Confidence | None = None
    coder: Name | None = None
    day: SaidOn | None = None
    """A day, month, year or range, or undated."""
    authority: Authority = "principal"
    office: Name = THE_PARTY
    """Where the table has a column of speakers, the office of the persons it names."""


class TableParty(Record):
    """A party of the table under another id, name or kind than the table and `party_kind` give it."""

    as_written: Text
    id: Slug | None = None
    name: Name | None = None
    in_sentence: Name | None = None
    kind: PartyKind | None = None
    note: Text | None = None


class TableIssue(Record):
    """An issue of the table under another id, name, scale or weight than the table gives it."""

    as_written: Text
    id: Slug | None = None
    name: Name | None = None
    in_sentence: Name | None = None
    question: Name | None = None
    rule: Text | None = None
    core: bool = False
    values: Values | None = None
    weight: Weight | None = None


class TableMapping(Record):
    """How a table becomes a dossier. Nothing is guessed: what is not said here is not read."""

    id: Slug
    """Id of the dossier that is made."""
    title: Name
    question: Name
    licence: Name
    low_end: Name
    """What the low end of the scales means, in words."""
    high_end: Name
    """What the high end means."""
    shape: Literal["long", "wide"]
    """long: a row for each statement. wide: a row for each party or for each issue."""
    header_lines: Annotated[int, Field(ge=1, le=2)] = 1
    """Of two lines the headings are joined as "first / second"; an empty first one is that of its left."""
    sheet: Name | None = None
    """Of a workbook with several sheets, the one to read."""
    sql: Text | None = None
    """Of a database (SQLite), the SELECT that gives the table."""
    columns: Columns
    ignored: tuple[Name, ...] = ()
    """Headings of a wide table that are no party and no issue."""
    only: dict[Name, tuple[str, ...]] = Field(default_factory=dict)
    """By heading the values of which a row must have one; other rows are left out and counted."""
    values: Values | None = None
    """What values mean, for every issue that does not say it for itself."""
    missing: dict[str, Missing] = Field(default_factory=dict)
    """Codes that are no value. An empty cell is "not stated" unless "" stands here."""
    decimal_comma: bool = False
    """Whether 7,25 is a number."""
    decimals: Annotated[int, Field(ge=0, le=VALUE_PLACES)] | None = None
    """To how many digits after the point a longer number is rounded; its note keeps what the table says."""
    day_format: Name | None = None
    """How days are written, as "%d.%m.%Y"; without it as in any table, and what has two readings is asked."""
    defaults: Defaults = Defaults()
    party_kind: PartyKind
    member_kind: MemberKind = "state"
    parties: tuple[TableParty, ...] = ()
    issues: tuple[TableIssue, ...] = ()
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    """Where the table is from, in CSL-JSON; the first holds for rows that name none."""
    naming_note: Text = "Names stand as the table writes them."
    notice: Name | None = None
    limits: tuple[Text, ...] = ()
    window: Annotated[int, Field(ge=0)] | None = None
    stale_after: Days | None = None


def values_of(mapping: TableMapping, issue: str) -> Values | None:
    """What values mean on an issue, as the table writes it: its own, else those of all."""
    named = next((one for one in mapping.issues if one.as_written == issue), None)
    return (named and named.values) or mapping.values
