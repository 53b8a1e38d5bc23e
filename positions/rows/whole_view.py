"""A view as one record: what it finds, every row behind it, and what the dossier says of its making."""

from __future__ import annotations

from positions.model.base import Record
from positions.model.dossier import Period, Searched
from positions.model.handling import Handling
from positions.model.issues import Issue
from positions.model.parties import Party, Speaker
from positions.rows.cells import CellRow
from positions.rows.changes import DivergenceRow, MovementRow, SpanRow
from positions.rows.coding import AgreementRow, VariantRow
from positions.rows.pairs import GapRow, MoveRow, TallyRow
from positions.rows.reasons import ReasonRow
from positions.rows.sources import SourceRow
from positions.rows.statements import StatementRow

SCHEMA_VERSION = "2.0"  # the first number goes up where a field is renamed, left out or means something else


class Coverage(Record):
    """How many cells there are, and in how many of them words lead."""

    cells_with_words: int
    """Cells in which words lead."""
    cells: int
    """Cells to which the question applies."""


class FindingLines(Record):
    """A head with the lines under it, as the first of six slides has them."""

    head: str
    """Farthest apart, at the same step, moved, or no position."""
    lines: tuple[str, ...]
    """At most four lines; of more the rest is a number."""


class ColumnRecord(Record):
    """A column of the matrix."""

    id: str
    """Id of a party, or of a member of a grouping."""
    name: str
    """Its name."""
    kind: str
    """state, grouping, mediator, reference, or member."""


class Widest(Record):
    """The widest firm gap of an issue."""

    size: str
    """How wide, in words; where there is none, that there is none."""
    pairs: tuple[str, ...]
    """Between whom; where there is no gap, why."""
    segments: int
    """Of how many segments its bar is; 0 where there is none."""
    filled: float
    """How many of them are filled."""
    wider: tuple[str, ...]
    """Between whom there is a wider gap that is not counted, if there is one."""


class IssueRecord(Issue):
    """An issue with its scale, and its widest firm gap in this view."""

    widest: Widest
    """The widest firm gap."""


class WeightOfParty(Record):
    """What an issue weighs for a party."""

    party: str
    """Id of the party."""
    issue: str
    """Id of the issue."""
    weight: float
    """Its weight in overall distances; 1 where none is given."""


class DistanceRow(Record):
    """How far two columns are apart over all issues shown, as shares of the scale from 0 to 1."""

    first: str
    """Id of one column."""
    second: str
    """Id of the other."""
    distance: float | None
    """Weighted mean of their gaps; empty where no issue has firm positions of both."""
    unweighted: float | None
    """The same with every issue at weight 1."""
    least: float | None
    """The same mean of the lower ends of the intervals."""
    most: float | None
    """The same mean of the upper ends."""
    shared: int
    """On how many issues both have a firm position."""
    issues: int
    """How many issues with a scale are shown."""
    withheld: bool
    """Whether a screen does not print it, because fewer than half of the issues are shared."""


class RobustnessRecord(Record):
    """How far the finding depends on choices of coding."""

    variants: int
    """How many variants were tried."""
    whole: int
    """In how many of them the same pairs, issues and lengths are farthest apart."""
    empty: int
    """In how many of them no two firm positions can be compared."""
    sentences: tuple[str, ...]
    """How variants are to be read, and in how many of them what is widest."""
    removals: tuple[str, ...]
    """Which statements and sources change what is farthest apart when left out."""


class CitedRow(StatementRow):
    """A statement as it was coded, with names, a citation to paste, and where to read it."""

    citation: str
    """Speaker, office, day, phrase, source, and how it was read, ready to paste."""
    link: str | None
    """Address of the source, at the very words where the browser can find them; empty for none.

    Where a copy of the text is kept, with words before and behind where the same stand elsewhere too."""


class ViewRecord(Record):
    """Everything that a view shows and rests on. Empty (null) means that nothing is known."""

    schema_version: str
    """Version of this schema; a reader of 2.0 can read every 2.x."""
    dossier: str
    """Id of the dossier."""
    title: str
    """Its title."""
    question: str
    """The question that it answers."""
    period: Period
    """First and last day that it covers."""
    data_version: str
    """Fingerprint of its files; another one means other data."""
    handling: Handling | None
    """How it may be handled: mark, distribution, status, day of embargo; empty where nothing is said."""
    licence: str
    """On what terms the data may be used."""
    address: str
    """The view as the query of a link to the app."""
    as_of: str
    """The as-of day."""
    since: str | None
    """The earlier day with which it is compared; empty for one day alone."""
    finding: str
    """What is farthest apart, between whom."""
    measure: str
    """What is measured, who shares a step, coverage, day."""
    source_line: str
    """Day, sources, order rule, data version and assumptions: what stands under every output."""
    movement_finding: str
    """Who moved toward or away from whom on what."""
    movement_measure: str
    """The two days, and what else changed."""
    findings: tuple[FindingLines, ...]
    """What to take away, in four heads."""
    coverage: Coverage
    """How much of the matrix has words."""
    columns: tuple[ColumnRecord, ...]
    """The columns in the order shown."""
    issues: tuple[IssueRecord, ...]
    """The issues in the order shown, with their scales."""
    weights: dict[str, float]
    """Weights of issues that are not 1, by id."""
    weights_of_parties: tuple[WeightOfParty, ...]
    """Weights that the dossier gives a party and an issue."""
    cells: tuple[CellRow, ...]
    """The matrix, one row per cell, issue by issue."""
    reasons: tuple[ReasonRow, ...]
    """Why each cell says what it says: a row per statement behind it, what leads first."""
    gaps: tuple[GapRow, ...]
    """One row per issue and pair that can be compared."""
    moves: tuple[MoveRow, ...]
    """What would bring each pair to the same step, one row per gap; two for a split grouping."""
    if_conditions_held: tuple[TallyRow, ...]
    """For each pair of columns where it would meet if every stated condition held."""
    distances: tuple[DistanceRow, ...]
    """One row per pair of columns."""
    changes: tuple[MovementRow, ...]
    """What changed since the earlier day, one row per actor and issue."""
    divergences: tuple[DivergenceRow, ...]
    """Same side, other words: statements of one side far apart within 90 days, the newest first."""
    newly_said: tuple[str, ...]
    """Ids of the statements that were said after the earlier day; none without one."""
    history: tuple[SpanRow, ...]
    """Positions over time up to the day, one row per actor, issue and span without a change."""
    robustness: RobustnessRecord | None
    """How far the finding depends on choices of coding; empty where no issue has a scale."""
    variants: tuple[VariantRow, ...]
    """What is farthest apart under each variant of coding, the widest first."""
    statements: tuple[CitedRow, ...]
    """Statements on the shown issues by or about the shown columns, up to the day."""
    sources: tuple[SourceRow, ...]
    """All sources of the dossier."""
    searched: tuple[Searched, ...]
    """What each source was searched for; parties or issues that are null mean all."""
    parties: tuple[Party, ...]
    """All parties of the dossier with members, other names and remarks."""
    speakers: tuple[Speaker, ...]
    """All speakers of the dossier with office and authority to bind their side."""
    agreement: tuple[AgreementRow, ...]
    """How far two coders agree; none where fewer than two codings are kept."""
    limits: tuple[str, ...]
    """What to know of the dossier before trusting it."""
    naming_note: str
    """How names are written."""
