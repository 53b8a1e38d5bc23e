"""Slides of the gaps: a native scatter chart with a row per issue, and text beside each row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from pptx.chart.data import XyChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Emu, Inches, Length

from components.briefing.content import Briefing
from components.briefing.deck.chart_look import (
    Drawn,
    Range,
    add_chart,
    bare,
    gap_line,
    mark_points,
    mark_range,
    name_points,
    scale,
)
from components.briefing.deck.look import (
    BODY,
    BOTTOM,
    MARGIN,
    PALETTE,
    TOP,
    Words,
    add_slide,
    add_text,
)
from components.briefing.deck.table import Box, row_height
from components.briefing.scale_parts import Placed, RangeRow
from components.briefing.svg_ranges import range_sentence
from components.theme import Mark
from positions.text.wording import joined

TITLE = "How far apart"
_LEFT, _RIGHT = Inches(2.7), Inches(2.5)  # room for the issue and for the gap
_LANE, _SCALE, _LEAST_ROW = Inches(0.25), Inches(0.4), Inches(0.9)


def add_gaps(deck: Deck, briefing: Briefing) -> None:
    """As many slides as the issues with a scale need, widest gap first; none where there is no scale."""
    made = list(_pages(briefing.gaps.ranges))
    for place, rows in enumerate(made, start=1):
        number = f" ({place} of {len(made)})" if len(made) > 1 else ""
        under = "Each issue on its own scale. Marker: position; bar: range of what was stated; black: the gap"
        notes = [range_sentence(row) for row in rows]
        slide = add_slide(deck, briefing.head, (f"{TITLE}{number}", under), notes)
        _add_chart(slide, rows, briefing.marks, notes)
        for before, row in enumerate(rows):
            _add_words(slide, row, Emu(TOP + sum(map(_height, rows[:before]))))


def _pages(rows: Sequence[RangeRow]) -> list[list[RangeRow]]:
    """The rows in groups that fit a slide."""
    made: list[list[RangeRow]] = []
    for row in rows:
        if made and sum(map(_height, [*made[-1], row])) <= BOTTOM - TOP:
            made[-1].append(row)
        else:
            made.append([row])
    return made


def _height(row: RangeRow) -> int:
    """Room for the lanes and the scale, or for the words at the left where these need more."""
    lanes = _LANE * len(row.placed) + _SCALE + Inches(0.06)
    return max(_LEAST_ROW, lanes, row_height((Box(tuple(_issue_words(row))),), (_LEFT - Inches(0.25),)))


def _add_chart(
    slide: Slide, rows: Sequence[RangeRow], marks: Mapping[str, Mark], words: Sequence[str]
) -> None:
    """One chart under all rows: x is the share of each scale, y the height on the slide in inches."""
    height = sum(map(_height, rows))
    drawn = _drawn(rows, marks, height)
    data = XyChartData(number_format="0.00")
    for one in drawn:
        series = data.add_series(one.name)
        for x, y in one.points:
            series.add_data_point(x, y)
    box = (Emu(MARGIN + _LEFT), TOP, Emu(BODY - _LEFT - _RIGHT), Emu(height))
    chart = add_chart(
        slide, XL_CHART_TYPE.XY_SCATTER, box, data, ("Positions on each scale", " ".join(words))
    )
    bare(chart, height / Inches(1))
    for one, made in zip(drawn, chart.plots[0].series, strict=True):
        one.look(made)


def _drawn(rows: Sequence[RangeRow], marks: Mapping[str, Mark], height: int) -> list[Drawn]:
    """The names, a scale and a gap per row, then per side its ranges and its points."""
    made: list[Drawn] = []
    for row, line in zip(rows, _lines(rows, height), strict=True):
        last = len(row.issue.scale) - 1
        ends = sorted(side.point / last for side in row.placed)
        steps = tuple((step.step / last, line) for step in row.issue.scale)
        gap = tuple((x, line) for x in ends[:: max(1, len(ends) - 1)])
        made.append(Drawn(f"Scale: {row.issue.name}", steps, scale))
        made.append(Drawn(f"Gap: {row.issue.name}", gap, gap_line))
    ranges = _ranges(rows, height)
    for holder, points in ranges.items():
        for one in points:
            both = ((one.low, one.y), (one.high, one.y))
            made.append(Drawn(f"Range: {one.name}", both, partial(mark_range, mark=marks[holder])))
        places = tuple((one.x, one.y) for one in points)
        made.append(Drawn(points[0].name, places, partial(mark_points, mark=marks[holder])))
    named = [point for points in ranges.values() for point in points]
    names = tuple((one.label_x, one.y) for one in named)
    made.insert(0, Drawn("Names", names, partial(name_points, ranges=named)))
    # LibreOffice draws nothing that stands before the longest series.
    made.insert(0, made.pop(max(range(len(made)), key=lambda place: len(made[place].points))))
    return made


def _lines(rows: Sequence[RangeRow], height: int) -> list[float]:
    """The height of each scale above the foot of the chart, in inches."""
    bottoms = [height - sum(map(_height, rows[: place + 1])) for place in range(len(rows))]
    return [(bottom + _SCALE) / Inches(1) for bottom in bottoms]


def _ranges(rows: Sequence[RangeRow], height: int) -> dict[str, list[Range]]:
    """Each side's ranges, one lane above the other, the first side on top."""
    found: dict[str, list[Range]] = {}
    for row, line in zip(rows, _lines(rows, height), strict=True):
        for place, side in enumerate(reversed(row.placed)):
            y = line + (0.7 + place) * _LANE / Inches(1)
            found.setdefault(side.holder, []).append(_range(side, len(row.issue.scale) - 1, y))
    return found


def _range(side: Placed, last: int, y: float) -> Range:
    return Range(side.label, side.point / last, side.low / last, side.high / last, y)


def _add_words(slide: Slide, row: RangeRow, top: Length) -> None:
    """The issue at the left, the ends of its scale under it, the gap at the right."""
    height = _height(row)
    add_text(slide, (MARGIN, top, Emu(_LEFT - Inches(0.25)), Emu(height)), _issue_words(row))
    gap = [Words(row.gap.words, 14, bold=True), *(Words(pair, colour=PALETTE.mute) for pair in row.gap.pairs)]
    right = Emu(MARGIN + BODY - _RIGHT + Inches(0.25))
    add_text(slide, (right, top, Emu(_RIGHT - Inches(0.25)), Emu(height)), gap)
    half, under = Emu((BODY - _LEFT - _RIGHT) // 2), Emu(top + height - _SCALE + Inches(0.1))
    for place, (step, align) in enumerate(((row.issue.scale[0], "left"), (row.issue.scale[-1], "right"))):
        box = (Emu(MARGIN + _LEFT + place * half), under, half, Inches(0.25))
        add_text(slide, box, [Words(step.short, colour=PALETTE.mute, align=align)])


def _issue_words(row: RangeRow) -> list[Words]:
    """The issue's name, and who has no place on its scale, by the reason for it."""
    silent: dict[str, list[str]] = {}
    for blank in row.blanks:
        silent.setdefault(blank.words, []).append(blank.label)
    told = [f"{joined(names)}: {words}" for words, names in silent.items()]
    return [
        Words(row.issue.name, 14, bold=True),
        *(Words(one, italic=True, colour=PALETTE.mute) for one in told),
    ]
