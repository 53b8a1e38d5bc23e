"""What a mapping says without any effect on a table, so that nobody believes it was followed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from positions.importing.coding import Coding
from positions.importing.headings import Headings
from positions.importing.mapping import TableMapping
from positions.importing.placing import code_key
from positions.model.choices import nearest
from positions.reading.located import Path_, Rows

Told = tuple[Path_, str]
_MOST_NAMED = 10


@dataclass(frozen=True)
class ReadTable:
    """A table as its mapping reads it: kind of its file, rows below the headings, columns, and cells."""

    mapping: TableMapping
    is_workbook: bool
    is_database: bool
    body: Rows
    headings: Headings
    codings: Sequence[Coding]


def without_effect(table: ReadTable) -> list[Told]:
    """The places of the mapping that change nothing, each with why, in the order of its fields."""
    return [told for rule in _RULES for told in rule(table)]


def _of_another_file(table: ReadTable) -> Iterator[Told]:
    if table.mapping.sheet and not table.is_workbook:
        yield ("sheet",), "without effect: the table is no workbook"
    if table.mapping.sql and not table.is_database:
        yield ("sql",), "without effect: the table is no database"


def _values_that_no_row_has(table: ReadTable) -> Iterator[Told]:
    for heading, column in table.headings.only.items():
        there = {cells[column].strip() for _, cells in table.body if column < len(cells)}
        for wanted in table.mapping.only[heading]:
            if wanted not in there:
                yield ("only", heading), f"{wanted!r} is in no row; {_named('there', there, wanted)}"


def _codes_that_no_cell_has(table: ReadTable) -> Iterator[Told]:
    texts = {one.cell.texts.get(role, "") for one in table.codings for role in ("value", "weight")}
    keys = {code_key(text, table.mapping) for text in texts}
    for code in table.mapping.missing:
        if code_key(code, table.mapping) not in keys:
            yield ("missing", code), "without effect: no cell says so"


def _numbers_that_are_none(table: ReadTable) -> Iterator[Told]:
    mapping = table.mapping
    scaled = [one.ends for one in (mapping.values, *(issue.values for issue in mapping.issues)) if one]
    if mapping.decimals is not None and not any(scaled):
        yield ("decimals",), "without effect: no scale has ends, so nothing is rounded"
    if mapping.values and not mapping.columns.value:
        yield ("values",), "without effect: columns name no value"
    own = {one.as_written for one in mapping.issues if one.values}
    if mapping.values and mapping.columns.value and {one.issue for one in table.codings} <= own:
        yield ("values",), "without effect: each issue has values of its own"
    if mapping.day_format and not mapping.columns.day:
        yield ("day_format",), "without effect: columns name no day"


def _defaults_that_no_row_needs(table: ReadTable) -> Iterator[Told]:
    for name in sorted(table.mapping.defaults.model_fields_set):
        if table.codings and all(name in one.cell.texts for one in table.codings):
            yield ("defaults", name), "without effect: each row has its own"


def _members_that_are_none(table: ReadTable) -> Iterator[Told]:
    grouped = {one.party for one in table.codings if one.texts.get("member")}
    if "member_kind" in table.mapping.model_fields_set and not grouped:
        yield ("member_kind",), "without effect: no row names a member"
    for place, party in enumerate(table.mapping.parties):
        if party.kind and party.kind != "grouping" and party.as_written in grouped:
            yield ("parties", place, "kind"), f"without effect: {party.as_written} has members: a grouping"


def _names_that_are_not_there(table: ReadTable) -> Iterator[Told]:
    named = {"parties": {one.party for one in table.codings}, "issues": {one.issue for one in table.codings}}
    for kind, there in named.items():
        for place, one in enumerate(getattr(table.mapping, kind)):
            if one.as_written not in there:
                words = f"without effect: none of the {kind} is called {one.as_written!r}"
                yield (kind, place, "as_written"), f"{words}; {_named(kind, there, one.as_written)}"


def _named(what: str, there: Collection[str], wanted: str) -> str:
    """The first of those that are there, and the nearest to what was wanted."""
    first = ", ".join(islice(sorted(there), _MOST_NAMED))
    more = f" and {len(there) - _MOST_NAMED:,} more" if len(there) > _MOST_NAMED else ""
    near = nearest(wanted, there)
    return f"{what}: {first}{more}{f'; nearest: {near}' if near else ''}"


_RULES: tuple[Callable[[ReadTable], Iterator[Told]], ...] = (
    _of_another_file,
    _values_that_no_row_has,
    _numbers_that_are_none,
    _codes_that_no_cell_has,
    _defaults_that_no_row_needs,
    _members_that_are_none,
    _names_that_are_not_there,
)
