"""Where every actor stands on every issue of a dossier as of a day: one row each, worked out at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import NamedTuple

from positions.analysis.behind import leading_statements
from positions.analysis.bulk import POINT, positions_at
from positions.cell import cell_of
from positions.model.fields import last_day
from positions.model.issues import Issue
from positions.rows import plain
from positions.selection import offered_columns
from positions.text.wording import unit_words
from positions.view import View

# Columns of `positions.rows.cells.CellRow`, with the same meaning.
COLUMNS = (
    *("issue", "issue_name", "holder", "holder_name", "party", "state", "old", "conditions"),
    *("point_low", "point_high", "unit", "doubt", "contradicts", "last_step", "said_on", "speakers"),
    *("statements", "sources", "looked_in", "openings"),
)


class _Found(NamedTuple):
    """What is known of a cell: its state, the ids of what leads in it, and the places that these name."""

    state: str
    old: bool
    leading: tuple[str, ...]
    places: tuple[float, float] | None
    doubt: bool
    contradicts: bool = False


def position_rows(view: View) -> Iterator[list[object]]:
    """One row of COLUMNS per actor and issue of the whole dossier as of the day of a view, whatever it shows.

    They are made one by one, issue by issue in the order of the dossier, actors in that of their names;
    groupings have no position of their own. Cells are plain, None where nothing is known. What the reader
    left out is not in it.
    """
    actors = [one for one in offered_columns(view.tables.dossier) if one not in view.tables.memberships]
    point_of = _points(view)
    return (
        _row(view, issue, actor, point_of(actor, issue) or _by_the_rules(view, issue, actor))
        for issue in view.tables.dossier.issues
        for actor in actors
    )


def _points(view: View) -> Callable[[str, Issue], _Found | None]:
    """What finds the point in a cell that one statement makes alone: of a long record almost all.

    It answers None for every other cell.
    """
    tables, words, oldest = view.tables, view.tables.word_columns, view.selection.span
    found = positions_at(words, view.day, window=tables.dossier.window, oldest=oldest)

    def point(actor: str, issue: Issue) -> _Found | None:
        cell = words.cells.get((actor, issue.id))
        asked = issue.measured and tables.owners[actor] not in issue.not_applicable
        if cell is None or not asked or found.kind[cell] != POINT or not found.alone[cell]:
            return None
        said = dt.date.fromordinal(int(found.day[cell]))
        return _Found(
            "weak" if found.weak[cell] else "stated",
            actor not in tables.lasting and tables.old(said, view.day),
            (words.ids[found.row[cell]],),
            (float(found.low[cell]), float(found.high[cell])),
            bool(found.doubt[cell]),
        )

    return point


def _by_the_rules(view: View, issue: Issue, actor: str) -> _Found:
    """The same where several statements lead together, or none on a step."""
    cell = cell_of(view.tables, actor, issue.id, view.day, view.selection.span)
    point = cell.position.point if cell.placed else None
    places = (point.low, point.high) if point else None
    return _Found(
        cell.state, cell.old, leading_statements(cell), places, bool(point and point.doubt), cell.contradicts
    )


def _row(view: View, issue: Issue, actor: str, found: _Found) -> list[object]:
    """The values of COLUMNS."""
    tables, owner = view.tables, view.tables.owners[actor]
    said = [tables.by_id[one] for one in found.leading]
    low, high = issue.named(*found.places) if found.places else (None, None)
    values = (
        *(issue.id, issue.name, actor, tables.names[actor], owner, found.state, found.old),
        "\n".join(dict.fromkeys(one.condition for one in said if one.condition)) or None,
        *(low, high, unit_words(issue) if issue.measured else None, found.doubt, found.contradicts),
        issue.length if issue.measured else None,
        max((one.said_on for one in said), key=last_day, default=None),
        tuple(dict.fromkeys(tables.speaker_of(one).name for one in said)),
        *(found.leading, len({one.source for one in said})),
        *(read(owner, issue.id, view.day) for read in (tables.sources_read, tables.openings_read)),
    )
    return [plain(one) for one in values]
