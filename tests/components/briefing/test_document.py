"""The text document opens again with its tables, notes and links, and leaves nothing out."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from docx import Document
from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from components.briefing.content import Briefing
from components.briefing.document import document
from components.briefing.document_matrix import MOST_COLUMNS
from components.briefing.note_text import FARTHEST, change_texts, claim_text, strip_text
from tests.components.briefing.blanks import every_blank
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


@pytest.fixture(scope="module")
def papers() -> dict[str, Paper]:
    """Every view's document, opened again by the library."""
    return {name: Document(io.BytesIO(document(made()))) for name, made in VIEWS.items()}


def texts_of(paper: Paper) -> Iterator[str]:
    """All text: paragraphs with their links, cells, and the foot of the pages."""
    for part in (paper.element.body, paper.sections[0].footer._element):
        for paragraph in part.iter(qn("w:p")):
            yield "".join(text.text or "" for text in paragraph.iter(qn("w:t")))


def told(paper: Paper) -> str:
    """The same as one line."""
    return " ".join(" ".join(text.split()) for text in texts_of(paper))


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_left_out(view: str, papers: dict[str, Paper]) -> None:
    """Every title, condition, phrase and speaker, the day, the version and the line beneath are there."""
    text = told(papers[view])

    assert not [one for one in must_be_told(VIEWS[view]()) if " ".join(one.split()) not in text]


@pytest.mark.parametrize("view", VIEWS)
def test_tables_repeat_their_heads_and_keep_rows_whole(view: str, papers: dict[str, Paper]) -> None:
    """On a page that begins inside a table a reader still sees what its columns are."""
    for table in papers[view].tables:
        rows = [row._tr for row in table.rows]
        cells = [cell._tc for row in table.rows for cell in row.cells]
        assert len(rows[0].findall(f"{qn('w:trPr')}/{qn('w:tblHeader')}")) == 1
        assert all(len(row.findall(f"{qn('w:trPr')}/{qn('w:cantSplit')}")) == 1 for row in rows)
        assert all(len(cell.findall(f"{qn('w:tcPr')}/{qn('w:tcBorders')}")) == 1 for cell in cells)


def test_the_matrix_lies_across_and_the_rest_upright(papers: dict[str, Paper]) -> None:
    """Two sections on A4."""
    first, second = papers["istanbul"].sections

    assert first.orientation == WD_ORIENT.LANDSCAPE
    assert second.orientation == WD_ORIENT.PORTRAIT
    assert first.page_width == second.page_height


def test_numbers_in_cells_lead_to_their_notes(papers: dict[str, Paper]) -> None:
    """Every link has its bookmark, and every note is led to."""
    made, body = istanbul_briefing(), papers["istanbul"].element.body
    leads = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))}
    marks = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]

    assert leads == set(marks) == {f"note{note.number}" for note in made.notes}
    assert len(marks) == len(set(marks))


def test_many_columns_are_split_into_tables(papers: dict[str, Paper]) -> None:
    """No table of the matrix has more sides than a page can hold; together they have all."""
    made = wide_briefing()
    heads = [[cell.text for cell in table.rows[0].cells] for table in papers["wide"].tables]
    matrix = [names for names in heads if names[0] == "Issue"]
    sides = [name for names in matrix for name in names[1:] if name != FARTHEST]

    assert all(len(names) <= MOST_COLUMNS + 2 for names in matrix)
    assert [name.split(", ")[0] for name in sides] == [column.name for column in made.matrix.columns]


def looked(cell: Any) -> tuple[str, str, str]:
    """The left and lower edge of a cell and its fill, in the words of a look."""
    borders, shade = cell._tc.tcPr.find(qn("w:tcBorders")), cell._tc.tcPr.find(qn("w:shd"))
    kinds = {"single": "solid", "dashed": "dashed", "dotted": "dotted", "double": "double", "nil": "none"}
    left, lower = (borders.find(qn(f"w:{side}")) for side in ("left", "bottom"))
    thick = left.get(qn("w:val")) == "single" and int(left.get(qn("w:sz"))) > 30
    pattern = "" if shade is None else shade.get(qn("w:val"))
    fill = {"": "", "thinDiagStripe": "stripes", "pct10": "dots"}.get(pattern)
    if fill is None:
        fill = "pale" if int(shade.get(qn("w:fill"))[:2], 16) > 240 else "shade"
    left_kind = "thick" if thick else kinds[left.get(qn("w:val"))]
    return left_kind, kinds[lower.get(qn("w:val"))], fill


def test_cells_of_the_matrix_are_drawn_in_their_looks() -> None:
    """Each kind of cell has its edges, pattern and weight, so that all are told apart in grey print."""
    made = every_blank()
    paper = Document(io.BytesIO(document(made)))
    tables = [table for table in paper.tables if table.rows[0].cells[0].text == "Issue"]
    cells = [cell for row in made.matrix.rows for cell in row.cells]
    drawn: dict[tuple[int, str], Any] = {}
    first = 0
    for table in tables:
        sides = [cell.text for cell in table.rows[0].cells if cell.text not in ("Issue", FARTHEST)]
        for row in table.rows[1:]:
            for place, _ in enumerate(sides):
                drawn[first + place, row.cells[0].text.splitlines()[0]] = row.cells[1 + place]
        first += len(sides)

    assert len(drawn) == len(cells)
    for line in made.matrix.rows:
        for place, text in enumerate(line.cells):
            cell, look = drawn[place, line.issue.name], text.look
            title = cell.paragraphs[1 if text.strip else 0].runs[0]
            assert looked(cell) == (look.left or look.edge, look.edge, look.fill)
            assert (bool(title.bold), bool(title.italic)) == (look.bold, look.italic)
            if text.strip:
                assert cell.paragraphs[0].text == strip_text(text.strip)


def test_the_legend_says_what_is_used() -> None:
    """Under the matrix each look and each sign of a strip that occurs stands with its words."""
    made = every_blank()
    text = told(Document(io.BytesIO(document(made))))

    assert not [look.words for _, look in made.matrix.legend.looks if look.words not in text]
    assert not [words for _, words in made.matrix.legend.strips if words not in text]


@pytest.mark.parametrize("view", VIEWS)
def test_the_finding_is_the_title_and_every_issue_has_its_own(view: str, papers: dict[str, Paper]) -> None:
    """Title, grey line and foot are those of the view; issues, pairs, claims, members are told."""
    made, text = VIEWS[view](), told(papers[view])
    titles = [one.text for one in papers[view].paragraphs if one.style and one.style.name == "Title"]

    assert [" ".join(one.split()) for one in titles] == [made.head.title]
    for card in made.cards:
        words = [card.title, card.measure]
        words += [part for pair in card.pairs for part in (pair.pair, pair.words, pair.touch)]
        words += [claim_text(claim, card.issue) for claim in card.claims]
        words += [line for lane in card.lanes for line in lane.cell.members]
        assert not [one for one in words if " ".join(one.split()) not in text]


def test_changes_are_told_with_both_days(papers: dict[str, Paper]) -> None:
    """A row for each actor and issue: before, after, and the change in words."""
    made, text = istanbul_briefing(), told(papers["istanbul"])

    assert made.moves.changes
    assert made.moves.title in text
    for change in made.moves.changes:
        assert all(" ".join(one.split()) in text for one in change_texts(change))


def test_headings_make_an_outline(papers: dict[str, Paper]) -> None:
    """A reader can go from part to part."""
    headings = [
        one.text for one in papers["istanbul"].paragraphs if one.style and one.style.name == "Heading 1"
    ]

    assert headings == [
        "Who stands where",
        "How far apart",
        "Issue by issue",
        "What has moved",
        "Notes",
        "Codebook of the issues shown",
        "Premises and limits",
        "Sources",
    ]


def test_hostile_texts_stay_text(papers: dict[str, Paper]) -> None:
    """Formulas and markup in a dossier are shown as they were written."""
    text = told(papers["hostile"])

    assert all(one in text for one in HOSTILE)


def test_the_same_briefing_makes_the_same_bytes() -> None:
    """Two documents of one day can be compared; the as-of day stands as the day of making."""
    made = small_briefing()
    properties = Document(io.BytesIO(document(made))).core_properties

    assert document(made) == document(made)
    assert properties.created is not None
    assert properties.created.date() == made.head.as_of
    assert properties.title == made.head.subject
