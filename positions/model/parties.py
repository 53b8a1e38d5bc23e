"""Parties, their members, governments and speakers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

from pydantic import model_validator

from positions.model.base import Record
from positions.model.fields import ApproxDate, Name, Slug, Text, Weight, first_day, last_day

MemberKind = Literal["state", "movement", "community", "firm", "body"]
PartyKind = Literal["state", "movement", "community", "firm", "body", "grouping", "mediator", "reference"]
# The kinds that take part; mediators and reference texts stand beside them.
SIDE_KINDS: tuple[PartyKind, ...] = ("state", "movement", "community", "firm", "body", "grouping")
DocumentKind = Literal["draft", "shared"]
Authority = Literal["principal", "delegated", "adviser", "individual", "commentator"]
# Highest first. An adviser sets a cell only where neither of the others has spoken.
AUTHORITIES: tuple[Authority, ...] = ("principal", "delegated", "adviser", "individual", "commentator")
CELL_AUTHORITIES: tuple[Authority, ...] = ("principal", "delegated", "adviser")


class Government(Record):
    """A government that took office on a day; words of the one before it are no longer current."""

    since: ApproxDate
    name: Name


class Member(Record):
    """A state, movement, community or firm in a grouping, or a body: an alliance, a union, a joint letter.

    Bodies are not counted, all others are. `speaks_for` lists the counted members for which a body speaks;
    one without words of its own is named through it.
    """

    id: Slug
    name: Name
    in_sentence: Name | None = None
    kind: MemberKind = "state"
    speaks_for: tuple[Slug, ...] = ()
    aliases: tuple[Name, ...] = ()
    governments: tuple[Government, ...] = ()


class Salience(Record):
    """How much an issue weighs for a party, and the source that says so, if one does."""

    issue: Slug
    weight: Weight
    source: Slug | None = None


class Party(Record):
    """A side whose positions are compared; a grouping has positions only through its members.

    A grouping lists its own members, and among them or in `includes` ids of parties and of members that
    another grouping lists, so that one may stand alone and belong to several; `part_of` names the grouping
    of which it is a part. `apart` are the columns, members or parts, that can stand in a grouping's place,
    and do so at first from the day `apart_since` on.
    """

    id: Slug
    name: Name
    in_sentence: Name | None = None
    kind: PartyKind
    members: tuple[Member, ...] = ()
    part_of: Slug | None = None
    includes: tuple[Slug, ...] = ()
    apart: tuple[Slug, ...] = ()
    apart_since: ApproxDate | None = None
    aliases: tuple[Name, ...] = ()
    governments: tuple[Government, ...] = ()
    weights: tuple[Salience, ...] = ()
    note: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _ids_among_the_members(cls, value: Any) -> Any:
        """The members that are written as ids alone are included."""
        members = value.get("members") if isinstance(value, Mapping) else None
        if not isinstance(members, Sequence):
            return value
        ids = [one for one in members if isinstance(one, str)]
        if not ids:
            return value
        listed = [one for one in members if not isinstance(one, str)]
        return {**value, "members": listed, "includes": [*(value.get("includes") or ()), *ids]}

    @property
    def member_ids(self) -> tuple[str, ...]:
        """Ids of the members: the party's own, then those that it includes of others."""
        return (*(member.id for member in self.members), *self.includes)


class Office(Record):
    """An office that a speaker took on a day, with its authority and side where these changed too."""

    since: ApproxDate
    office: Name
    authority: Authority | None = None
    party: Slug | None = None
    member: Slug | None = None


class Side(NamedTuple):
    """For whom a speaker speaks, from `first` until `last`; None for a commentator's party."""

    party: str | None
    member: str | None
    first: dt.date
    last: dt.date


class Speaker(Record):
    """A person or institution that speaks, with office and the authority to bind its side.

    `short` is the family name, for cells; `aliases` are the spellings as printed in the sources.
    A commentator has no party. `document` marks one that is a text: a draft that was never in
    force, or a text shared with another side; neither sets its side's position alone. `offices` are those
    taken later: what stands above holds until the first of them.
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
    offices: tuple[Office, ...] = ()

    def when_saying(self, said_on: str) -> Speaker:
        """The speaker with the office, authority and side of the day from which words of a date count.

        An office that names a party names the side anew; without one the side stays. Undated words are
        of the first office.
        """
        if not self.offices:
            return self
        day, found = last_day(said_on), self
        for one in sorted(self.offices, key=lambda office: first_day(office.since)):
            if first_day(one.since) <= day:
                found = found._in(one)
        return found

    def sides_between(self, first: dt.date, last: dt.date) -> list[Side]:
        """The sides between two days, in their order, each with its own first and last day of these."""
        changes = sorted(day for one in self.offices if first < (day := first_day(one.since)) <= last)
        found: list[Side] = []
        for day in (first, *changes):
            held = self.when_saying(day.isoformat())
            if found and found[-1][:2] == (held.party, held.member):
                continue
            if found:
                found[-1] = found[-1]._replace(last=day - dt.timedelta(days=1))
            found.append(Side(held.party, held.member, day, last))
        return found

    def _in(self, office: Office) -> Speaker:
        changed = {"office": office.office, "authority": office.authority or self.authority}
        side = {"party": office.party, "member": office.member} if office.party or office.member else {}
        return self.model_copy(update=changed | side)
