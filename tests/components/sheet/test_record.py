"""The record over time as one drawing says what the record says, in every room, for any statements."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given

from components.colours import Inks
from components.figures.range_band import Room
from components.figures.ranges import PHONE, SCREEN
from components.figures.scene import Band, Label, Line, Marker, Scene
from components.figures.scene_page import Page, drawing_page
from components.sheet.record import Record
from components.sheet.view import movement_of
from components.sheet.words import READING, READING_BRIEF, said_of
from components.theme import PALETTES, STROKES, Scheme, party_marks
from positions.model.dossier import Dossier
from positions.tables import Tables
from positions.text.labels import MARK_WORDS
from positions.view import View, view_of
from tests.components.sheet.bundled import PARTIES, TABLES, shown
from tests.positions.factories import AS_OF, FEW, dossiers, view_at

ROOMS = {"wide": SCREEN, "narrow": PHONE, "sheet": Room(738, 14.8)}
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
every_room = pytest.mark.parametrize("room", ROOMS.values(), ids=list(ROOMS))


def record(view: View, room: Room = SCREEN, *, told: bool = False) -> Record:
    """The record of a view; if `told`, its marks say what was said, as on the page."""
    return Record(movement_of(view), room, said=said_of(view.tables) if told else None)


def bands(view: View, room: Room = SCREEN) -> dict[str, Band]:
    """The panels by issue."""
    return {one.name: one for one in record(view, room).drawing.bands}


def labels(scene: Scene, *roles: str) -> list[Label]:
    """The words of some roles."""
    return [one for one in scene.shapes if isinstance(one, Label) and one.role in roles]


def level(band: Band, column: str) -> list[Line]:
    """The level lines of a column in a panel."""
    stands = [one for one in band.scene.shapes if isinstance(one, Line) and one.role.startswith("stand")]
    return [one for one in stands if one.column == column and one.y1 == one.y2]


def steps(band: Band) -> list[float]:
    """The heights of the steps, from the first end up."""
    rules = [one for one in band.scene.shapes if isinstance(one, Line) and one.role == "rule"]
    return [one.y1 for one in rules if one.y1 == one.y2]


@pytest.mark.parametrize(
    "view",
    [
        shown(),
        shown("2022-02-24", since=None),
        shown(parties=("russia",), issues=("crimea",)),
        shown(issues=("sanctions",)),
        shown(parties=(*PARTIES, "france", "germany", "us")),
    ],
    ids=["all", "before anybody spoke", "one row", "no scale", "members"],
)
def test_movement_can_be_drawn_for_any_view(view: View) -> None:
    """Every view has its drawing on a page, also one without a single position; none without a scale."""
    for scheme in SCHEMES:
        inks = Inks(party_marks(view.tables.dossier, scheme), scheme, SCREEN.size)
        layouts = drawing_page(record(view, told=True).drawing, Page("wide", inks))
        assert json.dumps(layouts)
        assert bool(layouts) == bool(view.scaled)


@every_room
@FEW
@given(dossier=dossiers())
def test_any_statements_are_drawn_with_room_for_their_names(room: Room, dossier: Dossier) -> None:
    """Whatever is said, names cover no other, and every step has its words."""
    view = view_at(Tables(dossier, Path()), since=AS_OF - dt.timedelta(days=30))
    movement = movement_of(view)

    for panel, band in zip(movement.panels, record(view, room).drawing.bands, strict=True):
        for one, other in combinations(labels(band.scene, "name"), 2):
            assert min(one.y + one.height, other.y + other.height) - max(one.y, other.y) <= 0.5
        assert len(labels(band.scene, "step")) == len(panel.ladder.rungs)
        heights = steps(band)
        assert heights == sorted(heights, reverse=True)
        assert 0 <= heights[-1] < heights[0] < band.scene.height


@every_room
def test_a_line_ends_where_the_view_says_the_party_stands(room: Room) -> None:
    """The last stretch of each line reaches the day on the step of the party."""
    made = record(shown(parties=("russia", "ukraine"), issues=("crimea",)), room)
    (band,) = made.drawing.bands
    end, heights = room.width - made.beside[1], steps(band)

    for column, step in (("russia", 0), ("ukraine", 2)):
        last = level(band, column)[-1]
        assert (last.x2, last.y2) == pytest.approx((end, heights[step]))


@every_room
def test_every_step_has_its_words_at_the_left(room: Room) -> None:
    """No step is a bare number; its words stand left of the lines, none cut."""
    for issue, band in zip(
        ("crimea", "ceasefire"), bands(shown(issues=("crimea", "ceasefire")), room).values(), strict=True
    ):
        told = [" ".join(one.lines).replace("- ", "-") for one in labels(band.scene, "step")]
        assert told == [step.short.replace("- ", "-") for step in TABLES.scales[issue].scale]
        assert all(one.left >= -1 for one in labels(band.scene, "step"))


@every_room
def test_few_events_are_named_and_each_has_its_upright_through_the_panels(room: Room) -> None:
    """An event has its name once, over the axis; all are dots that say theirs when pointed at."""
    made = record(shown(), room)
    head = made.drawing.head
    named = labels(head, "event")
    poles = {round(one.x1, 3) for one in head.shapes if isinstance(one, Line) and one.role == "pole"}
    days = labels(head, "step")

    assert 0 < len(named) <= 6
    assert len({one.lines for one in named}) == len(named)
    assert len([one for one in head.shapes if isinstance(one, Marker) and one.tip]) == 7
    assert all(name.y + name.height <= made.axis * made.unit < day.y for name in named for day in days)
    for band in made.drawing.bands:
        rules = [one for one in band.scene.shapes if isinstance(one, Line) and one.role == "rule"]
        assert {round(one.x1, 3) for one in rules if one.x1 == one.x2} == poles


def test_who_stated_nothing_has_no_line_and_is_named() -> None:
    """A blank is a gap in the line, never step 0, and is told in words under the scale."""
    (band,) = bands(shown(issues=("crimea",))).values()

    assert {one.column for one in band.scene.shapes if one.column} == {"russia", "ukraine"}
    assert [one.lines for one in labels(band.scene, "blank")] == [("Not stated: Turkey and West",)]
    assert "Not stated: Turkey and West" in band.words
    assert "Ukraine: Deferred; no force from 29 Mar 2022" in band.words


def test_weak_lines_are_thin_and_old_ones_dotted() -> None:
    """What a line rests on can be seen without its marks."""
    late = shown("2022-12-31", parties=("russia", "ukraine"), issues=("crimea",))
    tables = Tables(TABLES.dossier.model_copy(update={"stale_after": 2}), TABLES.folder)
    old = view_of(tables, replace(late.selection, day=dt.date(2022, 4, 5)))
    fresh, aged = (bands(view)["Crimea"] for view in (late, old))

    assert level(fresh, "russia")[0].role == "stand thin"
    assert level(fresh, "ukraine")[0].role == "stand"
    assert {one.role for one in level(aged, "ukraine")} == {"stand", "stand old"}


def test_a_range_is_an_upright_through_its_mark() -> None:
    """Words that cover two steps reach from the one to the other."""
    scene = bands(shown())["Neutrality"].scene
    said = [one for one in scene.shapes if isinstance(one, Line) and one.role in ("said", "unsure")]

    assert said
    assert all(one.x1 == one.x2 and one.y1 > one.y2 for one in said)
    assert all(any(isinstance(mark, Marker) and mark.x == one.x1 for mark in scene.shapes) for one in said)


def test_every_mark_answers_the_pointer_and_a_click_on_the_page() -> None:
    """A mark says who, when, which step and in what words, and names the cell that a click opens."""
    made = record(shown(parties=("russia",), issues=("ceasefire",)), told=True)
    marks = [one for one in made.drawing.bands[0].scene.shapes if isinstance(one, Marker) and one.opens]

    assert all(one.tip.startswith("Russia · ") or one.tip.split()[1] == "marks" for one in marks)
    assert any("On until aims are met" in one.tip for one in marks)
    assert "russia.ceasefire.2022-03-03" in [one.opens for one in marks]
    assert all(one.opens.startswith("russia.ceasefire.2022-") for one in marks)


def test_uprights_look_as_the_words_under_the_record_say() -> None:
    """Dashed for the earlier day, and nothing else in it is; a silence left out and old words are dotted."""
    assert "dashed upright: the earlier day" in READING
    assert "dashed: the earlier day" in READING_BRIEF
    assert [role for role, look in STROKES.items() if look.dash == "dashed"] == ["since"]
    dotted = [role for role in STROKES if role == "silence" or role.endswith("old")]
    assert {STROKES[role].dash for role in dotted} == {"dotted"}
    assert any(isinstance(one, Line) and one.role == "since" for one in record(shown()).drawing.whole.shapes)
    assert STROKES["since"].parts(1) != STROKES["silence"].parts(1)
    assert STROKES["stand"].parts(1) == ()


def test_dissent_is_small_and_cannot_be_taken_for_the_side() -> None:
    """Who speaks for himself or herself never moves the line, and has a smaller mark."""
    drawing = record(shown(), told=True).drawing
    marks = [one for one in drawing.whole.shapes if isinstance(one, Marker) and one.role == "own" and one.tip]
    (dissent,) = (one for one in marks if "Kadyrov" in one.tip)
    side = [one for one in marks if "Medinsky" in one.tip]

    assert side
    assert all(dissent.size < 0.7 * one.size for one in side)
    assert not any("Kadyrov" in " ".join(one.lines) for one in labels(drawing.whole, "name"))


def test_only_the_looks_that_are_used_stand_in_the_legend() -> None:
    """In the words of the house; on the page how to read the lines stands over the record."""
    told = [" ".join(one.lines) for one in labels(record(shown(), told=True).drawing.legend, "legend")]

    assert "own words" in told
    assert told == [words for words in MARK_WORDS.values() if words in told]
    assert MARK_WORDS["earlier"] not in told


def test_colours_come_from_the_scheme() -> None:
    """In the dark each party keeps its mark of that scheme, and rings are filled with dark paper."""
    marks = party_marks(TABLES.dossier, "dark")
    layouts = drawing_page(
        record(shown(issues=("crimea",))).drawing, Page("wide", Inks(marks, "dark", SCREEN.size))
    )
    shapes = [one for layout in layouts for one in layout["shapes"]]

    for column in ("russia", "ukraine"):
        strokes = {one["stroke"] for one in shapes if one["column"] == column and one["kind"] == "line"}
        assert marks[column].colour in strokes
    assert any(one.get("fill") == PALETTES["dark"].paper for one in shapes)


def test_before_anybody_spoke_there_are_panels_without_lines() -> None:
    """A record without a word draws its scales and says who is silent."""
    for band in record(shown("2022-02-24", since=None)).drawing.bands:
        assert not labels(band.scene, "name")
        assert labels(band.scene, "blank")
