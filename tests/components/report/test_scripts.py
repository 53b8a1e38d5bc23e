"""Ten scripts in every export: each letter is there, or its script is named; each text runs its own way."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import docx
import openpyxl
import pptx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from pptx.oxml.ns import qn as slide_name

from components.report import BRIEFINGS, Format
from components.report.files import named_files
from components.report.presets import PRESETS
from components.report.sections import VIEWS
from components.report.typst.typesetting import pdf, sheets
from positions.export import EXPORTS, Export
from positions.text.direction import bare
from tests.components.report.handed_out import wide_briefing
from tests.components.report.printed import outside, pages
from tests.components.report.scripts import (
    RIGHT_TO_LEFT,
    TITLE,
    WRITTEN,
    briefing_without_typeface,
    letters,
    script_briefing,
)

_JOINER, _ISOLATES = "\u2060", re.compile("[\u2066-\u2069]")
_MARGIN = PRESETS["slide"].points(PRESETS["slide"].margin) * 0.35  # as every sheet keeps it
_FORMS: tuple[Format | Export, ...] = (*BRIEFINGS, *EXPORTS)
_TEXTS = {one.id: one for one in _FORMS if one.id in ("html", "pptx", "docx", "md", "workbook")}
_DATA = ("matrix", "statements", "gaps", "dossier", "view", "csl", "bibtex")


@cache
def printed() -> str:
    """What a reader copies out of the whole briefing as a PDF."""
    return " ".join(page.words for page in pages(pdf(script_briefing().briefing, PRESETS["a4-portrait"])))


@pytest.mark.parametrize("script", WRITTEN)
def test_every_letter_can_be_copied_out_of_the_pdf(script: str) -> None:
    """Names, words, conditions and titles of sources, down to accents and emoji."""
    assert not letters(str(WRITTEN[script])) - letters(printed()) - set("()=',")


@pytest.mark.parametrize("view", VIEWS)
def test_sheets_of_every_view_have_all_letters(view: str) -> None:
    """PDF/UA refuses a letter that no typeface has; the same letters make the same bytes."""
    made = script_briefing().briefing
    first = sheets(made, view, PRESETS["slide"], "pdf")

    assert all(b"pdfuaid" in one for one in first)
    assert not [letter for one in first for page in pages(one) for letter in outside(page, _MARGIN)]
    assert sheets(made, view, PRESETS["slide"], "pdf") == first


def test_a_sheet_names_the_script_that_it_lacks() -> None:
    """A sheet that is passed on alone says why it has boxes; the rest of its words are set."""
    made = briefing_without_typeface().briefing
    for view in VIEWS:
        for one in sheets(made, view, PRESETS["slide"], "pdf"):
            words = re.sub(r"\s+", " ", " ".join(page.words for page in pages(one)))

            assert "No typeface here for Egyptian Hieroglyphs (2 letters)" in words
            assert WRITTEN["greek"].name in words


def test_nothing_unseen_is_copied_with_a_range() -> None:
    """Ranges of numbers and pairs of names hold together without a mark that lands in somebody's text."""
    for made in (wide_briefing(), script_briefing().briefing):
        words = "".join(page.words for page in pages(pdf(made, PRESETS["a4-landscape"])))

        assert "–" in words
        assert _JOINER not in words


@cache
def made(form: str) -> bytes:
    """The file of a format that carries text."""
    return named_files(_TEXTS[form], script_briefing(), PRESETS["slide"])[0].content


def document_paragraphs() -> list[Any]:
    """The paragraphs of the text document, with those of its tables and its footnotes."""
    paper = docx.Document(io.BytesIO(made("docx")))
    notes = parse_xml(paper.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES).blob)
    return [*paper.element.iter(qn("w:p")), *notes.iter(qn("w:p"))]


def slide_paragraphs() -> Iterator[Any]:
    """The paragraphs of the slides and their notes."""
    for slide in pptx.Presentation(io.BytesIO(made("pptx"))).slides:
        yield from slide._element.iter(slide_name("a:p"))
        yield from slide.notes_slide._element.iter(slide_name("a:p"))


def text_of(paragraph: Any) -> str:
    """The words of a paragraph of an office file."""
    return "".join(one.text or "" for one in paragraph.iter(qn("w:t"), slide_name("a:t")))


def words_of(form: str) -> str:
    """All words that a file of a format carries."""
    if form == "docx":
        return " ".join(map(text_of, document_paragraphs()))
    if form == "pptx":
        return " ".join(map(text_of, slide_paragraphs()))
    if form == "workbook":
        book = openpyxl.load_workbook(io.BytesIO(made(form)))
        return " ".join(str(cell) for sheet in book for row in sheet.values for cell in row)
    return made(form).decode()


@pytest.mark.parametrize("form", _TEXTS)
def test_texts_carry_every_word_as_it_is_written(form: str) -> None:
    """Names, words, conditions and titles of sources, to be drawn with the reader's typefaces."""
    words = bare(words_of(form)).replace("\\", "")
    told = [text for one in WRITTEN.values() for text in (one.name, one.summary, one.condition, one.title)]

    assert not [text for text in told if text not in words]
    assert _JOINER not in words


@pytest.mark.parametrize("form", [one for one in EXPORTS if one.id in _DATA], ids=lambda one: one.id)
def test_data_has_no_mark_of_direction(form: Export) -> None:
    """Other programs get the words and nothing else."""
    assert not _ISOLATES.search(named_files(form, script_briefing(), PRESETS["slide"])[0].content.decode())


def test_names_in_sentences_are_isolates() -> None:
    """The number after a name stays after it, in Markdown as in HTML."""
    for script in RIGHT_TO_LEFT:
        isolate = f"\u2068{WRITTEN[script].name}\u2069"

        assert f"{isolate} – 강나라" in made("md").decode()
        assert f"{isolate} – 강나라" in made("html").decode()


def test_texts_from_data_run_their_own_way_in_html() -> None:
    """What a side said takes its direction from its first letter; title and description have no mark."""
    page = made("html").decode()

    for script in RIGHT_TO_LEFT:
        assert f'<p dir="auto">\u2068{WRITTEN[script].summary}\u2069' in page
        assert f"<bdi>\u2068{WRITTEN[script].name}\u2069</bdi>" in page
    head = page.partition("</head>")[0]
    assert not [tag for tag in re.findall("<title>.*</title>|<meta.*>", head) if _ISOLATES.search(tag)]


def test_paragraphs_from_right_to_left_are_marked_in_the_document() -> None:
    """`w:bidi` on paragraphs, `w:rtl` on runs with their weight and size; English has neither."""
    # Of texts that stand in several places the first, which is a head in bold.
    alone = {text_of(one): one for one in reversed(list(document_paragraphs()))}
    for script in RIGHT_TO_LEFT:
        words = WRITTEN[script]
        (run,) = alone[words.name].iter(qn("w:r"))

        assert alone[words.name].pPr.find(qn("w:bidi")) is not None
        assert {qn("w:rtl"), qn("w:bCs"), qn("w:szCs")} <= {one.tag for one in run.rPr}
        assert leftward_runs("w:rtl") >= {f"\u2068{words.condition}\u2069", f"\u2068{words.speaker}\u2069"}
    english = [one for text, one in alone.items() if " and " in text or "강나라" in text]
    assert english
    assert not [one for one in english if one.pPr is not None and one.pPr.find(qn("w:bidi")) is not None]


def leftward_runs(mark: str) -> set[str]:
    """The texts of the runs of the document that carry a mark."""
    runs = (run for one in document_paragraphs() for run in one.iter(qn("w:r")))
    return {run.text for run in runs if run.rPr is not None and run.rPr.find(qn(mark)) is not None}


def test_paragraphs_from_right_to_left_are_marked_on_slides() -> None:
    """`rtl` on texts that run left, without isolates; every other paragraph runs right."""
    leftward = {
        text_of(one) for one in slide_paragraphs() if one.pPr is not None and one.pPr.get("rtl") == "1"
    }

    assert leftward >= {WRITTEN[script].name for script in RIGHT_TO_LEFT}
    assert not [text for text in leftward if _ISOLATES.search(text) or re.search("[a-zA-Z]", text)]


@pytest.mark.parametrize("form", ["docx", "pptx"])
def test_titles_of_files_have_no_mark(form: str) -> None:
    """The title of a file stands in windows and lists of files."""
    opened: Any = {"docx": docx.Document, "pptx": pptx.Presentation}[form](io.BytesIO(made(form)))

    assert opened.core_properties.title == TITLE
    assert named_files(_TEXTS[form], script_briefing(), PRESETS["slide"])[0].content == made(form)
