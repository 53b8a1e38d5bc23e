"""Positions of a view that rest on old, weak or disputed words, as a table."""

from __future__ import annotations

from collections.abc import Iterator

from positions.cell import Cell
from positions.text.cell import cell_words
from positions.text.coder_differences import DIFFER, coded_cells
from positions.text.labels import LOOK_WORDS
from positions.text.record_table import Column, RecordTable, Row, Value
from positions.text.stance import stance_day
from positions.text.wording import count_words, joined
from positions.view import View

_COLUMNS = (
    Column("Side and issue"),
    Column("Position"),
    Column("Said", "short"),
    Column("Why it is listed"),
)


def doubtful_words(view: View) -> str:
    """How many of the positions of the view are old, weak or disputed, as the head of their list."""
    cells = list(_doubtful(view))
    old, weak = sum(one.old for one in cells), sum(one.state == "weak" for one in cells)
    disputed = sum(one.disputed for one in cells)
    counts = [*([f"{old} old"] if old else []), *([f"{weak} of low confidence"] if weak else [])]
    counts += (
        [f"{disputed} on which {DIFFER} (of {len(coded_cells(view)[0])} they coded)"] if disputed else []
    )
    placed = count_words(sum(one.placed for one in view.cells), "position")
    return f"{joined(counts)} among the {placed} of this view" if counts else ""


def doubtful_table(view: View) -> RecordTable:
    """A row per such position, "holder.issue" its id, the oldest words first."""
    return RecordTable(
        columns=_COLUMNS,
        rows=tuple(_row(cell, view) for cell in _doubtful(view)),
        name="Positions that rest on old words, on low confidence or on words on which coders differ",
        nouns=("position", "positions"),
        order=2,
    )


def _doubtful(view: View) -> Iterator[Cell]:
    return (one for one in view.cells if one.placed and (one.old or one.state == "weak" or one.disputed))


def _row(cell: Cell, view: View) -> Row:
    words = cell_words(cell, view.tables)
    oldest = min((stance for _, stance in cell.stances), key=lambda one: one.day)
    why = [LOOK_WORDS[name] for name, holds in (("old", cell.old), ("weak", cell.state == "weak")) if holds]
    why += [DIFFER] if cell.disputed else []
    return Row(
        f"{cell.holder}.{cell.issue}",
        (
            Value(f"{cell.name} on {cell.issue_name}", f"{cell.name} {cell.issue_name}".casefold()),
            Value(words.title, words.title.casefold(), words.evidence),
            Value(stance_day(oldest, view.tables), oldest.day.isoformat()),
            Value(joined(why).capitalize(), ", ".join(why), "; ".join(words.notes)),
        ),
    )
