"""One sentence that says what the tables say, and the line that stands under every output."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from positions.analysis.coverage import stated_share
from positions.analysis.gap import MEET, Gap
from positions.frames import typed_rows
from positions.models import Dossier
from positions.selection import Selection, offered_columns
from positions.wording import count_words, day_words, gap_words, joined

ORDER_RULE = "parties in alphabetical order"
STEPS_RULE = "equal steps are an assumption"
_MOST_NAMED = 12


def headline(gaps: pd.DataFrame, dossier: Dossier, selection: Selection) -> str:
    """The widest gap of the view, where it lies and where stated ranges meet, without a verdict.

    `gaps` is the table of `pair_gaps` for the shown columns and issues. The widest is the largest
    share of its scale, so that scales of unlike length can be compared.
    """
    day = day_words(selection.day)
    if gaps.empty:
        return f"No two of the shown parties have stated comparable positions by {day}."
    rows = typed_rows(gaps, Gap)
    most = max(row.share for row in rows)
    widest = [row for row in rows if row.share == most]
    issues = _names([row.issue for row in widest], dossier)
    if most == 0:
        return f"Stated positions on {joined(issues)} stand on the same step, as of {day}."
    steps = joined(sorted({gap_words(row.gap, row.last_step) for row in widest}), "or")
    other = [row.issue for row in rows if all(one.relation == MEET for one in rows if one.issue == row.issue)]
    touching = [name for name in _names(other, dossier) if name not in issues]
    tail = f" Stated ranges touch on {joined(touching)}." if touching else ""
    pairs = f" ({_pairs(widest, dossier)})" if len(issues) == 1 else ""
    return f"Widest stated gap by {day}: {joined(issues)}, {steps}{pairs}.{tail}"


def _pairs(gaps: Sequence[Gap], dossier: Dossier) -> str:
    """The pairs of the gaps by name, "A – B, A – C"; a pair does not break over two lines."""
    names = {party.id: party.name for party in dossier.parties}
    names |= {member.id: member.name for party in dossier.parties for member in party.members}
    return ", ".join(f"{names[gap.first]}\u00a0–\u2060\u00a0{names[gap.second]}" for gap in gaps)


def lede(statements: pd.DataFrame, cells: pd.DataFrame, selection: Selection, columns: Sequence[str]) -> str:
    """How much evidence the view rests on: statements, sources, span of days, cells stated."""
    known = statements[statements["day"] <= pd.Timestamp(selection.day)]
    stated, applies = stated_share(cells, columns, selection.issues)
    if known.empty:
        return f"No statement by {day_words(selection.day)} · {stated} of {applies} cells stated"
    span = f"{day_words(known['day'].min().date())} to {day_words(known['day'].max().date())}"
    counts = f"{count_words(len(known), 'statement')} in {count_words(known['source'].nunique(), 'source')}"
    return f"{counts}, {span} · {stated} of {applies} cells stated"


def footer(cells: pd.DataFrame, dossier: Dossier, selection: Selection, columns: Sequence[str]) -> str:
    """As-of day, sources, order rule, coverage, data version: printed under every output."""
    stated, applies = stated_share(cells, columns, selection.issues)
    known = [one for one in offered_columns(dossier) if one in selection.parties]
    order = ORDER_RULE if selection.parties == tuple(known) else "parties in the reader's order"
    parts = (
        f"As of {day_words(selection.day)}",
        f"sources: {sources_words(dossier)}",
        order,
        f"{stated} of {applies} cells stated",
        f"positions count for {count_words(dossier.stale_after, 'day')}",
        f"data {dossier.data_version}",
        STEPS_RULE,
        dossier.notice,
    )
    return " · ".join(part for part in parts if part)


def sources_words(dossier: Dossier) -> str:
    """The short names of the sources; of many only how many they are, and where they are listed."""
    if len(dossier.sources) <= _MOST_NAMED:
        return "; ".join(source.custom.short_name for source in dossier.sources)
    return f"{len(dossier.sources)} public pages, named under Sources"


def _names(issues: Sequence[str], dossier: Dossier) -> list[str]:
    """Names of the issues as they read inside a sentence, each once, in order."""
    names = {issue.id: issue.in_sentence or issue.name for issue in dossier.issues}
    return [names[issue] for issue in dict.fromkeys(issues)]
