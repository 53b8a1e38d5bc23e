"""Plain values with lines in, checked records out; a fault keeps the line it stands on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import compress
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from positions.model.choices import nearest
from positions.model.errors import Finding
from positions.reading.expectations import (
    AN_ID,
    known_keys,
    missing_words,
    nearest_key,
    quoted_words,
    whole_words,
)
from positions.reading.located import Located, Path_
from positions.reading.names import code_names
from positions.reading.row_columns import Cells, RowColumns
from positions.reading.stand_ins import Completed, StoodIn, only_follows, stood_in

_AT_A_TIME = 10_000  # rows whose values are in memory twice
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


def columnwise_records(rows: RowColumns, model: type[RecordT]) -> list[RecordT] | None:
    """The records in the order of their rows, each as its row alone makes it; None where one is at fault.

    For models whose fields bear the names of columns and whose own rules are asked when a record is made.
    What several rows say is in memory once, and of a record hardly more than its values: a fifth of it all.
    """
    if not rows.filled <= model.model_fields.keys():
        return None
    parts = range(0, len(rows), _AT_A_TIME)
    try:
        return [one for first in parts for one in _records(rows, slice(first, first + _AT_A_TIME), model)]
    except (ValidationError, PydanticCustomError, KeyError):  # of a value, of a record, of a value missing
        return None


def _records(rows: RowColumns, part: slice, model: type[RecordT]) -> Iterator[RecordT]:
    rules = [one.func for one in model.__pydantic_decorators__.model_validators.values()]
    names, put = tuple(model.model_fields), object.__setattr__
    written = [rows.column(name)[part] for name in names]
    columns = [_column(cells, model, name) for name, cells in zip(names, written, strict=True)]
    filled: dict[tuple[bool, ...], set[str]] = {}
    for cells, values in zip(zip(*written, strict=True), zip(*columns, strict=True), strict=True):
        made = object.__new__(model)
        for name, value in zip(names, values, strict=True):
            put(made, name, value)
        has = tuple([cell is not None for cell in cells])
        if has not in filled:
            filled[has] = {*compress(names, has)}
        put(made, "__pydantic_fields_set__", filled[has])
        put(made, "__pydantic_extra__", None)
        put(made, "__pydantic_private__", None)
        for rule in rules:
            rule(made)
        yield made


def _column(written: Cells, model: type[BaseModel], name: str) -> list[Any]:
    """What a field is in each row. Raises ValidationError, or KeyError where it must be there and is not."""
    field, texts = model.model_fields[name], [one for one in {*written} if one is not None]
    if not texts and not field.is_required():
        return [field.default] * len(written)
    values = _check(model, name).validate_python(texts)
    # A text that is read as it is written stays the one of its row, which other rows have, too.
    read: dict[str | None, Any] = {
        text: text if value == text else value for text, value in zip(texts, values, strict=True)
    }
    if not field.is_required():
        read[None] = field.default
    return list(map(read.__getitem__, written))


@cache
def _check(model: type[BaseModel], name: str) -> TypeAdapter[list[Any]]:
    kind: Any = model.model_fields[name].rebuild_annotation()
    return TypeAdapter(list[kind], config=model.model_config)
