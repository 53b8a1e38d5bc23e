"""A dossier: what its three files hold, and nothing else.

A record says what was written. What follows from it (who stands where) is computed in
`positions.analysis` and never stored.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from positions.model.base import Record
from positions.model.fields import MOST_DAYS, ApproxDate, Count, Days, Name, SaidOn, Slug, Text
from positions.model.handling import Handling
from positions.model.issues import Issue
from positions.model.parties import Member, Party, Speaker
from positions.model.sources import Source
from positions.model.statements import Statement

Omission = Literal["nothing", "low_confidence", "reported_speech", "delegated_speakers"]
Window = Literal["as_coded", "half", "double", "ten_years"]


class Variants(Record):
    """Every coding with every omission and every window.

    The kept coding, nothing left out and the window as coded are always among them, and come first.
    """

    codings: tuple[Name, ...] | None = None
    """Coders whose codings are tried beside the kept one; all that stand beside the dossier if left out."""
    without: tuple[Omission, ...] = ("low_confidence", "reported_speech", "delegated_speakers")
    """What is left out in turn."""
    windows: tuple[Window, ...] = ("half", "double", "ten_years")
    """For how long words count beside newer ones, in place of the dossier's `window`."""


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


class LookedFor(Record):
    """How often statements of a side were looked for in a quarter or a year, and how many were found."""

    party: Slug
    member: Slug | None = None
    issue: Slug | None = None
    quarter: Annotated[str, Field(pattern=r"^[0-9]{4}(-Q[1-4])?$")]
    searches: Annotated[Count, Field(ge=1)]
    found: Count


MissingKind = Literal["not_stated", "not_researched", "does_not_know", "not_applicable"]


class LeftOut(Record):
    """A record that the coders had before them and did not enter, and why.

    With `blank` it is a missing code of a table: where nothing else is found, the cell of the party, or of
    its `member`, is a blank of this kind from the day on which `source` was published, and says why.
    """

    record: Slug
    party: Slug
    member: Slug | None = None
    issue: Slug
    said_on: SaidOn
    why: Text
    blank: MissingKind | None = None
    source: Slug | None = None
    note: Text | None = None


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
    window: Annotated[int, Field(ge=0, le=MOST_DAYS)] = 45
    stale_after: Days = 365
    clearing: bool = False
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
    looked_for: tuple[LookedFor, ...] = ()
    compared: Comparison | None = None
    variants: Variants = Variants()
    handling: Handling | None = None

    @model_validator(mode="before")
    @classmethod
    def _one_record_of_each_actor(cls, value: Any) -> Any:
        """A member that an earlier party or member of the same id says all of is included by its id."""
        parties = value.get("parties") if isinstance(value, Mapping) else None
        if not isinstance(parties, list) or not all(isinstance(one, Mapping) for one in parties):
            return value
        return {**value, "parties": list(_without_repeats(parties))}

    @property
    def holders(self) -> tuple[Party | Member, ...]:
        """All parties and members, each grouping followed by its own members."""
        found: list[Party | Member] = []
        for party in self.parties:
            found += [party, *party.members]
        return tuple(found)


def _without_repeats(parties: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    known = [one for one in parties if one.get("kind") != "grouping"]
    for party in parties:
        members = party.get("members")
        if not isinstance(members, list):
            yield party
            continue
        yield {**party, "members": [_id_if_known(one, known) for one in members]}
        known += [one for one in members if isinstance(one, Mapping)]


def _id_if_known(member: object, known: Sequence[Mapping[str, Any]]) -> object:
    """The id of a member of which a known record says the same and perhaps more; else the member."""
    if isinstance(member, Mapping) and any(member.items() <= one.items() for one in known):
        return member.get("id", member)
    return member


class KeptColumn(Record):
    """A column of the statements that nothing here knows: its head, and its cells by the statement's id."""

    name: Name
    cells: dict[Slug, Text]


class Dossier(Description):
    """One negotiation: parties, issues, sources and statements, checked against each other."""

    sources: tuple[Source, ...] = ()
    statements: tuple[Statement, ...] = ()
    kept: Annotated[tuple[KeptColumn, ...], Field(exclude_if=lambda columns: not columns)] = ()
    data_version: str
