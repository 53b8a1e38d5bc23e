"""How the native chart of the gaps looks: lines by what they mean, marks by how sure they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree
from pptx.chart.chart import Chart
from pptx.chart.data import XyChartData
from pptx.chart.series import XySeries
from pptx.enum.chart import XL_CHART_TYPE, XL_MARKER_STYLE
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Length, Pt

from components.briefing.colours import mixed, pale
from components.briefing.deck.look import LEAST, PALETTE, colour, describe
from components.theme import Mark, MarkLook
from positions.export.cell_text import marked

Box = tuple[Length, Length, Length, Length]
MARK = 13  # points; a ring takes its share of it
_STYLES = {
    "circle": XL_MARKER_STYLE.CIRCLE,
    "square": XL_MARKER_STYLE.SQUARE,
    "diamond": XL_MARKER_STYLE.DIAMOND,
    "triangle-up": XL_MARKER_STYLE.TRIANGLE,
    "triangle-down": XL_MARKER_STYLE.TRIANGLE,
    "star-triangle-up": XL_MARKER_STYLE.STAR,
    "hourglass": XL_MARKER_STYLE.X,
    "cross": XL_MARKER_STYLE.PLUS,
}  # a chart has no shapes like the others; those sides have a dash, and every mark has its name over it
_STROKES = (XL_MARKER_STYLE.X, XL_MARKER_STYLE.PLUS, XL_MARKER_STYLE.STAR)  # drawn by their outline alone
_DASHES = {"solid": "solid", "dashed": "sysDash", "dotted": "sysDot"}


@dataclass(frozen=True)
class Drawn:
    """A series of a chart: its name in the chart's own sheet, its points, and how it looks."""

    name: str
    points: tuple[tuple[float, float], ...]
    look: Callable[[XySeries], None]


def add_scatter(
    slide: Slide, box: Box, series: Sequence[Drawn], height: float, told: tuple[str, str]
) -> Chart:
    """A native chart at left, top, width, height; y runs to `height`, `told` are its name and its words.

    A name that a spreadsheet would run as a formula gets an apostrophe, since the chart keeps a workbook.
    """
    data: Any = XyChartData(number_format="0.00")  # python-pptx declares less than it takes
    series = [*series, _longest(series)]
    for one in series:
        added = data.add_series(marked(one.name))
        for x, y in one.points:
            added.add_data_point(x, y)
    frame: Any = slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *box, data)
    describe(frame, *told)
    chart: Chart = frame.chart
    _bare(chart, height)
    for one, drawn in zip(series, chart.plots[0].series, strict=True):
        one.look(drawn)
    _turn(chart)
    return chart


def _longest(series: Sequence[Drawn]) -> Drawn:
    """A series that is not seen: LibreOffice draws nothing that stands in the file before the longest."""
    points = [point for one in series for point in one.points][:1]
    return Drawn("Room", tuple(points * max(len(one.points) for one in series)), _unseen)


def _turn(chart: Chart) -> None:
    """Put the last series first in the file: LibreOffice draws that on top, Office goes by their order."""
    plot = chart.plots[0]._element
    first, *others = plot.findall(qn("c:ser"))
    for one in others:
        first.addprevious(one)
        first = one


def _bare(chart: Chart, height: float) -> None:
    """Take axes, legend and margins away, so that places on the slide and in the chart agree."""
    chart.has_legend = chart.has_title = False
    chart.font.size = Pt(LEAST)
    chart.font.color.rgb = colour(PALETTE.ink)
    for axis, high in ((chart.category_axis, 1.0), (chart.value_axis, height)):
        axis.minimum_scale, axis.maximum_scale = 0, high
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


def draw_scale(series: XySeries) -> None:
    """A scale: a thin line with a dot at each step."""
    _rule(series, PALETTE.connector, 1.25)
    series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, 5
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = colour(PALETTE.connector)
    series.marker.format.line.fill.background()


def draw_guide(series: XySeries) -> None:
    """A faint line from a mark above the scale down to its step."""
    _rule(series, PALETTE.line, 1)


def draw_gap(series: XySeries) -> None:
    """A gap: a strong black line from the one point to the other."""
    _rule(series, PALETTE.ink, 3.5)


def draw_reach(series: XySeries, mark: Mark) -> None:
    """Other current words of a side: a broad, pale line in its colour."""
    _rule(series, pale(mark.colour), 6)


def draw_doubt(series: XySeries, mark: Mark) -> None:
    """Steps between which the coder was unsure: a dotted line in the side's colour."""
    _rule(series, mark.colour, 2.25, dash="dotted")


def draw_way(series: XySeries, mark: Mark) -> None:
    """From where a side stood on the earlier day to where it stands: a thin line."""
    _rule(series, mark.colour, 1)


def draw_marks(series: XySeries, mark: Mark, look: MarkLook) -> None:
    """The side's mark at each point; what is not filled is covered by `draw_inside`.

    Two marks, because LibreOffice knows no outline of a mark.
    """
    _mark(series, mark, mark.colour, (MARK * look.size, 4.0))
    if look.dash != "solid":
        line = series.marker.format.line
        line.color.rgb, line.width = colour(PALETTE.paper), Pt(max(2.0, MARK * look.edge))
        _dash(line._get_or_add_ln(), look.dash)


def draw_inside(series: XySeries, mark: Mark, look: MarkLook) -> None:
    """The inside of a mark that is not filled, or filled with a share of its colour."""
    edge = max(1.5, MARK * look.edge)
    size = MARK * look.size / 2 if _style(mark) in _STROKES else MARK * look.size - 2 * edge
    _mark(series, mark, mixed(mark.colour, look.fill), (size, 1.5))


def _style(mark: Mark) -> XL_MARKER_STYLE:
    return _STYLES.get(mark.shape, XL_MARKER_STYLE.DASH)


def _mark(series: XySeries, mark: Mark, hexadecimal: str, sizes: tuple[float, float]) -> None:
    """A mark of a size, or of a stroke where its shape has no inside; in points."""
    series.format.line.fill.background()
    marker = series.marker
    marker.style, marker.size = _style(mark), max(2, round(sizes[0]))
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = colour(hexadecimal)
    if marker.style in _STROKES:
        marker.format.line.color.rgb, marker.format.line.width = colour(hexadecimal), Pt(sizes[1])
    else:
        marker.format.line.fill.background()


def _unseen(series: XySeries) -> None:
    series.format.line.fill.background()
    series.marker.style = XL_MARKER_STYLE.NONE


def _rule(series: XySeries, hexadecimal: str, points: float, dash: str = "solid") -> None:
    """A line without a mark at its points."""
    series.format.line.color.rgb = colour(hexadecimal)
    series.format.line.width = Pt(points)
    _dash(series.format.line._get_or_add_ln(), dash)
    series.marker.style = XL_MARKER_STYLE.NONE


def _dash(line: Any, kind: str) -> None:
    for old in line.findall(qn("a:prstDash")):
        line.remove(old)
    etree.SubElement(line, qn("a:prstDash"), val=_DASHES[kind])
