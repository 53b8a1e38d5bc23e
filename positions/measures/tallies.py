"""The whole of a negotiation: where two columns, or all, would meet if every stated condition held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from positions.analysis import meeting
from positions.analysis.gap import Gap
from positions.analysis.meeting import Tally, tally

if TYPE_CHECKING:
    from positions.view import View


def tallies(view: View) -> tuple[Tally, ...]:
    """The tally of every two columns of a view, in the order of its pairs."""
    gaps: dict[tuple[str, str], dict[str, Gap]] = defaultdict(dict)
    for gap in view.gaps:
        gaps[gap.pair][gap.issue] = gap
    issues = [one.id for one in view.scaled]
    not_asked = {one: _not_asked(view, one) for one in view.columns}
    return tuple(
        tally((first, second), gaps[first, second], issues, not_asked[first] | not_asked[second])
        for first, second in view.pairs
    )


def together(view: View) -> dict[str, tuple[str, ...]]:
    """The issues of a view by what `meeting.together` says of all columns for which their question arises."""
    found: dict[str, list[str]] = defaultdict(list)
    for issue in view.scaled:
        asked = [one for one in view.columns if issue.id not in _not_asked(view, one)]
        pairs = sum(first in asked and second in asked for first, second in view.pairs)
        found[meeting.together(view.gaps_on(issue.id), pairs)].append(issue.id)
    return {kind: tuple(issues) for kind, issues in found.items()}


def _not_asked(view: View, holder: str) -> frozenset[str]:
    """The issues whose question does not arise for a column."""
    owner, issues = view.tables.owners[holder], view.scaled
    return frozenset(issue.id for issue in issues if owner in issue.not_applicable)


def unplaced(view: View, issue: str, holders: Sequence[str]) -> tuple[str, ...]:
    """Those of some columns that stand on no step of an issue, though its question arises for them."""
    asked = (one for one in holders if issue not in _not_asked(view, one))
    return tuple(one for one in asked if not view.cell(one, issue).placed)
