"""The sheets of a workbook by the names that they have here, each beginning with its heads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from positions.model.choices import nearest
from positions.model.errors import Finding, Repair
from positions.reading.heads import Columns, above_heads, head_place
from positions.reading.located import Rows
from positions.workbook.rows import CODING, FIELD, VALUE
from positions.workbook.tables import (
    ABOUT,
    ISSUES,
    MEMBERS,
    PARTIES,
    PLAIN,
    SOURCES,
    STATEMENTS,
    STEPS,
    TABLES,
    Table,
)

_NAMES = Columns(tuple(table.name for table in TABLES))
_BY_NAME = {table.name: table for table in TABLES}
_SPEAKERS = PLAIN[0]
_NEEDED = (PARTIES, ISSUES, SOURCES, STATEMENTS)
# Sheets that are needed where a cell of these columns is filled, and the list that their rows make.
_REFERRED: tuple[tuple[Table, str, tuple[tuple[str, str], ...]], ...] = (
    (_SPEAKERS, "speakers", ((STATEMENTS.name, "speaker"),)),
    (MEMBERS, "members", ((STATEMENTS.name, "member"), (_SPEAKERS.name, "member"))),
    (STEPS, "scale", ((STATEMENTS.name, "step_low"), (STATEMENTS.name, "step_high"))),
)


@dataclass
class KnownSheets:
    """The sheets by their names, and what was mended: names, and rows above the heads."""

    rows: dict[str, Rows]
    written: dict[str, str] = field(default_factory=dict)
    """The name of each as it is in the workbook, by the one that it has here."""
    repairs: list[Repair] = field(default_factory=list)


def known_name(written: str) -> str:
    """The name of a sheet of a dossier, where only capitals and blanks differ; else as it is written."""
    return written if written in _BY_NAME else _NAMES.named(written) or written


def known_sheets(found: Mapping[str, Rows], file: str) -> KnownSheets:
    """The sheets by the names that they have here: that of one with other letters, or with its very heads.

    A sheet of another name is taken for a missing one if its heads are of that alone, with all that it
    needs, and no other sheet is like that. Rows above the heads are left out, and told.
    """
    sheets = KnownSheets({})
    names = {written: known_name(written) for written in found}
    names = {one: one if [*names.values()].count(name) > 1 else name for one, name in names.items()}
    by_heads = _named_by_heads(
        {one: found[one] for one, name in names.items() if name not in _BY_NAME}, names
    )
    for written, rows in found.items():
        name = by_heads.get(written, names[written])
        sheets.rows[name], sheets.written[name] = rows, written
        if name != written:
            how = f"its heads are those of {name}" if written in by_heads else ""
            sheets.repairs.append(Repair(file, None, "sheet", written, name, how=how))
        if is_of_dossier(name):
            columns = _columns(_BY_NAME.get(name, STATEMENTS))
            place = head_place(rows, columns)
            sheets.repairs += above_heads(rows, place, name)
            sheets.rows[name] = rows[place:]
    return sheets


def is_of_dossier(name: str) -> bool:
    """Whether a sheet of that name is read: one of a dossier, or of a coding beside it."""
    return name in _BY_NAME or name.startswith(CODING)


def missing_sheets(
    found: Mapping[str, Rows], file: str, *, listed: bool = False
) -> tuple[list[Finding], frozenset[str]]:
    """A finding for each sheet that is needed and not there, or empty; and the lists that are unread.

    Where sources are `listed` in a file beside the workbook it needs no sheet of them.
    """
    findings, unread = list[Finding](), set[str]()
    others = [name for name in found if name not in _BY_NAME and not name.startswith(CODING)]
    for table in _NEEDED:
        if table.name not in found and not (listed and table is SOURCES):
            findings.append(_missing(table, file, "", {name: found[name] for name in others}))
            unread.add(table.name.casefold())
    for table, records, columns in _REFERRED:
        if len(found.get(table.name, [])) > 1:
            continue
        for sheet, head in columns:
            row = next(_filled(found.get(sheet, []), head), None)
            if row is not None:
                why = f", because {sheet} names one in row {row} ({head})"
                if table.name in found:
                    expected = f"a row below the heads{why}"
                    findings.append(Finding(table.name, None, "", None, expected))
                else:
                    findings.append(_missing(table, file, why, {name: found[name] for name in others}))
                unread.add(records)
                break
    return findings, frozenset(unread)


def _missing(table: Table, file: str, why: str, others: Mapping[str, Rows]) -> Finding:
    alike = [name for name, rows in others.items() if _share(rows, table) > 1 / 2]
    near = alike[0] if len(alike) == 1 else nearest(table.name, others)
    meant = f"; is the sheet {near!r} meant? Then rename it to {table.name}" if near else ""
    return Finding(file, None, "", None, f"a sheet named {table.name}{why}{meant}")


def _named_by_heads(others: Mapping[str, Rows], names: Mapping[str, str]) -> dict[str, str]:
    """The sheets of other names that are what a missing one would be, and nothing else."""
    missing = [table for table in TABLES if table.name not in names.values()]
    fits = {name: [one.name for one in missing if _fits(rows, one)] for name, rows in others.items()}
    found = {name: tables[0] for name, tables in fits.items() if len(tables) == 1}
    return {name: table for name, table in found.items() if [*found.values()].count(table) == 1}


def _fits(rows: Rows, table: Table) -> bool:
    """Whether the heads are all of a sheet, with all that it needs."""
    needed = {column.head for column in table.all_columns if column.required}
    heads = {_columns(table, of_about=True).named(cell) for cell in _heads(rows, table)}
    return bool(heads) and None not in heads and needed <= heads


def _share(rows: Rows, table: Table) -> float:
    heads = _heads(rows, table)
    known = [head for head in heads if _columns(table, of_about=True).named(head)]
    return len(known) / len(heads) if heads else 0


def _heads(rows: Rows, table: Table) -> list[str]:
    """The filled cells that are heads: of About the first of each row but for those above its fields."""
    if table is ABOUT:
        cells = [line[0] for _, line in rows if line]
        return [cell for cell in cells if cell.strip() and cell.strip().casefold() != FIELD]
    cells = rows[head_place(rows, _columns(table))][1] if rows else []
    return [cell for cell in cells if cell.strip()]


def _columns(table: Table, *, of_about: bool = False) -> Columns:
    return Columns((FIELD, VALUE) if table is ABOUT and not of_about else table.heads)


def _filled(rows: Rows, head: str) -> Iterator[int]:
    """The numbers of the rows in which the cell of that column is filled."""
    columns = _columns(STATEMENTS)
    heads = [columns.named(cell) for cell in rows[0][1]] if rows else []
    place = heads.index(head) if head in heads else None
    for number, cells in rows[1:]:
        if place is not None and place < len(cells) and cells[place].strip():
            yield number
