"""Same side, other words as rows: one per pair of statements of one actor that lie far apart."""

from __future__ import annotations

from positions.model.base import Record
from positions.rows import row_of
from positions.text.divergence import DivergenceWords, divergence_words
from positions.text.wording import unit_words
from positions.view import View


class DivergenceRow(Record):
    """Two statements of one actor on one issue, at least two steps or half a numeric scale apart."""

    issue: str
    """Id of the issue."""
    issue_name: str
    """Name of the issue."""
    column: str
    """Id of the column: the actor's own, or that of the grouping of which it is a member."""
    actor: str
    """Id of the party or member that said both."""
    name: str
    """Its name; of a member with the grouping's."""
    apart: float
    """The least length between the two, in `unit`."""
    unit: str
    """What it is counted in: steps, or the unit of a numeric scale."""
    days: int
    """The most days that can lie between the two."""
    government: bool
    """Whether the next government took office between the two."""
    later: str
    """The later words: step, conditions, speaker, day, mode, phrase, source."""
    earlier: str
    """The newest earlier words that lie so far from them."""
    words: str
    """Both in sentences."""
    statements: tuple[str, ...]
    """Ids of the statements behind both, the earlier first."""


def divergence_rows(view: View) -> list[DivergenceRow]:
    """One row per pair within 90 days, the newest first."""
    return [_row(one, view) for one in divergence_words(view)]


def _row(one: DivergenceWords, view: View) -> DivergenceRow:
    issue, found = view.tables.scales[one.of.issue], one.of.found
    name, _, later, earlier, *_ = one.texts
    return row_of(
        DivergenceRow,
        one.of,
        found,
        issue_name=issue.name,
        name=name,
        unit=unit_words(issue),
        later=later,
        earlier=earlier,
        words=one.sentence,
        statements=(*found.earlier.statements, *found.later.statements),
    )
