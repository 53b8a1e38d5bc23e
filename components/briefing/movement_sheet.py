"""What the movement sheet of Typst draws, as records: arrows with looks, panels, days, events, a legend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.figures.arrows import ArrowPanel, ArrowPoint, ArrowRow
from components.figures.ladder import Ladder
from components.figures.scale import EARLIER
from components.sheet.geometry import held
from components.sheet.layout import Label, Line, Movement, Panel, Spoken
from components.sheet.words import READING
from components.theme import MARKS, MarkLook, mark_look
from positions.text.labels import MARK_WORDS
from positions.text.scale_marks import scale_marks


@dataclass(frozen=True)
class _Point:
    at: float
    low: float
    high: float
    doubt: bool


@dataclass(frozen=True)
class _Row:
    """A row of arrows; points are shares of the scale."""

    column: str
    name: str
    before: _Point | None
    after: _Point | None
    look: MarkLook
    words: str
    new: bool
    changed: bool
    moved: bool


@dataclass(frozen=True)
class _LegendMark:
    look: MarkLook
    words: str


def movement_sheet(movement: Movement) -> dict[str, object]:
    """Everything that is drawn of a movement; no panels where no issue has a scale."""
    return {
        "arrows": [_arrows(panel) for panel in movement.arrows],
        "panels": [_panel(panel) for panel in movement.panels],
        "ticks": movement.ticks,
        "silences": movement.axis.silences,
        "events": movement.events,
        "since": movement.since,
        "days": movement.days,
        "ends": movement.ends,
        "earlier": MARKS[EARLIER],
        "arrow_marks": _legend(arrow_marks(movement)),
        "record_marks": _legend(record_marks(movement)),
        "reading": READING,
    }


def _legend(used: Sequence[tuple[str, str]]) -> list[_LegendMark]:
    return [_LegendMark(MARKS[key], words) for key, words in used]


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


def _row(row: ArrowRow) -> _Row:
    return _Row(
        column=row.column,
        name=row.name,
        before=_point(row.trail, row.last),
        after=_point(row.after, row.last),
        look=mark_look(row.role, old=row.old, weak=row.weak),
        words=row.told,
        new=row.new,
        changed=row.changed,
        moved=row.moved,
    )


def _point(point: ArrowPoint | None, last: float) -> _Point | None:
    if point is None:
        return None
    return _Point(point.point / last, point.low / last, point.high / last, point.doubt)


def _panel(panel: Panel) -> dict[str, object]:
    return {
        "issue": panel.issue.name,
        "rungs": panel.ladder.rungs,
        "last": panel.ladder.last,
        "lines": [_line(line, panel.ladder) for line in panel.lines],
        "spoken": [_spoken(one, panel.ladder) for one in panel.spoken],
        "labels": [_label(one, panel.ladder) for one in panel.labels],
        "lanes": panel.lanes,
        "note": panel.note,
    }


def _line(line: Line, scale: Ladder) -> dict[str, object]:
    fields = ("left", "right", "weak", "old", "joined")
    return {
        "column": line.column,
        "width": line.width,
        "stretches": [
            {name: getattr(one, name) for name in fields} | {"point": scale.step(one.point)}
            for one in line.stretches
        ],
    }


def _spoken(one: Spoken, scale: Ladder) -> dict[str, object]:
    return {
        "column": one.column,
        "at": one.at,
        "point": scale.step(one.point),
        "low": scale.step(one.low),
        "high": scale.step(one.high),
        "doubt": one.doubt,
        "look": one.look,
    }


def _label(label: Label, scale: Ladder) -> dict[str, object]:
    return {"column": label.column, "words": held(label.words), "point": scale.step(label.point)}
