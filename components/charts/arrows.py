"""Two days on every scale: small mark, arrow, large mark, and the change in words; a row per actor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go

from components.chart_legend import DOTS, draw_legend
from components.drawing import Paper, Pen, Stamp, Type, answer, arrow, blank_paper, line, mark, note, pale
from components.figure_text import lines_within, plain
from components.figures.arrow_layout import (
    KEY,
    LINE,
    NAME,
    WIDE_ROWS,
    WORDS,
    ArrowRoom,
    RowPlace,
)
from components.figures.arrows import ArrowPanel, ArrowPoint, ArrowRow
from components.figures.legend import Meaning
from components.figures.scale import EARLIER, OWN
from components.sheet.layout import Movement
from components.theme import Mark, Scheme, mark_look
from positions.text.labels import MARK_WORDS

_EDGE, _GAP, _ISSUE_LINE = 12.0, 14.0, 18.0
_KEY_MARK, _STANDOFF = 0.7, 8


def draw(
    movement: Movement, marks: dict[str, Mark], scheme: Scheme, room: ArrowRoom = WIDE_ROWS
) -> go.Figure:
    """The figure, a block per issue; x runs from 0 to 1 along every scale, y counts pixels down."""
    paper = blank_paper(marks, scheme)
    y = _draw_ends(paper, movement.ends, room)
    for panel in movement.arrows:
        y = _draw_panel(paper, panel, room, y)
    height = draw_legend(paper, _legend(movement.arrows), -y, start=_EDGE - room.left)
    edge = _EDGE / room.scale
    return paper.figure(
        height=height,
        margin={"l": room.left - _EDGE, "r": max(room.words - _EDGE, 0), "t": 0, "b": 0},
        xaxis={"range": [-edge, 1 + edge]},
        yaxis={"range": [-height, 0]},
    )


def describe(movement: Movement) -> str:
    """Every row in words, issue by issue."""
    return " ".join(map(arrow_sentence, movement.arrows))


def arrow_sentence(panel: ArrowPanel) -> str:
    """The rows of one issue in words, and who stands on no step."""
    told = [f"{row.name}: {row.words}" for row in panel.rows] + ([panel.note] if panel.note else [])
    return f"{panel.issue.name}: {'; '.join(told)}."


def table(movement: Movement) -> pd.DataFrame:
    """What is drawn: a line per row with the steps of both days."""
    lines = [
        (panel.issue.name, row.name, _steps(row.before), _steps(row.after), row.words)
        for panel in movement.arrows
        for row in panel.rows
    ]
    days = (f"Step, {day}" for day in movement.days)
    return pd.DataFrame(lines, columns=["Issue", "Who", *days, "Change"])


def _steps(point: ArrowPoint | None) -> str:
    if point is None:
        return "–"
    return f"{point.low}" if point.low == point.high else f"{point.low}–{point.high}"


def _legend(panels: Sequence[ArrowPanel]) -> list[Meaning]:
    rows = [row for panel in panels for row in panel.rows]
    keys = {"weak" if row.weak else "old" if row.old else row.role for row in rows if row.after}
    keys |= {EARLIER} if any(row.trail for row in rows) else set()
    return [Meaning("mark", key, words) for key, words in MARK_WORDS.items() if key in keys]


def _draw_ends(paper: Paper, ends: tuple[str, str], room: ArrowRoom) -> float:
    """What lies at both ends of every scale, in words; the answer is where they end."""
    blocks = [lines_within(words, 11.5, room.scale * 0.47) for words in ends]
    deep = max(len(lines) for lines in blocks) * 15
    for x, anchor, lines in ((0, "left", blocks[0]), (1, "right", blocks[1])):
        style = Type(11.5, paper.palette.mute, "left" if anchor == "left" else "right", "bottom")
        note(paper, (x, -deep - 2), "<br>".join(map(plain, lines)), style)
    return deep + 10


def _draw_panel(paper: Paper, panel: ArrowPanel, room: ArrowRoom, top: float) -> float:
    """An issue with its rows; the answer is where it ends."""
    places = [RowPlace(row, room) for row in panel.rows]
    y = top
    name = lines_within(panel.issue.name, 14, room.issue - 10 if room.beside else room.width)
    style = Type(14, paper.palette.ink, "left", "top", (-room.left, 0))
    note(paper, (0, -y - 3), f"<b>{'<br>'.join(map(plain, name))}</b>", style)
    beside = len(name) * _ISSUE_LINE + 6
    y += 0 if room.beside else beside
    for place in places:
        _draw_row(paper, place, y)
        y += place.height
    y = max(y, top + beside)
    return _draw_note(paper, panel.note, room, y if places or not room.beside else top) + _GAP


def _draw_note(paper: Paper, words: str, room: ArrowRoom, y: float) -> float:
    """Who stands on no step on either day."""
    if not words:
        return y
    lines = lines_within(words, WORDS, room.width - room.issue - 10)
    style = Type(WORDS, paper.palette.mute, "left", "top", (room.issue - room.left, 0))
    note(paper, (0, -y - 3), f"<i>{'<br>'.join(map(plain, lines))}</i>", style)
    return y + len(lines) * LINE + 6


def _draw_row(paper: Paper, place: RowPlace, top: float) -> None:
    row, room, y = place.row, place.room, -top - place.y
    palette, party = paper.palette, paper.marks[row.column]
    for step in range(row.last + 1):
        line(paper, ((step / row.last, -top), (step / row.last, -top - place.upper)), Pen(palette.line, 1))
    key = Stamp(party, replace(mark_look(OWN), size=_KEY_MARK), "key")
    mark(paper, (0, y), key, (room.issue - room.left + _EDGE + 6, 0))
    paper.shapes[-1] |= {"xref": "paper", "xanchor": 0}
    _draw_marks(paper, row, y)
    style = Type(NAME, palette.ink, "left", shift=(room.issue - room.left + KEY, 0))
    note(paper, (0, y), "<br>".join(map(plain, place.name)), style)
    words = "<br>".join(map(plain, place.words))
    colour = palette.ink if row.changed else palette.mute
    if room.beside:
        note(paper, (1, y), words, Type(WORDS, colour, "left", shift=(20, 0)))
    else:
        style = Type(WORDS, colour, "left", "top", (KEY - room.left, 0))
        note(paper, (0, -top - place.upper - 1), words, style)


def _draw_marks(paper: Paper, row: ArrowRow, y: float) -> None:
    party = paper.marks[row.column]
    for point in (row.trail, row.after):
        if point and point.low != point.high:
            said = Pen(pale(party.colour, paper.palette.paper), 4)
            pen = Pen(party.colour, 2, DOTS) if point.doubt else said
            line(paper, ((point.low / row.last, y), (point.high / row.last, y)), pen)
    if row.trail and row.after:
        ends = ((row.trail.point / row.last, y), (row.after.point / row.last, y))
        arrow(paper, ends, party.colour)
        paper.texts[-1] |= {"standoff": _STANDOFF, "startstandoff": 4}
    if row.trail:
        mark(paper, (row.trail.point / row.last, y), Stamp(party, mark_look(EARLIER), EARLIER))
    if row.after:
        look = mark_look(row.role, old=row.old, weak=row.weak)
        mark(paper, (row.after.point / row.last, y), Stamp(party, look, plain(row.name)))
    leading = row.after or row.trail
    if leading:
        name = plain(row.name)
        answer(paper, (leading.point / row.last, y), name, f"{name}<br>{plain(row.words)}")
    if row.new and row.after:
        _draw_new(paper, row.after.point / row.last, y)


def _draw_new(paper: Paper, at: float, y: float) -> None:
    """The word "new" beside the mark of who is first on record."""
    turned = at > 0.75
    shift = (-12, 0) if turned else (12, 0)
    note(paper, (at, y), "new", Type(11.5, paper.palette.mute, "right" if turned else "left", shift=shift))
    paper.texts[-1]["bgcolor"] = paper.palette.paper
