"""A worked example: how one position of the view on screen comes about, statement by statement."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from positions.analysis.why import LEADS, Reason
from positions.analysis.words import Stance
from positions.cell import Cell
from positions.model.fields import last_day
from positions.tables import Tables
from positions.text.cell import cell_words
from positions.text.stance import doubt_words, speakers_words, stance_day, stance_words
from positions.text.why import reason_words
from positions.text.wording import count_words, day_words, joined, place_numbers, said_on_words
from positions.view import View

# The rules that only ask those who may lead, on a step, for the newest and firmest words.
_AMONG_LEADERS = (LEADS, "window", "superseded", "low", "newer", "authority", "mode", "doubt")
CHOICE_RULE = (
    "Chosen by rule: of the positions on screen the one whose statements meet the most kinds of rules; of "
    "several the one with the fewest statements."
)


_AFTER_THE_DAY = ("low", "authority", "mode", "doubt")


@dataclass(frozen=True)
class Weighing:
    """The placed statements up to the day, oldest first, and the window's first and last day."""

    statements: tuple[Reason, ...]
    opens: dt.date
    newest: dt.date


def weighing(cell: Cell, view: View) -> Weighing:
    """Every placed statement of a cell that has a point: that it leads, or the rule to which it lost."""
    reasons = {one.statement: one for one in view.why(cell).reasons}
    words = view.tables.words[cell.holder, cell.issue]
    known = sorted(
        (one for one in words if one.placed and one.day <= view.day), key=lambda one: (one.day, one.order)
    )
    newest = max(one.day for one in known if reasons[one.statement].rule in _AMONG_LEADERS)
    opens = newest - dt.timedelta(days=view.tables.dossier.window)
    return Weighing(tuple(reasons[one.statement] for one in known), opens, newest)


@dataclass(frozen=True)
class PositionExample:
    """A cell with its point, and what became of each of its placed statements."""

    cell: Cell
    point: Stance
    weighing: Weighing

    @property
    def weighed(self) -> tuple[Reason, ...]:
        """The placed statements from the oldest on, each with the rule that decided."""
        return self.weighing.statements

    def counted(self, *rules: str) -> int:
        """How many of the statements lost to one of the rules."""
        return sum(one.rule in rules for one in self.weighed)


def position_example(view: View) -> PositionExample | None:
    """The position of an actor on screen that CHOICE_RULE picks; None where there is none."""
    examples = [
        PositionExample(cell, cell.position.point, weighing(cell, view))
        for cell in view.cells
        if cell.position.point
    ]
    return max(
        examples,
        key=lambda one: (len({weighed.rule for weighed in one.weighed}), -len(one.weighed)),
        default=None,
    )


def position_steps(example: PositionExample, tables: Tables) -> tuple[str, ...]:
    """The example in sentences, one per step of the rule; steps that decide nothing here are left out."""
    return tuple(_steps(example, tables))


def _steps(example: PositionExample, tables: Tables) -> Iterator[str]:
    cell, issue = example.cell, tables.scales[example.cell.issue]
    total = len(example.weighed)
    yield (
        f"{count_words(total, 'statement')} of {cell.name} on {issue.name} up to {day_words(cell.as_of)} can "
        "be placed on the scale. The table lists them, oldest first."
    )
    yield from _barred(example)
    newest, opens = day_words(example.weighing.newest), day_words(example.weighing.opens)
    yield (
        f"The newest that may lead is of {newest}. The window of "
        f"{count_words(tables.dossier.window, 'day')} before it opens on {opens}. "
        f"Set aside as older: {example.counted('window')}. Set aside for a later word of the same speaker: "
        f"{example.counted('superseded')}."
    )
    yield from _why_the_point(example, tables)
    if example.cell.position.others:
        below = [
            f"{stance_words(issue, one)} ({stance_day(one, tables)}, {speakers_words(one, tables)})"
            for one in cell.position.others
        ]
        yield f"Other steps that current words name stand below, each with its own day: {joined(below)}."
    yield "So the cell reads: " + "; ".join(line.rstrip(".") for line in cell_words(cell, tables).lines) + "."


def _barred(example: PositionExample) -> Iterator[str]:
    """How many statements cannot lead, whatever their day, and why."""
    kinds = {
        "left_out": "older than the reader wants",
        "government": "of an earlier government",
        "individual": "of individuals",
        "draft": "in drafts or shared texts",
        "lapsed": "measures whose time is over",
        "bounded": "bounded in time",
        "adviser": "of advisers",
    }
    counts = {words: example.counted(rule) for rule, words in kinds.items()}
    told = [f"{count} {words}" for words, count in counts.items() if count]
    if told:
        yield f"Some cannot lead, whatever their day: {joined(told)}."


def _why_the_point(example: PositionExample, tables: Tables) -> Iterator[str]:
    """Which statements lead and by which part of the rule: the newest day, confidence, ties."""
    point = example.point
    who = f"{speakers_words(point, tables)}, {stance_day(point, tables)}"
    newest = "the newest day" if point.day == example.weighing.newest else "the newest day with firm words"
    if point.weak:
        yield f"All current words are of low confidence, so the position is weak; {newest} leads: {who}."
    else:
        yield f"Of what remains {newest} leads: {who}."
    if len(point.statements) > 1:
        yield (
            f"{len(point.statements)} statements stand together as this point: none outranks the others, or "
            "one supports another on the same steps. Every step and every condition of them is kept."
        )
    after = [one for one in example.weighed if one.rule in _AFTER_THE_DAY and _day(one, tables) == point.day]
    if after:
        stand = "stands" if len(after) == 1 else "stand"
        yield (
            f"{count_words(len(after), 'other statement')} of that day {stand} below: by confidence, then "
            "office, then by how directly the words reached us."
        )
    issue = tables.scales[tables.by_id[point.statements[0]].issue]
    if doubt := doubt_words(point, issue):
        yield f"{doubt.capitalize()}. The gap is given with all of them."
    elif point.low != point.high:
        named = joined([place_numbers(issue, *one) for one in point.ranges])
        yield f"The words themselves cover {'' if issue.numeric else 'steps '}{named}; all are kept."


def _day(one: Reason, tables: Tables) -> dt.date:
    return last_day(tables.by_id[one.statement].said_on)


def position_table(example: PositionExample, tables: Tables) -> pd.DataFrame:
    """One row per placed statement, oldest first: when, who, in which capacity, step, words, part."""
    rows = []
    for one in example.weighed:
        spoken = tables.by_id[one.statement]
        speaker = tables.speaker_of(spoken)
        placed = tables.scales[spoken.issue].placement(spoken) or (0, 0)
        rows.append(
            (
                said_on_words(spoken.said_on),
                f"{speaker.name} ({speaker.authority})",
                place_numbers(tables.scales[spoken.issue], *placed),
                spoken.confidence,
                spoken.summary,
                reason_words(one),
            )
        )
    heads = ["Said on", "Speaker", "Step", "Confidence", "Statement", "What becomes of it"]
    return pd.DataFrame(rows, columns=heads)
