"""Where the columns stand on each issue's own scale, and how far apart: one band per issue."""

from __future__ import annotations

import plotly.graph_objects as go

from components.figures.range_band import Room
from components.figures.range_table import describe, table
from components.figures.ranges import ranges_of
from components.figures.scene_plotly import to_plotly
from components.theme import Mark, Scheme
from positions.view import View

__all__ = ["describe", "draw", "table"]


def draw(view: View, marks: dict[str, Mark], scheme: Scheme, room: Room) -> go.Figure:
    """The figure for a room, the widest gap first, with the legend of exactly what it uses."""
    return to_plotly(ranges_of(view, marks, room), marks, scheme)
