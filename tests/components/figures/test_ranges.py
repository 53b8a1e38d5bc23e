"""The figure of ranges and gaps: every word in its place, in every room, and in every medium alike."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations
from typing import Any
from xml.etree import ElementTree

import pytest
from pptx import Presentation
from pptx.slide import Slide

from components.colours import Inks
from components.figures.mark_groups import alike
from components.figures.range_band import Room
from components.figures.ranges import PHONE, SCREEN, ranges, ranges_of
from components.figures.scale import scale_rows
from components.figures.scene import Band, Bar, Drawing, Label, Line, Marker, Scale, Scene, Shape
from components.figures.scene_page import Page, drawing_page
from components.figures.scene_svg import scene_svg
from components.figures.scene_typst import to_typst
from components.report.slides.scene_slides import add_band, add_legend
from components.theme import MARKS, STROKES, TYPES, party_marks
from positions.reading.dossier import dossier_folder, load_dossier
from positions.selection import default_selection
from positions.tables import Tables
from positions.text.labels import MARK_WORDS
from positions.view import View, view_of
from tests.positions.factories import DESCRIPTION, said, scale, view

TABLES = {
    name: Tables(load_dossier(name), dossier_folder(name)) for name in ("istanbul-2022", "ukraine-2014-2026")
}
ROOMS = (
    SCREEN,
    PHONE,
    Room(864, 14.6),
    Room(873, 12.6, 4),
    Room(507, 8.5),
    Room(754, 9),
    Room(738, 15),
    Room(598, 9),
)
BRIEF = (Room(873, 11.5, 1, brief=True), Room(507, 8.5, 1, brief=True))
LONG = "Unconstitutionally" * 11


def bundled(name: str, **chosen: object) -> View:
    """The landing view of a bundled dossier with other choices."""
    return view_of(TABLES[name], replace(default_selection(TABLES[name].dossier), **chosen))  # type: ignore[arg-type]


def long_names() -> View:
    """Names of two hundred letters without a blank, for a party, an issue and a step."""
    seen = view(said("a", "north_head", 1), said("b", "south_head", 4))
    dossier = seen.tables.dossier
    parties = tuple(one.model_copy(update={"name": f"{one.name}{LONG}"}) for one in dossier.parties)
    issues = tuple(one.model_copy(update={"name": LONG, "question": LONG}) for one in dossier.issues)
    changed = dossier.model_copy(update={"parties": parties, "issues": issues})
    return view_of(Tables(changed, seen.tables.folder), seen.selection)


VIEWS: dict[str, Callable[[], View]] = {
    "istanbul": lambda: bundled("istanbul-2022"),
    "compared": lambda: bundled("istanbul-2022", since=dt.date(2022, 3, 10)),
    "record": lambda: bundled("ukraine-2014-2026"),
    "text": lambda: bundled("ukraine-2014-2026", parties=("minsk-ii", "russia", "ukraine", "us")),
    "members": lambda: bundled(
        "ukraine-2014-2026", parties=("russia", "ukraine", "west"), unfolded=("west",)
    ),
    "long": long_names,
    "silent": lambda: view(issues=("dam", "toll", "fish")),
}


def drawn(name: str, room: Room) -> Drawing:
    """The drawing of one of the views."""
    shown = VIEWS[name]()
    return ranges_of(shown, party_marks(shown.tables.dossier), room)


def boxes(scene: Scene) -> Iterator[tuple[str, float, float, float, float]]:
    """What each label and mark is, and its left, right, top and bottom."""
    for one in scene.shapes:
        if isinstance(one, Label):
            yield " ".join(one.lines), one.left, one.left + one.width, one.y, one.y + one.height
        elif isinstance(one, Marker):
            half = one.size / 2
            yield one.role, one.x - half, one.x + half, one.y - half, one.y + half


@pytest.mark.parametrize("room", [*ROOMS, *BRIEF], ids=lambda room: f"{room.width:g}-{room.brief}")
@pytest.mark.parametrize("name", VIEWS)
def test_no_words_touch_words_or_marks_and_none_leave_their_band(name: str, room: Room) -> None:
    """Each label and each mark has its own room, on a phone, a slide and on paper."""
    drawing = drawn(name, room)
    for scene in (drawing.head, *drawing.rows, drawing.legend):
        found = list(boxes(scene))
        for one in found:
            assert one[1] >= -1, one
            assert one[2] <= room.width + 1, one
            assert one[3] >= -1, one
            assert one[4] <= scene.height + 1, one
        for one, other in combinations(found, 2):
            across = min(one[2], other[2]) - max(one[1], other[1])
            down = min(one[4], other[4]) - max(one[3], other[3])
            assert across <= 1 or down <= 1, (one, other)


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: f"{room.width:g}")
@pytest.mark.parametrize("name", VIEWS)
def test_every_step_has_its_words_and_every_mark_its_name(name: str, room: Room) -> None:
    """Nothing is cut: words of steps, names, the size of the gap and blanks all stand in the band."""
    shown = VIEWS[name]()
    marks = party_marks(shown.tables.dossier)
    for row, band in zip(scale_rows(shown), ranges_of(shown, marks, room).bands, strict=True):
        told = squashed("".join("".join(one.lines) for one in band.scene.shapes if isinstance(one, Label)))
        wanted = [step.short for step in row.issue.scale] + [row.issue.name, row.gap.size]
        named = [one.short if room is PHONE else one.label for one in alike(row.spots, marks)]
        wanted += [*named, *(one.counted for one in alike(row.spots, marks) if room is PHONE)]
        assert not [words for words in wanted if squashed(words) not in told]
        for blank in row.blanks:
            assert squashed(blank.words) in told


@pytest.mark.parametrize("room", BRIEF, ids=lambda room: f"{room.width:g}")
@pytest.mark.parametrize("name", VIEWS)
def test_a_brief_figure_names_every_mark_in_a_legend(name: str, room: Room) -> None:
    """Sides with a mark of their own stand above all scales; members by name and others under their scale."""
    shown = VIEWS[name]()
    drawing = drawn(name, room)
    above = told_in(drawing.head)
    for row, band in zip(scale_rows(shown), drawing.bands, strict=True):
        told = told_in(band.scene)
        wanted = [step.short for step in row.issue.scale] + [row.issue.name, row.gap.size, *row.gap.wider]
        wanted += [blank.words for blank in row.blanks]
        assert not [words for words in wanted if squashed(words) not in told]
        spots = [replace(spot, label=spot.whose) for spot in row.spots]
        for mark in alike(spots, party_marks(shown.tables.dossier)):
            assert squashed(mark.label) in (told if mark.spot.by_name else above + told)


def test_brief_bands_stand_beside_each_other_where_there_is_room() -> None:
    """Two columns on a slide, read row by row; one on a sheet of paper upright."""
    slide, paper = (drawn("record", room) for room in BRIEF)

    assert (slide.columns, paper.columns) == (2, 1)
    assert len(slide.rows) == len(paper.rows) / 2 == 3
    assert slide.left(0) == slide.left(2) == 0 < slide.left(1)
    assert slide.left(1) + slide.bands[1].scene.width == pytest.approx(slide.width)
    assert slide.rows[0].height == max(band.scene.height for band in slide.bands[:2])


def told_in(scene: Scene) -> str:
    """All words of a scene without blanks."""
    return squashed("".join("".join(one.lines) for one in scene.shapes if isinstance(one, Label)))


def squashed(text: str) -> str:
    """A text without its blanks."""
    return re.sub(r"\s", "", text)


def test_where_steps_have_too_many_words_numbers_stand_on_the_scale_and_all_words_below() -> None:
    """A scale of nine long steps keeps all its words on the chart of a phone."""
    (row,) = scale_rows(view(said("a", "north_head", 1)))
    steps = [f"Unconstitutionally{place}" for place in range(9)]
    issue = type(row.issue).model_validate({**DESCRIPTION["issues"][0], "scale": scale(*steps)})
    marks = party_marks(view().tables.dossier)
    (band,) = ranges([replace(row, issue=issue)], ["."], ("", ""), marks, PHONE).bands
    words = [
        " ".join(one.lines) for one in band.scene.shapes if isinstance(one, Label) and one.role == "step"
    ]

    assert words[:9] == [str(place) for place in range(9)]
    assert all(step in words[9] for step in steps)


def test_marks_that_look_alike_at_one_place_are_drawn_once() -> None:
    """Members on one step are one mark with all names, and an old one beside it is another."""
    choice = replace(VIEWS["members"]().selection, day=dt.date(2026, 5, 8))
    shown = View(VIEWS["members"]().tables, choice)
    row = next(one for one in scale_rows(shown) if one.issue.id == "ceasefire")
    seen = alike([spot for spot in row.spots if spot.point == 3], party_marks(shown.tables.dossier))

    assert [one.label for one in seen if one.spot.old] == ["Hungary, Dec 2024"]
    together = [one.label for one in seen if "Germany" in one.label]
    assert len(together) == 1
    assert all(name in together[0] for name in ("Coalition of the Willing", "European Union", "G7"))


def test_the_gap_lies_over_the_line_and_under_the_marks() -> None:
    """What is drawn later lies on top: line, gap, marks."""
    band = drawn("record", SCREEN).bands[0].scene.shapes
    order = [one.role for one in band if one.role in ("axis", "gap") or (isinstance(one, Marker) and one.tip)]

    assert order[:2] == ["axis", "gap"]


def test_the_words_name_every_mark_and_every_blank() -> None:
    """Whoever does not see the drawing learns the same from its description."""
    shown = VIEWS["record"]()
    drawing = drawn("record", SCREEN)
    for row, band in zip(scale_rows(shown), drawing.bands, strict=True):
        names = shown.tables.names
        assert not [spot for spot in row.spots if names[spot.column] not in band.words]
        assert not [blank for blank in row.blanks if blank.words not in band.words]
        assert row.gap.size in band.words


def test_members_by_name_are_in_the_legend() -> None:
    """Where members stand in the place of their grouping the legend says so."""
    legend = [" ".join(one.lines) for one in drawn("record", PHONE).legend.shapes if isinstance(one, Label)]

    assert MARK_WORDS["by_name"] in legend
    few = drawn("silent", PHONE).legend.shapes
    assert MARK_WORDS["by_name"] not in [" ".join(one.lines) for one in few if isinstance(one, Label)]


UNKNOWN: tuple[Shape, ...] = (
    Line("wavy", 0, 0, 1, 1),
    Bar("wavy", 0, 0, 1, 1),
    Marker("wavy", 0, 0, 1),
    Label("wavy", 0, 0, ("words",), 9),
)


def on_slide(drawing: Drawing) -> Slide:
    """The head of a drawing on a slide, as a band with its chart and as a legend."""
    deck = Presentation()
    slide: Slide = deck.slides.add_slide(deck.slide_layouts[6])
    inks = Inks({}, "light", drawing.size)
    if not all(isinstance(shape, Label) for shape in drawing.head.shapes):
        add_band(slide, Band("", "", drawing.head, Scale(1, 8, 1, 5)), (0, 0), inks, {"": ""})
    add_legend(slide, drawing.head, (0, 0), inks)
    return slide


MEDIA: dict[str, Any] = {
    "slide": on_slide,
    "svg": lambda drawing: scene_svg(drawing.whole, ("", ""), Inks({}, "light", drawing.size)),
    "typst": lambda drawing: to_typst(drawing, {}),
    "page": lambda drawing: drawing_page(drawing, Page("wide", Inks({}, "light", drawing.size))),
}


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize("shape", UNKNOWN, ids=lambda shape: type(shape).__name__)
def test_a_role_that_nobody_drew_is_an_error(shape: Shape, medium: str) -> None:
    """A new role stops every medium until the theme has a look for it; none is drawn by default."""
    drawing = Drawing(9, 9, Scene(9, 9, (shape,)), ())

    with pytest.raises(KeyError, match="wavy"):
        MEDIA[medium](drawing)


@pytest.mark.parametrize("medium", MEDIA)
def test_every_role_can_be_drawn(medium: str) -> None:
    """Whatever has a look in the theme comes out of every medium, of a column and of none."""
    strokes = [Line(role, 0, 0, 9, 0) for role in STROKES]
    marks = [Marker(role, 0, 0, 9, pin=1) for role in MARKS]
    words = [Label(role, 0, 0, ("words",), 9) for role in TYPES]

    assert MEDIA[medium](Drawing(9, 9, Scene(9, 9, (*strokes, *marks, *words)), ()))


def test_svg_keeps_its_words_and_says_what_it_shows() -> None:
    """Words are text, the picture has a title and a description, and each mark its own words."""
    shown = VIEWS["record"]()
    drawing = drawn("record", SCREEN)
    inks = Inks(party_marks(shown.tables.dossier), "light", drawing.size)
    picture = ElementTree.fromstring(scene_svg(drawing.whole, ("Ranges", "Who stands where"), inks))
    name = "{http://www.w3.org/2000/svg}"
    texts = ["".join(one.itertext()) for one in picture.iter(f"{name}text")]
    labels = [one for one in drawing.whole.shapes if isinstance(one, Label)]

    assert [child.tag for child in picture][:2] == [f"{name}title", f"{name}desc"]
    assert picture.findtext(f"{name}desc") == "Who stands where"
    assert texts == ["".join(one.lines) for one in labels]
    tips = {one.tip for one in drawing.whole.shapes if isinstance(one, Line | Marker) and one.tip}
    assert tips <= {one.text for one in picture.iter(f"{name}title")}


def test_svg_takes_names_as_text() -> None:
    """Signs of its own language in a name are written as text."""
    shape = Label("name", 0, 0, ('<b>&"',), 9, column='"x')
    picture = ElementTree.fromstring(scene_svg(Scene(9, 9, (shape,)), ("<t>", "&"), Inks({}, "light", 9)))

    assert "".join(picture.itertext()).endswith('<b>&"')
