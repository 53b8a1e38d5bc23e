"""Rules that keep records apart: what is used once only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from positions.integrity.draft import Draft
from positions.integrity.look import look
from positions.model.dossier import Event, Stretch
from positions.model.errors import Finding
from positions.model.issues import Issue
from positions.model.parties import Member, Party, Speaker
from positions.model.sources import Source
from positions.model.statements import Statement
from positions.reading.located import Path_

_HasId = Party | Speaker | Event | Issue | Stretch | Source | Statement


def ids_are_unique(draft: Draft) -> Iterator[Finding]:
    """An id names one record of its kind; parties, members and speakers share one namespace."""
    assert draft.description is not None
    for kind in ("parties", "speakers", "events", "issues", "stretches"):
        records = getattr(draft.description, kind)
        for place in _repeated(enumerate(records)):
            yield draft.at(kind, place, "id", found=records[place].id, expected=f"an id used once in {kind}")
    yield from _shared_ids(draft)
    for key in _repeated(draft.listed_sources("id")):
        yield draft.in_source(key, "id", draft.sources[key].id, "an id used once among the sources")
    yield from rows_are_unique(draft)


def rows_are_unique(draft: Draft) -> Iterator[Finding]:
    """An id names one statement of its file."""
    for key in _repeated(draft.stated("id")):
        yield draft.in_row(key, "id", draft.statements[key].id, "an id used once among the rows")


def names_are_unique(draft: Draft) -> Iterator[Finding]:
    """Two parties, members or issues whose names a reader cannot tell apart would be one on screen.

    Two speakers may have one name, as one who changes sides has, but not two that only look alike.
    """
    assert draft.description is not None
    for kind in ("parties", "issues", "speakers"):
        records = getattr(draft.description, kind)
        yield from _alike(draft, kind, (((kind, place), one) for place, one in enumerate(records)))
    members = (
        (("parties", number, "members", place), member)
        for number, party in enumerate(draft.description.parties)
        for place, member in enumerate(party.members)
    )
    yield from _alike(draft, "members", members)


def _alike(
    draft: Draft, kind: str, located: Iterable[tuple[Path_, Party | Member | Speaker | Issue]]
) -> Iterator[Finding]:
    """One finding for each name that looks like that of an earlier record with another id."""
    earlier: dict[str, Party | Member | Speaker | Issue] = {}
    for path, record in located:
        first = earlier.setdefault(look(record.name), record)
        if first.id == record.id or (kind == "speakers" and first.name == record.name):
            continue
        expected = f"a name used once in {kind}"
        if first.name != record.name:
            expected = f"a name that a reader can tell from {first.name!r}, the name of {first.id}"
        yield draft.at(*path, "name", found=record.name, expected=expected)


def _shared_ids(draft: Draft) -> Iterator[Finding]:
    assert draft.description is not None
    taken = set(draft.parties)
    for number, party in enumerate(draft.description.parties):
        for place, member in enumerate(party.members):
            if member.id in taken:
                path = ("parties", number, "members", place, "id")
                yield draft.at(*path, found=member.id, expected="an id that no other party or member has")
            taken.add(member.id)
    for place, speaker in enumerate(draft.description.speakers):
        if speaker.id in taken:
            expected = "an id that no party or member has"
            yield draft.at("speakers", place, "id", found=speaker.id, expected=expected)


def _repeated(records: Iterable[tuple[int, _HasId]]) -> list[int]:
    """Keys of the records whose id an earlier one has."""
    seen: set[str] = set()
    keys = []
    for key, record in records:
        if record.id in seen:
            keys.append(key)
        seen.add(record.id)
    return keys
