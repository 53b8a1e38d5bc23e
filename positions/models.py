"""The records of a dossier: what a person may write into its three files, and nothing else.

A record says what was written. What follows from it (who stands where) is computed in
`positions.analysis` and never stored.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from positions.csl import Source
from positions.fields import (
    ApproxDate,
    Label,
    Name,
    Phrase,
    Slug,
    Slugs,
    Step,
    Text,
)
from positions.record import Record

PartyKind = Literal["state", "grouping", "mediator", "reference"]
MemberKind = Literal["state", "body"]
Authority = Literal["principal", "delegated", "adviser", "individual", "commentator"]
Mode = Literal["official_text", "direct_quote", "reported_speech", "action", "attributed", "commentary"]
DocumentKind = Literal["draft", "shared"]
Confidence = Literal["high", "medium", "low"]
DateBasis = Literal["explicit", "inferred"]
Spread = Literal["said", "doubt"]

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
# Highest first. An adviser sets a cell only where neither of the others has spoken.
AUTHORITIES: tuple[Authority, ...] = ("principal", "delegated", "adviser", "individual", "commentator")
CELL_AUTHORITIES: tuple[Authority, ...] = ("principal", "delegated", "adviser")


class Government(Record):
    """A government that took office on a day; words of the one before it are no longer current."""

    since: ApproxDate
    name: Name


class Member(Record):
    """A state inside a grouping, or a body: an alliance, a union, a coalition, a joint letter.

    Only states are counted. `speaks_for` lists the states of the dossier for which a body speaks;
    one without words of its own is named through it.
    """

    id: Slug
    name: Name
    kind: MemberKind = "state"
    speaks_for: tuple[Slug, ...] = ()
    aliases: tuple[Name, ...] = ()
    governments: tuple[Government, ...] = ()


class Party(Record):
    """A side whose positions are compared; a grouping has positions only through its members.

    A grouping lists its own members, and `includes` ids of members that another grouping lists, so
    that one may belong to several; `part_of` names the grouping of which it is a part. `apart` are the
    columns, members or parts, that can stand in a grouping's place, and do so at first from the day
    `apart_since` on.
    """

    id: Slug
    name: Name
    kind: PartyKind
    members: tuple[Member, ...] = ()
    part_of: Slug | None = None
    includes: tuple[Slug, ...] = ()
    apart: tuple[Slug, ...] = ()
    apart_since: ApproxDate | None = None
    aliases: tuple[Name, ...] = ()
    governments: tuple[Government, ...] = ()
    note: Text | None = None

    @property
    def member_ids(self) -> tuple[str, ...]:
        """Ids of the members: the party's own, then those that it includes of others."""
        return (*(member.id for member in self.members), *self.includes)


class Speaker(Record):
    """A person or institution that speaks, with office and the authority to bind its side.

    `short` is the family name, for cells; `aliases` are the spellings as printed in the sources.
    A commentator has no party. `document` marks one that is a text: a draft that was never in
    force, or a text shared with another side; neither sets its side's position alone.
    """

    id: Slug
    name: Name
    short: Name | None = None
    office: Name
    authority: Authority
    party: Slug | None = None
    member: Slug | None = None
    aliases: tuple[Name, ...] = ()
    document: DocumentKind | None = None


class ScaleStep(Record):
    """One distinguishable outcome on an issue: a label of at most nine words, and its rule."""

    step: Step
    label: Label
    short: Label
    rule: Text


class Issue(Record):
    """A question that is compared; without a scale its statements are shown but not measured."""

    id: Slug
    name: Name
    in_sentence: Name | None = None
    question: Name
    rule: Text
    core: bool = False
    scale: tuple[ScaleStep, ...] = ()
    not_applicable: tuple[Slug, ...] = ()


class Event(Record):
    """A round, meeting, call or measure that a source names; without a day where none is printed."""

    id: Slug
    name: Name
    day: ApproxDate | None = None
    place: Name | None = None
    sources: Annotated[tuple[Slug, ...], Field(min_length=1)]


class Searched(Record):
    """What was looked for in a source; parties or issues left out mean all of the dossier's."""

    source: Slug
    parties: tuple[Slug, ...] | None = None
    issues: tuple[Slug, ...] | None = None


class Period(Record):
    """First and last day that the dossier covers, both included."""

    first: ApproxDate
    last: ApproxDate


class Stretch(Period):
    """A named part of the period that a reader can turn to, such as a round of talks."""

    id: Slug
    name: Name


class LeftOut(Record):
    """A record that the coders had before them and did not enter, and why."""

    record: Slug
    party: Slug
    issue: Slug
    said_on: ApproxDate
    why: Text


class Difference(Record):
    """A cell in which another dossier says something else on the compared day, and why."""

    holder: Slug
    issue: Slug
    why: Text


class Comparison(Record):
    """Another bundled dossier that covers the same days, and where the two differ on one of them."""

    dossier: Slug
    day: ApproxDate
    differences: tuple[Difference, ...] = ()


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
    start: Annotated[int, Field(ge=0)] | None = None
    """First character of the passage in the source text, counted from 0."""
    end: Annotated[int, Field(ge=1)] | None = None
    """Character after the last of the passage."""
    party: Slug | None = None
    """The side that speaks; empty for commentary."""
    member: Slug | None = None
    """The member of a grouping that speaks; empty where members are not named."""
    speaker: Slug
    """Who speaks, as listed in dossier.yaml."""
    issue: Slug
    """The question that the statement takes a position on."""
    said_on: ApproxDate
    """Day it was said, or the month when the day is unknown; a month counts from its end."""
    date_basis: DateBasis
    """explicit when the source names the day for this statement, else inferred."""
    mode: Mode
    """How it reached the source; only the first four of the modes can set a cell."""
    about: Slugs = ()
    """Whom a claim or commentary describes; several sides are parted by semicolons."""
    step_low: Step | None = None
    """Lowest step of the issue's scale that the words cover; empty when they cover none."""
    step_high: Step | None = None
    """Highest step that the words cover; equal to step_low for a single step."""
    spread: Spread | None = None
    """Of a range of steps: said if the words name them all, doubt (also if empty) if the coder was unsure."""
    until: ApproxDate | None = None
    """Last day of a measure that is bounded in time; it never sets a cell alone, and none after that day."""
    summary: Text
    """Who says what, on which condition: one plain sentence in the coder's words."""
    condition: Text | None = None
    """What the position depends on."""
    phrase: Phrase | None = None
    """The words of the source that prove it, at most twelve."""
    confidence: Confidence
    """The coder's certainty about the placement; low alone makes a position weak."""
    coder: Name
    """Who found it: a, b, a+b when both codings have it, or audit for a later review."""
    note: Text | None = None
    """Why this step and not its neighbour, or what else a reader should know."""

    @property
    def reference(self) -> Reference:
        """The source and span that prove the statement."""
        return Reference(source=self.source, start=self.start, end=self.end)

    @model_validator(mode="after")
    def _ends_come_in_pairs(self) -> Self:
        for low, high in (("start", "end"), ("step_low", "step_high")):
            first, second = getattr(self, low), getattr(self, high)
            if (first is None) != (second is None):
                raise PydanticCustomError("pair", "both {a} and {b}, or neither", {"a": low, "b": high})
        return self


STATEMENT_COLUMNS: tuple[str, ...] = tuple(Statement.model_fields)
# A file may leave these out; a column that is not there is empty in every row.
OPTIONAL_COLUMNS: tuple[str, ...] = tuple(
    name for name, field in Statement.model_fields.items() if not field.is_required() and name != "party"
)


class Description(Record):
    """What `dossier.yaml` holds: everything of a dossier but its sources and statements."""

    id: Slug
    title: Name
    question: Name
    period: Period
    naming_note: Text
    licence: Name
    low_end: Name
    high_end: Name
    window: Annotated[int, Field(ge=0)] = 45
    stale_after: Annotated[int, Field(ge=1)] = 365
    parties: Annotated[tuple[Party, ...], Field(min_length=1)]
    speakers: tuple[Speaker, ...] = ()
    events: tuple[Event, ...] = ()
    issues: Annotated[tuple[Issue, ...], Field(min_length=1)]
    searched: tuple[Searched, ...] = ()
    refusals: tuple[Slug, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    notice: Name | None = None
    limits: tuple[Text, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    compared: Comparison | None = None

    @property
    def holders(self) -> tuple[Party | Member, ...]:
        """All parties and members, each grouping followed by its own members."""
        found: list[Party | Member] = []
        for party in self.parties:
            found += [party, *party.members]
        return tuple(found)


class Dossier(Description):
    """One negotiation: parties, issues, sources and statements, checked against each other."""

    sources: tuple[Source, ...] = ()
    statements: tuple[Statement, ...] = ()
    data_version: str
