"""Pairs of columns as rows: gaps, the shortest moves between them, and where they would meet."""

from __future__ import annotations

from positions.analysis.gap import Gap
from positions.model.base import Record
from positions.rows import row_of
from positions.text.gaps import gap_sentence, points_words, side_words, touch_words
from positions.text.meeting import MeetingWords, meeting_words
from positions.text.meeting_lines import tally_sentence
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
    """Steps or units between the middles of the two points; empty where a side is on several points."""
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
    """The less certain side: firm, by name, contradicting, weak or split; only firm ones are counted."""
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


class MoveRow(Record):
    """Two columns on one issue and what would bring them to one step: no forecast, no reservation point."""

    issue: str
    """Id of the issue."""
    issue_name: str
    """Name of the issue."""
    first: str
    """Id of one of the two columns."""
    second: str
    """Id of the other."""
    pair: str
    """Both by name; a split grouping, or one of which few spoke, by the members that are meant."""
    least: float
    """Length of the shortest move of either alone, in `unit`; 0 where no move may be needed."""
    most: float
    """The same if the coder's doubts are settled the longest way; equal to `least` without a doubt."""
    unit: str
    """What lengths are counted in: steps, or the unit of a numeric scale."""
    basis: str
    """As for gaps; of a side on several points its nearest and its farthest ones."""
    first_move: str
    """The move of the first alone: length, from which step, who said it when, to which step."""
    second_move: str
    """The move of the second alone."""
    conditions: str
    """The conditions of both, each with whose it is; of whom none is on record."""
    notes: str | None
    """Steps between the two, splits, doubts, other current words."""
    words: str
    """All of it in sentences."""


def move_rows(view: View) -> list[MoveRow]:
    """One row per gap of the view, in its order; two for a split grouping."""
    return [_move(one, view) for one in meeting_words(view, view.gaps)]


def _move(one: MeetingWords, view: View) -> MoveRow:
    issue, move = view.tables.scales[one.gap.issue], one.meeting.moves[0]
    return row_of(
        MoveRow,
        move,
        one.gap,
        one,
        issue_name=issue.name,
        pair=one.pair,
        unit=unit_words(issue),
        first_move=one.first,
        second_move=one.second,
        notes=one.notes or None,
        words=one.sentence,
    )


class TallyRow(Record):
    """Two columns and the ids of all issues with a scale, by where they would meet if conditions held."""

    pair: tuple[str, str]
    """Ids of the two columns."""
    same: tuple[str, ...]
    """At the same step."""
    near: tuple[str, ...]
    """Near: at no common step, and at most a quarter of the scale between them, as in gaps."""
    apart: tuple[str, ...]
    """Apart: more than that, as in gaps."""
    unsure: tuple[str, ...]
    """Open, because the coder was unsure."""
    weak: tuple[str, ...]
    """Not counted, for low confidence."""
    split: tuple[str, ...]
    """A grouping is split and has no step of its own."""
    contradicted: tuple[str, ...]
    """Words of one of the two contradict each other."""
    unknown: tuple[str, ...]
    """One of the two stands on no step."""
    not_asked: tuple[str, ...]
    """The question does not arise for one of the two."""
    words: str
    """All of it in a sentence, with the conditions behind a common step."""


def tally_rows(view: View) -> list[TallyRow]:
    """One row per pair of columns, in the view's order."""
    kinds = ("same", "near", "apart", "unsure", "weak", "split", "contradicted")
    return [
        TallyRow(
            pair=one.pair,
            **{kind: tuple(gap.issue for gap in getattr(one, kind)) for kind in kinds},
            unknown=one.unknown,
            not_asked=one.beside,
            words=tally_sentence(one, view),
        )
        for one in view.tallies
    ]
