"""The slides of the variants: all of them as native charts, what comes out in words beside them."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pptx import Presentation

from components.figures.variant_curve import HOW_FAR, choices_of
from components.report.content import Briefing, briefing
from components.report.sections import REPORTS
from components.report.slides.deck import slides
from positions.reading.dossier import dossier_folder, load_dossier
from positions.selection import default_selection
from positions.tables import Tables
from positions.view import View

LEFT_OUT = "Room"  # the series that is not seen


def briefed(name: str) -> Briefing:
    """The report on the variants of what a reader sees first."""
    tables = Tables(load_dossier(name), dossier_folder(name))
    return briefing(View(tables, default_selection(tables.dossier)), REPORTS["robustness"])


@pytest.mark.parametrize("name", ["training-strait", "ukraine-2014-2026"])
def test_every_variant_and_choice_is_a_number_of_a_native_chart(name: str) -> None:
    """The curve holds each variant with its share, the choices are the rows of the figure."""
    shown_view = briefed(name)
    found = shown_view.robustness
    shown: Any = Presentation(io.BytesIO(slides(shown_view))).slides
    charts = [shape.chart for slide in shown for shape in slide.shapes if shape.has_chart]
    curve, choices = [
        {one.name: one for one in chart.plots[0].series if one.name != LEFT_OUT} for chart in charts
    ]
    rows = [one for part in choices_of(found).values() for one in part]

    assert list(curve) == [HOW_FAR]
    assert list(curve[HOW_FAR].values) == [row.share for row in found.rows if row.share is not None]
    assert {one.name: len(one.places) for one in rows} == {
        name: len(list(one.values)) for name, one in choices.items()
    }
    shapes = [shape for slide in shown for shape in slide.shapes]
    words = " ".join(shape.text_frame.text for shape in shapes if shape.has_text_frame)
    table = next(shape.table for shape in shapes if shape.has_table)
    assert all(one in words for one in found.sentences)
    assert [tuple(cell.text for cell in row.cells) for row in table.rows][1:] == list(found.outcomes)
    assert " · ".join(found.rows[-1].texts) in shown[0].notes_slide.notes_text_frame.text


def test_words_without_room_beside_the_charts_have_slides_before_them() -> None:
    """In the long dossier all stands on one slide; where much changes the finding, words come first."""
    assert [
        len(Presentation(io.BytesIO(slides(briefed(name)))).slides)
        for name in ("ukraine-2014-2026", "istanbul-2022")
    ] == [1, 2]
