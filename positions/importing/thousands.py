"""Numbers with a point in a table whose decimal sign is the comma: 1.000 is a thousand there, or one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from positions.importing.cells import TableCell
from positions.importing.mapping import TableMapping, values_of
from positions.model.errors import Finding

_GROUPED = re.compile(r"[+−-]?[0-9]{1,3}(\.[0-9]{3})+(,[0-9]*)?")


def grouped_faults(
    cells: Sequence[TableCell], mapping: TableMapping, file: str, *, typed: bool
) -> Iterator[Finding]:
    """A finding for each value or weight of which nobody can tell whether its point separates thousands.

    Cells that are `typed` hold numbers, which are told with a point; such a number never ends in 0.
    """
    if not mapping.decimal_comma:
        return
    for cell in cells:
        values = values_of(mapping, cell.texts["issue"])
        texts = {cell.heading: "value"} if values and values.ends else {}
        for field, role in {**texts, "weight": "weight"}.items():
            text = cell.texts.get(role, "")
            is_a_number = typed and text.count(".") == 1 and not text.endswith("0")
            if _GROUPED.fullmatch(text) and not is_a_number:
                plain, broken = text.replace(".", ""), text.replace(".", ",", 1)
                expected = f"written so that one can tell: {plain}, or {broken} with a decimal comma"
                yield Finding(file, cell.row, field, text, expected, row=True)
