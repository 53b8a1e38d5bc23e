"""A scale in words: the places on it that have words, and who stands on which of them, how far apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from positions.analysis.gap import Point
from positions.cell import Cell
from positions.model.issues import Issue, Numeric
from positions.text.cell import blank_words
from positions.text.coder_differences import stances_coders
from positions.text.gaps import widest_words
from positions.text.grouping import members_words
from positions.text.stance import CONTRADICTS, UNSURE
from positions.text.wording import joined, number_words, place_words, ranges_words, step_words
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


@dataclass(frozen=True)
class ScaleMark:
    """A place, counted from the first end; `number` is its step or value, `label` and `short` are its words.

    `beside` are the words beside a line that has no numbers.
    """

    at: float
    number: str
    label: str
    short: str
    beside: str

    @property
    def explained(self) -> str:
        """Its words where the scale is explained: the short ones of cells and charts, then the long ones.

        Long words that hold the short ones, such as "patrols rest for a time", stand alone.
        """
        return f"{self.short_apart} ({self.label})" if self.short_apart else self.label

    @property
    def short_apart(self) -> str:
        """Its short words where the long ones do not hold them, else ""."""
        return "" if self.short.lower() in self.label.lower() else self.short


def scale_marks(issue: Issue) -> tuple[ScaleMark, ...]:
    """The marks of a scale from its first end on; none without a scale."""
    if issue.numeric:
        return tuple(_numeric(issue, issue.numeric))
    return tuple(
        ScaleMark(step.step, f"{step.step}", step.label, step.short, step.short) for step in issue.scale
    )


def _numeric(issue: Issue, scale: Numeric) -> Iterator[ScaleMark]:
    """Both ends with the unit, or their own words, and the anchors between them."""
    words = {anchor.value: anchor.label for anchor in scale.anchors}
    ends = {scale.low: issue.low_end, scale.high: issue.high_end}
    for value in sorted({*words, *ends}, reverse=scale.low > scale.high):
        at, number = abs(value - scale.low), number_words(value)
        short = words.get(value) or ends.get(value) or scale.unit
        yield ScaleMark(at, number, step_words(issue, at, at), short, f"{number} {short}")


def coded_heads(issue: Issue) -> tuple[str, str, str]:
    """The heads over `coded_rows`."""
    return ("Value", "Label", "Place") if issue.numeric else ("Step", "Label", "Coded when")


def coded_rows(issue: Issue) -> tuple[tuple[str, str, str], ...]:
    """A row per mark: its number, its words, and by which rule it is coded or where it lies."""
    rules = {step.step: step.rule for step in issue.scale}
    return tuple(
        (mark.number, mark.explained, _where(issue, mark) if issue.numeric else rules[int(mark.at)])
        for mark in scale_marks(issue)
    )


def _where(issue: Issue, mark: ScaleMark) -> str:
    return {0: "first end of the scale", issue.length: "last end of the scale"}.get(mark.at, "anchor")


def ends_sentence(issue: Issue, low_end: str, high_end: str) -> str:
    """What lies at the ends of an issue's scale, in its own words or in those of its dossier."""
    low, high = issue.low_end or low_end, issue.high_end or high_end
    if not issue.numeric:
        return f"Step 0 is {low}, the last step {high}; direction carries no merit."
    ends = (issue.numeric.low, low), (issue.numeric.high, high)
    told = ", ".join(f"{number_words(value)} is {words}" for value, words in ends)
    return f"{told}; direction carries no merit."
