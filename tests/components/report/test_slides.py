"""The slides open again as native tables and charts, fit, and leave nothing out."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pptx.chart.chart import Chart
from pptx.enum.shapes import MSO_SHAPE, MSO_SHAPE_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.table import Table
from pptx.util import Inches, Pt

from components.report.content import Briefing, briefing
from components.report.note_text import FARTHEST, note_text, numbers_text
from components.report.sections import REPORTS, SECTIONS
from components.report.slides import gaps, matrix
from components.report.slides.deck import slides
from components.report.slides.look import BOTTOM, FONT, LEAST, PALETTE, TOP
from components.report.slides.type_width import line_count
from components.theme import party_marks
from positions.model.sources import Source
from positions.reading.dossier import load_dossier
from positions.text.citation import source_cells, source_citation
from positions.text.labels import MARK_WORDS
from tests.components.report.blanks import every_blank
from tests.components.report.handed_out import (
    hostile_briefing,
    istanbul_briefing,
    must_be_told,
    silent_briefing,
    small_briefing,
    view_on,
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
_PICTURES = (MSO_SHAPE_TYPE.PICTURE, MSO_SHAPE_TYPE.MEDIA)


@pytest.fixture(scope="module")
def decks() -> dict[str, Deck]:
    """Every view's slides, opened again by the library."""
    return {name: Presentation(io.BytesIO(slides(made()))) for name, made in VIEWS.items()}


def tables_on(slide: Slide) -> list[Table]:
    """The native tables of a slide."""
    shapes: list[Any] = list(slide.shapes)
    return [shape.table for shape in shapes if shape.has_table]


def tables_named(slide: Slide, name: str) -> list[Table]:
    """The native tables of a slide that have this name."""
    shapes: list[Any] = list(slide.shapes)
    return [shape.table for shape in shapes if shape.has_table and shape.name == name]


def title_of(slide: Slide) -> str:
    """The title on one line: what the slide shows, then its finding."""
    title = slide.shapes.title
    assert title is not None
    return ": ".join(title.text_frame.text.splitlines())


def looked(cell: Any) -> tuple[str, str, str, str]:
    """The title of a cell of the matrix, its left and lower edge and its fill, in the words of a look."""
    title, properties = cell.text_frame.paragraphs[0].text, cell._tc.tcPr
    left, lower = (edge_of(properties.find(qn(f"a:{name}"))) for name in ("lnL", "lnB"))
    pattern = properties.find(qn("a:pattFill"))
    solid = properties.find(f"{qn('a:solidFill')}/{qn('a:srgbClr')}")
    if pattern is not None:
        return title, left, lower, {"wdUpDiag": "stripes", "dotGrid": "dots"}[pattern.get("prst")]
    if solid is None:
        return title, left, lower, ""
    return title, left, lower, "pale" if int(solid.get("val")[:2], 16) > 240 else "shade"


def edge_of(line: Any) -> str:
    """What an edge is called in a look."""
    if line.find(qn("a:noFill")) is not None:
        return "none"
    if line.get("cmpd") == "dbl":
        return "double"
    dash = {"solid": "solid", "dash": "dashed", "sysDot": "dotted"}[line.find(qn("a:prstDash")).get("val")]
    return "thick" if dash == "solid" and int(line.get("w")) > 40_000 else dash


def workbook_of(chart: Any) -> bytes:
    """The sheet behind a native chart."""
    content: bytes = chart.part.chart_workbook.xlsx_part.blob
    return content


def charts_of(deck: Deck) -> list[Chart]:
    """The native charts of all slides."""
    return [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]


def texts_of(deck: Deck) -> Iterator[str]:
    """All text of all slides: frames, cells, labels of charts, and notes."""
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                yield shape.text_frame.text
        for table in tables_on(slide):
            yield from (cell.text for row in table.rows for cell in row.cells)
        yield slide.notes_slide.notes_text_frame.text


def told(deck: Deck) -> str:
    """The same as one line."""
    return " ".join(" ".join(text.split()) for text in texts_of(deck))


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_left_out(view: str, decks: dict[str, Deck]) -> None:
    """Every title, condition, phrase and speaker, the day, the version and the line beneath are there."""
    text = told(decks[view])

    assert not [one for one in must_be_told(VIEWS[view]()) if " ".join(one.split()) not in text]


@pytest.mark.parametrize("view", VIEWS)
def test_every_object_is_native_and_described(view: str, decks: dict[str, Deck]) -> None:
    """No picture stands for a table or a chart, and each of both says in words what it shows."""
    for slide in decks[view].slides:
        for shape in slide.shapes:
            assert shape.shape_type not in _PICTURES
            if shape.has_table or shape.has_chart:
                assert shape._element.xpath(".//p:cNvPr")[0].get("descr")


@pytest.mark.parametrize("view", VIEWS)
def test_everything_stands_on_its_slide(view: str, decks: dict[str, Deck]) -> None:
    """No object runs over an edge, and no table into the line at the foot."""
    deck = decks[view]

    assert (deck.slide_width, deck.slide_height) == (Inches(13.333), Inches(7.5))
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= deck.slide_width
            if shape.has_table or shape.has_chart:
                assert shape.top + shape.height <= BOTTOM, slide.shapes.title.text_frame.text


@pytest.mark.parametrize("view", VIEWS)
def test_the_line_under_a_title_ends_above_what_the_slide_shows(view: str, decks: dict[str, Deck]) -> None:
    """No measure line runs over the head of a table or the top of a chart, at its size and width."""
    for slide in decks[view].slides:
        shapes: list[Any] = list(slide.shapes)
        for shape in (one for one in shapes if one.top == Inches(0.98)):
            (paragraph,) = shape.text_frame.paragraphs
            size = paragraph.runs[0].font.size.pt
            lines = line_count(paragraph.text, size, shape.width.pt)

            assert shape.top + Pt(lines * size * 1.2) <= TOP


@pytest.mark.parametrize("view", VIEWS)
def test_no_cell_is_too_small_to_read(view: str, decks: dict[str, Deck]) -> None:
    """Text in tables has twelve points or more; what does not fit goes to a numbered slide."""
    for slide in decks[view].slides:
        for table in tables_on(slide):
            for row in table.rows:
                sizes = [
                    run.font.size
                    for cell in row.cells
                    for one in cell.text_frame.paragraphs
                    for run in one.runs
                ]
                assert min(sizes) >= Pt(LEAST)


@pytest.mark.parametrize("view", VIEWS)
def test_every_slide_has_title_day_number_and_notes(view: str, decks: dict[str, Deck]) -> None:
    """A slide taken out of the deck still says what it is, of when, and from which sources."""
    footer = VIEWS[view]().head.footer
    titles = [slide.shapes.title.text_frame.text for slide in decks[view].slides]

    assert all(titles)
    assert len(titles) == len(set(titles))
    for slide in decks[view].slides:
        assert {shape.name for shape in slide.shapes} >= {"Footer", "Slide number"}
        assert footer in slide.notes_slide.notes_text_frame.text


def test_charts_hold_the_positions_as_numbers(decks: dict[str, Deck]) -> None:
    """Each mark stands at its step, each gap between its two points; both can be edited."""
    made, charts = istanbul_briefing(), charts_of(decks["istanbul"])
    places: dict[str, list[float]] = {}
    for chart in charts:
        for series in chart.plots[0].series:
            found = [float(value.text) for value in series._element.xpath("./c:xVal//c:v")]
            places.setdefault(series.name, []).extend(found)
    names = {column.holder: column.name for column in made.matrix.columns}
    own = [
        spot.point
        for row in made.gaps.ranges
        for spot in row.spots
        if (names[spot.column], spot.role, spot.old, spot.weak) == ("Ukraine", "own", False, False)
    ]

    assert sorted(places[f"Ukraine: {MARK_WORDS['own']}"]) == pytest.approx(sorted(own))
    for row in made.gaps.ranges:
        steps = [step.step for step in row.issue.scale]
        assert places[f"Scale: {row.issue.name}"] == pytest.approx(steps)
        if row.ends and row.ends[0] != row.ends[1]:
            assert places[f"Gap: {row.issue.name}"] == pytest.approx(row.ends)
    assert all(map(workbook_of, charts))


@pytest.mark.parametrize("view", VIEWS)
def test_every_step_and_every_mark_is_named_on_the_slide(view: str, decks: dict[str, Deck]) -> None:
    """Under each scale stand the words of its steps, over it or in a legend each mark's name; and the gap."""
    slides_of_gaps = [slide for slide in decks[view].slides if title_of(slide).startswith(gaps.TITLE)]
    text = " ".join(
        " ".join(shape.text_frame.text.split())
        for slide in slides_of_gaps
        for shape in slide.shapes
        if shape.has_text_frame
    )

    for row in VIEWS[view]().gaps.ranges:
        told = [step.short for step in row.issue.scale]
        named = [one for spot in row.spots for one in (spot.label, spot.whose)]
        assert all(one in text or other in text for one, other in zip(named[::2], named[1::2], strict=True))
        told += [row.gap.size, *row.gap.pairs[: gaps.MOST_PAIRS]]
        assert not [one for one in told if " ".join(one.split()) not in text]


def test_marks_look_as_they_are_sure(decks: dict[str, Deck]) -> None:
    """Own words are filled, reported ones are rings, each in the outline of its side; doubt is dotted."""
    made: Any = [series for chart in charts_of(decks["istanbul"]) for series in chart.plots[0].series]
    drawn: Any = [shape for slide in decks["istanbul"].slides for shape in slide.shapes]
    marks = {
        role: [one for one in drawn if one.name == f"Mark: {MARK_WORDS[role]}"]
        for role in ("own", "reported")
    }
    inks = {role: {str(one.fill.fore_color.rgb) for one in found} for role, found in marks.items()}
    sides = {mark.colour.lstrip("#") for mark in party_marks(load_dossier("istanbul-2022")).values()}

    assert inks["own"] <= {*sides, PALETTE.other.lstrip("#")}
    assert inks["reported"] == {PALETTE.paper.lstrip("#")}
    assert {str(one.line.color.rgb) for one in marks["reported"]} <= {*sides, PALETTE.other.lstrip("#")}
    assert {one.auto_shape_type for one in marks["own"] if one.shape_type == MSO_SHAPE_TYPE.AUTO_SHAPE} == {
        MSO_SHAPE.OVAL
    }
    assert {one.shape_type for one in marks["own"]} == {MSO_SHAPE_TYPE.AUTO_SHAPE, MSO_SHAPE_TYPE.FREEFORM}
    for series in made:
        if series.name.startswith("Gap: "):
            assert str(series.format.line.color.rgb) == PALETTE.ink.lstrip("#")
        if series.name.startswith("Doubt: "):
            assert series._element.xpath(".//c:spPr/a:ln/a:prstDash/@val") == ["sysDot"]


def test_the_scales_of_six_issues_stand_on_one_slide() -> None:
    """Six slides have all issues of the landing view, in readable type, each with its chart and its words."""
    view = view_on(load_dossier("ukraine-2014-2026"))
    (slide,) = [
        one
        for one in Presentation(io.BytesIO(slides(briefing(view, REPORTS["slides"])))).slides
        if title_of(one).startswith(gaps.TITLE)
    ]
    shapes: Any = list(slide.shapes)
    told = " ".join(" ".join(one.text_frame.text.split()) for one in shapes if one.has_text_frame)
    sizes = [
        run.font.size
        for one in shapes
        if one.has_text_frame
        for paragraph in one.text_frame.paragraphs
        for run in paragraph.runs
    ]

    assert sum(one.has_chart for one in shapes) == len(view.scaled) == 6
    assert min(sizes) >= Pt(11)
    for issue in view.scaled:
        assert not [one for one in (issue.name, *(step.short for step in issue.scale)) if one not in told]
        assert issue.name in slide.notes_slide.notes_text_frame.text


def test_a_triangle_points_down_on_a_slide_as_everywhere_else() -> None:
    """A mark is a shape in the outline of its side: two corners of this one at the top, one at the foot."""
    made = briefing(view_on(load_dossier("ukraine-2014-2026")), REPORTS["slides"])
    assert made.marks["europe"].shape == "triangle-down"
    deck = Presentation(io.BytesIO(slides(made)))
    (slide,) = [one for one in deck.slides if title_of(one).startswith(gaps.TITLE)]
    corners = [
        [int(point.get("y")) for point in mark._element.iter(qn("a:pt"))]
        for mark in slide.shapes
        if mark.shape_type == MSO_SHAPE_TYPE.FREEFORM and len(list(mark._element.iter(qn("a:pt")))) == 3
    ]

    assert corners
    for heights in corners:
        assert heights.count(min(heights)) == 2


@pytest.mark.parametrize("view", VIEWS)
def test_no_workbook_of_a_chart_runs_anything(view: str, decks: dict[str, Deck]) -> None:
    """A name that begins like a formula is a text in the sheet behind the chart."""
    for chart in charts_of(decks[view]):
        book = load_workbook(io.BytesIO(workbook_of(chart)))
        cells = [cell for sheet in book for row in sheet for cell in row]
        assert not [cell.value for cell in cells if cell.data_type == "f"]


def test_a_column_named_like_a_formula_is_drawn() -> None:
    """Its series has that very name, and the sheet keeps it as a text."""
    made = istanbul_briefing()
    named = {one: f"=1+{name}" for one, name in made.gaps.names.items()}
    changed = replace(made, gaps=replace(made.gaps, names=named))
    charts = charts_of(Presentation(io.BytesIO(slides(changed))))
    names = [series.name for chart in charts for series in chart.plots[0].series]

    assert f"=1+Ukraine: {MARK_WORDS['own']}" in names
    for chart in charts:
        book = load_workbook(io.BytesIO(workbook_of(chart)))
        assert not [cell for sheet in book for row in sheet for cell in row if cell.data_type == "f"]


def test_notes_carry_the_evidence_of_their_slide(decks: dict[str, Deck]) -> None:
    """Under the matrix and under each issue stand the citations of its statements."""
    made, deck = istanbul_briefing(), decks["istanbul"]
    notes = {title_of(slide): slide.notes_slide.notes_text_frame.text for slide in deck.slides}
    crimea = next(card for card in made.cards if card.issue.id == "crimea")
    numbers = {number for lane in crimea.lanes for number in lane.cell.notes}
    behind = " ".join(text for title, text in notes.items() if title.startswith("Crimea"))

    assert numbers
    for note in made.notes:
        cited = note_text(note)
        assert (cited in behind) == (note.number in numbers)
        assert any(cited in text for title, text in notes.items() if title.startswith(matrix.TITLE))


@pytest.mark.parametrize("view", VIEWS)
def test_every_source_has_one_line_and_its_citation_beside_it(view: str, decks: dict[str, Deck]) -> None:
    """Lines follow the sources, and the notes of a slide cite those that it shows."""
    lines: list[str] = []
    sources = {source_line(one): source_citation(one) for one in VIEWS[view]().codebook.sources}
    for slide in decks[view].slides:
        if title_of(slide).startswith("Sources behind what is shown"):
            told = [cell.text for table in tables_on(slide) for row in table.rows for cell in row.cells]
            names = [one for one in told if one in sources]
            notes = " ".join(slide.notes_slide.notes_text_frame.text.split())
            assert all(" ".join(sources[name].split()) in notes for name in names)
            lines += names

    assert lines == [source_line(one) for one in VIEWS[view]().codebook.sources]


def source_line(source: Source) -> str:
    """Name, day, kind and site of a source, as far as they are known."""
    return " · ".join(part for part in source_cells(source) if part != "–")


@pytest.mark.parametrize("view", VIEWS)
def test_titles_are_findings_of_the_view(view: str, decks: dict[str, Deck]) -> None:
    """Matrix, gaps and pairs stand under the finding, each issue under its own, with what is measured."""
    made = VIEWS[view]()
    for slide in decks[view].slides:
        title, text = title_of(slide), slide.notes_slide.notes_text_frame.text
        if title.startswith((matrix.TITLE, gaps.TITLE, SECTIONS["pairs"])):
            assert title.endswith(made.head.title)
            assert made.head.measure in text
        for card in made.cards:
            if title.startswith(f"{card.issue.name}: ") and card.issue.scale:
                assert title.endswith(card.title)
                assert card.measure in text


@pytest.mark.parametrize("view", VIEWS)
def test_cells_of_the_matrix_are_drawn_in_their_looks(view: str, decks: dict[str, Deck]) -> None:
    """Every edge, dash, pattern and weight of a state is in its native cell."""
    made = VIEWS[view]()
    titles = {(cell.words.title, cell.look) for row in made.matrix.rows for cell in row.cells}
    drawn: dict[str, set[tuple[str, ...]]] = {}
    for slide in decks[view].slides:
        for table in tables_named(slide, "Matrix") if title_of(slide).startswith(matrix.TITLE) else []:
            for row in list(table.rows)[1:]:
                for cell in list(row.cells)[1:]:
                    drawn.setdefault(looked(cell)[0], set()).add(looked(cell)[1:])

    assert titles
    for title, look in titles:
        expected = (look.left or look.edge, look.edge, look.fill)
        assert any(told.endswith(title) and expected in looks for told, looks in drawn.items()), title


def test_a_matrix_of_three_sides_is_told_on_one_slide(decks: dict[str, Deck]) -> None:
    """At a glance every point of the landing view stands on one slide, before all words follow."""
    made = istanbul_briefing()
    slide = next(one for one in decks["istanbul"].slides if title_of(one).startswith(matrix.GLANCE))
    (table,) = tables_named(slide, "Matrix")
    text = " ".join(cell.text for row in table.rows for cell in row.cells)

    assert len(table.rows) == len(made.matrix.rows) + 1
    assert not [
        cell.words.title for row in made.matrix.rows for cell in row.cells if cell.words.title not in text
    ]


def test_a_legend_stands_where_its_looks_do(decks: dict[str, Deck]) -> None:
    """Each slide of the matrix says in words which looks and signs it uses."""
    made = every_blank()
    deck = Presentation(io.BytesIO(slides(made)))
    told = " ".join(
        cell.text
        for slide in deck.slides
        for table in tables_named(slide, "Legend")
        for row in table.rows
        for cell in row.cells
    )

    assert len(made.matrix.legend.looks) > 8
    assert not [look.words for _, look in made.matrix.legend.looks if look.words not in told]


def test_sources_and_limits_come_along(decks: dict[str, Deck]) -> None:
    """What a source is, and what the dossier cannot tell, stands on the last slides."""
    text, codebook = told(decks["istanbul"]), istanbul_briefing().codebook

    assert all(source_citation(source) in text for source in codebook.sources)
    assert all(limit in text for limit in (*codebook.limits, *codebook.premises))


def test_a_long_matrix_runs_over_numbered_slides(decks: dict[str, Deck]) -> None:
    """All issues of all members come, at most four sides a slide, and each cell once."""
    made, deck = wide_briefing(), decks["wide"]
    parts = [slide for slide in deck.slides if title_of(slide).startswith(f"{matrix.TITLE} (")]
    tables = [table for slide in parts for table in tables_named(slide, "Matrix")]
    heads = [[cell.text for cell in table.rows[0].cells] for table in tables]
    sides = [[name for name in head[1:] if name != FARTHEST] for head in heads]
    cells = sum(len(names) * (len(table.rows) - 1) for names, table in zip(sides, tables, strict=True))

    assert title_of(parts[1]).startswith(f"{matrix.TITLE} (2 of {len(parts)})")
    assert max(map(len, sides)) <= matrix.MOST_COLUMNS
    assert cells == len(made.matrix.columns) * len(made.matrix.rows)


def test_every_pair_is_told_with_size_relation_and_basis(decks: dict[str, Deck]) -> None:
    """The table of pairs has what each gap is and rests on, or why the two are not compared."""
    made = istanbul_briefing()
    tables = [table for slide in decks["istanbul"].slides for table in tables_named(slide, "Pairs")]
    rows = {
        row.cells[0].text: [cell.text for cell in row.cells][1:] for table in tables for row in table.rows
    }

    assert tables
    for place, (first, second) in enumerate(made.gaps.pair_names):
        told = rows[f"{first} – {second}"]
        for row, text in zip(made.gaps.pair_rows, told, strict=True):
            cell = row.cells[place]
            assert all(part in text for part in (cell.words, cell.relation, cell.basis))


def test_hostile_texts_stay_text(decks: dict[str, Deck]) -> None:
    """Formulas and markup in a dossier are shown as they were written."""
    text = told(decks["hostile"])

    assert all(one in text for one in HOSTILE)


def test_the_look_is_ours(decks: dict[str, Deck]) -> None:
    """Colours and fonts come from the theme, so that what an editor adds fits in."""
    master = decks["small"].slide_master.part
    theme = next(
        part.target_part.blob.decode() for part in master.rels.values() if part.reltype.endswith("/theme")
    )

    assert [layout.name for layout in decks["small"].slide_layouts] == ["Title Only"]
    assert all(colour.lstrip("#") in theme for colour in PALETTE.parties)
    assert f'<a:latin typeface="{FONT}"' in theme


def test_the_same_briefing_makes_the_same_bytes() -> None:
    """Two decks of one day can be compared; the as-of day stands as the day of making."""
    made = small_briefing()
    properties = Presentation(io.BytesIO(slides(made))).core_properties

    assert slides(made) == slides(made)
    assert properties.created.date() == properties.modified.date() == made.head.as_of
    assert properties.title == made.head.subject


def test_a_listing_says_which_of_how_many(decks: dict[str, Deck]) -> None:
    """What has moved, and the statements behind, go on from slide to slide without a gap."""
    for section, total in (("changes", None), ("notes", len(istanbul_briefing().notes))):
        shown = [
            title_of(one) for one in decks["istanbul"].slides if title_of(one).startswith(SECTIONS[section])
        ]
        parts = [re.search(r"(\d+) to (\d+) of (\d+)", title) for title in shown]
        edges = [(int(one[1]), int(one[2]), int(one[3])) for one in parts if one]

        assert len(edges) == len(shown) > 1
        assert edges[0][0] == 1
        assert edges[-1][1] == edges[-1][2]
        assert all(later[0] == earlier[1] + 1 for earlier, later in pairwise(edges))
        assert total is None or edges[-1][2] == total


def test_a_short_matrix_that_has_no_room_for_words_has_them_in_its_notes() -> None:
    """Six issues of four columns stand on one slide; every condition is in the notes of the speaker."""
    view = view_on(load_dossier("ukraine-2014-2026"))
    made = briefing(view, REPORTS["slides"])
    deck = Presentation(io.BytesIO(slides(made)))
    (slide,) = [one for one in deck.slides if title_of(one).startswith(matrix.TITLE)]
    (table,) = tables_named(slide, "Matrix")
    notes = slide.notes_slide.notes_text_frame.text

    assert len(table.rows) == len(view.issues) + 1 == 7
    assert len(table.columns) == len(view.columns) + 1 == 5
    for row in made.matrix.rows:
        for cell in row.cells:
            assert all(line in notes for line in cell.words.lines)
            assert numbers_text(cell.paper) in notes
