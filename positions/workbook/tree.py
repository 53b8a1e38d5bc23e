"""Rows of a workbook's sheets to the lists and mappings that dossier.yaml and sources.json hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from positions.model.choices import nearest, one_of
from positions.model.errors import Finding, Question, Repair
from positions.reading.day_forms import DayForm, day_form, shown_order
from positions.reading.expectations import with_known_words
from positions.reading.heads import Columns
from positions.reading.located import Located, Path_, Rows
from positions.reading.mended_days import DayReader
from positions.reading.names import Known, Names
from positions.reading.proposed_ids import latin
from positions.reading.records import checked_record
from positions.workbook.cells import value_of
from positions.workbook.rows import FIELD, VALUE
from positions.workbook.sheet_heads import accepted, sheet_heads
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
    STEPS,
    Column,
    Table,
)

# Columns with days that only the sheet Sources has; those of other sheets are read with dossier.yaml.
_DAYS = {"issued", "accessed", "custom.read_on", "custom.archived_on"}
_Entry = tuple[int, str, dict[str, Any]]  # row, id of the owner, record


@dataclass(frozen=True)
class _Owner:
    """A record to which rows of another sheet may belong: its id, its names, and where it stands."""

    id: str
    names: tuple[str, ...]
    path: Path_


@dataclass
class Tree:
    """What a file holds, the sheet and row of each place in it, and what of the rows fits nowhere.

    `elsewhere` has ids of the rows that belong to no other, by the name of their list; `fields` the
    rows of About, filled or not, by their field; `lacking` sheet and head of columns that are not there.
    """

    value: Any
    places: dict[Path_, tuple[str, int]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    elsewhere: dict[str, set[str]] = field(default_factory=dict)
    fields: dict[str, int] = field(default_factory=dict)
    repairs: list[Repair] = field(default_factory=list)
    accepting: bool = False
    lacking: set[tuple[str, str]] = field(default_factory=set)
    days: list[tuple[dict[str, Any], Column, Finding, DayForm]] = field(default_factory=list)

    def read_days(self, answers: Mapping[str, str]) -> tuple[Question, ...]:
        """Put the days that are written in other forms; the question for those with two readings."""
        reader = DayReader(SOURCES.name, answers)
        orders = shown_order(form for *_, form in self.days)
        for record, column, at, form in self.days:
            read = reader.read(form, orders, at)
            if read.way:
                record[column.path[-1]] = value_of(read.day, column.kind)
            else:  # nothing is held against a day that nobody has chosen
                del record[column.path[-1]]
            if way := read.way:
                repair = Repair(at.file, at.line, at.field, at.found or "", read.day, row=True, how=way.how)
                self.repairs.append(replace(repair, chosen=way.chosen))
        return reader.questions


def source_list(rows: Rows) -> Tree:
    """The sources as CSL-JSON, in the order of their rows."""
    tree = Tree([])
    for row, _, record in _entries(SOURCES, rows, tree):
        tree.places[(len(tree.value),)] = (SOURCES.name, row)
        tree.value.append(record)
    return tree


def description_tree(found: Mapping[str, Rows], *, accepting: bool = False) -> Tree:
    """What dossier.yaml says, from all sheets but Sources and Statements; a missing sheet is empty.

    If `accepting`, a row that belongs to nothing known belongs to what is most like it.
    """
    tree = Tree({}, accepting=accepting)
    _about(found.get(ABOUT.name, []), tree)
    _list(tree, ("limits",), LIMITS, found)
    _list(tree, ("parties",), PARTIES, found)
    owners = _called(tree.value.get("parties", ()), ("parties",))
    members = _owned(tree, MEMBERS, "members", owners, found)
    _owned(tree, GOVERNMENTS, "governments", owners + members, found)
    for table in PLAIN:
        _list(tree, table.path, table, found)
    _list(tree, ("issues",), ISSUES, found)
    issues = _called(tree.value.get("issues", ()), ("issues",))
    _owned(tree, STEPS, "scale", issues, found)
    _list(tree, DIFFERENCES.path, DIFFERENCES, found)
    return tree


def _about(rows: Rows, tree: Tree) -> None:
    """The fields of About, one in each row; rows without a value are as if they were not there."""
    known = {column.head: column for column in ABOUT.columns}
    columns = Columns(tuple(known))
    for column in ABOUT.columns:
        if column.required and len(column.path) > 1:  # so that each of its fields is missed by its own name
            tree.value.setdefault(column.path[0], {})
    for row, cells in rows:
        written, value = (*(cell.strip() for cell in cells[:2]), "", "")[:2]
        head = written if written in known or written == FIELD else columns.named(written) or written
        if head not in known and tree.accepting and (near := nearest(head, set(known) - {*tree.fields})):
            tree.repairs.append(accepted(ABOUT.name, row, FIELD, written, near))
            head = near
        elif head != written:
            tree.repairs.append(Repair(ABOUT.name, row, FIELD, written, head, row=True))
        tree.fields.setdefault(head, row)
        if (head, value) == (FIELD, VALUE) or not value:
            continue
        if head not in known:
            finding = Finding(ABOUT.name, row, FIELD, head, f"one of {', '.join(known)}", row=True)
            tree.findings.append(replace(finding, nearest=nearest(head, known)))
            continue
        _put(tree.value, known[head], value, (ABOUT.name, row), tree)
        for length in range(1, len(known[head].path) + 1):
            tree.places.setdefault(known[head].path[:length], (ABOUT.name, row))


def _list(tree: Tree, path: tuple[str, ...], table: Table, found: Mapping[str, Rows]) -> None:
    """Put the records of a sheet at that path, if there are any."""
    for row, _, record in _entries(table, found.get(table.name, []), tree):
        _append(tree, path, table, row, record)


def _owned(
    tree: Tree, table: Table, field_name: str, owners: list[_Owner], found: Mapping[str, Rows]
) -> list[_Owner]:
    """Put each record of a sheet into its owner; what of them can be an owner itself."""
    paths = {one.id: one.path for one in reversed(owners)}
    names, added = Names((one.id, one.names) for one in owners), list[_Owner]()
    for row, written, record in _entries(table, found.get(table.name, []), tree):
        known = Known(written) if written in paths else names.read(written, accepting=tree.accepting)
        if known is None:
            tree.findings += (*_ownerless(table, row, written, names, tree), *_faults_of(table, row, record))
            meant = names.nearest(written) if table is STEPS else None
            tree.elsewhere.setdefault(field_name, set()).add(meant or str(record.get("id", row)))
            continue
        owner = known.id
        if owner != written and table.parents:
            place = (table.name, row, table.parents.head, written, owner)
            sure = Repair(*place, row=True)
            tree.repairs.append(accepted(*place) if known.way.chosen else sure)
        path = _append(tree, (*paths[owner], field_name), table, row, record)
        added += _called([record], path[:-1], int(path[-1]))
    return added


def _called(records: Iterable[dict[str, Any]], path: Path_, first: int = 0) -> list[_Owner]:
    """Records with the names by which rows of other sheets may refer to them.

    One without an id is called by its name, so that what belongs to it is not called ownerless too.
    """
    found = []
    for place, one in enumerate(records, start=first):
        names = [one.get(name) for name in ("id", "name", "in_sentence")]
        called = [*(name for name in names if name), *one.get("aliases", ())]
        identifier = one.get("id") or latin(str(one.get("name", "")))
        if identifier and all(isinstance(name, str) for name in called):
            found.append(_Owner(identifier, tuple(called), (*path, place)))
    return found


def _ownerless(table: Table, row: int, written: str, owners: Names, tree: Tree) -> Iterator[Finding]:
    """The finding of a row that belongs to nothing known, unless its column or all owners are missing."""
    head = table.parents.head if table.parents else ""
    if (table.name, head) not in tree.lacking and (owners.ids or not written):
        finding = Finding(table.name, row, head, written or None, one_of(owners.ids, written), row=True)
        yield replace(finding, nearest=owners.nearest(written))


def _faults_of(table: Table, row: int, record: dict[str, Any]) -> Iterator[Finding]:
    """What else is wrong with such a row, which stands in no file."""
    assert table.model is not None
    known = with_known_words(record, table.model)
    needed = {column.head for column in table.columns if column.required}
    for fault in checked_record(Located(table.name, known, {(): row}), table.model)[1]:
        if fault.found is not None or fault.field in needed:
            yield replace(fault, row=True)


def _append(tree: Tree, path: Path_, table: Table, row: int, record: Any) -> Path_:
    """The path of the record, which is now the last of the list at the given one."""
    inside: Any = tree.value
    for name in path[:-1]:
        inside = inside[name] if isinstance(name, int) else inside.setdefault(name, {})
    records = inside.setdefault(path[-1], [])
    tree.places.setdefault(path, (table.name, row))
    tree.places[(*path, len(records))] = (table.name, row)
    records.append(record)
    return (*path, len(records) - 1)


def _entries(table: Table, rows: Rows, tree: Tree) -> Iterator[_Entry]:
    """Each row below the heads; heads that no column has are findings, once each."""
    if not rows:
        return
    known = {column.head: column for column in table.all_columns}
    found = sheet_heads(table, rows, accepting=tree.accepting)
    tree.repairs += found.repairs
    tree.findings += found.findings
    tree.lacking |= {(table.name, head) for head in found.lacking}
    for row, cells in rows[1:]:
        given = {head: cell.strip() for head, cell in zip(found.heads, cells, strict=False) if cell.strip()}
        owner = given.pop(table.parents.head, "") if table.parents else ""
        yield row, owner, _record(table, given, known, row, tree)


def _record(table: Table, given: Mapping[str, str], known: Mapping[str, Column], row: int, tree: Tree) -> Any:
    record: dict[str, Any] = {}
    for head, cell in given.items():
        if head in known:
            _put(record, known[head], cell, (table.name, row), tree)
    return record.get("") if table is LIMITS else record


def _put(record: dict[str, Any], column: Column, cell: str, place: tuple[str, int], tree: Tree) -> None:
    """Put what the cell says into the record, in records inside it where the column's path leads there."""
    inside = record
    for name in column.path[:-1]:
        inside = inside.setdefault(name, {})
    name = column.path[-1] if column.path else ""
    form = day_form(cell) if column.head in _DAYS else None
    if form:  # until all days are there and show their order
        inside[name] = value_of("2000-01-01", column.kind)
        tree.days.append((inside, column, Finding(*place, column.head, cell, "", row=True), form))
        return
    try:
        inside[name] = value_of(cell, column.kind)
    except ValueError as error:
        tree.findings.append(Finding(*place, column.head, cell, str(error), row=True))
