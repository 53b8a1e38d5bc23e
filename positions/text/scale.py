"""A figure in words, for whoever does not see it: who stands on which step of an issue, and how far apart."""

from __future__ import annotations

from collections.abc import Sequence

from positions.analysis.gap import Point
from positions.cell import Cell
from positions.model.issues import Issue
from positions.text.cell import blank_words
from positions.text.disputed import stances_coders
from positions.text.gaps import widest_words
from positions.text.grouping import members_words
from positions.text.stance import CONTRADICTS, UNSURE
from positions.text.wording import joined, place_words, ranges_words
from positions.view import View


def row_sentence(view: View, issue: Issue) -> str:
    """Who stands where on an issue, of whom nobody does, and the widest gap: one sentence or two."""
    told = [words for cell in view.row(issue.id) for words in _cell(cell, issue, view)]
    widest = widest_words(view, issue.id)
    pairs = f" ({'; '.join(filter(None, (joined(widest.pairs), *widest.wider)))})" if widest.pairs else ""
    return f"{issue.name}: {'; '.join(told)}. Farthest apart: {widest.size}{pairs}."


def from_left_words(names: Sequence[str]) -> str:
    """Names of marks that look alike, in the order in which these stand on a scale."""
    return names[0] if len(names) == 1 else f"from left to right: {'; '.join(names)}"


def _cell(cell: Cell, issue: Issue, view: View) -> list[str]:
    if cell.blank:
        return [f"{cell.name}: {blank_words(cell)}"]
    placed = cell.for_gaps
    if placed is None:
        return [f"{cell.name}: words on an issue without a scale"]
    weak = ", low confidence" if cell.state == "weak" else ""
    old = ", old words" if cell.old else ""
    return [
        f"{_whose(cell, point.members, view)} at {_place(issue, point)}{_doubt(point)}{weak}{old}"
        for point in placed.points
    ]


def _place(issue: Issue, point: Point) -> str:
    """A step with its words, or a value with its nearest anchor."""
    words = ranges_words(issue, point, short=not issue.numeric)
    return (
        words if issue.numeric else f"{joined([place_words(issue, *one) for one in point.ranges])}, {words}"
    )


def _whose(cell: Cell, members: tuple[str, ...], view: View) -> str:
    if cell.grouped and (cell.state == "split" or cell.by_name):
        return f"{members_words(members, view.tables)} ({cell.name})"
    return cell.name


def _doubt(point: Point) -> str:
    told = UNSURE if point.doubt else CONTRADICTS if any(one.contradicts for one in point.stances) else ""
    return "".join(f", {one}" for one in (told, stances_coders(point.stances)) if one)
