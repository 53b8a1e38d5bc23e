"""The slides open again, fit, and leave nothing out."""

from __future__ import annotations

import io
import re
from itertools import pairwise
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.util import Inches, Pt

from components.report.note_text import note_text
from components.report.sections import SECTIONS
from components.report.slides import gaps, matrix
from components.report.slides.deck import slides
from components.report.slides.look import BOTTOM, FONT, LEAST, PALETTE, TOP
from components.report.slides.room import line_count
from positions.model.sources import Source
from positions.text.citation import source_cells, source_citation
from tests.components.report.handed_out import (
    istanbul_briefing,
    must_be_told,
    small_briefing,
)
from tests.components.report.opened_slides import VIEWS, deck_of, tables_on, title_of, told
from tests.positions.export.hostile import HOSTILE

_PICTURES = (MSO_SHAPE_TYPE.PICTURE, MSO_SHAPE_TYPE.MEDIA)


def source_line(source: Source) -> str:
    """Name, day, kind and site of a source, as far as they are known."""
    return " · ".join(part for part in source_cells(source) if part != "–")


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_left_out(view: str) -> None:
    """Every title, condition, phrase and speaker, the day, the version and the line beneath are there."""
    text = told(deck_of(view))

    assert not [one for one in must_be_told(VIEWS[view]()) if " ".join(one.split()) not in text]


@pytest.mark.parametrize("view", VIEWS)
def test_every_object_is_native_and_described(view: str) -> None:
    """No picture stands for a table or a chart, and each of both says in words what it shows."""
    for slide in deck_of(view).slides:
        for shape in slide.shapes:
            assert shape.shape_type not in _PICTURES
            if shape.has_table or shape.has_chart:
                assert shape._element.xpath(".//p:cNvPr")[0].get("descr")


@pytest.mark.parametrize("view", VIEWS)
def test_everything_stands_on_its_slide(view: str) -> None:
    """No object runs over an edge, and no table into the line at the foot."""
    deck = deck_of(view)

    assert (deck.slide_width, deck.slide_height) == (Inches(13.333), Inches(7.5))
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= deck.slide_width
            if shape.has_table or shape.has_chart:
                assert shape.top + shape.height <= BOTTOM, slide.shapes.title.text_frame.text


@pytest.mark.parametrize("view", VIEWS)
def test_the_line_under_a_title_ends_above_what_the_slide_shows(view: str) -> None:
    """No measure line runs over the head of a table or the top of a chart, at its size and width."""
    for slide in deck_of(view).slides:
        shapes: list[Any] = list(slide.shapes)
        for shape in (one for one in shapes if one.top == Inches(0.98)):
            (paragraph,) = shape.text_frame.paragraphs
            size = paragraph.runs[0].font.size.pt
            lines = line_count(paragraph.text, size, shape.width.pt)

            assert shape.top + Pt(lines * size * 1.2) <= TOP


@pytest.mark.parametrize("view", VIEWS)
def test_no_cell_is_too_small_to_read(view: str) -> None:
    """Text in tables has twelve points or more; what does not fit goes to a numbered slide."""
    for slide in deck_of(view).slides:
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
def test_every_slide_has_title_day_number_and_notes(view: str) -> None:
    """A slide taken out of the deck still says what it is, of when, and from which sources."""
    footer = VIEWS[view]().head.footer
    titles = [slide.shapes.title.text_frame.text for slide in deck_of(view).slides]

    assert all(titles)
    assert len(titles) == len(set(titles))
    for slide in deck_of(view).slides:
        assert {shape.name for shape in slide.shapes} >= {"Footer", "Slide number"}
        assert footer in slide.notes_slide.notes_text_frame.text


def test_notes_carry_the_evidence_of_their_slide() -> None:
    """Under the matrix and under each issue stand the citations of its statements."""
    made, deck = istanbul_briefing(), deck_of("istanbul")
    notes = {title_of(slide): slide.notes_slide.notes_text_frame.text for slide in deck.slides}
    crimea = next(card for card in made.cards if card.issue.id == "crimea")
    numbers = {number for lane in crimea.lanes for number in lane.cell.notes}
    behind = " ".join(text for title, text in notes.items() if title.startswith("Crimea"))

    assert numbers
    for note in made.notes:
        cited = note_text(note)
        assert (cited in behind) == (note.number in numbers)
        assert any(cited in text for title, text in notes.items() if title.startswith(matrix.TITLE))


@pytest.mark.parametrize("view", VIEWS)
def test_every_source_has_one_line_and_its_citation_beside_it(view: str) -> None:
    """Lines follow the sources, and the notes of a slide cite those that it shows."""
    lines: list[str] = []
    sources = {source_line(one): source_citation(one) for one in VIEWS[view]().codebook.sources}
    for slide in deck_of(view).slides:
        if title_of(slide).startswith("Sources behind what is shown"):
            told = [cell.text for table in tables_on(slide) for row in table.rows for cell in row.cells]
            names = [one for one in told if one in sources]
            notes = " ".join(slide.notes_slide.notes_text_frame.text.split())
            assert all(" ".join(sources[name].split()) in notes for name in names)
            lines += names

    assert lines == [source_line(one) for one in VIEWS[view]().codebook.sources]


@pytest.mark.parametrize("view", VIEWS)
def test_titles_are_findings_of_the_view(view: str) -> None:
    """Matrix, gaps and pairs stand under the finding, each issue under its own, with what is measured."""
    made = VIEWS[view]()
    for slide in deck_of(view).slides:
        title, text = title_of(slide), slide.notes_slide.notes_text_frame.text
        if title.startswith((matrix.TITLE, gaps.TITLE, SECTIONS["pairs"])):
            assert title.endswith(made.head.title)
            assert made.head.measure in text
        for card in made.cards:
            if title.startswith(f"{card.issue.name}: ") and card.issue.scale:
                assert title.endswith(card.title)
                assert card.measure in text


def test_sources_and_limits_come_along() -> None:
    """What a source is, and what the dossier cannot tell, stands on the last slides."""
    text, codebook = told(deck_of("istanbul")), istanbul_briefing().codebook

    assert all(source_citation(source) in text for source in codebook.sources)
    assert all(limit in text for limit in (*codebook.limits, *codebook.premises))


def test_hostile_texts_stay_text() -> None:
    """Formulas and markup in a dossier are shown as they were written."""
    text = told(deck_of("hostile"))

    assert all(one in text for one in HOSTILE)


def test_the_look_is_ours() -> None:
    """Colours and fonts come from the theme, so that what an editor adds fits in."""
    master = deck_of("small").slide_master.part
    theme = next(
        part.target_part.blob.decode() for part in master.rels.values() if part.reltype.endswith("/theme")
    )

    assert [layout.name for layout in deck_of("small").slide_layouts] == ["Title Only"]
    assert all(colour.lstrip("#") in theme for colour in PALETTE.parties)
    assert f'<a:latin typeface="{FONT}"' in theme


def test_the_same_briefing_makes_the_same_bytes() -> None:
    """Two decks of one day can be compared; the as-of day stands as the day of making."""
    made = small_briefing()
    properties = Presentation(io.BytesIO(slides(made))).core_properties

    assert slides(made) == slides(made)
    assert properties.created.date() == properties.modified.date() == made.head.as_of
    assert properties.title == made.head.subject


def test_a_listing_says_which_of_how_many() -> None:
    """What has moved, and the statements behind, go on from slide to slide without a gap."""
    for section, total in (("changes", None), ("notes", len(istanbul_briefing().notes))):
        shown = [
            title_of(one) for one in deck_of("istanbul").slides if title_of(one).startswith(SECTIONS[section])
        ]
        parts = [re.search(r"(\d+) to (\d+) of (\d+)", title) for title in shown]
        edges = [(int(one[1]), int(one[2]), int(one[3])) for one in parts if one]

        assert len(edges) == len(shown) > 1
        assert edges[0][0] == 1
        assert edges[-1][1] == edges[-1][2]
        assert all(later[0] == earlier[1] + 1 for earlier, later in pairwise(edges))
        assert total is None or edges[-1][2] == total
