"""The slides open again as native tables and charts, fit, and leave nothing out."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pptx import Presentation
from pptx.chart.chart import Chart
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.table import Table
from pptx.util import Inches, Pt

from components.briefing.content import Briefing
from components.briefing.deck.look import BOTTOM, FONT, LEAST, PALETTE
from components.briefing.note_text import note_text
from components.briefing.slides import slides
from positions.text.citation import source_citation
from tests.components.briefing.handed_out import (
    hostile_briefing,
    istanbul_briefing,
    must_be_told,
    silent_briefing,
    small_briefing,
    wide_briefing,
)
from tests.positions.export.hostile import HOSTILE

VIEWS: dict[str, Callable[[], Briefing]] = {
    "small": small_briefing,
    "istanbul": istanbul_briefing,
    "wide": wide_briefing,
    "hostile": hostile_briefing,
    "silent": silent_briefing,
}
_PICTURES = (MSO_SHAPE_TYPE.PICTURE, MSO_SHAPE_TYPE.MEDIA)


@pytest.fixture(scope="module")
def decks() -> dict[str, Deck]:
    """Every view's slides, opened again by the library."""
    return {name: Presentation(io.BytesIO(slides(made()))) for name, made in VIEWS.items()}


def tables_on(slide: Slide) -> list[Table]:
    """The native tables of a slide."""
    shapes: list[Any] = list(slide.shapes)
    return [shape.table for shape in shapes if shape.has_table]


def charts_of(deck: Deck) -> list[Chart]:
    """The native charts of all slides."""
    return [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]


def texts_of(deck: Deck) -> Iterator[str]:
    """All text of all slides: frames, cells, labels of charts, and notes."""
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                yield shape.text_frame.text
        for table in tables_on(slide):
            yield from (cell.text for row in table.rows for cell in row.cells)
        yield slide.notes_slide.notes_text_frame.text


def told(deck: Deck) -> str:
    """The same as one line."""
    return " ".join(" ".join(text.split()) for text in texts_of(deck))


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_left_out(view: str, decks: dict[str, Deck]) -> None:
    """Every title, condition, phrase and speaker, the day, the version and the line beneath are there."""
    text = told(decks[view])

    assert not [one for one in must_be_told(VIEWS[view]()) if " ".join(one.split()) not in text]


@pytest.mark.parametrize("view", VIEWS)
def test_every_object_is_native_and_described(view: str, decks: dict[str, Deck]) -> None:
    """No picture stands for a table or a chart, and each of both says in words what it shows."""
    for slide in decks[view].slides:
        for shape in slide.shapes:
            assert shape.shape_type not in _PICTURES
            if shape.has_table or shape.has_chart:
                assert shape._element.xpath(".//p:cNvPr")[0].get("descr")


@pytest.mark.parametrize("view", VIEWS)
def test_everything_stands_on_its_slide(view: str, decks: dict[str, Deck]) -> None:
    """No object runs over an edge, and no table into the line at the foot."""
    deck = decks[view]

    assert (deck.slide_width, deck.slide_height) == (Inches(13.333), Inches(7.5))
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= deck.slide_width
            if shape.has_table or shape.has_chart:
                assert shape.top + shape.height <= BOTTOM, slide.shapes.title.text_frame.text


@pytest.mark.parametrize("view", VIEWS)
def test_no_cell_is_too_small_to_read(view: str, decks: dict[str, Deck]) -> None:
    """Text in tables has twelve points or more; what does not fit goes to a numbered slide."""
    for slide in decks[view].slides:
        for table in tables_on(slide):
            for row in table.rows:
                sizes = [
                    run.font.size
                    for cell in row.cells
                    for one in cell.text_frame.paragraphs
                    for run in one.runs
                ]
                assert min(sizes) >= Pt(LEAST)


@pytest.mark.parametrize("view", VIEWS)
def test_every_slide_has_title_day_number_and_notes(view: str, decks: dict[str, Deck]) -> None:
    """A slide taken out of the deck still says what it is, of when, and from which sources."""
    footer = VIEWS[view]().head.footer
    titles = [slide.shapes.title.text_frame.text for slide in decks[view].slides]

    assert all(titles)
    assert len(titles) == len(set(titles))
    for slide in decks[view].slides:
        assert {shape.name for shape in slide.shapes} >= {"Footer", "Slide number"}
        assert footer in slide.notes_slide.notes_text_frame.text


def test_charts_hold_the_positions_as_numbers(decks: dict[str, Deck]) -> None:
    """The points of a side are shares of each scale, and can be changed in the chart's own sheet."""
    scatter: Any
    scatter, bars = charts_of(decks["istanbul"])
    points = {series.name: list(series.values) for series in scatter.plots[0].series}
    places = [
        [float(value.text) for value in series._element.xpath("./c:xVal//c:v")]
        for series in scatter.plots[0].series
        if series.name == "Ukraine"
    ]

    assert sorted(places[0]) == [0.5, 0.5, 0.5, 0.75, 1]
    assert {"Scale: Crimea", "Gap: Crimea", "Range: Russia", "Russia", "Names"} <= set(points)
    assert next(iter(bars.plots[0].categories)) == "Ceasefire"
    assert list(bars.plots[0].series[0].values) == [0.75, 0.5, 0.5, 0.5, 0.5]
    assert scatter.part.chart_workbook.xlsx_part.blob


def test_notes_carry_the_evidence_of_their_slide(decks: dict[str, Deck]) -> None:
    """Under the matrix and under each issue stand the citations of its statements."""
    made, deck = istanbul_briefing(), decks["istanbul"]
    notes = {
        slide.shapes.title.text_frame.text: slide.notes_slide.notes_text_frame.text for slide in deck.slides
    }
    crimea = next(card for card in made.cards if card.issue.id == "crimea")
    numbers = {number for lane in crimea.lanes for number in lane.cell.notes}

    assert numbers
    for note in made.notes:
        cited = note_text(note)
        assert (cited in notes["Crimea"]) == (note.number in numbers)
        assert any(cited in text for title, text in notes.items() if title.startswith("Who stands where"))


def test_sources_and_limits_come_along(decks: dict[str, Deck]) -> None:
    """What a source is, and what the dossier cannot tell, stands on the last slides."""
    text, codebook = told(decks["istanbul"]), istanbul_briefing().codebook

    assert all(source_citation(source) in text for source in codebook.sources)
    assert all(limit in text for limit in (*codebook.limits, *codebook.premises))


def test_a_long_matrix_runs_over_numbered_slides(decks: dict[str, Deck]) -> None:
    """All issues of all members come, four sides a slide, in order and each once."""
    made, deck = wide_briefing(), decks["wide"]
    parts = [slide for slide in deck.slides if slide.shapes.title.text_frame.text.startswith("Who stands")]
    cells = sum((len(table.rows) - 1) for slide in parts for table in tables_on(slide))
    groups = -(-len(made.matrix.columns) // 4)

    assert parts[1].shapes.title.text_frame.text == f"Who stands where (2 of {len(parts)})"
    assert cells == groups * len(made.matrix.rows)


def test_hostile_texts_stay_text(decks: dict[str, Deck]) -> None:
    """Formulas and markup in a dossier are shown as they were written."""
    text = told(decks["hostile"])

    assert all(one in text for one in HOSTILE)


def test_the_look_is_ours(decks: dict[str, Deck]) -> None:
    """Colours and fonts come from the theme, so that what an editor adds fits in."""
    master = decks["small"].slide_master.part
    theme = next(
        part.target_part.blob.decode() for part in master.rels.values() if part.reltype.endswith("/theme")
    )

    assert [layout.name for layout in decks["small"].slide_layouts] == ["Title Only"]
    assert all(colour.lstrip("#") in theme for colour in PALETTE.parties)
    assert f'<a:latin typeface="{FONT}"' in theme


def test_the_same_briefing_makes_the_same_bytes() -> None:
    """Two decks of one day can be compared; the as-of day stands as the day of making."""
    made = small_briefing()
    properties = Presentation(io.BytesIO(slides(made))).core_properties

    assert slides(made) == slides(made)
    assert properties.created.date() == properties.modified.date() == made.head.as_of
    assert properties.title == made.head.subject
