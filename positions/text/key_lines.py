"""What a reader should take away from a view, in a few lines each: apart, together, moved, not known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from positions.text.cell import blank_words
from positions.text.gaps import dated_pair, shared_words, widest_words
from positions.text.movement import ordered_moves
from positions.text.short_cell import tight_pairs
from positions.text.wording import count_words, day_words, joined
from positions.view import View

_MOST = 4  # lines under a head


@dataclass(frozen=True)
class KeyLines:
    """A head with its lines, none of which is cut short; of more than four the rest is a number."""

    head: str
    lines: tuple[str, ...]


def key_lines(view: View) -> tuple[KeyLines, ...]:
    """Four heads: farthest apart, at the same step, moved since the earlier day, without a position."""
    since = f"Moved since {day_words(view.since)}" if view.since else "Moved"
    still = "Nobody placed on both days moved" if view.since else "No earlier day to compare with"
    return (
        KeyLines("Farthest apart", _lines(_apart(view), "issue", "No two firm positions to compare")),
        KeyLines("At the same step", _lines(_same(view), "pair", "No two firm positions share a step")),
        KeyLines(since, _lines(_moved(view), "move", still)),
        KeyLines("No position", _lines(_blank(view), "issue", "Every cell has a position")),
    )


def _lines(told: Sequence[str], thing: str, none: str) -> tuple[str, ...]:
    more = len(told) - _MOST
    rest = (f"and {count_words(more, f'more {thing}')}",) if more > 0 else ()
    return (*told[:_MOST], *rest) or (f"{none}",)


def _apart(view: View) -> list[str]:
    """The widest firm gap of each issue, the largest share of its scale first."""
    found = [(issue, widest_words(view, issue.id)) for issue in view.by_gap if view.widest_on(issue.id)]
    return [
        "; ".join((f"{issue.name}: {gap.size}, {joined(tight_pairs(gap))}", *gap.wider))
        for issue, gap in found
        if gap.filled
    ]


def _same(view: View) -> list[str]:
    """The firm pairs that share a step, with the step."""
    names = {issue.id: issue.name for issue in view.scaled}
    return [
        f"{names[gap.issue]}: {dated_pair(gap, view)}, {shared_words(gap, view.tables)}" for gap in view.same
    ]


def _moved(view: View) -> list[str]:
    """Who stands on another step than on the earlier day, in the order of the finding of movement."""
    return [row.line for row in ordered_moves(view)]


def _blank(view: View) -> list[str]:
    """By issue who has no position, and why."""
    told = []
    for issue in view.issues:
        kinds: dict[str, list[str]] = {}
        for cell in view.row(issue.id):
            if cell.blank:
                kinds.setdefault(blank_words(cell), []).append(cell.name)
        if kinds:
            why = "; ".join(f"{joined(names)}, {words}" for words, names in kinds.items())
            told.append(f"{issue.name}: {why}")
    return told
