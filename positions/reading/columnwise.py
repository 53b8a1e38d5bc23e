"""Many rows of texts in, their records out: each value of a column is checked once, as its model does."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import compress
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from positions.reading.row_columns import Cells, RowColumns

RecordT = TypeVar("RecordT", bound=BaseModel)
_AT_A_TIME = 10_000  # rows whose values are in memory twice


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
