"""What became of the records that a dossier was coded from: by year, left out, told otherwise elsewhere."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from positions.cell import Cell
from positions.model.dossier import Dossier
from positions.model.fields import last_day, said_year
from positions.model.parties import Party
from positions.model.statements import Statement
from positions.tables import Tables
from positions.text.cell import cell_words
from positions.text.wording import day_words, said_on_words
from positions.view import cell_at

KIND_WORDS = {"mediator": "Mediators", "reference": "Reference texts"}


def is_further(statement: Statement, ids: frozenset[str]) -> bool:
    """Whether the row goes on with an earlier one: its id is that row's with a hyphen and a word.

    Further rows are second positions, further signatories, and the same text as a reference.
    """
    stem, _, _ = statement.id.rpartition("-")
    return stem in ids


def first_rows(dossier: Dossier) -> tuple[Statement, ...]:
    """The statements without further rows: one per record, in the dossier's order."""
    ids = frozenset(one.id for one in dossier.statements)
    return tuple(one for one in dossier.statements if not is_further(one, ids))


def year_counts(dossier: Dossier) -> dict[tuple[str, str, str], int]:
    """Records per year, side and issue; mediators are one side, and so are reference texts."""
    sides = {party.id: _side(party) for party in dossier.parties}
    return Counter(
        (said_year(one.said_on), sides.get(one.party or "", ""), one.issue) for one in first_rows(dossier)
    )


def year_table(dossier: Dossier) -> pd.DataFrame:
    """One row per year and side of which there is a record, a column per issue, and all; 0 is left blank."""
    counts = year_counts(dossier)
    names = {party.id: party.name for party in dossier.parties} | KIND_WORDS | {"": "No side"}
    order = {side: place for place, side in enumerate(names)}
    places = sorted({(year, side) for year, side, _ in counts}, key=lambda one: (one[0], order[one[1]]))
    issues = [issue.id for issue in dossier.issues]
    rows = [
        (
            f"{year} {names[side]}",
            *(_number(counts.get((year, side, issue), 0)) for issue in issues),
            _all(counts, (year, side)),
        )
        for year, side in places
    ]
    return pd.DataFrame(rows, columns=["Year and side", *(issue.name for issue in dossier.issues), "All"])


def left_out_table(dossier: Dossier) -> pd.DataFrame:
    """One row per record that was not entered: its id, day, side and issue, and why."""
    names = {one.id: one.name for one in dossier.holders}
    issues = {issue.id: issue.name for issue in dossier.issues}
    rows = [
        (one.record, said_on_words(one.said_on), names[one.member or one.party], issues[one.issue], one.why)
        for one in dossier.left_out
    ]
    return pd.DataFrame(rows, columns=["Record", "Day", "Side", "Issue", "Why it is left out"])


def differing_cells(tables: Tables, other: Tables) -> list[tuple[Cell, Cell]]:
    """The cells that two dossiers have in common and fill differently on the compared day.

    In common are holders and issues with the same id, and a scale in both. They differ when one
    holds a position and the other none, or when the steps of the points are not the same.
    """
    compared = tables.dossier.compared
    if compared is None:
        return []
    here, there = (_cells(one, compared.day) for one in (tables, other))
    pairs = [(here[key], there[key]) for key in here if key in there]
    return [(one, two) for one, two in pairs if _place(one) != _place(two)]


def difference_table(tables: Tables, other: Tables) -> pd.DataFrame:
    """One row per differing cell: side, issue, both dossiers in words, and why they differ."""
    compared = tables.dossier.compared
    heads = ["Side", "Issue", "Here", f"In {other.dossier.id}", "Why"]
    if compared is None:
        return pd.DataFrame(columns=heads)
    why = {(one.holder, one.issue): one.why for one in compared.differences}
    rows = [
        (
            one.name,
            one.issue_name,
            _said(one, tables),
            _said(two, other),
            why.get((one.holder, one.issue), ""),
        )
        for one, two in differing_cells(tables, other)
    ]
    return pd.DataFrame(rows, columns=heads)


def compared_day_words(dossier: Dossier) -> str:
    """The compared day in words; empty where nothing is compared."""
    return day_words(last_day(dossier.compared.day)) if dossier.compared else ""


def _side(party: Party) -> str:
    return party.kind if party.kind in KIND_WORDS else party.id


def _number(count: int) -> str:
    return str(count) if count else ""


def _all(counts: dict[tuple[str, str, str], int], place: tuple[str, str]) -> str:
    return str(sum(count for (year, side, _), count in counts.items() if (year, side) == place))


def _cells(tables: Tables, day: str) -> dict[tuple[str, str], Cell]:
    return {
        (holder, issue): cell_at(tables, holder, issue, last_day(day), None)
        for holder in tables.actors
        for issue in tables.scales
        if tables.scales[issue].measured
    }


def _place(cell: Cell) -> tuple[tuple[float, float], ...]:
    """The steps on which the column, or each part of it, stands; none for a blank."""
    placed = cell.for_gaps
    return tuple((point.low, point.high) for point in placed.points) if placed else ()


def _said(cell: Cell, tables: Tables) -> str:
    return " · ".join(cell_words(cell, tables).lines)
