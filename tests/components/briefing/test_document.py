"""The text document opens again with its tables, notes and links, and leaves nothing out."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import pytest
from docx import Document
from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from components.briefing.content import Briefing
from components.briefing.document import document
from components.briefing.document_matrix import MOST_COLUMNS
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


@pytest.fixture(scope="module")
def papers() -> dict[str, Paper]:
    """Every view's document, opened again by the library."""
    return {name: Document(io.BytesIO(document(made()))) for name, made in VIEWS.items()}


def texts_of(paper: Paper) -> Iterator[str]:
    """All text: paragraphs with their links, cells, and the foot of the pages."""
    for part in (paper.element.body, paper.sections[0].footer._element):
        for paragraph in part.iter(qn("w:p")):
            yield "".join(text.text or "" for text in paragraph.iter(qn("w:t")))


def told(paper: Paper) -> str:
    """The same as one line."""
    return " ".join(" ".join(text.split()) for text in texts_of(paper))


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_left_out(view: str, papers: dict[str, Paper]) -> None:
    """Every title, condition, phrase and speaker, the day, the version and the line beneath are there."""
    text = told(papers[view])

    assert not [one for one in must_be_told(VIEWS[view]()) if " ".join(one.split()) not in text]


@pytest.mark.parametrize("view", VIEWS)
def test_tables_repeat_their_heads_and_keep_rows_whole(view: str, papers: dict[str, Paper]) -> None:
    """On a page that begins inside a table a reader still sees what its columns are."""
    for table in papers[view].tables:
        rows = [row._tr for row in table.rows]
        cells = [cell._tc for row in table.rows for cell in row.cells]
        assert len(rows[0].findall(f"{qn('w:trPr')}/{qn('w:tblHeader')}")) == 1
        assert all(len(row.findall(f"{qn('w:trPr')}/{qn('w:cantSplit')}")) == 1 for row in rows)
        assert all(len(cell.findall(f"{qn('w:tcPr')}/{qn('w:tcBorders')}")) == 1 for cell in cells)


def test_the_matrix_lies_across_and_the_rest_upright(papers: dict[str, Paper]) -> None:
    """Two sections on A4."""
    first, second = papers["istanbul"].sections

    assert first.orientation == WD_ORIENT.LANDSCAPE
    assert second.orientation == WD_ORIENT.PORTRAIT
    assert first.page_width == second.page_height


def test_numbers_in_cells_lead_to_their_notes(papers: dict[str, Paper]) -> None:
    """Every link has its bookmark, and every note is led to."""
    made, body = istanbul_briefing(), papers["istanbul"].element.body
    leads = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))}
    marks = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]

    assert leads == set(marks) == {f"note{note.number}" for note in made.notes}
    assert len(marks) == len(set(marks))


def test_many_columns_are_split_into_tables(papers: dict[str, Paper]) -> None:
    """No table of the matrix has more sides than a page can hold; together they have all."""
    made = wide_briefing()
    heads = [[cell.text for cell in table.rows[0].cells] for table in papers["wide"].tables]
    matrix = [names for names in heads if names[0] == "Issue"]
    sides = [name for names in matrix for name in names[1:] if name != "Widest gap"]

    assert all(len(names) <= MOST_COLUMNS + 2 for names in matrix)
    assert sides == [column.name for column in made.matrix.columns]


def test_headings_make_an_outline(papers: dict[str, Paper]) -> None:
    """A reader can go from part to part."""
    headings = [
        one.text for one in papers["istanbul"].paragraphs if one.style and one.style.name == "Heading 1"
    ]

    assert headings == [
        "Who stands where",
        "How far apart",
        "What has moved",
        "Notes",
        "Codebook of the issues shown",
        "Premises and limits",
        "Sources",
    ]


def test_hostile_texts_stay_text(papers: dict[str, Paper]) -> None:
    """Formulas and markup in a dossier are shown as they were written."""
    text = told(papers["hostile"])

    assert all(one in text for one in HOSTILE)


def test_the_same_briefing_makes_the_same_bytes() -> None:
    """Two documents of one day can be compared; the as-of day stands as the day of making."""
    made = small_briefing()
    properties = Document(io.BytesIO(document(made))).core_properties

    assert document(made) == document(made)
    assert properties.created is not None
    assert properties.created.date() == made.head.as_of
    assert properties.title == made.head.subject
