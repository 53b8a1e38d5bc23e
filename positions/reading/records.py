"""Plain values with lines in, checked records out; a fault keeps the line it stands on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from positions.model.errors import Finding
from positions.reading.located import Located, Path_

RecordT = TypeVar("RecordT", bound=BaseModel)

_EXPECTED: dict[str, str] = {
    "string_pattern_mismatch": "an id of letters, digits, _ and -",
    "string_too_long": "at most {max_length} characters",
    "string_unicode": "a text of characters that exist",
    "string_too_short": "a text of at least {min_length} characters",
    "too_short": "a list of at least {min_length}",
    "too_long": "a list of at most {max_length}",
    "literal_error": "one of {expected}",
    "extra_forbidden": "a field that is known here",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_parsing_size": "a whole number of few digits",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "finite_number": "a whole number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "greater_than_equal": "{ge} or more",
    "less_than_equal": "{le:,} or less",
    "string_type": "a text",
    "tuple_type": "a list",
    "list_type": "a list",
    "model_type": "a mapping of field names to values",
    "model_attributes_type": "a mapping of field names to values",
    "value_error": "possible: {error}",
}
_SHA256 = "64 hexadecimal digits, 0 to 9 and a to f"
# How a value that is no text and no number is called.
_KINDS: dict[type, str] = {dict: "a mapping", list: "a list", tuple: "a list", type(None): "null"}


def checked_record(located: Located, model: type[RecordT]) -> tuple[RecordT | None, list[Finding]]:
    """The record that the whole value makes, or None and what is wrong with it."""
    try:
        return model.model_validate(located.value), []
    except ValidationError as error:
        return None, list(_findings(error, located))


def checked_records(located: Located, model: type[RecordT]) -> tuple[dict[int, RecordT], list[Finding]]:
    """The records that are sound, by their place in the list, and what is wrong with the rest."""
    values = located.value
    try:
        return dict(enumerate(TypeAdapter(list[model]).validate_python(values))), []  # type: ignore[valid-type]
    except ValidationError as error:
        findings = list(_findings(error, located))
        faulty = {detail["loc"][0] for detail in error.errors(include_url=False, include_input=False)}
    sound = {n: model.model_validate(value) for n, value in enumerate(values) if n not in faulty}
    return sound, findings


def _findings(error: ValidationError, located: Located) -> Iterator[Finding]:
    for detail in error.errors(include_url=False):
        if _only_follows(detail):
            continue
        place: Path_ = tuple(detail["loc"])
        yield Finding(located.file, located.line(place), _field(detail), _found(detail), _expected(detail))


def _only_follows(detail: ErrorDetails) -> bool:
    """Whether a list is called too short only because its faulty values were not counted."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def _field(detail: ErrorDetails) -> str:
    """The names on the way to the fault; an unknown one is what was found there, not where."""
    names = [part for part in detail["loc"] if isinstance(part, str)]
    return ".".join(names[:-1] if detail["type"] == "extra_forbidden" else names)


def _found(detail: ErrorDetails) -> str | None:
    if detail["type"] == "missing":
        return None
    if detail["type"] == "extra_forbidden":
        return str(detail["loc"][-1])
    if detail["type"] == "pair":
        return "one of them alone"
    return _KINDS.get(type(detail["input"])) or str(detail["input"])


def _expected(detail: ErrorDetails) -> str:
    context: dict[str, Any] = detail.get("ctx", {})
    if detail["type"] == "missing":
        return "a value"
    if "{64}" in context.get("pattern", ""):
        return _SHA256
    template = _EXPECTED.get(detail["type"])
    return template.format(**context) if template else detail["msg"]
