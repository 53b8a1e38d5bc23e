"""Gaps as rows: one per issue and pair of columns that can be compared, in steps and in words."""

from __future__ import annotations

from positions.analysis.gap import Gap
from positions.model.base import Record
from positions.rows import row_of
from positions.text.gaps import gap_sentence, points_words, side_words, touch_words
from positions.text.wording import unit_words
from positions.view import View


class GapRow(Record):
    """How far apart two columns stand on one issue; lengths are in `unit` unless they are shares."""

    issue: str
    """Id of the issue."""
    issue_name: str
    """Name of the issue."""
    first: str
    """Id of one of the two."""
    first_name: str
    """Its name; of a grouping of which few states spoke the members that did."""
    second: str
    """Id of the other."""
    second_name: str
    """Its name, as for the first."""
    gap: float | None
    """Steps or units between the middles of the two points; empty where one is a split grouping."""
    least: float
    """Shortest distance that the two points allow; to a split grouping that to its nearest member."""
    most: float
    """Longest distance that they allow; to a split grouping that to its farthest member."""
    coders_least: float | None
    """Shortest distance over every step at which a coding puts the words; empty where codings add nothing."""
    coders_most: float | None
    """Longest distance over these steps; empty likewise."""
    last_step: int | float
    """Last step of the issue's scale, which begins at 0, or the length of a numeric scale."""
    unit: str
    """What lengths are counted in: steps, or the unit of a numeric scale."""
    share: float | None
    """The gap as a share of the scale, from 0 to 1; empty where there is no gap."""
    relation: str | None
    """same: the points share a step; near: at most a quarter of the scale; apart: more; empty as gap."""
    basis: str
    """firm, by name, weak or split: the less certain side; only firm gaps are in headlines and distances."""
    nearest: str
    """The two points, or the two that are nearest to each other, in words."""
    farthest: str
    """The two points, or the two that are farthest from each other, in words."""
    words: str
    """The gap in words, with the steps at its ends."""
    touch: str | None
    """Other current words of the two that name one step although the points do not, both with their days."""
    old: bool
    """Whether the words of one of the two are older than the dossier's limit, as a rule a year."""


def gap_rows(view: View) -> list[GapRow]:
    """One row per gap of the view, in the order of issues and columns."""
    return [_row(gap, view) for gap in view.gaps]


def _row(gap: Gap, view: View) -> GapRow:
    tables = view.tables
    return row_of(
        GapRow,
        gap,
        issue_name=tables.scales[gap.issue].name,
        first_name=side_words(gap, 0, tables),
        second_name=side_words(gap, 1, tables),
        coders_least=gap.coders[0] if gap.coders else None,
        coders_most=gap.coders[1] if gap.coders else None,
        unit=unit_words(tables.scales[gap.issue]),
        nearest=points_words(gap, gap.nearest, tables),
        farthest=points_words(gap, gap.farthest, tables),
        words=gap_sentence(gap, tables),
        touch=touch_words(gap, tables) or None,
    )
