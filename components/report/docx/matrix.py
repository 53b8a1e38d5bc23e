"""The matrix of the text document: issues by sides, in groups of columns where it has many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from docx.document import Document as Paper
from docx.shared import Mm

from components.report.content import Briefing
from components.report.docx.blocks import Line, Lines, Run, add_table, draw_look, named, write
from components.report.docx.footnotes import anchor
from components.report.note_text import FARTHEST, strip_text
from components.report.records import CellText, Column, IssueRow, Legend
from components.report.sections import SECTIONS
from components.theme import STRIP_SIGNS, Look

MOST_COLUMNS = 5  # sides that can be read beside each other on A4 across
_ACROSS, _ISSUE, _GAP = 265, 38, 34  # mm: between the margins, and of the first and last column
_NOTE = 7.5  # points, of the numbers of notes
_LOOKS = 4  # of a legend beside each other


def add_matrix(paper: Paper, briefing: Briefing) -> None:
    """As many tables as the columns need, each with its heads on every page, then the legend."""
    paper.add_heading(SECTIONS["matrix"], 1)
    for first in range(0, len(briefing.matrix.columns), MOST_COLUMNS):
        _add_group(paper, briefing, first)
    _add_legend(paper, briefing.matrix.legend)


def _add_group(paper: Paper, briefing: Briefing, first: int) -> None:
    columns, rows = briefing.matrix.columns, briefing.matrix.rows
    shown = columns[first : first + MOST_COLUMNS]
    last = first + MOST_COLUMNS >= len(columns)
    heads = [(Run("Issue", bold=True),), *map(_head, shown), *([(Run(FARTHEST, bold=True),)] if last else [])]
    cells = [row.cells[first : first + len(shown)] for row in rows]
    if briefing.report.brief:
        cells = [tuple(replace(cell, words=cell.tight) for cell in line) for line in cells]
    numbers = {note.number: briefing.text.numbers[note.statement.id] for note in briefing.notes}
    lines = [_row(row, texts, numbers, last=last) for row, texts in zip(rows, cells, strict=True)]
    room = _ACROSS - _ISSUE - (_GAP if last else 0)
    said = [[cell.words.lines for cell in line] for line in cells]
    middle = [Mm(room * share) for share in _shares(said, len(shown))]
    widths = [Mm(_ISSUE), *middle, *([Mm(_GAP)] if last else [])]
    table = add_table(paper, widths, heads, lines, held=0)
    for line, texts in zip(table.rows[1:], cells, strict=True):
        for cell, text in zip(line.cells[1:], texts, strict=False):
            draw_look(cell, text.look)


def _shares(rows: Sequence[Sequence[Sequence[str]]], count: int) -> list[float]:
    """Of columns of cells with lines the part of the width for each: half alike, half as much as it says."""
    letters = [sum(len(line) for row in rows for line in row[place]) for place in range(count)]
    whole = sum(letters)
    return [0.5 / count + 0.5 * each / whole if whole else 1 / count for each in letters]


def _head(column: Column) -> Line:
    under = column.of or column.under
    return (Run(column.name, bold=True), *([Run(f", {under}", mute=True)] if under else []))


def _row(row: IssueRow, cells: tuple[CellText, ...], numbers: dict[int, int], *, last: bool) -> list[Lines]:
    gap = [named(row.gap.size, *row.gap.lines)] if last else []
    return [
        named(*filter(None, (row.issue.name, row.issue.asks))),
        *(tuple(_cell(cell, numbers)) for cell in cells),
        *gap,
    ]


def _cell(cell: CellText, footnotes: dict[int, int]) -> Iterator[Line]:
    """The strip, then every line of the cell, then the numbers of its footnotes as links."""
    words, look = cell.words, cell.look
    if cell.strip:
        yield (Run(strip_text(cell.strip)),)
    yield (Run(words.title, bold=look.bold, italic=look.italic, mute=look.mute),)
    for line in words.body:
        yield (Run(line, mute=look.mute),)
    if words.evidence:
        yield (Run(words.evidence, mute=look.mute),)
    for line in (*words.others, *words.notes):
        yield (Run(line, mute=True),)
    if cell.notes:
        numbers = (
            run
            for number in sorted(footnotes[one] for one in cell.notes)
            for run in (Run(" "), Run(str(number), anchor=anchor(number), size=_NOTE))
        )
        yield (Run("Notes", mute=True, size=_NOTE), *numbers)


def _add_legend(paper: Paper, legend: Legend) -> None:
    """What the signs of the strips mean, and a cell in each look that is used."""
    signs = [f"{STRIP_SIGNS[block]} {words}" for block, words in legend.strips]
    told = "   ".join([*signs, *([legend.ends] if legend.ends else [])])
    if told:
        write(paper.add_paragraph(), (Run(told, mute=True, size=9),)).paragraph_format.keep_with_next = True
    looks = [look for _, look in legend.looks]
    if looks:
        _add_looks(paper, looks)


def _add_looks(paper: Paper, looks: Sequence[Look]) -> None:
    across = min(_LOOKS, len(looks))
    empty = -len(looks) % across
    lines = [(Run(look.words, italic=look.italic, mute=True),) for look in looks] + [(Run(""),)] * empty
    rows = [
        [(line,) for line in lines[first : first + across]] for first in range(across, len(lines), across)
    ]
    table = add_table(paper, [Mm(_ACROSS / _LOOKS)] * across, lines[:across], rows)
    cells = [cell for row in table.rows for cell in row.cells]
    for cell, look in zip(cells, looks, strict=False):
        draw_look(cell, look)
