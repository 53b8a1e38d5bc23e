"""The matrix of a view as records: words, looks, strips, numbers of notes, and the legend of what it uses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from components.figures.strip import strip_of
from components.report.records import CellText, Column, IssueRow, Legend, Matrix
from components.theme import LOOKS, Mark, look
from positions.cell import Cell
from positions.model.issues import Issue
from positions.text.cell import cell_words, short_words
from positions.text.gaps import WidestWords, widest_words
from positions.text.grouping import member_lines
from positions.text.labels import STRIP_WORDS, ends_words
from positions.text.short_cell import marked_words, tight_lines, tight_pairs
from positions.text.wording import count_words, joined
from positions.view import View


def matrix_part(view: View, marks: dict[str, Mark], *, short: bool = False, noted: bool = True) -> Matrix:
    """Columns, one row per issue, and the legend; `short` cells, and numbers of notes where there are any."""
    rows = tuple(
        IssueRow(
            issue,
            tuple(cell_text(cell, view, short=short, noted=noted) for cell in view.row(issue.id)),
            _widest(view, issue, short),
        )
        for issue in view.issues
    )
    return Matrix(tuple(_column(one, view, marks[one]) for one in view.columns), rows, legend_of(view))


def _widest(view: View, issue: Issue, short: bool) -> WidestWords:
    gap = widest_words(view, issue.id)
    return replace(gap, pairs=tight_pairs(gap)) if short else gap


def cell_text(cell: Cell, view: View, *, short: bool = False, noted: bool = True) -> CellText:
    """One cell as every format writes it."""
    write = short_words if short else cell_words
    whole, numbers = cell_words(cell, view.tables), tuple(view.numbers[one] for one in cell.statements)
    return CellText(
        holder=cell.holder,
        issue=cell.issue,
        state=cell.state,
        blank=cell.blank,
        words=write(cell, view.tables),
        look=look(cell.state, old=cell.old, by_name=cell.by_name),
        strip=strip_of(cell),
        tight=tight_lines(cell, whole, view.tables),
        marked=marked_words(cell, whole, view.tables),
        members=member_lines(cell, view.tables),
        notes=numbers if noted else (),
        paper=numbers,
    )


def legend_of(view: View) -> Legend:
    """What the strips and looks that are used mean, in the order of their tables, the same words once."""
    dossier = view.tables.dossier
    blocks = {block for cell in view.cells for block in strip_of(cell)}
    strips = tuple((block, words) for block, words in STRIP_WORDS.items() if block in blocks)
    told, used = {words for _, words in strips}, _used(view.cells)
    return Legend(
        ends=ends_words(dossier.low_end, dossier.high_end) if view.scaled else "",
        strips=strips,
        looks=tuple((name, one) for name, one in LOOKS.items() if name in used and one.words not in told),
    )


def _used(cells: Sequence[Cell]) -> set[str]:
    """The looks that stand in the cells; the plain one needs no legend."""
    states = {cell.state for cell in cells} - {"stated"}
    states |= {"old"} if any(cell.old for cell in cells) else set()
    return states | ({"by_name"} if any(cell.by_name for cell in cells) else set())


def _column(holder: str, view: View, mark: Mark) -> Column:
    cell_owner = view.tables.owners[holder]
    kind = "member" if holder != cell_owner else getattr(view.tables.actors[holder], "kind", "")
    return Column(
        holder=holder,
        name=view.tables.names[holder],
        kind=kind,
        of=view.tables.names[cell_owner] if kind == "member" else "",
        under=_under(holder, view),
        mark=mark,
    )


def _under(holder: str, view: View) -> str:
    """How many states and bodies a grouping has, and which of its members said nothing here."""
    inside = view.tables.memberships.get(holder)
    if inside is None:
        return ""
    counts = [count_words(len(inside.states), inside.noun)]
    counts += [count_words(len(inside.bodies), "body", "bodies")] if inside.bodies else []
    return joined(counts)
