"""Entries of reference managers in, entries that a dossier can name out: short ids and names are proposed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, get_args

from positions.model.errors import Repair
from positions.model.fields import LONGEST_NAME, LONGEST_SLUG, SLUG, UNSEEN
from positions.model.sources import Extent, Site, SourceDetails
from positions.reading.day_forms import day_form, shown_order
from positions.reading.expectations import accept_names
from positions.reading.located import Located
from positions.reading.mended_days import DayReader, Mended
from positions.reading.names import ACCEPT, NEAREST, TYPE_NAMES, Known, Names, code_names
from positions.reading.proposed_ids import free, latin
from positions.reading.repairs import Repairs

Entry = dict[str, Any]
_NAMING = ("container-title-short", "journalAbbreviation", "title-short", "container-title", "publisher")
_IN_NUMBERS = ("volume", "issue", "number", "page", "edition", "section")  # texts that some write as numbers
_WORDS_OF_TITLE = 3
_END_OF_NAME = 8
_NAMELESS = "\n"  # stands for an id where there is none, and in none
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
    short = _short_ids(listed)
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
        if place in short:
            identifier, title = str(entry["id"]), sound.get("title")
            kept = {"exported_id": identifier} if identifier else {}
            sound = _with(sound, kept, id=short[place]) if kept else sound | {"id": short[place]}
            line = listed.line((place, "id") if identifier else (place,))
            how = f"“{title}”" if isinstance(title, str) else ""
            repairs.append(Repair(listed.file, line, "id", identifier, short[place], how=how))
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


def _short_ids(listed: Located) -> dict[int, str]:
    """The id that is proposed for each entry without a short one, by its place; one for one exported id.

    It hangs on the entry alone, unless another entry would have the same: then both bear words of their
    titles, so that an entry that is added later takes the id of no other.
    """
    taken = {entry["id"] for entry in _entries(listed) if _is_short(entry.get("id"))}
    lacking = {place: _sound(entry) for place, entry in enumerate(listed.value) if _lacks_a_short_id(entry)}
    names = {place: str(listed.value[place]["id"]) or f"{_NAMELESS}{place}" for place in lacking}
    first = {names[place]: entry for place, entry in reversed(lacking.items())}
    wanted = {name: _proposal(entry) for name, entry in first.items()}
    for longer in (_of_title, _of_name):
        often = Counter([*wanted.values(), *taken])
        wanted = {
            name: longer(proposal, first[name], name) if often[proposal] > 1 else proposal
            for name, proposal in wanted.items()
        }
    found: dict[str, str] = {}
    for name in names.values():
        if name not in found:
            found[name] = free(wanted[name], {*taken, *found.values()})
    return {place: found[name] for place, name in names.items()}


def _lacks_a_short_id(entry: object) -> bool:
    """Whether an entry has an id that no statement can name, or an empty one as some managers write."""
    identifier = entry.get("id") if isinstance(entry, dict) else None
    if not isinstance(identifier, int | str):
        return False
    return identifier == "" or not (_is_short(identifier) or _is_unfit(str(identifier)))


def _of_title(proposal: str, entry: Entry, name: str) -> str:
    """The proposal with the first words of the title; without Latin letters with what `_of_name` adds."""
    words = latin(" ".join(str(entry.get("title", "")).split()[:_WORDS_OF_TITLE]))
    return f"{proposal}-{words}"[:LONGEST_SLUG].rstrip("-") if words else _of_name(proposal, entry, name)


def _of_name(proposal: str, _entry: Entry, name: str) -> str:
    """The proposal with the end of the exported id, in which managers have the key of an entry."""
    end = "" if name.startswith(_NAMELESS) else latin(name[-_END_OF_NAME:])
    return f"{proposal}-{end}" if end and len(proposal) + len(end) < LONGEST_SLUG else proposal


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
