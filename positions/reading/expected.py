"""What a record expects at a place where a value is missing, unknown or none of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from positions.model.choices import MEANINGS, nearest
from positions.reading.located import Path_

AN_ID = "an id of letters, digits, _ and -"
_QUOTED = re.compile(r"'([^']*)'")
_ENDS = re.compile(r"(\d{1,2})\s*(?:[-–—/]|to)\s*(\d{1,2})")
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
