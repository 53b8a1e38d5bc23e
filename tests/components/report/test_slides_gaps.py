"""Charts on slides are native, hold their numbers, and draw every mark in its look."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE, MSO_SHAPE_TYPE
from pptx.oxml.ns import qn
from pptx.util import Pt

from components.report.content import briefing
from components.report.sections import REPORTS
from components.report.slides import gaps
from components.report.slides.deck import slides
from components.report.slides.look import PALETTE
from components.theme import party_marks
from positions.reading.dossier import load_dossier
from positions.text.labels import MARK_WORDS
from tests.components.report.handed_out import (
    istanbul_briefing,
    view_on,
)
from tests.components.report.opened_slides import VIEWS, charts_of, deck_of, title_of


def workbook_of(chart: Any) -> bytes:
    """The sheet behind a native chart."""
    content: bytes = chart.part.chart_workbook.xlsx_part.blob
    return content


def test_charts_hold_the_positions_as_numbers() -> None:
    """Each mark stands at its step, each gap between its two points; both can be edited."""
    made, charts = istanbul_briefing(), charts_of(deck_of("istanbul"))
    places: dict[str, list[float]] = {}
    for chart in charts:
        for series in chart.plots[0].series:
            found = [float(value.text) for value in series._element.xpath("./c:xVal//c:v")]
            places.setdefault(series.name, []).extend(found)
    names = {column.holder: column.name for column in made.matrix.columns}
    own = [
        spot.point
        for row in made.gaps.ranges
        for spot in row.spots
        if (names[spot.column], spot.role, spot.old, spot.weak) == ("Ukraine", "own", False, False)
    ]

    assert sorted(places[f"Ukraine: {MARK_WORDS['own']}"]) == pytest.approx(sorted(own))
    for row in made.gaps.ranges:
        steps = [step.step for step in row.issue.scale]
        assert places[f"Scale: {row.issue.name}"] == pytest.approx(steps)
        if row.ends and row.ends[0] != row.ends[1]:
            assert places[f"Gap: {row.issue.name}"] == pytest.approx(row.ends)
    assert all(map(workbook_of, charts))


@pytest.mark.parametrize("view", VIEWS)
def test_every_step_and_every_mark_is_named_on_the_slide(view: str) -> None:
    """Under each scale stand the words of its steps, over it or in a legend each mark's name; and the gap."""
    slides_of_gaps = [slide for slide in deck_of(view).slides if title_of(slide).startswith(gaps.TITLE)]
    text = " ".join(
        " ".join(shape.text_frame.text.split())
        for slide in slides_of_gaps
        for shape in slide.shapes
        if shape.has_text_frame
    )

    for row in VIEWS[view]().gaps.ranges:
        told = [step.short for step in row.issue.scale]
        named = [one for spot in row.spots for one in (spot.label, spot.whose)]
        assert all(one in text or other in text for one, other in zip(named[::2], named[1::2], strict=True))
        told += [row.gap.size, *row.gap.pairs[: gaps.MOST_PAIRS]]
        assert not [one for one in told if " ".join(one.split()) not in text]


def test_marks_look_as_they_are_sure() -> None:
    """Own words are filled, reported ones are rings, each in the outline of its side; doubt is dotted."""
    made: Any = [series for chart in charts_of(deck_of("istanbul")) for series in chart.plots[0].series]
    drawn: Any = [shape for slide in deck_of("istanbul").slides for shape in slide.shapes]
    marks = {
        role: [one for one in drawn if one.name == f"Mark: {MARK_WORDS[role]}"]
        for role in ("own", "reported")
    }
    inks = {role: {str(one.fill.fore_color.rgb) for one in found} for role, found in marks.items()}
    sides = {mark.colour.lstrip("#") for mark in party_marks(load_dossier("istanbul-2022")).values()}

    assert inks["own"] <= {*sides, PALETTE.other.lstrip("#")}
    assert inks["reported"] == {PALETTE.paper.lstrip("#")}
    assert {str(one.line.color.rgb) for one in marks["reported"]} <= {*sides, PALETTE.other.lstrip("#")}
    assert {one.auto_shape_type for one in marks["own"] if one.shape_type == MSO_SHAPE_TYPE.AUTO_SHAPE} == {
        MSO_SHAPE.OVAL
    }
    assert {one.shape_type for one in marks["own"]} == {MSO_SHAPE_TYPE.AUTO_SHAPE, MSO_SHAPE_TYPE.FREEFORM}
    for series in made:
        if series.name.startswith("Gap: "):
            assert str(series.format.line.color.rgb) == PALETTE.ink.lstrip("#")
        if series.name.startswith("Doubt: "):
            assert series._element.xpath(".//c:spPr/a:ln/a:prstDash/@val") == ["sysDot"]


def test_the_scales_of_six_issues_stand_on_one_slide() -> None:
    """Six slides have all issues of the landing view, in readable type, each with its chart and its words."""
    view = view_on(load_dossier("ukraine-2014-2026"))
    (slide,) = [
        one
        for one in Presentation(io.BytesIO(slides(briefing(view, REPORTS["slides"])))).slides
        if title_of(one).startswith(gaps.TITLE)
    ]
    shapes: Any = list(slide.shapes)
    told = " ".join(" ".join(one.text_frame.text.split()) for one in shapes if one.has_text_frame)
    sizes = [
        run.font.size
        for one in shapes
        if one.has_text_frame
        for paragraph in one.text_frame.paragraphs
        for run in paragraph.runs
    ]

    assert sum(one.has_chart for one in shapes) == len(view.scaled) == 6
    assert min(sizes) >= Pt(11)
    for issue in view.scaled:
        assert not [one for one in (issue.name, *(step.short for step in issue.scale)) if one not in told]
        assert issue.name in slide.notes_slide.notes_text_frame.text


def test_a_triangle_points_down_on_a_slide_as_everywhere_else() -> None:
    """A mark is a shape in the outline of its side: two corners of this one at the top, one at the foot."""
    made = briefing(view_on(load_dossier("ukraine-2014-2026")), REPORTS["slides"])
    assert made.marks["europe"].shape == "triangle-down"
    deck = Presentation(io.BytesIO(slides(made)))
    (slide,) = [one for one in deck.slides if title_of(one).startswith(gaps.TITLE)]
    corners = [
        [int(point.get("y")) for point in mark._element.iter(qn("a:pt"))]
        for mark in slide.shapes
        if mark.shape_type == MSO_SHAPE_TYPE.FREEFORM and len(list(mark._element.iter(qn("a:pt")))) == 3
    ]

    assert corners
    for heights in corners:
        assert heights.count(min(heights)) == 2


@pytest.mark.parametrize("view", VIEWS)
def test_no_workbook_of_a_chart_runs_anything(view: str) -> None:
    """A name that begins like a formula is a text in the sheet behind the chart."""
    for chart in charts_of(deck_of(view)):
        book = load_workbook(io.BytesIO(workbook_of(chart)))
        cells = [cell for sheet in book for row in sheet for cell in row]
        assert not [cell.value for cell in cells if cell.data_type == "f"]


def test_a_column_named_like_a_formula_is_drawn() -> None:
    """Its series has that very name, and the sheet keeps it as a text."""
    made = istanbul_briefing()
    named = {one: f"=1+{name}" for one, name in made.gaps.names.items()}
    changed = replace(made, gaps=replace(made.gaps, names=named))
    charts = charts_of(Presentation(io.BytesIO(slides(changed))))
    names = [series.name for chart in charts for series in chart.plots[0].series]

    assert f"=1+Ukraine: {MARK_WORDS['own']}" in names
    for chart in charts:
        book = load_workbook(io.BytesIO(workbook_of(chart)))
        assert not [cell for sheet in book for row in sheet for cell in row if cell.data_type == "f"]
