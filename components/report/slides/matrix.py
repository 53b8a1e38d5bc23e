"""Slides of the matrix: issues by sides, as a native table; first at a glance, then with every word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pptx.presentation import Presentation as Deck

from components.report.content import Briefing
from components.report.note_text import FARTHEST, note_text, notes_of, numbers_text, strip_text
from components.report.records import CellText, Column, IssueRow, Legend
from components.report.sections import SECTIONS
from components.report.slides.legend import add_legend, legend_height
from components.report.slides.look import BODY, BOTTOM, PALETTE, TOP, Words, add_slide, numbered
from components.report.slides.table import Box, Table, add_table, good_widths, narrowest, pages, row_height
from positions.text.gaps import WidestWords
from positions.text.short_cell import tight_pairs
from positions.text.wording import day_words

MOST_COLUMNS, MOST_SHORT = 4, 7  # sides that can be read beside each other on a slide; with short cells
TITLE = SECTIONS["matrix"]
GLANCE = f"{TITLE}, at a glance"
PAPER = "Numbers of notes are those of the full dossier."


@dataclass(frozen=True)
class _Part:
    """What one slide shows: its table, its rows, and the cells in them."""

    table: Table
    rows: tuple[tuple[Box, ...], ...]
    cells: list[CellText]


def add_matrix(deck: Deck, briefing: Briefing) -> None:
    """A slide at a glance where all words need more than one, then as many slides as these need.

    Where every issue has a slide of its own with all words, the one at a glance is enough. In the notes of
    each stand the statements behind its cells. A short report has its cells alone.
    """
    if briefing.report.brief:
        _add(deck, briefing, TITLE, _fewest(briefing, (_SHORT, _TIGHT, _MARKED)))
        return
    parts = list(_parts(briefing, _FULL))
    close = replace(
        briefing, matrix=replace(briefing.matrix, legend=replace(briefing.matrix.legend, ends=""))
    )
    glance = _fewest(close, (_GLANCE, _MARKED)) if len(parts) > 1 else []
    if len(glance) == 1:
        _add(deck, close, GLANCE, glance)
    if len(glance) != 1 or "issue" not in briefing.report.sections or not _measured(briefing):
        _add(deck, briefing, TITLE, parts)


def _measured(briefing: Briefing) -> bool:
    """Whether every issue has a scale, so that it has a slide of its own."""
    return all(card.issue.measured for card in briefing.cards)


def _fewest(briefing: Briefing, draws: Sequence[_Draw]) -> list[_Part]:
    """The slides of the first way to write cells for which one slide is enough, else those of the last."""
    ways = [list(_parts(briefing, draws[0]))]
    for draw in draws[1:]:
        if len(ways[-1]) > 1:
            ways.append(list(_parts(briefing, draw)))
    return ways[-1]


def _add(deck: Deck, briefing: Briefing, title: str, parts: Sequence[_Part]) -> None:
    head, legend, moves = briefing.head, _legend(briefing), briefing.moves
    since = f"since {day_words(head.since)}: " if head.since else ""
    moved = f" · {since}{moves.title}" if briefing.report.page else ""
    for number, part in numbered(parts):
        notes = [briefing.matrix.legend.ends, *_notes(briefing, part.cells)]
        slide = add_slide(deck, head, (head.title, head.measure), notes, over=f"{title}{number}{moved}")
        add_table(slide, part.table, part.rows)
        add_legend(slide, legend, part.cells)


def _notes(briefing: Briefing, cells: Sequence[CellText]) -> Iterator[str]:
    """The statements behind some cells; in a short report the whole words of each cell before its own."""
    if not briefing.report.brief:
        yield from (note_text(one) for one in notes_of(briefing, cells))
        return
    yield PAPER
    lanes = {
        (lane.cell.issue, lane.cell.holder): (card, lane) for card in briefing.cards for lane in card.lanes
    }
    for card, lane in (lanes[cell.issue, cell.holder] for cell in cells):
        numbers = numbers_text(lane.cell.paper)
        told = (*lane.cell.words.lines, *lane.cell.members, numbers)
        yield f"{card.issue.name}, {lane.column.name}: {'; '.join(one for one in told if one).rstrip('.')}."
        yield from map(note_text, lane.notes)


def _legend(briefing: Briefing) -> Legend:
    """What signs and looks mean; the ends of the scales stand in the notes of a slide of a short report."""
    legend = briefing.matrix.legend
    return replace(legend, ends="") if briefing.report.brief else legend


def _parts(briefing: Briefing, draw: _Draw) -> Iterator[_Part]:
    """Each slide, with as many columns beside each other as let every row fit."""
    room = _room(briefing)
    count = len(briefing.matrix.columns)
    most = MOST_SHORT if briefing.report.brief else MOST_COLUMNS
    for group in _split(range(count), -(-count // most)):
        for part, table in _fitting(briefing, draw, group, room):
            done = 0
            for rows in pages(table, room):
                shown = briefing.matrix.rows[done : done + len(rows)]
                done += len(rows)
                yield _Part(
                    table, rows, [cell for row in shown for cell in row.cells[part.start : part.stop]]
                )


def _room(briefing: Briefing) -> int:
    """What the whole legend leaves of a slide."""
    return BOTTOM - TOP - legend_height(_legend(briefing))


def _split(columns: range, groups: int) -> list[range]:
    """The columns in groups of much the same number."""
    edges = [columns.start + round(len(columns) * place / max(1, groups)) for place in range(groups + 1)]
    return [range(first, last) for first, last in pairwise(edges)]


def _fitting(briefing: Briefing, draw: _Draw, part: range, room: int) -> Iterator[tuple[range, Table]]:
    """The table of these columns, or of each half of them where a row would not fit."""
    table = _table(briefing, draw, part)
    if len(part) == 1 or _fits(table, room):
        yield part, table
        return
    for half in _split(part, 2):
        yield from _fitting(briefing, draw, half, room)


def _fits(table: Table, room: int) -> bool:
    heads = row_height(table.heads, table.widths)
    return all(row_height(row, table.widths) + heads <= room for row in table.rows)


def _table(briefing: Briefing, draw: _Draw, part: range) -> Table:
    """The table of these columns; of several widths of the columns those that need the least height."""
    matrix = briefing.matrix
    gap = draw.gap if part.stop == len(matrix.columns) else None
    cells = [[draw.cell(cell) for cell in row.cells[part.start : part.stop]] for row in matrix.rows]
    heads = (
        Box((Words("Issue" if draw.gap else f"Issue · {FARTHEST.lower()}", 13, bold=True),)),
        *(Box(tuple(draw.head(one))) for one in matrix.columns[part.start : part.stop]),
        *([Box((Words(FARTHEST, 13, bold=True),))] if gap else []),
    )
    rows = tuple(
        (draw.issue(row), *boxes, *([gap(row.gap)] if gap else []))
        for row, boxes in zip(matrix.rows, cells, strict=True)
    )
    words = f"Position of each side on each issue as of {briefing.head.as_of_words}"
    ways = good_widths((heads, *rows), BODY)
    return narrowest((Table("Matrix", words, widths, heads, rows) for widths in ways), _room(briefing))


def _issue(row: IssueRow) -> Box:
    asks = (Words(row.issue.asks, colour=PALETTE.mute),) if row.issue.asks else ()
    return Box((Words(row.issue.name, 13, bold=True), *asks))


def _issue_name(row: IssueRow) -> Box:
    return Box((Words(row.issue.name, 13, bold=True),))


def _glance(cell: CellText) -> Box:
    """The strip with the point, and day and speaker under it."""
    title, evidence = _title(cell), cell.words.evidence
    return Box((title, Words(evidence, colour=_ink(cell))) if evidence else (title,), cell.look)


def _full(cell: CellText) -> Box:
    """The strip with the point, every other line of the cell, and the numbers of its notes."""
    words, colour = cell.words, _ink(cell)
    lines = [_title(cell), *(Words(line, colour=colour) for line in words.body)]
    evidence = " · ".join(part for part in (words.evidence, numbers_text(cell.notes)) if part)
    lines += [Words(evidence, colour=colour)] if evidence else []
    lines += [Words(line, colour=PALETTE.mute) for line in (*words.others, *words.notes)]
    return Box(tuple(lines), cell.look)


def _short(cell: CellText) -> Box:
    """The strip with the point, its conditions, and all that is known of it on one line."""
    words, colour = cell.words, _ink(cell)
    told = " · ".join(part for part in (words.evidence, *words.notes) if part)
    rest = [Words(told, colour=colour)] if told else []
    return Box((_title(cell), *(Words(line, colour=colour) for line in words.body), *rest), cell.look)


def _tight(cell: CellText) -> Box:
    """The same in the fewest words."""
    return _short(replace(cell, words=cell.tight))


def _marked(cell: CellText) -> Box:
    """The point, and with the strip below it the day and marks in the place of all else."""
    look, words = cell.look, cell.marked
    title = Words(words.title, bold=look.bold, italic=look.italic, colour=_ink(cell))
    lines = [Words(line, colour=_ink(cell)) for line in words.body]
    last = Words(words.evidence, colour=_ink(cell), strip=strip_text(cell.strip))
    return Box((title, *lines, *([last] if last.whole else [])), look)


def _title(cell: CellText) -> Words:
    look = cell.look
    strip = strip_text(cell.strip)
    return Words(cell.words.title, bold=look.bold, italic=look.italic, colour=_ink(cell), strip=strip)


def _ink(cell: CellText) -> str:
    return PALETTE.mute if cell.look.mute else PALETTE.ink


def _gap(gap: WidestWords) -> Box:
    return Box((Words(gap.size, 13, bold=True), *(Words(pair, colour=PALETTE.mute) for pair in gap.lines)))


def _issue_and_gap(row: IssueRow) -> Box:
    """The issue, and in the place of a last column the widest gap with its pairs."""
    pairs = " · ".join(tight_pairs(row.gap)) if row.gap.segments else ""
    under = [Words(pairs, colour=PALETTE.mute)] if pairs else []
    return Box((Words(f"{row.issue.name}: {row.gap.size}", bold=True), *under))


def _gap_size(gap: WidestWords) -> Box:
    """The size with its pairs, without the reasons why others are not compared."""
    return _gap(gap if gap.segments else WidestWords(gap.size, ()))


def _name(column: Column) -> list[Words]:
    return [Words(column.name, 13, bold=True, mark=column.mark)]


def _name_and_members(column: Column) -> list[Words]:
    under = column.of or column.under
    return [*_name(column), *([Words(under, colour=PALETTE.mute)] if under else [])]


@dataclass(frozen=True)
class _Draw:
    """What stands in the heads, in the first column, in the cells and in the last column, if there is one."""

    head: Callable[[Column], list[Words]]
    issue: Callable[[IssueRow], Box]
    cell: Callable[[CellText], Box]
    gap: Callable[[WidestWords], Box] | None


_SHORT = _Draw(_name, _issue_name, _short, _gap_size)
_TIGHT = _Draw(_name, _issue_name, _tight, _gap_size)
_MARKED = _Draw(_name, _issue_and_gap, _marked, None)
_FULL, _GLANCE = _Draw(_name_and_members, _issue, _full, _gap), _Draw(_name, _issue_name, _glance, _gap_size)
