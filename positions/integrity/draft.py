"""The records of a dossier before they are held against each other, with their lines."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from positions.model.choices import nearest, one_of
from positions.model.dossier import Description
from positions.model.errors import Finding
from positions.model.fields import first_day, last_day
from positions.model.issues import Issue, ScaleStep
from positions.model.parties import Party, Speaker
from positions.model.sources import Source
from positions.model.statements import Statement
from positions.reading.located import Located


@dataclass
class Draft:
    """The records that are sound in themselves, with the lines they stand on.

    Keys of `sources` and `statements` are places in the file's list. The value of `listed` or
    `rows` is None when the file could not be read.
    """

    described: Located
    listed: Located
    rows: Located
    description: Description | None
    sources: dict[int, Source] = field(default_factory=dict)
    statements: dict[int, Statement] = field(default_factory=dict)

    @cached_property
    def parties(self) -> dict[str, Party]:
        """The parties by id; of a repeated id the last."""
        return {party.id: party for party in self.description.parties} if self.description else {}

    @cached_property
    def members(self) -> dict[str, str]:
        """The grouping of each member, both by id."""
        return {member.id: party.id for party in self.parties.values() for member in party.members}

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
        known = self.speakers.get(statement.speaker)
        speaker = known.when_saying(statement.said_on) if known else None
        return speaker if speaker and self._has_its_side(speaker) else None

    @cached_property
    def issues(self) -> dict[str, Issue]:
        """The issues by id."""
        return {issue.id: issue for issue in self.description.issues} if self.description else {}

    @cached_property
    def period_runs(self) -> bool:
        """Whether the period's first day is not after its last; nothing is held against one that does not."""
        period = self.description.period if self.description else None
        return period is None or first_day(period.first) <= last_day(period.last)

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
        return _ids_of(self.rows) if self.rows.complete else None

    def _has_its_side(self, speaker: Speaker) -> bool:
        if speaker.authority == "commentator":
            return not speaker.party and not speaker.member
        fits = not speaker.member or (speaker.member, speaker.party) in self.memberships
        return speaker.party in self.parties and fits

    def at(self, *path: str | int, found: str | None, expected: str) -> Finding:
        """A finding in dossier.yaml."""
        name = ".".join(part for part in path if isinstance(part, str))
        return Finding(self.described.file, self.described.line(path), name, found, expected)

    def in_row(self, place: int, name: str, found: str | None, expected: str) -> Finding:
        """A finding in statements.csv."""
        return self.rows.finding((place,), name, found, expected)

    def unknown_at(self, *path: str | int, found: str | None, known: Collection[str]) -> Finding:
        """A finding in dossier.yaml of a value that is none of those known, with the nearest of them."""
        finding = self.at(*path, found=found, expected=one_of(known, found))
        return replace(finding, nearest=nearest(found, known))

    def unknown_in_row(self, place: int, name: str, found: str, known: Collection[str]) -> Finding:
        """The same in statements.csv."""
        finding = self.in_row(place, name, found, one_of(known, found))
        return replace(finding, nearest=nearest(found, known))

    def in_source(self, place: int, name: str, found: str | None, expected: str) -> Finding:
        """A finding in sources.json."""
        return self.listed.finding((place, name), name, found, expected)


def runs_from_zero(scale: Sequence[ScaleStep]) -> bool:
    """Whether the steps of a scale are 0, 1, 2 … in that order, at least two of them."""
    return len(scale) > 1 and [step.step for step in scale] == list(range(len(scale)))


def _ids_of(located: Located) -> frozenset[str] | None:
    if located.value is None:
        return None
    ids = (one.get("id") for one in located.value if isinstance(one, dict))
    return frozenset(one.strip() for one in ids if isinstance(one, str))
