"""On how much the positions of each column rest: doubt, disputed codings, inference, one source, age."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from positions.cell import Cell
from positions.view import View


def certainty_table(view: View) -> pd.DataFrame:
    """One row per column on screen: its cells with a point, and how many of them rest on little.

    A grouping is counted by the words of its members.
    """
    rows = [
        (view.tables.names[column], *_certainty([one for one in view.cells if one.holder == column], view))
        for column in view.columns
    ]
    heads = [
        "Column",
        "Placed",
        "In doubt",
        "In a coding",
        "Coders differ",
        "Low confidence",
        "Day inferred",
        "One source",
        "Old",
    ]
    return pd.DataFrame(rows, columns=heads)


def _certainty(cells: Sequence[Cell], view: View) -> tuple[int, ...]:
    tables, stances = view.tables, [stance for cell in cells for _, stance in cell.stances]
    inferred = [all(tables.by_id[one].day_inferred for one in stance.statements) for stance in stances]
    old = [tables.old(stance.day, view.day) for stance in stances]
    return (
        len(stances),
        sum(stance.doubt for stance in stances),
        sum(any(one in tables.coded for one in stance.statements) for stance in stances),
        sum(stance.disputed is not None for stance in stances),
        sum(stance.weak for stance in stances),
        sum(inferred),
        sum(stance.sources == 1 for stance in stances),
        sum(old),
    )
