"""Where the columns stand on each scale, how far each pair is apart, and one card per issue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from components.figures.lanes import claims_by_side, issue_scale
from components.figures.scale import scale_rows
from components.report.records import IssueRow, Matrix, Note
from components.report.scale_records import Claim, Gaps, IssueCard, Lane, PairCell, PairRow, PairWords
from positions.analysis.gap import Gap
from positions.model.issues import Issue
from positions.text.distance import overall_words
from positions.text.gaps import (
    coded_size,
    gap_sentence,
    pair_words,
    relation_words,
    touch_words,
    why_not_compared,
)
from positions.text.labels import BASIS_WORDS
from positions.text.scale import row_sentence
from positions.view import View


def gaps_part(view: View) -> Gaps:
    """The rows of the range plot, widest gap first, and the pair map, with the legend of what they use."""
    rows = scale_rows(view)
    names = view.tables.names
    return Gaps(
        ranges=rows,
        sentences=tuple(row_sentence(view, row.issue) for row in rows),
        pair_names=tuple((names[first], names[second]) for first, second in view.pairs),
        pair_rows=tuple(
            PairRow(issue, tuple(_pair(view, issue, pair) for pair in view.pairs)) for issue in view.scaled
        ),
        words=tuple(_words(gap, view) for gap in view.gaps),
        overall=overall_words(view),
        ends=(view.tables.dossier.low_end, view.tables.dossier.high_end),
        names={one: names[one] for one in view.columns},
    )


def _pair(view: View, issue: Issue, pair: tuple[str, str]) -> PairCell:
    gap = view.gap(issue.id, *pair)
    if gap is None:
        first, second = (view.cell(one, issue.id) for one in pair)
        return PairCell(why_not_compared(first, second), "", "", None)
    relation = relation_words(gap, view.tables)
    return PairCell(coded_size(gap, view.tables), relation, BASIS_WORDS[gap.basis], gap.share)


def _words(gap: Gap, view: View) -> PairWords:
    return PairWords(
        issue=gap.issue,
        pair=pair_words(gap, view.tables),
        relation=relation_words(gap, view.tables),
        words=gap_sentence(gap, view.tables),
        touch=touch_words(gap, view.tables),
    )


def issue_cards(view: View, matrix: Matrix, notes: Sequence[Note]) -> tuple[IssueCard, ...]:
    """One card per row of the matrix, a lane per column."""
    return tuple(_card(row, view, matrix, notes) for row in matrix.rows)


def _card(row: IssueRow, view: View, matrix: Matrix, notes: Sequence[Note]) -> IssueCard:
    issue = row.issue
    alone = View(view.tables, replace(view.selection, issues=(issue.id,)))
    return IssueCard(
        issue=issue,
        title=alone.finding,
        measure=alone.measure,
        words=row_sentence(view, issue),
        scale=issue_scale(view, issue) if issue.measured else None,
        claims=tuple(_claims_on(view, issue)),
        lanes=tuple(
            Lane(column, cell, _notes(view, column.holder, issue, notes))
            for column, cell in zip(matrix.columns, row.cells, strict=True)
        ),
        gap=row.gap,
        pairs=tuple(_words(gap, view) for gap in view.gaps_on(issue.id)),
    )


def _notes(view: View, holder: str, issue: Issue, notes: Sequence[Note]) -> tuple[Note, ...]:
    """The notes of the statements that set the points of a cell; without a scale of all that it shows."""
    cell = view.cell(holder, issue.id)
    leading = [part.statements[0] for _, stance in cell.stances for part in stance.named] or list(
        cell.statements[:1]
    )
    return tuple(notes[view.numbers[one] - 1] for one in dict.fromkeys(leading))


def _claims_on(view: View, issue: Issue) -> Iterator[Claim]:
    """The latest placed claim of each side about each column, in the order of the columns."""
    names = view.tables.names
    found = claims_by_side(view, view.columns, issue)
    for about in view.columns:
        for one in found.get(about, ()):
            if place := issue.placement(one):
                yield Claim(about, names[one.member or one.party or ""], *place, one.id)
