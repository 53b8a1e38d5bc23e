"""Positions over time: one panel per issue on one time axis, steps up, names at the lines' ends."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from html import unescape

import pandas as pd
import plotly.graph_objects as go

from components.sheet.drawing import Drawing
from components.sheet.layout import LEADER, LEFT, Movement, Panel, label
from components.sheet.panels import draw_panel
from components.sheet.timeline import Timeline
from components.sheet.words import event_words, panel_sentence, span_words
from components.theme import PALETTES, Mark, Palette, Scheme, template
from positions.text.wording import day_of_month_words, day_words, number_words

_RUG, _BELOW, _LETTER = 26, 46, 7.2  # pixels: the lane of events, the days under it, a letter
_TICKS_APART = 0.16  # share of the axis that a day needs on a phone


def draw(movement: Movement, marks: dict[str, Mark], scheme: Scheme) -> go.Figure:
    """The figure: a step line per side with its statements as marks, events under the time axis."""
    palette, panels = PALETTES[scheme], movement.panels
    drawing = Drawing()
    floor = panels[-1].bottom - 4 if panels else 0.0
    for panel in panels:
        draw_panel(drawing, panel, movement, marks, palette)
    _draw_events(drawing, movement, floor, palette)
    height = _RUG - floor
    return drawing.figure(
        template=template(scheme),
        height=height + _BELOW,
        showlegend=False,
        hovermode="closest",
        margin={"l": LEFT, "r": _right(panels), "t": 0, "b": _BELOW},
        xaxis={
            "range": [0, 1.005],  # or a line on the last day is cut in half
            "fixedrange": True,
            "automargin": False,
            "tickmode": "array",
            "tickvals": [movement.axis.place(day) for day in _ticks(movement)],
            "ticktext": [f"{day_of_month_words(day)}<br>{day.year}" for day in _ticks(movement)],
            "tickangle": 0,
            "tickfont": {"size": 12, "color": palette.mute},
            "showline": False,
        },
        yaxis={"visible": False, "range": [-height, 0], "fixedrange": True, "automargin": False},
    )


def describe(movement: Movement) -> str:
    """Every panel in words: who stood where from which day, and who holds no current position.

    Then the long silences that the axis leaves out.
    """
    told = [*(panel_sentence(panel) for panel in movement.panels), movement.axis.words()]
    return " ".join(one for one in told if one)


def table(movement: Movement) -> pd.DataFrame:
    """What is drawn, one row per span without a change: issue, party, days, step, words, range."""
    rows = [
        (
            panel.issue.name,
            label(span),
            day_words(span.first.date()),
            day_words(span.until.date()),
            number_words(span.point) if span.drawn else "",
            span_words(panel, span),
        )
        for panel in movement.panels
        for span in panel.spans
    ]
    return pd.DataFrame(rows, columns=["Issue", "Party", "From", "Until", "Step", "Position"])


def _draw_events(drawing: Drawing, movement: Movement, floor: float, palette: Palette) -> None:
    """The time axis, and under it a tick per day with events; their names show on hover."""
    line = {"color": palette.mute, "width": 1}
    axis = movement.axis
    drawing.add_scatter(x=[0, 1], y=[floor, floor], mode="lines", hoverinfo="skip", line=line)
    _draw_silences(drawing, axis, floor, palette)
    days = sorted({day for day, _ in movement.events})
    drawing.add_scatter(
        x=[axis.place(day) for day in days],
        y=[floor - _RUG / 3] * len(days),
        mode="markers",
        hovertext=[event_words(day, movement) for day in days],
        hoverinfo="text",
        marker={"symbol": "line-ns", "size": 14, "line": {"width": 1.5, "color": palette.mute}},
    )
    if days:
        drawing.add_annotation(
            x=1,
            y=floor - _RUG / 3,
            xref="paper",
            xanchor="left",
            xshift=LEADER,
            text="Events",
            showarrow=False,
            font={"size": 12.5, "color": palette.mute},
        )


def _draw_silences(drawing: Drawing, axis: Timeline, floor: float, palette: Palette) -> None:
    """Two slashes on the axis, and a pale line through the sheet, where a long silence is left out."""
    for x in ((one.left + one.right) / 2 for one in axis.silences):
        still = {"mode": "lines", "hoverinfo": "skip"}
        drawing.add_scatter(
            x=[x, x], y=[floor, 0], line={"color": palette.line, "width": 3, "dash": "2px,3px"}, **still
        )
        drawing.add_annotation(
            x=x, y=floor, text="//", showarrow=False, font={"size": 15, "color": palette.mute}
        )


def _ticks(movement: Movement) -> list[dt.date]:
    """The days named under the axis: its ends, the earlier day, and days of statements as room allows."""
    axis = movement.axis
    first, last = axis.first, axis.last
    spoken = sorted({one.day.date() for _, one in movement.spoken}, reverse=True)
    named = [last, first]
    for day in (*([movement.since] if movement.since else []), *spoken):
        if min(abs(axis.place(day) - axis.place(other)) for other in named) >= _TICKS_APART:
            named.append(day)
    return sorted(named)


def _right(panels: Sequence[Panel]) -> float:
    """Room at the right for the longest line of a name, with its shape and leader."""
    names = [line for panel in panels for _, name, _ in panel.labels() for line in name.split("<br>")]
    return LEADER + _LETTER * (2 + max((len(unescape(name)) for name in names), default=6)) + 4
