"""The parts of a briefing that stand on a scale: ranges, pairs, issue cards, movement."""

from __future__ import annotations

from dataclasses import dataclass

from components.briefing.parts import CellText, Column, GapText, Grid, Note
from components.charts.issue_scale import IssueScale
from components.charts.pair_map import PairMap
from components.charts.range_plot import RangePlot
from components.sheet.layout import Movement
from positions.models import Issue
from positions.text.wording import Stand


@dataclass(frozen=True)
class Placed:
    """A side on a scale, in steps; `before` is its point on the earlier day where that differs.

    `point_low` and `point_high` are the steps that the words behind the point cover.
    """

    holder: str
    label: str
    point: float
    point_low: float
    point_high: float
    low: float
    high: float
    thin: bool
    before: float | None

    @property
    def stand(self) -> Stand:
        """The point with the steps that its words cover."""
        return Stand(self.point, self.point_low, self.point_high)


@dataclass(frozen=True)
class Blank:
    """A side without a place on a scale, and why, in words."""

    holder: str
    label: str
    words: str


@dataclass(frozen=True)
class RangeRow:
    """One issue of the range plot; rows run from the widest gap down."""

    issue: Issue
    placed: tuple[Placed, ...]
    blanks: tuple[Blank, ...]
    gap: GapText


@dataclass(frozen=True)
class PairCell:
    """A gap of a pair: number of steps, interval or "", share of the scale or None, and who is blank."""

    words: str
    interval: str
    share: float | None
    blank: str


@dataclass(frozen=True)
class PairRow:
    """One issue of the pair map; `cells` stand in the order of `Gaps.pair_names`."""

    issue: Issue
    cells: tuple[PairCell, ...]


@dataclass(frozen=True)
class Gaps:
    """The range plot and the pair map: what the charts on screen are drawn from, and as rows.

    `overall` says the overall distances with their weights, or is empty.
    """

    plot: RangePlot
    ranges: tuple[RangeRow, ...]
    pairs: PairMap
    pair_names: tuple[tuple[str, str], ...]
    pair_rows: tuple[PairRow, ...]
    overall: str


@dataclass(frozen=True)
class Lane:
    """One side on an issue: its cell, its place or None, and the statement behind it or None.

    `ring` says that the words behind the point were reported, not quoted.
    """

    column: Column
    cell: CellText
    placed: Placed | None
    note: Note | None
    ring: bool


@dataclass(frozen=True)
class IssueCard:
    """One question with every side on it; `scale` is what the chart on screen is drawn from.

    `gaps` says each pair's gap in words; empty where no two sides can be compared.
    """

    issue: Issue
    scale: IssueScale
    lanes: tuple[Lane, ...]
    gap: GapText
    gaps: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Moves:
    """What has moved: the input of the movement sheet, its title, and the changes of two days.

    `changes` has no rows where no two days are compared.
    """

    movement: Movement
    title: str
    changes: Grid
