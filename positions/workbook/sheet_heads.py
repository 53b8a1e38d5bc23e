"""The heads of a sheet in, the columns that they mean out, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from positions.model.choices import nearest
from positions.model.errors import Finding, Repair
from positions.reading.heads import Columns, heads_repair
from positions.reading.located import Rows
from positions.reading.names import ACCEPTED
from positions.workbook.tables import Table


@dataclass
class SheetHeads:
    """Of each column in order its head, those needed that are `lacking`, and what is told of them."""

    heads: list[str]
    lacking: set[str] = field(default_factory=set)
    repairs: list[Repair] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def sheet_heads(table: Table, rows: Rows, *, accepting: bool) -> SheetHeads:
    """What the first of the rows says; a head that no column has is a fault, or read as its nearest.

    A needed column that is not there is told once. One such column beside one such head are one fault.
    """
    known = tuple(column.head for column in table.all_columns)
    row, cells = rows[0]
    written = [cell.strip() for cell in cells]
    found = SheetHeads(_known_heads(written, known))
    if other := [(one, head) for one, head in zip(written, found.heads, strict=True) if one != head]:
        found.repairs.append(heads_repair(other, table.name, row))
    for place, head in enumerate(found.heads):
        if not head or head in known:
            continue
        near = nearest(head, set(known) - {*found.heads})
        if near and accepting:
            found.repairs.append(accepted(table.name, row, "", head, near))
            found.heads[place] = near
        else:
            expected = f"one of the columns {', '.join(known)}"
            found.findings.append(Finding(table.name, row, "", head, expected, row=True, nearest=near))
    needed = {one.head for one in table.all_columns if one.required} if len(rows) > 1 else set()
    found.lacking = needed - {*found.heads}
    found.findings = _with_lacking(found, table.name, row)
    return found


def accepted(sheet: str, row: int, head: str, found: str, near: str) -> Repair:
    """The repair of a cell whose nearest value was accepted."""
    return Repair(sheet, row, head, found, near, row=True, how=ACCEPTED.how, chosen=True)


def _with_lacking(found: SheetHeads, sheet: str, row: int) -> list[Finding]:
    """The findings of the heads with those of the columns that are not there."""
    if len(found.lacking) == len(found.findings) == 1:
        (lacking,), (one,) = found.lacking, found.findings
        meant = f"{lacking} is needed and not there: is {one.found!r} meant? Then rename it to {lacking}"
        return [replace(one, expected=f"{one.expected}; {meant}")]
    return found.findings + [
        Finding(sheet, row, head, None, f"a column named {head}, which every row needs", row=True)
        for head in sorted(found.lacking)
    ]


def _known_heads(written: Sequence[str], known: tuple[str, ...]) -> list[str]:
    """The heads with capitals, blanks and hyphens as the columns have them, where that is sure."""
    columns = Columns(known)
    meant = [head if head in known or not head else columns.named(head) or head for head in written]
    return [head if meant.count(head) == 1 else one for one, head in zip(written, meant, strict=True)]
