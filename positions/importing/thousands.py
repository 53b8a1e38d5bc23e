"""Numbers with a point in a table whose decimal sign is the comma: 1.000 is a thousand there, or one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from positions.importing.cells import TableCell
from positions.importing.headings import Headings
from positions.importing.mapping import TableMapping, values_of
from positions.model.errors import Finding

_GROUPED = re.compile(r"[+−-]?[1-9][0-9]{0,2}(\.[0-9]{3})+(,[0-9]*)?")


def grouped_faults(
    cells: Sequence[TableCell],
    mapping: TableMapping,
    headings: Headings,
    file: str,
    numbers: Collection[tuple[int, int]],
) -> Iterator[Finding]:
    """A finding for each value or weight of which nobody can tell whether its point separates thousands.

    Cells whose row and column are among the `numbers` are none of them: they are told with a point.
    """
    if not mapping.decimal_comma:
        return
    for cell in cells:
        values = values_of(mapping, cell.texts["issue"])
        texts = {cell.heading: "value"} if values and values.ends else {}
        for field, role in {**texts, "weight": "weight"}.items():
            text = cell.texts.get(role, "")
            if _GROUPED.fullmatch(text) and (cell.row, headings.column(role, cell.column)) not in numbers:
                plain, broken = text.replace(".", ""), text.replace(".", ",", 1)
                expected = f"written so that one can tell: {plain}, or {broken} with a decimal comma"
                yield Finding(file, cell.row, field, text, expected, row=True)
