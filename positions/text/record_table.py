"""A table of records in finished words, ready to be sorted, searched and chosen from on a screen."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any, Literal


@dataclass(frozen=True)
class Column:
    """A column; `short` values never wrap. `largest_first` is how a first click on its head sorts it."""

    label: str
    kind: Literal["short", "words"] = "words"
    largest_first: bool = False


@dataclass(frozen=True)
class Value:
    """What stands in a cell, a line below it, its place in the order (None: last), and where it leads."""

    text: str
    order: str | float | None = None
    note: str = ""
    link: str | None = None


@dataclass(frozen=True)
class Row:
    """A row by its id, with a value per column."""

    id: str
    values: tuple[Value, ...]


@dataclass(frozen=True)
class RecordTable:
    """Columns and rows. `name` says what the table holds, `nouns` are the words for one row and for several.

    `order` is the column by which the rows stand at first, the largest on top where the column says
    so; `search` is the label of the search field, "" for none.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    name: str
    nouns: tuple[str, str]
    order: int = 0
    search: str = ""

    @property
    def first(self) -> Row:
        """The row on top as the table stands at first; rows without an order in that column are last."""
        ordered = [row for row in self.rows if row.values[self.order].order is not None] or self.rows
        best = max if self.columns[self.order].largest_first else min
        return best(ordered, key=lambda row: row.values[self.order].order or 0)

    @cached_property
    def plain(self) -> dict[str, Any]:
        """The same in plain values, as a screen is sent it; made once, for it takes longer than the rows."""
        return asdict(self)
