"""The matrix and the pairs on slides are native tables in their looks, with legend and notes."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from components.report.content import briefing
from components.report.note_text import FARTHEST, numbers_text
from components.report.sections import REPORTS
from components.report.slides import matrix
from components.report.slides.deck import slides
from positions.reading.dossier import load_dossier
from tests.components.report.blanks import every_blank
from tests.components.report.handed_out import (
    istanbul_briefing,
    view_on,
    wide_briefing,
)
from tests.components.report.opened_slides import VIEWS, deck_of, tables_named, title_of


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


@pytest.mark.parametrize("view", VIEWS)
def test_cells_of_the_matrix_are_drawn_in_their_looks(view: str) -> None:
    """Every edge, dash, pattern and weight of a state is in its native cell."""
    made = VIEWS[view]()
    titles = {(cell.words.title, cell.look) for row in made.matrix.rows for cell in row.cells}
    drawn: dict[str, set[tuple[str, ...]]] = {}
    for slide in deck_of(view).slides:
        for table in tables_named(slide, "Matrix") if title_of(slide).startswith(matrix.TITLE) else []:
            for row in list(table.rows)[1:]:
                for cell in list(row.cells)[1:]:
                    drawn.setdefault(looked(cell)[0], set()).add(looked(cell)[1:])

    assert titles
    for title, look in titles:
        expected = (look.left or look.edge, look.edge, look.fill)
        assert any(told.endswith(title) and expected in looks for told, looks in drawn.items()), title


def test_a_matrix_of_three_sides_is_told_on_one_slide() -> None:
    """At a glance every point of the landing view stands on one slide, before all words follow."""
    made = istanbul_briefing()
    slide = next(one for one in deck_of("istanbul").slides if title_of(one).startswith(matrix.GLANCE))
    (table,) = tables_named(slide, "Matrix")
    text = " ".join(cell.text for row in table.rows for cell in row.cells)

    assert len(table.rows) == len(made.matrix.rows) + 1
    assert not [
        cell.words.title for row in made.matrix.rows for cell in row.cells if cell.words.title not in text
    ]


def test_a_legend_stands_where_its_looks_do() -> None:
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


def test_a_long_matrix_runs_over_numbered_slides() -> None:
    """All issues of all members come, at most four sides a slide, and each cell once."""
    made, deck = wide_briefing(), deck_of("wide")
    parts = [slide for slide in deck.slides if title_of(slide).startswith(f"{matrix.TITLE} (")]
    tables = [table for slide in parts for table in tables_named(slide, "Matrix")]
    heads = [[cell.text for cell in table.rows[0].cells] for table in tables]
    sides = [[name for name in head[1:] if name != FARTHEST] for head in heads]
    cells = sum(len(names) * (len(table.rows) - 1) for names, table in zip(sides, tables, strict=True))

    assert title_of(parts[1]).startswith(f"{matrix.TITLE} (2 of {len(parts)})")
    assert max(map(len, sides)) <= matrix.MOST_COLUMNS
    assert cells == len(made.matrix.columns) * len(made.matrix.rows)


def test_every_pair_is_told_with_size_relation_and_basis() -> None:
    """The table of pairs has what each gap is and rests on, or why the two are not compared."""
    made = istanbul_briefing()
    tables = [table for slide in deck_of("istanbul").slides for table in tables_named(slide, "Pairs")]
    rows = {
        row.cells[0].text: [cell.text for cell in row.cells][1:] for table in tables for row in table.rows
    }

    assert tables
    for place, (first, second) in enumerate(made.gaps.pair_names):
        told = rows[f"{first} – {second}"]
        for row, text in zip(made.gaps.pair_rows, told, strict=True):
            cell = row.cells[place]
            assert all(part in text for part in (cell.words, cell.relation, cell.basis))


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
