"""A drawing on slides: each band a native chart that can be edited, its words as text over it.

In a chart x counts the steps of the scale, y points from the foot of the band.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from lxml import etree
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.util import Emu, Pt

from components.briefing.deck.chart_look import (
    DASHES,
    Drawn,
    add_scatter,
    draw_inside,
    draw_marks,
    draw_rule,
    draw_scale,
)
from components.briefing.deck.look import BODY, MARGIN, Words, add_text, colour, describe
from components.colours import mixed
from components.figures.inks import Inks
from components.figures.scene import LEADING, Band, Bar, Label, Line, Marker, Scene
from components.figures.step_labels import EDGE
from components.theme import MARKS, STROKES, TYPES

_SPARE = 1.25  # how much wider than measured a text may be in the face of the reader's machine


def add_band(slide: Slide, band: Band, top: int, inks: Inks, names: Mapping[str, str]) -> None:
    """A band below a height of the slide; `names` are those of its columns, for the sheet of the chart."""
    scale, height = band.scale, band.scene.height
    edge = EDGE * scale.last
    left, right = scale.at(-edge), scale.at(scale.last + edge)
    box = (Emu(MARGIN + Pt(left)), Emu(top), Emu(Pt(right - left)), Emu(Pt(height)))
    series = [*_lines(band, inks, names), *_marks(band, inks, names)]
    axes = ((-edge, scale.last + edge), (0.0, height))
    add_scatter(slide, box, series, axes, (f"Positions on the scale: {band.name}", band.words))
    add_labels(slide, band.scene, top)


def add_labels(slide: Slide, scene: Scene, top: int) -> None:
    """The words of a scene below a height of the slide."""
    for shape in scene.shapes:
        if isinstance(shape, Label):
            _add_label(slide, shape, top)


def add_legend(slide: Slide, scene: Scene, top: int, inks: Inks) -> None:
    """A legend below a height of the slide: its marks and lines as shapes beside their words."""
    for shape in scene.shapes:
        if isinstance(shape, Label):
            _add_label(slide, shape, top)
        elif isinstance(shape, Marker):
            _add_mark(slide, shape, top, inks)
        else:
            _add_line(slide, shape, top, inks)


def _lines(band: Band, inks: Inks, names: Mapping[str, str]) -> Iterator[Drawn]:
    """Scale, gap, ranges, doubts and ways; the ticks of the steps are dots of the scale."""
    scale, height = band.scale, band.scene.height
    kinds = {"range": "Range", "doubt": "Doubt", "coders": "Coders", "earlier": "Earlier"}
    for shape in band.scene.shapes:
        if isinstance(shape, Marker | Label) or shape.role == "step":
            continue
        look, ink = STROKES[shape.role], inks.stroke(shape.role, shape.column)
        rule = partial(draw_rule, colour=ink, points=look.width * inks.size, dash=look.dash, tip=look.tip)
        if shape.role == "axis":
            ticks = [one.x1 for one in band.scene.shapes if isinstance(one, Line) and one.role == "step"]
            steps = tuple((scale.step(x), height - scale.y) for x in ticks)
            drawn = partial(draw_scale, colour=ink, points=look.width * inks.size)
            yield Drawn(f"Scale: {band.name}", steps, drawn)
        elif isinstance(shape, Bar):
            y = height - shape.y - shape.height / 2
            ends = ((scale.step(shape.x), y), (scale.step(shape.x + shape.width), y))
            yield Drawn(f"{kinds[shape.role]}: {names[shape.column]}, {band.name}", ends, rule)
        else:
            ends = ((scale.step(shape.x1), height - shape.y1), (scale.step(shape.x2), height - shape.y2))
            name = f"{kinds[shape.role]}: {names[shape.column]}, {band.name}" if shape.column else ""
            yield Drawn(name or f"Gap: {band.name}", ends, rule)


def _marks(band: Band, inks: Inks, names: Mapping[str, str]) -> Iterator[Drawn]:
    """A series for each side and each look of its marks, to be edited as one, and for their copies."""
    found: dict[tuple[str, str, bool], list[Marker]] = {}
    for shape in band.scene.shapes:
        if isinstance(shape, Marker):
            found.setdefault((shape.column, shape.role, bool(shape.tip)), []).append(shape)
    for (column, role, placed), marks in found.items():
        look, mark = MARKS[role], inks.mark(column)
        points = tuple((band.scale.step(one.x), band.scene.height - one.y) for one in marks)
        name = (
            f"{names[column]}: {look.words}" if placed else f"Beside its name, {names[column]}: {look.words}"
        )
        size = marks[0].size
        yield Drawn(name, points, partial(draw_marks, mark=mark, look=look, size=size))
        if look.fill < 1:
            yield Drawn(f"{name} (inside)", points, partial(draw_inside, mark=mark, look=look, size=size))


def _add_label(slide: Slide, label: Label, top: int) -> None:
    """Lines of words in a box with some room to spare, as far as the slide has it."""
    look, width = TYPES[label.role], label.width * _SPARE
    left = label.x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor]
    room = Emu(min(Pt(width), BODY - Pt(left)))
    box = (Emu(MARGIN + Pt(left)), Emu(top + Pt(label.y)), room, Emu(Pt(label.height)))
    align = {"start": "left", "middle": "center", "end": "right"}[label.anchor]
    ink = Inks({}, "light", label.size).words(label.role)
    words = [Words(line, label.size, look.bold, colour=ink, align=align) for line in label.lines]
    for paragraph in add_text(slide, box, words).text_frame.paragraphs:
        paragraph.line_spacing = Pt(label.size * LEADING)


def _add_mark(slide: Slide, mark: Marker, top: int, inks: Inks) -> None:
    look, party = MARKS[mark.role], inks.mark(mark.column)
    half = mark.size / 2
    corner = Emu(MARGIN + Pt(mark.x - half)), Emu(top + Pt(mark.y - half))
    shape = slide.shapes.add_shape(MSO_SHAPE.OVAL, *corner, Emu(Pt(mark.size)), Emu(Pt(mark.size)))
    _plain(shape)
    shape.fill.solid()
    shape.fill.fore_color.rgb = colour(mixed(party.colour, look.fill, inks.palette.paper))
    describe(shape, "Legend", look.words)
    if not look.edge:
        shape.line.fill.background()
        return
    shape.line.color.rgb = colour(party.colour)
    shape.line.width = Pt(inks.edge(look, mark.size))
    etree.SubElement(shape.line._get_or_add_ln(), qn("a:prstDash"), val=DASHES[look.dash])


def _add_line(slide: Slide, line: Line | Bar, top: int, inks: Inks) -> None:
    look = STROKES[line.role]
    if isinstance(line, Bar):
        y = line.y + line.height / 2
        ends = (line.x, y, line.x + line.width, y)
    else:
        ends = (line.x1, line.y1, line.x2, line.y2)
    x1, y1, x2, y2 = map(Pt, ends)
    places = Emu(MARGIN + x1), Emu(top + y1), Emu(MARGIN + x2), Emu(top + y2)
    shape = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *places)
    shape.line.color.rgb = colour(inks.stroke(line.role, line.column))
    shape.line.width = Pt(look.width * inks.size)
    etree.SubElement(shape.line._get_or_add_ln(), qn("a:prstDash"), val=DASHES[look.dash])
    _plain(shape)
    describe(shape, "Legend", line.role)


def _plain(shape: BaseShape) -> None:
    """Without the shadow and the colours that the theme gives to shapes."""
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)
