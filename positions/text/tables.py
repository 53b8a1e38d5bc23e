"""Matrix and gaps of a view as plain tables of text, ready to print or to save."""

from __future__ import annotations

import pandas as pd

from positions.text.cell import cell_words
from positions.text.gaps import relation_words, side_words, widest_words
from positions.text.labels import BASIS_WORDS
from positions.text.wording import interval_words, number_words
from positions.view import View


def matrix_table(view: View) -> pd.DataFrame:
    """One row per issue, one column per party, in a cell its lines; then the widest gap of the issue."""
    rows = [
        [
            issue.name,
            *("\n".join(cell_words(cell, view.tables).lines) for cell in view.row(issue.id)),
            widest_lines(view, issue.id),
        ]
        for issue in view.issues
    ]
    names = [view.tables.names[column] for column in view.columns]
    return pd.DataFrame(rows, columns=["Issue", *names, "Farthest apart"])


def gap_table(view: View) -> pd.DataFrame:
    """One row per issue and pair: gap and interval in steps or units, relation and what it rests on in words.

    A split grouping has no single gap: its row has the interval alone.
    """
    tables = view.tables
    rows = [
        (
            tables.scales[gap.issue].name,
            side_words(gap, 0, tables),
            side_words(gap, 1, tables),
            "" if gap.gap is None else number_words(gap.gap),
            interval_words(gap.least, gap.most) or number_words(gap.least),
            number_words(gap.last_step),
            relation_words(gap, tables).lower(),
            BASIS_WORDS[gap.basis],
        )
        for gap in view.gaps
    ]
    size = "Steps or units" if any(issue.numeric for issue in view.scaled) else "Steps"
    heads = ["Issue", "First", "Second", size, "Interval", "Of", "Relation", "Rests on"]
    return pd.DataFrame(rows, columns=heads)


def widest_lines(view: View, issue: str) -> str:
    """The widest firm gap of an issue with its pairs, a line each; why there is none."""
    words = widest_words(view, issue)
    return "\n".join([words.size, *words.lines])
