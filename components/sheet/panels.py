"""One panel of the sheet, drawn: scale, step lines, statements as marks, names at the lines' ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from components.figure_text import plain
from components.sheet.drawing import Drawing
from components.sheet.layout import HEAD, LANE, LEADER, LEFT, Movement, Panel
from components.sheet.timeline import Timeline
from components.sheet.words import hover_words
from components.theme import Mark, Palette
from positions.analysis.trajectory import Span

_MANY_MARKS = 120  # on a sheet; beyond it marks are drawn smaller
_GLYPHS = {
    "circle": "●",
    "square": "■",
    "diamond": "◆",
    "triangle-up": "▲",
    "triangle-down": "▼",
    "cross": "✚",
    "pentagon": "⬟",
    "hexagon": "⬢",
}


def draw_panel(
    drawing: Drawing, panel: Panel, movement: Movement, marks: dict[str, Mark], palette: Palette
) -> None:
    """Add a panel: its scale, the earlier day, who holds no position, lines, statements, names."""
    _draw_scale(drawing, panel, palette)
    if movement.since:
        _draw_since(drawing, panel, movement.axis.place(movement.since), palette)
    _draw_notes(drawing, panel, palette)
    for holder, spans in panel.lines.items():
        _draw_line(drawing, panel, spans, movement.axis, marks[holder])
    _draw_spoken(drawing, panel, movement, marks, palette)
    _draw_names(drawing, panel, marks, palette)


def _draw_scale(drawing: Drawing, panel: Panel, palette: Palette) -> None:
    """The issue's name, a hairline and a number per step, and the words of both ends."""
    _note(drawing, panel.top - HEAD / 2 + 3, f"<b>{plain(panel.issue.name)}</b>", _Type(15.5, palette.ink))
    steps = [panel.y(step.step) for step in panel.issue.scale]
    drawing.add_scatter(
        x=[0.0, 1.0, None] * len(steps),
        y=np.repeat(steps, 3),
        mode="lines",
        hoverinfo="skip",
        line={"color": palette.line, "width": 1},
    )
    for step, y in enumerate(steps):
        drawing.add_annotation(
            x=0,
            y=y,
            xref="paper",
            xanchor="right",
            xshift=-5,
            text=str(step),
            showarrow=False,
            font={"size": 11.5, "color": palette.mute},
        )
    top, bottom = panel.issue.scale[-1], panel.issue.scale[0]
    _note(drawing, panel.y(top.step) + LANE / 2 + 1, plain(top.short), _Type(12.5, palette.mute), LEFT)
    _note(drawing, panel.y(0) - LANE / 2 - 1, plain(bottom.short), _Type(12.5, palette.mute), LEFT)


def _draw_notes(drawing: Drawing, panel: Panel, palette: Palette) -> None:
    if panel.notes:
        _note(drawing, panel.zero - LANE, "<br>".join(panel.notes), _Type(12.5, palette.mute, "top"))


def _draw_line(drawing: Drawing, panel: Panel, spans: Sequence[Span], axis: Timeline, mark: Mark) -> None:
    """A step line, broken where there is no position and dotted where it is no longer current."""
    width = 2.4 if not spans[0].members else 1.4 if spans[-1].thin else 4.5
    for dash, stale in (("solid", False), ("dot", True)):
        days: list[float | None] = []
        places: list[float | None] = []
        for span, following in zip(spans, [*spans[1:], None], strict=True):
            if (span.state == "stale") == stale:
                steps = [span.point, span.point]
                if following and following.first == span.until:
                    steps.append(following.point)
                days += [
                    axis.place(span.first.date()),
                    *[axis.place(span.until.date())] * (len(steps) - 1),
                    None,
                ]
                places += [*(panel.y(step, span.holder) for step in steps), None]
        if days:
            drawing.add_scatter(
                x=np.array(days, dtype=float),
                y=np.array(places, dtype=float),
                mode="lines",
                name=spans[0].name,
                hoverinfo="skip",
                line={"color": mark.colour, "shape": "hv", "width": width, "dash": dash},
            )


def _draw_spoken(
    drawing: Drawing, panel: Panel, movement: Movement, marks: dict[str, Mark], palette: Palette
) -> None:
    """A mark per day and point at which a side was placed: filled for own words, a ring for reported."""
    for holder in panel.lines:
        spoken = [one for column, one in movement.spoken if (column, one.issue) == (holder, panel.issue.id)]
        mark, size = marks[holder], 9 if len(movement.spoken) < _MANY_MARKS else 6
        drawing.add_scatter(
            x=[movement.axis.place(one.day.date()) for one in spoken],
            y=[panel.y(one.point, holder) for one in spoken],
            mode="markers",
            name=movement.names[holder],
            hovertext=[hover_words(one, movement, panel) for one in spoken],
            hoverinfo="text",
            customdata=np.array([f"{holder}.{one.issue}.{one.day.date()}" for one in spoken], dtype=object),
            cliponaxis=False,
            error_y={
                "array": [panel.y(one.high) - panel.y(one.point) for one in spoken],
                "arrayminus": [panel.y(one.point) - panel.y(one.low) for one in spoken],
                "symmetric": False,
                "color": mark.colour,
                "thickness": 1.5,
                "width": 0,
            },
            marker={
                "opacity": 1,
                "symbol": mark.shape,
                "size": [size + 2 if one.own_words else size for one in spoken],
                "color": [mark.colour if one.own_words else palette.paper for one in spoken],
                "line": {
                    "width": [1.2 if one.own_words else 2.2 for one in spoken],
                    "color": [palette.paper if one.own_words else mark.colour for one in spoken],
                },
            },
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
        )


def _draw_names(drawing: Drawing, panel: Panel, marks: dict[str, Mark], palette: Palette) -> None:
    """Each line's name at its end, with its shape and a thin leader where it had to be moved."""
    for span, name, place in panel.labels():
        mark, end = marks[span.holder], panel.y(span.point, span.holder)
        drawing.add_annotation(
            x=1.0,
            y=end,
            ax=LEADER,
            ay=end - place,
            text=f"{_glyph(mark)} {name}",
            xanchor="left",
            align="left",
            arrowhead=0,
            arrowwidth=1,
            standoff=6,
            arrowcolor=mark.colour,
            borderpad=0,
            font={"size": 13, "color": palette.ink},
        )


def _glyph(mark: Mark) -> str:
    return f"<span style='color:{mark.colour};font-size:15px'>{_GLYPHS.get(mark.shape, '●')}</span>"


def _draw_since(drawing: Drawing, panel: Panel, since: float, palette: Palette) -> None:
    """The earlier of the two compared days, a dashed line through the scale."""
    drawing.add_scatter(
        x=[since] * 2,
        y=[panel.y(0), panel.y(panel.issue.scale[-1].step)],
        mode="lines",
        hoverinfo="skip",
        line={"color": palette.connector, "width": 1.2, "dash": "dash"},
    )


@dataclass(frozen=True)
class _Type:
    """How a text is set; `over` is the part of it that stands at its y."""

    size: float
    colour: str
    over: str = "middle"


def _note(drawing: Drawing, y: float, text: str, style: _Type, indent: float = 0) -> None:
    """Text from the left edge of the figure; what comes from data must be plain already."""
    drawing.add_annotation(
        x=0,
        y=y,
        xref="paper",
        xanchor="left",
        xshift=indent - LEFT,
        yanchor=style.over,
        align="left",
        text=text,
        showarrow=False,
        borderpad=0,
        font={"size": style.size, "color": style.colour},
    )
