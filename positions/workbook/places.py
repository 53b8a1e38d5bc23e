"""Where the lines of a dossier's files stand in the workbook they were read from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace

from positions.model.errors import DossierError, Finding, Question, Repair


@dataclass(frozen=True)
class Places:
    """For each file its lines at which a row of a sheet begins, in order, and the heads of each sheet."""

    lines: dict[str, list[tuple[int, str, int]]] = field(default_factory=dict)
    heads: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def told_by_row(self, error: DossierError) -> DossierError:
        """The same faults, told by sheet, row and column."""
        return DossierError(
            [self.finding(one) for one in error.findings],
            [self.repair(one) for one in error.repairs],
            [self._question(one) for one in error.questions],
        )

    def finding(self, told: Finding) -> Finding:
        """The same fault by sheet, row and column; as it was where the sheet is not known."""
        sheet, row = self._place(told.file, told.line)
        return replace(told, file=sheet, line=row, field=self._head(sheet, told.field))

    def repair(self, made: Repair) -> Repair:
        """The same repair by sheet, row and column."""
        sheet, row = self._place(made.file, made.line)
        return replace(made, file=sheet, line=row, field=self._head(sheet, made.field))

    def _question(self, open_: Question) -> Question:
        return replace(open_, file=self._place(open_.file, None)[0])

    def _place(self, file: str, line: int | None) -> tuple[str, int | None]:
        """The sheet and row of a line; the file's first sheet for a line before any, or for none."""
        known = self.lines.get(file)
        if not known:
            return file, line
        if line is None:
            return known[0][1], None
        place = bisect_right(known, line, key=lambda one: one[0])
        _, sheet, row = known[max(0, place - 1)]
        return sheet, row

    def _head(self, sheet: str, name: str) -> str:
        """The column that a field such as parties.members.kind has in its sheet."""
        parts, heads = name.split("."), self.heads.get(sheet, ())
        spans = ((a, b) for a in range(len(parts)) for b in range(len(parts), a, -1))
        return next((head for a, b in spans if (head := ".".join(parts[a:b])) in heads), name)
