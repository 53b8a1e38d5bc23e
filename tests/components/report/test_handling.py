"""A marked dossier bears its mark on every page of every format and in properties; others bear none."""

from __future__ import annotations

import io
from functools import cache

import pytest
from docx import Document
from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader

from components.report.content import Briefing
from components.report.docx.document import document
from components.report.docx.text import text_document
from components.report.files import alt_words, briefed_view
from components.report.html.page import html
from components.report.markdown import markdown
from components.report.presets import PRESETS
from components.report.running_text import text_markdown
from components.report.sections import FULL, PAGE, Report
from components.report.slides.deck import slides
from components.report.typst.typesetting import pdf, report_pages, sheets
from positions.editing.reconciling import disagreements
from positions.export.workbook import workbook
from positions.model.handling import Handling
from positions.reading.codings import load_codings
from positions.reading.dossier import load_dossier
from positions.text.handling import handling_words
from positions.text.markdown import as_text
from positions.view import View
from positions.workbook.blind import blind_workbook
from positions.workbook.decisions import decisions_workbook
from positions.workbook.writing import workbook_of
from tests.components.report.handed_out import compared, view_on
from tests.components.report.printed import pages, squashed
from tests.conftest import SMALL

HANDLING = Handling(
    mark="TLP:AMBER+STRICT", distribution="R&D of the delegation", status="draft", embargo_until="2031-12-01"
)
WORDS = "TLP:AMBER+STRICT · draft · embargo until 1 Dec 2031 · distribution: R&D of the delegation"


@cache
def marked_view() -> View:
    """The landing view of the small dossier with a mark."""
    return compared(view_on(load_dossier(SMALL).model_copy(update={"handling": HANDLING})))


@cache
def marked(report: Report = FULL) -> Briefing:
    """What a report holds of it."""
    return briefed_view(marked_view(), report).briefing


@pytest.mark.parametrize("report", [FULL, PAGE], ids=lambda one: one.id)
def test_every_page_of_a_pdf(report: Report) -> None:
    """Above and below on every page, and among the keywords; nothing is pushed out of the page."""
    content = pdf(marked(report), PRESETS["a4-portrait"])
    found = [squashed(page.words) for page in pages(content)]
    reader = PdfReader(io.BytesIO(content))

    assert found
    assert all(words.count(squashed(WORDS)) == 2 for words in found)
    assert reader.metadata
    assert squashed(str(reader.metadata["/Keywords"])) == squashed(WORDS)


def test_pictures_say_it_where_they_say_what_they_show() -> None:
    """An SVG in its description, a PNG in its remarks."""
    (drawing, *_), (picture, *_) = (
        sheets(marked(), "pairs", PRESETS["slide"], form) for form in ("svg", "png")
    )

    assert f"<desc>{WORDS.replace('&', '&amp;')}. " in drawing.decode()
    assert b"iTXtComment\0\0\0\0\0" + WORDS.encode() in picture
    assert len(report_pages(marked(PAGE), PRESETS["card"], "png")) == 1


def test_every_slide() -> None:
    """In the title and at the foot; in the properties of the file."""
    deck = Presentation(io.BytesIO(slides(marked())))

    assert deck.core_properties.category == WORDS
    assert deck.core_properties.comments.startswith(WORDS)
    for slide in deck.slides:
        title = slide.shapes.title
        foot = next(shape for shape in slide.shapes if shape.name == "Footer")
        assert title is not None
        assert title.text_frame.text.startswith(WORDS)
        assert foot.text_frame.text.startswith(WORDS)


@pytest.mark.parametrize("write", [document, text_document])
def test_every_page_of_a_text_document(write: object) -> None:
    """Head and foot of every section; in the properties of the file."""
    assert callable(write)
    paper = Document(io.BytesIO(write(marked())))

    assert paper.core_properties.category == WORDS
    for section in paper.sections:
        assert section.header.paragraphs[0].text == WORDS
        assert section.footer.paragraphs[0].text.startswith(WORDS)


def test_a_web_page_on_the_screen_and_on_paper() -> None:
    """At the top, at the foot, in its properties, and in the margin of every printed page."""
    page = html(marked()).decode()
    told = WORDS.replace("&", "&amp;")

    assert f'<p class="handling">{told}</p>' in page
    assert f'<meta name="handling" content="{told}">' in page
    assert f"<p>{told} · As of 30 Jun 2031" in page
    assert "@top-right" in page


@pytest.mark.parametrize("write", [markdown, text_markdown])
def test_text_for_a_wiki(write: object) -> None:
    """The first line and the last of the text."""
    assert callable(write)
    text = write(marked()).decode()

    assert text.startswith(f"**{as_text(WORDS)}**\n")
    assert text.count(as_text(WORDS)) == 2


def test_every_printed_page_of_a_workbook() -> None:
    """Over every sheet, in the read me, and in the properties."""
    book = load_workbook(io.BytesIO(workbook(marked_view())))

    assert book.properties.category == WORDS
    heads = [sheet.oddHeader for sheet in book]
    assert all(head and head.right.text == WORDS.replace("&", "&&") for head in heads)
    assert WORDS in [row[2] for row in book["read me"].iter_rows(values_only=True)]


def test_every_workbook_that_is_filled_in_elsewhere() -> None:
    """For the second coder, of what two codings place otherwise, and of the dossier itself."""
    dossier = marked_view().tables.dossier
    codings = load_codings(dossier, SMALL)
    found = disagreements(dossier, ("a", "b"), codings)
    for content in (
        workbook_of(dossier, codings),
        blind_workbook(dossier, {}),
        decisions_workbook(dossier, ("a", "b"), found),
    ):
        book = load_workbook(io.BytesIO(content))
        assert book.properties.category == WORDS
        heads = [sheet.oddHeader for sheet in book]
        assert all(head and head.right.text == WORDS.replace("&", "&&") for head in heads)
        assert WORDS in [row[1] for row in book["Read me"].iter_rows(values_only=True)]


def test_a_dossier_without_a_mark_bears_none() -> None:
    """No empty box, no empty property, no second blank line."""
    plain = briefed_view(compared(view_on(load_dossier(SMALL))))
    page = html(plain.briefing).decode()
    paper = Document(io.BytesIO(document(plain.briefing)))

    assert handling_words(plain.view.tables.dossier) == plain.briefing.head.handling == ""
    assert 'class="handling"' not in page
    assert "@top-right" not in page
    assert paper.sections[0].header.is_linked_to_previous
    assert markdown(plain.briefing).decode().startswith("# ")
    assert "distribution" not in alt_words(plain, "matrix")
