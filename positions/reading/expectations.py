"""What the fields of a record may hold, and what is expected where a value is missing or unknown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from positions.model.choices import MEANINGS, nearest
from positions.reading.day_forms import day_form
from positions.reading.located import Path_
from positions.reading.names import ACCEPTED, Names, code_names
from positions.reading.repairs import Repairs

AN_ID = "an id of letters, digits, _ and -"
_QUOTED = re.compile(r"'([^']*)'")
_ENDS = re.compile(r"(\d{1,2})\s*(?:[-–—/]|to)\s*(\d{1,2})")
_BETWEEN = re.compile(r"(\d{1,3})[.,]\d+")
_TRUTHS = code_names(("true", "false"))
DAYS = {"first", "last", "since", "apart_since", "day", "said_on"}


def missing_words(model: type[BaseModel], place: Path_) -> str:
    """What is expected in a field that is missing: of a closed list each word with its meaning."""
    field = record_at(model, place[:-1]).model_fields.get(str(place[-1]))
    words = list(literal_words(field.annotation)) if field else []
    meanings = MEANINGS.get(str(place[-1]), {})
    if not words:
        return "a value"
    return f"one of {'; '.join(f'{word} = {meanings[word]}' if word in meanings else word for word in words)}"


def nearest_key(model: type[BaseModel], place: Path_) -> str | None:
    """The name of a field of the record at that place that is most like the unknown one."""
    return nearest(str(place[-1]), known_keys(model, place))


def known_keys(model: type[BaseModel], place: Path_) -> list[str]:
    """The names of all fields of the record at that place, in their order."""
    fields = record_at(model, place[:-1]).model_fields
    return [field.alias or name for name, field in fields.items()]


def quoted_words(expected: str) -> list[str]:
    """The words of a closed list that stand in quotation marks."""
    return _QUOTED.findall(expected)


def whole_words(found: str) -> str:
    """What is expected where a whole number is: of a step between two, or of two, how a range is written."""
    if between := _BETWEEN.fullmatch(found.strip()):
        return f"a whole number; write {between[1]} and {int(between[1]) + 1} as a range"
    if ends := _ENDS.fullmatch(found.strip()):
        return f"a whole number; write {ends[1]} in step_low and {ends[2]} in step_high"
    return ""


def record_at(model: type[BaseModel], place: Path_) -> type[BaseModel]:
    """The kind of record at a place inside a record."""
    for part in place:
        field = model.model_fields.get(part) if isinstance(part, str) else None
        if field is not None:
            model = next(_records(field.annotation), model)
    return model


def _records(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _records(inner)


def literal_words(annotation: Any) -> Iterator[str]:
    """The words of every closed list in the annotation of a field, in their order; none for other fields."""
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    else:
        for inner in get_args(annotation):
            yield from literal_words(inner)


def accept_names(record: dict[str, Any], model: type[BaseModel], path: Path_, repairs: Repairs) -> None:
    """Put each value whose field is not known under the field that is named most alike, if that is free."""
    for name in [name for name in record if name not in fields_of(model)]:
        near = nearest_key(model, (name,))
        if near and near not in record:
            repairs.note((*path, name), dotted(path), name, near, ACCEPTED)
            record[near] = record.pop(name)


def with_known_words(record: dict[str, Any], model: type[BaseModel]) -> dict[str, Any]:
    """The record with words of closed lists, truths and days that can be read as its own fields have them."""
    lists = {name: words for name, (_, words) in fields_of(model).items() if words}
    read = {name: lists[name].id_of(str(written)) for name, written in record.items() if name in lists}
    forms = {name: form for name in DAYS & {*record} if (form := day_form(record[name]))}
    days = {name: next(iter(form.readings.values())) for name, form in forms.items()}
    return record | {name: found for name, found in read.items() if found} | days


def _record_kind(annotation: Any) -> type[BaseModel] | None:
    """The kind of record that a field holds, one or a list of them."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((kind for inner in get_args(annotation) if (kind := _record_kind(inner))), None)


@cache
def fields_of(model: type[BaseModel]) -> dict[str, tuple[type[BaseModel] | None, Names | None]]:
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


def dotted(path: Path_) -> str:
    """The names on the way to a place."""
    return ".".join(part for part in path if isinstance(part, str))
