"""How the native chart of the gaps looks: lines by what they mean, positions as numbers alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import IO, Any

from lxml import etree
from pptx.chart.chart import Chart
from pptx.chart.data import XyChartData
from pptx.chart.series import XySeries
from pptx.chart.xlsx import XyWorkbookWriter
from pptx.enum.chart import XL_CHART_TYPE, XL_MARKER_STYLE
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Length, Pt
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from components.colours import Inks, mixed
from components.report.slides.look import LEAST, PALETTE, colour, describe
from components.report.slides.look import colour as rgb
from components.theme import Mark, MarkLook
from positions.export.workbook import AS_TEXT

Box = tuple[Length, Length, Length, Length]
Axis = tuple[float, float]
DASHES = {"solid": "solid", "dashed": "sysDash", "dotted": "sysDot"}
INSIDE = " (inside)"
# What a chart offers of the shapes of the house, and how much of the size of a mark each takes.
_STYLES = {
    "circle": (XL_MARKER_STYLE.CIRCLE, 1.0),
    "square": (XL_MARKER_STYLE.SQUARE, 0.88),
    "diamond": (XL_MARKER_STYLE.DIAMOND, 1.15),
    "triangle-up": (XL_MARKER_STYLE.TRIANGLE, 1.0),
}


@dataclass(frozen=True)
class Drawn:
    """A series of a chart: its name in the chart's own sheet, its points, and how it looks.

    One that is `inside` the series before it has no numbers of its own: those of that one move both.
    """

    name: str
    points: tuple[tuple[float, float], ...]
    look: Callable[[XySeries], None]
    inside: bool = False


def add_scatter(
    slide: Slide, box: Box, series: Sequence[Drawn], axes: tuple[Axis, Axis], told: tuple[str, str]
) -> Chart:
    """A native chart at left, top, width, height; `axes` ends of x and y, `told` its name and words."""
    data: Any = _ChartData(number_format="0.00")  # python-pptx declares less than it takes
    series = [*series, _longest(series)]
    for one in series:
        added = data.add_series(one.name)
        for x, y in one.points:
            added.add_data_point(x, y)
    frame: Any = slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *box, data)
    describe(frame, *told)
    chart: Chart = frame.chart
    _bare(chart, axes)
    for one, drawn in zip(series, chart.plots[0].series, strict=True):
        one.look(drawn)
    _tie(chart, series)
    _turn(chart)
    return chart


class _Sheet(XyWorkbookWriter):
    """The workbook inside a chart, in which every name is a text: no formula and no link."""

    @contextmanager
    def _open_worksheet(self, xlsx_file: IO[bytes]) -> Iterator[tuple[Workbook, Worksheet]]:
        with Workbook(xlsx_file, {**AS_TEXT, "in_memory": True}) as book:
            yield book, book.add_worksheet()


class _ChartData(XyChartData):
    @property
    def _workbook_writer(self) -> _Sheet:
        return _Sheet(self)


def _longest(series: Sequence[Drawn]) -> Drawn:
    """A series that is not seen: LibreOffice draws nothing that stands in the file before the longest."""
    points = [point for one in series for point in one.points][:1]
    return Drawn("Room", tuple(points * max((len(one.points) for one in series), default=0)), draw_nothing)


def _tie(chart: Chart, series: Sequence[Drawn]) -> None:
    """Let series that are inside another one refer to the cells of that one."""
    drawn = chart.plots[0]._element.findall(qn("c:ser"))
    for place, one in enumerate(series):
        if one.inside:
            for own, other in zip(_references(drawn[place]), _references(drawn[place - 1]), strict=True):
                own.text = other.text


def _references(series: etree._Element) -> list[etree._Element]:
    return [one for name in ("c:xVal", "c:yVal") for one in series.find(qn(name)).iter(qn("c:f"))]


def _turn(chart: Chart) -> None:
    """Put the last series first in the file: LibreOffice draws that on top, Office goes by their order."""
    plot = chart.plots[0]._element
    first, *others = plot.findall(qn("c:ser"))
    for one in others:
        first.addprevious(one)
        first = one


def _bare(chart: Chart, axes: tuple[Axis, Axis]) -> None:
    """Take axes, legend and margins away, so that places on the slide and in the chart agree."""
    chart.has_legend = chart.has_title = False
    chart.font.size = Pt(LEAST)
    chart.font.color.rgb = rgb(PALETTE.ink)
    for axis, ends in zip((chart.category_axis, chart.value_axis), axes, strict=True):
        axis.minimum_scale, axis.maximum_scale = ends
        axis.has_major_gridlines = axis.visible = False
    area = chart._chartSpace.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    layout = etree.Element(qn("c:layout"))
    manual = etree.SubElement(layout, qn("c:manualLayout"))
    places = {
        "layoutTarget": "inner",
        "xMode": "edge",
        "yMode": "edge",
        "x": "0",
        "y": "0",
        "w": "1",
        "h": "1",
    }
    for name, value in places.items():
        etree.SubElement(manual, qn(f"c:{name}"), val=value)
    area.insert(0, layout)


def draw_scale(series: XySeries, colour: str, points: float) -> None:
    """A scale: a thin line with a dot at each step."""
    draw_rule(series, colour, points)
    _round(series, colour, 5)


def draw_rule(
    series: XySeries, colour: str, points: float, dash: str = "solid", *, tip: bool = False
) -> None:
    """A line without a mark at its points, with a tip at its end or without."""
    series.format.line.color.rgb = rgb(colour)
    series.format.line.width = Pt(points)
    drawn = series.format.line._get_or_add_ln()
    _dash(drawn, dash)
    if tip:
        etree.SubElement(drawn, qn("a:tailEnd"), type="triangle")
    series.marker.style = XL_MARKER_STYLE.NONE


def draw_dots(series: XySeries, colour: str, points: float) -> None:
    """Round marks of a width without a line between them."""
    series.format.line.fill.background()
    _round(series, colour, max(2, round(points)))


def _round(series: XySeries, colour: str, points: int) -> None:
    series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, points
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = rgb(colour)
    series.marker.format.line.fill.background()


def draw_nothing(series: XySeries) -> None:
    """Points that are numbers in the sheet of the chart and are not seen."""
    series.format.line.fill.background()
    series.marker.style = XL_MARKER_STYLE.NONE


def _dash(line: Any, kind: str) -> None:
    for old in line.findall(qn("a:prstDash")):
        line.remove(old)
    etree.SubElement(line, qn("a:prstDash"), val=DASHES[kind])


def has_marker(party: Mark, look: MarkLook) -> bool:
    """Whether a chart can draw a mark: no other shape, no dashes around it, no number in it."""
    return party.shape in _STYLES and look.dash == "solid" and not party.number


def mark_series(
    name: str, points: tuple[tuple[float, float], ...], marked: tuple[Mark, MarkLook], size: float, inks: Inks
) -> Iterator[Drawn]:
    """A series with filled markers; a ring is two, the inner of which takes its numbers from the other.

    Not every office program draws the outline of a marker.
    """
    party, look = marked
    paper = inks.palette.paper
    fill = mixed(party.colour, look.fill, paper)
    if not look.edge:
        yield Drawn(name, points, partial(_draw, shape=party.shape, size=size, fill=fill))
        return
    inner = size - 2 * inks.edge(look, size)
    yield Drawn(name, points, partial(_draw, shape=party.shape, size=size, fill=party.colour))
    inside = partial(_draw, shape=party.shape, size=inner, fill=fill)
    yield Drawn(f"{name}{INSIDE}", points, inside, inside=True)


def _draw(series: XySeries, *, shape: str, size: float, fill: str) -> None:
    series.format.line.fill.background()
    style, share = _STYLES[shape]
    series.marker.style, series.marker.size = style, max(2, min(72, round(size * share)))
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = colour(fill)
    series.marker.format.line.fill.background()
