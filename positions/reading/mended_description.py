"""What dossier.yaml holds as people write it in, the same in the words of the dossier out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from positions.model.dossier import Description
from positions.model.errors import Question
from positions.model.fields import ID, UNSEEN
from positions.reading.day_forms import DayForm, day_form, shown_order
from positions.reading.expectations import DAYS, accept_names, dotted, fields_of
from positions.reading.located import Located, Path_
from positions.reading.mended_days import DayReader, Mended
from positions.reading.names import (
    ACCEPT,
    NAMED,
    NEAREST,
    Known,
    Names,
    exported_key,
    several,
)
from positions.reading.proposed_ids import free, latin
from positions.reading.repairs import Repairs, Way

_WITH_IDS = {"parties", "members", "speakers", "issues", "events", "stretches"}
_SEARCHED, _EVERY = "searched", {"all", "any", "every", "everything", "*"}
_ALL = "'all' is read as an empty cell, which means all"
_NARROW = 24  # characters of a short label that fits a narrow cell on one line or two
_WHOLE_LABEL = Way("short label", "the whole label")
_LONG_LABEL = Way(
    "long label", f"the whole label; one of at most {_NARROW} characters reads better in narrow cells"
)


def mended_description(described: Located, sources: Iterable[Any], answers: Mapping[str, str]) -> Mended:
    """The values with ids for names, words of closed lists, truths and ISO days.

    `sources` are the records of sources.json as they are written. What is not certain stays as it is; an id
    that has blanks or other signs becomes a short name of the same letters where it has Latin ones. The
    value given is not changed. Days are read as those of the statements are, and asked for likewise. With
    the answer ACCEPT of NEAREST a value that is none of a list is read as the one most like it.
    """
    if not isinstance(described.value, dict):
        return Mended(described)
    whole = _Mender(described, [*sources], answers)
    return whole.mended()


class _Mender:
    """Walks through the description once to mend names and words, and once for the days."""

    def __init__(self, described: Located, sources: list[Any], answers: Mapping[str, str]) -> None:
        self._described = described
        self._answers = answers
        self._accepting = answers.get(NEAREST) == ACCEPT
        self.repairs = Repairs(described)
        self._days: list[tuple[Path_, dict[str, Any], DayForm]] = []
        self._value = _copied(described.value)
        self._names = self._named_records()
        self._names["sources"] = Names(_source_names(sources))

    def mended(self) -> Mended:
        """All of it."""
        self._short_id((), self._value, [])
        self._propose_short_labels()
        self._walk(self._value, Description, ())
        questions, asked = self._read_days()
        located = replace(
            self._described,
            value=self._value,
            repairs=(*self._described.repairs, *self.repairs.told()),
        )
        return Mended(located, questions, asked)

    def _named_records(self) -> dict[str, Names]:
        """The names of all that can be named, after their ids were made short names."""
        found: dict[str, list[tuple[str, list[str]]]] = {name: [] for name in _WITH_IDS}
        for name in ("parties", "speakers", "issues", "events", "stretches"):
            for path, record in _records(self._value, name):
                names = _written(record)
                found[name].append((self._short_id(path, record, found[name]), names))
                for inner, member in _records(record, "members"):
                    names = _written(member)
                    short = self._short_id((*path, *inner), member, found["members"])
                    found["members"].append((short, names))
        ids = {name: Names((one, names) for one, names in records if one) for name, records in found.items()}
        sides = [*found["parties"], *found["members"]]
        return {**ids, "sides": Names((one, names) for one, names in sides if one)}

    def _short_id(self, path: Path_, record: dict[str, Any], others: list[tuple[str, list[str]]]) -> str:
        """The id of a record, made one where it is none; what was written is a name of it from then on."""
        written = record.get("id")
        if not isinstance(written, str) or ID.fullmatch(written.strip()) or UNSEEN.search(written):
            return written.strip() if isinstance(written, str) else ""
        short = latin(written)
        if not short:
            return written.strip()
        record["id"] = free(short, {one for one, _ in others})
        self.repairs.note((*path, "id"), dotted((*path, "id")), written, record["id"])
        return str(record["id"])

    def _propose_short_labels(self) -> None:
        """The whole label as the short one where a scale has none: a part of it could say another thing."""
        for path, issue in _records(self._value, "issues"):
            for inner, step in _records(issue, "scale"):
                label = step.get("label")
                if step.get("short") or not isinstance(label, str) or not label.strip():
                    continue
                step["short"] = label.strip()
                at = (*path, *inner, "short")
                way = _LONG_LABEL if len(step["short"]) > _NARROW else _WHOLE_LABEL
                self.repairs.note(at, dotted(at), "", step["short"], way)

    def _walk(self, record: dict[str, Any], model: type[BaseModel], path: Path_) -> None:
        fields = fields_of(model)
        if self._accepting:
            accept_names(record, model, path, self.repairs)
        for name, value in record.items():
            inner, words = fields.get(name, (None, None))
            if inner and isinstance(value, dict):
                self._walk(value, inner, (*path, name))
            elif inner and isinstance(value, list):
                for place, one in enumerate(value):
                    if isinstance(one, dict):
                        self._walk(one, inner, (*path, name, place))
            elif name in DAYS and (form := day_form(value)):
                self._days.append(((*path, name), record, form))
            elif not inner and (names := self._names[NAMED[name]] if name in NAMED else words):
                record[name] = self._mended(value, names, (*path, name))

    def _mended(self, value: Any, names: Names, path: Path_) -> Any:
        if not isinstance(value, list):
            return self._known(value, names, path)
        if _means_all(value, names) and path[0] == _SEARCHED:
            self.repairs.note(path, dotted(path), value[0], "", Way("all", "", sentence=_ALL))
            return None
        return [each for one in value for each in self._each(one, names, path)]

    def _each(self, written: Any, names: Names, path: Path_) -> list[Any]:
        """What one value of a list means: itself as it is known, or several that are written as one."""
        if isinstance(written, str) and (found := several(written, names)):
            self.repairs.note(path, dotted(path), written, "; ".join(found))
            return [*found]
        return [self._known(written, names, path)]

    def _known(self, written: Any, names: Names, path: Path_) -> Any:
        if not isinstance(written, str) or written in names.ids:
            return written
        found = names.read(written, accepting=self._accepting) or Known(written)
        if found.id != written.strip():
            self.repairs.note(path, dotted(path), written, found.id, found.way)
        return found.id

    def _read_days(self) -> tuple[tuple[Question, ...], frozenset[tuple[int | None, str]]]:
        """The questions about the days, one for each list of records, and what they are about."""
        lists: dict[str, list[tuple[Path_, dict[str, Any], DayForm]]] = {}
        for one in self._days:
            lists.setdefault(_list_of(one[0]), []).append(one)
        readers = []
        for name, days in lists.items():
            reader = DayReader(f"{self._described.file}/{name}", self._answers)
            orders = shown_order(form for *_, form in days)
            for path, record, form in days:
                at = self._described.finding(path, dotted(path), record[str(path[-1])], "")
                read = reader.read(form, orders, at)
                if read.way:
                    self.repairs.note(path, at.field, at.found or "", read.day, read.way)
                record[str(path[-1])] = read.day
            readers.append(reader)
        asked = frozenset((one.line, one.field) for reader in readers for one in reader.asked)
        return tuple(one for reader in readers for one in reader.questions), asked


def _means_all(value: list[Any], names: Names) -> bool:
    """Whether a list says in a word that it is all of them, where that word is no name of one."""
    return len(value) == 1 and str(value[0]).strip().casefold() in _EVERY and not names.id_of(str(value[0]))


def _copied(value: Any) -> Any:
    """The lists and mappings anew, with the very texts that are in them."""
    if isinstance(value, dict):
        return {name: _copied(inner) for name, inner in value.items()}
    return [_copied(inner) for inner in value] if isinstance(value, list) else value


def _records(record: dict[str, Any], name: str) -> Iterator[tuple[Path_, dict[str, Any]]]:
    found = record.get(name)
    for place, one in enumerate(found if isinstance(found, list) else ()):
        if isinstance(one, dict):
            yield (name, place), one


def _written(record: dict[str, Any]) -> list[str]:
    """All names by which a record is called, and its id as it was written."""
    aliases = record.get("aliases")
    names = [record.get(name) for name in ("id", "name", "in_sentence", "short")]
    return [one for one in [*names, *(aliases if isinstance(aliases, list) else ())] if isinstance(one, str)]


def _source_names(sources: Iterable[Any]) -> Iterator[tuple[str, list[str]]]:
    for one in sources:
        if isinstance(one, dict) and isinstance(one.get("id"), str):
            custom = one.get("custom")
            details = custom if isinstance(custom, dict) else {}
            exported = details.get("exported_id")
            key = exported_key(exported) if isinstance(exported, str) else None
            names = (exported, key, one.get("title"), details.get("short_name"), one.get("URL"))
            yield one["id"].strip(), [name for name in names if isinstance(name, str)]


def _list_of(path: Path_) -> str:
    """The list in which the record of a field stands, or what the field belongs to: stretches, period."""
    return next((part for part in reversed(path[:-1]) if isinstance(part, str)), str(path[-1]))
