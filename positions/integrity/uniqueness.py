"""Rules that keep records apart: what is used once only."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from positions.integrity.draft import Draft
from positions.model.dossier import Event, Stretch
from positions.model.errors import Finding
from positions.model.issues import Issue
from positions.model.parties import Member, Party, Speaker
from positions.model.sources import Source
from positions.model.statements import Statement
from positions.reading.located import Path_

_HasId = Party | Speaker | Event | Issue | Stretch | Source | Statement


def look(name: str) -> str:
    """The name in one normal form, without capitals and unseen signs, in Latin letters if they look so."""
    composed = unicodedata.normalize("NFKC", name).upper()
    latin = composed if _is_latin(composed) else composed.translate(_latin_look())
    seen = "".join(sign for sign in latin if unicodedata.category(sign) != "Cf")
    return " ".join(unicodedata.normalize("NFKC", seen.casefold()).split())


def _is_latin(text: str) -> bool:
    return text.isascii() or all("LATIN" in unicodedata.name(sign, "") for sign in text if sign.isalpha())


@cache
def _latin_look() -> dict[int, str]:
    """The letters of other scripts that look like a letter of the English alphabet, as that letter.

    Read from Unicode's table of confusables when a name is not in Latin letters; it takes a quarter second.
    """
    from confusable_homoglyphs.confusables import confusables_data  # noqa: PLC0415

    return {
        ord(sign): target["c"]
        for sign, targets in confusables_data.items()
        if len(sign) == 1 and sign.isalpha() and not sign.isascii()
        for target in targets
        if len(target["c"]) == 1 and target["c"].isascii() and target["c"].isalpha()
    }


def ids_are_unique(draft: Draft) -> Iterator[Finding]:
    """An id names one record of its kind; parties, members and speakers share one namespace."""
    assert draft.description is not None
    for kind in ("parties", "speakers", "events", "issues", "stretches"):
        records = getattr(draft.description, kind)
        for place, first in _repeated(enumerate(records)):
            expected = f"an id used once in {kind}"
            path = (kind, first, "id")
            yield draft.twice_at(kind, place, "id", first=path, found=records[place].id, expected=expected)
    yield from _shared_ids(draft)
    for key, first in _repeated(draft.listed_sources("id")):
        expected = "an id used once among the sources"
        yield draft.twice_in(draft.listed, key, first, draft.sources[key].id, expected)
    yield from rows_are_unique(draft)


def rows_are_unique(draft: Draft) -> Iterator[Finding]:
    """An id names one statement of its file."""
    for key, first in _repeated(draft.stated("id")):
        expected = "an id used once among the rows"
        yield draft.twice_in(draft.rows, key, first, draft.statements[key].id, expected)


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
    earlier: dict[str, tuple[Path_, Party | Member | Speaker | Issue]] = {}
    for path, record in located:
        place, first = earlier.setdefault(look(record.name), (path, record))
        if first.id == record.id or (kind == "speakers" and first.name == record.name):
            continue
        expected = f"a name used once in {kind}"
        if first.name != record.name:
            expected = f"a name that a reader can tell from {first.name!r}, the name of {first.id}"
        yield draft.twice_at(*path, "name", first=(*place, "name"), found=record.name, expected=expected)


def _shared_ids(draft: Draft) -> Iterator[Finding]:
    assert draft.description is not None
    taken: dict[str, Path_] = {}
    for number, party in enumerate(draft.description.parties):
        taken.setdefault(party.id, ("parties", number, "id"))
    for number, party in enumerate(draft.description.parties):
        for place, member in enumerate(party.members):
            path: Path_ = ("parties", number, "members", place, "id")
            if member.id in taken:
                expected = "an id that no other party or member has"
                yield draft.twice_at(*path, first=taken[member.id], found=member.id, expected=expected)
            taken.setdefault(member.id, path)
    for place, speaker in enumerate(draft.description.speakers):
        if speaker.id in taken:
            expected, path = "an id that no party or member has", ("speakers", place, "id")
            yield draft.twice_at(*path, first=taken[speaker.id], found=speaker.id, expected=expected)


def _repeated(records: Iterable[tuple[int, _HasId]]) -> Iterator[tuple[int, int]]:
    """Keys of the records whose id an earlier one has, each with that of the first that has it."""
    seen: dict[str, int] = {}
    for key, record in records:
        first = seen.setdefault(record.id, key)
        if first != key:
            yield key, first
