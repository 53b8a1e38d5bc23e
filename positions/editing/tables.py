"""The tables of a dossier beside its statements, changed as rows: files in, files out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from positions.editing.merging import merged_json, merged_yaml
from positions.editing.statements import Row, statement_rows, with_rows
from positions.model.dossier import Dossier
from positions.model.errors import DossierError, Finding
from positions.reading.dossier import DESCRIPTION, SOURCES, read_files
from positions.reading.encoding import decoded_text
from positions.reading.files import Files
from positions.reading.located import Rows
from positions.workbook import tables
from positions.workbook.reading import files_of_sheets, sheets_of
from positions.workbook.rows import Cells, rows_of
from positions.workbook.tables import Table
from positions.workbook.tree import description_tree, source_list

EDITABLE: dict[str, Table] = {
    table.name: table
    for table in (
        tables.PARTIES, tables.MEMBERS, tables.PLAIN[0], tables.ISSUES, tables.STEPS, tables.SOURCES,
    )
}  # fmt: skip
_LAYOUT = "a layout in which single records can be changed; change it in the file itself"
Change = tuple[str, str, str, str]


def checked_table(dossier: Dossier, name: str, rows: Sequence[Cells]) -> Dossier:
    """The dossier with these rows of one of EDITABLE in the place of those that it has; no file is written.

    Raises DossierError with every fault, told by table, row and column, the heads being row 1.
    """
    opened = files_of_sheets(_with_sheets(sheets_of(dossier), {name: rows}))
    try:
        return read_files(opened.files, before=opened.before).dossier
    except DossierError as error:
        raise opened.places.told_by_row(error) from None


def with_table(files: Files, name: str, rows: Sequence[Cells]) -> Files:
    """The files with these rows of one of EDITABLE in the place of those that they have.

    Only records that differ are written; comments and layout of the others stay. Raises DossierError as
    `checked_table` does, and for a layout in which single records cannot be written.
    """
    dossier = read_files(files).dossier
    wanted = checked_table(dossier, name, rows)
    before = sheets_of(dossier)
    file = _file(EDITABLE[name])
    changed: Files = {**files, file: _rewritten(files, file, before, _with_sheets(before, {name: rows}))}
    if not _same(read_files(changed).dossier, wanted):
        raise DossierError([Finding(file, None, "", "this layout", _LAYOUT)])
    return changed


def with_tables(files: Files, tables_rows: Mapping[str, Sequence[Cells]], statements: list[Row]) -> Files:
    """The files with these rows of several of EDITABLE, and of the statements, in the place of theirs.

    They are read together, for the rows of one name those of another. Raises DossierError with every
    fault, told by file and line.
    """
    before = sheets_of(read_files(files).dossier)
    after = _with_sheets(before, tables_rows)
    places = {_file(EDITABLE[name]) for name in tables_rows}
    changed: Files = {**files, **{file: _rewritten(files, file, before, after) for file in sorted(places)}}
    if statements != statement_rows(files)[1]:
        changed = with_rows(changed, statements)
    found = rows_of(read_files(changed).dossier)
    for name, rows in tables_rows.items():
        if sorted(found[name]) != sorted(rows):
            raise DossierError([Finding(_file(EDITABLE[name]), None, "", "this layout", _LAYOUT)])
    return changed


def table_changes(before: Dossier, after: Dossier) -> list[Change]:
    """Record, column, value before and after of each cell of EDITABLE that differs, table by table.

    A record that is gone is told once, by its id.
    """
    old, new = rows_of(before), rows_of(after)
    return [
        change for table in EDITABLE.values() for change in _changes(table, old[table.name], new[table.name])
    ]


def _with_sheets(
    sheets: Mapping[str, Rows], tables_rows: Mapping[str, Sequence[Cells]]
) -> Mapping[str, Rows]:
    """The sheets with these rows of some in the place of theirs, below the heads."""
    return {
        **sheets,
        **{
            name: [*enumerate([[*EDITABLE[name].heads], *rows], start=1)]
            for name, rows in tables_rows.items()
        },
    }


def _file(table: Table) -> str:
    return SOURCES if table is tables.SOURCES else DESCRIPTION


def _rewritten(
    files: Files, file: str, before: Mapping[str, Rows], after: Mapping[str, Rows]
) -> Callable[[], bytes]:
    """One of the two files with the records of it that differ between the sheets written into it."""
    text = decoded_text(files[file](), file).text
    if file == SOURCES:
        old, new = (source_list(sheets[tables.SOURCES.name]) for sheets in (before, after))
        new.read_days({})
        return partial(str.encode, merged_json(text, old.value, new.value))
    return partial(
        str.encode, merged_yaml(text, description_tree(before).value, description_tree(after).value)
    )


def _changes(table: Table, old: Sequence[Cells], new: Sequence[Cells]) -> Iterator[Change]:
    was, now = ({record_name(table, cells): cells for cells in by_heads(table, rows)} for rows in (old, new))
    for name, row in now.items():
        for head, cell in row.items():
            if cell != was.get(name, {}).get(head, ""):
                yield name, head, was.get(name, {}).get(head, ""), cell
    for name in was:
        if name not in now:
            yield name, table.heads[0], name.partition(": ")[2], ""


def by_heads(table: Table, rows: Sequence[Cells]) -> list[Row]:
    """The rows of a table, each cell by the head of its column."""
    return [dict(zip(table.heads, row, strict=True)) for row in rows]


def record_name(table: Table, cells: Mapping[str, str]) -> str:
    """What tells a row apart, by its table: its id, or of a step the issue and the step."""
    owner = [cells[table.parents.head]] if table.parents else []
    own = cells.get("id") or cells.get("step") or ""
    return f"{table.name}: {' '.join([*owner, own])}"


def _same(one: Dossier, other: Dossier) -> bool:
    """Whether two dossiers hold the same records, whatever the order in a table and the letters of files."""
    return _apart(one) == _apart(other)


def _apart(dossier: Dossier) -> Mapping[str, object]:
    held = dossier.model_dump(mode="json", exclude={"data_version"})
    for name in ("parties", "speakers", "issues", "sources"):
        held[name] = sorted(held[name], key=lambda one: str(one["id"]))
    for party in held["parties"]:
        party["members"] = sorted(party["members"], key=lambda one: str(one["id"]))
    return held
