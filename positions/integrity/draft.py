"""The records of a dossier before they are held against each other, with their lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from positions.model.dossier import Description
from positions.model.errors import Finding
from positions.model.issues import Issue
from positions.model.parties import Party, Speaker
from positions.model.sources import Source
from positions.model.statements import Statement
from positions.reading.located import Located

_MOST_NAMED = 40


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
    def speakers(self) -> dict[str, Speaker]:
        """The speakers by id."""
        return {one.id: one for one in self.description.speakers} if self.description else {}

    @cached_property
    def sound_speakers(self) -> dict[str, Speaker]:
        """The speakers whose side is what it should be, by id; only they are held against rows."""
        return {one.id: one for one in self.speakers.values() if self._has_its_side(one)}

    @cached_property
    def issues(self) -> dict[str, Issue]:
        """The issues by id."""
        return {issue.id: issue for issue in self.description.issues} if self.description else {}

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
        fits = not speaker.member or self.members.get(speaker.member) == speaker.party
        return speaker.party in self.parties and fits

    def at(self, *path: str | int, found: str | None, expected: str) -> Finding:
        """A finding in dossier.yaml."""
        name = ".".join(part for part in path if isinstance(part, str))
        return Finding(self.described.file, self.described.line(path), name, found, expected)

    def in_row(self, place: int, name: str, found: str | None, expected: str) -> Finding:
        """A finding in statements.csv."""
        return self.rows.finding((place,), name, found, expected)

    def in_source(self, place: int, name: str, found: str | None, expected: str) -> Finding:
        """A finding in sources.json."""
        return Finding(self.listed.file, self.listed.line((place, name)), name, found, expected)


def _ids_of(located: Located) -> frozenset[str] | None:
    if located.value is None:
        return None
    ids = (one.get("id") for one in located.value if isinstance(one, dict))
    return frozenset(one.strip() for one in ids if isinstance(one, str))


def one_of(ids: Iterable[str]) -> str:
    """Words for a choice: the ids in alphabetical order, of many the first forty and how many more."""
    known = sorted(ids)
    if not known:
        return "anything known here; there is none"
    further = len(known) - _MOST_NAMED
    return f"one of {', '.join(known[:_MOST_NAMED])}{f' and {further:,} others' if further > 0 else ''}"
