"""Names of parties and issues that a table writes in two ways: told where they stand in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from positions.importing.cells import TableCell
from positions.importing.mapping import TableMapping
from positions.integrity.uniqueness import look
from positions.model.errors import Finding


def spelling_faults(cells: Sequence[TableCell], mapping: TableMapping, file: str) -> Iterator[Finding]:
    """A finding for each name that looks like an earlier one: other capitals, other blanks.

    It stands at the first row of the name, in the order of the cells. Names that the mapping gives other
    names are none of them.
    """
    for role, several in (("party", "parties"), ("issue", "issues")):
        given = {one.as_written: one.name for one in getattr(mapping, several) if one.name}
        rows: dict[str, int] = {}
        for cell in cells:
            rows.setdefault(cell.texts[role], cell.row)
        first: dict[str, str] = {}
        for name, row in rows.items():
            other = first.setdefault(look(given.get(name, name)), name)
            if other != name:
                expected = f"written as in row {rows[other]}, {other!r}; if it is another {role}, give each "
                expected += f"a name of its own under {several} in the mapping"
                yield Finding(file, row, role, name, expected, row=True)
