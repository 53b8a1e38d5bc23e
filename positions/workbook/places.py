"""Where the lines of a dossier's files stand in the workbook they were read from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from typing import TypeVar

from positions.model.errors import DossierError, Finding, Notice, Question, Repair
from positions.reading.dossier import Reading

ToldT = TypeVar("ToldT", Finding, Repair, Notice)


@dataclass(frozen=True)
class Places:
    """For each file its lines, of a table its rows, at which a row of a sheet begins; heads of each sheet.

    `fields` has sheet and row of what stands once in a file, there or missing, by file and field;
    `sheets` names the sheet of each list of records.
    """

    lines: dict[str, list[tuple[int, str, int]]] = field(default_factory=dict)
    heads: dict[str, tuple[str, ...]] = field(default_factory=dict)
    fields: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    sheets: dict[str, str] = field(default_factory=dict)

    def told_by_row(self, error: DossierError) -> DossierError:
        """The same faults, told by sheet, row and column."""
        return DossierError(
            [self._finding(one) for one in error.findings],
            [self.told(one) for one in error.repairs],
            [self._question(one) for one in error.questions],
            [self.told(one) for one in error.notices],
        )

    def reading(self, reading: Reading) -> Reading:
        """The same reading, with what it tells by sheet, row and column."""
        repairs = tuple(self.told(one) for one in reading.repairs)
        return Reading(reading.dossier, repairs, tuple(self.told(one) for one in reading.notices))

    def told(self, told: ToldT) -> ToldT:
        """The same by sheet, row and column; as it was where the file is none of these."""
        if told.file not in self.lines:
            return told
        sheet, row = self.fields.get((told.file, told.field)) or self._place(told.file, told.line)
        return replace(told, file=sheet, line=row, field=self._head(sheet, told.field), row=True)

    def _finding(self, finding: Finding) -> Finding:
        """The same with the other rows that have its fault."""
        if finding.file not in self.lines:
            return finding
        rows = (self._place(finding.file, line)[1] for line in finding.further)
        return replace(self.told(finding), further=tuple(row for row in rows if row is not None))

    def _question(self, asked: Question) -> Question:
        """The same by sheet and column."""
        if asked.file not in self.lines:
            return asked
        listed = (self.sheets[name] for name in reversed(asked.field.split(".")) if name in self.sheets)
        sheet = next(listed, self._place(asked.file, None)[0])
        return replace(asked, file=sheet, field=self._head(sheet, asked.field))

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
