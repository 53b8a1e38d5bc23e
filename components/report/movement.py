"""What the movement sheet of Typst draws, as records: arrows with looks, panels, days, events, a legend."""

from __future__ import annotations

from collections.abc import Sequence

from components.figures.arrows import ArrowPanel, ArrowPoint, ArrowRow
from components.figures.ladder import Ladder
from components.figures.scale import EARLIER
from components.report.records import fields
from components.sheet.geometry import held
from components.sheet.layout import Label, Line, Movement, Panel, Spoken
from components.sheet.words import READING
from components.theme import MARKS, mark_look
from positions.text.labels import MARK_WORDS
from positions.text.scale_marks import scale_marks


def movement_sheet(movement: Movement) -> dict[str, object]:
    """Everything that is drawn of a movement; no panels where no issue has a scale."""
    return {
        "arrows": [_arrows(panel) for panel in movement.arrows],
        "panels": [_panel(panel) for panel in movement.panels],
        **fields(movement, "ticks", "events", "since", "days", "ends"),
        "silences": movement.axis.silences,
        "earlier": MARKS[EARLIER],
        "arrow_marks": _legend(arrow_marks(movement)),
        "record_marks": _legend(record_marks(movement)),
        "reading": READING,
    }


def _legend(used: Sequence[tuple[str, str]]) -> list[dict[str, object]]:
    return [{"look": MARKS[key], "words": words} for key, words in used]


def arrow_marks(movement: Movement) -> list[tuple[str, str]]:
    """The marks of the later day, in the order in which the house lists them."""
    rows = [row for panel in movement.arrows for row in panel.rows]
    used = {"weak" if row.weak else "old" if row.old else row.role for row in rows if row.after}
    return [(key, words) for key, words in MARK_WORDS.items() if key in used]


def record_marks(movement: Movement) -> list[tuple[str, str]]:
    """The marks of the record, in the order in which the house lists them."""
    used = {one.key for panel in movement.panels for one in panel.spoken}
    return [(key, words) for key, words in MARK_WORDS.items() if key in used]


def _arrows(panel: ArrowPanel) -> dict[str, object]:
    return {
        "issue": panel.issue.name,
        "guides": [mark.at / panel.issue.length for mark in scale_marks(panel.issue)],
        "rows": [_row(row) for row in panel.rows],
        "note": panel.note,
    }


def _row(row: ArrowRow) -> dict[str, object]:
    """A row of arrows; points are shares of the scale."""
    return {
        **fields(row, "column", "name", "new", "changed", "moved"),
        "before": _point(row.trail, row.last),
        "after": _point(row.after, row.last),
        "look": mark_look(row.role, old=row.old, weak=row.weak),
        "words": row.told,
    }


def _point(point: ArrowPoint | None, last: float) -> dict[str, object] | None:
    if point is None:
        return None
    shares = {"at": point.point / last, "low": point.low / last, "high": point.high / last}
    return {**shares, "doubt": point.doubt}


def _panel(panel: Panel) -> dict[str, object]:
    return {
        "issue": panel.issue.name,
        "rungs": panel.ladder.rungs,
        "last": panel.ladder.last,
        "lines": [_line(line, panel.ladder) for line in panel.lines],
        "spoken": [_spoken(one, panel.ladder) for one in panel.spoken],
        "labels": [_label(one, panel.ladder) for one in panel.labels],
        **fields(panel, "lanes", "note"),
    }


def _line(line: Line, scale: Ladder) -> dict[str, object]:
    stretches = [
        fields(one, "left", "right", "weak", "old", "joined") | {"point": scale.step(one.point)}
        for one in line.stretches
    ]
    return fields(line, "column", "width") | {"stretches": stretches}


def _spoken(one: Spoken, scale: Ladder) -> dict[str, object]:
    places = {name: scale.step(getattr(one, name)) for name in ("point", "low", "high")}
    return fields(one, "column", "at", "doubt", "look") | places


def _label(label: Label, scale: Ladder) -> dict[str, object]:
    return {"column": label.column, "words": held(label.words), "point": scale.step(label.point)}
