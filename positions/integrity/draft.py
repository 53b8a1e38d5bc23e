"""The records of a dossier before they are held against each other, with their lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from positions.errors import Finding
from positions.models import Description, Issue, Party, Source, Speaker, Statement
from positions.reading.located import Located


@dataclass
class Draft:
    """The records that are sound in themselves, with the lines they stand on.

    Keys of `sources` and `statements` are places in the file's list.
    """

    described: Located
    listed: Located
    rows: Located
    description: Description | None
    sources: dict[int, Source] = field(default_factory=dict)
    statements: dict[int, Statement] = field(default_factory=dict)

    @cached_property
    def parties(self) -> dict[str, Party]:
        return {party.id: party for party in self.description.parties} if self.description else {}

    @cached_property
    def members(self) -> dict[str, str]:
        return {member.id: party.id for party in self.parties.values() for member in party.members}

    @cached_property
    def speakers(self) -> dict[str, Speaker]:
        return {one.id: one for one in self.description.speakers} if self.description else {}

    @cached_property
    def issues(self) -> dict[str, Issue]:
        return {issue.id: issue for issue in self.description.issues} if self.description else {}

    @cached_property
    def sources_by_id(self) -> dict[str, Source]:
        return {source.id: source for source in self.sources.values()}

    def source_ids(self) -> list[str]:
        """Ids of all sources written down, sound or not, so that one fault is not told twice."""
        return [str(one.get("id")) for one in self.listed.value if isinstance(one, dict)]

    def at(self, *path: str | int, found: str | None, expected: str) -> Finding:
        """A finding in dossier.yaml."""
        name = ".".join(part for part in path if isinstance(part, str))
        return Finding(self.described.file, self.described.line(path), name, found, expected)

    def in_row(self, place: int, name: str, found: str | None, expected: str) -> Finding:
        """A finding in statements.csv."""
        return Finding(self.rows.file, self.rows.line((place,)), name, found, expected)

    def in_source(self, place: int, name: str, found: str | None, expected: str) -> Finding:
        """A finding in sources.json."""
        return Finding(self.listed.file, self.listed.line((place, name)), name, found, expected)


def one_of(ids: Iterable[str]) -> str:
    """Words for a choice: the ids in alphabetical order."""
    return f"one of {', '.join(sorted(ids))}"
