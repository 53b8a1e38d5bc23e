"""A worked example: how one gap of the dossier on screen is computed, with the numbers filled in."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pandas as pd

from positions.analysis.gap import Gap, pair_gaps
from positions.frames import typed_rows
from positions.selection import alphabetical
from positions.tables import Cell, Tables, comparable, standing
from positions.text.wording import count_words, number_words


@dataclass(frozen=True)
class GapExample:
    """A gap and the two positions it lies between, in the order of the gap."""

    gap: Gap
    first: Cell
    second: Cell


def gap_example(tables: Tables, as_of: dt.date, place: tuple[str, str] | None = None) -> GapExample | None:
    """The widest gap that has an interval, of all pairs of parties; None where there is none.

    One on the holder and issue of `place` comes first, so that the reader can go on from there.
    """
    cells = standing(tables, as_of)
    stated = comparable(cells, alphabetical(tables.dossier), list(tables.scales))
    gaps = [gap for gap in typed_rows(pair_gaps(stated), Gap) if gap.least < gap.most]
    if not gaps:
        return None
    holder, issue = place or ("", "")
    best = max(gaps, key=lambda gap: (gap.issue == issue and holder in (gap.first, gap.second), gap.share))
    found = {cell.holder: cell for cell in typed_rows(stated[stated["issue"] == best.issue], Cell)}
    return GapExample(best, found[best.first], found[best.second])


def gap_places(example: GapExample) -> tuple[str, ...]:
    """Where the two stand, with the letters that the formulas use, and how long the scale is."""
    places = [
        f"{cell.name} stands at step {letter} = {number_words(cell.point)} and has stated steps "
        f"{letter}₁ = {number_words(cell.low)} to {letter}₂ = {number_words(cell.high)}."
        for cell, letter in ((example.first, "a"), (example.second, "b"))
    ]
    return (*places, f"From end to end the scale has {count_words(example.gap.last_step, 'step')}.")


def gap_lines(example: GapExample) -> pd.DataFrame:
    """Gap and both ends of its interval: formula, the formula with its numbers, result in steps."""
    gap, one, two = example.gap, example.first, example.second
    a, a1, a2 = (number_words(value) for value in (one.point, one.low, one.high))
    b, b1, b2 = (number_words(value) for value in (two.point, two.low, two.high))
    rows = [
        ("Gap of the points", "|a − b|", f"|{a} − {b}|", gap.gap, gap.share),
        (
            "At least",
            "max(0, b₁ − a₂, a₁ − b₂)",
            f"max(0, {b1} − {a2}, {a1} − {b2})",
            gap.least,
            gap.share_least,
        ),
        (
            "At most",
            "max(|a₂ − b₁|, |b₂ − a₁|)",
            f"max(|{a2} − {b1}|, |{b2} − {a1}|)",
            gap.most,
            gap.share_most,
        ),
    ]
    return pd.DataFrame(
        [
            (name, rule, filled, count_words(steps, "step"), f"{share:.0%}")
            for name, rule, filled, steps, share in rows
        ],
        columns=["Figure", "Formula", "With the numbers", "Result", "Share of the scale"],
    )
