"""One panel of the record, drawn: scale words, step lines, statements as marks, names at the lines' ends."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from components.chart_legend import DOTS
from components.drawing import MARK, Paper, Pen, Stamp, Type, line, mark, note
from components.figure_text import plain
from components.sheet.geometry import NAME, WORDS, LabelPlace, PanelPlace
from components.sheet.layout import Line, Spoken, Stretch
from components.sheet.words import Said, hover_words

_LEADER, _UNSEEN = 18.0, 0.001
_MARK, _SMALL_MARK, _MANY = 0.72, 0.56, 90  # sizes of marks, and how many in a panel make them smaller
_LINE, _WEAK = 2.2, 1.0
_GLYPHS = {
    "circle": "●",
    "square": "■",
    "diamond": "◆",
    "triangle-up": "▲",
    "triangle-down": "▼",
    "cross": "✚",
    "pentagon": "⬟",
    "hexagon": "⬢",
    "star-triangle-up": "✦",
    "hourglass": "⧗",
    "bowtie": "⧓",
}


def draw_panel(paper: Paper, place: PanelPlace, said: Said) -> None:
    """Add a panel: its scale, lines, statements, names, and who stands on no step."""
    _draw_scale(paper, place)
    for one in place.panel.lines:
        _draw_line(paper, place, one)
    for spoken in place.panel.spoken:
        _draw_mark(paper, place, spoken)
    _draw_answers(paper, place, said)
    for label in place.labels:
        _draw_name(paper, label)
    if place.note:
        words = "<br>".join(map(plain, place.note))
        style = Type(WORDS, paper.palette.mute, "left", "top", (-place.room.left, 0))
        note(paper, (0, -place.floor - 4), f"<i>{words}</i>", style)


def _draw_scale(paper: Paper, place: PanelPlace) -> None:
    """The issue's name, and for every step a hairline with its words at the left."""
    palette, left = paper.palette, place.room.left
    style = Type(15, palette.ink, "left", shift=(-left, 0))
    note(paper, (0, -place.top - 12), f"<b>{plain(place.panel.issue.name)}</b>", style)
    steps = [-place.y(step.step) for step in place.panel.issue.scale]
    paper.traces.append(
        {
            "type": "scatter",
            "x": [0.0, 1.0, None] * len(steps),
            "y": np.repeat(steps, 3),
            "mode": "lines",
            "hoverinfo": "skip",
            "line": {"color": palette.line, "width": 1},
        }
    )
    for y, lines in zip(steps, place.steps, strict=True):
        words = "<br>".join(map(plain, lines))
        note(paper, (0, y), words, Type(WORDS, palette.mute, "right", shift=(-11, 0)))


def _draw_line(paper: Paper, place: PanelPlace, one: Line) -> None:
    """A step line, broken where there is no position, dotted where words are old, thin where weak."""
    colour = paper.marks[one.column].colour
    for old, weak in sorted({(stretch.old, stretch.weak) for stretch in one.stretches}):
        days: list[float | None] = []
        places: list[float | None] = []
        following = [*one.stretches[1:], None]
        for stretch, after in zip(one.stretches, following, strict=True):
            if (stretch.old, stretch.weak) == (old, weak):
                xs, ys = _corners(place, one, stretch, after)
                days += [*xs, None]
                places += [*ys, None]
        paper.traces.append(
            {
                "type": "scatter",
                "x": np.array(days, dtype=float),
                "y": np.array(places, dtype=float),
                "mode": "lines",
                "name": plain(one.name),
                "hoverinfo": "skip",
                "line": {
                    "color": colour,
                    "width": (_WEAK if weak else _LINE) * one.width,
                    "dash": DOTS if old else "solid",
                },
            }
        )


def _corners(
    place: PanelPlace, one: Line, stretch: Stretch, after: Stretch | None
) -> tuple[list[float], list[float]]:
    """The places of a stretch, with the way up or down to the next one."""
    y = -place.y(stretch.point, one.column)
    joined = [-place.y(after.point, one.column)] if stretch.joined and after else []
    return [stretch.left, stretch.right, *([stretch.right] * len(joined))], [y, y, *joined]


def _draw_mark(paper: Paper, place: PanelPlace, one: Spoken) -> None:
    """A mark in its look, with the range of its words; dotted where the coder was unsure."""
    party = paper.marks[one.column]
    if one.low != one.high:
        ends = tuple((one.at, -place.y(step, one.column)) for step in (one.low, one.high))
        line(paper, (ends[0], ends[1]), Pen(party.colour, 1.4, DOTS if one.doubt else "solid"))
    part = _SMALL_MARK if len(place.panel.spoken) > _MANY else _MARK
    look = replace(one.look, size=one.look.size * part)
    mark(paper, (one.at, -place.y(one.point, one.column)), Stamp(party, look, one.key))


def _draw_answers(paper: Paper, place: PanelPlace, said: Said) -> None:
    """Unseen marks over the drawn ones, one trace per column, that tell their words and can be clicked."""
    for column in dict.fromkeys(one.column for one in place.panel.spoken):
        spoken = [one for one in place.panel.spoken if one.column == column]
        still = {"marker": {"opacity": _UNSEEN}}
        paper.traces.append(
            {
                "type": "scatter",
                "x": [one.at for one in spoken],
                "y": [-place.y(one.point, column) for one in spoken],
                "mode": "markers",
                "name": plain(said.names[column]),
                "hovertext": [hover_words(one, place.panel, said) for one in spoken],
                "hoverinfo": "text",
                "customdata": np.array(
                    [f"{column}.{place.panel.issue.id}.{one.day}" for one in spoken], dtype=object
                ),
                "cliponaxis": False,
                "marker": {"size": MARK, "opacity": _UNSEEN},
                "selected": still,
                "unselected": still,
            }
        )


def _draw_name(paper: Paper, place: LabelPlace) -> None:
    """The name at the end of its lines, with its shape and a thin leader where it had to be moved."""
    party = paper.marks[place.label.column]
    sign = f"<span style='color:{party.colour};font-size:14px'>{_GLYPHS[party.shape]}</span>"
    paper.texts.append(
        {
            "x": 1.0,
            "y": -place.end,
            "ax": _LEADER,
            "ay": place.middle - place.end,
            "text": f"{sign} {'<br>'.join(map(plain, place.lines))}",
            "xanchor": "left",
            "align": "left",
            "arrowhead": 0,
            "arrowwidth": 1,
            "standoff": 7,
            "arrowcolor": party.colour,
            "borderpad": 0,
            "font": {"size": NAME, "color": paper.palette.ink},
        }
    )
