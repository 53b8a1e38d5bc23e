"""Parties, their members, governments and speakers."""

from __future__ import annotations

from typing import Literal

from positions.model.base import Record
from positions.model.fields import ApproxDate, Name, Slug, Text, Weight

PartyKind = Literal["state", "grouping", "mediator", "reference"]
MemberKind = Literal["state", "body"]
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
    """A state inside a grouping, or a body: an alliance, a union, a coalition, a joint letter.

    Only states are counted. `speaks_for` lists the states of the dossier for which a body speaks;
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

    A grouping lists its own members, and `includes` ids of members that another grouping lists, so
    that one may belong to several; `part_of` names the grouping of which it is a part. `apart` are the
    columns, members or parts, that can stand in a grouping's place, and do so at first from the day
    `apart_since` on.
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
