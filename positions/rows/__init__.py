"""Flat rows that leave the screen: one type per table, each column described where it is declared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import pandas as pd

from positions.model.base import Record, field_meanings

RowT = TypeVar("RowT", bound=Record)


def row_of(row: type[RowT], *known: object, **given: object) -> RowT:
    """A row of what is given by name, every other field as the first of the known records has it.

    Raises StopIteration for a field that is neither given nor known.
    """
    others = (name for name in row.model_fields if name not in given)
    found = {name: next(getattr(one, name) for one in known if hasattr(one, name)) for name in others}
    return row(**given, **found)


def columns(row: type[Record]) -> dict[str, str]:
    """The columns of a row type in their order, each with what it means."""
    return {name: field_meanings(row).get(name, "") for name in row.model_fields}


def row_frame(rows: Sequence[Record], row: type[Record]) -> pd.DataFrame:
    """The rows as a table of plain cells in their order; ids of a list are separated by semicolons.

    Cells are text, whole or broken numbers, yes or no, or None where nothing is known.
    """
    names = list(row.model_fields)
    cells = [[plain(getattr(one, name)) for name in names] for one in rows]
    return pd.DataFrame(cells, columns=names, dtype="object")


def plain(value: object) -> object:
    """A value as it stands in a cell of a table: ids of a list in one text, yes or no for truths."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ";".join(value) or None
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
