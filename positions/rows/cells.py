"""The matrix in long form: one row per issue and column, with words, condition and evidence."""

from __future__ import annotations

from collections.abc import Iterator

from positions.analysis.behind import leading_statements
from positions.analysis.gap import Point
from positions.analysis.grouping import Cluster
from positions.analysis.spread import spread_of
from positions.cell import Cell
from positions.model.base import Record
from positions.model.fields import UNDATED, last_day
from positions.model.issues import Issue
from positions.model.statements import Statement
from positions.rows import row_of
from positions.tables import Tables
from positions.text.cell import cell_words
from positions.text.coder_differences import coders_words
from positions.text.wording import joined, place_numbers, unit_words
from positions.view import View


class CellRow(Record):
    """One cell of the matrix: a position with its evidence, or which kind of blank it is."""

    issue: str
    """Id of the issue."""
    issue_name: str
    """Name of the issue."""
    question: str
    """The question that positions on the issue answer."""
    holder: str
    """Id of the column: a party, or a member of a grouping."""
    holder_name: str
    """Name of the party or member."""
    party: str
    """Id of the party; for a member the grouping that lists it."""
    kind: str
    """state, grouping, mediator, reference, or member."""
    state: str
    """stated, weak, split, or the kind of blank; the meanings stand in the codebook."""
    old: bool
    """Whether the words that lead are older than the dossier's limit, as a rule a year."""
    by_name: bool
    """Whether it is a grouping of whose states fewer than half spoke, so that members are named instead."""
    words: str
    """What the cell says first: the label of the step, words without a scale, or the kind of blank."""
    body: str | None
    """Conditions, members by step, or what was said instead; a line each."""
    evidence: str | None
    """Day, speaker and number of sources of exactly these words; of a grouping its first and last day."""
    others: str | None
    """Every other step that current words name, each with its own day and speaker; a line each."""
    notes: str | None
    """What a reader must know: age, doubt, low confidence, how many members spoke; a line each."""
    conditions: str | None
    """What the words that lead depend on; a line each, of a grouping with the member's name."""
    point_low: int | float | None
    """Lowest step, or least value on a numeric scale, of the words that lead; empty where they have none."""
    point_high: int | float | None
    """Highest step or greatest value that they cover; equal to point_low for a single one."""
    unit: str | None
    """What the points are counted in: steps, or the unit of a numeric scale; empty without a scale."""
    doubt: bool
    """Whether the coder was unsure between these steps; else the words name them all."""
    contradicts: bool
    """Whether words of one day that lead name steps apart, by several speakers or in several sources."""
    coders_low: int | float | None
    """Lowest step at which the dossier or a coder puts the words that lead; empty where no coder differs."""
    coders_high: int | float | None
    """Highest step at which one of them puts these words; empty likewise."""
    coders: str | None
    """Steps that coders chose where one differs, of a grouping a line for each such member with its name."""
    weak: bool
    """Whether only words of low confidence are current."""
    last_step: int | float | None
    """Last step of the issue's scale, which begins at 0, or the length of a numeric one; empty for none."""
    said_on: str | None
    """Day of the words that lead, or its month; of a grouping of the newest."""
    age: int | None
    """Days from then to the as-of day."""
    speakers: tuple[str, ...]
    """Who said the words that lead."""
    offices: tuple[str, ...]
    """Their offices, in the same order."""
    statements: tuple[str, ...]
    """Ids of the statements that lead."""
    other_statements: tuple[str, ...]
    """Ids of the other statements that the cell shows."""
    sources: int
    """How many sources report the words that lead; 0 where none do."""
    states_spoke: int | None
    """How many states of a grouping stand on a step; empty for a single actor."""
    states: int | None
    """How many states the grouping has."""
    bodies_spoke: tuple[str, ...]
    """Ids of the bodies of a grouping that stand on a step."""
    members: str | None
    """Which members of a grouping stand on which steps, a line for each range of steps."""
    agreement_a: float | None
    """Van der Eijk's A of a grouping's states that stand on single steps; empty for fewer than five."""
    looked_in: int
    """How many sources that were public by the day were read for this cell."""
    openings: int
    """Of how many of these only the opening was read; nothing is concluded from what is not in it."""


def cell_rows(view: View) -> list[CellRow]:
    """One row per cell: issue by issue, columns in the order shown."""
    return [_row(cell, view.tables) for cell in view.cells]


def _row(cell: Cell, tables: Tables) -> CellRow:
    words, point, both = cell_words(cell, tables), _point(cell), cell.grouped
    issue, leading = tables.scales[cell.issue], leading_statements(cell)
    ends = issue.named(point.low, point.high) if point else None
    coded = issue.named(point.coded.low, point.coded.high) if point and point.disputed else None
    said = [tables.by_id[one] for one in leading]
    spread = spread_of(both, len(issue.scale)) if both else None
    newest = max(said, key=lambda one: last_day(one.said_on), default=None)
    speakers = list(dict.fromkeys(tables.speaker_of(one) for one in said))
    return row_of(
        CellRow,
        cell,
        issue,
        holder_name=cell.name,
        words=words.title,
        body="\n".join(words.body) or None,
        evidence=words.evidence or None,
        others="\n".join(words.others) or None,
        notes="\n".join(words.notes) or None,
        conditions="\n".join(_conditions(cell, said, tables)) or None,
        point_low=ends[0] if ends else None,
        point_high=ends[1] if ends else None,
        unit=unit_words(issue) if issue.measured else None,
        doubt=bool(point and point.doubt),
        contradicts=cell.contradicts,
        coders_low=coded[0] if coded else None,
        coders_high=coded[1] if coded else None,
        coders="\n".join(_coders(cell, issue, tables)) or None,
        weak=cell.state == "weak",
        said_on=newest.said_on if newest else None,
        age=(cell.as_of - last_day(newest.said_on)).days if newest and newest.said_on != UNDATED else None,
        speakers=tuple(one.name for one in speakers),
        offices=tuple(one.office for one in speakers),
        statements=leading,
        other_statements=tuple(one for one in cell.statements if one not in leading),
        sources=len({one.source for one in said}),
        states_spoke=len(both.spoke_states) if both else None,
        states=both.states if both else None,
        bodies_spoke=both.spoke_bodies if both else (),
        members="\n".join(_members(one, issue, tables) for one in (*both.clusters, *both.weak)) or None
        if both
        else None,
        agreement_a=spread.agreement if spread else None,
    )


def _point(cell: Cell) -> Point | None:
    """The one point of the cell, of an actor from end to end; None for none, or where members stand apart."""
    placed, own = cell.for_gaps, cell.position.point
    if placed and own and cell.contradicts:
        return Point(own.low, own.high, own.doubt, (), (own,))
    return placed.points[0] if placed and len(placed.points) == 1 else None


def _conditions(cell: Cell, said: list[Statement], tables: Tables) -> list[str]:
    """Conditions of the words that lead, each once."""
    told = [
        f"{tables.names[one.member]}: {one.condition}" if cell.grouped and one.member else one.condition
        for one in said
        if one.condition
    ]
    return list(dict.fromkeys(told))


def _coders(cell: Cell, issue: Issue, tables: Tables) -> Iterator[str]:
    for member, stance in cell.stances:
        if words := coders_words(issue, stance.disputed):
            yield f"{tables.names[member]}: {words}" if cell.grouped else words


def _members(cluster: Cluster, issue: Issue, tables: Tables) -> str:
    """The members on one range of steps, as "steps 1–3, in doubt: United States and Canada"."""
    numbers = place_numbers(issue, cluster.low, cluster.high)
    noun = "" if issue.numeric else "step " if cluster.low == cluster.high else "steps "
    doubt = ", in doubt" if cluster.doubt else ""
    weak = ", low confidence" if all(one.weak for one in cluster.stances) else ""
    return f"{noun}{numbers}{doubt}{weak}: {joined([tables.names[one] for one in cluster.members])}"
