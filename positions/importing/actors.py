"""The parties, members and speakers of a table, with ids that do not depend on the order of its rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from positions.importing.coding import Coding
from positions.importing.ids import ids_of
from positions.importing.mapping import TableMapping

_SpeakerKey = tuple[str, str, str, str, str]


class Actors:
    """Who is in a table: records for dossier.yaml in alphabetical order, and the ids of each coding."""

    def __init__(self, codings: Sequence[Coding], mapping: TableMapping) -> None:
        """Collect the sides of all codings, those that only left blanks included."""
        self._mapping = mapping
        self._named = {one.as_written: one for one in mapping.parties}
        given = {one.as_written: one.id for one in mapping.parties if one.id}
        names = {one.party for one in codings}
        self._parties = ids_of(names, {name: id_ for name, id_ in given.items() if name in names})
        self._groupings: dict[str, set[str]] = defaultdict(set)
        for one in codings:
            if member := one.texts.get("member"):
                self._groupings[member].add(one.party)
        self._memberships = sorted(
            (member, party) for member, parties in self._groupings.items() for party in parties
        )
        self._with_members = {party for _, party in self._memberships}
        members = {self._member_name(member, party) for member, party in self._memberships}
        self._members = ids_of(members, taken=self._parties.values())
        self._speakers = self._speaker_ids({self._speaker_key(one) for one in codings})

    def party(self, coding: Coding) -> str:
        """The id of the side."""
        return self._parties[coding.party]

    def name(self, coding: Coding) -> str:
        """Who stands where: the member, else the side, as the dossier names it."""
        return self._side_name(coding.party, coding.texts.get("member", ""))

    def member(self, coding: Coding) -> str | None:
        """The id of the member; None where the table names none."""
        member = coding.texts.get("member")
        return self._members[self._member_name(member, coding.party)] if member else None

    def speaker(self, coding: Coding) -> str:
        """The id of the speaker: the person, else the side itself."""
        return self._speakers[self._speaker_key(coding)]

    def is_grouping(self, coding: Coding) -> bool:
        """Whether the side has members, so that it has no voice of its own."""
        return coding.party in self._with_members

    def parties(self) -> list[dict[str, Any]]:
        """The parties as dossier.yaml lists them, in alphabetical order of their names."""
        found = [self._party(name, id_) for name, id_ in self._parties.items()]
        return sorted(found, key=lambda one: (one["name"].casefold(), one["id"]))

    def speakers(self) -> list[dict[str, Any]]:
        """The speakers as dossier.yaml lists them."""
        found = []
        for key, id_ in sorted(self._speakers.items()):
            person, party, member, office, authority = key
            names = {"name": person} if person else {"name": self._side_name(party, member), "short": office}
            side = {"party": self._parties[party]}
            if member:
                side["member"] = self._members[self._member_name(member, party)]
            found.append({"id": id_, **names, "office": office, "authority": authority, **side})
        return found

    def _party(self, name: str, id_: str) -> dict[str, Any]:
        named = self._named.get(name)
        members = [
            {
                "id": self._members[self._member_name(member, name)],
                "name": self._member_name(member, name),
                "kind": self._mapping.member_kind,
            }
            for member, party in self._memberships
            if party == name
        ]
        kind = "grouping" if members else (named and named.kind) or self._mapping.party_kind
        further = named.model_dump(exclude={"as_written", "id", "name", "kind"}) if named else {}
        return {
            "id": id_,
            "name": self._party_name(name),
            "kind": kind,
            **{field: value for field, value in further.items() if value is not None},
            **({"members": members} if members else {}),
        }

    def _side_name(self, party: str, member: str) -> str:
        return self._member_name(member, party) if member else self._party_name(party)

    def _party_name(self, name: str) -> str:
        named = self._named.get(name)
        return (named and named.name) or name

    def _member_name(self, member: str, party: str) -> str:
        """The name of a member; one that belongs to several groupings is told apart by them."""
        return member if len(self._groupings[member]) == 1 else f"{member} ({self._party_name(party)})"

    def _speaker_key(self, coding: Coding) -> _SpeakerKey:
        texts = coding.texts
        return (
            texts.get("speaker", ""),
            coding.party,
            texts.get("member", ""),
            texts["office"],
            texts["authority"],
        )

    def _speaker_ids(self, keys: Iterable[_SpeakerKey]) -> dict[_SpeakerKey, str]:
        """An id for each speaker; one name that stands for several is told apart by side and office."""
        named: dict[str, list[_SpeakerKey]] = defaultdict(list)
        for key in keys:
            named[key[0] or self._side_name(*key[1:3])].append(key)
        texts = {
            key: f"speaker {name}" if len(same) == 1 else " ".join(("speaker", *key))
            for name, same in named.items()
            for key in same
        }
        ids = ids_of(texts.values(), taken=(*self._parties.values(), *self._members.values()))
        return {key: ids[text] for key, text in texts.items()}
