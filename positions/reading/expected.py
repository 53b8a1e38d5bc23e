"""What a record expects at a place where a value is missing, unknown or none of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from positions.model.choices import nearest
from positions.model.meanings import MEANINGS
from positions.reading.located import Path_

AN_ID = "an id of letters, digits, _ and -"
_QUOTED = re.compile(r"'([^']*)'")
_BETWEEN = re.compile(r"(\d{1,3})[.,]\d+")


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
    fields = record_at(model, place[:-1]).model_fields
    return nearest(str(place[-1]), (field.alias or name for name, field in fields.items()))


def nearest_word(found: str, expected: str) -> str | None:
    """The word of a closed list, each in quotation marks, that is most like what was found."""
    return nearest(found, _QUOTED.findall(expected))


def whole_words(found: str) -> str:
    """What is expected where a whole number is: of one between two steps that it is a range of both."""
    between = _BETWEEN.fullmatch(found.strip())
    return f"a whole number; write {between[1]} and {int(between[1]) + 1} as a range" if between else ""


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
