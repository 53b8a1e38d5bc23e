"""The parts of a briefing that stand on a scale: ranges, pairs, issue cards, movement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from components.figures.lanes import IssueScale
from components.figures.range_band import Room
from components.figures.ranges import brief_ranges, ranges
from components.figures.scale import ScaleRow
from components.figures.scene import Drawing
from components.report.records import CellText, Column, Note
from components.sheet.layout import Movement
from components.theme import Mark
from positions.model.issues import Issue
from positions.text.gaps import WidestWords
from positions.text.movement import ChangeRow


@dataclass(frozen=True)
class PairCell:
    """A gap of a pair: its size in words, relation, what it rests on, share of the scale or None.

    Where there is no gap, `words` say why and `share` is None; a split grouping has words and no share.
    """

    words: str
    relation: str
    basis: str
    share: float | None


@dataclass(frozen=True)
class PairRow:
    """One issue of the pair map; `cells` stand in the order of `Gaps.pair_names`."""

    issue: Issue
    cells: tuple[PairCell, ...]


@dataclass(frozen=True)
class PairWords:
    """One gap in words: its pair by name, from which step to which, and what else of the two touches."""

    issue: str
    pair: str
    relation: str
    words: str
    touch: str


@dataclass(frozen=True)
class Gaps:
    """Where the columns stand on each scale, the widest gap first, and how far each pair is apart.

    `sentences` say each row of `ranges` in words.
    `overall` says the overall distances with their weights, or is empty; `ends` name the ends of all scales;
    `names` has those of the columns by id.
    """

    ranges: tuple[ScaleRow, ...]
    sentences: tuple[str, ...]
    pair_names: tuple[tuple[str, str], ...]
    pair_rows: tuple[PairRow, ...]
    words: tuple[PairWords, ...]
    overall: str
    ends: tuple[str, str]
    names: dict[str, str]

    def drawing(self, marks: Mapping[str, Mark], room: Room) -> Drawing:
        """The figure of ranges and gaps, laid out for a room."""
        if room.brief:
            rows = list(zip(self.ranges, self.sentences, strict=True))
            return brief_ranges(rows, self.ends, marks, room, self.names)
        return ranges(self.ranges, self.sentences, self.ends, marks, room)


@dataclass(frozen=True)
class Lane:
    """One column on an issue: its cell, and the notes of the statements that set its points."""

    column: Column
    cell: CellText
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class Claim:
    """Where one side says that another stands: `about` is a column, `by` a name; steps."""

    about: str
    by: str
    low: float
    high: float
    statement: str


@dataclass(frozen=True)
class IssueCard:
    """One question with every column on it; `scale` is None for an issue without one.

    `title` is the finding of this issue alone, `measure` the line under it, `words` say all of it.
    """

    issue: Issue
    title: str
    measure: str
    words: str
    scale: IssueScale | None
    claims: tuple[Claim, ...]
    lanes: tuple[Lane, ...]
    gap: WidestWords
    pairs: tuple[PairWords, ...]


@dataclass(frozen=True)
class Moves:
    """What has moved: the input of the movement sheet, its title and grey line, the changes of two days.

    `changes` has no rows where no two days are compared; `heads` are those of a table of them. `compared`
    are the positions that the grey line counts, of which a brief report has those that changed.
    """

    movement: Movement
    title: str
    measure: str
    heads: tuple[str, str, str, str]
    changes: tuple[ChangeRow, ...]
    compared: int
