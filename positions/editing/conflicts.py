"""Two versions of one dossier's files: where they clash, and one that has of each what was chosen."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass

from positions.editing.rebasing import WHOLE, Clash, clashes, rebased
from positions.editing.saving import Line
from positions.editing.statements import Row, statement_rows
from positions.editing.tables import EDITABLE, by_heads, record_name, with_tables
from positions.reading.dossier import read_files
from positions.reading.files import Files
from positions.workbook.rows import Cells, rows_of
from positions.workbook.tables import Table

_MINE = "kept over what another had saved meanwhile"
_THEIRS = "kept what another had saved meanwhile"


@dataclass(frozen=True)
class Versions:
    """The files that both have read, those that were changed here, and those that stand in the folder now."""

    base: Files
    mine: Files
    theirs: Files


def all_clashes(versions: Versions) -> list[Clash]:
    """Each cell that both changed, table by table, then the statements.

    Raises DossierError where the files in the folder have faults.
    """
    base, mine, theirs = (_tables(files) for files in _three(versions))
    found = [
        clash
        for name, table in EDITABLE.items()
        for clash in clashes(base[name], mine[name], theirs[name], _namer(table))
    ]
    return found + clashes(*_statements(versions), _id)


def united(versions: Versions, theirs_kept: Container[tuple[str, str]]) -> Files:
    """The files in the folder with all that was changed here, but for the clashes in `theirs_kept`.

    Raises DossierError with every fault that the two make together.
    """
    base, mine, theirs = (_tables(files) for files in _three(versions))
    wanted: dict[str, list[Cells]] = {}
    for name, table in EDITABLE.items():
        rows = rebased(base[name], mine[name], theirs[name], _namer(table), theirs_kept)
        if rows != theirs[name]:
            wanted[name] = [[row[head] for head in table.heads] for row in rows]
    statements = rebased(*_statements(versions), _id, theirs_kept)
    return with_tables(versions.theirs, wanted, statements)


def settled_lines(
    lines: Iterable[Line], found: Iterable[Clash], theirs_kept: Container[tuple[str, str]], why: str
) -> list[Line]:
    """The lines of the log with each choice between two versions told, those of theirs last.

    What of another is kept changes nothing in the folder: its line has the same before and after.
    """
    found = [*found]
    mine = {one.place for one in found if one.place not in theirs_kept}
    told = [
        (*line[:4], f"{_MINE}; {line[4]}" if {line[:2], (line[0], WHOLE)} & mine else line[4])
        for line in lines
    ]
    return told + [
        (one.record, one.column, one.theirs, one.theirs, f"{_THEIRS}, not: {one.mine or 'nothing'}; {why}")
        for one in found
        if one.place in theirs_kept
    ]


def _three(versions: Versions) -> tuple[Files, Files, Files]:
    return versions.base, versions.mine, versions.theirs


def _statements(versions: Versions) -> tuple[list[Row], list[Row], list[Row]]:
    base, mine, theirs = (statement_rows(files)[1] for files in _three(versions))
    return base, mine, theirs


def _tables(files: Files) -> Mapping[str, list[Row]]:
    """The rows of each of EDITABLE by their heads."""
    found = rows_of(read_files(files).dossier)
    return {name: by_heads(table, found[name]) for name, table in EDITABLE.items()}


def _namer(table: Table) -> Callable[[Row], str]:
    return lambda row: record_name(table, row)


def _id(row: Row) -> str:
    return row["id"]
