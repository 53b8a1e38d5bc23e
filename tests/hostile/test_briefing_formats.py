"""Hostile words in the formats of a briefing: read back they are text, and nothing is followed or run."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import openpyxl
import pypdf
import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html
from markdown_it import MarkdownIt
from pptx import Presentation

from components.report import BRIEFINGS
from components.report.files import NamedFile, named_files, packed
from components.report.html.page import css_string
from components.report.presets import PRESETS
from components.report.running_text import html_of
from positions.method.codebook import codebook
from positions.text.direction import bare
from positions.text.markdown import as_text
from tests.hostile.conftest import HostileView
from tests.hostile.fuzz import FUZZ
from tests.hostile.words import SIGNS

_MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_INVISIBLE = dict.fromkeys(map(ord, "\u2068\u2069\u200b\u00ad"))


def files(shown: HostileView, form: str) -> tuple[NamedFile, ...]:
    """The files of one format of BRIEFINGS for the hostile dossier, made once."""
    if form not in shown.made:
        wanted = next(one for one in BRIEFINGS if one.id == form)
        shown.made[form] = named_files(wanted, shown.briefed, PRESETS["a4-portrait"])
    return shown.made[form]


def letters(text: str) -> str:
    """A text without blanks, line breaks and signs of direction, which each format sets in its own way."""
    return "".join(bare(text).translate(_INVISIBLE).split())


def told(shown: HostileView) -> list[str]:
    """Words of the dossier that every full briefing must have: statements, issues, steps, limits, sources."""
    briefing = shown.briefed.briefing
    return [
        briefing.head.title,
        briefing.head.subject,
        briefing.head.question,
        *(one.statement.summary for one in briefing.notes),
        *(one.condition for one in briefing.notes if one.condition),
        *(one.name for one in briefing.codebook.issues),
        *(step.label for one in briefing.codebook.issues for step in one.scale),
        *briefing.codebook.limits,
        *(one.title for one in briefing.codebook.sources),
    ]


def missing(shown: HostileView, text: str) -> list[str]:
    """The words of the dossier that are not in a text letter by letter."""
    written = letters(text)
    return [one for one in told(shown) if letters(one) not in written]


def test_a_lost_letter_is_noticed(shown: HostileView) -> None:
    """The comparison below can fail: a text without one of its signs lacks the words that have it."""
    whole = " ".join(told(shown))

    assert missing(shown, whole) == []
    assert missing(shown, whole.replace("<", "")) != []
    assert len(set(told(shown))) > 60


def _parts(content: bytes, ending: str = ".xml") -> dict[str, Any]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {
            name: etree.fromstring(package.read(name)) for name in package.namelist() if name.endswith(ending)
        }


def _outside(content: bytes) -> list[str]:
    """Targets outside of an office file to which its relations lead."""
    relations = _parts(content, ".rels").values()
    return [one.get("Target") for root in relations for one in root if one.get("TargetMode") == "External"]


def test_html_is_text(shown: HostileView) -> None:
    """No script, picture, frame or handler comes of a word; links lead inside or to the web."""
    page = html.fromstring(files(shown, "html")[0].content)
    links = [one.get("href") for one in page.iter("a")]
    names = {str(name) for one in page.iter() for name in one.attrib}

    assert missing(shown, page.text_content()) == []
    assert not [one.tag for one in page.iter("script", "img", "iframe", "object", "embed", "link", "form")]
    assert not [name for name in names if name.startswith("on") or name in ("src", "srcdoc", "action")]
    assert all(re.match(r"#|https://", link) for link in links)
    assert [link for link in links if not link.startswith("#")] == ["https://y.invalid/a_(b)?c=d&amp;e=%20#f"]
    assert "url(" not in "".join(one.get("style") or "" for one in page.iter())


@FUZZ
@given(st.lists(st.sampled_from([*SIGNS, "</style>", "\n", "}"])).map("".join))
def test_any_text_in_a_style_sheet_is_a_string(text: str) -> None:
    """Nothing ends the string or the style sheet, and each sign can be read back."""
    written = css_string(text)

    assert re.fullmatch(r'"[A-Za-z0-9 \\]*"', written)
    assert re.sub(r"\\([0-9a-f]+) ", lambda found: chr(int(found[1], 16)), written[1:-1]) == text


def _rendered(written: str) -> Any:
    return html.fromstring(f"<div>{_MARKDOWN.render(written)}</div>")


@pytest.mark.parametrize("form", ["md", "paragraphs_md"])
def test_markdown_is_text(shown: HostileView, form: str) -> None:
    """No link, picture, code or tag of a word is left in the Markdown of a briefing."""
    written = files(shown, form)[0].content.decode()
    page = _rendered(re.sub(r"\[\^\d+\]:?", "", written))

    assert not [one.tag for one in page.iter("a", "img", "script", "code", "del", "pre", "blockquote", "svg")]
    if form == "md":
        assert missing(shown, page.text_content()) == []


def test_the_codebook_is_text(shown: HostileView) -> None:
    """Its code is its own names of columns; no word of a dossier is read as Markdown."""
    page = _rendered(codebook(shown.view.tables.dossier))
    code = [one.text for one in page.iter("code")]

    assert not [one.tag for one in page.iter("a", "img", "script", "del", "pre", "blockquote", "svg")]
    assert all(re.fullmatch(r"[A-Za-z0-9_, -]+", one) for one in code)
    assert [
        one for one in shown.view.tables.dossier.limits if letters(one) not in letters(page.text_content())
    ] == []


@FUZZ
@given(
    st.lists(st.sampled_from(SIGNS), min_size=1).map("".join)
    | st.text(st.characters(exclude_categories=["C"]))
)
def test_any_text_in_markdown_is_text(text: str) -> None:
    """Whatever signs a text has, a reader of the rendered file sees them and no more."""
    page = _rendered(as_text(text))
    plain = " ".join(text.split())

    assert " ".join(page.text_content().split()) == plain
    assert {one.tag for one in page.iter() if isinstance(one.tag, str)} <= {"div", "p"}


@pytest.mark.parametrize("word", ["a@x.org", ":smile:"])
def test_what_is_replaced_after_escapes_is_kept_apart(word: str) -> None:
    """A comment stands inside an address of mail and a name of an emoji, which GitHub replaces late."""
    assert "<!-- -->" in as_text(word)


def test_rich_text_for_the_clipboard_is_text(shown: HostileView) -> None:
    """What is copied for a word processor has no tag or handler of a word."""
    page = html.fromstring(f"<div>{html_of(shown.briefed.briefing.text)}</div>")
    tags = {one.tag for one in page.iter()}

    assert tags <= {"div", "h2", "p", "ul", "li", "i", "a", "sup", "hr"}
    assert all(one.get("href").startswith("#") for one in page.iter("a"))


@pytest.mark.parametrize("form", ["docx", "paragraphs"])
def test_documents_are_text(shown: HostileView, form: str) -> None:
    """No field but page numbers and notes, no link to the outside; the words stand letter by letter."""
    content = files(shown, form)[0].content
    roots = _parts(content).values()
    orders = {"".join(one.itertext()).strip() for root in roots for one in root.iter("{*}instrText")}
    words = "".join("".join(root.itertext("{*}t")) for root in roots)

    assert Document(io.BytesIO(content)).core_properties.title == shown.view.tables.dossier.title
    assert _outside(content) == []
    assert all(re.fullmatch(r"PAGE|NOTEREF note\d+ \\h", one) for one in orders)
    assert not [root for root in roots if list(root.iter("{*}fldSimple", "{*}altChunk", "{*}object"))]
    if form == "docx":
        assert missing(shown, words) == []


def _workbooks(content: bytes) -> Iterator[bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        yield from (package.read(name) for name in package.namelist() if name.endswith(".xlsx"))


def test_slides_are_text(shown: HostileView) -> None:
    """No link or action on a slide; the workbooks of its charts hold texts and numbers alone."""
    content = files(shown, "pptx")[0].content
    deck = Presentation(io.BytesIO(content))
    words = "".join("".join(root.itertext("{*}t")) for root in _parts(content).values())
    books = list(_workbooks(content))

    assert len(deck.slides) > 6
    assert missing(shown, words) == []
    assert _outside(content) == []
    assert not [
        root for root in _parts(content).values() if list(root.iter("{*}hlinkClick", "{*}hlinkHover"))
    ]
    assert books
    for book in books:
        cells = [cell for sheet in openpyxl.load_workbook(io.BytesIO(book)) for row in sheet for cell in row]
        assert {cell.data_type for cell in cells if cell.value is not None} <= {"s", "n"}
        assert not [cell for cell in cells if cell.hyperlink]
        assert _outside(book) == []


def test_names_of_series_are_those_of_the_dossier(shown: HostileView) -> None:
    """A name that begins like a formula or an address stands in the sheet of the chart as it is."""
    names = [column.name for column in shown.briefed.briefing.matrix.columns]
    cells = {
        letters(str(cell.value))
        for book in _workbooks(files(shown, "pptx")[0].content)
        for sheet in openpyxl.load_workbook(io.BytesIO(book))
        for row in sheet
        for cell in row
    }

    assert any(cell.startswith(letters(name)) for name in names for cell in cells)


def test_the_pdf_is_text(shown: HostileView) -> None:
    """No script, action or link to the outside; title and words are those of the dossier."""
    reader = pypdf.PdfReader(io.BytesIO(files(shown, "pdf")[0].content))
    notes = [one.get_object() for page in reader.pages for one in page.get("/Annots") or ()]
    text = "".join(page.extract_text() for page in reader.pages)
    lacking = missing(shown, text)

    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(reader.root_object)
    assert "/JavaScript" not in reader.root_object.get("/Names", {})
    assert not [one for one in notes if one.get("/A", {}).get("/S") not in (None, "/GoTo")]
    assert lacking == []


@pytest.mark.parametrize("form", ["svg", "png"])
def test_pictures_run_nothing(shown: HostileView, form: str) -> None:
    """Every drawing is sound XML without script, handler, picture or link; every file has a safe name."""
    made = files(shown, form)

    assert all(re.fullmatch(rf"positions_hostile_[A-Za-z0-9_.-]+\.{form}", one.name) for one in made)
    for one in made if form == "svg" else ():
        root = etree.fromstring(one.content)
        assert not list(root.iter("{*}script", "{*}image", "{*}foreignObject", "{*}a"))
        assert not [name for part in root.iter() for name in part.attrib if str(name).startswith("on")]


def test_names_in_a_zip_are_safe(shown: HostileView) -> None:
    """No member of the folder of all files leaves it."""
    made = [file for one in BRIEFINGS for file in files(shown, one.id)]
    with zipfile.ZipFile(io.BytesIO(packed(made))) as package:
        names = package.namelist()

    assert len(names) == len(set(names)) == len(made)
    assert all(re.fullmatch(r"positions_hostile_[A-Za-z0-9_.-]+", name) for name in names)
