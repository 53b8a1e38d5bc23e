"""Positions over time: events and days on one axis at the top, below it a panel per issue, steps up."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from components.chart_legend import draw_legend
from components.drawing import Paper, Pen, Type, blank_paper, line, note
from components.figure_text import plain, wrapped
from components.figures.legend import Meaning
from components.sheet.axis_names import POLE, flags, named_ticks
from components.sheet.geometry import AXIS, GAP, WIDE, WORDS, PanelPlace, Room, panel_places
from components.sheet.layout import Movement
from components.sheet.panels import draw_panel
from components.sheet.words import Said, panel_sentence
from components.theme import Mark, Scheme
from positions.text.labels import MARK_WORDS
from positions.text.wording import day_words

_LONG = 620.0  # pixels from which on the days stand at the foot too
_EDGE, _DOT, _HOVER_WIDTH = 9.0, 7.0, 44


def draw(
    movement: Movement, marks: dict[str, Mark], scheme: Scheme, *, said: Said, room: Room = WIDE
) -> go.Figure:
    """The figure in a room: a step line per actor with its statements as marks. y counts pixels down."""
    paper = blank_paper(marks, scheme)
    named = flags(movement, room)
    axis = room.level * (max((flag.level for flag in named), default=-1) + 1) + 10
    places = panel_places(movement, room, axis + AXIS + 6)
    foot = places[-1].bottom + GAP / 2 if places else axis + AXIS
    _draw_guides(paper, movement, [flag.event.at for flag in named], (axis, places))
    for place in places:
        draw_panel(paper, place, said)
    _draw_flags(paper, movement, room, axis)
    _draw_days(paper, movement, room, axis)
    if foot - axis > _LONG:
        _draw_days(paper, movement, room, foot)
        foot += AXIS
    height = draw_legend(paper, _legend(movement), -foot, start=_EDGE - room.left)
    edge = _EDGE / room.plot
    return paper.figure(
        height=height,
        hovermode="closest",
        margin={"l": room.left - _EDGE, "r": room.right - _EDGE, "t": 0, "b": 0},
        xaxis={"range": [-edge, 1 + edge]},
        yaxis={"range": [-height, 0]},
    )


def describe(movement: Movement) -> str:
    """Every panel in words, then the long silences that the axis leaves out."""
    told = [*(panel_sentence(panel) for panel in movement.panels), movement.axis.words()]
    return " ".join(one for one in told if one)


def table(movement: Movement) -> pd.DataFrame:
    """What is drawn, one row per stretch without a change: issue, actor, days, position."""
    rows = [
        (
            panel.issue.name,
            one.name,
            day_words(stretch.first),
            day_words(stretch.until),
            "; ".join(
                part
                for part in (
                    stretch.words,
                    MARK_WORDS["weak"] if stretch.weak else "",
                    MARK_WORDS["old"] if stretch.old else "",
                )
                if part
            ),
        )
        for panel in movement.panels
        for one in panel.lines
        for stretch in one.stretches
    ]
    return pd.DataFrame(rows, columns=["Issue", "Actor", "From", "Until", "Position"])


def _legend(movement: Movement) -> list[Meaning]:
    keys = {one.key for panel in movement.panels for one in panel.spoken}
    return [Meaning("mark", key, words) for key, words in MARK_WORDS.items() if key in keys]


def _draw_guides(
    paper: Paper, movement: Movement, named: list[float], below: tuple[float, tuple[PanelPlace, ...]]
) -> None:
    """Hairlines from named events down through the panels; the earlier day, and silences, dashed."""
    axis, places = below
    top, floor = axis, places[-1].floor if places else axis
    for at in named:
        line(paper, ((at, -top - AXIS), (at, -floor)), Pen(paper.palette.line, 0.7))
    for one in movement.axis.silences:
        middle = (one.left + one.right) / 2
        line(paper, ((middle, -top - AXIS), (middle, -floor)), Pen(paper.palette.connector, 2.5, "2px,4px"))
    if movement.since is not None:
        for place in places:
            ends = (place.y(place.panel.last) - 10, place.y(0) + 10)
            pen = Pen(paper.palette.mute, 1.2, "4px,3px")
            line(paper, ((movement.since, -ends[0]), (movement.since, -ends[1])), pen)
    for shape in paper.shapes:
        shape["layer"] = "below"


def _draw_flags(paper: Paper, movement: Movement, room: Room, axis: float) -> None:
    """A dot per day with events on the axis, and above it the names that have room on poles."""
    palette = paper.palette
    for flag in flags(movement, room):
        at, foot = flag.event.at, axis - 8 - room.level * flag.level
        line(paper, ((at, -axis), (at, -foot + room.level - 6)), Pen(palette.connector, 1))
        words = "<br>".join(map(plain, flag.lines))
        anchor, shift = ("right", -POLE) if flag.turned else ("left", POLE)
        style = Type(WORDS, palette.ink, "right" if anchor == "right" else "left", "bottom", (shift, 0))
        note(paper, (at, -foot), words, style)
    line(paper, ((0, -axis), (1, -axis)), Pen(palette.mute, 1))
    paper.traces.append(
        {
            "type": "scatter",
            "x": [event.at for event in movement.events],
            "y": [-axis] * len(movement.events),
            "mode": "markers",
            "name": "Events",
            "hovertext": [wrapped(event.words, _HOVER_WIDTH) for event in movement.events],
            "hoverinfo": "text",
            "cliponaxis": False,
            "marker": {"size": _DOT, "color": palette.ink, "opacity": 1},
            "selected": {"marker": {"opacity": 1}},
            "unselected": {"marker": {"opacity": 1}},
        }
    )


def _draw_days(paper: Paper, movement: Movement, room: Room, y: float) -> None:
    """The axis with the days that have room, and two slashes where a long silence is left out."""
    palette = paper.palette
    line(paper, ((0, -y), (1, -y)), Pen(palette.mute, 1))
    for tick in named_ticks(movement, room):
        line(paper, ((tick.at, -y), (tick.at, -y - 5)), Pen(palette.mute, 1))
        note(paper, (tick.at, -y - 6), plain(tick.words), Type(WORDS, palette.mute, "center", "top"))
    for one in movement.axis.silences:
        note(paper, ((one.left + one.right) / 2, -y), "//", Type(14, palette.mute))
