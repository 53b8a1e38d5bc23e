"""A dossier as rows of cells for each sheet of its workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from positions.model.dossier import Dossier
from positions.model.statements import Statement
from positions.workbook.cells import cell_of
from positions.workbook.tables import (
    ABOUT,
    DIFFERENCES,
    GOVERNMENTS,
    ISSUES,
    LIMITS,
    MEMBERS,
    PARTIES,
    PLAIN,
    SOURCES,
    STATEMENTS,
    STEPS,
    Column,
    Table,
)

Cells = list[str]
CODING = "Coding "  # begins the name of a sheet with one coder's own rows
FIELD, VALUE = "field", "value"


def rows_of(dossier: Dossier) -> dict[str, list[Cells]]:
    """The rows of each sheet by its name, in the order of the dossier; of About one row per field."""
    written = dossier.model_dump(mode="json", by_alias=True, exclude_none=True)
    brief = dossier.model_dump(mode="json", by_alias=True, exclude_defaults=True, include={"sources"})
    parties, issues = written["parties"], written["issues"]
    return {
        ABOUT.name: [[column.head, _cell(written, column)] for column in ABOUT.columns],
        LIMITS.name: [[limit] for limit in written["limits"]],
        PARTIES.name: _cells(PARTIES, parties),
        MEMBERS.name: _below(MEMBERS, parties, "members"),
        GOVERNMENTS.name: _below(GOVERNMENTS, _holders(parties), "governments"),
        ISSUES.name: _cells(ISSUES, issues),
        STEPS.name: _below(STEPS, issues, "scale"),
        SOURCES.name: _cells(SOURCES, brief.get("sources", ())),
        STATEMENTS.name: _with_kept(_cells(STATEMENTS, written["statements"]), dossier),
        **{table.name: _cells(table, written[table.path[0]]) for table in PLAIN},
        DIFFERENCES.name: _cells(DIFFERENCES, written.get("compared", {}).get("differences", ())),
    }


def coding_rows(codings: Mapping[str, Iterable[Statement]]) -> dict[str, list[Cells]]:
    """The rows of a sheet for each coder, as those of the statements are."""
    return {
        f"{CODING}{coder}": _cells(STATEMENTS, (one.model_dump(mode="json") for one in statements))
        for coder, statements in codings.items()
    }


def _with_kept(rows: list[Cells], dossier: Dossier) -> list[Cells]:
    """The rows of statements with the columns behind them that the dossier keeps and does not know."""
    return [
        [*cells, *(column.cells.get(one.id, "") for column in dossier.kept)]
        for one, cells in zip(dossier.statements, rows, strict=True)
    ]


def _holders(parties: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for party in parties:
        yield from (party, *party["members"])


def _below(table: Table, owners: Iterable[Mapping[str, Any]], field: str) -> list[Cells]:
    """The rows of records inside other records, each beginning with the id of its owner."""
    return [[owner["id"], *cells] for owner in owners for cells in _cells(table, owner[field])]


def _cells(table: Table, records: Iterable[Mapping[str, Any]]) -> list[Cells]:
    return [[_cell(record, column) for column in table.columns] for record in records]


def _cell(record: Mapping[str, Any], column: Column) -> str:
    value: Any = record
    for name in column.path:
        value = value.get(name) if isinstance(value, Mapping) else None
    # An empty list is what an empty cell means, unless unknown is.
    return "" if value == [] and not column.none_differs else cell_of(value, column.kind)
