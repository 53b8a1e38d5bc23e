"""The only place that names a colour, a marker or a Plotly template; the rest of the look is in
`.streamlit/config.toml`, `theme.css` and `matrix/matrix.css`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import plotly.graph_objects as go

from positions.models import Dossier
from positions.selection import alphabetical

Scheme = Literal["light", "dark"]


@dataclass(frozen=True)
class Palette:
    """Colours of one colour scheme. `steps` runs from step 0 to the last of a five-step scale."""

    ink: str
    mute: str
    line: str
    connector: str
    paper: str
    steps: tuple[str, ...]
    parties: tuple[str, ...]
    apart: str
    other: str


# Party colours keep a CAM02-UCS distance of 21 or more for three kinds of colour vision and 11
# steps of grey; tints are ColorBrewer's five-class PuOr, its middle darkened to show on white.
# The dark scheme has the same hues, lightened until each has a contrast of 4.5 or more.
PALETTES: dict[Scheme, Palette] = {
    "light": Palette(
        ink="#1A1A1A",
        mute="#55595F",
        line="#DADDE1",
        connector="#C4C8CE",
        paper="#FFFFFF",
        steps=("#E66101", "#FDB863", "#B9BCC2", "#B2ABD2", "#5E3C99"),
        parties=("#35318C", "#2E78A6", "#D17B14"),
        apart="#5A2C06",
        other="#4D4D4D",
    ),
    "dark": Palette(
        ink="#ECEDEF",
        mute="#B4B8BF",
        line="#3A3E46",
        connector="#5B606A",
        paper="#15171B",
        steps=("#F07F2E", "#E0A557", "#8B9098", "#A59CD0", "#9C7AD6"),
        parties=("#9A96F0", "#63B1E0", "#E8A04C"),
        apart="#997A73",
        other="#B4B8BF",
    ),
}

_SHAPES = ("circle", "square", "diamond")
_APART_SHAPES = ("triangle-down", "cross")
_OTHER_SHAPES = ("triangle-up", "pentagon", "hexagon", "star-triangle-up", "hourglass", "bowtie")
FONT = "'Source Sans', 'Source Sans Pro', 'Segoe UI', system-ui, sans-serif"


@dataclass(frozen=True)
class Mark:
    """How a party or member is drawn: a colour and a marker shape, always with its name beside."""

    colour: str
    shape: str


def party_marks(dossier: Dossier, scheme: Scheme = "light") -> dict[str, Mark]:
    """The mark of every party and member: colours go by the alphabetical order of names.

    States and groupings share three colours, each its own shape; mediators, reference texts and
    any further party are grey with other shapes. Members have their grouping's colour. Of the
    parts that can stand in a grouping's place the first has its colour, the others one of their own,
    each with another shape.
    """
    palette = PALETTES[scheme]
    kinds = {party.id: party.kind for party in dossier.parties}
    order = alphabetical(dossier)
    parts = {party.id for party in dossier.parties if party.part_of}
    main = [one for one in order if kinds[one] in ("state", "grouping") and one not in parts]
    rest = [one for one in order if one not in main[: len(palette.parties)] and one not in parts]
    marks = {
        party: Mark(colour, shape)
        for party, colour, shape in zip(main, palette.parties, _SHAPES, strict=False)
    }
    for place, party in enumerate(rest):
        marks[party] = Mark(palette.other, _OTHER_SHAPES[place % len(_OTHER_SHAPES)])
    for one in dossier.parties:
        mark = marks[one.part_of or one.id]
        marks |= {one.id: mark} | {member.id: mark for member in one.members}
    for one in dossier.parties:
        mark = marks[one.id]
        for place, part in enumerate(one.apart):
            colour = mark.colour if place == 0 else palette.apart
            marks[part] = Mark(colour, _APART_SHAPES[place % len(_APART_SHAPES)])
    return marks


def step_colour(scheme: Scheme, point: float, last_step: float) -> str:
    """The tint of a point on a scale, from the five of the palette; points between take the lower."""
    place = point / last_step * (len(PALETTES[scheme].steps) - 1)
    return PALETTES[scheme].steps[int(place)]


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
