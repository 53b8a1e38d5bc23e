"""What would have to move, and words of one side steps apart: sections in sentences of the full dossier."""

from __future__ import annotations

import html as web
import io
from collections.abc import Callable
from functools import cache, partial

import pytest
from docx import Document
from pptx import Presentation
from pypdf import PdfReader

from components.report.content import Briefing, briefing
from components.report.docx.document import document
from components.report.html.page import html
from components.report.listings import LISTINGS
from components.report.markdown import markdown
from components.report.presets import PRESETS
from components.report.sections import REPORTS, SECTIONS
from components.report.slides.deck import slides
from components.report.slides.look import BOTTOM
from components.report.typst.typesetting import pdf
from positions.export.sheets import sheets
from positions.text.distance import WEIGHTS_RULE, weight_entries
from positions.text.divergence import divergence_words
from positions.text.meeting import meeting_words
from positions.text.meeting_lines import meeting_lines, tally_entries
from positions.view import View
from tests.components.report.printed import squashed
from tests.positions.factories import said, view
from tests.positions.weighed import weighed


@cache
def told() -> View:
    """Two sides apart on the dam, one of which said something else eleven weeks before."""
    return view(
        said("a", "north_head", 0, condition="once the fish return", phrase="closed *at night* <b>"),
        said("b", "south_head", 3),
        said("c", "south_envoy", 0, said_on="2030-03-01", phrase="never opened"),
        parties=("north", "south"),
        issues=("dam", "fish"),
    )


def _slides(one: Briefing) -> str:
    shapes = [shape for slide in Presentation(io.BytesIO(slides(one))).slides for shape in slide.shapes]
    tables = [shape.table for shape in shapes if shape.has_table]
    told = [shape.text_frame.text for shape in shapes if shape.has_text_frame]
    return " ".join([*told, *(cell.text for table in tables for row in table.rows for cell in row.cells)])


def _document(one: Briefing) -> str:
    return " ".join(paragraph.text for paragraph in Document(io.BytesIO(document(one))).paragraphs)


def _pdf(preset: str, one: Briefing) -> str:
    pages = PdfReader(io.BytesIO(pdf(one, PRESETS[preset]))).pages
    return "".join(page.extract_text() for page in pages)


_READ: dict[str, Callable[[Briefing], str]] = {
    "html": lambda one: web.unescape(html(one).decode()),
    "md": lambda one: markdown(one).decode().replace("\\", ""),
    "docx": _document,
    "pptx": _slides,
    "pdf": partial(_pdf, "a4-portrait"),
}


def test_both_are_the_sentences_of_the_screen() -> None:
    """Every move of every pair and every two statements apart, after what is to be known of them."""
    shown = told()
    moves, words = (LISTINGS[one](shown) for one in ("moves", "other_words"))

    lines = [meeting_lines(shown, issue.id) for issue in shown.scaled]
    assert [group for _, group in moves.groups] == [
        tally_entries(shown),
        *(group for one in lines if one.pairs for group in (one.stands, one.pairs)),
    ]
    assert [one.words for _, group in words.groups for one in group] == [
        one.sentence for one in divergence_words(shown)
    ]
    assert len(words.groups) == 1
    assert "reservation point" in moves.told[0]
    assert words.told[1] == "1 pair of statements within 90 days, the newest first."


@pytest.mark.parametrize("form", _READ)
def test_every_format_has_every_sentence(form: str) -> None:
    """Read back from the full dossier, none is cut and none is left out."""
    one = briefing(told())
    read = squashed(_READ[form](one))

    told_of = {section: listing for section, listing in one.listings.items() if listing.told}
    assert [*told_of] == ["moves", "other_words"]
    for section, listing in told_of.items():
        assert squashed(SECTIONS[section]) in read
        entries = [one for _, group in listing.groups for one in group]
        leads = [one.lead for one in entries if one.lead]
        for words in (*listing.told, *leads, *(one.words for one in entries)):
            assert squashed(words) in read


@pytest.mark.parametrize("report", [one for one in REPORTS if one != "full"])
def test_no_other_report_has_them(report: str) -> None:
    """One page and six slides have no room for them, and a view alone is that view."""
    one = briefing(told(), REPORTS[report])

    assert not one.listings
    assert not set(LISTINGS) & set(one.report.sections)


def test_no_slide_runs_over() -> None:
    """The rows of each slide end above its foot."""
    deck = Presentation(io.BytesIO(slides(briefing(told()))))
    tables = [shape for slide in deck.slides for shape in slide.shapes if shape.has_table]
    own = [shape for shape in tables if shape.name in {SECTIONS[one] for one in LISTINGS}]

    assert len(own) >= 2
    assert all(shape.top + shape.height <= BOTTOM for shape in own)


def test_a_view_of_one_side_has_no_moves_and_says_that_its_words_agree() -> None:
    """Without a pair there is no section; that nothing was found is a finding."""
    alone = briefing(view(said("a", "north_head", 0), parties=("north",), issues=("dam",)))

    assert alone.listings["moves"].told == ()
    assert alone.listings["other_words"].told[1] == "No two such statements lie within 90 days of each other."
    for form, read in _READ.items():
        words = squashed(read(alone))
        assert squashed(SECTIONS["moves"]) not in words, form
        assert squashed("No two such statements lie within 90 days of each other.") in words, form


def test_the_workbook_has_a_sheet_of_each() -> None:
    """The same sentences, a row each."""
    shown = told()
    found = {sheet.name: list(sheet.frame.get("words", ())) for sheet in sheets(shown)}

    assert found["moves"] == [one.sentence for one in meeting_words(shown, shown.gaps)]
    assert found["divergences"] == [one.sentence for one in divergence_words(shown)]


@pytest.mark.parametrize("format_", _READ)
def test_every_weight_is_in_every_format(format_: str) -> None:
    """What is too much for the sentence under the distances stands in a section of its own."""
    view = weighed(of_north=7, of_issues=8)
    whole, few = (briefing(one, REPORTS["full"]) for one in (view, weighed(of_issues=2)))

    read = squashed(_READ[format_](whole))
    assert all(squashed(one.words) in read for one in weight_entries(view))
    assert squashed(WEIGHTS_RULE) in read
    assert squashed(SECTIONS["weights"]) not in squashed(_READ[format_](few))
