"""Slides of the pairs: a native table of all gaps, and a native bar chart of the widest of each issue."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Emu, Inches, Pt

from components.briefing.content import Briefing
from components.briefing.deck.chart_look import add_chart
from components.briefing.deck.look import (
    BODY,
    BOTTOM,
    MARGIN,
    PALETTE,
    TOP,
    Words,
    add_slide,
    colour,
    tinted,
)
from components.briefing.deck.table import Box, Table, add_table, pages, shares
from components.briefing.scale_parts import PairCell, RangeRow

MOST_PAIRS = 4
_LETTERS = 58  # what fits between the longest bar and the edge
TITLE, WIDEST = "Every pair on every issue", "Widest gap on each issue"


def add_pairs(deck: Deck, briefing: Briefing) -> None:
    """The bar chart, then as many slides of pairs as there must be; none where no two sides are shown."""
    if any(row.gap.segments for row in briefing.gaps.ranges):
        _add_widest(deck, briefing)
    told = [place for place in range(len(briefing.gaps.pair_names)) if _compared(briefing, place)]
    tables = [_table(briefing, told[first : first + MOST_PAIRS]) for first in range(0, len(told), MOST_PAIRS)]
    made = [(table, rows) for table in tables for rows in pages(table)]
    under = (
        "Gap in steps, with the interval that the stated ranges allow; darker is a larger share of the scale"
    )
    notes = [f"{card.issue.name}: {pair}: {words}." for card in briefing.cards for pair, words in card.gaps]
    notes += [briefing.gaps.overall] if briefing.gaps.overall else []
    silent = [pair for place, pair in enumerate(briefing.gaps.pair_names) if place not in told]
    notes += [f"Not comparable on any issue: {one} – {two}." for one, two in silent]
    if silent:
        under += f"; {len(silent)} pairs that cannot be compared on any issue are named in the notes"
    for place, (table, rows) in enumerate(made, start=1):
        number = f" ({place} of {len(made)})" if len(made) > 1 else ""
        add_table(add_slide(deck, briefing.head, (f"{TITLE}{number}", under), notes), table, rows)


def _compared(briefing: Briefing, place: int) -> bool:
    """Whether a pair has a gap on any issue."""
    return any(row.cells[place].share is not None for row in briefing.gaps.pair_rows)


def _table(briefing: Briefing, places: Sequence[int]) -> Table:
    names = [briefing.gaps.pair_names[place] for place in places]
    heads = (Words("Issue", 13, bold=True), *(Words(f"{one} – {two}", 13, bold=True) for one, two in names))
    rows = (
        (
            Box((Words(row.issue.name, 13, bold=True),)),
            *(_cell(row.cells[place]) for place in places),
        )
        for row in briefing.gaps.pair_rows
    )
    widths = shares(2.2, *[2.4] * len(names))
    return Table(
        "Pairs", "Gap of every pair on every issue", widths, tuple(Box((one,)) for one in heads), tuple(rows)
    )


def _cell(cell: PairCell) -> Box:
    if cell.share is None:
        return Box((Words(cell.blank or cell.words, italic=True, colour=PALETTE.mute),))
    interval = f" ({cell.interval})" if cell.interval else ""
    return Box(
        (Words(f"{cell.words}{interval}", 14, bold=True),), fill=tinted(PALETTE.ink, 0.04 + 0.24 * cell.share)
    )


def _add_widest(deck: Deck, briefing: Briefing) -> None:
    rows = [row for row in briefing.gaps.ranges if row.gap.segments]
    notes = [f"{row.issue.name}: {_words(row)}" for row in rows]
    slide = add_slide(deck, briefing.head, (WIDEST, briefing.head.title), notes)
    _add_bars(slide, rows)


def _add_bars(slide: Slide, rows: list[RangeRow]) -> None:
    """Bars as shares of each scale; at the end of each the gap in words and its pairs."""
    data = CategoryChartData(number_format="0%")
    data.categories = [row.issue.name for row in rows]
    data.add_series("Widest gap, share of the scale", [row.gap.filled / row.gap.segments for row in rows])
    height = min(BOTTOM - TOP, Inches(0.95) * len(rows) + Inches(0.3))
    told = " ".join(f"{row.issue.name}: {_words(row)}." for row in rows)
    box = (MARGIN, TOP, BODY, Emu(height))
    chart = add_chart(slide, XL_CHART_TYPE.BAR_CLUSTERED, box, data, (WIDEST, told))
    chart.has_legend = chart.has_title = False
    chart.font.size, chart.font.color.rgb = Pt(14), colour(PALETTE.ink)
    axis = chart.value_axis
    axis.minimum_scale, axis.maximum_scale = 0, 1.6  # room for the words after the longest bar
    axis.visible = axis.has_major_gridlines = False
    chart.category_axis.reverse_order = True
    chart.category_axis.format.line.color.rgb = colour(PALETTE.connector)
    chart.category_axis.has_major_gridlines = False
    plot, series = chart.plots[0], chart.plots[0].series[0]
    plot.gap_width = 190
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = colour(PALETTE.ink)
    for place, row in enumerate(rows):
        label = series.points[place].data_label
        label.position = XL_LABEL_POSITION.OUTSIDE_END
        label.text_frame.text, label.text_frame.word_wrap = textwrap.fill(_words(row), _LETTERS), False
        for paragraph in label.text_frame.paragraphs:
            paragraph.font.size = Pt(13)


def _words(row: RangeRow) -> str:
    return f"{row.gap.words} · {', '.join(row.gap.pairs)}"
