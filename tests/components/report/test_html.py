"""The HTML file stands alone, says everything, and takes text as text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from components.figures.legend import meanings
from components.report.content import Briefing
from components.report.html import page as web_page
from components.report.html.page import MOST_COLUMNS, css_string, html, look_classes
from components.report.note_text import claim_text
from components.theme import LOOKS, STRIP_SIGNS
from tests.components.report.blanks import every_blank
from tests.components.report.handed_out import (
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


@pytest.mark.parametrize("view", VIEWS)
def test_the_finding_is_the_title_and_every_issue_has_its_own(view: str) -> None:
    """Title and grey line are those of the view; issues, pairs, claims and members are told in words."""
    made = VIEWS[view]()
    read = Read(html(made))

    assert f"{made.head.title} {made.head.measure}" in " ".join(one for one in read.texts if one)
    for card in made.cards:
        words = [card.title, card.measure]
        words += [part for pair in card.pairs for part in (pair.pair, pair.words, pair.touch)]
        words += [claim_text(claim, card.issue) for claim in card.claims]
        words += [line for lane in card.lanes for line in lane.cell.members]
        assert not [one for one in words if " ".join(one.split()) not in read.text]


def test_every_value_of_a_look_has_its_rule() -> None:
    """Edges, fills and weights are classes; none is without a style, and no two looks have the same ones."""
    css = (Path(web_page.__file__).parent / "html.css").read_text(encoding="utf-8")
    classes = {name: look_classes(look) for name, look in LOOKS.items()}

    assert not [one for told in classes.values() for one in told.split() if f".{one} " not in css]
    assert not [block for block in STRIP_SIGNS if f".block.{block or 'empty'} " not in css]
    for one, other in combinations(set(LOOKS) - {"old"}, 2):
        assert classes[one] != classes[other]


def test_cells_have_their_looks_and_strips() -> None:
    """Each cell carries the classes of its look and a block for each step."""
    made = every_blank()
    read = Read(html(made))
    drawn = [
        tag.attributes["class"] for tag in read.named("div") if "cell " in tag.attributes.get("class", "")
    ]
    blocks = [tag for tag in read.named("i") if tag.attributes.get("class", "").startswith("block ")]
    cells = [cell for row in made.matrix.rows for cell in row.cells]

    assert sorted(drawn) == sorted(f"cell {look_classes(cell.look)}" for cell in cells)
    assert len(blocks) == sum(len(cell.strip) for cell in cells) + len(made.matrix.legend.strips)
    assert not [look.words for _, look in made.matrix.legend.looks if look.words not in read.text]


@pytest.mark.parametrize("view", VIEWS)
def test_gap_charts_have_the_words_of_every_step(view: str) -> None:
    """Under each scale all its steps stand in words, over each mark its label, and what they mean."""
    made = VIEWS[view]()
    read = Read(html(made))

    for row in made.gaps.ranges:
        assert not [step.short for step in row.issue.scale if " ".join(step.short.split()) not in read.text]
        words = [word for spot in row.spots for word in spot.label.split()]
        assert not [word for word in words if word not in read.text]
    assert not [one.words for one in meanings(made.gaps.ranges) if one.words not in read.text]
    assert not [one for one in made.gaps.sentences if " ".join(one.split()) not in read.text]


def test_only_sources_behind_what_is_shown_are_listed() -> None:
    """Each source of the list is one that a note names."""
    made = istanbul_briefing()
    read = Read(html(made))
    listed = [
        tag.attributes["id"] for tag in read.named("li") if tag.attributes.get("id", "").startswith("source-")
    ]

    assert listed == [f"source-{source.id}" for source in made.codebook.sources]
    assert set(listed) == {f"source-{note.statement.source}" for note in made.notes}


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
