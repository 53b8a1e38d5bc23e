"""The matrix of a briefing: the words and tints of the one on screen, with numbers of notes."""

from __future__ import annotations

from collections.abc import Sequence

from components.briefing.notes import Notes
from components.briefing.parts import CellText, Column, GapText, IssueRow, Legend, Matrix
from components.briefing.shown import Shown
from components.matrix.view import View, matrix_view
from components.theme import Mark
from positions.tables import Tables, standing


def matrix_part(shown: Shown, marks: dict[str, Mark]) -> Matrix:
    """The matrix on screen as records: columns, one row per issue, the legend of what they use."""
    cells = standing(shown.tables, shown.selection.day)
    view = matrix_view(shown.tables, cells, shown.selection, "light")
    rows = tuple(
        IssueRow(
            shown.tables.scales[row["id"]],
            tuple(_cell(cell, row["id"], shown.notes) for cell in row["cells"]),
            _gap(row["gap"]),
        )
        for row in view["rows"]
    )
    return Matrix(_columns(shown.tables, shown.holders, marks), rows, _legend(view["legend"], rows))


def _columns(tables: Tables, holders: Sequence[str], marks: dict[str, Mark]) -> tuple[Column, ...]:
    known = {row[0]: row for row in tables.holders.itertuples(index=False, name=None)}
    sizes = tables.membership.groupby("grouping").size().to_dict()
    return tuple(
        Column(
            holder=holder,
            name=name,
            kind=kind,
            of=tables.names[party] if kind == "member" else "",
            members=int(sizes.get(holder, 0)),
            mark=marks[holder],
        )
        for holder, name, party, kind in (known[holder] for holder in holders)
    )


def _legend(view: View, rows: Sequence[IssueRow]) -> Legend:
    return Legend(
        low=view["low"],
        high=view["high"],
        tints=tuple(view["tints"]),
        blanks=tuple((one["state"], one["words"]) for one in view["blanks"]),
        thin=view["thin"],
        stale=any(cell.state == "stale" for row in rows for cell in row.cells),
    )


def _cell(view: View, issue: str, notes: Notes) -> CellText:
    holder = view["id"].removesuffix(f".{issue}")
    return CellText(
        holder=holder,
        issue=issue,
        state=view["state"],
        title=view["title"],
        detail=view["detail"],
        evidence=view["evidence"],
        tint=view.get("tint"),
        thin=view.get("thin", False),
        notes=notes.numbers.get((holder, issue), ()),
    )


def _gap(view: View) -> GapText:
    interval = f" ({view['interval']})" if view.get("interval") else ""
    return GapText(
        words=f"{view['words']}{interval}",
        pairs=tuple(view["pairs"]),
        segments=view.get("segments", 0),
        filled=view.get("filled", 0.0),
    )
