"""What the sheet says: of a mark, of an event, of a span and of a whole panel."""

from __future__ import annotations

import datetime as dt
from html import unescape
from itertools import pairwise

from components.figure_text import wrapped
from components.sheet.layout import Movement, Panel, label
from positions.analysis.trajectory import Placing, Span
from positions.text.wording import (
    STALE,
    STATE_WORDS,
    Stand,
    count_words,
    day_words,
    joined,
    number_words,
    quoted,
    range_words,
    step_words,
)

_MOST_IN_HOVER = 3
_HOVER_WIDTH = 44


def hover_words(placing: Placing, movement: Movement, panel: Panel) -> str:
    """Who, when, which step in words, and the phrases of the strongest statements."""
    said = [movement.said[one] for one in placing.statements]
    who = joined(list(dict.fromkeys(movement.names[one.speaker] for one in said)))
    lines = [f"{movement.names[placing.holder]} · {who} · {day_words(placing.day.date())}"]
    stand = Stand(placing.point, placing.low, placing.high)
    lines.append(f"Step {number_words(placing.point)}: {step_words(panel.issue, stand)}")
    phrases = list(dict.fromkeys(quoted(one.phrase) for one in said if one.phrase))
    lines += phrases[:_MOST_IN_HOVER]
    if len(said) > min(len(phrases), _MOST_IN_HOVER):
        lines.append(f"{count_words(len(said), 'statement')} in all")
    return "<br>".join(wrapped(line, _HOVER_WIDTH) for line in lines)


def event_words(day: dt.date, movement: Movement) -> str:
    """The day and the names of its events."""
    names = [event.name for on, event in movement.events if on == day]
    return "<br>".join([day_words(day), *(wrapped(name, _HOVER_WIDTH) for name in names)])


def span_words(panel: Panel, span: Span) -> str:
    """A span's step and stated range in words, or which kind of blank it is."""
    if not span.drawn:
        return STATE_WORDS[span.state]
    words = step_words(panel.issue, span.stand)
    other = range_words(panel.issue, span.stand, (span.low, span.high))
    stale = STALE.lower() if span.state == "stale" else ""
    return "; ".join(part for part in (words, other, stale) if part)


def panel_sentence(panel: Panel) -> str:
    """Who stood on which step from which day, and who holds no current position."""
    told = []
    for spans in panel.lines.values():
        steps = [(number_words(span.point), day_words(span.first.date())) for span in spans]
        moves = [steps[0], *(b for a, b in pairwise(steps) if a[0] != b[0])]
        path = ", then ".join(f"step {step} from {day}" for step, day in moves)
        told.append(f"{label(spans[-1])} at {path}")
    if panel.notes:
        told.append(unescape(" ".join(panel.notes)))
    return f"{panel.issue.name}: {'; '.join(told)}."
