"""The text document opens again with tables, footnotes, figures and links, and leaves nothing out."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from docx import Document
from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from components.report.captions import caption
from components.report.content import Briefing, briefing
from components.report.docx.document import document
from components.report.docx.figures import SHEET
from components.report.docx.matrix import MOST_COLUMNS
from components.report.docx.text import add_sources, text_document
from components.report.note_text import FARTHEST, change_texts, claim_text, strip_text
from components.report.sections import REPORTS
from components.report.typst import typesetting
from positions.reading.dossier import load_dossier
from positions.text.citation import source_citation
from tests.components.report.blanks import every_blank
from tests.components.report.handed_out import (
    compared,
    hostile_briefing,
    istanbul_briefing,
    must_be_told,
    silent_briefing,
    small_briefing,
    view_on,
    wide_briefing,
)
from tests.components.report.printed import outside, pages
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


def footnotes_of(paper: Paper) -> dict[str, str]:
    """The footnotes that a reader sees, by their id; without what separates them from the text."""
    part = paper.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)
    found = parse_xml(part.blob).findall(qn("w:footnote"))
    return {
        one.get(qn("w:id")): "".join(text.text or "" for text in one.iter(qn("w:t"))).strip()
        for one in found
        if one.get(qn("w:type")) is None
    }


def cited(paper: Paper) -> list[str]:
    """The ids of footnotes in the order in which the text cites them."""
    return [one.get(qn("w:id")) for one in paper.element.body.iter(qn("w:footnoteReference"))]


def told(paper: Paper) -> str:
    """The same as one line."""
    return " ".join(" ".join(text.split()) for text in texts_of(paper))


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_left_out(view: str, papers: dict[str, Paper]) -> None:
    """Every title, condition, phrase and speaker, the day, the version and the line beneath are there."""
    made, notes = VIEWS[view](), " ".join(footnotes_of(papers[view]).values())
    text = f"{told(papers[view])} {' '.join(notes.split())}"
    speakers = {note.who for note in made.notes}

    assert not [one for one in must_be_told(made) - speakers if " ".join(one.split()) not in text]
    assert not [words for _, words in made.text.notes if " ".join(words.split()) not in text]
    cited = {" ".join(source_citation(one).split()) for one in made.codebook.sources}
    assert not [one for one in cited if one not in text]


@pytest.mark.parametrize("view", VIEWS)
def test_tables_repeat_their_heads_and_keep_rows_whole(view: str, papers: dict[str, Paper]) -> None:
    """On a page that begins inside a table a reader still sees what its columns are."""
    for table in papers[view].tables:
        rows = [row._tr for row in table.rows]
        cells = [cell._tc for row in table.rows for cell in row.cells]
        assert len(rows[0].findall(f"{qn('w:trPr')}/{qn('w:tblHeader')}")) == 1
        assert all(len(row.findall(f"{qn('w:trPr')}/{qn('w:cantSplit')}")) == 1 for row in rows)
        assert all(len(cell.findall(f"{qn('w:tcPr')}/{qn('w:tcBorders')}")) == 1 for cell in cells)


def held(row: Any) -> bool:
    """Whether a row of a table stays on the page of the next."""
    return all(one.paragraph_format.keep_with_next for cell in row.cells for one in cell.paragraphs)


@pytest.mark.parametrize("view", VIEWS)
def test_no_page_ends_with_heads_or_begins_with_a_last_row(view: str, papers: dict[str, Paper]) -> None:
    """Three rows hold together at both ends of a table, all of a scale; heads and what is over them too."""
    paper = papers[view]
    for table in paper.tables:
        rows, above = list(table.rows), table._tbl.getprevious()
        matrix = rows[0].cells[0].text == "Issue" and rows[0].cells[1].text != "Actor"
        scale = rows[0].cells[0].text == "Step"
        ends = {place for place in range(len(rows) - 1) if scale or place < 3 or place > len(rows) - 4}
        wanted = {0} if matrix else ends

        assert {place for place in wanted if not held(rows[place])} == set()
        assert not held(rows[-1])
        if above is not None and above.tag == qn("w:p") and above.find(f".//{qn('w:drawing')}") is None:
            assert Paragraph(above, paper._body).paragraph_format.keep_with_next


def test_the_licence_never_stands_alone(papers: dict[str, Paper]) -> None:
    """The last two sources are on its page."""
    *_, first, second, licence = papers["istanbul"].paragraphs

    assert licence.text.startswith("Licence")
    assert first.paragraph_format.keep_with_next
    assert second.paragraph_format.keep_with_next


def test_a_single_page_counts_what_has_no_room_on_it() -> None:
    """Of many sources and changes it says how many there are, in the number of the grey line."""
    view = compared(view_on(load_dossier("ukraine-2014-2026")))
    told = list(texts_of(Document(io.BytesIO(document(briefing(view, REPORTS["page"]))))))

    assert "4 of 64 positions compared; the full dossier has them all" in told
    assert any("64 positions compared" in one and "3 moved" in one for one in told)
    assert any(one.startswith("53 sources; the full dossier has them all. Licence: ") for one in told)


def test_a_side_that_says_more_has_the_wider_column(papers: dict[str, Paper]) -> None:
    """Columns of the matrix follow the length of what stands in them, and fill the sheet together."""
    rows, columns = VIEWS["istanbul"]().matrix.rows, list(papers["istanbul"].tables[0].columns)
    cells = zip(*(row.cells for row in rows), strict=True)
    said = [sum(len(line) for cell in column for line in cell.words.lines) for column in cells]
    widths = [column.width for column in columns[1:-1]]

    assert len(set(widths)) > 1
    assert [width for _, width in sorted(zip(said, widths, strict=True))] == sorted(widths)
    assert abs(sum(column.width for column in columns) - Mm(265)) < Mm(1)


def test_a_view_without_issues_is_an_empty_document_and_no_error() -> None:
    """Its columns have nothing to say and are alike."""
    empty = briefing(view_on(load_dossier("istanbul-2022"), issues=()))

    assert Document(io.BytesIO(document(empty))).tables


def test_the_matrix_lies_across_and_the_rest_upright(papers: dict[str, Paper]) -> None:
    """Two sections on A4."""
    first, second = papers["istanbul"].sections

    assert first.orientation == WD_ORIENT.LANDSCAPE
    assert second.orientation == WD_ORIENT.PORTRAIT
    assert first.page_width == second.page_height


@pytest.mark.parametrize("view", VIEWS)
def test_footnotes_stand_in_the_order_of_the_text_and_are_those_of_the_view(
    view: str, papers: dict[str, Paper]
) -> None:
    """Word numbers them as they come: each is cited once as a footnote, and again only by its number."""
    made, paper = VIEWS[view](), papers[view]
    notes = footnotes_of(paper)

    assert cited(paper) == list(notes) == [str(number) for number in made.text.numbers.values()]
    assert [" ".join(one.split()) for one in notes.values()] == [
        " ".join(words.split()) for _, words in made.text.notes
    ]


def test_numbers_in_cells_lead_to_their_footnotes(papers: dict[str, Paper]) -> None:
    """Every number in a cell is that of the footnote with its statement, and leads to where it is cited."""
    made, body = istanbul_briefing(), papers["istanbul"].element.body
    links = [
        one for one in body.iter(qn("w:hyperlink")) if not one.get(qn("w:anchor"), "").startswith("part")
    ]
    leads = {link.get(qn("w:anchor")) for link in links}
    marks = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    numbers = {f"note{made.text.numbers[note.statement.id]}" for note in made.notes}

    assert leads == numbers
    assert leads <= set(marks)
    assert len(marks) == len(set(marks))
    assert all(link.get(qn("w:anchor")) == f"note{link.findtext('.//' + qn('w:t'))}" for link in links)


def test_the_contents_lead_to_every_part_in_order(papers: dict[str, Paper]) -> None:
    """Each name in the line at the top is a link to the heading that has these words."""
    paper = papers["istanbul"]
    headings = {
        mark.get(qn("w:name")): one.text
        for one in paper.paragraphs
        if one.style and one.style.name == "Heading 1"
        for mark in one._p.iter(qn("w:bookmarkStart"))
        if str(mark.get(qn("w:name"))).startswith("part")
    }
    line = next(one for one in paper.paragraphs if one.text.startswith("Contents: "))
    links = {
        one.get(qn("w:anchor")): "".join(text.text or "" for text in one.iter(qn("w:t")))
        for one in line._p.iter(qn("w:hyperlink"))
    }
    ids = [mark.get(qn("w:id")) for mark in paper.element.body.iter(qn("w:bookmarkStart"))]

    assert list(links.items()) == list(headings.items())
    assert "Sources" in links.values()
    assert len(ids) == len(set(ids))


def test_a_statement_that_is_cited_again_shows_its_number_again(papers: dict[str, Paper]) -> None:
    """The fields lead to footnotes that are there, and carry their numbers for programs that do not count."""
    body = papers["istanbul"].element.body
    orders = [one.text or "" for one in body.iter(qn("w:instrText"))]
    again = [one.split()[1] for one in orders if one.split()[0] == "NOTEREF"]
    marks = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}

    assert again
    assert set(again) <= marks


def test_the_settings_name_what_separates_footnotes(papers: dict[str, Paper]) -> None:
    """Without it Word offers to repair the file; the element stands before those of compatibility."""
    settings = papers["small"].settings.element
    names = [one.tag for one in settings]

    assert [one.get(qn("w:id")) for one in settings.find(qn("w:footnotePr"))] == ["-1", "0"]
    assert names.index(qn("w:footnotePr")) < names.index(qn("w:compat"))


@pytest.mark.parametrize("view", ["small", "istanbul"])
def test_figures_stand_in_the_document_with_what_they_show(view: str, papers: dict[str, Paper]) -> None:
    """Ranges and movement are pictures between the margins, each with a title and words."""
    made, paper = VIEWS[view](), papers[view]
    shapes = [one._inline for one in paper.inline_shapes]
    words = [one.docPr.get("descr") for one in shapes]
    widths = {round(one.extent.cx / 36000) for one in shapes}

    assert set(words) == {caption(made, name).description for name in ("ranges", "movement")}
    assert all(one.docPr.get("title") for one in shapes)
    assert widths == {178}
    assert all(shape.extent.cy / 36000 < 240 for shape in shapes)


def test_a_figure_in_the_document_repeats_neither_its_head_nor_its_foot() -> None:
    """The document says finding, measure and sources once; the sheet ends with the legend."""
    made = VIEWS["istanbul"]()
    (whole,) = typesetting.sheets(made, "ranges", SHEET, "pdf")
    found = pages(whole)
    told = "".join(page.words for page in found)

    assert made.matrix.rows[0].issue.name in told
    assert not [one for one in (made.head.title, "Sheet 1", "parties in alphabetical order") if one in told]
    assert min(page.size[1] for page in found) < SHEET.size[1]
    assert not [one for page in found for one in outside(page, 1)]


def test_a_document_without_typst_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The figures are left out, and named; all else is there."""
    monkeypatch.setattr("components.report.docx.figures.TYPST", ("xlsxwriter",))
    monkeypatch.setattr("positions.libraries.find_spec", lambda _: None)
    paper = Document(io.BytesIO(document(small_briefing())))

    assert not paper.inline_shapes
    assert "The figure cannot be made until this is installed: pip install xlsxwriter." in told(paper)


@pytest.mark.parametrize("view", VIEWS)
def test_the_text_alone_has_every_sentence_and_footnote(view: str) -> None:
    """The document of running text opens again with its passages, footnotes and source line."""
    made = VIEWS[view]()
    paper = Document(io.BytesIO(text_document(made)))
    text = told(paper)
    sentences = [one for each in made.text.passages for part in each.paragraphs for one in part]

    assert not [one.words for one in sentences if not one.statements and one.words not in text]
    assert not [
        part.words for one in sentences for part in one.parts if " ".join(part.words.split()) not in text
    ]
    assert list(footnotes_of(paper)) == [str(number) for number in made.text.numbers.values()]
    assert " ".join(made.text.foot.split()) in text
    assert [one.text for one in paper.paragraphs if one.style and one.style.name == "Heading 1"] == [
        each.title for each in made.text.passages
    ]


def test_many_columns_are_split_into_tables(papers: dict[str, Paper]) -> None:
    """No table of the matrix has more sides than a page can hold; together they have all."""
    made = wide_briefing()
    heads = [[cell.text for cell in table.rows[0].cells] for table in papers["wide"].tables]
    matrix = [names for names in heads if names[0] == "Issue" and names[1] != "Actor"]
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
    heads = [[cell.text for cell in table.rows[0].cells] for table in paper.tables]
    tables = [
        table
        for table, names in zip(paper.tables, heads, strict=True)
        if names[0] == "Issue" and names[1] != "Actor"
    ]
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
        "How far apart on each scale",
        "Every pair on every issue",
        "What would have to move",
        "How far the finding depends on choices",
        "What has moved",
        "Positions over time",
        "Same side, other words",
        "Issue by issue",
        "What each side says, as of 5 Apr 2022",
        "What moved since 3 Mar 2022, as of 5 Apr 2022",
        "Where they are at the same step, as of 5 Apr 2022",
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


def test_sources_that_no_footnote_cites_are_cited_in_full() -> None:
    """Without its notes each source keeps its citation; with them the list is short; no stop is doubled."""
    made, told = small_briefing(), []
    for one in (made, replace(made, notes=())):
        paper = Document()
        add_sources(paper, one)
        told.append("\n".join(paragraph.text for paragraph in paper.paragraphs))
    cited, alone = told
    noted = {one.statement.source for one in made.notes}

    assert noted
    for source in made.codebook.sources:
        assert f"{source_citation(source)}." in alone
        assert (f": {source_citation(source)}." in cited) == (source.id not in noted)
    assert ".. " not in alone
