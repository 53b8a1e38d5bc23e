"""The rows of a table kept by column: each cell is in memory, and a row is made when it is looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from positions.reading.located import Path_
from positions.reading.repairs import Row

Cells = Sequence[str | None]


class RowColumns:
    """Rows of filled cells by the name of their column, each made anew when somebody asks for it."""

    def __init__(self, columns: Mapping[str, Cells], length: int) -> None:
        """Take columns of that length with something in them, None where a cell is empty."""
        self._columns = columns
        self._length = length

    def __len__(self) -> int:
        """How many rows there are."""
        return self._length

    def __getitem__(self, place: int) -> Row:
        """The filled cells of a row; IndexError beyond the last."""
        if not 0 <= place < self._length:
            raise IndexError(place)
        found = ((name, cells[place]) for name, cells in self._columns.items())
        return {name: cell for name, cell in found if cell is not None}

    def __iter__(self) -> Iterator[Row]:
        """The rows in their order."""
        return map(self.__getitem__, range(self._length))

    @property
    def filled(self) -> set[str]:
        """The names of the columns in which a cell is filled."""
        return {*self._columns}

    def column(self, name: str) -> Cells:
        """The cells of a column in the order of the rows; all are empty of one that is not there."""
        return self._columns.get(name) or [None] * self._length

    def with_rows(self, changed: Mapping[int, Row]) -> RowColumns:
        """The same with other cells in some rows, by place; a cell that such a row lacks stays as it is."""
        if not changed:
            return self
        columns = {name: list(cells) for name, cells in self._columns.items()}
        for place, row in changed.items():
            for name, cell in row.items():
                columns.setdefault(name, [None] * self._length)[place] = cell
        return RowColumns(columns, self._length)


class RowLines(Mapping[Path_, int]):
    """The number of each row by its place, and of the heads for the whole table."""

    def __init__(self, heads: int, rows: Sequence[int]) -> None:
        """Take the numbers in the order of the rows."""
        self._heads, self._rows = heads, rows

    def __getitem__(self, path: Path_) -> int:
        """The number of the row at a place; KeyError for a cell."""
        match path:
            case ():
                return self._heads
            case (int(place),) if 0 <= place < len(self._rows):
                return self._rows[place]
        raise KeyError(path)

    def __iter__(self) -> Iterator[Path_]:
        """The way to the table, then to each row."""
        yield ()
        yield from ((place,) for place in range(len(self._rows)))

    def __len__(self) -> int:
        """How many rows there are, with that of the heads."""
        return len(self._rows) + 1
