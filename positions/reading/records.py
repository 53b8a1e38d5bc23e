"""Plain values with lines in, checked records out; a fault keeps the line it stands on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from positions.model.choices import nearest
from positions.model.errors import Finding
from positions.reading.columnwise import columnwise_records
from positions.reading.expected import (
    AN_ID,
    known_keys,
    missing_words,
    nearest_key,
    quoted_words,
    whole_words,
)
from positions.reading.located import Located, Path_
from positions.reading.names import code_names
from positions.reading.stand_ins import Completed, StoodIn, only_follows, stood_in

RecordT = TypeVar("RecordT", bound=BaseModel)

_EXPECTED: dict[str, str] = {
    "string_pattern_mismatch": AN_ID,
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
    "decimal_type": "a number",
    "decimal_parsing": "a number",
    "dict_type": "a mapping",
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
_STEPS = ("step_low", "step_high")
_FEW = 2_000  # rows that are read before the checks of their columns are made
_SHA256 = "64 hexadecimal digits, 0 to 9 and a to f; or none, and `positions fingerprint FOLDER` writes them"
# How a value that is no text and no number is called.
_KINDS: dict[type, str] = {dict: "a mapping", list: "a list", tuple: "a list", type(None): "null"}


def checked_record(located: Located, model: type[RecordT]) -> tuple[RecordT | None, list[Finding]]:
    """The record that the whole value makes, or None and what is wrong with it."""
    stood, findings = completed_record(located, model)
    return (None if findings else stood.record), findings


def completed_record(located: Located, model: type[RecordT]) -> tuple[StoodIn[RecordT], list[Finding]]:
    """The record that the whole value makes, with stand-ins for what is wrong with it."""
    try:
        return StoodIn(model.model_validate(located.value)), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    renamed = _renamed(details, model, located)
    stood = stood_in(located.value, details, model, renamed)
    return stood, [*_findings(details, located, model), *_findings(stood.further, located, model)]


def completed_records(located: Located, model: type[RecordT]) -> tuple[Completed[RecordT], list[Finding]]:
    """The records by their place in the list, with stand-ins for what is wrong with them."""
    values = located.value
    if located.table:
        if len(values) > _FEW and (rows := columnwise_records(values, model)) is not None:
            return Completed(dict(enumerate(rows))), []
        values = list(values)
    try:
        sound = TypeAdapter(list[model]).validate_python(values)  # type: ignore[valid-type]
    except ValidationError as error:
        details = error.errors(include_url=False)
    else:
        return Completed(dict(enumerate(sound))), []
    faulty: dict[int, list[ErrorDetails]] = {}
    for detail in details:
        place, *inside = detail["loc"]
        faulty.setdefault(int(place), []).append({**detail, "loc": tuple(inside)})
    found = Completed[RecordT]()
    renamed = _renamed(details, model, located)
    for n, value in enumerate(values):
        own = {old[1:]: new[1:] for old, new in renamed.items() if old[0] == n} if n in faulty else {}
        one = stood_in(value, faulty[n], model, own) if n in faulty else StoodIn(model.model_validate(value))
        found.take(n, one)
        details += [{**further, "loc": (n, *further["loc"])} for further in one.further]
    return found, list(_findings(details, located, model))


def _findings(details: Sequence[ErrorDetails], located: Located, model: type[BaseModel]) -> Iterator[Finding]:
    renamed = _renamed(details, model, located)
    missing = {tuple(detail["loc"]) for detail in details if detail["type"] == "missing"}
    follows = missing.intersection(renamed.values()).union(_second_ends(details))
    for detail in details:
        place: Path_ = tuple(detail["loc"])
        if only_follows(detail) or place in follows:
            continue
        expected = _expected(detail, model, located)
        finding = located.finding(place, _field(detail), _found(detail), expected)
        near = renamed[place][-1] if place in renamed else _nearest(detail)
        yield replace(finding, nearest=str(near) if near else None)


def _second_ends(details: Sequence[ErrorDetails]) -> Iterator[Path_]:
    """The upper ends of ranges that are faulty as their lower ends are, which are told already."""
    inputs = {tuple(detail["loc"]): detail["input"] for detail in details if detail["type"] != "missing"}
    for place, found in inputs.items():
        if place[-1:] == ("step_low",) and inputs.get(high := (*place[:-1], "step_high")) == found:
            yield high


def _renamed(details: Sequence[ErrorDetails], model: type[BaseModel], located: Located) -> dict[Path_, Path_]:
    """The place of each field that is not known here, and of the known one that is most like it."""
    unknown = [tuple(detail["loc"]) for detail in details if detail["type"] == "extra_forbidden"]
    near = {place: nearest_key(model, _inside(place, located)) for place in unknown}
    return {place: (*place[:-1], key) for place, key in near.items() if key}


def _inside(place: Path_, located: Located) -> Path_:
    """The place inside its record: of a list of records without the number of the record."""
    return place[1:] if located.table or isinstance(located.value, list) else place


def _nearest(detail: ErrorDetails) -> str | None:
    if detail["type"] in ("bool_type", "bool_parsing"):
        return nearest(str(detail["input"]), ("true", "false"))
    if detail["type"] != "literal_error":
        return None
    return code_names(quoted_words(detail["ctx"]["expected"])).nearest(str(detail["input"]))


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


def _expected(detail: ErrorDetails, model: type[BaseModel], located: Located) -> str:
    context: dict[str, Any] = detail.get("ctx", {})
    if detail["type"] == "missing":
        return missing_words(model, _inside(tuple(detail["loc"]), located))
    if (
        detail["type"] == "int_parsing"
        and _field(detail) in _STEPS
        and (words := whole_words(str(detail["input"])))
    ):
        return words
    if "Q[1-4]" in context.get("pattern", ""):
        return "a quarter, such as 2022-Q1, or a year"
    if "{64}" in context.get("pattern", ""):
        return _SHA256
    if detail["type"] == "extra_forbidden" and not _renamed([detail], model, located):
        known = known_keys(model, _inside(tuple(detail["loc"]), located))
        return f"{_EXPECTED['extra_forbidden']}: {', '.join(known)}"
    template = _EXPECTED.get(detail["type"])
    return template.format(**context) if template else detail["msg"]
