"""How native charts look: no furniture, marks of the sides, ranges as bars, names beside the marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree
from pptx.chart.chart import Chart
from pptx.chart.series import XySeries
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Length, Pt

from components.briefing.deck.look import LEAST, PALETTE, colour, describe
from components.theme import Mark

Box = tuple[Length, Length, Length, Length]
_STYLES = {
    "circle": XL_MARKER_STYLE.CIRCLE,
    "square": XL_MARKER_STYLE.SQUARE,
    "diamond": XL_MARKER_STYLE.DIAMOND,
    "triangle-up": XL_MARKER_STYLE.TRIANGLE,
    "star-triangle-up": XL_MARKER_STYLE.STAR,
    "hourglass": XL_MARKER_STYLE.X,
    "cross": XL_MARKER_STYLE.PLUS,
}  # a chart has no shapes like the others; those sides have a dash, and every mark has its name beside it


@dataclass(frozen=True)
class Range:
    """A side on one scale: shares of the scale from 0 to 1, and the height at which it is drawn."""

    name: str
    x: float
    low: float
    high: float
    y: float

    @property
    def label_x(self) -> float:
        """Where the name is tied: the end of the range with more room beside it."""
        return self.high if self.to_the_right else self.low

    @property
    def to_the_right(self) -> bool:
        """Whether the name stands at the right of the range."""
        return 1 - self.high >= self.low


@dataclass(frozen=True)
class Drawn:
    """A series of a chart: its name in the chart's own sheet, its points, and how it looks."""

    name: str
    points: tuple[tuple[float, float], ...]
    look: Callable[[XySeries], None]


def add_chart(slide: Slide, kind: XL_CHART_TYPE, box: Box, data: Any, told: tuple[str, str]) -> Chart:
    """A native chart at left, top, width, height; `told` are its name and the words that describe it."""
    frame: Any = slide.shapes.add_chart(kind, *box, data)  # python-pptx declares less than it returns
    describe(frame, *told)
    made: Chart = frame.chart
    return made


def bare(chart: Chart, height: float) -> None:
    """Take axes, legend and margins away, so that places on the slide and in the chart agree."""
    chart.has_legend = chart.has_title = False
    chart.font.size = Pt(LEAST)
    chart.font.color.rgb = colour(PALETTE.ink)
    for axis, low, high in ((chart.category_axis, -0.03, 1.03), (chart.value_axis, 0, height)):
        axis.minimum_scale, axis.maximum_scale = low, high
        axis.has_major_gridlines = axis.visible = False
    area = chart._chartSpace.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    layout = etree.Element(qn("c:layout"))
    manual = etree.SubElement(layout, qn("c:manualLayout"))
    values = {
        "layoutTarget": "inner",
        "xMode": "edge",
        "yMode": "edge",
        "x": "0",
        "y": "0",
        "w": "1",
        "h": "1",
    }
    for name, value in values.items():
        etree.SubElement(manual, qn(f"c:{name}"), val=value)
    area.insert(0, layout)


def scale(series: XySeries) -> None:
    """A scale: a thin line with a dot at each step."""
    _rule(series, PALETTE.connector, 1.25, ticks=True)


def gap_line(series: XySeries) -> None:
    """A gap: a strong black line from the outermost position to the other."""
    _rule(series, PALETTE.ink, 3.5, ticks=False)


def mark_points(series: XySeries, mark: Mark) -> None:
    """The side's mark at each point, without a line between them."""
    series.format.line.fill.background()
    series.marker.style, series.marker.size = _STYLES.get(mark.shape, XL_MARKER_STYLE.DASH), 11
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = colour(mark.colour)
    series.marker.format.line.color.rgb = colour(PALETTE.paper)


def mark_range(series: XySeries, mark: Mark) -> None:
    """A stated range: a broad, light line in the side's colour."""
    _rule(series, mark.colour, 5, ticks=False)
    shade = series._element.find(f".//{qn('a:ln')}//{qn('a:srgbClr')}")
    etree.SubElement(shade, qn("a:alpha"), val="45000")


def name_points(series: XySeries, ranges: Sequence[Range]) -> None:
    """Names at the free end of each range; the series itself is not seen."""
    series.format.line.fill.background()
    series.marker.style = XL_MARKER_STYLE.NONE
    for place, one in enumerate(ranges):
        label = series.points[place].data_label
        label.position = XL_LABEL_POSITION.RIGHT if one.to_the_right else XL_LABEL_POSITION.LEFT
        frame = label.text_frame
        frame.text, frame.word_wrap = f"\u00a0\u00a0\u00a0{one.name}\u00a0\u00a0\u00a0", False
        font = frame.paragraphs[0].runs[0].font
        font.size, font.color.rgb = Pt(LEAST), colour(PALETTE.ink)


def _rule(series: XySeries, hexadecimal: str, points: float, *, ticks: bool) -> None:
    """A line, with a short stroke at each of its points or none."""
    series.format.line.color.rgb = colour(hexadecimal)
    series.format.line.width = Pt(points)
    series.marker.style = XL_MARKER_STYLE.NONE
    if ticks:
        series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, 5
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = colour(hexadecimal)
        series.marker.format.line.fill.background()
