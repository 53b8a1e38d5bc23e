"""What the record says: of a mark, and of a whole panel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from components.figures.arrows import ArrowPanel
from components.sheet.layout import Line, Movement, Panel, Spoken, Stretch
from positions.analysis.disagreement import Coded, disagreement
from positions.model.statements import Statement
from positions.tables import Tables
from positions.text.coder_differences import coders_words
from positions.text.labels import MARK_WORDS
from positions.text.wording import count_words, joined, quoted, said_on_words, short_steps

READING = (
    "A line ends where nothing stands on the scale; a grouping has a line per member. Thin line: a member, "
    f"or {MARK_WORDS['weak']} · dotted: {MARK_WORDS['old']} · small mark: an adviser, an individual "
    "or a measure with an end · dashed upright: the earlier day · dots on the axis: days with events · two "
    "slashes: a long silence left out. Lines on one step run side by side."
)
READING_BRIEF = (
    f"Thin: a member, or {MARK_WORDS['weak']} · dotted: {MARK_WORDS['old']} · dashed: the earlier day"
)
_MOST_IN_HOVER = 3


@dataclass(frozen=True)
class Said:
    """The statements by id, the names of actors and speakers, and what coders made of statements."""

    statements: Mapping[str, Statement]
    names: Mapping[str, str]
    coded: Mapping[str, Sequence[Coded]]


def said_of(tables: Tables) -> Said:
    """What hovers quote, of a dossier."""
    return Said(tables.by_id, tables.names, tables.coded)


def mark_words(spoken: Spoken, panel: Panel, said: Said) -> list[str]:
    """Who and when, which step in words, and the phrases of the strongest statements, a line each."""
    statements = [said.statements[one] for one in spoken.statements]
    speakers = joined(list(dict.fromkeys(said.names[one.speaker] for one in statements)))
    actors = joined([said.names[one] for one in spoken.actors])
    steps = short_steps(panel.issue, spoken)
    coded = [(panel.issue.placement(one), said.coded.get(one.id, ())) for one in statements]
    coders = coders_words(panel.issue, disagreement((spoken.low, spoken.high), coded))
    doubts = ("the coder was unsure" if spoken.doubt else "", coders)
    lines = [
        " · ".join(dict.fromkeys((actors, speakers, said_on_words(statements[0].said_on)))),
        "; ".join(part for part in (f"{steps}, {spoken.look.words}", *doubts) if part),
    ]
    phrases = list(dict.fromkeys(quoted(one.phrase) for one in statements if one.phrase))
    lines += phrases[:_MOST_IN_HOVER]
    if len(statements) > min(len(phrases), _MOST_IN_HOVER):
        lines.append(f"{count_words(len(statements), 'statement')} in all")
    return lines


def record_table(movement: Movement) -> pd.DataFrame:
    """The record, one row per stretch without a change: issue, actor, days, position."""
    rows = [
        (
            panel.issue.name,
            one.name,
            stretch.begins,
            stretch.ends,
            "; ".join(part for part in (stretch.words, *_doubts(stretch)) if part),
        )
        for panel in movement.panels
        for one in panel.lines
        for stretch in one.stretches
    ]
    return pd.DataFrame(rows, columns=["Issue", "Actor", "From", "Until", "Position"])


def _doubts(stretch: Stretch) -> tuple[str, str]:
    return MARK_WORDS["weak"] if stretch.weak else "", MARK_WORDS["old"] if stretch.old else ""


def panel_sentence(panel: Panel) -> str:
    """Who stood where from which day, and who stands on no step."""
    told = [line_sentence(line) for line in panel.lines]
    told += [panel.note] if panel.note else []
    return f"{panel.issue.name}: {'; '.join(told)}." if told else ""


def rows_sentence(panel: ArrowPanel) -> str:
    """What changed between the two days for each actor, and who stands on no step."""
    told = [f"{row.name}: {row.told}" for row in panel.rows]
    told += [panel.note] if panel.note else []
    return f"{panel.issue.name}: {'; '.join(told)}." if told else ""


def arrow_marks(movement: Movement) -> list[tuple[str, str]]:
    """The marks of the later day, in the order in which the house lists them."""
    used = {row.key for panel in movement.arrows for row in panel.rows if row.after}
    return [(key, words) for key, words in MARK_WORDS.items() if key in used]


def record_marks(movement: Movement) -> list[tuple[str, str]]:
    """The marks of the record, in the order in which the house lists them."""
    used = {one.key for panel in movement.panels for one in panel.spoken}
    return [(key, words) for key, words in MARK_WORDS.items() if key in used]


def line_sentence(line: Line) -> str:
    """The steps of a line, each from the day on which it was first taken; breaks are told."""
    told = [f"{line.stretches[0].words} from {line.stretches[0].begins}"]
    for before, after in pairwise({one.first: one for one in line.stretches}.values()):
        if not before.joined:
            told.append(f"none from {before.ends}")
        if not before.joined or after.point != before.point:
            told.append(f"{after.words} from {after.begins}")
    return f"{line.name}: {', then '.join(told)}"
