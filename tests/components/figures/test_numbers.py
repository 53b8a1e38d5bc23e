"""From the tenth party on a mark has its number inside, in every medium."""

from __future__ import annotations

from typing import Any

import pytest

from components.colours import Inks
from components.figures.marker_shapes import sign_of
from components.figures.ranges import SCREEN, ranges_of
from components.figures.scene import Marker, Scene
from components.figures.scene_page import Page, scene_page
from components.figures.scene_svg import svg_pictures
from components.figures.scene_typst import to_typst
from components.theme import PALETTES, party_marks
from positions.view import View
from tests.positions.factories import said, tables_of, view_at

IDS = tuple(f"p{one:02}" for one in range(12))


@pytest.fixture(scope="module")
def shown() -> View:
    """Twelve states with a word each on the dam."""
    tables = tables_of(
        *(said(f"s{one}", f"{one}_head", place % 5) for place, one in enumerate(IDS)),
        parties=[{"id": one, "name": f"State {one}", "kind": "state"} for one in IDS],
        speakers=[
            {"id": f"{one}_head", "name": one, "office": "head", "authority": "principal", "party": one}
            for one in IDS
        ],
    )
    return view_at(tables, parties=IDS, issues=("dam",))


def test_a_figure_has_the_numbers_in_every_medium(shown: View) -> None:
    """Ten, eleven and twelve stand in their marks, and none below."""
    marks = party_marks(shown.tables.dossier)
    drawing = ranges_of(shown, marks, SCREEN)
    page = scene_page(drawing.whole, Page("wide", Inks(marks, "light", drawing.size)))
    svg, typst = "".join(svg_pictures(drawing, marks).bands), to_typst(drawing, marks)
    on_screen = [line["text"] for one in page["words"] for line in one["lines"]]
    bands: Any = typst["bands"]
    shapes = [one for band in bands for one in band["shapes"]]
    on_paper = [one["words"] for one in shapes if one["kind"] == "words"]

    for number in ("10", "11", "12"):
        assert number in on_screen
        assert f">{number}</text>" in svg
        assert number in on_paper
    assert ">9</text>" not in svg


def test_a_number_can_be_read_on_its_mark(shown: View) -> None:
    """It has the colour of the paper on a filled mark, and that of the mark on an outlined one."""
    marks = party_marks(shown.tables.dossier)
    scene = Scene(100, 40, tuple(Marker(role, 50, 20, 14, "p09") for role in ("own", "reported")))
    filled, outlined = scene_page(scene, Page("wide", Inks(marks, "light", 13)))["words"]

    assert [one["lines"][0]["text"] for one in (filled, outlined)] == ["10", "10"]
    assert filled["ink"] == PALETTES["light"].paper
    assert outlined["ink"] == marks["p09"].colour
    assert sign_of(marks["p09"]) == "●10"
