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

from components.report.content import Briefing
from components.report.markdown import markdown
from components.report.note_text import change_texts, claim_text, strip_text
from components.theme import STRIP_SIGNS
from positions.text.markdown import as_text
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


@pytest.mark.parametrize("view", VIEWS)
def test_the_finding_is_the_title_and_every_issue_has_its_own(view: str) -> None:
    """Title and grey line are those of the view; pairs, claims and members of groupings are told in words."""
    made = VIEWS[view]()
    text = told(made)

    assert (
        markdown(made).decode().startswith(f"# {as_text(made.head.title)}\n\n{as_text(made.head.measure)}\n")
    )
    for card in made.cards:
        words = [card.title, card.measure]
        words += [part for pair in card.pairs for part in (pair.pair, pair.words, pair.touch)]
        words += [claim_text(claim, card.issue) for claim in card.claims]
        words += [line for lane in card.lanes for line in lane.cell.members]
        assert not [one for one in words if " ".join(one.split()) not in text]


def test_cells_have_their_strips_and_looks() -> None:
    """A position is bold, a blank is italic, a weak one neither; the steps stand before it as signs."""
    made = every_blank()
    written = markdown(made).decode()

    for row in made.matrix.rows:
        for cell in row.cells:
            mark = "**" if cell.look.bold else "*" if cell.look.italic else ""
            strip = f"{as_text(strip_text(cell.strip))}<br>" if cell.strip else ""
            assert f"| {strip}{mark}{as_text(cell.words.title)}{mark}" in written
    for block, words in made.matrix.legend.strips:
        assert f"{STRIP_SIGNS[block]} {words}" in written


def test_changes_are_told_with_both_days() -> None:
    """A row for each actor and issue: before, after, and the change in words."""
    made = istanbul_briefing()
    written = markdown(made).decode()

    assert made.moves.changes
    for change in made.moves.changes:
        assert f"| {' | '.join(map(as_text, change_texts(change)))} |" in written


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
