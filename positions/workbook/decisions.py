"""A workbook of what two codings place otherwise, with columns for the decision and its reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from positions.editing.reconciling import NONE, Coders, Disagreement, decided_cells, kept_words
from positions.model.dossier import Dossier
from positions.model.errors import DossierError, Finding
from positions.model.issues import Issue
from positions.reading.located import Rows
from positions.reading.spreadsheet import sheets
from positions.text.wording import placed_words, quoted
from positions.workbook.rows import Cells, rows_of
from positions.workbook.tables import ISSUES, STEPS, Column, Table
from positions.workbook.writing import workbook_of_sheets

SHEET = "Disagreements"
_ID, NOW, KEPT, REASON = "statement", "in the dossier", "kept", "reason"
_HOW = (
    f"Each row of the sheet {SHEET} is one statement that two codings place otherwise. Write under {KEPT} "
    "what the dossier is to hold, and under reason why: both or neither. A row with neither stays open.",
    f"{KEPT}: the name of a coder, whose placement and confidence are then taken over; or a step (2); or a "
    "range of steps as 1/3, with the word said behind it where the words name all of it; or a value of the "
    f"scale; or {NONE}, where the words name no step.",
)


@dataclass(frozen=True)
class Decision:
    """What was decided of a disagreement: the cells of its statement, and the reason as it is logged."""

    disagreement: Disagreement
    cells: dict[str, str]
    why: str


def decisions_workbook(dossier: Dossier, coders: Coders, found: Sequence[Disagreement]) -> bytes:
    """The workbook as XLSX: a row for each disagreement, with issues and their steps to look up."""
    rows, names = rows_of(dossier), {one.id: one.name for one in dossier.speakers}
    issues = {one.id: one for one in dossier.issues}
    listed = [_row(one, names[one.kept.speaker], issues[one.kept.issue]) for one in found]
    kept = {table.name: (table, rows[table.name]) for table in (ISSUES, STEPS)}
    return workbook_of_sheets({SHEET: (_table(coders), listed), **kept}, dossier, _HOW)


def read_decisions(
    raw: bytes, name: str, dossier: Dossier, found: Sequence[Disagreement]
) -> tuple[Decision, ...]:
    """What was decided in a workbook of that file name, in the order of its rows; open rows are left out.

    Raises DossierError with every fault, told by row and column: a decision without a reason or a reason
    without one, what neither coder nor scale knows, a statement that is none of those `found`, and one that
    the dossier has placed otherwise since the workbook was written.
    """
    rows = sheets(raw, name).get(SHEET)
    if not rows:
        expected = "a workbook as `positions reconcile` writes it"
        raise DossierError([Finding(name, None, "", f"a workbook without a sheet {SHEET}", expected)])
    heads = [cell.strip() for cell in rows[0][1]]
    wanted = (_ID, NOW, KEPT, REASON)
    if missing := [head for head in wanted if head not in heads]:
        line = rows[0][0]
        raise DossierError(
            [Finding(SHEET, line, one, None, f"a column named {one}", row=True) for one in missing]
        )
    faults: list[Finding] = []
    decisions = tuple(_decisions(rows, heads, dossier, found, faults))
    if faults:
        raise DossierError(faults)
    return decisions


def _decisions(
    rows: Rows, heads: list[str], dossier: Dossier, found: Sequence[Disagreement], faults: list[Finding]
) -> Iterator[Decision]:
    issues, known = {one.id: one for one in dossier.issues}, {one.kept.id: one for one in found}
    for line, cells in rows[1:]:
        written = dict(zip(heads, (cell.strip() for cell in cells), strict=False))
        if not written.get(KEPT) and not written.get(REASON):
            continue
        name = written.get(_ID, "")
        disagreement = known.get(name)
        if disagreement is None:
            expected = "the id of a statement on which the two codings still differ"
            faults.append(Finding(SHEET, line, _ID, name or None, expected, row=True))
            continue
        read = _decision(disagreement, issues[disagreement.kept.issue], written)
        if isinstance(read, Decision):
            yield read
        else:
            field, value, expected = read
            faults.append(Finding(SHEET, line, field, value, expected, row=True, statement=name))


def _decision(
    one: Disagreement, issue: Issue, written: dict[str, str]
) -> Decision | tuple[str, str | None, str]:
    """The decision of a row, or of its fault the column, what was found and what was expected."""
    kept, reason, now = (written.get(head, "") for head in (KEPT, REASON, NOW))
    if not kept or not reason:
        head, other = (KEPT, REASON) if not kept else (REASON, KEPT)
        return head, None, f"a text, as {other} has one"
    if now != placed_words(one.kept):
        return NOW, now or None, f"{placed_words(one.kept)}, which stands there now; write the workbook anew"
    if (cells := decided_cells(one, issue, kept)) is None:
        return KEPT, kept, kept_words(one, issue)
    return Decision(one, cells, one.why(reason))


def _row(one: Disagreement, speaker: str, issue: Issue) -> Cells:
    kept = one.kept
    words = quoted(kept.phrase) if kept.phrase else kept.summary
    notes = (one.first.note or "", one.second.note or "")
    return [kept.id, issue.id, speaker, kept.said_on, words, *one.placed, *notes, placed_words(kept), "", ""]


def _table(coders: Coders) -> Table:
    meanings = {
        _ID: "Names the statement; leave it as it is.",
        "issue": "Its scale stands in the sheets Issues and Steps.",
        "speaker": "Who said it.",
        "said_on": "When it was said.",
        "words": "The words of the source that prove it, or the summary.",
        **{f"placed by {name}": "Steps or values." for name in coders},
        **{f"note by {name}": "Why this step and not its neighbour." for name in coders},
        NOW: "The placement that the dossier has; leave it as it is.",
        KEPT: f"What holds: {' or '.join(coders)}, a step, a range as 1/3, a value, or {NONE}.",
        REASON: "Why; it is logged with the change.",
    }
    columns = (Column(head, (), "text", meaning, required=head == _ID) for head, meaning in meanings.items())
    return Table(SHEET, "One row for each statement that two codings place otherwise.", (), tuple(columns))
