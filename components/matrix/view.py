"""The matrix as plain data for the component: columns, rows, cells, widest gaps, legend."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan
from typing import Any

import pandas as pd

from components.theme import Mark, Scheme, party_marks, step_colour
from positions.analysis.gap import Gap, pair_gaps, widest_gaps
from positions.cell import cell_words
from positions.frames import typed_rows
from positions.models import Issue
from positions.selection import Selection
from positions.tables import Cell, Tables, comparable, speaking_columns
from positions.text.wording import STATE_WORDS, count_words, gap_words, interval_words, joined

View = dict[str, Any]
_MOST_PAIRS = 3  # named beside one issue


def matrix_view(tables: Tables, cells: pd.DataFrame, selection: Selection, scheme: Scheme) -> View:
    """What `matrix.js` draws; every text is finished here. `cells` is the table of `standing`."""
    columns = speaking_columns(cells, selection.columns(tables.dossier), selection.issues)
    marks = party_marks(tables.dossier, scheme)
    by_place = {(cell.holder, cell.issue): cell for cell in typed_rows(cells, Cell)}
    gaps = typed_rows(widest_gaps(pair_gaps(comparable(cells, selection.parties, selection.issues))), Gap)
    rows = [
        {
            "id": issue,
            "name": tables.scales[issue].name,
            "question": tables.scales[issue].question,
            "cells": [_cell(by_place[column, issue], tables, scheme) for column in columns],
            "gap": _gap(tables.scales[issue], [gap for gap in gaps if gap.issue == issue], tables),
        }
        for issue in selection.issues
    ]
    shown = [by_place[column, issue] for column in columns for issue in selection.issues]
    return {
        "caption": f"Position of each party on each issue: {tables.dossier.title}",
        "columns": [_column(column, columns, tables, marks[column], selection) for column in columns],
        "rows": rows,
        "legend": _legend(tables, shown, scheme),
    }


def _column(holder: str, columns: Sequence[str], tables: Tables, mark: Mark, selection: Selection) -> View:
    row = tables.holders[tables.holders["holder"] == holder].iloc[0]
    column: View = {"id": holder, "name": row["name"], "colour": mark.colour, "shape": mark.shape}
    if row["kind"] == "grouping":
        column["fold"] = _fold_words(holder, columns, tables, unfolded=holder in selection.unfolded)
    if row["kind"] == "member":
        column["of"] = tables.names[row["party"]]
    if row["kind"] in ("mediator", "reference"):
        column["kind"] = row["kind"]
    return column


def _fold_words(grouping: str, columns: Sequence[str], tables: Tables, *, unfolded: bool) -> View:
    """What the head of a grouping offers, and which members said nothing on the shown issues."""
    members = list(tables.membership.loc[tables.membership["grouping"] == grouping, "member"])
    silent = joined([tables.names[member] for member in members if member not in columns])
    if not unfolded:
        return {"open": False, "words": f"show {count_words(len(members), 'member')}", "silent": ""}
    return {"open": True, "words": "fold members", "silent": f"Nothing of {silent}" if silent else ""}


def _cell(cell: Cell, tables: Tables, scheme: Scheme) -> View:
    words = cell_words(cell, tables)
    view: View = {
        "id": f"{cell.holder}.{cell.issue}",
        "state": cell.state,
        "title": words.title,
        "detail": words.detail,
        "evidence": words.evidence,
        "label": f"{cell.name}, {cell.issue_name}: {words.title}. {words.detail}".strip(),
    }
    if cell.state in ("stated", "stale") and not isnan(cell.point):
        view["tint"] = step_colour(scheme, cell.point, cell.steps)
    if cell.thin and cell.placed:
        view["thin"] = True
    return view


def _gap(issue: Issue, widest: Sequence[Gap], tables: Tables) -> View:
    """The widest gaps of one issue, as segments and words; words alone when there is none."""
    if not issue.scale:
        return {"words": "no scale", "pairs": []}
    if not widest:
        return {"words": "no pair stated", "pairs": []}
    pairs = [f"{tables.names[gap.first]} – {tables.names[gap.second]}" for gap in widest]
    rest = len(pairs) - _MOST_PAIRS
    intervals = [interval_words(gap.least, gap.most) for gap in widest]
    if len(set(intervals)) > 1:  # each pair has its own
        pairs = [f"{pair} ({one})" if one else pair for pair, one in zip(pairs, intervals, strict=True)]
    return {
        "segments": int(widest[0].last_step),
        "filled": widest[0].gap,
        "words": gap_words(widest[0].gap, widest[0].last_step),
        "interval": intervals[0] if len(set(intervals)) == 1 else "",
        "pairs": pairs if rest <= 1 else [*pairs[:_MOST_PAIRS], f"and {rest} more pairs"],
    }


def _legend(tables: Tables, shown: Sequence[Cell], scheme: Scheme) -> View:
    """Ends of the scale in words and the kinds of blank that are on screen."""
    present = {cell.state for cell in shown}
    return {
        "low": tables.dossier.low_end,
        "high": tables.dossier.high_end,
        "tints": [step_colour(scheme, step, 4) for step in range(5)],
        "blanks": [
            {"state": state, "words": words.lower()}
            for state, words in STATE_WORDS.items()
            if state in present
        ],
        "thin": any(cell.thin and cell.placed for cell in shown),
    }
