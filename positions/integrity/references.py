"""What a field may refer to: the ids of a list, and the names by which its records are called."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from positions.model.choices import nearest, one_of
from positions.model.dossier import Description
from positions.model.errors import Finding
from positions.model.sources import Source
from positions.reading.expectations import AN_ID
from positions.reading.names import NAMED, Names, names_of, source_names


class Anything(frozenset[str]):
    """Ids of a list that could not be read: whatever is named may be in it."""

    def __contains__(self, _one: object) -> bool:
        return True


@dataclass(frozen=True)
class References:
    """By the name of a list the ids that may be named, and the names that stand for them."""

    known: Mapping[str, Collection[str]]
    names: Mapping[str, Names]

    def unknown(self, finding: Finding, known: Collection[str]) -> Finding:
        """The finding of a value that is none of those known, with the nearest of them."""
        names = self.names.get(_list_of(finding))
        near = names.nearest(finding.found) if names and finding.found else None
        return replace(finding, nearest=near if near in known else nearest(finding.found, known))

    def told(self, finding: Finding) -> Finding:
        """The finding itself; of a name where an id belongs which ids there are, and the nearest."""
        known = self.known.get(_list_of(finding), ())
        if finding.expected != AN_ID or not known or isinstance(known, Anything):
            return finding
        return self.unknown(replace(finding, expected=one_of(known, finding.found)), known)


def names_by_list(description: Description | None, sources: Collection[Source]) -> dict[str, Names]:
    """The names of all that another record may refer to, by the name of its list."""
    parties = description.parties if description else ()
    members = [member for party in parties for member in party.members]
    return {
        "parties": names_of(parties),
        "members": names_of((*members, *parties)),
        "sides": names_of((*parties, *members)),
        "speakers": names_of(description.speakers if description else ()),
        "issues": names_of(description.issues if description else ()),
        "sources": source_names(sources),
    }


def _list_of(finding: Finding) -> str:
    return NAMED.get(finding.field.rpartition(".")[2], "")
