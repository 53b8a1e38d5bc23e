"""Two versions of one dossier's files: where they clash, and one that has of each what was chosen."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass

from positions.editing.rebasing import WHOLE, Clash, clashes, rebased
from positions.editing.saving import Line, Reasons, changes_between, logged_changes
from positions.editing.statements import Row, statement_rows
from positions.editing.tables import EDITABLE, Change, by_heads, record_name, table_changes, with_tables
from positions.reading.dossier import DESCRIPTION, SOURCES, read_files
from positions.reading.files import Files
from positions.workbook.rows import Cells, rows_of
from positions.workbook.tables import Table

_MINE = "kept over what another had saved meanwhile"
_THEIRS = "kept what another had saved meanwhile"


@dataclass(frozen=True)
class Settled:
    """The clashes that were found, and those by record and column in which what another saved is kept."""

    found: tuple[Clash, ...] = ()
    theirs_kept: frozenset[tuple[str, str]] = frozenset()

    def told(self, lines: Iterable[Line], why: str) -> list[Line]:
        """The lines with each choice told in its reason, and one more for each of theirs that is kept."""
        mine = {one.place for one in self.found if one.place not in self.theirs_kept}
        return [
            (*line[:4], f"{_MINE}; {line[4]}" if {line[:2], (line[0], WHOLE)} & mine else line[4])
            for line in lines
        ] + [
            (
                one.record,
                one.column,
                one.theirs,
                one.theirs,
                f"{_THEIRS} instead of: {one.mine or 'nothing'}; {why}",
            )
            for one in self.found
            if one.place in self.theirs_kept
        ]


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


def all_changes(before: Files, after: Files) -> list[Change]:
    """Record, column, value before and after of each cell that differs, table by table, then the statements.

    Neither has a fault; where the files of the tables are the same these are not read.
    """
    return _described_changes(before, after) + changes_between(_rows(before), _rows(after))


def changed_lines(before: Files, after: Files, reasons: Reasons, settled: Settled) -> list[Line]:
    """A line of the log for each cell that differs, each decision of a statement, and each choice made.

    What of another is kept changes nothing in the folder: its line, of the last, has one value twice.
    """
    lines = [(*one, reasons.why) for one in _described_changes(before, after)]
    return settled.told(lines + logged_changes(_rows(before), _rows(after), reasons), reasons.why)


def _described_changes(before: Files, after: Files) -> list[Change]:
    if all(before[file]() == after[file]() for file in (DESCRIPTION, SOURCES)):
        return []
    return table_changes(read_files(before).dossier, read_files(after).dossier)


def _rows(files: Files) -> list[Row]:
    return statement_rows(files)[1]


def _three(versions: Versions) -> tuple[Files, Files, Files]:
    return versions.base, versions.mine, versions.theirs


def _statements(versions: Versions) -> tuple[list[Row], list[Row], list[Row]]:
    base, mine, theirs = (_rows(files) for files in _three(versions))
    return base, mine, theirs


def _tables(files: Files) -> Mapping[str, list[Row]]:
    """The rows of each of EDITABLE by their heads."""
    found = rows_of(read_files(files).dossier)
    return {name: by_heads(table, found[name]) for name, table in EDITABLE.items()}


def _namer(table: Table) -> Callable[[Row], str]:
    return lambda row: record_name(table, row)


def _id(row: Row) -> str:
    return row["id"]
