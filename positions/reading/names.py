"""Names as people write them, and the one id that each can mean."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from positions.model.choices import SYNONYMS, nearest
from positions.model.dossier import Description
from positions.model.errors import Finding
from positions.model.issues import Issue
from positions.model.parties import Member, Party, Speaker
from positions.model.sources import SOURCE_TYPES, Source
from positions.reading.repairs import Way

_JOINTS = re.compile(r"[\s_-]+")
_OPENING, _CLOSING = frozenset("\"'“„”«»‘‚’"), frozenset("\"'“”„«»‘’")
_QUOTES = frozenset('"“”„«»')
_APOSTROPHES = dict.fromkeys(map(ord, "’ʼ‘ʹ`´"), "'")
Named = Party | Member | Speaker | Issue
NEAREST, ACCEPT = "nearest", "accepted"  # the key and the answer with which nearest values are read
ACCEPTED = Way(how="nearest value, accepted", chosen=True)
_SURE = Way()
# Whose names may stand in a field, wherever it is.
NAMED = {
    "party": "parties", "part_of": "parties", "parties": "parties", "not_applicable": "parties",
    "member": "members", "speaks_for": "members", "speaker": "speakers",
    "issue": "issues", "issues": "issues",
    "includes": "sides", "apart": "sides", "holder": "sides", "about": "sides",
    "source": "sources", "sources": "sources", "weight_source": "sources",
}  # fmt: skip


@dataclass(frozen=True)
class Known:
    """The id that a name means, and the way in which it was found."""

    id: str
    way: Way = _SURE


class Names:
    """Ids with the names that stand for them; what could be two of them is none."""

    def __init__(self, names: Iterable[tuple[str, Iterable[str | None]]]) -> None:
        self._names = [(identifier, tuple(others)) for identifier, others in names]
        self.ids = frozenset(identifier for identifier, _ in self._names)

    def id_of(self, written: str) -> str | None:
        """The id that is written so or has such a name, whatever the capitals, blanks and hyphens."""
        found = self._by_key.get(name_key(written), set())
        return next(iter(found)) if len(found) == 1 else None

    def nearest(self, written: str) -> str | None:
        """The id of the name most like what is written; None if none is near, or it is that of two."""
        found = self._by_key.get(nearest(name_key(written), self._by_key) or "", set())
        return next(iter(found)) if len(found) == 1 else None

    def read(self, written: str, *, accepting: bool) -> Known | None:
        """The id that is meant, or where nearest values are accepted the nearest; None for neither."""
        if sure := self.id_of(written):
            return Known(sure)
        near = self.nearest(written) if accepting else None
        return Known(near, ACCEPTED) if near else None

    @cached_property
    def _by_key(self) -> dict[str, set[str]]:
        """Built when a value is met that is no id, which a sound table never has."""
        found: dict[str, set[str]] = {}
        for identifier, others in self._names:
            for name in (identifier, *others):
                if name:
                    found.setdefault(name_key(name), set()).add(identifier)
        return found


def name_key(name: str) -> str:
    """A name without its capitals, with one blank for blanks, hyphens and underlines, in one normal form.

    Quotation marks around it, bent or straight, are no part of it; one kind of apostrophe stands for all.
    """
    composed = unicodedata.normalize("NFC", unquoted(name)).casefold().translate(_APOSTROPHES)
    return unicodedata.normalize("NFC", _JOINTS.sub(" ", composed)).strip()


def unquoted(written: str) -> str:
    """What stands in one pair of quotation marks, whatever their kind; else the words themselves."""
    text = written.strip()
    inner = text[1:-1]
    if len(text) > 2 and text[0] in _OPENING and text[-1] in _CLOSING and not set(inner) & _QUOTES:
        return inner.strip()
    return text


def several(written: str, names: Names) -> list[str]:
    """The ids of several names with commas or line breaks between them; none if one of them is unknown."""
    parts = [part for part in re.split(r"[,\n]", written) if part.strip()]
    found = [id_ for part in parts if (id_ := names.id_of(part))]
    return found if len(parts) > 1 and len(found) == len(parts) and not names.id_of(written) else []


def can_be_accepted(finding: Finding) -> bool:
    """Whether the nearest value is read in the place of a faulty one with the answer ACCEPT of NEAREST.

    A coding is what its coder wrote, and is never read otherwise.
    """
    return finding.nearest is not None and not finding.file.casefold().startswith("coding")


def names_of(records: Iterable[Named]) -> Names:
    """The names of parties, members, speakers or issues: id, name, name in a sentence, aliases."""
    return Names((one.id, _written(one)) for one in records)


def code_names(codes: Iterable[str]) -> Names:
    """The words of a closed list, each with the other words that mean it and nothing else."""
    return Names((code, SYNONYMS.get(code, ())) for code in codes)


def source_names(sources: Iterable[Source]) -> Names:
    """The names of sources: id, the id it was exported under and its key, title, short name, address."""
    return Names(
        (
            one.id,
            (
                one.custom.exported_id,
                exported_key(one.custom.exported_id),
                one.title,
                one.custom.short_name,
                one.url,
            ),
        )
        for one in sources
    )


def exported_key(exported_id: str | None) -> str | None:
    """The last part of an address that a reference manager gave as an id, which is its key there."""
    return exported_id.rstrip("/").rpartition("/")[2] if exported_id and "/" in exported_id else None


TYPE_NAMES = code_names(SOURCE_TYPES)


def members_of(description: Description) -> dict[str, str]:
    """The grouping that lists each member, both by id."""
    return {member.id: party.id for party in description.parties for member in party.members}


def _written(record: Named) -> Iterator[str | None]:
    yield record.name
    for field in ("in_sentence", "short"):
        yield getattr(record, field, None)
    yield from getattr(record, "aliases", ())
