"""The Markdown for a wiki renders to tables and text, and nothing in a dossier is read as Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from syrupy.assertion import SnapshotAssertion

from components.briefing.content import Briefing
from components.briefing.markdown import as_text, markdown
from tests.components.briefing.handed_out import (
    hostile_briefing,
    istanbul_briefing,
    must_be_told,
    silent_briefing,
    small_briefing,
    wide_briefing,
)
from tests.positions.export.hostile import HOSTILE
from tests.positions.factories import MODEST

READER = MarkdownIt("commonmark").enable("table")
VIEWS: dict[str, Callable[[], Briefing]] = {
    "small": small_briefing,
    "istanbul": istanbul_briefing,
    "wide": wide_briefing,
    "hostile": hostile_briefing,
    "silent": silent_briefing,
}


def tokens_in(written: str) -> Iterator[Token]:
    """What a Markdown reader finds, with the parts inside lines."""
    for token in READER.parse(written):
        yield token
        yield from token.children or ()


def shown(written: str) -> str:
    """What a reader of the rendered page sees, on one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", READER.render(written))).split())


def told(made: Briefing) -> str:
    """The rendered text of a briefing, without the numbers of its notes."""
    return re.sub(r" ?\[\^\d+\]:?", "", shown(markdown(made).decode()))


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_left_out(view: str) -> None:
    """Every title, condition, phrase and speaker, the day, the version and the line beneath are there."""
    made = VIEWS[view]()
    text = told(made).replace(" .", ".")

    assert not [one for one in must_be_told(made) if " ".join(one.split()) not in text]


@pytest.mark.parametrize("view", VIEWS)
def test_every_row_of_a_table_has_all_its_cells(view: str) -> None:
    """A sign in a text does not open a new column."""
    lines = [line for line in markdown(VIEWS[view]()).decode().splitlines() if line.startswith("| ")]
    tables = [block for block in markdown(VIEWS[view]()).decode().split("\n\n") if block.startswith("| ")]
    count = sum(token.type == "tr_open" for token in READER.parse(markdown(VIEWS[view]()).decode()))

    assert count == len(lines) - len(tables)
    for table in tables:
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}) == 1


def test_each_number_of_a_note_has_its_note_and_each_note_its_number() -> None:
    """A renderer with footnotes links them there and back."""
    written = markdown(istanbul_briefing()).decode()
    notes = re.findall(r"^\[\^(\d+)\]:", written, re.MULTILINE)

    assert set(re.findall(r"\[\^(\d+)\](?!:)", written)) == set(notes)
    assert len(notes) == len(set(notes)) == len(istanbul_briefing().notes)


def test_hostile_texts_stay_text() -> None:
    """Links, images, code, emphasis and tags of a dossier are shown, not read."""
    written = markdown(hostile_briefing()).decode()
    kinds = {token.type for token in tokens_in(written)}
    tags = {token.content for token in tokens_in(written) if token.type in ("html_inline", "html_block")}

    assert not kinds & {"link_open", "image", "code_inline", "fence", "code_block"}
    assert tags <= {"<br>"}
    assert all(shown(as_text(one)) == one for one in HOSTILE)


@MODEST
@given(st.text(alphabet="ab1 .)-+=*_`#>|[]()!<&;~\\:/@^$", min_size=1, max_size=30))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    """Whatever signs a text has, a reader sees them and no more."""
    plain = " ".join(text.split())

    assert shown(as_text(text)) == plain or not plain


def test_what_it_looks_like(snapshot: SnapshotAssertion) -> None:
    """The whole file of the small dossier."""
    assert markdown(small_briefing()).decode() == snapshot


def test_the_same_briefing_makes_the_same_bytes() -> None:
    """Two files can be compared."""
    assert markdown(small_briefing()) == markdown(small_briefing())
