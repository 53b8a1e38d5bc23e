"""What dossier.yaml holds as people write it in, the same in the words of the dossier out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from positions.model.choices import nearest
from positions.model.dossier import Description
from positions.model.errors import Finding, Question
from positions.model.fields import ID, UNSEEN
from positions.reading.day_forms import DayForm, day_form, shown_order
from positions.reading.expected import literal_words
from positions.reading.located import Located, Path_
from positions.reading.mended_days import answered, day_question, read_day
from positions.reading.mending import ACCEPT, CLOSED, NEAREST
from positions.reading.names import Names, code_names, name_key
from positions.reading.proposed_ids import free, latin
from positions.reading.repairs import Repairs, Way

_NARROW = 24  # characters of a short label
# Words that no short label ends with.
_LINKING = {
    "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "from", "if", "in", "is",
    "no", "not", "of", "on", "only", "or", "the", "to", "under", "until", "when", "with",
}  # fmt: skip
_TRUTHS = code_names(("true", "false"))
_DAYS = {"first", "last", "since", "apart_since", "day", "said_on"}
_WITH_IDS = {"parties", "members", "speakers", "issues", "events", "stretches"}
# Whose names may stand in a field, wherever it is.
_NAMED = {
    "party": "parties", "part_of": "parties", "parties": "parties", "not_applicable": "parties",
    "member": "members", "speaks_for": "members", "issue": "issues", "issues": "issues",
    "includes": "sides", "apart": "sides", "holder": "sides",
    "source": "sources", "sources": "sources", "weight_source": "sources",
}  # fmt: skip


# The fields of which a value that is none of a list can be read as the nearest one.
_NEAREST_OF = {*_NAMED, *CLOSED, "kind", "authority", "document"}


def can_be_accepted(finding: Finding) -> bool:
    """Whether the nearest value is read in the place of a faulty one with the answer ACCEPT of NEAREST."""
    return finding.nearest is not None and finding.field.rpartition(".")[2] in _NEAREST_OF


@dataclass(frozen=True)
class MendedDescription:
    """The description with its repairs, the question about its days, and the (line, field) of these."""

    located: Located
    questions: tuple[Question, ...] = ()
    asked: frozenset[tuple[int | None, str]] = frozenset()


def mended_description(
    described: Located, sources: Iterable[Any], answers: Mapping[str, str]
) -> MendedDescription:
    """The values with ids for names, words of closed lists, truths and ISO days.

    `sources` are the records of sources.json as they are written. What is not certain stays as it is; an id
    that has blanks or other signs becomes a short name of the same letters where it has Latin ones. The
    value given is not changed. Days are read as those of the statements are, and asked for likewise. With
    the answer ACCEPT of NEAREST a value that is none of a list is read as the one most like it.
    """
    if not isinstance(described.value, dict):
        return MendedDescription(described)
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

    def mended(self) -> MendedDescription:
        """All of it."""
        self._propose_short_labels()
        self._walk(self._value, Description, ())
        questions, asked = self._read_days()
        located = replace(
            self._described,
            value=self._value,
            repairs=(*self._described.repairs, *self.repairs.told()),
        )
        return MendedDescription(located, questions, asked)

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
        self.repairs.note((*path, "id"), _dotted((*path, "id")), written, record["id"])
        return str(record["id"])

    def _propose_short_labels(self) -> None:
        """Short labels where a scale has none, made from the labels, each another one on its scale."""
        for path, issue in _records(self._value, "issues"):
            steps = [*_records(issue, "scale")]
            taken = {name_key(str(step["short"])) for _, step in steps if step.get("short")}
            for inner, step in steps:
                label = step.get("label")
                if step.get("short") or not isinstance(label, str) or not label.strip():
                    continue
                step["short"] = short_label(label, taken)
                taken.add(name_key(step["short"]))
                at = (*path, *inner, "short")
                self.repairs.note(
                    at, _dotted(at), "", step["short"], Way("short label", "made from the label")
                )

    def _walk(self, record: dict[str, Any], model: type[BaseModel], path: Path_) -> None:
        fields = _fields(model)
        for name, value in record.items():
            inner, words = fields.get(name, (None, None))
            if inner and isinstance(value, dict):
                self._walk(value, inner, (*path, name))
            elif inner and isinstance(value, list):
                for place, one in enumerate(value):
                    if isinstance(one, dict):
                        self._walk(one, inner, (*path, name, place))
            elif name in _DAYS and (form := day_form(value)):
                self._days.append(((*path, name), record, form))
            elif not inner and (names := self._names[_NAMED[name]] if name in _NAMED else words):
                record[name] = self._mended(value, names, (*path, name))

    def _mended(self, value: Any, names: Names, path: Path_) -> Any:
        if isinstance(value, list):
            return [self._known(one, names, path) for one in value]
        return self._known(value, names, path)

    def _known(self, written: Any, names: Names, path: Path_) -> Any:
        if not isinstance(written, str) or written in names.ids:
            return written
        found = names.id_of(written)
        if found is None and self._accepting:
            found = nearest(written, names.ids)
        if found is None:
            return written
        if found != written.strip():
            self.repairs.note(path, _dotted(path), written, found)
        return found

    def _read_days(self) -> tuple[tuple[Question, ...], frozenset[tuple[int | None, str]]]:
        key, answer = answered(self._described.file, self._answers)
        orders = shown_order(form for _, _, form in self._days)
        asked: list[tuple[Path_, str]] = []
        for path, record, form in self._days:
            written, read = record[str(path[-1])], read_day(form, orders, answer)
            record[str(path[-1])] = read.day
            if read.words:
                way = Way(f"{read.words}{form.separator}", read.how)
                self.repairs.note(path, _dotted(path), written, read.day, way)
            else:
                asked.append((path, written))
        places = frozenset((self._described.line(path), _dotted(path)) for path, _ in asked)
        if not asked:
            return (), places
        path, written = asked[0]
        return (day_question(key, self._described.file, _dotted(path), written),), places


def short_label(label: str, taken: Collection[str]) -> str:
    """The label up to the last whole word that fits a narrow place; all of it where that is another's."""
    words = label.split()
    while len(words) > 1 and len(" ".join(words)) > _NARROW:
        words.pop()
    while len(words) > 1 and words[-1].casefold() in _LINKING:
        words.pop()
    short = " ".join(words).rstrip(",;:")
    return label.strip() if not short or name_key(short) in taken else short


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
            names = (details.get("exported_id"), one.get("title"), details.get("short_name"), one.get("URL"))
            yield one["id"].strip(), [name for name in names if isinstance(name, str)]


def _record_kind(annotation: Any) -> type[BaseModel] | None:
    """The kind of record that a field holds, one or a list of them."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((kind for inner in get_args(annotation) if (kind := _record_kind(inner))), None)


@cache
def _fields(model: type[BaseModel]) -> dict[str, tuple[type[BaseModel] | None, Names | None]]:
    """Of each field the kind of record that it holds, or the words of which one stands in it."""
    return {
        name: (_record_kind(field.annotation), _closed(field.annotation))
        for name, field in model.model_fields.items()
    }


def _closed(annotation: Any) -> Names | None:
    """The truths, or the words of a closed list; None for a field of free words."""
    if annotation is bool:
        return _TRUTHS
    words = [*literal_words(annotation)]
    return code_names(words) if words else None


def _dotted(path: Path_) -> str:
    return ".".join(part for part in path if isinstance(part, str))
