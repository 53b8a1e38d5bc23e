"""A drawing as SVG: words stay words, with title and description, and each mark says what it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from components.colours import Inks, mixed
from components.figures.marker_shapes import outline
from components.figures.scene import Bar, Drawing, Label, Line, Marker, Scene, Shape, words_of
from components.theme import FONT, MARKS, NUMBER_SIZE, STROKES, TYPES, Mark, Scheme, number_ink

_EX = 0.455  # height of small letters that every typeface is set to, so that a wider one takes no more room
_BASE = 0.35  # from the middle of a line of words down to its baseline, as a part of their size


@dataclass(frozen=True)
class Pictures:
    """A drawing as a picture for its head, for each band and for its legend, so that a page can break."""

    head: str
    bands: tuple[str, ...]
    legend: str


def svg_pictures(drawing: Drawing, marks: Mapping[str, Mark], scheme: Scheme = "light") -> Pictures:
    """The drawing in pictures that stand below each other."""
    inks = Inks(marks, scheme, drawing.size)
    return Pictures(
        scene_svg(drawing.head, ("Head", words_of(drawing.head)), inks),
        tuple(scene_svg(band.scene, (band.name, band.words), inks) for band in drawing.bands),
        scene_svg(drawing.legend, ("Legend", words_of(drawing.legend)), inks),
    )


def scene_svg(scene: Scene, words: tuple[str, str], inks: Inks) -> str:
    """One scene with its title and description as a picture that shrinks with its page."""
    title, description = map(escape, words)
    drawn = "".join(_drawn(shape, inks) for shape in scene.shapes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="scene" role="img" overflow="visible" '
        f'width="{scene.width:g}" height="{scene.height:.1f}" '
        f'viewBox="0 0 {scene.width:g} {scene.height:.1f}" '
        f'style="max-width:100%;height:auto;font-size-adjust:{_EX};text-rendering:geometricPrecision" '
        f"font-family={quoteattr(FONT)}><title>{title}</title><desc>{description}</desc>{drawn}</svg>"
    )


def _drawn(shape: Shape, inks: Inks) -> str:
    if isinstance(shape, Line):
        return _line(shape, inks)
    if isinstance(shape, Bar):
        x, width = min(shape.x, shape.x + shape.width), abs(shape.width)
        return (
            f'<rect x="{x:.1f}" y="{shape.y:.1f}" width="{width:.1f}" height="{shape.height:.1f}" '
            f'rx="{shape.height / 2:.1f}" fill="{inks.stroke(shape.role, shape.column)}"{_of(shape)}/>'
        )
    return _marker(shape, inks) if isinstance(shape, Marker) else _label(shape, inks)


def _line(line: Line, inks: Inks) -> str:
    look, colour = STROKES[line.role], inks.stroke(line.role, line.column)
    width = look.width * inks.size
    parts = " ".join(f"{part:.1f}" for part in look.parts(width))
    dash = f' stroke-dasharray="{parts}"' if parts else ""
    way, tip = (1 if line.x2 > line.x1 else -1), inks.size * 0.35
    end = line.x2 - way * inks.size * 0.6 if look.tip else line.x2
    head = (
        f'<path d="M{end:.1f} {line.y2:.1f}l{-way * tip:.1f} {-tip * 0.7:.1f}v{tip * 1.4:.1f}z" '
        f'fill="{colour}"{_of(line)}/>'
        if look.tip
        else ""
    )
    return _pointed(
        line.tip,
        f'<line x1="{line.x1:.1f}" y1="{line.y1:.1f}" x2="{end - way * tip if look.tip else end:.1f}" '
        f'y2="{line.y2:.1f}" stroke="{colour}" stroke-width="{width:.2f}"{dash}{_of(line)}/>{head}',
    )


def _marker(mark: Marker, inks: Inks) -> str:
    look, party = MARKS[mark.role], inks.mark(mark.column)
    edge = inks.edge(look, mark.size)
    paper = inks.palette.paper
    dash = {"solid": "", "dashed": "3 2", "dotted": "1.5 2"}[look.dash]
    radius = mark.size / 2 - (edge / 2 if look.edge else 0)
    number = (
        f'<text x="{mark.x:.1f}" y="{mark.y:.1f}" font-size="{mark.size * NUMBER_SIZE:.2f}" '
        'font-weight="700" text-anchor="middle" dominant-baseline="central" '
        f'fill="{number_ink(party, look, paper)}"{_of(mark)}>{party.number}</text>'
    )
    return _pointed(
        mark.tip,
        f'<path transform="translate({mark.x:.1f} {mark.y:.1f}) scale(1 -1)" '
        f'd="{outline(party.shape, radius)}" '
        f'fill="{mixed(party.colour, look.fill, paper)}" stroke="{party.colour if look.edge else paper}" '
        f'stroke-width="{edge:.2f}"{f" stroke-dasharray={quoteattr(dash)}" if dash else ""}{_of(mark)}/>'
        f"{number if party.number else ''}",
    )


def _label(label: Label, inks: Inks) -> str:
    look = TYPES[label.role]
    weight = ' font-weight="650"' if look.bold else ""
    slant = ' font-style="italic"' if look.italic else ""
    anchor = "" if label.anchor == "start" else f' text-anchor="{label.anchor}"'
    lines = "".join(
        f'<tspan x="{label.x:.1f}" y="{label.y + label.size * (label.leading * (place + 0.5) + _BASE):.1f}">'
        f"{escape(line)}</tspan>"
        for place, line in enumerate(label.lines)
    )
    return (
        f'<text font-size="{label.size:.2f}" fill="{inks.words(label.role)}"'
        f"{anchor}{weight}{slant}{_of(label)}>{lines}</text>"
    )


def _of(shape: Shape) -> str:
    """Which role a shape has and whose it is, for style sheets and for tests."""
    whose = f" data-column={quoteattr(shape.column)}" if shape.column else ""
    return f' data-role="{shape.role}"{whose}'


def _pointed(words: str, drawn: str) -> str:
    """What is drawn, with the words of whoever points at it."""
    return f"<g><title>{escape(words)}</title>{drawn}</g>" if words else drawn
