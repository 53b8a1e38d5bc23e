"""Where the lines of a dossier's files stand in the workbook they were read from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from typing import TypeVar

from positions.model.errors import DossierError, Finding, Notice, Question, Repair
from positions.reading.dossier import Reading
from positions.workbook.tables import TABLES

_LISTS = {(table.name, one.head) for table in TABLES for one in table.all_columns if one.kind == "ids"}
_MEANINGS = {(table.name, one.head): one.meaning for table in TABLES for one in table.all_columns}
ToldT = TypeVar("ToldT", Finding, Repair, Notice)


@dataclass(frozen=True)
class Places:
    """For each file its lines, of a table its rows, at which a row of a sheet begins; heads of each sheet.

    `fields` has sheet and row of what stands once in a file, there or missing, by file and field;
    `lacking` are sheet and head of columns that are not there, which is told of the sheet, not of each row.
    `given` has the name under which a file was given, where it is called otherwise among the others.
    """

    lines: dict[str, list[tuple[int, str, int]]] = field(default_factory=dict)
    heads: dict[str, tuple[str, ...]] = field(default_factory=dict)
    fields: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    lacking: frozenset[tuple[str, str]] = frozenset()
    given: dict[str, str] = field(default_factory=dict)

    def told_by_row(self, error: DossierError) -> DossierError:
        """The same faults, told by sheet, row and column."""
        return DossierError(
            [
                self._with_earlier(self._hinted(told), one)
                for one in error.findings
                if not self._follows(one, told := self.told(one))
            ],
            [self.told(one) for one in error.repairs],
            [self._question(one) for one in error.questions],
            [self.told(one) for one in error.notices],
        )

    def _hinted(self, finding: Finding) -> Finding:
        """The same; of what is missing what belongs there, of a list with commas how values are separated."""
        if finding.expected == "a value" and (meaning := _MEANINGS.get((finding.file, finding.field))):
            return replace(finding, expected=f"a value: {meaning}")
        if (finding.file, finding.field) not in _LISTS or "," not in (finding.found or ""):
            return finding
        return replace(finding, expected=f"{finding.expected}; several are separated by semicolons")

    def _with_earlier(self, told: Finding, written: Finding) -> Finding:
        """The same; where the other of what may be there once stands is told by sheet and row too."""
        if not written.earlier or written.earlier[0] not in self.lines:
            return told
        sheet, row = self._place(*written.earlier)
        return replace(told, earlier=(sheet, row) if row else None)

    def _follows(self, finding: Finding, told: Finding) -> bool:
        """Whether a value is missing only because its column is."""
        return finding.file in self.lines and told.found is None and (told.file, told.field) in self.lacking

    def reading(self, reading: Reading) -> Reading:
        """The same reading, with what it tells by sheet, row and column."""
        repairs = tuple(self.told(one) for one in reading.repairs)
        return Reading(reading.dossier, repairs, tuple(self.told(one) for one in reading.notices))

    def told(self, told: ToldT) -> ToldT:
        """The same by sheet, row and column; of a file that is none of these as it was given."""
        if told.file not in self.lines:
            return replace(told, file=self.given.get(told.file, told.file))
        sheet, row = self.fields.get((told.file, told.field)) or self._place(told.file, told.line)
        placed = replace(told, file=sheet, line=row, field=self._head(sheet, told.field), row=True)
        if isinstance(told, Notice):
            return placed
        rows = (self._place(told.file, line)[1] for line in told.further)
        return replace(placed, further=tuple(one for one in rows if one is not None))

    def _question(self, asked: Question) -> Question:
        return replace(asked, places=tuple(map(self.told, asked.places)))

    def _place(self, file: str, line: int | None) -> tuple[str, int | None]:
        """The sheet and row of a line; the file's first sheet for none, or where no row is known."""
        known = self.lines[file]
        if not known:
            return file, line
        if line is None:
            return known[0][1], None
        place = bisect_right(known, line, key=lambda one: one[0])
        _, sheet, row = known[max(0, place - 1)]
        return sheet, row

    def _head(self, sheet: str, name: str) -> str:
        """The column of a field such as parties.members.kind in its sheet, else the last of its names."""
        parts, heads = name.split("."), self.heads.get(sheet, ())
        if len(heads) == 1:
            return heads[0]
        spans = ((a, b) for a in range(len(parts)) for b in range(len(parts), a, -1))
        return next((head for a, b in spans if (head := ".".join(parts[a:b])) in heads), parts[-1])
