"""A drawing on slides: lines of a band as a native chart with its numbers, marks as shapes, words as text.

In a chart x counts the steps of the scale, y points from the foot of the band.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from lxml import etree
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.util import Emu, Pt

from components.colours import Inks, mixed
from components.figures.marker_shapes import corners
from components.figures.scene import LEADING, Band, Bar, Label, Line, Marker, Scale, Scene
from components.figures.step_labels import EDGE
from components.report.slides.chart_look import (
    DASHES,
    Drawn,
    add_scatter,
    draw_nothing,
    draw_rule,
    draw_scale,
    has_marker,
    mark_series,
)
from components.report.slides.look import BODY, MARGIN, Words, add_text, colour, describe, fill
from components.theme import MARKS, NUMBER_SIZE, STROKES, TYPES, number_ink

_SPARE = 1.25  # how much wider than measured a text may be in the face of the reader's machine
_BESIDE = 0.01  # points from its step from which a mark gives way to others
Corner = tuple[int, int]  # left and top of a scene on its slide, in EMU


def add_band(slide: Slide, band: Band, corner: Corner, inks: Inks, names: Mapping[str, str]) -> None:
    """A band at a corner of the slide; `names` are those of its columns, for the sheet of the chart.

    The chart holds every position as a number. A mark that stands on its step is the marker of a series and
    moves with that number; one that gives way to others, or whose look no chart has, is a shape.
    """
    scale, height = _scale(band), band.scene.height
    edge = EDGE * scale.last
    left, right = scale.at(-edge), scale.at(scale.last + edge)
    box = (Emu(corner[0] + Pt(left)), Emu(corner[1]), Emu(Pt(right - left)), Emu(Pt(height)))
    series = [*_lines(band, inks, names), *_positions(band, inks, names)]
    axes = ((-edge, scale.last + edge), (0.0, height))
    add_scatter(slide, box, series, axes, (f"Positions on the scale: {band.name}", band.words))
    for shape in band.scene.shapes:
        if isinstance(shape, Marker) and not _is_native(shape, inks):
            _add_mark(slide, shape, corner, inks)
    add_labels(slide, band.scene, corner)


def _scale(band: Band) -> Scale:
    assert band.scale is not None, "a chart of positions needs a scale"
    return band.scale


def add_labels(slide: Slide, scene: Scene, corner: Corner) -> None:
    """The words of a scene at a corner of the slide."""
    for shape in scene.shapes:
        if isinstance(shape, Label):
            _add_label(slide, shape, corner)


def add_legend(slide: Slide, scene: Scene, corner: Corner, inks: Inks) -> None:
    """A legend at a corner of the slide: its marks and lines as shapes beside their words."""
    add_labels(slide, scene, corner)
    for shape in scene.shapes:
        if isinstance(shape, Marker):
            _add_mark(slide, shape, corner, inks)
        elif isinstance(shape, Line | Bar):
            _add_line(slide, shape, corner, inks)


def _lines(band: Band, inks: Inks, names: Mapping[str, str]) -> Iterator[Drawn]:
    """Scale, gap, ranges, doubts and ways; the ticks of the steps are dots of the scale."""
    scale, height = _scale(band), band.scene.height
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


def _positions(band: Band, inks: Inks, names: Mapping[str, str]) -> Iterator[Drawn]:
    """The numbers of each side and each look of its marks as one series, at the steps where they stand.

    Those whose marks are shapes are not seen.
    """
    scale = _scale(band)
    found: dict[tuple[str, str, bool], list[Marker]] = {}
    for shape in band.scene.shapes:
        if isinstance(shape, Marker) and shape.tip:
            found.setdefault((shape.column, shape.role, _is_native(shape, inks)), []).append(shape)
    for (column, role, native), marks in found.items():
        places = (one.x if one.pin is None else one.pin for one in marks)
        points = tuple((scale.step(x), band.scene.height - scale.y) for x in places)
        name = f"{names[column]}: {MARKS[role].words}"
        if native:
            yield from mark_series(name, points, (inks.mark(column), MARKS[role]), marks[0].size, inks)
        else:
            yield Drawn(name, points, draw_nothing)


def _is_native(mark: Marker, inks: Inks) -> bool:
    """Whether a chart draws a mark as it is, on its step and in its look."""
    on_step = mark.pin is not None and abs(mark.x - mark.pin) < _BESIDE
    return bool(mark.tip) and on_step and has_marker(inks.mark(mark.column), MARKS[mark.role])


def _add_label(slide: Slide, label: Label, corner: Corner) -> None:
    """Lines of words in a box with some room to spare, as far as the slide has it."""
    look, width = TYPES[label.role], label.width * _SPARE
    before = {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor]
    if before:  # no wider than lets it begin on the slide
        width = min(width, (corner[0] / Pt(1) + label.x) / before)
    left = label.x - width * before
    x = corner[0] + Pt(left)
    room = Emu(min(Pt(width), MARGIN + BODY - x))
    box = (Emu(x), Emu(corner[1] + Pt(label.y)), room, Emu(Pt(label.height)))
    align = {"start": "left", "middle": "center", "end": "right"}[label.anchor]
    ink = Inks({}, "light", label.size).words(label.role)
    words = [
        Words(line, label.size, look.bold, italic=look.italic, colour=ink, align=align)
        for line in label.lines
    ]
    for paragraph in add_text(slide, box, words).text_frame.paragraphs:
        paragraph.line_spacing = Pt(label.size * LEADING)


def _add_mark(slide: Slide, mark: Marker, corner: Corner, inks: Inks) -> None:
    look, party = MARKS[mark.role], inks.mark(mark.column)
    shape = _outlined(slide, mark, party.shape, corner)
    _plain(shape)
    shape.fill.solid()
    shape.fill.fore_color.rgb = colour(mixed(party.colour, look.fill, inks.palette.paper))
    describe(shape, f"Mark: {look.words}", mark.tip)
    ink = party.colour if look.edge else inks.palette.paper
    shape.line.color.rgb = colour(ink)
    shape.line.width = Pt(inks.edge(look, mark.size))
    etree.SubElement(shape.line._get_or_add_ln(), qn("a:prstDash"), val=DASHES[look.dash])
    if party.number:
        frame, size = shape.text_frame, mark.size * NUMBER_SIZE
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        digit = number_ink(party, look, inks.palette.paper)
        fill(frame, [Words(party.number, size, bold=True, colour=digit, align="center")])


def _outlined(slide: Slide, mark: Marker, kind: str, corner: Corner) -> Shape:
    """The shape of a mark that can be moved, filled and edited, in the outline that every medium has."""
    half, (left, top) = mark.size / 2, corner
    around = corners(kind)
    if not around:
        places = Emu(left + Pt(mark.x - half)), Emu(top + Pt(mark.y - half))
        return slide.shapes.add_shape(MSO_SHAPE.OVAL, *places, Emu(Pt(mark.size)), Emu(Pt(mark.size)))
    first, *rest = [(left + Pt(mark.x + x * half), top + Pt(mark.y - y * half)) for x, y in around]
    drawn = slide.shapes.build_freeform(*first)
    drawn.add_line_segments(rest)
    shape: Shape = drawn.convert_to_shape()
    return shape


def _add_line(slide: Slide, line: Line | Bar, corner: Corner, inks: Inks) -> None:
    look = STROKES[line.role]
    if isinstance(line, Bar):
        y = line.y + line.height / 2
        ends = (line.x, y, line.x + line.width, y)
    else:
        ends = (line.x1, line.y1, line.x2, line.y2)
    x1, y1, x2, y2 = map(Pt, ends)
    left, top = corner
    places = Emu(left + x1), Emu(top + y1), Emu(left + x2), Emu(top + y2)
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
