"""Gaps as rows: one per issue and pair of holders that can be compared, in steps and in words."""

from __future__ import annotations

from positions.analysis.gap import Gap, pair_gaps
from positions.frames import typed_rows
from positions.record import Record
from positions.selection import Selection
from positions.tables import Cell, Tables, comparable, standing
from positions.text.wording import Stand, gap_sentence


class GapRow(Record):
    """How far apart two holders stand on one issue; lengths in steps unless they are shares."""

    issue: str
    """Id of the issue."""
    issue_name: str
    """Name of the issue."""
    first: str
    """Id of one of the two."""
    first_name: str
    """Its name."""
    second: str
    """Id of the other."""
    second_name: str
    """Its name."""
    gap: float
    """Steps between the two points."""
    least: float
    """Shortest distance that the two stated ranges allow."""
    most: float
    """Longest distance that the two stated ranges allow."""
    last_step: float
    """Last step of the issue's scale, which begins at 0."""
    share: float
    """The gap as a share of the scale, from 0 to 1."""
    relation: str
    """meet: the ranges touch; near: one step between them at most; apart: more."""
    words: str
    """The gap in words, with the steps at its ends."""


def gap_rows(tables: Tables, selection: Selection) -> list[GapRow]:
    """One row per issue and pair with current positions on a scale, in the order of issues and columns."""
    cells = comparable(standing(tables, selection.day), selection.columns(tables.dossier), selection.issues)
    stands = {(cell.holder, cell.issue): cell.stand for cell in typed_rows(cells, Cell)}
    return [_row(gap, stands, tables) for gap in typed_rows(pair_gaps(cells), Gap)]


def _row(gap: Gap, stands: dict[tuple[str, str], Stand], tables: Tables) -> GapRow:
    issue = tables.scales[gap.issue]
    ends = stands[gap.first, gap.issue], stands[gap.second, gap.issue]
    return GapRow(
        issue=gap.issue,
        issue_name=issue.name,
        first=gap.first,
        first_name=tables.names[gap.first],
        second=gap.second,
        second_name=tables.names[gap.second],
        gap=gap.gap,
        least=gap.least,
        most=gap.most,
        last_step=gap.last_step,
        share=gap.share,
        relation=gap.relation,
        words=gap_sentence(issue, *ends),
    )
