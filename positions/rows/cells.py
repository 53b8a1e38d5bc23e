"""The matrix in long form: one row per issue and column, with words, condition and evidence."""

from __future__ import annotations

from math import isnan

from positions.cell import cell_words
from positions.frames import typed_rows
from positions.record import Record
from positions.selection import Selection
from positions.tables import Cell, Tables, standing


class CellRow(Record):
    """One cell of the matrix: a position with its evidence, or which kind of blank it is."""

    issue: str
    """Id of the issue."""
    issue_name: str
    """Name of the issue."""
    question: str
    """The question that positions on the issue answer."""
    holder: str
    """Id of the party, or of the member of an unfolded grouping."""
    holder_name: str
    """Name of the party or member."""
    party: str
    """Id of the party; for a member its grouping."""
    kind: str
    """state, grouping, mediator, reference, or member."""
    state: str
    """stated, stale, or the kind of blank; the meanings stand in the codebook."""
    words: str
    """What the cell says: the label of the step, who spoke where there is no scale, or the kind of blank."""
    detail: str | None
    """What else the cell says: condition, other stated steps, or the words of an unplaced statement."""
    condition: str | None
    """What the position depends on, in the statement behind it."""
    point: float | None
    """Place on the scale in steps, the middle of point_low and point_high; empty where there is none."""
    point_low: float | None
    """Lowest step that the words behind the point cover; equal to point_high for a single step."""
    point_high: float | None
    """Highest step that the words behind the point cover; of a grouping both are medians."""
    low: float | None
    """Lowest step that was stated."""
    high: float | None
    """Highest step that was stated."""
    last_step: float | None
    """Last step of the issue's scale, which begins at 0; empty where the issue has no scale."""
    said_on: str | None
    """Day of the statement behind the cell, or its month."""
    age: float | None
    """Days from then to the as-of day."""
    member: str | None
    """For a grouping, the member whose statement that is; condition and speaker are this member's."""
    speaker: str | None
    """Who made the statement behind the cell."""
    office: str | None
    """The speaker's office."""
    statement: str | None
    """Id of the statement behind the cell."""
    source: str | None
    """Id of the source that reports it."""
    statements: int
    """How many statements the cell rests on; 0 for a blank."""
    sources: int
    """How many sources these come from."""
    named: tuple[str, ...]
    """Ids of the members that count in a grouping's cell."""
    members: int
    """How many members the grouping has; 0 for a single government."""
    thin: bool
    """Whether fewer than half of a grouping's members have a position."""
    looked_in: int
    """How many sources were searched for this cell."""


def cell_rows(tables: Tables, selection: Selection) -> list[CellRow]:
    """One row per cell as of the selection's day: issue by issue, columns in the order shown."""
    cells = {(cell.holder, cell.issue): cell for cell in typed_rows(standing(tables, selection.day), Cell)}
    holders = selection.columns(tables.dossier)
    return [_row(cells[holder, issue], tables) for issue in selection.issues for holder in holders]


def _row(cell: Cell, tables: Tables) -> CellRow:
    words = cell_words(cell, tables)
    said = tables.by_id.get(cell.statement)
    speaker = tables.speakers[said.speaker] if said else None
    return CellRow(
        issue=cell.issue,
        issue_name=cell.issue_name,
        question=tables.scales[cell.issue].question,
        holder=cell.holder,
        holder_name=cell.name,
        party=cell.party,
        kind=cell.kind,
        state=cell.state,
        words=words.title,
        detail=words.detail or None,
        condition=said.condition if said else None,
        point=_known(cell.point),
        point_low=_known(cell.point_low),
        point_high=_known(cell.point_high),
        low=_known(cell.low),
        high=_known(cell.high),
        last_step=_known(cell.steps),
        said_on=said.said_on if said else None,
        age=_known(cell.age),
        member=said.member if said and cell.members else None,
        speaker=speaker.name if speaker else None,
        office=speaker.office if speaker else None,
        statement=said.id if said else None,
        source=said.source if said else None,
        statements=cell.statements,
        sources=cell.sources,
        named=cell.named,
        members=cell.members,
        thin=cell.thin,
        looked_in=cell.looked_in,
    )


def _known(number: float) -> float | None:
    return None if isnan(number) else number
