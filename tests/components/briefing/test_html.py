"""The HTML file stands alone, says everything, and takes text as text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from html.parser import HTMLParser

import pytest
from syrupy.assertion import SnapshotAssertion

from components.briefing.content import Briefing
from components.briefing.html import MOST_COLUMNS, css_string, html
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
_VOID = {"meta", "path", "line", "rect", "br"}


@dataclass(frozen=True)
class Tag:
    """A start tag as it was read."""

    name: str
    attributes: dict[str, str]


class Read(HTMLParser):
    """A page read by the standard library: tags, texts, and tags that were never closed."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[Tag] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.feed(page.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag, and that it is open."""
        self.tags.append(Tag(tag, {name: value or "" for name, value in attrs}))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag that closes itself."""
        self.tags.append(Tag(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost tag, which must be this one."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep texts, but not the style sheet."""
        if self.open and self.open[-1] != "style":
            self.texts.append(" ".join(data.split()))

    def named(self, name: str) -> list[Tag]:
        """All tags of one name."""
        return [tag for tag in self.tags if tag.name == name]

    @property
    def text(self) -> str:
        """All text in one line, and the descriptions of drawings."""
        said = [tag.attributes["aria-label"] for tag in self.tags if "aria-label" in tag.attributes]
        return " ".join([*self.texts, *said])


def outline(page: Read) -> Iterator[str]:
    """What the page consists of: regions, headings, tables and their heads, drawings, notes."""
    kept = {
        "header",
        "nav",
        "main",
        "section",
        "h1",
        "h2",
        "h3",
        "table",
        "caption",
        "figure",
        "ol",
        "footer",
    }
    for tag in page.tags:
        if tag.name in kept or tag.attributes.get("role") == "img" or tag.attributes.get("scope") == "col":
            shown = {
                name: tag.attributes[name] for name in ("id", "class", "scope") if name in tag.attributes
            }
            yield " ".join([tag.name, *(f"{name}={value}" for name, value in shown.items())])


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_loaded_from_anywhere(view: str) -> None:
    """No script, image, frame, font or style comes from outside; addresses are links to sources."""
    page = html(VIEWS[view]())
    read = Read(page)
    loading = [
        tag for tag in read.tags if {"src", "srcset", "action", "data", "poster"} & set(tag.attributes)
    ]
    links = [tag.attributes["href"] for tag in read.tags if "href" in tag.attributes]

    assert not loading
    assert not {tag.name for tag in read.tags} & {
        "script",
        "link",
        "img",
        "iframe",
        "object",
        "embed",
        "base",
    }
    assert not re.search(rb"url\(|@import|expression\(", page)
    assert {tag.name for tag in read.tags if "href" in tag.attributes} <= {"a"}
    assert all(link.startswith("#") for link in links)
    assert not [name for tag in read.tags for name in tag.attributes if name.startswith("on")]


@pytest.mark.parametrize("view", VIEWS)
def test_the_page_is_well_formed(view: str) -> None:
    """Every tag is closed in its turn, anchors are used once, and every link leads somewhere."""
    read = Read(html(VIEWS[view]()))
    anchors = [tag.attributes["id"] for tag in read.tags if "id" in tag.attributes]
    leads = {tag.attributes["href"][1:] for tag in read.named("a")}

    assert not read.open
    assert len(anchors) == len(set(anchors))
    assert leads <= set(anchors)
    assert read.named("html")[0].attributes["lang"] == "en"


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_left_out(view: str) -> None:
    """Every title, condition, phrase and speaker, the day, the version and the line beneath are there."""
    made = VIEWS[view]()
    text = Read(html(made)).text

    assert not [told for told in must_be_told(made) if " ".join(told.split()) not in text]


def test_every_note_is_linked_there_and_back() -> None:
    """From a cell to its statements at the end, and from a statement to its cells."""
    made = istanbul_briefing()
    read = Read(html(made))
    leads = [tag.attributes["href"] for tag in read.named("a")]

    for row in made.matrix.rows:
        for cell in row.cells:
            for number in cell.notes:
                assert f"#note-{number}" in leads
                assert f"#cell-{cell.holder}-{cell.issue}" in leads


def test_hostile_texts_stay_text() -> None:
    """Tags in a dossier are shown, not run; nothing of them is lost."""
    page = html(hostile_briefing())
    read = Read(page)

    assert b"<script" not in page
    for text in HOSTILE:
        assert text in read.text


def test_a_text_cannot_leave_its_string_in_the_style_sheet() -> None:
    """Quotation marks, ends of tags and lines are written as numbers."""
    assert css_string('a"; } </style>\n') == '"a\\22 \\3b  \\7d  \\3c \\2f style\\3e \\a "'


def test_a_source_with_an_address_is_a_link_and_a_false_one_is_not() -> None:
    """Only pages are linked; what a browser would run is printed as text."""
    made = small_briefing()
    first, second = made.codebook.sources[:2]
    sources = (
        first.model_copy(update={"url": "https://paper.invalid/a?b=1&c=2"}),
        second.model_copy(update={"url": "javascript:alert(1)"}),
    )
    codebook = replace(made.codebook, sources=(*sources, *made.codebook.sources[2:]))
    changed = replace(made, codebook=codebook)
    links = [tag.attributes["href"] for tag in Read(html(changed)).named("a")]

    assert "https://paper.invalid/a?b=1&c=2" in links
    assert not [link for link in links if link.startswith("javascript")]


def test_many_columns_are_split_into_numbered_tables() -> None:
    """No table has more columns than a page can hold, and each says which ones it has."""
    made = wide_briefing()
    page = html(made).decode()
    count = len(made.matrix.columns)

    assert count > MOST_COLUMNS
    assert f"columns 1 to {MOST_COLUMNS} of {count}" in page
    assert f"columns {MOST_COLUMNS + 1} to {count} of {count}" in page


def test_the_structure_of_the_page(snapshot: SnapshotAssertion) -> None:
    """Regions, headings, tables, drawings and notes in their order."""
    assert "\n".join(outline(Read(html(small_briefing())))) == snapshot


def test_the_same_briefing_makes_the_same_bytes() -> None:
    """Two files can be compared."""
    assert html(small_briefing()) == html(small_briefing())
