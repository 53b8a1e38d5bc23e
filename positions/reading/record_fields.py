"""What the fields of a kind of record may hold, and a record with its names and words read as those."""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from positions.reading.day_forms import day_form
from positions.reading.expected import literal_words, nearest_key
from positions.reading.located import Path_
from positions.reading.names import ACCEPTED, Names, code_names
from positions.reading.repairs import Repairs

_TRUTHS = code_names(("true", "false"))
DAYS = {"first", "last", "since", "apart_since", "day", "said_on"}


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
