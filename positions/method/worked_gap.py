"""Worked examples: how one gap of the view on screen is computed, and how groupings are told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from positions.analysis.gap import Gap, Point
from positions.cell import Cell
from positions.model.issues import Issue
from positions.text.cell import cell_words
from positions.text.gaps import gap_sentence, pair_words, relation_words, side_words
from positions.text.labels import RELATION_RULES
from positions.text.wording import length_words, number_words, short_steps
from positions.view import View


@dataclass(frozen=True)
class GapExample:
    """A gap between two points, in the order of the gap."""

    gap: Gap
    first: Point
    second: Point
    issue: Issue


def gap_example(view: View, place: tuple[str, str] | None = None) -> GapExample | None:
    """A gap of two single points: with an interval, on the column and issue of `place`, the widest.

    The three wishes count in this order. None where no two columns have a point each.
    """
    gaps = [gap for gap in view.gaps if gap.gap is not None]
    holder, issue = place or ("", "")
    best = max(
        gaps,
        key=lambda gap: (gap.least < gap.most, gap.issue == issue and holder in gap.pair, gap.share or 0.0),
        default=None,
    )
    return GapExample(best, *best.nearest, view.tables.scales[best.issue]) if best else None


def gap_places(example: GapExample, view: View) -> tuple[str, ...]:
    """Where the two stand, with the letters that the formulas use, and how long the scale is."""
    issue, gap = example.issue, example.gap
    places = []
    for place, (point, letter) in enumerate(((example.first, "a"), (example.second, "b"))):
        words = short_steps(issue, point)
        unsure = ", between which the coder was unsure" if point.doubt else ""
        ends = f"From {letter}₁ = {number_words(point.low)} to {letter}₂ = {number_words(point.high)}"
        places.append(
            f"{side_words(gap, place, view.tables)}: {words}. {ends}{unsure}; the middle is "
            f"{letter} = {number_words(point.middle)}."
        )
    counted = " Values are counted from its first end." if issue.numeric else ""
    return (*places, f"From end to end the scale has {length_words(issue, gap.last_step)}.{counted}")


def gap_lines(example: GapExample) -> pd.DataFrame:
    """Gap and both ends of its interval: formula, the formula with its numbers, its result, share."""
    gap, one, two = example.gap, example.first, example.second
    a, a1, a2 = (number_words(value) for value in (one.middle, one.low, one.high))
    b, b1, b2 = (number_words(value) for value in (two.middle, two.low, two.high))
    rows = [
        ("Gap of the points", "|a − b|", f"|{a} − {b}|", gap.gap or 0.0),
        ("At least", "max(0, b₁ − a₂, a₁ − b₂)", f"max(0, {b1} − {a2}, {a1} − {b2})", gap.least),
        ("At most", "max(|a₂ − b₁|, |b₂ − a₁|)", f"max(|{a2} − {b1}|, |{b2} − {a1}|)", gap.most),
    ]
    return pd.DataFrame(
        [
            (name, rule, filled, length_words(example.issue, length), f"{length / gap.last_step:.0%}")
            for name, rule, filled, length in rows
        ],
        columns=["Figure", "Formula", "With the numbers", "Result", "Share of the scale"],
    )


def gap_result(example: GapExample, view: View) -> str:
    """The gap in words, and by which rule the relation has its name."""
    gap = example.gap
    relation = gap.relation or ""
    return (
        f"{pair_words(gap, view.tables)}, {gap_sentence(gap, view.tables)}. "
        f"The pair counts as {relation_words(gap, view.tables).lower()}: {RELATION_RULES[relation]}."
    )


def grouping_examples(view: View) -> tuple[str, ...]:
    """One sentence for each way in which a grouping on screen is told: agreed, split, by name, weak."""
    return tuple(_groupings(view))


def _groupings(view: View) -> Iterator[str]:
    told: set[str] = set()
    for cell in view.cells:
        way = grouping_way(cell)
        if way and way not in told:
            told.add(way)
            words = cell_words(cell, view.tables)
            rest = "; ".join(line.rstrip(".") for line in (*words.body, *words.notes[:1]))
            yield f"{cell.name} on {cell.issue_name}, {_WAYS[way]}: {words.title}; {rest}."


def grouping_way(cell: Cell) -> str:
    """How a grouping's cell is told: agreed, split, by name or weak; "" for any other cell."""
    if cell.grouped is None or not cell.placed:
        return ""
    if cell.by_name:
        return "by name"
    return {"stated": "agreed", "split": "split", "weak": "weak"}[cell.state]


_WAYS = {
    "agreed": "agreed, because all that spoke share a step",
    "split": "split, because no step is shared by all that spoke",
    "by name": "told by name, because fewer than half of its states spoke",
    "weak": "weak, because all that was said is of low confidence",
}
