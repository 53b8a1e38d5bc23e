"""A value with faulty places in, a record with a stand-in at each out, so that the rest is checked."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Generic, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from positions.reading.expectations import record_at
from positions.reading.located import Path_
from positions.reading.proposed_ids import free, latin

RecordT = TypeVar("RecordT", bound=BaseModel)
_ROUNDS = 8  # a record that lacks all it needs takes one for each of its levels
# What fits most fields that must be there: a year, an id, a name; a step; a list of either.
_FITTING: tuple[Any, ...] = ("2000", "1", ["2000"])


@dataclass(frozen=True, slots=True)
class StoodIn(Generic[RecordT]):
    """The record, None where no stand-in fits; the places that are not as written; further faults."""

    record: RecordT | None
    unsure: frozenset[Path_] = frozenset()
    further: tuple[ErrorDetails, ...] = ()


def stood_in(
    value: Any, details: Iterable[ErrorDetails], model: type[RecordT], renamed: dict[Path_, Path_]
) -> StoodIn[RecordT]:
    """The record that the value makes once the faulty places of `details` hold stand-ins.

    `renamed` are the places of fields under a wrong name with the right ones, whose values are kept.
    Faults that are seen only then are `further`, but for what only follows from a stand-in.
    """
    if not isinstance(value, dict):  # of nothing at all every field is a stand-in
        value, details, renamed = {}, _errors_of_nothing(model), {}
    value, unsure, further = copy.deepcopy(value), set[Path_](), list[ErrorDetails]()
    open_details = list(details)
    for _ in range(_ROUNDS):
        moved = {old: new for old, new in renamed.items() if _move(value, old, new)}
        missing = {*moved.values()}
        unsure |= set(_replaced(value, model, (one for one in open_details if one["loc"] not in missing)))
        try:
            return StoodIn(model.model_validate(value), frozenset(unsure), tuple(further))
        except ValidationError as error:
            open_details = error.errors(include_url=False)
            further += [one for one in open_details if not _follows(one, unsure)]
            renamed = {}
    return StoodIn(None, frozenset(unsure), tuple(further))


@dataclass
class Completed(Generic[RecordT]):
    """Records by their place in a list, stand-ins and all, and the fields with a stand-in by that place.

    The names of fields of an inner record have a dot before them.
    """

    records: dict[int, RecordT] = field(default_factory=dict)
    unsure: dict[int, frozenset[str]] = field(default_factory=dict)

    def take(self, place: int, one: StoodIn[RecordT]) -> None:
        """Add what a value at that place makes."""
        if one.record is not None:
            self.records[place] = one.record
        if one.unsure:
            names = (".".join(map(str, path[:length])) for path in one.unsure for length in range(1, 3))
            self.unsure[place] = frozenset(names)


def _errors_of_nothing(model: type[BaseModel]) -> list[ErrorDetails]:
    try:
        model.model_validate({})
    except ValidationError as error:
        return error.errors(include_url=False)
    return []


def only_follows(detail: ErrorDetails) -> bool:
    """Whether a list is called too short only because its faulty values were not counted."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def _move(value: Any, old: Path_, new: Path_) -> bool:
    """Whether the value under a wrong name now stands under the right one, which was free."""
    around = _inner(value, old[:-1])
    if not isinstance(around, dict) or new[-1] in around:
        return False
    around[new[-1]] = around.pop(old[-1])
    return True


def _follows(detail: ErrorDetails, unsure: set[Path_]) -> bool:
    place: Path_ = tuple(detail["loc"])
    if detail["type"] == "pair":
        return any((*place, detail["ctx"][end]) in unsure for end in ("a", "b"))
    return any(place[: len(one)] == one or one[: len(place)] == place for one in unsure)


def _replaced(value: Any, model: type[BaseModel], details: Iterable[ErrorDetails]) -> list[Path_]:
    """The places that now hold another value than was written, or none; the last of a list first."""
    found: dict[Path_, ErrorDetails] = {}
    for detail in details:
        if not only_follows(detail):
            ends = (detail["ctx"]["a"], detail["ctx"]["b"]) if detail["type"] == "pair" else ()
            for place in [(*detail["loc"], end) for end in ends] or [tuple(detail["loc"])]:
                found[_known_part(value, place)] = detail
    for place in sorted(
        found, key=lambda path: [*map(str, path[:-1]), f"{path[-1:]}".rjust(9)], reverse=True
    ):
        _replace(value, model, place, found[place])
    return list(found)


def _known_part(value: Any, place: Path_) -> Path_:
    """The place without what only names a kind of value, and is nowhere in the file."""
    inside = value
    for length, part in enumerate(place):
        if isinstance(inside, dict) and isinstance(part, str):
            if part not in inside:
                return place[: length + 1]
            inside = inside[part]
        elif isinstance(inside, list) and isinstance(part, int) and part < len(inside):
            inside = inside[part]
        else:
            return place[:length]
    return place


def _replace(value: Any, model: type[BaseModel], place: Path_, detail: ErrorDetails) -> None:
    around = _inner(value, place[:-1])
    if isinstance(around, list):
        if detail["type"].startswith("model_"):
            around[int(place[-1])] = {}
        else:
            del around[int(place[-1])]
        return
    if not place or not isinstance(around, dict):
        return
    name, record = str(place[-1]), record_at(model, place[:-1])
    fields = {field.alias or name: field for name, field in record.model_fields.items()}
    written = around.pop(name, None)
    if name in fields and fields[name].is_required():
        around[name] = (
            _free_id(written, around, _inner(value, place[:-2]))
            if name in ("id", "name")
            else copy.deepcopy(_fitting(record, name))
        )


def _inner(value: Any, place: Path_) -> Any:
    for part in place:
        value = value[part]
    return value


def _free_id(written: object, record: dict[str, Any], beside: object) -> str:
    """An id, or a name, that no record beside it has, as like what was meant as can be."""
    others = beside if isinstance(beside, list) else ()
    taken = {str(one.get(key)) for one in others if isinstance(one, dict) for key in ("id", "name")}
    words = (record.get("name"), record.get("id"), written)
    meant = next((short for one in words if isinstance(one, str) and (short := latin(one))), "unnamed")
    return free(meant, taken)


@cache
def _fitting(model: type[BaseModel], name: str) -> Any:
    """A value that the required field takes; of a record an empty one, to be filled in the next round."""
    field = next(one for key, one in model.model_fields.items() if (one.alias or key) == name)
    kind = field.annotation
    if get_origin(kind) is Literal:
        return get_args(kind)[0]
    if _is_record(kind):
        return {}
    if get_origin(kind) is tuple and _is_record(get_args(kind)[0]):
        return [{}]
    whole: TypeAdapter[Any] = TypeAdapter(field.rebuild_annotation())
    return next((one for one in _FITTING if _fits(whole, one)), None)


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _fits(kind: TypeAdapter[Any], value: Any) -> bool:
    try:
        kind.validate_python(value)
    except ValidationError:
        return False
    return True
