"""Marks and lines of native charts on slides are read back from their series."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

from pptx import Presentation

from components.report.content import Briefing
from components.report.sections import REPORTS, SECTIONS
from components.report.slides.chart_look import INSIDE
from components.report.slides.deck import slides
from components.report.slides.look import PALETTE
from components.sheet.words import panel_sentence
from positions.text.labels import MARK_WORDS
from tests.components.report.handed_out import istanbul_briefing
from tests.components.report.opened_slides import charts_of, title_of


def native_marks(name: str, view: Briefing) -> list[Any]:
    """The series of all range charts of a view that have a name."""
    charts = charts_of(Presentation(io.BytesIO(slides(view))))
    return [series for chart in charts for series in chart.plots[0].series if series.name == name]


def test_a_mark_on_its_step_is_the_marker_of_its_number() -> None:
    """Own words are filled markers in the outline of the side; to edit the number moves the mark."""
    made = replace(istanbul_briefing(), report=REPORTS["ranges"])
    russia = [one for one in native_marks(f"Russia: {MARK_WORDS['own']}", made) if drawn_style(one) != "none"]

    assert russia
    for series in russia:
        assert drawn_style(series) == "circle"
        assert str(series.marker.format.fill.fore_color.rgb) == made.marks["russia"].colour.lstrip("#")


def test_a_ring_takes_both_its_markers_from_one_number() -> None:
    """The inner one is paper, smaller, and refers to the cells of the outer one."""
    made = replace(istanbul_briefing(), report=REPORTS["ranges"])
    name = f"Ukraine: {MARK_WORDS['reported']}"
    outer = [one for one in native_marks(name, made) if drawn_style(one) == "square"]
    inner = native_marks(f"{name}{INSIDE}", made)

    assert outer
    assert len(inner) == len(outer)
    for one, other in zip(outer, inner, strict=True):
        assert other.marker.size < one.marker.size
        assert str(other.marker.format.fill.fore_color.rgb) == PALETTE.paper.lstrip("#")
        assert cells_of(one) == cells_of(other)


def drawn_style(series: Any) -> str:
    """The kind of marker of a series."""
    (style,) = series._element.xpath("./c:marker/c:symbol/@val")
    return str(style)


def cells_of(series: Any) -> list[str]:
    """The cells of the sheet in which the numbers of a series stand."""
    return [one.text for one in series._element.xpath("./c:xVal//c:f | ./c:yVal//c:f")]


def test_no_mark_is_drawn_twice() -> None:
    """Each position is a marker or a shape: what gives way to others, or has a look that no chart has."""
    made = replace(istanbul_briefing(), report=REPORTS["ranges"])
    deck = Presentation(io.BytesIO(slides(made)))
    shapes = [one for slide in deck.slides for one in slide.shapes if one.name.startswith("Mark: ")]
    told = [shape for shape in shapes if shape._element.xpath(".//p:cNvPr")[0].get("descr")]
    series: Any = [one for chart in charts_of(deck) for one in chart.plots[0].series]
    names = [f"{side}: {words}" for side in made.gaps.names.values() for words in MARK_WORDS.values()]
    native = [one for one in series if one.name in names and drawn_style(one) != "none"]
    spots = sum(len(row.spots) + len(row.earlier) for row in made.gaps.ranges)

    assert len(told) + sum(len(list(one.values)) for one in native) == spots


def test_the_record_over_time_is_a_chart_for_each_issue() -> None:
    """Lines, steps and the earlier day are series, several issues to a slide, all lines in its notes."""
    made = replace(istanbul_briefing(), report=REPORTS["movement"])
    deck = Presentation(io.BytesIO(slides(made)))
    shown = [one for one in deck.slides if title_of(one).startswith(SECTIONS["movement"])]
    charts = [shape.chart for slide in shown for shape in slide.shapes if shape.has_chart]
    notes = " ".join(slide.notes_slide.notes_text_frame.text for slide in shown)
    panels = made.moves.movement.panels

    assert len(charts) == len(panels)
    assert len(shown) < len(panels)
    for chart, panel in zip(charts, panels, strict=True):
        names = {series.name for series in chart.plots[0].series}
        assert {f"Step: {rung.short}" for rung in panel.ladder.rungs} <= names
        assert {f"{line.name}, {panel.issue.name}" for line in panel.lines} <= names
        assert panel_sentence(panel) in notes
        for series in chart.plots[0].series:
            assert all(0 <= float(one.text) <= 1 for one in series._element.xpath("./c:xVal//c:v"))
