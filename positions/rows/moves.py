"""Shortest moves to a common step as rows: one per issue and pair that can be compared, both ways."""

from __future__ import annotations

from positions.model.base import Record
from positions.rows import row_of
from positions.text.meeting import MeetingWords, meeting_words
from positions.text.tally import tally_sentence
from positions.text.wording import unit_words
from positions.view import View


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
    """firm, by name, weak or split, as for gaps; of a split grouping its nearest and farthest members."""
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
    return [_row(one, view) for one in meeting_words(view, view.gaps)]


def _row(one: MeetingWords, view: View) -> MoveRow:
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
    unsure: tuple[str, ...]
    """Open, because the coder was unsure."""
    apart: tuple[str, ...]
    """Apart for certain."""
    weak: tuple[str, ...]
    """Not counted, for low confidence."""
    split: tuple[str, ...]
    """A grouping is split and has no step of its own."""
    unknown: tuple[str, ...]
    """One of the two stands on no step."""
    not_asked: tuple[str, ...]
    """The question does not arise for one of the two."""
    words: str
    """All of it in a sentence, with the conditions behind a common step."""


def tally_rows(view: View) -> list[TallyRow]:
    """One row per pair of columns, in the view's order."""
    kinds = ("same", "unsure", "apart", "weak", "split")
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
