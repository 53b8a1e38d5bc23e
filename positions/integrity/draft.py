"""The records of a dossier before they are held against each other, with their lines."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from positions.integrity.references import Anything, References, names_by_list
from positions.model.choices import one_of
from positions.model.dossier import Description
from positions.model.errors import Finding
from positions.model.fields import first_day, last_day
from positions.model.issues import Issue, ScaleStep
from positions.model.parties import Party, Speaker
from positions.model.sources import Source
from positions.model.statements import Statement
from positions.reading.expectations import dotted
from positions.reading.located import Located, Path_

RecordT = TypeVar("RecordT", Source, Statement)


@dataclass
class Draft:
    """The records with a stand-in at each place that is faulty, with the lines they stand on.

    Keys of `sources` and `statements` are places in the file's list. The value of `listed` or
    `rows` is None when the file could not be read. `unsure` are the places in dossier.yaml that hold
    a stand-in, `unsure_sources` and `unsure_statements` the fields by record. `elsewhere` are ids of
    records that are written down and belong to no sound one, by the name of their list.
    """

    described: Located
    listed: Located
    rows: Located
    description: Description | None
    sources: dict[int, Source] = field(default_factory=dict)
    statements: dict[int, Statement] = field(default_factory=dict)
    unsure: frozenset[Path_] = frozenset()
    unsure_sources: dict[int, frozenset[str]] = field(default_factory=dict)
    unsure_statements: dict[int, frozenset[str]] = field(default_factory=dict)
    elsewhere: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def stated(self, *fields: str) -> Iterable[tuple[int, Statement]]:
        """The statements, by place, of which these fields are as they were written, or empty."""
        return _of_which_sure(self.statements, self.unsure_statements, fields)

    def listed_sources(self, *fields: str) -> Iterable[tuple[int, Source]]:
        """The same of the sources."""
        return _of_which_sure(self.sources, self.unsure_sources, fields)

    def is_sure(self, *path: str | int) -> bool:
        """Whether all that stands at that place of dossier.yaml, or around it, is as it was written."""
        return not any(one[: len(path)] == path or path[: len(one)] == one for one in self.unsure)

    @cached_property
    def muted(self) -> frozenset[tuple[int | None, str]]:
        """Line and field of each stand-in in dossier.yaml, or of the list that it was taken out of."""
        places = {path[:-1] if isinstance(path[-1], int) else path for path in self.unsure if path}
        return frozenset((self.described.line(path), dotted(path)) for path in places)

    def _ids(self, name: str, ids: Collection[str]) -> frozenset[str]:
        """The ids of a list and those elsewhere; anything if the list itself could not be read."""
        return Anything() if (name,) in self.unsure else self.elsewhere.get(name, frozenset()) | set(ids)

    @cached_property
    def party_ids(self) -> frozenset[str]:
        """What may be named as a party."""
        return self._ids("parties", self.parties)

    @cached_property
    def issue_ids(self) -> frozenset[str]:
        """What may be named as an issue."""
        return self._ids("issues", self.issues)

    @cached_property
    def speaker_ids(self) -> frozenset[str]:
        """What may be named as a speaker."""
        return self._ids("speakers", self.speakers)

    @cached_property
    def member_ids(self) -> frozenset[str]:
        """What may be named as a member."""
        own = self.own_member_ids
        return own if isinstance(own, Anything) else own | self.in_groupings

    @cached_property
    def own_member_ids(self) -> frozenset[str]:
        """What may be one of the members that groupings list themselves."""
        lists = {path[-1] for path in self.unsure if len(path) in (1, 3) and path[0] == "parties"}
        if lists & {"parties", "members", "includes"}:
            return Anything()
        return self.elsewhere.get("members", frozenset()) | set(self.members)

    @cached_property
    def side_ids(self) -> frozenset[str]:
        """What may be named as a party or as a member."""
        both = (self.party_ids, self.own_member_ids)
        return Anything() if any(isinstance(one, Anything) for one in both) else both[0] | both[1]

    @cached_property
    def parties(self) -> dict[str, Party]:
        """The parties by id; of a repeated id the last."""
        return {party.id: party for party in self.description.parties} if self.description else {}

    @cached_property
    def members(self) -> dict[str, str]:
        """The grouping of each member, both by id."""
        return {member.id: party.id for party in self.parties.values() for member in party.members}

    def belongs(self, member: str | None, party: str | None) -> bool:
        """Whether a member is one of the party, or of which it is one could not be read."""
        if isinstance(self.member_ids, Anything) or member in self.elsewhere.get("members", frozenset()):
            return True
        return (member, party) in self.memberships

    @cached_property
    def memberships(self) -> frozenset[tuple[str, str]]:
        """All pairs of a member and a grouping to which it belongs, by id; one may belong to several."""
        return frozenset((one, party.id) for party in self.parties.values() for one in party.member_ids)

    @cached_property
    def in_groupings(self) -> frozenset[str]:
        """Ids of all that belong to a grouping: its own members, and parties and members of others."""
        return frozenset(member for member, _ in self.memberships)

    @cached_property
    def speakers(self) -> dict[str, Speaker]:
        """The speakers by id."""
        return {one.id: one for one in self.description.speakers} if self.description else {}

    def speaker_of(self, statement: Statement) -> Speaker | None:
        """The speaker with the side of the statement's day; None for one unknown or of no sound side."""
        known = self._sure_speakers.get(statement.speaker)
        speaker = known.when_saying(statement.said_on) if known and known.offices else known
        return speaker if speaker and self._has_its_side(speaker) else None

    @cached_property
    def _sure_speakers(self) -> dict[str, Speaker]:
        return {id_: one for id_, one in self.speakers.items() if id_ not in self.unsure_speakers}

    @cached_property
    def unsure_speakers(self) -> frozenset[str]:
        """The speakers whose side or authority holds a stand-in."""
        sides = {"id", "authority", "party", "member", "offices"}
        places = {
            one[1] for one in self.unsure if one[:1] == ("speakers",) and one[1:] and set(one[2:3]) <= sides
        }
        described = self.description.speakers if self.description else ()
        return frozenset(one.id for place, one in enumerate(described) if place in places)

    @cached_property
    def issues(self) -> dict[str, Issue]:
        """The issues by id."""
        return {issue.id: issue for issue in self.description.issues} if self.description else {}

    @cached_property
    def sure_scales(self) -> frozenset[str]:
        """The issues whose scale is all as it was written.

        While steps are written down that belong to no issue, one without steps from 0 on may be theirs, and
        the one that is named most alike.
        """
        unsure = {
            path[1] for path in self.unsure if path[:1] == ("issues",) and path[1:] and _bears_on_scale(path)
        }
        described = self.description.issues if self.description else ()
        elsewhere = self.elsewhere.get("scale", frozenset())
        return frozenset(
            issue.id
            for place, issue in enumerate(described)
            if place not in unsure
            and issue.id not in elsewhere
            and (runs_from_zero(issue.scale) or not elsewhere - {one.id for one in described})
        )

    def sure_members(self, party: str) -> bool:
        """Whether the members of a party are all as they were written."""
        places = [place for place, one in enumerate(self.parties.values()) if one.id == party]
        return not self.elsewhere.get("members") and all(
            self.is_sure("parties", place, "members") for place in places
        )

    @cached_property
    def period_runs(self) -> bool:
        """Whether a sound period begins before it ends; nothing is held against another one."""
        period = self.description.period if self.description else None
        if period is None or not self.is_sure("period"):
            return False
        return first_day(period.first) <= last_day(period.last)

    @cached_property
    def sources_by_id(self) -> dict[str, Source]:
        """The sources that are sound, by id."""
        return {source.id: source for source in self.sources.values()}

    @cached_property
    def source_ids(self) -> frozenset[str] | None:
        """Ids of all sources written down, sound or not; None when sources.json could not be read.

        So nobody is told twice of one fault: as a faulty source and as one that is not there.
        """
        return _ids_of(self.listed)

    @cached_property
    def statement_ids(self) -> frozenset[str] | None:
        """Ids of all rows, sound or not; None when statements.csv could not be read whole."""
        rows = self.rows
        if rows.value is None or not rows.complete:
            return None
        return frozenset(id_.strip() for id_ in rows.value.column("id") if id_)

    def _has_its_side(self, speaker: Speaker) -> bool:
        if speaker.authority == "commentator":
            return not speaker.party and not speaker.member
        fits = not speaker.member or self.belongs(speaker.member, speaker.party)
        return speaker.party in self.parties and fits

    @cached_property
    def references(self) -> References:
        """What may be named in the fields that refer to a record."""
        known: dict[str, Collection[str]] = {
            "parties": self.party_ids,
            "members": self.member_ids,
            "sides": self.side_ids,
            "speakers": self.speaker_ids,
            "issues": self.issue_ids,
            "sources": self.sources_by_id,
        }
        return References(known, names_by_list(self.description, self.sources.values()))

    def at(self, *path: str | int, found: str | None, expected: str) -> Finding:
        """A finding in dossier.yaml."""
        return Finding(self.described.file, self.described.line(path), dotted(path), found, expected)

    def in_row(self, place: int, name: str, found: str | None, expected: str) -> Finding:
        """A finding in statements.csv."""
        return self.rows.finding((place,), name, found, expected)

    def twice_at(self, *path: str | int, first: Path_, found: str, expected: str) -> Finding:
        """A finding in dossier.yaml of what may be there once and stands at the first place already."""
        return _twice(self.at(*path, found=found, expected=expected), self.described, first)

    def twice_in(self, located: Located, place: int, first: int, found: str, expected: str) -> Finding:
        """The same of an id in statements.csv or sources.json."""
        return _twice(located.finding((place, "id"), "id", found, expected), located, (first, "id"))

    def unknown_at(self, *path: str | int, found: str | None, known: Collection[str]) -> Finding:
        """A finding in dossier.yaml of a value that is none of those known, with the nearest of them."""
        finding = self.at(*path, found=found, expected=one_of(known, found))
        return self.references.unknown(finding, known)

    def unknown_in_row(self, place: int, name: str, found: str, known: Collection[str]) -> Finding:
        """The same in statements.csv."""
        finding = self.in_row(place, name, found, one_of(known, found))
        return self.references.unknown(finding, known)

    def in_source(self, place: int, name: str, found: str | None, expected: str) -> Finding:
        """A finding in sources.json."""
        return self.listed.finding((place, name), name, found, expected)


def _twice(finding: Finding, located: Located, first: Path_) -> Finding:
    line = located.line(first)
    return finding if line is None else replace(finding, earlier=(located.file, line))


def runs_from_zero(scale: Sequence[ScaleStep]) -> bool:
    """Whether the steps of a scale are 0, 1, 2 … in that order, at least two of them."""
    return len(scale) > 1 and [step.step for step in scale] == list(range(len(scale)))


def _of_which_sure(
    records: dict[int, RecordT], unsure: Mapping[int, frozenset[str]], fields: Iterable[str]
) -> Iterable[tuple[int, RecordT]]:
    if not unsure:
        return records.items()
    names = frozenset(fields)
    return ((n, one) for n, one in records.items() if names.isdisjoint(unsure.get(n, ())))


def _bears_on_scale(path: Path_) -> bool:
    """Whether a place of an issue is its scale or one of its steps' numbers, or the whole issue."""
    return len(path) < 3 or path[2] == "numeric" or (path[2] == "scale" and path[-1] in ("scale", "step"))


def _ids_of(located: Located) -> frozenset[str] | None:
    if located.value is None:
        return None
    ids = (one.get("id") for one in located.value if isinstance(one, dict))
    return frozenset(one.strip() for one in ids if isinstance(one, str))
