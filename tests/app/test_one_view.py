"""No two outputs disagree: finding, measure line, gaps, cells and blanks are read back from every format."""

from __future__ import annotations

import datetime as dt
import html
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from xml.etree import ElementTree

import openpyxl
import pytest
from docx import Document
from pptx import Presentation
from typer.testing import CliRunner

from components.cli.commands import app
from components.pages import PAGES
from components.report import BRIEFINGS, Format
from components.report.files import briefed_view, named_files
from components.report.presets import PRESETS
from positions.export import EXPORTS, Export
from positions.reading.dossier import dossier_folder, load_dossier
from positions.selection import default_selection
from positions.tables import Tables
from positions.text.cell import cell_words
from positions.text.gaps import gap_size, widest_words
from positions.view import View, view_of
from tests.app.conftest import RunPage
from tests.components.report.printed import pages, squashed


@cache
def tables(dossier: str) -> Tables:
    """The tables of a bundled dossier."""
    return Tables(load_dossier(dossier), dossier_folder(dossier))


@cache
def view(name: str) -> View:
    """One of the views that are compared."""
    dossier, day, parties, unfolded = VIEWS[name]
    found = tables(dossier)
    selection = default_selection(found.dossier, dt.date.fromisoformat(day))
    chosen = replace(selection, parties=parties or selection.parties, unfolded=unfolded)
    return view_of(found, chosen)


VIEWS: dict[str, tuple[str, str, tuple[str, ...], tuple[str, ...]]] = {
    "istanbul": ("istanbul-2022", "2022-04-05", (), ()),
    "istanbul unfolded": ("istanbul-2022", "2022-03-29", (), ("west",)),
    "west folded": ("ukraine-2014-2026", "2026-06-24", ("russia", "ukraine", "west"), ()),
    "west unfolded": ("ukraine-2014-2026", "2026-06-24", ("russia", "ukraine", "west"), ("west",)),
    "apart": ("ukraine-2014-2026", "2026-06-24", (), ()),
    "minsk": ("ukraine-2014-2026", "2021-12-31", ("minsk-ii", "russia", "ukraine", "west"), ()),
}


class _Words(HTMLParser):
    """The words of a page without its styles."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Note where a style begins."""
        self._style = tag == "style"

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        """Note where it ends."""
        self._style = False

    def handle_data(self, data: str) -> None:
        """Keep what is not a style."""
        if not self._style:
            self.found.append(data)


def pdf_words(content: bytes) -> str:
    """The words of all pages."""
    return " ".join(page.words for page in pages(content))


def html_words(content: bytes) -> str:
    """The words of the page."""
    words = _Words()
    words.feed(content.decode())
    return " ".join(words.found)


def pptx_words(content: bytes) -> str:
    """The words of all slides, their tables and notes."""
    found = []
    for slide in Presentation(io.BytesIO(content)).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                found.append(shape.text_frame.text)
            if shape.has_table:
                found += [cell.text for row in shape.table.rows for cell in row.cells]
        notes = slide.notes_slide.notes_text_frame
        found.append(notes.text if notes else "")
    return " ".join(found)


def docx_words(content: bytes) -> str:
    """The words of paragraphs, tables and the foot."""
    paper = Document(io.BytesIO(content))
    found = [paragraph.text for paragraph in paper.paragraphs]
    found += [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    found += [paragraph.text for section in paper.sections for paragraph in section.footer.paragraphs]
    return " ".join(found)


def markdown_words(content: bytes) -> str:
    """The words without the signs that keep them from being read as Markdown."""
    plain = re.sub(r"\\([^\w\s])", r"\1", content.decode())
    return html.unescape(re.sub(r"\[\^\d+\]|\*|<br>", " ", plain))


def workbook_words(content: bytes) -> str:
    """The texts of all cells of all sheets."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return " ".join(
        str(cell.value)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    )


def json_words(content: bytes) -> str:
    """All texts and numbers of the export."""
    return json.dumps(json.loads(content), ensure_ascii=False).replace("\\n", " ")


def svg_words(content: bytes) -> str:
    """Title and description of a picture, whose letters are outlines."""
    root = ElementTree.fromstring(content)
    return " ".join(text for node in list(root)[:2] for text in node.itertext())


READERS: dict[str, Callable[[bytes], str]] = {
    "pdf": pdf_words,
    "html": html_words,
    "pptx": pptx_words,
    "docx": docx_words,
    "md": markdown_words,
    "workbook": workbook_words,
    "view": json_words,
}


@cache
def words_of(form: str, name: str) -> str:
    """What a format says of a view, without spaces and hyphens."""
    forms: tuple[Format | Export, ...] = (*BRIEFINGS, *EXPORTS)
    found = next(one for one in forms if one.id == form)
    files = named_files(found, briefed_view(view(name)), PRESETS["slide"])
    return squashed(READERS[form](files[0].content))


def missing(words: str, wanted: list[str]) -> list[str]:
    """Which of the wanted texts are not among the words."""
    return [one for one in wanted if squashed(one) not in words]


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("form", READERS)
def test_every_format_says_the_three_lines_of_the_view(form: str, name: str) -> None:
    """Finding, measure line with its coverage, and source line are those of the View."""
    shown = view(name)

    assert not missing(words_of(form, name), [shown.finding, shown.measure, shown.source_line])


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("form", READERS)
def test_every_format_gives_the_widest_gap_of_each_issue(form: str, name: str) -> None:
    """Size and pairs of the widest gap are those of the View, or why nothing is compared."""
    shown = view(name)
    widest = [widest_words(shown, issue.id) for issue in shown.issues]

    assert not missing(words_of(form, name), [text for one in widest for text in (one.size, *one.pairs)])


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("form", READERS)
def test_every_format_says_what_each_cell_says(form: str, name: str) -> None:
    """Point or blank, condition or members, day and speaker, other words and notes stand in full."""
    shown = view(name)
    wanted = [line for cell in shown.cells for line in cell_words(cell, shown.tables).lines]

    assert not missing(words_of(form, name), wanted)


@pytest.mark.parametrize("name", VIEWS)
def test_the_terminal_prints_the_same(name: str) -> None:
    """The matrix of the command line has the lines of the View and its widest gaps."""
    dossier, day, parties, unfolded = VIEWS[name]
    if unfolded:
        pytest.skip("the command line takes members as columns and does not unfold")
    shown = view(name)
    asked = ["matrix", dossier, "--as-of", day, *(["--parties", ",".join(parties)] if parties else [])]
    printed = CliRunner().invoke(app, [*asked, "--csv"]).output
    table = CliRunner().invoke(app, asked).output
    wanted = [line for cell in shown.cells for line in cell_words(cell, shown.tables).lines]
    widest = [widest_words(shown, issue.id).size for issue in shown.issues]

    assert not missing(squashed(printed.replace('""', '"')), [*wanted, *widest])
    assert not missing(squashed(table), [shown.finding, shown.measure, shown.source_line])


@pytest.mark.parametrize("name", VIEWS)
def test_the_sheets_of_gaps_hold_every_gap(name: str) -> None:
    """The workbook's gaps are those of the View, one row each, with their size."""
    shown = view(name)
    form = next(one for one in EXPORTS if one.id == "workbook")
    book = openpyxl.load_workbook(io.BytesIO(form.made(shown)))
    rows = list(book["gaps"].iter_rows(min_row=2, values_only=True))

    assert len([row for row in rows if any(row)]) >= len(shown.gaps)
    assert all(gap_size(gap, shown.tables) for gap in shown.gaps)


def test_no_view_has_two_numbers_for_one_gap() -> None:
    """West unfolded: the widest gap of an issue is the widest of all firm gaps that any page can show."""
    for name in VIEWS:
        shown = view(name)
        for issue in shown.scaled:
            firm = [gap.gap for gap in shown.gaps_on(issue.id) if gap.basis == "firm" and gap.gap is not None]
            widest = {gap.gap for gap in shown.widest_on(issue.id)}
            assert widest == ({max(firm)} if firm else set())


@pytest.mark.parametrize("name", VIEWS)
def test_pictures_are_titled_with_the_finding(name: str) -> None:
    """Each SVG says the finding, or that of its issue, and its sheet in words."""
    shown = view(name)
    form = next(one for one in BRIEFINGS if one.id == "svg")
    for file in named_files(form, briefed_view(shown), PRESETS["slide"]):
        words = svg_words(file.content)
        if "_matrix" in file.name:
            titles = [cell_words(cell, shown.tables).title for cell in shown.cells]
            assert not missing(squashed(words), [shown.finding, shown.measure, *titles])
        if "_ranges" in file.name:
            widest = [widest_words(shown, issue.id) for issue in shown.scaled]
            assert not missing(squashed(words), [shown.finding, *(one.size for one in widest)])


@pytest.mark.parametrize("path", ["", "gaps", "movement", "issue", "briefing"])
@pytest.mark.parametrize("name", VIEWS)
def test_the_pages_say_the_lines_of_the_view(run_page: RunPage, name: str, path: str) -> None:
    """Title, grey line and source line on screen are those of the View, or of its movement or issue."""
    dossier, day, parties, unfolded = VIEWS[name]
    given = {"day": day, "parties": ",".join(parties), "unfolded": ",".join(unfolded)}
    address = {key: value for key, value in given.items() if value}
    page = next(page for page in PAGES if page.path == path or (not path and page is PAGES[0]))
    app = run_page(page.path, dossier, **address)
    shown = view(name)
    said = squashed(" ".join(one.value for one in (*app.main.title, *app.main.caption)).replace("\\", ""))
    alone = view_of(shown.tables, replace(shown.selection, issues=shown.selection.issues[:1]))
    wanted = {
        "movement": [shown.movement_finding, shown.movement_measure, shown.source_line],
        "issue": [alone.finding, alone.measure],
        "briefing": [shown.source_line],
    }

    assert not app.exception
    assert not missing(said, wanted.get(path, [shown.finding, shown.measure, shown.source_line]))
