"""A worked example: how one position of the dossier on screen comes about, statement by statement."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pandas as pd

from positions.analysis.current import current_statements
from positions.cell import cell_words, speaker_words
from positions.fields import last_day
from positions.frames import typed_rows
from positions.tables import Cell, Tables, standing
from positions.text.wording import (
    count_words,
    day_words,
    interval_words,
    number_words,
    said_on_words,
    step_words,
)

# What becomes of a placed statement, in the order in which the rules ask.
PARTS: dict[str, str] = {
    "outside": "set aside: older than the window",
    "superseded": "set aside: same speaker, later word",
    "range": "counts for the range",
    "point": "gives the point",
}


@dataclass(frozen=True)
class Weighed:
    """One placed statement by its id, and what becomes of it: a key of PARTS."""

    statement: str
    part: str


@dataclass(frozen=True)
class PositionExample:
    """A cell, its placed statements from the oldest to the newest, and the window's first and last day."""

    cell: Cell
    weighed: tuple[Weighed, ...]
    opens: dt.date
    newest: dt.date

    def counted(self, *parts: str) -> int:
        """How many of the statements play one of the parts."""
        return sum(one.part in parts for one in self.weighed)


def position_example(tables: Tables, as_of: dt.date) -> PositionExample | None:
    """The position with a range that rests on the most statements; None where there is none.

    Of several the one with the fewest placed statements in all, then the first in the dossier.
    """
    known = _placed(tables, as_of)
    ranged = [
        cell
        for cell in typed_rows(standing(tables, as_of), Cell)
        if cell.placed and not cell.members and cell.low < cell.high and cell.statements > 1
    ]
    if not ranged:
        return None
    return _followed(min(ranged, key=lambda cell: (-cell.statements, len(_of(known, cell)))), tables, as_of)


def position_steps(example: PositionExample, tables: Tables) -> tuple[str, ...]:
    """The example in sentences, one per step of the rule."""
    cell, issue = example.cell, tables.scales[example.cell.issue]
    inside = len(example.weighed) - example.counted("outside")
    counted = example.counted("point", "range")
    words = cell_words(cell, tables)
    return (
        f"{count_words(len(example.weighed), 'statement')} of {cell.name} on {issue.name} can set the cell "
        "and fit the scale. The table below lists them, oldest first.",
        f"The newest is of {day_words(example.newest)}. The window of {tables.dossier.window} days before it "
        f"opens on {day_words(example.opens)}; {inside} of {len(example.weighed)} lie in it.",
        f"Of each speaker only the last word in the window counts: {counted} of {inside} remain.",
        _why_the_point(example, tables),
        f"The range takes in every one that remains: steps {interval_words(cell.low, cell.high)}, from "
        f"“{step_words(issue, cell.low, short=True)}” to “{step_words(issue, cell.high, short=True)}”.",
        "So the cell reads: " + "; ".join(part for part in (words.title, words.detail) if part) + ".",
    )


def position_table(example: PositionExample, tables: Tables) -> pd.DataFrame:
    """One row per placed statement, oldest first: when, who, in which capacity, step, words, part."""
    rows = []
    for one in example.weighed:
        spoken = tables.by_id[one.statement]
        speaker = tables.speakers[spoken.speaker]
        steps = interval_words(float(spoken.step_low or 0), float(spoken.step_high or 0))
        rows.append(
            (
                said_on_words(spoken.said_on),
                f"{speaker.name} ({speaker.authority})",
                steps or f"{spoken.step_low}",
                spoken.summary,
                PARTS[one.part],
            )
        )
    return pd.DataFrame(rows, columns=["Said on", "Speaker", "Step", "Statement", "What becomes of it"])


def _followed(cell: Cell, tables: Tables, as_of: dt.date) -> PositionExample:
    rows = _of(_placed(tables, as_of), cell)
    counting = set(current_statements(rows, as_of, tables.dossier.window)["id"])
    newest = rows["day"].max()
    opens = newest - pd.Timedelta(days=tables.dossier.window)
    weighed = []
    for name, day in zip(rows["id"], rows["day"], strict=True):
        late = "point" if name == cell.statement else "range" if name in counting else "superseded"
        weighed.append(Weighed(name, "outside" if day < opens else late))
    return PositionExample(cell, tuple(weighed), opens.date(), newest.date())


def _placed(tables: Tables, as_of: dt.date) -> pd.DataFrame:
    return tables.statements[tables.statements["placed"] & (tables.statements["day"] <= pd.Timestamp(as_of))]


def _of(placed: pd.DataFrame, cell: Cell) -> pd.DataFrame:
    return placed[(placed["holder"] == cell.holder) & (placed["issue"] == cell.issue)]


def _why_the_point(example: PositionExample, tables: Tables) -> str:
    """Which statement gives the point, and by which part of the rule."""
    spoken = tables.by_id[example.cell.statement]
    remain = [tables.by_id[one.statement] for one in example.weighed if one.part in ("range", "point")]
    authority = tables.speakers[spoken.speaker].authority
    equal = [one for one in remain if tables.speakers[one.speaker].authority == authority]
    who = f"{speaker_words(tables, spoken.speaker)}, {said_on_words(spoken.said_on)}"
    gives = f"step {number_words(example.cell.point)}"
    if len(equal) == 1 < len(remain):
        return f"The highest authority gives the point, be it older or newer: {who} ({authority}), {gives}."
    shared = f"All {len(remain)} have" if len(equal) == len(remain) else f"{len(equal)} share"
    tied = sum(last_day(one.said_on) == last_day(spoken.said_on) for one in equal)
    tie = (
        f" {tied} of them are of that day; the more direct mode wins, then the later id." if tied > 1 else ""
    )
    return (
        f"{shared} the highest authority ({authority}), so the latest gives the point: {who}, {gives}.{tie}"
    )
