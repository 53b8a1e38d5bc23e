"""The matrix as plain records for the component: columns, rows, cells, widest gaps, legend."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from components.figures.strip import block_labels, strip_of
from components.theme import LOOKS, Look, Mark, Scheme, look, view_marks
from positions.cell import Cell
from positions.model.issues import Issue
from positions.tables import Tables
from positions.text.cell import cell_words
from positions.text.cell_lines import CellWords
from positions.text.gaps import WidestWords, bar_segments, widest_words
from positions.text.grouping import members_words
from positions.text.labels import MATRIX_WORDS, STRIP_WORDS, ends_words
from positions.text.short_cell import TightWords, tight_pairs, tight_words
from positions.text.wording import count_words
from positions.view import View

_KINDS = ("mediator", "reference")


@dataclass(frozen=True)
class Fold:
    """What the head of a grouping offers: its members shown or folded, and who of them has no column."""

    open: bool
    words: str
    silent: str


@dataclass(frozen=True)
class Column:
    """The head of a column; `under` says whose member it is, or what kind of party."""

    id: str
    name: str
    colour: str
    shape: str
    number: str
    under: str
    fold: Fold | None


@dataclass(frozen=True)
class Box:
    """A cell: its look, a strip block for each step, its words, all and few, and all as one label."""

    id: str
    state: str
    look: Look
    strip: tuple[str, ...]
    words: CellWords
    tight: TightWords
    label: str


@dataclass(frozen=True)
class Row:
    """An issue: its question, what each block of its strips stands for, a box per column, its widest gap.

    `pairs` are those of the gap, of more than two the first and how many more, then what is wider; `rank`
    is its place when issues stand by the size of their gap; `segments` is how many there are to a gap of
    the whole scale.
    """

    id: str
    name: str
    question: str
    steps: tuple[str, ...]
    boxes: tuple[Box, ...]
    gap: WidestWords
    pairs: tuple[str, ...]
    segments: int
    rank: int


@dataclass(frozen=True)
class Legend:
    """What is used on the screen and nothing else: kinds of strip blocks and looks, each with its words."""

    strips: tuple[tuple[str, str], ...]
    looks: tuple[Look, ...]
    direction: str


@dataclass(frozen=True)
class Grid:
    """All that `matrix.js` draws; `opened` is the id of the box whose evidence is open, or "".

    `alone` says that one issue is shown where there are more.
    """

    caption: str
    opened: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    legend: Legend
    alone: bool
    labels: dict[str, str] = field(default_factory=lambda: MATRIX_WORDS)


def grid_of(view: View, scheme: Scheme) -> Grid:
    """The matrix of a view, with no cell open; every text is finished here."""
    marks = view_marks(view, scheme)
    rows = tuple(_row(view, issue) for issue in view.issues)
    return Grid(
        caption=MATRIX_WORDS["caption"].format(title=view.tables.dossier.title),
        opened="",
        columns=tuple(_column(holder, view, marks[holder]) for holder in view.columns),
        rows=rows,
        legend=_legend(view, rows),
        alone=len(rows) == 1 < len(view.tables.dossier.issues),
    )


def _column(holder: str, view: View, mark: Mark) -> Column:
    tables = view.tables
    kind = getattr(tables.actors[holder], "kind", "")
    under = kind if kind in _KINDS else _grouping_of(holder, view)
    fold = _fold(holder, view) if holder in tables.memberships else None
    return Column(holder, tables.names[holder], mark.colour, mark.shape, mark.number, under, fold)


def _grouping_of(holder: str, view: View) -> str:
    """The name of the grouping whose member a column is: the unfolded one, else the one that lists it."""
    unfolded = [one for one in view.selection.unfolded if holder in view.tables.members[one]]
    owner = view.tables.owners[holder]
    shown = next((one for one in unfolded if one in view.columns), owner)
    return "" if shown == holder else view.tables.names[shown]


def _fold(grouping: str, view: View) -> Fold:
    members = view.tables.members[grouping]
    if grouping not in view.selection.unfolded:
        return Fold(open=False, words=f"show {count_words(len(members), 'member')}", silent="")
    silent = [one for one in members if one in view.silent[grouping]]
    told = f"nothing found of {members_words(silent, view.tables)}" if silent else ""
    return Fold(open=True, words="fold members", silent=told)


def _row(view: View, issue: Issue) -> Row:
    by_gap = [one.id for one in view.by_gap]
    gap = widest_words(view, issue.id)
    return Row(
        id=issue.id,
        name=issue.name,
        question=issue.asks,
        steps=block_labels(issue),
        boxes=tuple(_box(cell, view.tables) for cell in view.row(issue.id)),
        gap=gap,
        pairs=(*tight_pairs(gap), *gap.wider),
        segments=bar_segments(issue),
        rank=by_gap.index(issue.id) if issue.id in by_gap else len(by_gap),
    )


def _box(cell: Cell, tables: Tables) -> Box:
    words = cell_words(cell, tables)
    return Box(
        id=f"{cell.holder}.{cell.issue}",
        state=cell.state,
        look=look(cell.state, old=cell.old, by_name=cell.by_name),
        strip=strip_of(cell),
        words=words,
        tight=tight_words(cell, words, tables),
        label=f"{cell.name}, {cell.issue_name}: {'. '.join(line.rstrip('.') for line in words.lines)}",
    )


def _legend(view: View, rows: Iterable[Row]) -> Legend:
    used = {block for row in rows for box in row.boxes for block in box.strip}
    strips = tuple((kind, words) for kind, words in STRIP_WORDS.items() if kind in used)
    told = {words for _, words in strips}
    states = _looks_used(view.cells)
    dossier = view.tables.dossier
    return Legend(
        strips=strips,
        looks=tuple(one for state, one in LOOKS.items() if state in states and one.words not in told),
        direction=ends_words(dossier.low_end, dossier.high_end) if used else "",
    )


def _looks_used(cells: Iterable[Cell]) -> set[str]:
    """The keys of LOOKS that are on the screen, without that of the usual cell."""
    used = set()
    for cell in cells:
        used |= {cell.state} | ({"old"} if cell.old else set()) | ({"by_name"} if cell.by_name else set())
    return used - {"stated"}
