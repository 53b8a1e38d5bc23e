"""What all figures of Plotly have in common."""

from __future__ import annotations

import plotly.graph_objects as go

from components.theme import FONT, PALETTES, Scheme


def template(scheme: Scheme) -> go.layout.Template:
    """The Plotly template of every figure: no grid furniture, the page's type and ink."""
    palette = PALETTES[scheme]
    axis = {"showgrid": False, "zeroline": False, "linecolor": palette.line, "ticks": "", "automargin": True}
    return go.layout.Template(
        layout={
            "font": {"family": FONT, "size": 14, "color": palette.ink},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "colorway": [*palette.parties, palette.other],
            "margin": {"l": 0, "r": 0, "t": 8, "b": 8},
            "hoverlabel": {
                "bgcolor": palette.paper,
                "bordercolor": palette.line,
                "font": {"family": FONT, "size": 13, "color": palette.ink},
                "align": "left",
            },
            "xaxis": axis,
            "yaxis": axis,
        }
    )
