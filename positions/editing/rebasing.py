"""What one person changed in a table, done to the table as it is now; and where two changed one cell."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass

from positions.editing.statements import Row

Name = Callable[[Row], str]
WHOLE = "the whole row"  # in the place of a column
_GONE, _THERE = "taken away", "kept, with changes"


@dataclass(frozen=True)
class Clash:
    """A cell that two persons changed otherwise since both read it: what it was, and what each made of it."""

    record: str
    column: str
    before: str
    mine: str
    theirs: str

    @property
    def place(self) -> tuple[str, str]:
        """Record and column, by which it is chosen."""
        return self.record, self.column


def rebased(
    base: Sequence[Row],
    mine: Sequence[Row],
    theirs: Sequence[Row],
    name: Name,
    theirs_kept: Container[tuple[str, str]] = (),
) -> list[Row]:
    """The rows of `theirs` with all that was changed from `base` to `mine`, new rows last.

    Where both changed a cell mine is kept, unless its record and column are in `theirs_kept`. Rows of
    `mine` whose name another row before them has are kept as new ones.
    """
    old, now = _named(base, name), _named(theirs, name)
    own = _named(mine, name)
    rows: list[Row] = []
    for record, row in now.items():
        if record in own:
            rows.append(_cells(record, old.get(record, {}), own[record], row, theirs_kept))
        elif record not in old or (record, WHOLE) in theirs_kept:
            rows.append(row)
    first = {id(row) for row in own.values()}
    for row in mine:
        record = name(row)
        if id(row) not in first or (record not in now and _stays(record, row, old, theirs_kept)):
            rows.append(row)
    return rows


def clashes(base: Sequence[Row], mine: Sequence[Row], theirs: Sequence[Row], name: Name) -> list[Clash]:
    """Each cell that both changed, and not to the same, in the order of `base`; new rows of both last.

    A row that one took away and the other changed is one clash, of the whole row.
    """
    old, own, now = (_named(rows, name) for rows in (base, mine, theirs))
    found: list[Clash] = []
    for record in dict.fromkeys((*old, *own)):
        before = old.get(record, {})
        if record in own and record in now:
            found += _cell_clashes(record, before, own[record], now[record])
        elif record in own and record in old and own[record] != before:
            found.append(Clash(record, WHOLE, "", _THERE, _GONE))
        elif record in now and record in old and now[record] != before:
            found.append(Clash(record, WHOLE, "", _GONE, _THERE))
    return found


def _named(rows: Sequence[Row], name: Name) -> dict[str, Row]:
    """The rows by their names, of several with one name the first."""
    found: dict[str, Row] = {}
    for row in rows:
        found.setdefault(name(row), row)
    return found


def _stays(record: str, row: Row, old: dict[str, Row], theirs_kept: Container[tuple[str, str]]) -> bool:
    """Whether a row that is not among theirs is wanted: it is new, or was changed here."""
    return record not in old or (row != old[record] and (record, WHOLE) not in theirs_kept)


def _cells(record: str, before: Row, mine: Row, theirs: Row, theirs_kept: Container[tuple[str, str]]) -> Row:
    return {
        column: mine.get(column, "")
        if mine.get(column, "") != before.get(column, "") and (record, column) not in theirs_kept
        else theirs.get(column, "")
        for column in dict.fromkeys((*theirs, *mine))
    }


def _cell_clashes(record: str, before: Row, mine: Row, theirs: Row) -> list[Clash]:
    cells = [
        Clash(record, column, before.get(column, ""), mine.get(column, ""), theirs.get(column, ""))
        for column in dict.fromkeys((*mine, *theirs))
    ]
    return [one for one in cells if one.mine not in {one.before, one.theirs} and one.theirs != one.before]
