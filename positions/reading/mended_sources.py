"""Entries of reference managers in, entries that a dossier can name out: short ids and names are proposed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, get_args

from positions.model.errors import Repair
from positions.model.fields import LONGEST_NAME, LONGEST_SLUG, SLUG, UNSEEN
from positions.model.sources import Extent, Site, SourceDetails
from positions.reading.day_forms import day_form, shown_order
from positions.reading.located import Located
from positions.reading.mended_days import DayReader, Mended
from positions.reading.names import ACCEPT, NEAREST, TYPE_NAMES, Known, Names, code_names
from positions.reading.proposed_ids import free, latin
from positions.reading.record_fields import accept_names
from positions.reading.repairs import Repairs

Entry = dict[str, Any]
_NAMING = ("container-title-short", "journalAbbreviation", "title-short", "container-title", "publisher")
_IN_NUMBERS = ("volume", "issue", "number", "page", "edition", "section")  # texts that some write as numbers
_WORDS_OF_TITLE = 3
_DAYS = ("read_on", "archived_on")
_WORDS = {
    "site": code_names(get_args(Site)),
    "extent": code_names(get_args(Extent)),
    "translated": code_names(("true", "false")),
}
_YEAR = re.compile(r"\d{4}")


def mended_sources(listed: Located, answers: Mapping[str, str]) -> Mended:
    """The entries with an id that a statement can name and a short name, in their order.

    Empty fields are left out. An id that is no short name, such as a web address, is kept as
    `custom.exported_id`, and the same id is proposed for the same one. A faultless entry is the very object.
    Days are asked for, and nearest words taken, as those of the statements are.
    """
    if not isinstance(listed.value, list):
        return Mended(listed)
    details, accepting = Repairs(listed), answers.get(NEAREST) == ACCEPT
    taken = {entry["id"] for entry in _entries(listed) if _is_short(entry.get("id"))}
    short: dict[str, str] = {}
    mended: list[Any] = []
    repairs: list[Repair] = []
    for place, entry in enumerate(listed.value):
        if not isinstance(entry, dict):
            mended.append(entry)
            continue
        sound = _sound(entry)
        if accepting and _details(sound):
            sound = sound | {"custom": dict(_details(sound))}
            accept_names(sound["custom"], SourceDetails, (place, "custom"), details)
        if entry.get("id") == "":  # as of a reference manager that has no names for its entries
            sound = sound | {"id": free(_proposal(sound), taken)}
            taken.add(sound["id"])
            repairs.append(Repair(listed.file, listed.line((place,)), "id", "", sound["id"]))
        identifier = str(sound["id"]) if isinstance(sound.get("id"), int | str) else ""
        if identifier and not _is_short(sound["id"]) and not _is_unfit(identifier):
            if identifier not in short:
                short[identifier] = free(_proposal(sound), taken)
                taken.add(short[identifier])
            sound = _with(sound, {"exported_id": identifier}, id=short[identifier])
            line = listed.line((place, "id"))
            repairs.append(Repair(listed.file, line, "id", identifier, short[identifier]))
        if _lacks_a_name(sound):
            name = _short_name(sound)
            sound = _with(sound, {"short_name": name})
            repair = Repair(listed.file, listed.line((place,)), "custom.short_name", "", name)
            repairs.append(replace(repair, statement=str(sound.get("id", "")) or None))
        mended.append(sound)
    reader = DayReader(listed.file, answers)
    mended = [_with_known_words(one, place, details, accepting) for place, one in enumerate(mended)]
    mended = _with_days(replace(listed, value=mended), details, reader)
    located = replace(listed, value=mended, repairs=(*listed.repairs, *repairs, *details.told()))
    return Mended(located, reader.questions, frozenset((one.line, one.field) for one in reader.asked))


def _details(entry: object) -> dict[str, Any]:
    custom = entry.get("custom") if isinstance(entry, dict) else None
    return custom if isinstance(custom, dict) else {}


def _with_known_words(entry: Any, place: int, repairs: Repairs, accepting: bool) -> Any:
    """The entry itself, or with the words of its closed lists and truths as the dossier writes them."""
    read: dict[str, str] = {}
    for name, names in _WORDS.items():
        if found := _word(_details(entry).get(name), names, accepting):
            written = str(_details(entry)[name])
            repairs.note((place, "custom", name), f"custom.{name}", written, found.id, found.way)
            read[name] = found.id
    if isinstance(entry, dict) and (found := _word(entry.get("type"), TYPE_NAMES, accepting)):
        repairs.note((place, "type"), "type", entry["type"], found.id, found.way)
        entry = entry | {"type": found.id}
    return entry | {"custom": _details(entry) | read} if read else entry


def _word(written: object, names: Names, accepting: bool) -> Known | None:
    """What is read in the place of a word that is not of its list; None for one that stays."""
    if not isinstance(written, str) or written in names.ids:
        return None
    return names.read(written, accepting=accepting)


def _with_days(listed: Located, repairs: Repairs, reader: DayReader) -> list[Any]:
    """The entries, those whose days are ISO as the very objects."""
    entries = list(listed.value)
    for name in _DAYS:
        forms = {place: day_form(_details(one).get(name)) for place, one in enumerate(entries)}
        orders = shown_order(form for form in forms.values() if form)
        for place, form in forms.items():
            if not form:
                continue
            at = listed.finding((place, "custom", name), f"custom.{name}", _details(entries[place])[name], "")
            read = reader.read(form, orders, at)
            if read.way:
                repairs.note((place, "custom", name), at.field, at.found or "", read.day, read.way)
            entries[place] = entries[place] | {"custom": _details(entries[place]) | {name: read.day}}
    return entries


def _entries(listed: Located) -> Iterator[Entry]:
    return (entry for entry in listed.value if isinstance(entry, dict))


def _is_short(identifier: object) -> bool:
    if not isinstance(identifier, str):
        return False
    return len(identifier.strip()) <= LONGEST_SLUG and re.fullmatch(SLUG, identifier.strip()) is not None


def _is_unfit(identifier: str) -> bool:
    """Whether an id cannot even be kept as the one that was exported."""
    return len(identifier) > LONGEST_NAME or UNSEEN.search(identifier) is not None


def _sound(entry: Entry) -> Entry:
    """The entry itself, or a copy without its empty fields and with texts for the numbers that are names."""
    empty = [name for name, value in entry.items() if value in ("", {}) and name != "custom"]
    numbers = [name for name in _IN_NUMBERS if type(entry.get(name)) in {int, float}]
    if not empty and not numbers:
        return entry
    texts = {name: str(entry[name]) for name in numbers}
    return {name: value for name, value in (entry | texts).items() if name not in empty}


def _with(entry: Entry, details: dict[str, str], **fields: str) -> Entry:
    custom = entry.get("custom")
    return entry | fields | {"custom": details | custom if isinstance(custom, dict) else details}


def _lacks_a_name(entry: Entry) -> bool:
    """Whether an entry has no short name, though it has what one could be made of."""
    custom = entry.get("custom", {})
    return isinstance(custom, dict) and "short_name" not in custom and bool(_short_name(entry))


def _short_name(entry: Entry) -> str:
    names = (*(entry.get(name) for name in _NAMING), *_authors(entry), entry.get("title"))
    return next((name[:LONGEST_NAME].strip() for name in names if isinstance(name, str) and name.strip()), "")


def _authors(entry: Entry) -> Iterator[str]:
    authors = entry.get("author")
    for author in authors if isinstance(authors, list) else ():
        if isinstance(author, dict):
            yield from (author[name] for name in ("literal", "family") if isinstance(author.get(name), str))


def _proposal(entry: Entry) -> str:
    """An id of author, outlet or title, whichever has Latin letters first, and the year where it is given."""
    key = entry.get("citation-key")
    if isinstance(key, str) and _is_short(key):
        return key
    title = " ".join(str(entry.get("title", "")).split()[:_WORDS_OF_TITLE])
    names = (*_authors(entry), *(entry.get(name) for name in _NAMING), title)
    word = next((short for name in names if isinstance(name, str) and (short := latin(name))), "source")
    year = _YEAR.search(str(entry.get("issued", "")))
    return f"{word}-{year.group()}" if year else word
