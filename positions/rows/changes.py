"""What changed between two days as rows: one per actor and issue, in words."""

from __future__ import annotations

from positions.model.base import Record
from positions.rows import row_of
from positions.text.movement import change_rows
from positions.view import View


class MovementRow(Record):
    """One actor on one issue between the two days of the view."""

    issue: str
    """Id of the issue."""
    issue_name: str
    """Name of the issue."""
    column: str
    """Id of the column: the actor's own, or that of the grouping of which it is a member."""
    actor: str
    """Id of the party or member."""
    name: str
    """Its name; of a member with the grouping's."""
    earlier_day: str
    """The earlier of the two days that are compared."""
    later_day: str
    """The later of the two days, the as-of day."""
    kind: str
    """What changed: first on record, moved, restated and so on; the meanings stand in the codebook."""
    before: str
    """The position on the earlier day, with its own day and speaker."""
    after: str
    """The position on the later day, with its own day and speaker."""
    words: str
    """The change in words; moves say toward whom and away from whom."""
    statements: tuple[str, ...]
    """Ids of the statements behind both positions, the earlier first."""


def movement_rows(view: View) -> list[MovementRow]:
    """One row per actor and issue, as `positions.text.movement.change_rows`; none without an earlier day."""
    days = {"earlier_day": (view.since or view.day).isoformat(), "later_day": view.day.isoformat()}
    return [row_of(MovementRow, one, **days) for one in change_rows(view)]
