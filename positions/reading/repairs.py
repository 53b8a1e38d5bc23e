"""The repairs of a table, each kind told once with the row that it is met in first."""

from __future__ import annotations

from dataclasses import dataclass, replace

from positions.model.errors import Repair
from positions.reading.located import Located, Path_

Row = dict[str, str]


@dataclass(frozen=True)
class Way:
    """What repairs told together have in common, and what the first of them says of it."""

    kind: str = ""
    how: str = ""
    chosen: bool = False
    sentence: str = ""


_PLAIN = Way()


class Repairs:
    """What was mended in the rows, counted by column and kind."""

    def __init__(self, rows: Located) -> None:
        self._rows = rows
        self._by_kind: dict[tuple[str, str], Repair] = {}

    def note(self, place: int | Path_, column: str, found: str, read_as: str, way: Way = _PLAIN) -> None:
        """Count one more repair; those of one kind are told together, without a kind those of one value.

        `place` is that of a row, or the way to any other value.
        """
        key = (column, way.kind or f"{found}\0{read_as}")
        path = (place,) if isinstance(place, int) else place
        earlier = self._by_kind.get(key)
        if earlier:
            line = self._rows.line(path) if way.chosen else None
            further = earlier.further if line is None else (*earlier.further, line)
            self._by_kind[key] = replace(earlier, times=earlier.times + 1, further=further)
        else:
            at = self._rows.finding(path, column, found, read_as)
            self._by_kind[key] = Repair(
                at.file,
                at.line,
                column,
                found,
                read_as,
                row=at.row,
                statement=at.statement,
                how=way.how,
                sentence=way.sentence,
                chosen=way.chosen,
            )

    def told(self) -> tuple[Repair, ...]:
        """Each kind once, in the order in which they were met."""
        return tuple(self._by_kind.values())
