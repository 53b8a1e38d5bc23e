"""Reports from one page to the full dossier: their sections, their pages, and what has no room on them."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache
from html import escape
from pathlib import Path
from types import ModuleType

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.section import Section
from pptx import Presentation
from pypdf import PdfReader

from components.report import BRIEFINGS
from components.report import markdown as wiki_text
from components.report.content import Briefing, briefing
from components.report.docx import document as text_document
from components.report.docx.document import document
from components.report.files import BriefedView, briefed_view, named_files
from components.report.html.page import html
from components.report.listings import LISTINGS
from components.report.markdown import markdown
from components.report.presets import PRESETS
from components.report.sections import FULL, REPORTS, SECTIONS
from components.report.slides import deck
from components.report.slides.deck import slides
from components.report.typst.typesetting import pdf, report_handouts
from positions.address import REPORTS as IN_ADDRESS
from positions.address import SIZES
from positions.reading.dossier import load_dossier
from positions.text.known_limits import limits_line
from positions.text.markdown import as_text
from positions.view import View
from tests.components.report.handed_out import compared, silent_briefing, view_on
from tests.components.report.many_parties import many_parties
from tests.components.report.printed import Page, outside, overprinted, squashed
from tests.components.report.printed import pages as boxed_pages

DOSSIERS = ("istanbul-2022", "ukraine-2014-2026")


@cache
def shown(dossier: str) -> View:
    """The landing view of a bundled dossier, compared with the default earlier day."""
    return compared(view_on(load_dossier(dossier)))


@cache
def made(dossier: str, report: str) -> Briefing:
    """What a report holds of the landing view."""
    return briefing(shown(dossier), REPORTS[report])


def pages(content: bytes) -> list[str]:
    """The text of each page of a PDF, without blanks and marks that only bind."""
    return [squashed(page.extract_text()) for page in PdfReader(io.BytesIO(content)).pages]


def slide_texts(content: bytes) -> list[str]:
    """All text of each slide, notes apart."""
    told = []
    for slide in Presentation(io.BytesIO(content)).slides:
        shapes = list(slide.shapes)
        words = [shape.text_frame.text for shape in shapes if shape.has_text_frame]
        tables = [shape.table for shape in shapes if shape.has_table]
        words += [cell.text for table in tables for row in table.rows for cell in row.cells]
        told.append(" ".join(" ".join(words).split()))
    return told


def test_the_address_knows_every_report_and_size() -> None:
    """What the address can hold is what is offered, and its first stands for none."""
    assert tuple(REPORTS) == IN_ADDRESS
    assert tuple(PRESETS) == SIZES


def test_sections_are_known_and_the_full_dossier_has_all() -> None:
    """No report names a section that nobody writes; what the full one leaves out is told in its parts."""
    assert all(set(one.sections) <= set(SECTIONS) for one in REPORTS.values())
    assert set(FULL.sections) == set(SECTIONS) - {"finding"}
    assert len({one.file for one in REPORTS.values()}) == len(REPORTS)


@pytest.mark.parametrize("writer", [text_document, wiki_text, deck], ids=lambda one: one.__name__)
def test_every_writer_knows_every_section(writer: ModuleType) -> None:
    """A section that is added is written in every format, or this fails."""
    assert set(writer._SECTIONS) == set(SECTIONS)


def test_every_template_knows_every_section() -> None:
    """The same for the web page and for pages that are set, whose templates name sections themselves."""
    home = Path(deck.__file__).parents[1]
    web, paper = (
        (home / name).read_text() for name in ("html/briefing.html.jinja", "typst/templates/document.typ")
    )
    short = (home / "typst/templates/report.typ").read_text()

    drawn = [one for one in SECTIONS if one not in LISTINGS]
    assert not [one for one in drawn if f'"{one}" in shown' not in web]
    assert not [one for one in LISTINGS if f'"{one}"' not in web]
    assert not [
        one
        for one in FULL.sections
        if one in drawn and f'name == "{one}"' not in paper and f"{one}: {one}" not in paper
    ]
    assert "name in c.listings" in paper
    assert not [one for one in REPORTS["slides"].sections if f"  {one}: " not in short]


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("dossier", DOSSIERS)
def test_a_short_report_keeps_to_its_pages(dossier: str, preset: str) -> None:
    """One page is one page and six slides are six, at every size, each with the three lines of the view."""
    view = shown(dossier)
    for report, count in (("page", 1), ("slides", 6)):
        told = pages(pdf(made(dossier, report), PRESETS[preset]))

        assert len(told) == count
        assert squashed(view.finding) in told[0]
        assert all(squashed(view.source_line)[:60] in one for one in told)


@pytest.mark.parametrize("dossier", [*DOSSIERS, "training-strait"])
def test_one_page_names_the_limits_in_the_same_words_in_every_format(dossier: str) -> None:
    """At the foot, behind the source line; the six slides and the view keep to the source line."""
    one = made(dossier, "page")
    words = limits_line(shown(dossier).tables.dossier.limits)
    foot = Document(io.BytesIO(document(one))).sections[0].footer.paragraphs[0].text

    assert one.head.footer == f"{shown(dossier).source_line} · {words}"
    assert words in foot
    assert words in slide_texts(slides(one))[0]
    assert escape(words, quote=False) in html(one).decode().replace("&#39;", "'")
    assert as_text(words) in markdown(one).decode()
    (page,) = pages(pdf(one, PRESETS["a4-portrait"]))
    assert squashed(words) in page
    assert made(dossier, "slides").head.footer == shown(dossier).source_line


def boxed(view: View, report: str, preset: str) -> list[Page]:
    """The pages of a report with the box of every letter."""
    return boxed_pages(pdf(briefing(view, REPORTS[report]), PRESETS[preset]))


@pytest.mark.parametrize("report", ["page", "slides"])
@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("dossier", DOSSIERS)
def test_nothing_is_cut_or_overprinted(dossier: str, preset: str, report: str) -> None:
    """Every letter stands inside the margins, and no letter on another."""
    size = PRESETS[preset]
    for page in boxed(shown(dossier), report, preset):
        assert not outside(page, size.points(size.margin) * 0.45)
        assert not overprinted(page)


@pytest.mark.parametrize("report", ["page", "slides"])
@pytest.mark.parametrize("preset", ["slide", "a4-portrait"])
@pytest.mark.parametrize("case", ["names", "many"])
def test_nothing_is_cut_of_long_names_and_many_sides(case: str, preset: str, report: str) -> None:
    """Names of 190 letters without a blank, and 38 sides on ten issues, stay inside the margins."""
    size = PRESETS[preset]
    view = many_parties(4, name="N" * 190) if case == "names" else many_parties(38, 10)
    found = boxed(view, report, preset)

    assert len(found) == (1 if report == "page" else 6)
    assert not [letter for page in found for letter in outside(page, size.points(size.margin) * 0.45)]


@pytest.mark.parametrize("dossier", DOSSIERS)
def test_a_short_deck_keeps_to_its_slides(dossier: str) -> None:
    """PPTX: one slide, or six in the order of the sections, with the finding on the first."""
    assert len(slide_texts(slides(made(dossier, "page")))) == 1
    told = slide_texts(slides(made(dossier, "slides")))

    assert len(told) == 6
    assert shown(dossier).finding in told[0]
    assert [SECTIONS[one] in told[place] for place, one in ((1, "matrix"), (3, "pairs"), (4, "changes"))] == [
        True,
        True,
        True,
    ]


def test_three_sides_and_five_issues_stand_on_one_page_of_any_size() -> None:
    """Every issue of the landing view is on the page with its point, and no row is left out."""
    view, one = shown("istanbul-2022"), made("istanbul-2022", "page")
    texts = [pages(pdf(one, preset))[0] for preset in PRESETS.values()] + [
        squashed(text) for text in slide_texts(slides(one))
    ]

    for text in texts:
        assert all(squashed(issue.name) in text for issue in view.issues)
        assert "issuesthose" not in text
        for row in one.matrix.rows:
            for cell in row.cells:
                assert squashed(cell.words.title) in text or squashed(cell.tight.title) in text


@pytest.mark.parametrize("dossier", DOSSIERS)
def test_conditions_and_doubt_stay_in_short_cells(dossier: str) -> None:
    """A short or a tight cell of one side keeps every condition of its point, and says doubt."""
    for row, cells in zip(made(dossier, "page").matrix.rows, made(dossier, "full").matrix.rows, strict=True):
        for short, full in zip(row.cells, cells.cells, strict=True):
            conditions = [line for line in full.words.body if line.startswith("condition")]
            assert all(line in short.words.lines and line in short.tight.lines for line in conditions)
            if any("unsure" in line for line in full.words.notes):
                assert any("unsure" in line for line in short.words.lines)
                assert any("unsure" in line for line in short.tight.lines)


@pytest.mark.parametrize("report", ["page", "slides"])
def test_what_has_no_room_is_counted(report: str) -> None:
    """Thirty-eight sides on twelve issues: the pages stay as many, and say how much of all they show."""
    many = briefing(many_parties(38, 12), REPORTS[report])
    told = pages(pdf(many, PRESETS["slide"]))

    assert len(told) == (1 if report == "page" else 6)
    assert any("thefulldossierhasthemall" in one for one in told)
    assert any("the full dossier has them all" in one for one in slide_texts(slides(many)))


def test_only_sources_behind_what_is_shown_are_named() -> None:
    """A report of two sides on one issue names the sources of their statements and no other."""
    view = shown("ukraine-2014-2026")
    narrow = View(view.tables, replace(view.selection, parties=("russia", "ukraine"), issues=("crimea",)))
    one = briefing(narrow, REPORTS["slides"])
    used = {view.tables.by_id[statement].source for statement in narrow.statements}

    assert {source.id for source in one.codebook.sources} == used
    for source in one.codebook.sources:
        assert source.custom.short_name in slide_texts(slides(one))[5]
    assert len(used) < len(view.sources)


@pytest.mark.parametrize("report", REPORTS)
def test_texts_hold_the_sections_of_the_report_and_no_other(report: str) -> None:
    """Markdown, HTML and DOCX have the headings of the sections, in their order."""
    one = made("istanbul-2022", report)
    silent = {name for name, listing in one.listings.items() if not listing.told}  # no weights are given
    telling = [name for name in one.report.sections if name not in silent]
    wanted = [SECTIONS[name] for name in telling if name not in ("finding", "changes")]
    headings = [line[3:] for line in markdown(one).decode().splitlines() if line.startswith("## ")]
    styled = [
        paragraph.text
        for paragraph in Document(io.BytesIO(document(one))).paragraphs
        if paragraph.style is not None and paragraph.style.name == "Heading 1"
    ]
    page = html(one).decode()

    assert [name for name in headings if name != SECTIONS["changes"]] == wanted
    assert [name for name in styled if name in wanted] == [
        name for name in wanted if name != SECTIONS["notes"]
    ]
    assert silent <= {"weights"}
    assert page.count("<section") == len(set(telling))


@pytest.mark.parametrize("report", [one for one in REPORTS if one not in ("page", "slides")])
def test_every_report_is_made_in_every_format(report: str) -> None:
    """A view, a cell or all of it: each format makes files that are not empty, the same each time."""
    view = shown("istanbul-2022")
    one = briefed_view(view, REPORTS[report])
    for form in BRIEFINGS:
        files = named_files(form, one, PRESETS["card"])

        assert files
        assert all(file.content for file in files)
    assert slides(one.briefing) == slides(briefed_view(view, REPORTS[report]).briefing)


def cell_report(holder: str, issue: str) -> BriefedView:
    """A report of one cell of the bundled dossier."""
    view = shown("istanbul-2022")
    chosen = View(view.tables, replace(view.selection, cell=(holder, issue)))
    return briefed_view(chosen, REPORTS["cell"])


def test_a_report_of_one_cell_is_about_that_cell() -> None:
    """Its title says the point with its doubt, its notes are those of the cell, its file names it."""
    weak, sure = cell_report("russia", "crimea"), cell_report("ukraine", "neutrality")

    assert weak.briefing.head.title == "Russia on Crimea: Russian; closed (low confidence)"
    assert sure.briefing.head.title == "Ukraine on neutrality: Neutral for guarantees"
    assert "condition: only in exchange for security guarantees" in sure.briefing.head.measure
    assert [note.statement.issue for note in sure.briefing.notes] == ["neutrality"] * len(sure.briefing.notes)
    pdf_form = next(form for form in BRIEFINGS if form.id == "pdf")
    assert "one-cell-russia-crimea" in named_files(pdf_form, weak, PRESETS["slide"])[0].name


def test_pictures_of_short_reports_say_what_they_show() -> None:
    """PNG and SVG: one per page under its own name; an SVG has a title and a description."""
    names = [one.view for one in report_handouts(made("istanbul-2022", "slides"), PRESETS["card"], "png")]
    (page,) = report_handouts(made("istanbul-2022", "page"), PRESETS["card"], "svg")

    assert names == [f"six-slides-{place}-{one}" for place, one in enumerate(REPORTS["slides"].sections, 1)]
    assert page.view == "one-page"
    assert f"<title>{shown('istanbul-2022').finding}</title>".encode() in page.content
    assert b"<desc>" in page.content


@pytest.mark.parametrize("report", ["page", "slides"])
def test_a_silent_dossier_has_short_reports_too(report: str) -> None:
    """Where nobody has spoken the pages say so, and are as many."""
    silent = replace(silent_briefing(), report=REPORTS[report])

    assert len(pages(pdf(silent, PRESETS["a4-portrait"]))) == (1 if report == "page" else 6)
    assert len(slide_texts(slides(silent))) == (1 if report == "page" else 6)


def test_the_contents_stand_on_the_cover() -> None:
    """No sheet holds the rest of a list of contents alone."""
    first, second, *_ = pages(pdf(made("ukraine-2014-2026", "full"), PRESETS["slide"]))

    heads = [squashed(SECTIONS[one]) for one in ("matrix", "changes", "notes", "sources")]
    assert all(head in first for head in heads)
    assert heads[0] in second


@pytest.mark.parametrize("report", ["slides", "full"])
def test_figures_of_the_document_fit_their_pages(report: str) -> None:
    """None is cut at the foot of a page that lies across, nor leaves its heading alone on a page."""
    paper = Document(io.BytesIO(document(made("istanbul-2022", report))))
    sections, drawn = iter(paper.sections), []
    section = next(sections)
    for block in paper.element.body:
        for extent in block.iter(qn("wp:extent")):
            width, height = _room(section)
            drawn.append((int(extent.get("cx")) <= width, int(extent.get("cy")) < height))
        if list(block.iter(qn("w:sectPr"))) and block.tag != qn("w:sectPr"):
            section = next(sections)

    assert drawn
    assert all(wide and high for wide, high in drawn)


def _room(section: Section) -> tuple[int, int]:
    """Width and height between the margins of a page."""
    across = (section.page_width, section.left_margin, section.right_margin)
    down = (section.page_height, section.top_margin, section.bottom_margin)
    (width, left, right), (height, top, bottom) = ([int(one or 0) for one in each] for each in (across, down))
    return width - left - right, height - top - bottom
