"""TABLES: the sheets of a dossier's workbook, each with the columns that its record has."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from positions.model.base import Record, field_meanings
from positions.model.dossier import (
    Comparison,
    Description,
    Difference,
    Dossier,
    Event,
    LeftOut,
    LookedFor,
    Searched,
    Stretch,
)
from positions.model.issues import Issue, ScaleStep
from positions.model.parties import Government, Member, Party, Speaker
from positions.model.sources import Contributor, CslDate, Source
from positions.model.statements import Statement
from positions.workbook.cells import Kind
from positions.workbook.column_words import column_words


@dataclass(frozen=True)
class Column:
    """A column: its head, where its value stands in a record, how it is written, what it means.

    `choices` are the values of a closed list; `ids` is the sheet whose first column names what may
    stand in it; `default` is what an empty cell means, None where it means unknown. An empty list is
    another thing than an empty cell where `none_differs`.
    """

    head: str
    path: tuple[str, ...]
    kind: Kind
    meaning: str
    required: bool
    choices: tuple[str, ...] = ()
    ids: str | None = None
    default: object = None
    none_differs: bool = False


@dataclass(frozen=True)
class Table:
    """A sheet: its name, what its rows are, where they stand in the dossier, and its columns.

    `parents` names the column with the id of the record that a row belongs to; `model` is what each row
    makes, None where that is a text.
    """

    name: str
    meaning: str
    path: tuple[str, ...]
    columns: tuple[Column, ...]
    parents: Column | None = None
    model: type[Record] | None = None

    @property
    def heads(self) -> tuple[str, ...]:
        """The heads of all columns, that of the parents first."""
        return tuple(column.head for column in self.all_columns)

    @property
    def all_columns(self) -> tuple[Column, ...]:
        """The columns, that of the parents first."""
        return (self.parents, *self.columns) if self.parents else self.columns


# Whose ids a field names, wherever it stands; `id` itself and fields of other names have no such list.
_IDS = {
    "party": "Parties",
    "part_of": "Parties",
    "member": "Members",
    "speaker": "Speakers",
    "issue": "Issues",
    "source": "Sources",
}
# Lists of records that have a sheet of their own.
_APART = {
    "parties", "members", "governments", "speakers", "issues", "scale", "events", "searched", "stretches",
    "limits", "left_out", "looked_for", "differences",
}  # fmt: skip
_WITH_LISTS = (Description, Comparison, Party, Member, Issue)


def _columns(model: type[Record], before: tuple[str, ...] = (), *, required: bool = True) -> Iterator[Column]:
    """The columns of a record, those of records inside it with a dot in their heads."""
    for name, field in model.model_fields.items():
        path, inner = (*before, field.alias or name), _inner(field.annotation)
        needed = required and field.is_required()
        if name in _APART and get_origin(inner) is tuple and model in _WITH_LISTS:
            continue
        if isinstance(inner, type) and issubclass(inner, Record) and inner is not CslDate:
            yield from _columns(inner, path, required=needed)
        else:
            ids = None if model is Source else _IDS.get(name)
            yield _column(path, field, field_meanings(model).get(name, ""), required=needed, ids=ids)


def _column(
    path: tuple[str, ...], field: FieldInfo, meaning: str, *, required: bool, ids: str | None
) -> Column:
    inner = _inner(field.annotation)
    choices = tuple(get_args(inner)) if get_origin(inner) is Literal else ()
    kind = _kind(inner)
    return Column(
        ".".join(path),
        path,
        kind,
        meaning,
        required,
        ("true", "false") if kind == "truth" else choices,
        ids,
        field.default if isinstance(field.default, (bool, int, str)) else None,
        kind == "ids" and not field.is_required() and field.default is None,
    )


def _inner(annotation: Any) -> Any:
    """The type of a field without None beside it and without what only constrains it."""
    if hasattr(annotation, "__metadata__"):
        return _inner(annotation.__origin__)
    if get_origin(annotation) in (Union, types.UnionType):
        kept = [one for one in get_args(annotation) if one is not type(None)]
        return _inner(kept[0]) if len(kept) == 1 else None
    return annotation


def _kind(inner: Any) -> Kind:
    if get_origin(inner) is Literal or inner is str:
        return "text"
    if inner in (bool, int):
        return "truth" if inner is bool else "number"
    if inner is CslDate:
        return "day"
    if get_origin(inner) is tuple:
        of = _inner(get_args(inner)[0])
        return "ids" if of is str else "people" if of is Contributor else "other"
    return "other"


def _table(name: str, model: type[Record], path: tuple[str, ...], parents: Column | None = None) -> Table:
    meaning = " ".join((model.__doc__ or "").split("\n\n")[0].split())
    columns = (
        replace(column, meaning=column_words(name, column.head, column.meaning))
        for column in sorted(_columns(model), key=_ids_first)
    )
    return Table(name, meaning, path, tuple(columns), parents, model)


def _without_need(table: Table, head: str) -> Table:
    """The sheet with a column that may stay empty, because what is missing in it is proposed."""
    return replace(
        table,
        columns=tuple(replace(one, required=False) if one.head == head else one for one in table.columns),
    )


def _ids_first(column: Column) -> bool:
    return column.head != "id"


def _belongs_to(head: str, meaning: str, ids: str | None) -> Column:
    return Column(head, (head,), "text", meaning, required=True, ids=ids)


def with_kept(dossier: Dossier) -> Table:
    """The sheet of statements with the columns that the dossier keeps and does not know."""
    words = "A column of your own; it is kept as it is."
    own = (Column(one.name, (one.name,), "text", words, required=False) for one in dossier.kept)
    return replace(STATEMENTS, columns=(*STATEMENTS.columns, *own))


ABOUT = _table("About", Description, ())
STATEMENTS = _table("Statements", Statement, ("statements",))
SOURCES = _without_need(_table("Sources", Source, ("sources",)), "custom.short_name")
LIMITS = Table(
    "Limits",
    "What a reader must know of the case before trusting it: one sentence in each row.",
    ("limits",),
    (Column("limit", (), "text", "One plain sentence.", required=True),),
)
PARTIES = _table("Parties", Party, ("parties",))
MEMBERS = _table(
    "Members",
    Member,
    ("parties", "members"),
    _belongs_to("party", "The grouping to which the member belongs.", "Parties"),
)
GOVERNMENTS = _table(
    "Governments",
    Government,
    ("governments",),
    _belongs_to("holder", "The party or member that it governs.", None),
)
ISSUES = _table("Issues", Issue, ("issues",))
STEPS = _without_need(
    _table(
        "Steps",
        ScaleStep,
        ("issues", "scale"),
        _belongs_to("issue", "The issue whose step it is.", "Issues"),
    ),
    "short",
)
DIFFERENCES = _table("Differences", Difference, ("compared", "differences"))
# Each is a list of dossier.yaml without anything below its records.
PLAIN = (
    _table("Speakers", Speaker, ("speakers",)),
    _table("Events", Event, ("events",)),
    _table("Searched", Searched, ("searched",)),
    _table("Stretches", Stretch, ("stretches",)),
    _table("Looked for", LookedFor, ("looked_for",)),
    _table("Left out", LeftOut, ("left_out",)),
)
TABLES = (
    ABOUT, LIMITS, PARTIES, MEMBERS, GOVERNMENTS, PLAIN[0], ISSUES, STEPS, SOURCES, STATEMENTS,
    *PLAIN[1:], DIFFERENCES,
)  # fmt: skip
